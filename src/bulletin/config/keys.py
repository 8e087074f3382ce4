"""The keys of `bulletin.toml`, and what each must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bulletin.edition import EDITIONS
from bulletin.messages import LANGUAGES, N_

LONGEST_LINE = 250
"""Characters of one value."""
LEAST_MEMORY_MIB = 256
"""With less, the libraries beneath the engine fail in ways that tell nothing of memory."""
NOTE_IDS = (
    "mixed-capitals", "mixed-office", "mixed-comrade", "doubled-word", "impossible-syllable", "slip",
    "unknown-abbreviation", "web-leftover", "html-leftover", "emoji", "double-space", "space-before-sign",
    "no-space-after-sign", "space-in-brackets", "double-sign", "mixed-ellipsis", "dash-spacing", "mixed-dash",
    "mixed-tone-marks", "mixed-zero-count", "mixed-zero-date", "looks-wrapped", "end-slashes", "no-end-stop",
    "look-alike", "hidden-character", "stray-mark", "title-year", "ended-body", "personal-data", "not-nfc",
    "wrong-sum", "person-two-titles", "no-chairs", "no-caption", "no-alt", "alt-is-caption", "low-resolution",
    "issued-earlier", "unknown-level", "unknown-silence",
)  # fmt: skip
"""The ids of all warnings: those of `bulletin.proofread.CHECKS`, which costs a third of a second to load."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a key of `bulletin.toml` must be."""

    fits: Callable[[Any], bool]
    kind: str
    """What it must be, in words."""
    example: str
    names: Callable[[], Iterable[str]] | None = None
    """The names that its value may hold; anything when None."""
    folders: bool = False
    """Whether it may also be a folder with a layout, seen from the file."""


def _line(value: Any) -> bool:
    return isinstance(value, str) and "\n" not in value and len(value) <= LONGEST_LINE


def _filled(value: Any) -> bool:
    return _line(value) and bool(value.strip())


def _lines(value: Any) -> bool:
    return isinstance(value, list) and all(_filled(entry) for entry in value)


def _number(value: Any) -> bool:
    # In Python true is a number.
    return type(value) is int and value > 0


def _enough_memory(value: Any) -> bool:
    return _number(value) and bool(value >= LEAST_MEMORY_MIB)


def _layout_names() -> Iterable[str]:
    from bulletin import assets

    return assets.layout_names()


_LINE = N_("one line of text in straight quotes")
_LIST = N_("a list of names in straight quotes")
_NUMBER = N_("a whole number above zero, without quotes")
_MEMORY = N_("a whole number from 256, without quotes")

KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "organisation.parent": Key(_line, _LINE, 'parent = "Đảng ủy xã Tân Lập"'),
        "organisation.name": Key(_filled, _LINE, 'name = "Chi bộ Trường Tiểu học Tân Lập"'),
        "organisation.code": Key(_line, _LINE, 'code = "CB-TH"'),
        "masthead": Key(_filled, _LINE, 'masthead = "TIN HỘI NGHỊ"'),
        "layout": Key(_filled, _LINE, 'layout = "news"', _layout_names, folders=True),
        "editions": Key(lambda value: _lines(value) and bool(value), _LIST, 'editions = ["standard", "large-print"]',
                        lambda: EDITIONS),
        "language": Key(_filled, _LINE, 'language = "vi"', lambda: LANGUAGES),
        "byline": Key(_line, _LINE, 'byline = "Văn phòng Đảng ủy"'),
        "silence": Key(_lines, _LIST, 'silence = ["no-alt"]', lambda: NOTE_IDS),
        "limits.seconds": Key(_number, _NUMBER, "seconds = 300"),
        "limits.memory_mib": Key(_enough_memory, _MEMORY, "memory_mib = 4096"),
    }
)  # fmt: skip
"""Each key, with the name of its table before it."""
TABLES = frozenset(name.partition(".")[0] for name in KEYS if "." in name)

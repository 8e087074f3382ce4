"""Settings of an office, from `bulletin.toml` in the record's folder or above."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bulletin.edition import EDITIONS
from bulletin.errors import ConfigError, Problem
from bulletin.messages import LANGUAGES, N_, say
from bulletin.vietnamese.text import nfc, similar

FILE_NAME = "bulletin.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an office prints the same way each time. Documented in `docs/settings.md`."""

    path: Path | None = None
    """The file these come from; None when there is none."""
    organisation: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """`parent`, `name`, `code`, for records that do not say."""
    masthead: str = "TIN HỘI NGHỊ"
    layout: str = "news"
    editions: tuple[str, ...] = ("standard",)
    language: str = ""
    """`vi` or `en`: what the program speaks; empty when not set."""
    byline: str = ""
    silence: tuple[str, ...] = ()
    """Ids of warnings not wanted."""
    seconds: int = 300
    """The longest that making one bulletin may take."""
    memory_mib: int = 4096
    """The most memory that making one bulletin may take."""

    @property
    def defaults(self) -> dict[str, Any]:
        """What a record takes from here when it does not say, under the record's own keys."""
        return {"organisation": dict(self.organisation)} if self.organisation else {}


_LINE = N_("one line of text in quotes")
_WORDS = N_('a list such as ["a", "b"]')
_NUMBER = N_("a whole number above zero")


def _line(value: Any) -> bool:
    return isinstance(value, str) and "\n" not in value


def _lines(value: Any) -> bool:
    return isinstance(value, list) and all(_line(entry) for entry in value)


def _number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _one_of(known: tuple[str, ...]) -> Callable[[Any], bool]:
    return lambda value: value in known


KEYS: Mapping[str, tuple[Callable[[Any], bool], str]] = MappingProxyType(
    {
        "organisation.parent": (_line, _LINE),
        "organisation.name": (_line, _LINE),
        "organisation.code": (_line, _LINE),
        "masthead": (_line, _LINE),
        "layout": (_line, _LINE),
        "editions": (lambda value: _lines(value) and bool(value) and set(value) <= EDITIONS.keys(),
                     N_("a list of editions: standard, large-print, giant-print")),
        "language": (_one_of(LANGUAGES), N_("\"vi\" or \"en\"")),
        "byline": (_line, _LINE),
        "silence": (_lines, _WORDS),
        "limits.seconds": (_number, _NUMBER),
        "limits.memory_mib": (_number, _NUMBER),
    }
)  # fmt: skip
"""Each key, what it must be, and how that is said."""


def find(folder: Path) -> Path | None:
    """The `bulletin.toml` of a folder: in it, or in the nearest folder above."""
    for place in (folder.resolve(), *folder.resolve().parents):
        if (place / FILE_NAME).is_file():
            return place / FILE_NAME
    return None


def settings_for(record: Path) -> Settings:
    """The settings that hold for a record, or for a folder of records.

    Raises:
        ConfigError: With every fault of the file.
    """
    path = find(record if record.is_dir() else record.parent)
    return read_settings(path) if path else Settings()


def read_settings(path: Path) -> Settings:
    """Read a `bulletin.toml`.

    Raises:
        ConfigError: With every fault of the file.
    """
    try:
        text = nfc(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        message = say("this file is not saved as UTF-8")
        raise ConfigError([Problem(message, path, hint=say("save it again as UTF-8"), id="not-utf8")]) from error
    except OSError as error:
        raise ConfigError([Problem(say("cannot be read: {why}", why=error.strerror), path, id="unreadable")]) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([_broken(error, path, text)]) from error
    flat = {
        f"{name}.{part}" if isinstance(value, dict) else name: entry
        for name, value in data.items()
        for part, entry in (value.items() if isinstance(value, dict) else [("", value)])
    }
    problems = [problem for name, value in flat.items() if (problem := _faulty(name, value, path, text))]
    if problems:
        raise ConfigError(sorted(problems, key=lambda problem: problem.line))
    organisation = {name: flat[key] for name in ("parent", "name", "code") if (key := f"organisation.{name}") in flat}
    rest = {name.rsplit(".", 1)[-1]: value for name, value in flat.items() if not name.startswith("organisation.")}
    rest = {name: tuple(value) if isinstance(value, list) else value for name, value in rest.items()}
    return Settings(path=path, organisation=MappingProxyType(organisation), **rest)


def _broken(error: tomllib.TOMLDecodeError, path: Path, text: str) -> Problem:
    found = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(found[1]), int(found[2])) if found else (text.count("\n") + 1, 0)
    source = text.split("\n")[line - 1] if found else ""
    hint = say('a line reads: name = "text"; text stands in straight quotes')
    return Problem(say("this line cannot be read"), path, line, column, hint, "toml-syntax", source)


def _faulty(name: str, value: Any, path: Path, text: str) -> Problem | None:
    known = KEYS.get(name)
    if known and known[0](value):
        return None
    last = name.rsplit(".", 1)[-1]
    lines = text.split("\n")
    line = next((number for number, row in enumerate(lines, 1) if re.match(rf"\s*\[?{re.escape(last)}\b", row)), 1)
    if known:
        message, hint, ident = say("“{key}” cannot be this", key=name), say(known[1]), "wrong-value"
    else:
        near = similar(name, list(KEYS))
        hint = say("did you mean “{near}”?", near=near) if near else say("known here: {shown}", shown=", ".join(KEYS))
        message, ident = say("“{key}” is not known here", key=name), "unknown-key"
    return Problem(message, path, line, 1, hint, ident, lines[line - 1])


@dataclass(frozen=True, slots=True)
class LayoutCard:
    """What a layout says of itself in its `layout.toml`."""

    name: str
    titles: Mapping[str, str]
    """By language."""
    editions: tuple[str, ...]


def layouts_known() -> tuple[LayoutCard, ...]:
    """All layouts there are, with what they say of themselves."""
    from bulletin import assets

    cards = []
    for name in assets.layout_names():
        data = tomllib.loads(assets.layout_file(f"{name}/layout.toml").read_text(encoding="utf-8"))
        cards.append(LayoutCard(name, MappingProxyType(data["title"]), tuple(data["editions"]["names"])))
    return tuple(cards)

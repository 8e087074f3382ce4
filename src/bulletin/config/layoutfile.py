"""What a `layout.toml` may say, and what is wrong with one, in a clerk's words."""

from __future__ import annotations

import dataclasses
import functools
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from bulletin.config.faults import broken, known_names, near_name, place_of
from bulletin.config.places import LAYOUT_FILE
from bulletin.edition import EDITIONS, PAPERS_MM, Edition
from bulletin.errors import LayoutError, Problem
from bulletin.layout import FORMATS, Content, Layout, Levers, Promises
from bulletin.messages import LANGUAGES, N_, say
from bulletin.vietnamese.text import NBSP

LARGEST_PT = 200.0
MOST_PAGES = 999
"""As with `--pages`."""
LEAST_LEADING, MOST_LEADING = 1.2, 3.0
LEAST_FACTOR, MOST_FACTOR = 0.3, 3.0
"""Between these the make-up may change anything."""
LEAST_ROOM_MM = 40.0
"""Width and height of the text area, at least."""
MOST_COLUMNS = 4
_NOT_SAID = {"name", "paper", "paper_mm", "zoom"}
"""What an edition has from elsewhere."""

Fits = Callable[[Any], bool]


def _number(value: Any) -> bool:
    # In Python true is a number; TOML has nan and inf.
    return type(value) in (int, float) and -1e6 < value < 1e6


def _numbers(count: int) -> Fits:
    return lambda value: isinstance(value, list) and len(value) == count and all(map(_number, value))


def _text(value: Any) -> bool:
    # What a terminal would obey, such as an escape, is no text.
    return isinstance(value, str) and value.replace(NBSP, " ").isprintable() and bool(value.strip())


# By the annotation of a field of the dataclass that the table becomes: what fits, in words, and an example.
_KINDS: Mapping[str, tuple[Fits, str, str]] = MappingProxyType(
    {
        "float": (_number, N_("a number, without quotes"), "1.5"),
        "int": (lambda value: type(value) is int and value >= 0, N_("a whole number, without quotes"), "1"),
        "bool": (lambda value: isinstance(value, bool), N_("true or false, without quotes"), "true"),
        "str": (_text, N_("one line of text in straight quotes"), '"…"'),
        "tuple[str, ...]": (
            lambda value: isinstance(value, list) and bool(value) and all(map(_text, value)),
            N_("a list of names in straight quotes"), '["…"]',
        ),
        "Range": (_numbers(2), N_("two numbers in square brackets"), "[0.9, 1.1]"),
        "tuple[float, float, float, float]": (_numbers(4), N_("four numbers in square brackets"), "[20, 18, 20, 18]"),
    }
)  # fmt: skip


def _keys(kind: type, *without: str) -> dict[str, str]:
    """The names of a table that becomes this dataclass, each with its kind."""
    found = {one.name: str(one.type) for one in dataclasses.fields(kind)}
    return {name: kind for name, kind in found.items() if name not in without}


_TITLES = dict.fromkeys(LANGUAGES, "str")
_PAPER = {"sizes": "papers", "scales": "scales", "landscape": "bool"}
_PLAIN = {
    name: kind for name, kind in _keys(Layout, "name", "papers", "landscape", "content").items() if kind in _KINDS
}  # fmt: skip
"""What a layout says of itself in a line of its own, above all tables."""
_TOP = ("content", *_PLAIN, "title", "paper", "makeup", "promises", "editions")


def allowed(kind: type) -> frozenset[str]:
    """The keys of the table that becomes this dataclass."""
    return frozenset(("content", *_PLAIN) if kind is Layout else _keys(kind, *(_NOT_SAID if kind is Edition else ())))


@dataclass(slots=True)
class _Reader:
    """Collects everything that is wrong with one file."""

    path: Path
    text: str
    problems: list[Problem] = field(default_factory=list)

    def fault(self, name: str, message: str, hint: str, ident: str) -> None:
        line, column, source = place_of(name, self.text)
        self.problems.append(Problem(message, self.path, line, column, hint, ident, source))

    def unknown(self, name: str, known: Mapping[str, Any] | tuple[str, ...]) -> None:
        last = name.rpartition(".")[2]
        hint = near_name(last, known) or known_names(known)
        self.fault(name, say("“{key}” is not known here", key=name), hint, "unknown-key")

    def wrong(self, name: str, kind: str, example: str) -> None:
        last = name.rpartition(".")[2]
        hint = say("write for example: {example}", example=f"{last} = {example}")
        self.fault(name, say("“{key}” must be {kind}", key=name, kind=say(kind)), hint, "wrong-value")

    def outside(self, name: str, least: float, most: float) -> None:
        message = say("“{key}” must be between {least} and {most}", key=name, least=f"{least:g}", most=f"{most:g}")
        self.fault(name, message, "", "impossible-number")

    def table(self, name: str, data: Any, known: Mapping[str, str]) -> dict[str, Any]:
        """The sound entries of a table."""
        if not isinstance(data, dict):
            self.fault(name, say("“{key}” must be a table: write a line [{key}]", key=name), "", "wrong-value")
            return {}
        sound: dict[str, Any] = {}
        for key, value in data.items():
            full = f"{name}.{key}"
            if key not in known:
                self.unknown(full, known)
            elif known[key] == "papers":
                if self.papers(full, value):
                    sound[key] = tuple(value)
            elif known[key] == "scales":
                if self.scales(full, value):
                    sound[key] = MappingProxyType({paper: float(factor) for paper, factor in value.items()})
            elif not _KINDS[known[key]][0](value):
                self.wrong(full, *_KINDS[known[key]][1:])
            else:
                sound[key] = tuple(map(float, value)) if isinstance(value, list) else value
        return sound

    def papers(self, name: str, value: Any) -> bool:
        if not (isinstance(value, list) and value and all(isinstance(one, str) for one in value)):
            self.wrong(name, N_("a list of names in straight quotes"), '["A4"]')
            return False
        return self.known(name, value, tuple(PAPERS_MM))

    def scales(self, name: str, value: Any) -> bool:
        """Whether a table says for sheets how much larger type is on them."""
        if not (isinstance(value, dict) and all(map(_number, value.values()))):
            self.wrong(name, N_("a number for each sheet, in braces"), "{ A2 = 1.4 }")
            return False
        for paper, factor in value.items():
            if not LEAST_FACTOR <= factor <= MOST_FACTOR:
                self.outside(f"{name}.{paper}", LEAST_FACTOR, MOST_FACTOR)
        return self.known(name, value, tuple(PAPERS_MM))

    def known(self, name: str, value: Iterable[str], names: tuple[str, ...]) -> bool:
        """Whether a list holds known names alone; all others are told."""
        strange = [one for one in dict.fromkeys(value) if one not in names]
        for one in strange:
            message = say("“{value}” is not known at “{key}”", value=one, key=name)
            self.fault(name, message, near_name(one, names) or known_names(names), "unknown-value")
        return not strange


def read_layout(name: str, text: str, path: Path | None = None, **more: Any) -> Layout:
    """What a `layout.toml` says.

    Args:
        name: Of the layout.
        text: The file.
        path: Where it lies, to be told.
        **more: What else the layout has, such as its `folder`.

    Raises:
        LayoutError: With every fault of the file.
    """
    layout = _read(name, text, path or Path(name) / LAYOUT_FILE)
    return dataclasses.replace(layout, **more) if more else layout


@functools.cache
def _read(name: str, text: str, path: Path) -> Layout:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LayoutError(problems=[broken(error, path, text)]) from error
    except (RecursionError, ValueError) as error:
        # A number of thousands of figures is no number to Python.
        raise LayoutError(problems=[Problem(say("this file cannot be read"), path, id="toml-syntax")]) from error
    reader = _Reader(path, text)
    for key in data:
        if key not in _TOP:
            reader.unknown(key, _TOP)
    content = data.get("content", "record")
    if content not in get_args(Content):
        reader.wrong("content", N_("one of “record”, “digest”, “document”"), '"record"')
    plain: dict[str, Any] = {}
    for key in data.keys() & _PLAIN.keys():
        fits, kind, example = _KINDS[_PLAIN[key]]
        if fits(data[key]):
            plain[key] = tuple(data[key]) if isinstance(data[key], list) else data[key]
        else:
            reader.wrong(key, kind, example)
    reader.known("formats", plain.get("formats", ()), FORMATS)
    titles = reader.table("title", data.get("title", {}), _TITLES)
    for language in LANGUAGES:
        if language not in _table(data, "title", LANGUAGES):
            message = say("the title in “{language}” is missing", language=language)
            hint = say("write a line [{table}], and below it: {example}", table="title", example=f'{language} = "…"')
            reader.fault("title", message, hint, "missing-key")
    paper = reader.table("paper", data.get("paper", {}), _PAPER)
    if "sizes" not in _table(data, "paper", ("sizes",)):
        hint = say("write a line [{table}], and below it: {example}", table="paper", example='sizes = ["A4"]')
        reader.fault("paper", say("the sheets are missing"), hint, "missing-key")
    layout = Layout(
        name=name,
        titles=MappingProxyType(titles),
        content=content,
        papers=paper.get("sizes", ("A4",)),
        scales=paper.get("scales", MappingProxyType({})),
        landscape=paper.get("landscape", False),
        sizes=MappingProxyType(_editions(reader, data.get("editions", {}))),
        levers=Levers(**_levers(reader, data.get("makeup", {}))),
        promises=Promises(**_promises(reader, data.get("promises", {}))),
        **plain,
    )
    # Whether the sizes go together can be told once each of them is sound.
    if not reader.problems:
        for edition in layout.editions:
            _fits_together(reader, layout, edition)
    if reader.problems:
        raise LayoutError(problems=sorted(reader.problems, key=lambda problem: (problem.line, problem.column)))
    return layout


def _table(data: Mapping[str, Any], name: str, wanted: Iterable[str]) -> Iterable[str]:
    """The keys of a table; those wanted where something else stands, which is told by itself."""
    found = data.get(name, {})
    return found if isinstance(found, dict) else wanted


def _editions(reader: _Reader, data: Any) -> dict[str, Mapping[str, Any]]:
    if not isinstance(data, dict) or not data:
        hint = say("write for each edition a line such as [editions.standard]")
        reader.fault("editions", say("the editions are missing"), hint, "missing-key")
        return {}
    found: dict[str, Mapping[str, Any]] = {}
    for name, own in data.items():
        if name not in EDITIONS:
            reader.unknown(f"editions.{name}", tuple(EDITIONS))
            continue
        found[name] = MappingProxyType(_sizes(reader, f"editions.{name}", own))
    return found


def _sizes(reader: _Reader, name: str, own: Any) -> dict[str, Any]:
    """What differs in an edition, and under the name of a sheet what differs on that one."""
    known = _keys(Edition, *_NOT_SAID)
    parts = own if isinstance(own, dict) else {}
    plain = {key: value for key, value in parts.items() if key not in PAPERS_MM} if parts else own
    sound = reader.table(name, plain, known)
    for paper in PAPERS_MM:
        if paper in parts:
            sound[paper] = MappingProxyType(reader.table(f"{name}.{paper}", parts[paper], known))
    for place, table in ((name, sound), *((f"{name}.{paper}", sound.get(paper, {})) for paper in PAPERS_MM)):
        if not 1 <= table.get("columns", 1) <= MOST_COLUMNS:
            reader.outside(f"{place}.columns", 1, MOST_COLUMNS)
    return sound


def _levers(reader: _Reader, data: Any) -> dict[str, Any]:
    found = reader.table("makeup", data, _keys(Levers))
    if not 0 <= found.get("spread", 0) <= 1:
        reader.outside("makeup.spread", 0, 1)
    for name, value in found.items():
        if isinstance(value, tuple) and not LEAST_FACTOR <= value[0] <= 1 <= value[1] <= MOST_FACTOR:
            message = say(
                "“{key}” goes from at least {least} up to 1, and from 1 up to at most {most}",
                key=f"makeup.{name}", least=LEAST_FACTOR, most=MOST_FACTOR,
            )  # fmt: skip
            reader.fault(f"makeup.{name}", message, "", "impossible-number")
    return found


def _promises(reader: _Reader, data: Any) -> dict[str, Any]:
    found = reader.table("promises", data, _keys(Promises))
    limits = {
        "pages": (0, MOST_PAGES),
        "multiple_of": (1, MOST_PAGES),
        "least_fill": (0, 1),
        "smallest_pt": (0, LARGEST_PT),
    }
    for key, (least, most) in limits.items():
        if key in found and not least <= found[key] <= most:
            reader.outside(f"promises.{key}", least, most)
    return found


def _fits_together(reader: _Reader, layout: Layout, name: str) -> None:
    """Tell sizes that no page can have."""
    table = f"editions.{name}"
    said = layout.sizes.get(name, {})

    def place(key: str) -> str:
        return f"{table}.{key}" if key in said else table

    for paper in layout.papers:
        for landscape in (False, True)[: 1 + layout.landscape]:
            edition = layout.edition(name, paper=paper, landscape=landscape)
            if min(edition.margins_mm) < 0 or min(edition.in_column().measure_mm, edition.depth_mm) < LEAST_ROOM_MM:
                message = say("the margins of “{edition}” leave no room for text on {paper}", edition=name, paper=paper)
                hint = say("at least {n} mm must be left in width and height", n=f"{LEAST_ROOM_MM:g}")
                reader.fault(place("margins_mm"), message, hint, "impossible-number")
                return
    edition = layout.edition(name)
    for key in ("smallest_pt", "body_pt"):
        least = EDITIONS[name].smallest_pt if edition.large_print else 6.0
        if not least <= getattr(edition, key) <= LARGEST_PT:
            reader.outside(place(key), least, LARGEST_PT)
            return
    # As it is written; a layout takes the larger of the two.
    body_pt, smallest_pt = (said.get(key, getattr(EDITIONS[name], key)) for key in ("body_pt", "smallest_pt"))
    if body_pt < smallest_pt:
        message = say(
            "the text of “{edition}” has {body} pt, less than its smallest type of {smallest} pt",
            edition=name, body=f"{body_pt:g}", smallest=f"{smallest_pt:g}",
        )  # fmt: skip
        reader.fault(place("body_pt" if "body_pt" in said else "smallest_pt"), message, "", "impossible-number")
    if not LEAST_LEADING <= edition.leading <= MOST_LEADING:
        reader.outside(place("leading"), LEAST_LEADING, MOST_LEADING)


def with_version(text: str, version: str, titles: Mapping[str, str]) -> str:
    """A `layout.toml` for a copy: with the version that it was made with, and titles of its own."""
    for language, title in titles.items():
        text = re.sub(rf'(?m)^{language} = "[^"]*"', f'{language} = "{title}"', text, count=1)
    remark = "# The version of the program with which “bulletin layouts check” passed this layout last."
    return f'{remark}\nversion = "{version}"\n\n{text}'

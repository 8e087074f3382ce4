"""A record out of what was typed, or everything that is wrong with it, in the clerk's words."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bulletin.errors import Problem, RecordError
from bulletin.messages import N_, say
from bulletin.model.fields import DEEPEST_SECTION, MOST_PEOPLE, MOST_PHOTOS, Loc, Model
from bulletin.model.placing import photo_marks
from bulletin.model.record import Origin, Record, Section
from bulletin.model.shape import Shape, keys_of, names_of, shape_of
from bulletin.vietnamese.text import fold, similar

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from bulletin.load import Source

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # pydantic's own
        "missing": (N_("“{key}” is missing"), N_("add a line such as: {key}: …")),
        "too_long": (N_("“{key}” takes at most {max_length} entries"), ""),
        "string_type": (N_("“{key}” takes one line of text"), ""),
        "tuple_type": (N_("“{key}” takes a list: one line each, beginning with “- ”"), ""),
        "dict_type": (N_("“{key}” takes lines such as “name: value” below it, indented"), ""),
        "model_type": (N_("“{key}” takes lines such as “name: value” below it, indented"), ""),
        "model_attributes_type": (N_("“{key}” takes lines such as “name: value” below it, indented"), ""),
        # the model's
        "not_a_line": (
            N_("“{key}” takes one line of text, not a list or parts"), N_("write it on one line: {key}: …")
        ),
        "not_a_text": (
            N_("“{key}” takes running text, not a list or parts"),
            N_("write “{key}: |” and the text below it, indented; list items there begin with “- ”"),
        ),
        "empty": (N_("“{key}” is empty"), N_("write something behind the colon")),
        "long_word": (
            N_("a word in “{key}” has more than {limit} letters: “{start}…”"),
            N_("put spaces between the words"),
        ),
        "long_paragraph": (
            N_("a paragraph of “{key}” has {length} characters; at most {limit} are read"),
            N_("break it into several paragraphs"),
        ),
        "long_title": (
            N_("“{key}” has {length} characters; a title has at most {limit}"),
            N_("shorten it; details belong in “sapô” or “phụ đề”"),
        ),
        "not_a_date": (
            N_("“{typed}” is not a date"), N_("day first, such as 29/12/2023, or 26-27/9/2025 for two days")
        ),
        "not_one_day": (N_("“{typed}” is more than one day"), N_("one date only, such as 29/12/2023")),
        "not_a_time": (N_("“{typed}” is not a time of day"), N_("such as 14:00, 8h30 or 14 giờ 30 phút")),
        "unknown_value": (N_("“{typed}” is not known for “{key}”"), N_("one of: {known}")),
        "nobody": (N_("nobody is named here"), N_("a name, or an office: - Nguyễn Văn A, Bí thư Chi bộ")),
        "not_a_focus": (N_("“{typed}” is not a point in the picture"), N_("such as 50%, 30%: from the left, from the top")),
        "crooked_row": (
            N_("row {row} of the table has {cells} cells, the table has {columns} columns"),
            N_("give each row as many cells as there are columns"),
        ),
        "empty_section": (N_("this part is empty"), N_("give it a heading, text, photos or a table, or take it out")),
    }
)  # fmt: skip
"""What is said for each kind of fault that the model finds, and its cure."""


def validate(source: Source, *, defaults: Mapping[str, Any] = MappingProxyType({})) -> Record:
    """Make a record of what was typed.

    Args:
        source: The file, read.
        defaults: Values, under English keys, for what the record leaves out, such as the organisation.

    Raises:
        RecordError: With every fault of the file, in its order.
    """
    record, problems = examine(source, defaults=defaults)
    if problems or record is None:
        raise RecordError(problems)
    return record


def examine(
    source: Source, *, defaults: Mapping[str, Any] = MappingProxyType({})
) -> tuple[Record | None, tuple[Problem, ...]]:
    """The sound part of what was typed as a record, and every fault in the order of the file.

    The record serves to find more faults, such as in its photos; it is complete only when there is no fault.

    Args:
        source: The file, read.
        defaults: As for `validate`.
    """
    from pydantic import ValidationError

    reading = _Reading(source)
    data = reading.model(source.data, Record, (), ())
    for name, value in defaults.items():
        data.setdefault(name, value)
    problems = [*source.problems, *reading.problems]
    record = None
    try:
        record = Record.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        problems += _explained(faults, reading)
        with contextlib.suppress(ValidationError):
            record = Record.model_validate(_sound(data, faults))
    if record is not None:
        problems += _inconsistent(record, reading)
        record = record.with_origin(
            Origin(source.path, MappingProxyType(reading.places), MappingProxyType(reading.typed), source.text)
        )
    return record, in_file_order(problems)


def in_file_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file, each once."""
    return tuple(dict.fromkeys(sorted(problems, key=lambda problem: (problem.line, problem.column))))


def _sound(data: dict[str, Any], faults: Sequence[ErrorDetails]) -> dict[str, Any]:
    """The record without its faulty values; stand-ins take the place of a missing title or date."""
    bad = {tuple(fault["loc"]) for fault in faults}

    def without(value: Any, loc: Loc) -> Any:
        if isinstance(value, dict):
            return {name: without(part, (*loc, name)) for name, part in value.items() if (*loc, name) not in bad}
        if isinstance(value, list):
            return [without(part, (*loc, n)) for n, part in enumerate(value) if not _spoilt((*loc, n), bad)]
        return value

    sound: dict[str, Any] = {name: without(part, (name,)) for name, part in data.items() if not _spoilt((name,), bad)}
    return {"title": "?", "date": "01/01/2000"} | sound


def _spoilt(loc: Loc, bad: set[Loc]) -> bool:
    """Whether a whole entry has to go: it is faulty itself, or lacks something or has a faulty key in it."""
    return loc in bad or any(fault[: len(loc)] == loc and len(fault) == len(loc) + 1 for fault in bad)


@dataclass(slots=True)
class _Reading:
    """Goes through what was typed by the shape of the model, and notes where everything stood."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    places: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    typed: dict[Loc, Loc] = field(default_factory=dict)

    def value(self, value: Any, shape: Shape, typed: Loc, loc: Loc) -> Any:
        """Bring one value to the form that the model wants."""
        self._note(typed, loc)
        if shape.form == "list":
            return self._list(value, shape, typed, loc)
        if shape.form == "model":
            assert shape.model is not None
            return self.model(value, shape.model, typed, loc)
        return value

    def model(self, value: Any, model: type[Model], typed: Loc, loc: Loc) -> Any:
        """Read the keys of a part of the record, in either language; or a part written as one line."""
        from_line = getattr(model, "from_line", None)
        if isinstance(value, dict) and from_line and self._is_line(value, model):
            value = self.source.raw(typed)
        if isinstance(value, str) and from_line:
            return self._spread(from_line(value.strip("\n")), model, typed, loc)
        if not isinstance(value, dict):
            return value
        read: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        for name, part in value.items():
            english = names_of(model).get(fold(name))
            if english is None:
                if hasattr(model, "rest"):
                    rest[name] = part
                    self._note((*typed, name), (*loc, model.rest, name))
                else:
                    self._unknown(name, model, (*typed, name))
            elif english in read:
                self._fault(
                    "key-twice", say("“{key}” says the same as an earlier line here", key=name), (*typed, name),
                    hint=say("keep one of the two"), at_key=True,
                )  # fmt: skip
            elif part in ("", [], {}) and shape_of(model)[english].form != "mapping":
                self._note((*typed, name), (*loc, english))
            else:
                read[english] = self.value(part, shape_of(model)[english], (*typed, name), (*loc, english))
        if rest:
            read[model.rest] = rest | read.get(model.rest, {})  # type: ignore[attr-defined]
        return read

    def _list(self, value: Any, shape: Shape, typed: Loc, loc: Loc) -> Any:
        assert shape.item is not None
        if isinstance(value, list):
            entries = [(entry, (*typed, number)) for number, entry in enumerate(value)]
        elif isinstance(value, str) and shape.item.form == "leaf" and shape.printed != "text":
            # Several lines where a list is wanted are its entries; `a | b` is a row of a table.
            rows = value.split("|") if "\n" not in value and loc[-2:-1] == ("rows",) else value.splitlines()
            entries = [(row.strip(), typed) for row in rows if row.strip() or loc[-2:-1] == ("rows",)]
        else:
            entries = [(value, typed)]
        read = []
        for number, (entry, place) in enumerate(entries):
            if entry in ("", [], {}) and loc[-2:-1] != ("rows",):
                self._fault("empty-entry", say("this entry is empty"), place, hint=say("fill it in or take it out"))
                continue
            if isinstance(entry, dict) and shape.item.form == "leaf":
                # "- Đồng chí: A" is that line (docs/record.md).
                entry = self.source.raw(place) if len(entry) == 1 else entry
            read.append(self.value(entry, shape.item, place, (*loc, number)))
        return read

    def _is_line(self, value: dict[str, Any], model: type[Model]) -> bool:
        (name, part), *others = value.items() or [("", None)]
        return not others and isinstance(part, str) and bool(name) and fold(name) not in names_of(model)

    def _spread(self, parts: dict[str, Any], model: type[Model], typed: Loc, loc: Loc) -> dict[str, Any]:
        for name in parts:
            self._note(typed, (*loc, name))
        return parts

    def _note(self, typed: Loc, loc: Loc) -> None:
        mark = self.source.value_mark(typed)
        self.places[loc] = (mark.line, mark.column)
        self.typed[loc] = typed

    def _unknown(self, name: str, model: type[Model], typed: Loc) -> None:
        known = keys_of(model)
        near = similar(name, [spelling for english, names in known.items() for spelling in (*names, english)])
        shown = ", ".join(names[0] if names else english for english, names in known.items())
        hint = say("did you mean “{near}”?", near=near) if near else say("known here: {shown}", shown=shown)
        self._fault("unknown-key", say("“{key}” is not known here", key=name), typed, hint=hint, at_key=True)

    def _fault(self, id_: str, message: str, typed: Loc, *, hint: str = "", at_key: bool = False) -> None:
        mark = self.source.key_mark(typed) if at_key else self.source.value_mark(typed)
        line = self.source.line(mark.line)
        self.problems.append(Problem(message, self.source.path, mark.line, mark.column, hint, id_, line))

    def problem(self, id_: str, message: str, loc: Loc, *, hint: str = "", offset: int = 0) -> Problem:
        """A problem at a place of the record (English keys)."""
        while loc and loc not in self.typed:
            loc = loc[:-1]
        typed = self.typed.get(loc, ())
        mark = self.source.place(typed, offset) if typed else self.source.value_mark(())
        return Problem(message, self.source.path, mark.line, mark.column, hint, id_, self.source.line(mark.line))

    def key(self, loc: Loc) -> str:
        """The key as the clerk typed it; its Vietnamese name when she did not."""
        name = next((part for part in reversed(self.typed.get(loc, ())) if isinstance(part, str)), "")
        return name or self.name(loc)

    def name(self, loc: Loc) -> str:
        """The Vietnamese name of a key that was not typed; the English one in a record with English keys."""
        model: type[Model] = Record
        for part in loc[:-1]:
            if isinstance(part, str) and part in shape_of(model):
                shape = shape_of(model)[part]
                while shape.form == "list" and shape.item:
                    shape = shape.item
                model = shape.model or model
        last = next((part for part in reversed(loc) if isinstance(part, str)), "")
        english = set(keys_of(Record)) >= {str(name) for name in self.source.data}
        names = keys_of(model).get(last, ())
        return last if english or not names else names[0]


def _explained(errors: Sequence[ErrorDetails], reading: _Reading) -> Iterator[Problem]:
    """Say what the model found, in the clerk's words."""
    for error in errors:
        kind, loc = error["type"], tuple(error["loc"])
        context = {name: value for name, value in error.get("ctx", {}).items() if name != "error"}
        missing = kind == "missing"
        key = reading.name(loc) if missing else reading.key(loc)
        message, hint = SENTENCES[kind]
        hint = say(hint, key=key, **context) if hint else ""
        if kind == "unknown_value" and context["nearest"]:
            hint = say("did you mean “{near}”?", near=context["nearest"])
        offset = _row_start(reading, loc, context.get("row", 0)) if kind == "long_paragraph" else 0
        yield reading.problem(
            kind.replace("_", "-"), say(message, key=key, **context), loc[:-1] if missing else loc, hint=hint, offset=offset
        )  # fmt: skip


def _row_start(reading: _Reading, loc: Loc, row: int) -> int:
    value: Any = reading.source.data
    for part in reading.typed.get(loc, ()):
        value = value[part]
    return sum(len(line) + 1 for line in str(value).split("\n")[:row])


def _inconsistent(record: Record, reading: _Reading) -> Iterator[Problem]:
    """Faults that lie between the values."""

    def fault(id_: str, message: str, *loc: str | int, hint: str = "") -> Problem:
        return reading.problem(id_, message, loc, hint=hint)

    if record.organisation is None and ("organisation",) not in reading.typed:
        yield fault(
            "missing", say("“{key}” is missing", key=reading.name(("organisation",))),
            hint=say("say who publishes, here or in bulletin.toml"),
        )  # fmt: skip
    if not (record.sections or record.lead or {("sections",), ("lead",)} & reading.typed.keys()):
        yield fault(
            "missing", say("“{key}” is missing", key=reading.name(("sections",))),
            hint=say("write “{key}: |” and the text below it, indented", key=reading.name(("sections",))),
        )  # fmt: skip
    if record.approved:
        for name in ("approved_by", "approved_on"):
            if not getattr(record, name) and (name,) not in reading.typed:
                yield fault(
                    "approval-incomplete",
                    say("an approved record needs “{key}”", key=reading.name((name,))),
                    "status", hint=say("add it, or set the status back to draft"),
                )  # fmt: skip
    if record.last_day < record.first_day:
        place = "end_date" if record.end_date else "date"
        yield fault("ends-before", say("the last day is before the first"), place, hint=say("check both dates"))
    yield from _too_many(record, reading)
    yield from _too_deep(record.sections, ("sections",), 1, reading)
    yield from _misplaced_photos(record, reading)


def _too_many(record: Record, reading: _Reading) -> Iterator[Problem]:
    photos = sum(len(photo.file) for _, photo in record.all_photos())
    if photos > MOST_PHOTOS:
        message = say("{n} photos; a record has at most {limit}", n=photos, limit=MOST_PHOTOS)
        yield reading.problem("too-many-photos", message, ("photos",), hint=say("make two records of it"))
    for name in ("chairs", "guests", "secretaries", "participants", "admitted"):
        people = len(getattr(record, name))
        if people > MOST_PEOPLE:
            message = say("{n} people; a list has at most {limit}", n=people, limit=MOST_PEOPLE)
            yield reading.problem("too-many-people", message, (name,), hint=say("name groups instead of people"))


def _too_deep(sections: Sequence[Section], loc: Loc, level: int, reading: _Reading) -> Iterator[Problem]:
    for number, section in enumerate(sections):
        here = (*loc, number)
        if level > DEEPEST_SECTION:
            message = say("this part lies deeper than {limit} levels", limit=DEEPEST_SECTION)
            yield reading.problem("too-deep", message, here, hint=say("move it up a level"))
        else:
            yield from _too_deep(section.sections, (*here, "sections"), level + 1, reading)


def _misplaced_photos(record: Record, reading: _Reading) -> Iterator[Problem]:
    seen: set[Loc] = set()
    names = [
        photo.name or (photo.file[0].rsplit("/", 1)[-1].rsplit(".", 1)[0] if photo.file else "")
        for _, photo in record.all_photos()
    ]
    for mark in photo_marks(record):
        offset = _row_start(reading, mark.text, mark.row)
        if mark.photo is None:
            near = similar(mark.called, names)
            hint = say("did you mean “{near}”?", near=near) if near else say("name a photo that stands under “ảnh”")
            message = say("there is no photo called “{name}”", name=mark.called)
            yield reading.problem("unknown-photo", message, mark.text, hint=hint, offset=offset)
        elif mark.photo in seen:
            message = say("the photo “{name}” is placed a second time", name=mark.called)
            yield reading.problem("photo-twice", message, mark.text, hint=say("take this line out"), offset=offset)
        else:
            seen.add(mark.photo)

"""What was typed, brought to the keys and the shape of the model, with the place of each value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.model import Candidate, Loc, Origin, Person
from bulletin.model.fields import MOST_PEOPLE, Model
from bulletin.model.shape import Shape, names_of, shape_of
from bulletin.validate import keys
from bulletin.validate.entries import Entry, entries_of, is_blank
from bulletin.vietnamese.text import fold

if TYPE_CHECKING:
    from bulletin.load import Source

_LONGEST_KEY = 40
"""Characters of a key that are shown; a longer one is a sentence."""


@dataclass(slots=True)
class Reading:
    """Goes through what was typed by the shape of the model, and notes where everything stood."""

    source: Source
    problems: list[Problem] = field(default_factory=list)
    typed: dict[Loc, Loc] = field(default_factory=dict)
    """For each place of the record, the place in the keys that the clerk typed."""
    offsets: dict[Loc, int] = field(default_factory=dict)
    """For an entry that is a line of a longer text: where it begins there."""
    broken: set[Loc] = field(default_factory=set)
    """Parts that hold keys which are not known."""
    meant: set[Loc] = field(default_factory=set)
    """Keys that one of those most likely means."""
    given: set[str] = field(default_factory=set)
    """Keys of the record that have a value, sound or not."""
    photos_left_out: bool = False
    """Whether the sound part of the record lacks a photo."""
    lessened: frozenset[Loc] = frozenset()
    """Parts of the sound part of the record that lack something."""

    def value(self, value: Any, shape: Shape, typed: Loc, loc: Loc) -> Any:
        """Bring one value to the form that the model wants."""
        self.typed[loc] = typed
        if shape.form == "list":
            return self._list(value, shape, typed, loc)
        if shape.form == "model":
            assert shape.model is not None
            return self.model(value, shape.model, typed, loc)
        if shape.form == "mapping" and isinstance(value, dict):
            self.typed |= {(*loc, name): (*typed, name) for name in value}
        return value

    def model(self, value: Any, model: type[Model], typed: Loc, loc: Loc) -> Any:
        """Read the keys of a part of the record, in either language; or a part written as one line or text."""
        if isinstance(value, str):
            return self._from_text(value, model, typed, loc)
        if not isinstance(value, dict):
            return value
        read: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        first: dict[str, str] = {}
        for name, part in value.items():
            below = (*typed, name)
            english = names_of(model).get(fold(name))
            if english is None:
                if part and hasattr(model, "rest") and not keys.is_misspelt(name, part, model):
                    rest[name] = part
                    self.typed[*loc, model.rest, name] = below
                elif not hasattr(model, "rest") or part:
                    self._unknown(name, model, below, loc)
                continue
            if english in first:
                self._given_twice(name, first[english], typed)
                continue
            first[english] = name
            if is_blank(part):
                self.typed[*loc, english] = below
            else:
                read[english] = self.value(part, shape_of(model)[english], below, (*loc, english))
                if read[english] == []:
                    # All its entries were told to be empty; what lacks them is not told besides.
                    self.broken.add(loc)
        if not loc:
            self.given = set(read)
        if rest and isinstance(counted := read.get(model.rest, {}), dict):  # type: ignore[attr-defined]
            read[model.rest] = rest | counted  # type: ignore[attr-defined]
        return read

    def _from_text(self, value: str, model: type[Model], typed: Loc, loc: Loc) -> Any:
        """Read a part that is written as one line, or as running text."""
        if reader := getattr(model, "from_text", None):
            parts = reader(value)
        elif reader := getattr(model, "from_line", None):
            parts = reader(" ".join(line.strip() for line in value.strip().splitlines()))
        else:
            return value
        self.typed |= {(*loc, name): typed for name in parts}
        return parts

    # Lists

    def _list(self, value: Any, shape: Shape, typed: Loc, loc: Loc) -> Any:
        assert shape.item is not None
        blanks = shape.parted is not None and shape.parted.blanks
        if isinstance(value, dict) and self._lacks_dashes(value, shape.item, typed, loc):
            return []
        entries = entries_of(value, shape, typed)
        people = loc == ("participants",) or (shape.item.model and issubclass(shape.item.model, (Person, Candidate)))
        if people and len(entries) > MOST_PEOPLE:
            message = say("{n} people stand here; a list has at most {limit}", n=len(entries), limit=MOST_PEOPLE)
            hint = say("name groups instead of people")
            self._fault("too-many-people", message, entries[MOST_PEOPLE].typed, hint=hint)
            entries = entries[:MOST_PEOPLE]
        read: list[Any] = []
        for entry in entries:
            here = (*loc, len(read))
            if entry.offset:
                self.offsets[here] = entry.offset
            made: Any = ""
            if blanks or not is_blank(entry.value):
                made = self.value(self._line_of(entry, shape.item), shape.item, entry.typed, here)
            if is_blank(made) and here not in self.broken and not blanks:
                hint = say("fill it in or take it out")
                self._fault("empty-entry", say("this entry is empty"), entry.typed, hint=hint)
                # The next entry takes its place.
                for name in shape_of(shape.item.model) if shape.item.model else ():
                    self.typed.pop((*here, name), None)
            else:
                read.append(made)
        return read

    def _lacks_dashes(self, value: dict[str, Any], item: Shape, typed: Loc, loc: Loc) -> bool:
        """Whether lines with colons stand where a list does, without the dashes; tells it."""
        if not value or not (item.model or item.printed):
            return False
        if not isinstance(self._line_of(Entry(value, typed), item), dict):
            return False
        if item.model and any(fold(name) in names_of(item.model) or keys.is_near(name, item.model) for name in value):
            return False
        example = next(iter(value))
        if item.model and not getattr(item.model, "line_with_colon", False):
            example = keys.example_key(item.model, english=self.english)
        message = say("“{key}” is a list; each entry begins with a dash", key=self.key(loc))
        hint = say("write each entry on a line of its own: - {example}: …", example=example)
        self._fault("list-wanted", message, typed, hint=hint)
        return True

    def _line_of(self, entry: Entry, shape: Shape) -> Any:
        """The entry; where YAML took a line with a colon in it for a key, that line (docs/record.md)."""
        value = entry.value
        if not isinstance(value, dict) or len(value) != 1:
            return value
        [(name, part)] = value.items()
        lines = shape.printed or getattr(shape.model, "line_with_colon", False)
        if not lines or not name or not isinstance(part, str) or "\n" in part:
            return value
        if shape.model and (fold(name) in names_of(shape.model) or keys.is_near(name, shape.model)):
            return value
        return self.source.raw(entry.typed)

    # Faults

    def _unknown(self, name: str, model: type[Model], typed: Loc, loc: Loc) -> None:
        self.broken.add(loc)
        near, hint = keys.cure(name, model, self.english)
        if near:
            self.meant.add((*loc, near))
        shown = name if len(name) <= _LONGEST_KEY else f"{name[:_LONGEST_KEY]}…"
        self._fault("unknown-key", say("“{key}” is not known here", key=shown), typed, hint=hint, at_key=True)

    def _given_twice(self, name: str, first: str, typed: Loc) -> None:
        line = self.source.key_mark((*typed, first)).line
        message = say("“{key}” says the same as “{first}” in line {line}", key=name, first=first, line=line)
        self._fault("key-twice", message, (*typed, name), hint=say("keep one of the two"), at_key=True)

    def _fault(self, id_: str, message: str, typed: Loc, *, hint: str = "", at_key: bool = False) -> None:
        mark = self.source.key_mark(typed) if at_key else self.source.value_mark(typed)
        line = self.source.line(mark.line)
        self.problems.append(Problem(message, self.source.path, mark.line, mark.column, hint, id_, line))

    def problem(self, id_: str, message: str, loc: Loc, *, hint: str = "", row: int = 0) -> Problem:
        """A problem at a place of the record.

        Args:
            id_: Name of the sort of problem.
            message: What is wrong.
            loc: The place (English keys), or one inside it.
            hint: What to do instead.
            row: Line of the text there, counted from 0.
        """
        loc = self.known(loc)
        line, column = self.place(loc, row)
        return Problem(message, self.source.path, line, column, hint, id_, self.source.line(line))

    # Places and names

    @property
    def english(self) -> bool:
        """Whether the clerk writes English keys."""
        return keys.are_english(self.source.data)

    def known(self, loc: Loc) -> Loc:
        """The place, or the nearest one around it that was typed."""
        while loc and loc not in self.typed:
            loc = loc[:-1]
        return loc

    def place(self, loc: Loc, row: int = 0) -> tuple[int, int]:
        """Line and column of a value that was typed, or of a line of it."""
        typed = self.typed.get(loc, ())
        offset = next((self.offsets[loc[:end]] for end in range(len(loc), 0, -1) if loc[:end] in self.offsets), 0)
        if row:
            offset += sum(len(line) + 1 for line in str(self.raw_value(typed)).split("\n")[:row])
        mark = self.source.place(typed, offset) if offset else self.source.value_mark(typed)
        return mark.line, mark.column

    def raw_value(self, typed: Loc) -> Any:
        """A value as the file holds it."""
        value: Any = self.source.data
        for part in typed:
            value = value[part]
        return value

    def key(self, loc: Loc) -> str:
        """The key as the clerk typed it; its name in her language when she did not."""
        typed = self.typed.get(loc) or self.typed.get(self.known(loc), ())
        return next((part for part in reversed(typed) if isinstance(part, str)), "")

    def name(self, loc: Loc) -> str:
        """The name of a key that was not typed, in the language of the others."""
        return keys.name_of(loc, english=self.english)

    def origin(self) -> Origin:
        """Where everything stood, for the record."""
        places = {loc: self.place(loc) for loc in self.typed}
        return Origin(self.source.path, MappingProxyType(places), MappingProxyType(self.typed), self.source.text)

    def has(self, key: str) -> bool:
        """Whether something was typed for a key of the record, or for one that most likely means it."""
        return key in self.given or (key,) in self.meant

    @property
    def photos_are_sound(self) -> bool:
        """Whether all photos are known by all their names."""
        return not self.photos_left_out and not any("photos" in loc for loc in self.broken)

    def moved(self, before: Mapping[Loc, Loc], removed: frozenset[Loc]) -> Reading:
        """The same for the sound part of the record.

        Args:
            before: For each place in it, the place where the value stood in the whole.
            removed: What was left out.
        """
        typed = {new: self.typed[old] for new, old in before.items() if old in self.typed}
        offsets = {new: self.offsets[old] for new, old in before.items() if old in self.offsets}
        blank = {loc: place for loc, place in self.typed.items() if len(loc) == 1 and loc[0] not in self.given}
        lost = any("photos" in loc and any(loc[: len(bad)] == bad for bad in removed) for loc in self.typed)
        around = {bad[:end] for bad in removed for end in range(len(bad))}
        lessened = frozenset(new for new, old in before.items() if old in around)
        return replace(self, typed=typed | blank, offsets=offsets, photos_left_out=lost, lessened=lessened)

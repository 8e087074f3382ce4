"""Contents and indexes of an issue: what stands in them, in which order."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bulletin.compose.capitals import calm_names
from bulletin.compose.issue import Group, Line, Named, Reference, Section
from bulletin.compose.panel import opened
from bulletin.edition import Edition
from bulletin.model import Person, Record
from bulletin.model.named import people_of
from bulletin.vietnamese import dates
from bulletin.vietnamese.mentions import identity
from bulletin.vietnamese.names import sort_key, split_name
from bulletin.vietnamese.text import TONES, nfc

CONTENTS, PEOPLE, DAYS = "Mục lục", "Tra cứu theo tên người", "Tra cứu theo ngày"


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Someone whom a record names, as the record spells the name."""

    key: tuple[str, str]
    """The same for one person in all records."""
    name: str
    note: str = ""
    """First office of one of several people of that name."""

    @property
    def words(self) -> str:
        """What is looked for on the pages."""
        return f"{self.name}, {self.note}" if self.note else self.name


def who_is_who(records: Sequence[Record]) -> tuple[tuple[Who, ...], ...]:
    """The people of each record, each once.

    One name is one person, whatever the offices: they change from one conference to the next. Only where one list
    of a record holds a name twice with different offices are there two people, told apart by them everywhere.
    """
    lists = [tuple(people_of(record)) for record in records]
    doubles = {key for own in lists for people in own for key in _doubles(people)}
    found = []
    for own in lists:
        people = (_who(person, doubles) for list_ in own for person in list_)
        found.append(tuple(dict.fromkeys(people)))
    return tuple(found)


def _doubles(people: Sequence[Person]) -> list[str]:
    offices: dict[str, set[str]] = {}
    for person in people:
        offices.setdefault(identity(person.name), set()).add(_office(person))
    count = Counter(identity(person.name) for person in people)
    return [key for key, own in offices.items() if count[key] > 1 and len(own) > 1]


def _who(person: Person, doubles: set[str]) -> Who:
    key = identity(person.name)
    note = _office(person) if key in doubles else ""
    return Who(key=(key, identity(note)), name=person.name, note=note)


def _office(person: Person) -> str:
    return next((part for part in (*person.titles, person.organisation) if part), "")


def contents(lines: Sequence[Line], indexes: Sequence[Line]) -> Section:
    """Articles in their order, then the indexes."""
    return Section(id="contents", title=CONTENTS, groups=(Group(heading="", lines=(*lines, *indexes)),))


def people(edition: Edition, named: Iterable[tuple[Who, int, str]]) -> Section:
    """The index of people, by given name, each letter with a heading.

    Args:
        edition: Large print has no names in capitals.
        named: Who is named on which page, and the element to which the number leads.
    """
    spellings: dict[tuple[str, str], list[Who]] = {}
    references: dict[tuple[str, str], dict[int, Reference]] = {}
    for who, page, target in named:
        spellings.setdefault(who.key, []).append(who)
        own = Reference(page=page, target=target, name=who.name)
        references.setdefault(who.key, {}).setdefault(page, own)
    # Shown as it was spelled first, but rather not in capitals.
    shown = {key: next((who for who in own if not who.name.isupper()), own[0]) for key, own in spellings.items()}
    groups: dict[str, list[Named]] = {}
    for key, who in sorted(shown.items(), key=lambda entry: (sort_key(entry[1].name), entry[1].note)):
        pages = references[key]
        name = calm_names(" ".join(who.name.split()), edition)
        before, _, given = name.rpartition(" ") if "(" not in name else ("", "", name)
        entry = Named(
            before=before, given=given, note=who.note, references=tuple(pages[page] for page in sorted(pages))
        )
        groups.setdefault(_letter(who.name), []).append(entry)
    return Section(
        id="people", title=PEOPLE,
        groups=tuple(Group(heading=letter, entries=tuple(own)) for letter, own in groups.items()),
    )  # fmt: skip


def _letter(name: str) -> str:
    """The letter under which a name stands: `Ánh` under A, `Ân` under Â, `Đức` under Đ."""
    first = next((letter for letter in split_name(name)[2] if letter.isalnum()), "#")
    return nfc("".join(sign for sign in unicodedata.normalize("NFD", first) if sign not in TONES)).upper()


def days(lines: Sequence[tuple[dt.date, Line]]) -> Section:
    """The index of days, each month with a heading."""
    groups: dict[str, list[Line]] = {}
    for day, line in sorted(lines, key=lambda entry: (entry[0], entry[1].page)):
        groups.setdefault(month(day), []).append(line)
    return Section(
        id="days", title=DAYS, groups=tuple(Group(heading=name, lines=tuple(own)) for name, own in groups.items())
    )  # fmt: skip


def month(day: dt.date) -> str:
    """`Tháng 3 năm 2025`."""
    return opened(dates.long_date(day).partition(" ")[2].partition(" ")[2])


def line_of(record: Record, edition: Edition, *, page: int, target: str) -> Line:
    """The line of an article in the contents."""
    assert record.organisation is not None, "validate sees to it"
    when = dates.date_span(record.first_day, record.last_day)
    under = f"{when}, {calm_names(record.organisation.name, edition)}"
    return Line(text=calm_names(record.title, edition), page=page, target=target, under=under)


def day_line(record: Record, edition: Edition, *, page: int, target: str) -> Line:
    """The line of an article in the index of days."""
    when = dates.date_span(record.first_day, record.last_day)
    return Line(text=calm_names(record.title, edition), page=page, target=target, label=f"{when}:")

"""The people that a record names as people: who chaired, came, was elected, admitted, awarded, appointed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletin.model.people import Person
from bulletin.model.record import Record


def people_of(record: Record) -> Iterator[tuple[Person, ...]]:
    """Lists of people, in the order of the record; offices and groups without a name of a person are left out.

    Who is merely mentioned in running text, in a step of the programme or a task is in none of them.
    """
    yield _named(record.chairs)
    for guest in record.guests:
        yield _named((guest, *guest.people))
    yield _named(record.secretaries)
    for site in record.sites:
        yield _named(site.chairs)
    for election in record.elections:
        yield _named(election.elected)
        yield _named([Person(name=candidate.name) for candidate in election.candidates])
    for award in record.awards:
        if award.to != "collective":
            yield _named(award.name)
    for decision in record.decisions:
        yield _named(decision.to)
    yield _named(record.admitted)


def _named(people: Sequence[Person]) -> tuple[Person, ...]:
    return tuple(person for person in people if person.name)

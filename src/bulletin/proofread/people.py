"""One person with two offices that exclude each other, such as Bí thư and Phó Bí thư of one body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.messages import N_, say
from bulletin.model import Loc, Person, Record
from bulletin.proofread.remarks import Remark
from bulletin.proofread.texts import Typed
from bulletin.vietnamese.lint import Check, Paper
from bulletin.vietnamese.lint.named import named
from bulletin.vietnamese.text import fold

TWO_TITLES = Check(
    "person-two-titles",
    N_("one person with two offices or ranks that exclude each other"),
    "chủ trì: Lê Văn Nam - Phó Bí thư Chi bộ; trong bài: đồng chí Lê Văn Nam, Bí thư Chi bộ",
    "chủ trì: Lê Văn Nam - Bí thư Chi bộ; trong bài: đồng chí Lê Văn Nam, Bí thư Chi bộ",
)

_HEADS = (
    "bí thư", "chủ tịch", "tổng giám đốc", "giám đốc", "hiệu trưởng", "trưởng phòng", "trưởng ban", "trưởng khoa",
    "trưởng đoàn", "chánh văn phòng", "chánh thanh tra", "chủ nhiệm", "viện trưởng", "cục trưởng", "tổ trưởng",
)  # fmt: skip
_SHORT_DEPUTIES = (("phó ban", "phó trưởng ban"), ("phó phòng", "phó trưởng phòng"), ("hiệu phó", "phó hiệu trưởng"))
_PIECES = re.compile(r"[,;:()\n]| [-–—] |\.(?:\s|$)")
_PAST = ("nguyên ", "cựu ", "quyền ", "phụ trách ")
# Where people are elected and appointed, they rightly have one office before and another after.
_CHANGING_KINDS = frozenset({"congress", "decision"})
_WORDS_SHOWN = 6
_MENTIONS = 20
"""Of one name; a person who is named more often is compared with the first of them."""


@dataclass(frozen=True, slots=True)
class _Office:
    """An office held: of a body, as its head or a deputy."""

    head: str
    body: str
    deputy: bool
    shown: str


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place where a person is named."""

    name: str
    loc: Loc
    offset: int
    offices: tuple[_Office, ...]
    rank: str = ""


def two_titles(record: Record, typed: tuple[Typed, ...], paper: Paper) -> Iterator[Remark]:
    """People who are called one thing here and another there.

    Args:
        record: Names people in its lists.
        typed: Its texts, with their places.
        paper: The same texts, cut into words.
    """
    if _CHANGING_KINDS & set(record.kind) or record.elections or record.decisions:
        return
    mentions: defaultdict[str, list[_Mention]] = defaultdict(list)
    for mention in (*_listed(record), *_in_texts(typed, paper)):
        before = mentions[fold(mention.name) if mention.name.isascii() else mention.name.lower()]
        for other in before[:_MENTIONS]:
            if clash := _clash(other, mention):
                message = say(
                    "{name} is “{one}” here and “{other}” elsewhere", name=mention.name, one=clash[1], other=clash[0]
                )
                cure = say("write the same office in both places")
                yield Remark(TWO_TITLES, mention.loc, message, cure, mention.offset)
                break
        before.append(mention)


def _listed(record: Record) -> Iterator[_Mention]:
    lists: list[tuple[str, tuple[Person, ...]]] = [
        ("chairs", record.chairs), ("guests", record.guests), ("secretaries", record.secretaries),
        ("admitted", record.admitted),
    ]  # fmt: skip
    for key, people in lists:
        for number, person in enumerate(people):
            yield from _mention(person, (key, number))
    for number, guest in enumerate(record.guests):
        for place, person in enumerate(guest.people):
            yield from _mention(person, ("guests", number, "people", place))


def _mention(person: Person, loc: Loc) -> Iterator[_Mention]:
    if person.name:
        yield _Mention(person.name, loc, 0, _offices(", ".join(person.titles)), person.rank)


def _in_texts(typed: tuple[Typed, ...], paper: Paper) -> Iterator[_Mention]:
    for person in named(paper):
        if person.sign in (",", "-", "–", "("):
            reading = person.reading
            start = reading.starts[person.behind]
            piece = _PIECES.split(reading.text[start : start + 200], maxsplit=1)[0]
            place = typed[reading.number]
            yield _Mention(person.name, place.loc, place.base + start, _offices(piece))


def _offices(titles: str) -> tuple[_Office, ...]:
    return tuple(office for piece in _PIECES.split(titles) for office in _office(piece.strip()))


def _office(piece: str) -> Iterator[_Office]:
    words = piece.lower().replace("uỷ", "ủy")
    if words.startswith(_PAST):
        return
    for short, full in _SHORT_DEPUTIES:
        if words.startswith(short):
            words = full + words[len(short) :]
    deputy = words.startswith("phó ")
    words = words.removeprefix("phó ")
    for head in _HEADS:
        if words.startswith(head):
            body = " ".join(words[len(head) :].replace("thường trực", " ").split())
            yield _Office(head, body, deputy, " ".join(piece.split()[:_WORDS_SHOWN]))
            return


def _clash(one: _Mention, other: _Mention) -> tuple[str, str] | None:
    """The two offices or ranks that exclude each other."""
    for first in one.offices:
        for second in other.offices:
            if (
                first.head == second.head
                and first.deputy != second.deputy
                and (first.body.startswith(second.body) or second.body.startswith(first.body))
                # Bí thư of one body and Phó Bí thư of another is one person's lot.
                and not any(office.head == first.head and office.deputy == second.deputy for office in one.offices)
                and not any(office.head == first.head and office.deputy == first.deputy for office in other.offices)
            ):
                return first.shown, second.shown
    ranks = fold(one.rank), fold(other.rank)
    if all(ranks) and ranks[0] not in ranks[1] and ranks[1] not in ranks[0]:
        return one.rank, other.rank
    return None

"""Numbers of a record that do not agree with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from bulletin.messages import N_, say
from bulletin.model import Attendance, Award, Election, Loc, Record, Vote
from bulletin.proofread.remarks import Remark
from bulletin.vietnamese.lint import Check
from bulletin.vietnamese.numbers import percent, read_number, write_number

WRONG_SUM = Check(
    "wrong-sum",
    N_("numbers that do not agree: attendance, votes, ballots, awards"),
    "biểu quyết: tổng 34, đồng ý 30, không đồng ý 2, ý kiến khác 1",
    "biểu quyết: tổng 34, đồng ý 31, không đồng ý 2, ý kiến khác 1",
)

_OF = re.compile(r"(\d+) ?/ ?(\d+)")


def wrong_sums(record: Record) -> Iterator[Remark]:
    """All sums of a record that are wrong. Words such as `hơn 160` are not computed with."""
    if record.attendance:
        yield from _attendance(record.attendance, ("attendance",))
    for number, vote in enumerate(record.votes):
        yield from _vote(vote, ("votes", number))
    for number, election in enumerate(record.elections):
        yield from _election(election, ("elections", number))
    for number, award in enumerate(record.awards):
        yield from _award(award, ("awards", number))


def _remark(loc: Loc, message: str) -> Remark:
    return Remark(WRONG_SUM, loc, message, say("put right the number that is wrong"))


def _shown(*numbers: Decimal) -> str:
    return " + ".join(write_number(number) for number in numbers)


def _attendance(came: Attendance, loc: Loc) -> Iterator[Remark]:
    invited, present = read_number(came.invited), read_number(came.present)
    if found := _OF.fullmatch(came.present):
        # "33/34": so many of so many.
        whole = Decimal(found[2])
        if invited is not None and invited != whole:
            message = say(
                "{invited} were invited, but “{present}” says {whole}",
                invited=write_number(invited), present=came.present, whole=write_number(whole),
            )  # fmt: skip
            yield _remark((*loc, "present"), message)
        invited, present = whole, Decimal(found[1])
    if invited is not None and present is not None:
        missing = [number for number in map(read_number, (came.excused, came.absent)) if number is not None]
        stated = bool(came.excused or came.absent)
        readable = len(missing) == bool(came.excused) + bool(came.absent)
        if present > invited or (stated and readable and present + sum(missing) != invited):
            message = say(
                "{parts} present and absent do not make {whole} invited",
                parts=_shown(present, *missing), whole=write_number(invited),
            )  # fmt: skip
            yield _remark((*loc, "present"), message)
    full, new = read_number(came.official), read_number(came.probationary)
    wholes = [number for number in (invited, present) if number is not None]
    if full is not None and new is not None and wholes and full + new not in wholes:
        message = say(
            "{parts} members do not make {whole}",
            parts=_shown(full, new), whole=" / ".join(write_number(number) for number in wholes),
        )  # fmt: skip
        yield _remark((*loc, "official"), message)


def _vote(vote: Vote, loc: Loc) -> Iterator[Remark]:
    total = read_number(vote.total)
    typed = [part for part in (vote.for_, vote.against, vote.other) if part]
    parts = [number for number in map(read_number, typed) if number is not None]
    if total is None or not parts or len(parts) < len(typed):
        return
    # With a part left out, some may have said nothing; more than all cannot have voted.
    whole = len(typed) == 3
    if sum(parts) > total or (whole and sum(parts) != total):
        message = say("{parts} votes do not make {whole}", parts=_shown(*parts), whole=write_number(total))
        yield _remark((*loc, "total"), message)
    rate, agreed = read_number(vote.rate.removesuffix("%")), read_number(vote.for_)
    if rate is not None and agreed is not None and total > 0:
        right = agreed * 100 / total
        # A rate is rounded as its writer pleased, by one unit of its last digit at most.
        exponent = rate.as_tuple().exponent
        if abs(rate - right) >= Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0):
            message = say(
                "{agreed} of {whole} is {right}, not {rate}",
                agreed=write_number(agreed), whole=write_number(total), right=percent(agreed, total), rate=vote.rate,
            )  # fmt: skip
            yield _remark((*loc, "rate"), message)


def _election(election: Election, loc: Loc) -> Iterator[Remark]:
    steps = [
        (name, number)
        for name, number in (
            ("issued", read_number(election.issued)),
            ("collected", read_number(election.collected)),
            ("valid", read_number(election.valid)),
        )
        if number is not None
    ]
    for (_, more), (name, fewer) in pairwise(steps):
        if fewer > more:
            message = say("{fewer} ballots cannot come from {more}", fewer=write_number(fewer), more=write_number(more))
            yield _remark((*loc, name), message)
    most = steps[-1][1] if steps else None
    for number, candidate in enumerate(election.candidates):
        votes = read_number(candidate.votes)
        if most is not None and votes is not None and votes > most:
            message = say(
                "{name} has {votes} votes, of {most} ballots",
                name=candidate.name, votes=write_number(votes), most=write_number(most),
            )  # fmt: skip
            yield _remark((*loc, "candidates", number, "votes"), message)
    seats = read_number(election.seats)
    if seats is not None and len(election.elected) > seats:
        message = say(
            "{elected} were elected to {seats} seats", elected=len(election.elected), seats=write_number(seats)
        )
        yield _remark((*loc, "seats"), message)


def _award(award: Award, loc: Loc) -> Iterator[Remark]:
    number = read_number(award.count)
    if number is not None and award.name and number != len(award.name):
        message = say("the count is {count}, the names are {names}", count=award.count, names=len(award.name))
        yield _remark((*loc, "count"), message)

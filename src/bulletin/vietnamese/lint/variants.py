"""One thing written in several ways: which way is the usual one, and where the odd ones stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bulletin.messages import say
from bulletin.vietnamese.lint.passages import Check, Finding, Reading


@dataclass(frozen=True, slots=True)
class Use:
    """A place where the thing is written, and how."""

    form: str
    reading: Reading
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Odd:
    """The first use, in one passage, of a form that is not the usual one."""

    use: Use
    times: int
    """How often its form stands in the whole record."""
    usual: str
    usual_times: int


def odd_ones(uses: Iterable[Use]) -> Iterator[Odd]:
    """Where forms other than the usual one stand: once for each passage and form.

    The usual form is the most frequent one; of two equally frequent, the one used first.
    """
    told = sorted(uses, key=lambda use: (use.reading.number, use.start))
    counts = Counter(use.form for use in told)
    if len(counts) < 2:
        return
    usual, usual_times = counts.most_common(1)[0]
    seen = set()
    for use in told:
        key = (use.form, use.reading.number)
        if use.form != usual and key not in seen:
            seen.add(key)
            yield Odd(use, counts[use.form], usual, usual_times)


def told(check: Check, uses: Iterable[Use]) -> Iterator[Finding]:
    """Findings that name the odd form and the usual one, as they are written."""
    for odd in odd_ones(uses):
        message = say(
            "“{odd}” ({odd_times}×) beside “{usual}” ({usual_times}×)",
            odd=odd.use.form, odd_times=odd.times, usual=odd.usual, usual_times=odd.usual_times,
        )  # fmt: skip
        cure = say("write “{usual}” throughout", usual=odd.usual)
        yield odd.use.reading.finding(check, odd.use.start, odd.use.end, message, cure)

"""What belongs to a person's file and not on a notice board."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Rule
from bulletin.vietnamese.text import word_set

_PERSONAL = Check(
    "personal-data",
    N_("birth dates, numbers of identity cards, Party cards, phones or accounts, home addresses"),
    "Đồng chí Lê Văn Nam, sinh ngày 05/3/1999, số CCCD 001099012345.",
    "Đồng chí Lê Văn Nam.",
)


@dataclass(frozen=True, slots=True)
class _Datum:
    """One sort of personal data."""

    name: str
    hints: frozenset[str]
    """Words in lower case without which it does not occur; none when it is digits alone."""
    pattern: re.Pattern[str]


# Verbose patterns: a space is written as "\ ".
_DATA = tuple(
    _Datum(name, word_set(hints), re.compile(pattern, re.VERBOSE))
    for name, hints, pattern in (
        (
            N_("a birth date"),
            "sinh",
            r"""[Ss]inh(?:\ ngày)?\s*:?\s*\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*(?:19|20)\d\d""",
        ),
        (
            N_("the number of an identity card"),
            "cccd cmnd cmtnd cước minh chiếu",
            r"""(?:CCCD|CMT?ND|[Cc]ăn\ cước(?:\ công\ dân)?|[Cc]hứng\ minh\ (?:nhân\ dân|thư)|[Hh]ộ\ chiếu)
            \s*(?:số)?\s*:?\s*[A-Z]?\d[\d.\ ]{6,14}\d""",
        ),
        (N_("the number of an identity card"), "", r"0(?<![\d.,/-]0)\d{2}[0-3]\d{8}(?![\d.,/-]\d|\d)"),
        (
            N_("the number of a Party card"),
            "thẻ",
            r"""[Tt]hẻ(?:\ [Đđ]ảng(?:\ viên)?)?(?:\ số)?\s*:?\s*\d[\d.\ ]{4,12}\d""",
        ),
        (
            N_("a telephone number"),
            "",
            r"""(?:0(?<![\d.,/-]0)|\+84)[\ .]?[35789]\d[\ .]?
            (?:\d{3}[\ .]?\d{4}|\d{2}[\ .]?\d{2}[\ .]?\d{3}|\d{3}[\ .]?\d{2}[\ .]?\d{2}|\d[\ .]?\d{3}[\ .]?\d{3})
            (?![\d/]|[.,]\d)""",
        ),
        (
            N_("the number of an account"),
            "khoản stk tk",
            r"""(?:[Tt]ài\ khoản(?:\ số)?|STK|[Ss]ố\ TK)\s*:?\s*\d[\d.\ -]{4,22}\d""",
        ),
        (
            N_("a home address"),
            "trú hiện",
            r"""(?:[Nn]ơi|[Đđ]ịa\ chỉ|[Hh]ộ\ khẩu|[Đđ]ăng\ ký)\ thường\ trú
            |[Nn]ơi\ (?:ở\ hiện\ nay|cư\ trú)|trú\ tại\ số""",
        ),
    )
)


def _personal(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        digits = not reading.letters.isdisjoint("0+")
        taken: set[int] = set()
        for datum in _DATA:
            if digits if not datum.hints else not datum.hints.isdisjoint(reading.where):
                for found in datum.pattern.finditer(reading.text):
                    if found.start() not in taken:
                        taken.update(range(*found.span()))
                        # The datum itself is not repeated: messages end up in logs.
                        message = say("this looks like {what}", what=say(datum.name))
                        cure = say("take it out: it is for the person's file, not for print")
                        yield reading.finding(_PERSONAL, found.start(), found.end(), message, cure)


RULES = (Rule(_PERSONAL, _personal),)

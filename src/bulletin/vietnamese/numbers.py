"""Numbers as Vietnam writes them: a full stop parts thousands, a comma decimals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from bulletin.vietnamese.text import nfc

PREFIXES: Final = ("trên", "gần", "hơn", "khoảng", "dưới")
"""Words for "about", which may stand before a number."""

_NUMBER = re.compile(r"(?P<sign>[-+\u2212]?)(?P<whole>[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<part>[0-9]+))? ?%?")
_DIGITS: Final = 24
_EXACT: Final = Context(prec=4 * _DIGITS)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    value: Decimal
    prefix: str = ""
    """`trên`, `gần`, `hơn`, as typed."""
    text: str = ""
    """The whole as typed."""


def read_number(text: str) -> Decimal | None:
    """Read `5.186.287`, `278,33`, `08`, `98,5%`, `-3,5`; `1.234` is a thousand and more.

    Returns:
        None for anything else, such as `1.5`, which some would mean as one and a half, or over 24 digits.
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    whole, part = match["whole"].replace(".", ""), match["part"] or "0"
    if len(whole) + len(part) > _DIGITS:
        return None
    return Decimal(f"{'-' if match['sign'] in ('-', chr(0x2212)) else ''}{whole}{'.' + part if match['part'] else ''}")


def read_quantity(text: str) -> Number | None:
    """Read a number that one of `PREFIXES` may stand before: `hơn 160`; None for anything else."""
    line = " ".join(nfc(text).split())
    prefix, _, rest = line.partition(" ")
    if prefix.lower() not in PREFIXES:
        prefix, rest = "", line
    value = read_number(rest)
    return None if value is None else Number(value, prefix, text)


def write_number(value: Decimal | int, places: int | None = None) -> str:
    """Write a number, such as `1.234,5`.

    Args:
        value: The number.
        places: Digits after the comma, rounded half up; as many as the number has when None.
    """
    number = Decimal(value)
    if places is not None:
        number = _rounded(number, places)
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


def percent(part: Decimal | int, whole: Decimal | int) -> str:
    """Write what share of a whole a part is, with at most one decimal: `107,1%`, `100%`.

    What is not the whole never reads `100%`: 2.999 of 3.000 votes are `99,9%`. Of a whole of nothing there is no
    share: the empty string.
    """
    if not whole:
        return ""
    share = _EXACT.divide(Decimal(part) * 100, Decimal(whole))
    rounded = _rounded(share, 1)
    if rounded == 100 and part != whole:
        rounded += Decimal("0.1") if share > 100 else Decimal("-0.1")
    return write_number(rounded).removesuffix(",0") + "%"


def count(n: int) -> str:
    """Write a count as reports do, with two digits below ten: `04`."""
    return f"{n:02d}" if 0 < n < 10 else write_number(n)


def _rounded(value: Decimal, places: int) -> Decimal:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _EXACT)
    # What rounds to nothing has lost its sign.
    return rounded or rounded.copy_abs()

"""Days and times of day, as a record's values."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, LiteralString

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from bulletin.vietnamese import dates

_FIGURES = re.compile(r"\d{1,2}\s*([-/.])\s*\d{1,2}\s*\1\s*(\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}")
_SPAN = re.compile(r"\s*(?:[-–—]|đến)\s*")


@dataclass(frozen=True, slots=True)
class Days:
    """One day, or the first and the last of several."""

    first: dt.date
    last: dt.date

    @property
    def several(self) -> bool:
        """Whether the conference went over more than one day."""
        return self.first != self.last


def _days(value: Any) -> Any:
    return value if isinstance(value, Days) else _read(_typed(value), "not_a_date")


def _day(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value
    typed = _typed(value)
    days = _read(typed, "not_a_day")
    if days.several:
        raise PydanticCustomError("not_one_day", "date", {"typed": typed})
    return days.first


def _read(typed: str, otherwise: LiteralString) -> Days:
    """Read one day or several; raise an error of that type if it looks like no date at all."""
    if found := dates.read_dates(typed):
        first, last = found
        return Days(first, last or first)
    figures = _FIGURES.fullmatch(typed)
    if figures is None:
        raise PydanticCustomError(otherwise, "date", {"typed": typed})
    short = figures[2] is not None and len(figures[2]) == 2
    raise PydanticCustomError("short_year" if short else "no_such_day", "date", {"typed": typed})


def _clock(value: Any) -> Any:
    if isinstance(value, dt.time):
        return value
    typed = _typed(value)
    found = dates.read_time(typed)
    if found is None:
        parts = [dates.read_time(part) for part in _SPAN.split(typed)]
        kind = "not_one_time" if len(parts) > 1 and all(parts) else "not_a_time"
        raise PydanticCustomError(kind, "time", {"typed": typed})
    return found


def _typed(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("not_a_line", "line")
    return " ".join(value.split())


DaysRead = Annotated[Days, BeforeValidator(_days)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Clock = Annotated[dt.time, BeforeValidator(_clock)]

"""Where texts stand on a page to a tenth of a millimetre, and how large: what an official form prescribes."""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Iterator, Sequence
from math import hypot
from typing import Any

from bulletin.errors import Problem
from bulletin.messages import N_, say
from bulletin.preflight.facts import MM_PER_PT, Edge, Expected, Page, Seen, Spot
from bulletin.preflight.fold import fold

SLACK_MM = 0.5
SLACK_PT = 0.1
_QUOTED = 60

_STANDS = {
    "left": N_("“{words}” on page {page} begins {found} mm from the left edge instead of {wanted} mm"),
    "right": N_("“{words}” on page {page} ends {found} mm from the left edge instead of {wanted} mm"),
    "middle": N_("“{words}” on page {page} has its middle {found} mm from the left edge instead of {wanted} mm"),
    "top": N_("“{words}” on page {page} stands {found} mm below the top edge instead of {wanted} mm"),
    "bottom": N_("“{words}” on page {page} stands {found} mm above the bottom edge instead of {wanted} mm"),
}


def look(pdfium: Any, text: Any, spots: Sequence[Spot], height: float) -> tuple[tuple[Spot, tuple[Seen, ...]], ...]:
    """Find the texts of spots on a page.

    Args:
        pdfium: The library.
        text: pdfium's text of the page.
        spots: Those of this page.
        height: Of the page, in points.
    """
    letters, places = _letters(pdfium, text)
    measure = _Measure(pdfium, text, height)
    found = []
    for spot in spots:
        needle = fold(spot.text)
        seen = [measure.seen(places[start], places[start + len(needle) - 1]) for start in _all(needle, letters)]
        found.append((spot, tuple(seen)))
    return tuple(found)


def _letters(pdfium: Any, text: Any) -> tuple[str, list[int]]:
    """The letters of a page as they are compared, and for each the place of the letter it comes from."""
    letters: list[str] = []
    places: list[int] = []
    for index in range(max(0, pdfium.FPDFText_CountChars(text))):
        for letter in _folded(pdfium.FPDFText_GetUnicode(text, index)):
            letters.append(letter)
            places.append(index)
    return "".join(letters), places


@functools.cache
def _folded(code: int) -> str:
    return fold(chr(code))


def _all(needle: str, letters: str) -> Iterator[int]:
    start = letters.find(needle) if needle else -1
    while start >= 0:
        yield start
        start = letters.find(needle, start + 1)


class _Measure:
    """Measures the letters of one page."""

    def __init__(self, pdfium: Any, text: Any, height: float) -> None:
        self._pdfium = pdfium
        self._text = text
        self._height = height

    def seen(self, first: int, last: int) -> Seen:
        pdfium, text = self._pdfium, self._text
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, first, x, y)
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(text, last, box)
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text, first, matrix)
        size = pdfium.FPDFText_GetFontSize(text, first) * hypot(matrix.c, matrix.d)
        name = ctypes.create_string_buffer(256)
        pdfium.FPDFText_GetFontInfo(text, first, name, len(name), None)
        font = name.value.decode("latin-1")
        return Seen(
            left_mm=x.value * MM_PER_PT,
            right_mm=box.right * MM_PER_PT,
            base_mm=(self._height - y.value) * MM_PER_PT,
            pt=size,
            font=font.partition("+")[2] or font,
        )


def spot_problems(pages: Sequence[Page], expected: Expected, hint: str) -> Iterator[Problem]:
    """Everything that does not stand where it must, or not in its size."""
    for page in pages:
        for spot, seen in page.seen:
            complaints = [list(_wrong(spot, one, page)) for one in seen]
            if not complaints:
                message = say("“{words}” is missing on page {page}", words=_short(spot.text), page=page.number)
                yield Problem(message, expected.path, spot.line, spot.column, hint, "misplaced")
            elif all(complaints):
                # Of several places the one that is most nearly right.
                for message in min(complaints, key=len):
                    yield Problem(message, expected.path, spot.line, spot.column, hint, "misplaced")


def _wrong(spot: Spot, seen: Seen, page: Page) -> Iterator[str]:
    words = _short(spot.text)
    for edge, wanted in spot.edges:
        found = _at(edge, seen, page.size_pt[1] * MM_PER_PT)
        if abs(found - wanted) > SLACK_MM:
            yield say(
                _STANDS[edge], words=words, page=page.number, found=f"{found:.1f}", wanted=f"{wanted:.1f}"
            )  # fmt: skip
    if spot.pt and abs(seen.pt - spot.pt) > SLACK_PT:
        yield say(
            "“{words}” on page {page} is set in {found} points instead of {wanted}",
            words=words, page=page.number, found=f"{seen.pt:.1f}", wanted=f"{spot.pt:.1f}",
        )  # fmt: skip
    if spot.font and _plain(seen.font) != _plain(spot.font):
        yield say(
            "“{words}” on page {page} is set in {found} instead of {wanted}",
            words=words, page=page.number, found=seen.font, wanted=spot.font,
        )  # fmt: skip


def _at(edge: Edge, seen: Seen, height_mm: float) -> float:
    if edge == "middle":
        return (seen.left_mm + seen.right_mm) / 2
    return {
        "left": seen.left_mm, "right": seen.right_mm, "top": seen.base_mm, "bottom": height_mm - seen.base_mm,
    }[edge]  # fmt: skip


def _plain(font: str) -> str:
    """A face by its letters alone: the engine calls LiberationSerif-Regular `Liberation-Serif`."""
    return font.replace("-", "").replace("Regular", "").lower()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _QUOTED else text[:_QUOTED].rpartition(" ")[0] + " …"

"""A page for the web read back before it is delivered: everything in it, nothing fetched, every letter in a font."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from bulletin.errors import Problem, RenderError
from bulletin.messages import N_, say
from bulletin.preflight.check import lost_texts
from bulletin.preflight.facts import Expected, Figure
from bulletin.preflight.fold import fold
from bulletin.preflight.photos import NOT_YOURS

_VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
                          "wbr"})  # fmt: skip
_LOADS: Final = frozenset({"src", "srcset", "href", "poster", "action", "formaction", "data", "background", "cite",
                           "ping", "manifest"})  # fmt: skip
_ELSEWHERE: Final = re.compile(r"url\(\s*(?!data:)[^)]*\)|@import[^;]*")
_WITHOUT_INK: Final = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp", "Zs"})
_JPEG_SIZE: Final = frozenset({0xC0, 0xC1, 0xC2})


@dataclass(slots=True)
class _Drawn:
    """A figure of the page."""

    pictures: list[dict[str, str]] = field(default_factory=list)
    caption: str = ""


class _Page(HTMLParser):
    """What a reader of the page meets, and what its browser is told to fetch."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.figures: list[_Drawn] = []
        self.headings: list[int] = []
        self.fetched: list[str] = []
        self.handlers: list[str] = []
        self.css = ""
        self.language = ""
        self.title = ""
        self._open: list[str] = []
        self._figure: _Drawn | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self._open.append(tag)
        self.fetched += [
            value for name, value in values.items() if name in _LOADS and not value.startswith(("#", "data:"))
        ]
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if tag == "html":
            self.language = values.get("lang", "")
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag == "figure":
            self._figure = _Drawn()
            self.figures.append(self._figure)
        elif tag == "img":
            if self._figure is None:
                self.figures.append(_Drawn())
            self.figures[-1].pictures.append(values)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "figure":
            self._figure = None

    def handle_data(self, data: str) -> None:
        inside = set(self._open)
        if "style" in inside:
            self.css += data
        elif "title" in inside:
            self.title += data
        # The table of contents says again what stands below.
        elif "body" in inside and not inside & {"script", "nav"}:
            self.text.append(data)
            if "figcaption" in inside and self._figure:
                self._figure.caption += data


def prove_page(html: str, expected: Expected, fonts: Mapping[str, Collection[str]]) -> None:
    """Read a page back and prove that it holds what it must, and asks for nothing.

    Args:
        html: The page.
        expected: What it must hold; of what concerns sheets of paper nothing is asked.
        fonts: For each row of families the letters that are in the page's fonts.

    Raises:
        RenderError: With everything that is missing or wrong, each with its place in the record as far as it has one.
    """
    page = _Page()
    page.feed(html)
    page.close()
    problems = [
        *lost_texts(expected, ["".join(page.text)]),
        *_photo_problems(page.figures, expected),
        *_whole_problems(page, expected),
        *_letter_problems(page, fonts, expected),
    ]
    if problems:
        raise RenderError(sorted(problems, key=lambda problem: (not problem.line, problem.line, problem.column)))


def _photo_problems(figures: Sequence[_Drawn], expected: Expected) -> Iterator[Problem]:
    waiting = [figure for figure in figures if figure.pictures]
    for promise in expected.photos:
        count, captioned = 0, True
        while waiting and count < promise.count:
            figure = waiting.pop(0)
            count += len(figure.pictures)
            captioned &= fold(promise.caption) in fold(figure.caption)
            yield from (_broken(promise, expected) for picture in figure.pictures if not _is_whole(picture))
        if count != promise.count:
            yield _of(promise, expected, say("the photo “{file}” is not on the page", file=promise.file), "lost-photo")
        elif not captioned:
            message = say("the caption of the photo “{file}” is not below it on the page", file=promise.file)
            yield _of(promise, expected, message, "lost-caption")


def _broken(promise: Figure, expected: Expected) -> Problem:
    return _of(promise, expected, say("the photo “{file}” is damaged on the page", file=promise.file), "broken-photo")


def _of(promise: Figure, expected: Expected, message: str, id_: str) -> Problem:
    return Problem(message, expected.path, promise.line, promise.column, say(NOT_YOURS), id_)


def _is_whole(picture: Mapping[str, str]) -> bool:
    """Whether it is in the page, has words for those who do not see it, and the size that the page says."""
    import base64
    import binascii

    head, _, data = picture.get("src", "").partition(",")
    if head != "data:image/jpeg;base64" or not picture.get("alt", "").strip():
        return False
    try:
        size = _jpeg_size(base64.b64decode(data, validate=True))
    except (binascii.Error, IndexError):
        return False
    return [str(side) for side in size] == [picture.get("width"), picture.get("height")]


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, from the frame header (ITU-T T.81, B.2.2); zeros when there is none."""
    place = 2
    while data[:2] == b"\xff\xd8" and data[place] == 0xFF:
        if data[place + 1] in _JPEG_SIZE:
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return 0, 0


def _whole_problems(page: _Page, expected: Expected) -> Iterator[Problem]:
    steps = zip([0, *page.headings], page.headings, strict=False)
    wrong = {
        "web-fetches": (
            not page.fetched and not _ELSEWHERE.search(page.css),
            N_("the page asks for something that is not in it"),
        ),
        "web-script": (not page.handlers, N_("the page has a script or style where none is allowed")),
        "web-headings": (
            page.headings.count(1) == 1 and all(after <= before + 1 for before, after in steps),
            N_("the headings of the page leave out a level"),
        ),
        "no-title": (bool(page.title.strip()), N_("the page has no title")),
        "no-language": (page.language == "vi", N_("the page does not say in which language it is")),
    }  # fmt: skip
    for id_, (fine, sentence) in wrong.items():
        if not fine:
            yield Problem(say(sentence), expected.path, hint=say(NOT_YOURS), id=id_)


def _letter_problems(page: _Page, fonts: Mapping[str, Collection[str]], expected: Expected) -> Iterator[Problem]:
    letters = {letter for letter in "".join(page.text) if unicodedata.category(letter) not in _WITHOUT_INK}
    for letter in sorted(letters):
        if not all(letter in known for known in fonts.values()):
            message = say("no font of the page has “{letter}”", letter=letter)
            yield Problem(message, expected.path, hint=say(NOT_YOURS), id="missing-glyph")

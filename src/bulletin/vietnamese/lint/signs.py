"""Signs and spaces: what pasting and quick typing leave behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bulletin.messages import N_, say
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Reading, Rule
from bulletin.vietnamese.lint.syllables import is_syllable
from bulletin.vietnamese.lint.variants import Use, told

_DOUBLE_SPACE = Check(
    "double-space",
    N_("two or more spaces in a row"),
    "Hội nghị  thông qua báo cáo.",
    "Hội nghị thông qua báo cáo.",
)
_BEFORE_SIGN = Check(
    "space-before-sign",
    N_("a space before , . ; : ! or ?"),
    "Đảng bộ có ba nhiệm vụ : học tập, rèn luyện.",
    "Đảng bộ có ba nhiệm vụ: học tập, rèn luyện.",
)
_AFTER_SIGN = Check(
    "no-space-after-sign",
    N_("no space after , . ; : ! or ?"),
    "Chi bộ thảo luận,góp ý.Hội nghị biểu quyết.",
    "Chi bộ thảo luận, góp ý. Hội nghị biểu quyết.",
)
_IN_BRACKETS = Check(
    "space-in-brackets",
    N_("a space inside brackets or quotation marks"),
    "Nghị quyết Trung ương 4 ( khóa XII ) được quán triệt.",
    "Nghị quyết Trung ương 4 (khóa XII) được quán triệt.",
)
_DOUBLE_SIGN = Check(
    "double-sign",
    N_("two signs where one is meant, such as ,, or .."),
    "Hội nghị kết thúc tốt đẹp..",
    "Hội nghị kết thúc tốt đẹp.",
)
_ELLIPSIS = Check(
    "mixed-ellipsis",
    N_("three dots ... in one place and the sign … in another"),
    "Văn nghệ, thể thao... và báo chí, phát thanh…",
    "Văn nghệ, thể thao... và báo chí, phát thanh...",
)

_SPACES = re.compile(r"[ \t\u00a0]{2,}")
_SPACED_SIGN = re.compile(r"(?<![ \u00a0])[ \u00a0]+[,.;:!?](?=[\s”’\")]|$)")
_TIGHT_SIGN = re.compile(r"[,;:!?](?=[^\W\d_])")
_TIGHT_STOP = re.compile(r"\.(?=[^\W\d_]{2})")
_SYLLABLE_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,7}$")
_BRACKETS = re.compile(r"[(“][ \u00a0]+(?=\w)|(?<![ \u00a0])[ \u00a0]+[)”]")
_RUN = re.compile(r"\S+")
_SIGNS_IN_A_ROW = re.compile(r"(?:,,+|;;+|::+|,\.|[;:]\.|;,|,;|\.{2,})")
# Web and mail addresses, and &nbsp; with its like, which another check tells of.
_ADDRESS = re.compile(r"://|www\.|@|&#?\w+;")


def _first_in_line(reading: Reading, places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """The first of the places in each line, with how many there are in that line."""
    line_end = -1
    first: tuple[int, int] | None = None
    times = 0
    for start, end in places:
        if first is None or start > line_end:
            if first is not None:
                yield (*first, times)
            first, times = (start, end), 0
            line_end = reading.text.find("\n", start)
            line_end = len(reading.text) if line_end < 0 else line_end
        times += 1
    if first is not None:
        yield (*first, times)


def _double_spaces(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        text = reading.text
        places = (
            found.span()
            for found in _SPACES.finditer(text)
            # Spaces at either end of a line are air that nobody prints.
            if found.start()
            and text[found.start() - 1] != "\n"
            and found.end() < len(text)
            and text[found.end()] != "\n"
        )
        for start, end, times in _first_in_line(reading, places):
            message = say("two spaces in a row ({times}× in this line)", times=times)
            yield reading.finding(_DOUBLE_SPACE, start, end, message, say("one space is enough"))


def _spaces_before_signs(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        text = reading.text
        for found in _SPACED_SIGN.finditer(text):
            start = found.start()
            if start and (text[start - 1].isalnum() or text[start - 1] in ')”’"%*'):
                message = say("a space before “{sign}”", sign=found[0][-1])
                yield reading.finding(
                    _BEFORE_SIGN, start, found.end(), message, say("the sign stands right behind the word")
                )


def _no_spaces_after_signs(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        text = reading.text
        places = [found.start() for found in _TIGHT_SIGN.finditer(text) if _is_tight(text, found.start())]
        for found in _TIGHT_STOP.finditer(text):
            stop = found.start()
            before = _SYLLABLE_BEFORE.search(text[max(0, stop - 8) : stop])
            # TP.Hồ and ThS.Nguyễn are abbreviations: no syllable ends like these before the stop.
            if (
                before
                and before[0][-1].islower()
                and is_syllable(before[0].lower())
                and text[stop + 1 : stop + 3].istitle()
            ):
                places.append(stop)
        for place in sorted(places):
            if _ADDRESS.search(_run_around(text, place)):
                continue
            message = say("no space after “{sign}”", sign=text[place])
            yield reading.finding(_AFTER_SIGN, place, place + 1, message, say("type a space behind the sign"))


def _is_tight(text: str, place: int) -> bool:
    if place == 0:
        return False
    before, after = text[place - 1], text[place + 1]
    if text[place] in ",;":
        # KT,GS is one abbreviation.
        return before.isalnum() and not (before.isupper() and after.isupper())
    return before.isalpha() and before.islower()


def _run_around(text: str, place: int) -> str:
    """The characters around a place, up to the next spaces."""
    start = max(text.rfind(" ", 0, place), text.rfind("\n", 0, place)) + 1
    run = _RUN.match(text, start)
    return run[0] if run else ""


def _spaces_in_brackets(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        if reading.letters.isdisjoint("()“”"):
            continue
        text = reading.text
        for found in _BRACKETS.finditer(text):
            opening = found[0][0] in "(“"
            if opening or (found.start() and text[found.start() - 1] not in "\n("):
                sign = found[0].strip(" \u00a0")
                message = say("a space inside “{sign}”", sign=sign)
                yield reading.finding(
                    _IN_BRACKETS,
                    found.start(),
                    found.end(),
                    message,
                    say("brackets and quotation marks touch the words inside"),
                )


def _double_signs(paper: Paper) -> Iterator[Finding]:
    for reading in paper.readings:
        text = reading.text
        for found in _SIGNS_IN_A_ROW.finditer(text):
            start, end = found.span()
            # Three dots are an ellipsis; five and more are a line to be filled in by hand.
            if (found[0][0] == "." and len(found[0]) not in (2, 4)) or text[end : end + 1] in tuple(".,;:"):
                continue
            if start and text[start - 1] in ".,;:/…":
                continue
            message = say("two signs in a row: “{signs}”", signs=found[0])
            cure = say("one is enough; an ellipsis has three dots")
            yield reading.finding(_DOUBLE_SIGN, start, end, message, cure)


def _mixed_ellipses(paper: Paper) -> Iterator[Finding]:
    uses = [
        Use(found[0], reading, *found.span())
        for reading in paper.readings
        if not reading.letters.isdisjoint("….")
        for found in re.finditer(r"(?<!\.)\.\.\.(?!\.)|…", reading.text)
    ]
    yield from told(_ELLIPSIS, uses)


RULES = (
    Rule(_DOUBLE_SPACE, _double_spaces),
    Rule(_BEFORE_SIGN, _spaces_before_signs),
    Rule(_AFTER_SIGN, _no_spaces_after_signs),
    Rule(_IN_BRACKETS, _spaces_in_brackets),
    Rule(_DOUBLE_SIGN, _double_signs),
    Rule(_ELLIPSIS, _mixed_ellipses),
)

"""Capitals that come and go: one conference, one office, one form of address in two spellings."""

from __future__ import annotations

from collections.abc import Iterator

from bulletin.messages import N_
from bulletin.vietnamese.lint.named import named
from bulletin.vietnamese.lint.passages import Check, Finding, Paper, Reading, Rule
from bulletin.vietnamese.lint.variants import Use, told
from bulletin.vietnamese.text import word_set

_CAPITALS = Check(
    "mixed-capitals",
    N_("Hội nghị and hội nghị, Chi bộ and chi bộ for the same thing"),
    "Tại Hội nghị, các đại biểu thảo luận. Kết luận hội nghị, đồng chí Bí thư giao nhiệm vụ. Phát biểu tại Hội nghị.",
    "Tại Hội nghị, các đại biểu thảo luận. Kết luận Hội nghị, đồng chí Bí thư giao nhiệm vụ. Phát biểu tại Hội nghị.",
)
_OFFICE = Check(
    "mixed-office",
    N_("one office or body in two spellings, such as Phó bí thư and Phó Bí thư"),
    "Đồng chí Hiền, Phó Bí thư Đảng bộ và đồng chí Lan, Phó bí thư Chi bộ, trao thưởng.",
    "Đồng chí Hiền, Phó Bí thư Đảng bộ và đồng chí Lan, Phó Bí thư Chi bộ, trao thưởng.",
)
_COMRADE = Check(
    "mixed-comrade",
    N_("đ/c, Đ/c and đồng chí mixed"),
    "Dự họp có đồng chí Lê Văn Nam và đ/c Trần Thị Mai.",
    "Dự họp có đồng chí Lê Văn Nam và đồng chí Trần Thị Mai.",
)

_EVENTS = (("hội", "nghị"), ("đại", "hội"), ("hội", "thảo"), ("tọa", "đàm"), ("toạ", "đàm"))
_BODIES = (("chi", "bộ"), ("đảng", "bộ"), ("đảng", "ủy"), ("đảng", "uỷ"), ("chi", "ủy"), ("chi", "uỷ"))
# After these words and before a sign or verb, "hội nghị" is the one that is reported on: tại, dự, chủ trì, khai mạc,
# kết luận, chỉ đạo, kết thúc, điều hành, quang cảnh, toàn thể.
_BEFORE_EVENT = word_set("tại dự trì mạc luận đạo thúc hành cảnh thể của với cho")
_BEHIND_EVENT = word_set("đã có còn cũng gồm là")
_PLURALS = word_set("các những mỗi từng mọi nhiều một danh vụ vai")

_OFFICES = tuple(
    tuple(office.split())
    for office in (
        "phó bí thư", "phó chủ tịch", "phó giám đốc", "phó tổng giám đốc", "phó hiệu trưởng", "phó trưởng ban",
        "phó trưởng phòng", "phó trưởng khoa", "phó trưởng đoàn", "phó chánh văn phòng", "phó chủ nhiệm",
        "phó viện trưởng", "phó cục trưởng", "phó tổ trưởng", "chánh văn phòng", "chánh thanh tra", "ban chấp hành",
        "ban thường vụ", "ban giám hiệu", "ban giám đốc", "ban bí thư", "bộ chính trị", "ủy ban nhân dân",
        "hội đồng nhân dân", "ủy ban kiểm tra", "mặt trận tổ quốc", "hội cựu chiến binh", "hội liên hiệp phụ nữ",
        "liên đoàn lao động", "tỉnh ủy", "thành ủy", "đảng ủy",
    )
)  # fmt: skip
_HELD = frozenset(
    {
        "bí thư", "phó bí", "chủ tịch", "phó chủ", "giám đốc", "phó giám", "hiệu trưởng", "phó hiệu", "trưởng phòng",
        "trưởng ban", "trưởng khoa", "phó trưởng", "tổ trưởng", "chánh văn", "phó chánh", "ủy viên", "viện trưởng",
        "chủ nhiệm", "kế toán",
    }
)  # fmt: skip


def _mixed_capitals(paper: Paper) -> Iterator[Finding]:
    for terms, is_definite in ((_EVENTS, _is_this_event), (_BODIES, _is_this_body)):
        for term in terms:
            uses = [
                Use(_plain(phrase), reading, reading.starts[number], reading.ends[number + 1])
                for reading, number in paper.phrases(*term)
                if not reading.opens(number) and is_definite(reading, number)
                if not (phrase := reading.phrase(number, 2)).isupper()
            ]
            yield from told(_CAPITALS, uses)


def _is_this_event(reading: Reading, number: int) -> bool:
    if not reading.joined(number) or reading.low(number - 1) not in _BEFORE_EVENT:
        return False
    return bool(reading.after(number + 1)) or reading.low(number + 2) in _BEHIND_EVENT


def _is_this_body(reading: Reading, number: int) -> bool:
    before = reading.low(number - 1)
    if not reading.joined(number):
        return "," in reading.gap(number) and reading.low(number + 2) in ("đã", "luôn")
    if before in ("toàn", "mặt"):
        return True
    if not reading.after(number + 1) or not _PLURALS.isdisjoint(reading.lows[max(0, number - 7) : number]):
        return False
    if before == "thư":
        return reading.words[number - 2] == "Bí"
    return before in ("của", "trong") and reading.lows[number - 3 : number - 1] == ("đảng", "viên")


def _plain(phrase: str) -> str:
    """A phrase with the older placing of tone marks, which another check looks after."""
    return phrase.replace("uỷ", "ủy").replace("Uỷ", "Ủy").replace("oạ", "ọa")


def _mixed_offices(paper: Paper) -> Iterator[Finding]:
    for office in _OFFICES:
        spellings = {office, tuple(word.replace("ủy", "uỷ") for word in office)}
        uses = [
            Use(_plain(phrase), reading, reading.starts[number], reading.ends[number + len(office) - 1])
            for spelling in sorted(spellings)
            for reading, number in paper.phrases(*spelling)
            if (phrase := reading.phrase(number, len(office)))[0].isupper() and not phrase.isupper()
        ]
        yield from told(_OFFICE, uses)
    yield from _offices_beside_names(paper)


def _offices_beside_names(paper: Paper) -> Iterator[Finding]:
    groups: dict[str, list[Use]] = {}
    for person in named(paper):
        reading, place = person.reading, person.behind
        office = reading.phrase(place, 2)
        if person.sign in (",", "-", "–") and office.lower() in _HELD and not office.isupper():
            form = office[0] + office[1:].lower()
            use = Use(form, reading, reading.starts[place], reading.ends[place + 1])
            groups.setdefault(office.lower(), []).append(use)
    for uses in groups.values():
        yield from told(_OFFICE, uses)


def _mixed_comrades(paper: Paper) -> Iterator[Finding]:
    uses = []
    for reading, number in paper.phrases("đồng", "chí"):
        phrase = reading.phrase(number, 2)
        if not phrase.isupper():
            form = "đồng chí" if reading.opens(number) else phrase
            uses.append(Use(form, reading, reading.starts[number], reading.ends[number + 1]))
    for reading, number in paper.phrases("đ"):
        start = reading.starts[number]
        typed = reading.text[start : start + 3]
        if typed.lower() == "đ/c" and reading.low(number + 1) == "c":
            uses.append(Use("đ/c" if reading.opens(number) else typed, reading, start, start + 3))
    yield from told(_COMRADE, uses)


RULES = (Rule(_CAPITALS, _mixed_capitals), Rule(_OFFICE, _mixed_offices), Rule(_COMRADE, _mixed_comrades))

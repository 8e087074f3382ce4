"""Positions and sizes of every component, read back from the PDF and held against `rules`: 0.5 mm, 0.1 pt."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from pathlib import Path

import pytest

from bulletin import Edition, build
from bulletin.load import load_text
from bulletin.model import Record
from bulletin.paper import Face, face_of
from bulletin.pipeline.spots import base_mm
from bulletin.rules import FORMS, Form
from bulletin.validate import validate
from bulletin.vietnamese.text import squeeze
from paper.reading import MM, Drawn, Line, drawn, lines

PAPERS = Path(__file__).parent.parent / "data" / "papers"
DAYS = {"hd36": "30/12/2025", "hd05": "30/5/2026", "nd30": "30/12/2025"}
MM_SLACK, PT_SLACK = 0.5, 0.1
near_mm = functools.partial(pytest.approx, abs=MM_SLACK)
near_pt = functools.partial(pytest.approx, abs=PT_SLACK)


@dataclass(frozen=True)
class Made:
    record: Record
    face: Face
    lines: tuple[Line, ...]
    drawn: tuple[Drawn, ...]

    @property
    def form(self) -> Form:
        return self.face.form

    @property
    def pages(self) -> int:
        return max(line.page for line in self.lines)

    def find(self, text: str, *, page: int = 0) -> Line:
        """The line that begins with a text."""
        found = [
            line
            for line in self.lines
            if squeeze(line.text).casefold().startswith(squeeze(text).casefold()) and page in (0, line.page)
        ]
        assert found, text
        return found[0]

    def styled(self, text: str, component: str, *, page: int = 0) -> Line:
        line = self.find(text, page=page)
        style = self.form.styles[component]
        assert line.pt == near_pt(style.pt), text
        # The engine's names: Liberation-Serif, Liberation-Serif-Bold-Italic.
        assert line.font.replace("-", "") == style.font.replace("-", "").replace("Regular", ""), text
        if style.caps:
            assert line.text.isupper(), text
        return line


@functools.cache
def made(name: str, form: str, *, two_sided: bool = False) -> Made:
    text = (PAPERS / f"{name}.yaml").read_text(encoding="utf-8").replace("30/12/2025\n  địa", f"{DAYS[form]}\n  địa")
    record = validate(load_text(text, Path("a.yaml")))
    bulletin = build(record, Edition.named("standard"), layout="official", photos={}, two_sided=two_sided,
                     printed_on=dt.date(2026, 6, 1))  # fmt: skip
    return Made(record, face_of(record), tuple(lines(bulletin.pdf)), tuple(drawn(bulletin.pdf)))


PARTY = [(name, form) for name in ("province", "superior", "basic", "cell") for form in ("hd36", "hd05")]
STATE = [("department", "nd30"), ("commune", "nd30")]
every_paper = pytest.mark.parametrize(("name", "form"), PARTY + STATE)


@every_paper
def test_the_form_is_chosen_by_the_day_of_issue(name: str, form: str) -> None:
    assert made(name, form).form is FORMS[form]


@every_paper
def test_the_header_stands_at_the_top_in_its_sizes(name: str, form: str) -> None:
    paper = made(name, form)
    top = paper.form.margins_mm[0]
    nation = paper.styled(paper.face.nation[0], "nation", page=1)
    assert nation.base == near_mm(top + base_mm(nation.pt, nation.pt * 1.36))
    words = (paper.face.parent or paper.face.organisation).split()
    above = paper.styled(words[0], "parent" if paper.face.parent else "body", page=1)
    assert above.base == near_mm(top + base_mm(above.pt, above.pt * 1.36))
    own = [line for line in paper.lines if line.page == 1 and line.left < 90 and line.base < 60]
    bold = [line for line in own if line.font.endswith("Bold") and line.base < 50]
    assert squeeze(paper.face.organisation.upper()).startswith(squeeze(bold[0].text))
    assert all(line.pt == near_pt(paper.form.styles["body"].pt) for line in bold)
    assert min(line.left for line in own) >= 30 - MM_SLACK
    assert max(line.right for line in paper.lines if line.page == 1) <= 195 + MM_SLACK


@every_paper
def test_a_star_or_a_rule_stands_below_the_body(name: str, form: str) -> None:
    paper = made(name, form)
    stars = [line for line in paper.lines if line.text == "*"]
    number = paper.find(paper.face.number_line)
    if paper.form.family == "state":
        assert stars == []
        return
    [star] = stars
    assert star.pt == near_pt(14)
    assert star.middle == near_mm(number.middle)
    assert star.base < number.base


@every_paper
def test_a_rule_as_long_as_the_words_stands_below_what_is_top_right(name: str, form: str) -> None:
    paper = made(name, form)
    last = paper.find(paper.face.nation[-1], page=1)
    [rule] = [one for one in paper.drawn if one.page == 1 and 0 < one.bottom - last.base < 3 and one.left > 90]
    assert rule.left == near_mm(last.left)
    assert rule.right == near_mm(last.right)


@pytest.mark.parametrize(("name", "form"), STATE)
def test_a_short_rule_of_a_third_to_a_half_stands_below_the_body_of_the_state(name: str, form: str) -> None:
    paper = made(name, form)
    number = paper.find(paper.face.number_line)
    [rule] = [one for one in paper.drawn if one.page == 1 and one.right < 95 and one.bottom < number.base - 3]
    above = [line for line in paper.lines if line.page == 1 and line.right < 95 and line.base < rule.top]
    longest = max(line.right - line.left for line in above if line.font.endswith("Bold"))
    assert longest / 3 - MM_SLACK <= rule.right - rule.left <= longest / 2 + MM_SLACK
    assert (rule.left + rule.right) / 2 == near_mm(above[-1].middle)


def test_urgency_of_the_state_stands_in_a_red_box() -> None:
    paper = made("department", "nd30")
    [box] = [one for one in paper.drawn if one.colour[0] > 200 and max(one.colour[1:]) < 60]
    width, height = paper.form.urgency_boxes_mm["urgent"]
    assert box.right - box.left == near_mm(width)
    assert box.bottom - box.top == near_mm(height)
    word = paper.styled("KHẨN", "urgency")
    assert box.top < word.base < box.bottom
    assert word.middle == near_mm((box.left + box.right) / 2)


def test_a_note_of_circulation_of_the_state_stands_in_a_box() -> None:
    paper = made("department", "nd30")
    note = paper.styled("LƯU HÀNH NỘI BỘ", "note")
    assert [one for one in paper.drawn if one.page == 1 and one.top < note.base < one.bottom and one.left < note.left]


@every_paper
def test_number_place_type_and_summary_have_their_sizes(name: str, form: str) -> None:
    paper = made(name, form)
    number = paper.styled(paper.face.number_line, "number", page=1)
    place = paper.styled(paper.face.place_date, "place", page=1)
    assert number.base == near_mm(place.base)
    if paper.face.type_name:
        assert paper.styled(paper.face.type_name, "type", page=1).middle == near_mm(112.5)
        assert paper.styled(paper.face.summary[:20], "summary", page=1).middle == near_mm(112.5)
        hyphens = [line for line in paper.lines if line.text == "-----"]
        assert len(hyphens) == (paper.form.under_summary == "hyphens")
    else:
        summary = paper.styled(paper.face.summary[:12], "letter", page=1)
        assert summary.base > number.base
        assert summary.middle == near_mm(number.middle)


@every_paper
def test_the_page_number_stands_10_mm_from_the_top_but_not_on_page_1(name: str, form: str) -> None:
    paper = made(name, form)
    [first] = [line for line in paper.lines if line.page == 2 and line.base < 20]
    assert first.text == "2"
    assert first.base == near_mm(paper.form.page_number_mm + base_mm(14, 14))
    assert first.middle == near_mm(112.5)
    assert first.pt == near_pt(paper.form.styles["page"].pt)
    assert [line.text for line in paper.lines if line.page == 1 and line.base < 20 and line.text.isdecimal()] == []


@every_paper
def test_text_is_indented_10_mm_justified_and_evenly_pitched(name: str, form: str) -> None:
    paper = made(name, form)
    form_ = paper.form
    opening = paper.styled("Chiều ngày hội nghị", "text")
    place = paper.lines.index(opening)
    second, third, after = paper.lines[place + 1 : place + 4]
    assert opening.left == near_mm(form_.margins_mm[3] + form_.indent_mm)
    assert opening.right == near_mm(210 - form_.margins_mm[1])
    assert second.left == third.left == near_mm(form_.margins_mm[3])
    pitch = (second.base - opening.base) / MM
    assert form_.lines_pt[0] - PT_SLACK <= pitch <= form_.lines_pt[1] + PT_SLACK
    assert (third.base - second.base) / MM == near_pt(pitch)
    assert (after.base - third.base) / MM - pitch >= form_.gap_pt - PT_SLACK


@every_paper
def test_no_line_leaves_the_margins(name: str, form: str) -> None:
    paper = made(name, form)
    top, right, bottom, left = paper.form.margins_mm
    inside = [line for line in paper.lines if top < line.base < 297 - bottom + 1]
    assert all(left - MM_SLACK <= line.left and line.right <= 210 - right + MM_SLACK for line in inside)


@every_paper
def test_sections_are_numbered_and_set_in_their_sizes(name: str, form: str) -> None:
    paper = made(name, form)
    for text in ("I. Kết quả", "II. Hạn chế", "III. Phương hướng", "1. Công tác chính trị", "2. Công tác tổ chức"):
        assert paper.styled(text, "section").left == near_mm(40)


@every_paper
def test_four_blank_lines_are_left_for_the_signature(name: str, form: str) -> None:
    paper = made(name, form)
    page = paper.find("Trên đây là những").page
    for signed in paper.face.signatures:
        name_line = paper.styled(signed.name, "name", page=page)
        above = [(signed.authority, "authority"), (signed.position, "position")]
        written = [paper.styled(text, component, page=page) for text, component in above if text]
        gap_pt = (name_line.base - written[-1].base) / MM
        assert gap_pt == pytest.approx((paper.form.signing_lines + 1) * paper.form.line_pt, abs=1.0)
        assert all(line.middle == near_mm(name_line.middle) for line in written)


def test_minutes_are_signed_left_by_the_writer_and_right_by_the_chair() -> None:
    paper = made("cell", "hd05")
    writer, chair = paper.find("NGƯỜI GHI BIÊN BẢN"), paper.find("CHỦ TRÌ HỘI NGHỊ")
    assert writer.base == near_mm(chair.base)
    assert writer.middle < 100 < chair.middle
    assert paper.find("Lý Gia Huy", page=writer.page).middle == near_mm(writer.middle)


@every_paper
def test_recipients_stand_bottom_left_in_small_type(name: str, form: str) -> None:
    paper = made(name, form)
    if not paper.face.recipients:
        assert name == "cell"
        return
    label = paper.styled("Nơi nhận:", "recipients")
    assert label.left == near_mm(30)
    for line in paper.face.recipients:
        assert paper.styled(line, "recipient").left == near_mm(30)


@pytest.mark.parametrize(("name", "form"), [("province", "hd36"), ("cell", "hd05")])
def test_a_note_of_circulation_stands_top_right_10_mm_from_the_edge(name: str, form: str) -> None:
    paper = made(name, form)
    note = paper.styled("LƯU HÀNH NỘI BỘ", "note", page=1)
    assert note.right == near_mm(195)
    assert note.base == near_mm(10 + base_mm(12, 12))


@pytest.mark.parametrize("form", ["hd36", "hd05"])
def test_what_is_not_for_the_press_says_so_on_the_last_page_10_mm_from_the_bottom(form: str) -> None:
    paper = made("superior", form)
    note = paper.styled("KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN", "note")
    assert note.page == paper.pages
    assert note.middle == near_mm(112.5)
    assert 297 - note.base == near_mm(10 + 12 * MM - base_mm(12, 12))
    # The dot below Ự of the stamp is 0.25 of 10 pt deep, the marks above Ệ of the note 0.95 of 12 pt high.
    stamp = paper.find("DỰ THẢO", page=paper.pages)
    assert note.base - stamp.base > (0.25 * 10 + 0.95 * 12) * MM


@pytest.mark.parametrize("form", ["hd36", "hd05"])
def test_urgency_stands_below_the_number_of_the_party(form: str) -> None:
    paper = made("province", form)
    urgency = paper.styled("HỎA TỐC", "urgency", page=1)
    number = paper.find(paper.face.number_line)
    assert urgency.base > number.base
    assert urgency.middle == near_mm(number.middle)


@pytest.mark.parametrize(("name", "form"), [("superior", "hd05"), ("department", "nd30")])
def test_each_annex_counts_its_own_pages(name: str, form: str) -> None:
    paper = made(name, form)
    labels = [annex.label for annex in paper.face.annexes]
    assert labels == (["Phụ lục 1", "Phụ lục 2"] if form == "hd05" else ["Phụ lục I", "Phụ lục II"])
    first = paper.styled(labels[0], "annex").page
    assert paper.styled(labels[1], "annex").page == first + 1
    # The first page of each bears no number.
    assert [line.text for line in paper.lines if line.page >= first and line.base < 20 and line.text.isdecimal()] == []


@pytest.mark.parametrize(("name", "form"), [("basic", "hd05"), ("department", "nd30")])
def test_back_pages_have_their_margins_mirrored_when_both_sides_are_printed(name: str, form: str) -> None:
    paper = made(name, form, two_sided=True)
    back = [line for line in paper.lines if line.page == 2]
    assert min(line.left for line in back if line.base > 20) == near_mm(15)
    assert max(line.right for line in back if line.base > 20) == near_mm(180)
    [number] = [line for line in back if line.base < 20]
    assert number.middle == near_mm(97.5)
    assert min(line.left for line in paper.lines if line.page == 1 and line.base > 120) == near_mm(30)


def test_legal_bases_are_written_by_their_form() -> None:
    first, last = made("province", "hd36").face.bases
    assert (first[-1], last[-1]) == (";", ",")
    assert made("province", "hd05").face.bases[-1][-1] == "."
    line = made("department", "nd30").styled("Căn cứ Quyết định", "base")
    assert line.left == near_mm(40)

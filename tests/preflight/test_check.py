"""Texts, fonts, sizes, pages and the file as a whole; photos are tested in `test_photos`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin import assets
from bulletin.errors import RenderError
from bulletin.preflight import Text, preflight
from preflight.press import PATH, SENTENCES, expected, ids, paragraphs, pdf, pdf_apart, problems, texts

LONG = " ".join(f"Việc thứ {n} được giao cho tổ {n % 7}, xong trong tháng {n % 12 + 1}." for n in range(1, 60))
TABLE = """
<table><thead><tr><th>Việc phải làm</th><th>Người làm</th></tr></thead>
<tr><td>{left}</td><td>{right}</td></tr></table>
"""


def test_a_clean_page_passes_and_is_measured() -> None:
    report = preflight(pdf(paragraphs(*SENTENCES)), expected(*SENTENCES))
    assert report.pages == 1
    assert report.smallest_pt == pytest.approx(9, abs=0.01)
    assert 0.1 < report.fills[0] < 0.5
    assert report.photos == ()


def test_a_lost_sentence_is_told_with_its_place() -> None:
    found = problems(pdf(paragraphs(SENTENCES[0], SENTENCES[2])), expected(*SENTENCES))
    assert [(problem.id, problem.path, problem.line, problem.column) for problem in found] == [
        ("lost-text", PATH, 2, 3)
    ]
    assert SENTENCES[1][:30] in found[0].message
    assert found[0].hint


def test_a_word_lost_in_the_middle_is_told_with_what_stands_before_it() -> None:
    torn = SENTENCES[1].replace("về sân chơi ", "")
    (problem,) = problems(pdf(paragraphs(SENTENCES[0], torn, SENTENCES[2])), expected(*SENTENCES))
    assert (problem.id, problem.line) == ("lost-text", 2)
    assert "báo cáo về quỹ lớp," in problem.message
    assert problem.message.endswith("1") or " 1" in problem.message


def test_a_sentence_may_be_broken_over_pages_between_running_heads() -> None:
    data = pdf(paragraphs(LONG))
    report = preflight(data, expected(LONG))
    assert report.pages > 1


def test_running_heads_are_no_place_for_a_text() -> None:
    assert ids(pdf(paragraphs(SENTENCES[0])), expected("Tin hội nghị", SENTENCES[0])) == ["lost-text"]


def test_a_note_at_the_edge_may_stand_in_the_margin() -> None:
    wanted = expected(SENTENCES[0])
    note = Text("Tin hội nghị", margin=True)
    assert ids(pdf(paragraphs(SENTENCES[0])), replace(wanted, texts=(*wanted.texts, note))) == []
    lost = Text("Lưu hành nội bộ", "phạm vi", 9, 1, margin=True)
    (problem,) = problems(pdf(paragraphs(SENTENCES[0])), replace(wanted, texts=(*wanted.texts, lost)))
    assert (problem.id, problem.line) == ("lost-text", 9)


def test_cells_that_are_both_broken_over_pages_are_whole() -> None:
    right = LONG.replace("Việc", "Phần")
    data = pdf(TABLE.format(left=LONG, right=right), "table { table-layout: fixed }")
    assert preflight(data, expected(LONG, right)).pages > 1


def test_a_word_lost_in_a_broken_cell_is_missed() -> None:
    right = LONG.replace("Việc", "Phần")
    data = pdf(TABLE.format(left=LONG.replace("thứ 30 ", ""), right=right), "table { table-layout: fixed }")
    assert [problem.line for problem in problems(data, expected(LONG, right))] == [1]


def test_a_stamp_painted_over_each_page_tears_nothing() -> None:
    style = ".stamp { position: fixed; top: 60mm; left: 30mm; font-size: 40pt; color: #eee }"
    stamp = '<div class="stamp">DỰ THẢO 5/3/2026</div>'
    wanted = expected(LONG, texts_per_page=("Dự thảo 5/3/2026",))
    assert ids(pdf(stamp + paragraphs(LONG), style), wanted) == []
    assert ids(pdf(paragraphs(LONG) + stamp, style), wanted) == []


def test_a_stamp_that_a_page_lacks_is_told() -> None:
    style = "@page :first { @top-right { content: 'DỰ THẢO'; font-size: 9pt } }"
    found = problems(pdf(paragraphs(LONG), style), expected(LONG, texts_per_page=("DỰ THẢO",)))
    assert {problem.id for problem in found} == {"lost-stamp"}
    assert "2" in found[0].message


def test_capitals_ligatures_and_unseen_signs_are_the_same_text() -> None:
    line = "Văn phòng office in flyer, affiche\u00a0số\u200b 4 và Ủy\u00adban"
    style = ".caps { text-transform: uppercase; letter-spacing: .1em }"
    assert ids(pdf(f'<p class="caps">{SENTENCES[0]}</p><p>{line}</p>', style), expected(SENTENCES[0], line)) == []


def test_a_hyphen_set_at_the_end_of_a_line_is_no_difference() -> None:
    word = "liên\u00adhoan\u00advăn\u00adnghệ\u00adquần\u00adchúng"
    line = f"Kế hoạch 21-KH/ĐU, {word} Công-Nông"
    data = pdf(f'<div style="width: 24mm; hyphens: manual">{paragraphs(line)}</div>')
    assert ids(data, expected(line)) == []
    assert ids(data, expected(line.replace("Công-Nông", "Công-nhân"))) == ["lost-text"]


def test_letters_not_in_nfc_are_the_same_text() -> None:
    assert (
        ids(pdf(paragraphs("Nghị quyết")), expected("Nghi\u0323\u0302 quyê\u0301t".replace("i\u0323\u0302", "ị"))) == []
    )


def test_a_text_off_the_sheet_is_told_with_its_place() -> None:
    body = f'<p>{SENTENCES[0]}</p><p style="white-space: nowrap">{SENTENCES[1]} {SENTENCES[2]}</p>'
    found = problems(pdf(body), expected(*SENTENCES))
    assert ("off-sheet", 0) in {(problem.id, problem.line) for problem in found}
    body = f'<p>{SENTENCES[0]}</p><p style="margin-left: 80mm; white-space: nowrap">{SENTENCES[1]}</p>'
    found = problems(pdf(body), expected(*SENTENCES[:2]))
    assert ("off-sheet", 2) in {(problem.id, problem.line) for problem in found}


def test_a_text_below_the_sheet_is_told() -> None:
    body = f'<p style="position: absolute; top: 186mm">{SENTENCES[0]}</p>'
    assert "off-sheet" in ids(pdf(body), expected(SENTENCES[0]))


def test_other_ink_off_the_sheet_is_told() -> None:
    body = paragraphs(SENTENCES[0]) + '<div style="width: 160mm; height: 2mm; background: red"></div>'
    assert ids(pdf(body), expected(SENTENCES[0])) == ["off-sheet"]


def test_ink_up_to_the_edge_is_not_off_the_sheet() -> None:
    body = paragraphs(SENTENCES[0]) + '<div style="margin: 0 -20mm; height: 2mm; background: red"></div>'
    assert ids(pdf(body), expected(SENTENCES[0])) == []


@pytest.mark.parametrize("size", ["height: 9mm", "height: 20mm; width: 60mm; white-space: nowrap"])
def test_a_text_that_is_cut_off_is_told_though_it_can_be_read_from_the_file(size: str) -> None:
    body = f'<div style="overflow: hidden; {size}">{SENTENCES[0]} {SENTENCES[1]}</div>'
    found = problems(pdf(body), expected(*SENTENCES[:2]))
    assert {problem.id for problem in found} == {"clipped"}


def test_a_text_painted_through_a_form_that_is_cut_off_is_told() -> None:
    inner = f'<div style="opacity: .5">{SENTENCES[0]} {SENTENCES[1]}</div>'
    body = f'<div style="overflow: hidden; height: 9mm">{inner}</div>'
    assert set(ids(pdf(body), expected(*SENTENCES[:2]))) == {"clipped"}


def test_a_clip_that_cuts_nothing_is_no_fault() -> None:
    body = f'<div style="overflow: hidden; border-radius: 2mm; background: #eee">{paragraphs(*SENTENCES)}</div>'
    assert ids(pdf(body), expected(*SENTENCES)) == []


def test_text_through_a_form_is_measured_as_it_is_printed() -> None:
    body = f'<div style="opacity: .5; font-size: 10pt">{SENTENCES[0]}</div>'
    assert ids(pdf(body), expected(SENTENCES[0])) == []
    assert preflight(pdf(body), expected(SENTENCES[0])).smallest_pt == pytest.approx(9, abs=0.01)
    assert ids(pdf(body), expected(SENTENCES[0], smallest_pt=11)) == ["small-type"] * 3
    shrunk = f'<div style="opacity: .5; transform: scale(.5)">{SENTENCES[0]}</div>'
    assert preflight(pdf(shrunk), expected(SENTENCES[0], smallest_pt=5)).smallest_pt == pytest.approx(6, abs=0.01)
    # A form is clipped at the edge of the sheet.
    right = f'<div style="opacity: .5; margin-left: 80mm; white-space: nowrap">{SENTENCES[0]}</div>'
    assert ids(pdf(right), expected(SENTENCES[0])) == ["clipped"]


def test_a_font_that_is_not_ours_is_told() -> None:
    body = paragraphs(SENTENCES[0]) + f'<p style="font-family: Noto Sans">{SENTENCES[1]}</p>'
    ours = assets.font_names() - {"NotoSans-Regular", "NotoSans"}
    (problem,) = problems(pdf(body), expected(*SENTENCES[:2], fonts=ours))
    assert (problem.id, problem.line) == ("foreign-font", 2)
    assert "NotoSans-Regular" in problem.message


def test_a_font_is_known_by_its_own_name_not_by_the_style_sheets() -> None:
    other = (assets.fonts_folder() / "lexend/Lexend-Regular.ttf").as_uri()
    style = f'@font-face {{ font-family: "Noto Mono"; src: url({other}) }}'
    body = f'<p style="font-family: Noto Mono">{SENTENCES[0]}</p>'
    ours = frozenset({"NotoSerif-Regular", "NotoMono-Regular"})
    (problem,) = problems(pdf(body, style), expected(SENTENCES[0], fonts=ours))
    assert problem.id == "foreign-font"
    assert "Lexend" in problem.message


@pytest.mark.parametrize("style", ["font-style: italic", "font-weight: 700"])
def test_a_slant_or_weight_made_up_by_the_machine_is_told(style: str) -> None:
    body = f'<p style="font-family: Noto Sans; {style}">{SENTENCES[0]}</p>'
    assert set(ids(pdf_apart(body), expected(SENTENCES[0]))) == {"made-up-face"}


def test_faces_that_exist_are_ours() -> None:
    body = f"<h1>{SENTENCES[0]}</h1><p><b>{SENTENCES[1]}</b></p><p><i>{SENTENCES[2]}</i></p>"
    assert ids(pdf(body), expected(*SENTENCES)) == []


@pytest.mark.parametrize("family", ["Noto Serif", "Be Vietnam Pro"])
@pytest.mark.parametrize("letter", ["\ue123", "\u1200"])
def test_a_letter_that_no_font_has_is_told_whether_a_box_is_drawn_for_it_or_nothing(family: str, letter: str) -> None:
    line = f"Chữ lạ {letter} trong office"
    body = paragraphs(SENTENCES[0]) + f'<p style="font-family: {family}">{line}</p>'
    found = problems(pdf(body), expected(SENTENCES[0], line))
    assert [(problem.id, problem.line) for problem in found] == [("missing-glyph", 2)]
    assert letter in found[0].message


def test_a_letter_that_only_one_of_the_fonts_has_is_drawn() -> None:
    line = "Tỷ lệ 5 ‰, ½ số việc, ý kiến “đồng ý” – 100 € …"
    assert ids(pdf(f"<h1>{SENTENCES[0]}</h1>" + paragraphs(line)), expected(SENTENCES[0], line)) == []


def test_small_type_in_a_footer_is_told() -> None:
    style = '@page { @bottom-right { content: "In tại trường"; font-size: 6pt } }'
    (problem,) = problems(pdf(paragraphs(SENTENCES[0]), style), expected(SENTENCES[0]))
    assert problem.id == "small-type"
    assert "6.0" in problem.message
    assert problem.line == 0


def test_a_page_left_half_empty_is_told_with_what_begins_the_next() -> None:
    body = paragraphs(SENTENCES[0]) + f'<p style="break-before: page">{SENTENCES[1]}</p>'
    (problem,) = problems(pdf(body), expected(*SENTENCES[:2]))
    assert (problem.id, problem.line) == ("empty-page", 2)
    assert ids(pdf(body), expected(*SENTENCES[:2], least_fill=0.05)) == []
    # Behind it a part begins anew.
    assert ids(pdf(body), replace(expected(*SENTENCES[:2]), ends=frozenset({1}))) == []


def test_a_tall_ground_does_not_fill_a_page() -> None:
    body = (
        f'<div style="background: #fee; height: 160mm">{SENTENCES[0]}</div><p style="break-before: page">{SENTENCES[1]}'
    )
    assert ids(pdf(body), expected(*SENTENCES[:2])) == ["empty-page"]


def test_an_empty_last_page_is_told() -> None:
    body = paragraphs(SENTENCES[0]) + '<div style="break-before: page; height: 5mm"></div>'
    assert ids(pdf(body), expected(SENTENCES[0], least_fill=0.0)) == ["empty-page"]


def test_the_first_page_may_have_another_top_margin() -> None:
    body = "<p>Đầu trang một</p>" + paragraphs(LONG)
    style = "@page :first { margin-top: 10mm; @top-left { content: none } }"
    assert ids(pdf(body, style), expected("Đầu trang một", LONG, first_top_mm=10.0)) == []
    assert "lost-text" in ids(pdf(body, style), expected("Đầu trang một", LONG, first_top_mm=30.0))


@pytest.mark.parametrize("sheet", [(210.0, 297.0), (148.0, 297.0), (210.0, 210.0)])
def test_another_sheet_is_told(sheet: tuple[float, float]) -> None:
    assert ids(pdf(paragraphs(SENTENCES[0])), expected(SENTENCES[0], sheet_mm=sheet)) == ["wrong-sheet"]


def test_bookmarks_are_counted_on_all_levels() -> None:
    body = "<h1>Một</h1><h2>Hai</h2><h2>Ba</h2>" + paragraphs(SENTENCES[0])
    assert ids(pdf(body), expected(SENTENCES[0], bookmarks=3)) == []
    assert ids(pdf(body), expected(SENTENCES[0], bookmarks=4)) == ["no-bookmarks"]


def test_an_untagged_file_is_told() -> None:
    assert ids(pdf(paragraphs(SENTENCES[0]), tagged=False), expected(SENTENCES[0])) == ["no-tags"]


def test_a_file_that_only_claims_to_be_tagged_is_told() -> None:
    data = pdf(paragraphs(SENTENCES[0]), plain=True)
    assert ids(data, expected(SENTENCES[0])) == []
    assert b"/StructTreeRoot" in data
    assert ids(data.replace(b"/StructTreeRoot", b"/StructTreeRuin"), expected(SENTENCES[0])) == ["no-tags"]


def test_a_file_without_title_is_told() -> None:
    assert ids(pdf(paragraphs(SENTENCES[0]), title=""), expected(SENTENCES[0])) == ["no-title"]


def test_a_file_without_language_is_told() -> None:
    assert ids(pdf(paragraphs(SENTENCES[0]), language=""), expected(SENTENCES[0])) == ["no-language"]


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF", "cut"])
def test_a_broken_file_is_an_error_not_a_crash(data: bytes | str) -> None:
    broken = pdf(paragraphs(SENTENCES[0]))[:400] if isinstance(data, str) else data
    with pytest.raises(RenderError) as caught:
        preflight(broken, expected(SENTENCES[0]))
    assert [problem.id for problem in caught.value.problems] == ["unreadable-pdf"]


def test_all_problems_are_told_at_once_in_the_order_of_the_record() -> None:
    style = '@page { @bottom-right { content: "In tại trường"; font-size: 6pt } }'
    data = pdf(paragraphs(SENTENCES[1]), style, title="")
    found = problems(data, replace(expected(), texts=tuple(reversed(texts(*SENTENCES))), bookmarks=1))
    assert [problem.line for problem in found] == [1, 3, 0, 0, 0]
    assert {problem.id for problem in found} == {"lost-text", "small-type", "no-title", "no-bookmarks"}

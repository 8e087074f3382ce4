"""Each rule on a page that meets it and on one that breaks it."""

from __future__ import annotations

import pytest

from bulletin.loupe import CHOICES, RULES, Findings, examined
from bulletin.loupe.rules import chosen
from loupe.pages import MORE, TEXT, line, page, written
from preflight.press import picture

P = f"<p>{TEXT}</p><p>{MORE}</p>"
LONG = P * 3
ROWS = "".join(
    f"<tr><td>{name}<td>{number}<td>{number + 1}<td>{number + 2}<td>{number + 3}</tr>"
    for number, name in enumerate(["Tổ một", "Tổ hai", "Tổ ba", "Tổ bốn"])
)
TABLE = f"<table style='width:100%'>{ROWS}</table>"

BROKEN = {
    "ukaaf-size": (P + "<p style='font-size:15pt'>Chữ nhỏ</p>", ""),
    "acb-size": (P + "<p style='font-size:17pt'>Chữ nhỏ</p>", ""),
    "ukaaf-page-number": (P, "@page { @bottom-center { font-size: 17pt } }"),
    "ukaaf-sans": (P + "<p style='font-family:Noto Serif'>Có chân</p>", ""),
    "acb-sans": (P + "<p style='font-family:Noto Serif'>Có chân</p>", ""),
    "ukaaf-italics": (P + "<p style='font-family:Noto Serif'><i>Chữ nghiêng</i></p>", ""),
    "ukaaf-underline": (P + "<p>Có <u>gạch chân</u> ở giữa</p>", ""),
    "ukaaf-capitals": ("<p>ĐẢNG BỘ SỞ GIÁO DỤC</p>" + P, ""),
    "ukaaf-alignment": (LONG, "p { text-align: justify }"),
    "acb-alignment": ("<p style='text-align:center'>Tin vui của Chi bộ Trường<br>năm học mới</p>" + P, ""),
    "ukaaf-horizontal": (P + "<p style='transform: rotate(-8deg)'>Chữ xiên</p>", ""),
    "ukaaf-columns": (f"<div>{LONG}</div>", "div { columns: 2; column-gap: 12mm } html { font-size: 16pt }"),
    "acb-columns": (f"<div>{LONG}</div>", "div { columns: 2; column-gap: 12mm } html { font-size: 16pt }"),
    "ukaaf-leading": (P, "p { line-height: 1.05 }"),
    "acb-leading": (P, "p { line-height: 1.12 }"),
    "ukaaf-paragraphs": (P, "p { margin-bottom: 12pt }"),
    "acb-paragraphs": (P, "p { margin: 0 }"),
    "ukaaf-words": (f"<p>{TEXT} {'xin nghiêng-nghiêng ' * 12}</p>".replace("nghiêng-", "nghi&shy;"), ""),
    "acb-margins": (P, "@page { margin-left: 20mm }"),
    "wcag-contrast": (P + "<p style='color:#777'>Chữ xám trên giấy trắng</p>", ""),
    "rnib-pictures": (P + "<p class=on>Chữ đen đè lên ảnh có chỗ sáng chỗ tối</p>",
                      ".on { background: repeating-linear-gradient(90deg, #fff 0, #fff 20px, #222 20px, #222 40px) }"),
    "bulletin-tables": (P + TABLE, ""),
}  # fmt: skip


def verdicts(data: bytes) -> dict[str, bool | None]:
    return {verdict.rule: verdict.met for verdict in examined(data).verdicts}


def places(data: bytes, rule: str) -> list[tuple[int, str, str]]:
    found = next(verdict for verdict in examined(data).verdicts if verdict.rule == rule)
    return [(place.page, place.words, place.measured) for place in found.places]


def test_good_large_print_has_no_finding() -> None:
    found = verdicts(page(LONG))
    assert [rule for rule, met in found.items() if met is not True] == []


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_that_is_broken_is_told(rule: str) -> None:
    body, style = BROKEN[rule]
    assert verdicts(page(body, style))[rule] is False


def test_every_rule_is_tried() -> None:
    # The scan is a file of its own: `test_strangers.py`.
    assert set(BROKEN) | {"ukaaf-scan"} == {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("rule", "style"),
    [
        ("ukaaf-size", "html { font-size: 16pt }"),
        ("acb-leading", "p { line-height: 1.15 }"),
        ("ukaaf-leading", "p { line-height: 1.15 }"),
        ("acb-leading", "p { line-height: 1.5 }"),
        ("ukaaf-leading", "p { line-height: 1.7 }"),
        ("wcag-contrast", "p { color: #595959 }"),
        ("wcag-contrast", "p { color: #fff; background: #a6192e }"),
        ("acb-margins", "@page { margin: 25.4mm }"),
        ("ukaaf-paragraphs", "p { margin-bottom: 1em }"),
    ],
)
def test_what_just_does_is_no_finding(rule: str, style: str) -> None:
    assert verdicts(page(LONG, style))[rule] is True


@pytest.mark.parametrize(
    ("rule", "style"),
    [
        ("ukaaf-size", "html { font-size: 15.8pt }"),
        ("acb-size", "html { font-size: 17.8pt }"),
        ("wcag-contrast", "p { color: #626262 }"),
        ("acb-margins", "@page { margin: 24mm }"),
        ("ukaaf-paragraphs", "p { margin-bottom: 0.9em }"),
    ],
)
def test_what_just_does_not_is_one(rule: str, style: str) -> None:
    assert verdicts(page(LONG, style))[rule] is False


def test_what_is_measured_is_told() -> None:
    found = examined(page(LONG)).measures
    assert (found.body_pt, found.smallest_pt, found.leading_em, found.paragraph_gap_em) == (18, 18, 1.5, 1.0)
    assert found.margins_mm is not None
    assert all(abs(side - 26) < 3 for side in (found.margins_mm[0], found.margins_mm[3]))
    assert (found.columns, found.widest_table, found.contrast, found.fonts) == (1, 0, 21.0, ("Noto-Sans",))


def test_the_place_has_page_words_and_figure() -> None:
    data = page(P + "<p style='break-before:page;font-size:12pt'>Ghi chú nhỏ ở trang hai</p>")
    assert places(data, "ukaaf-size") == [(2, "Ghi chú nhỏ ở trang hai", "12.0 pt")]
    assert places(page(P + "<p style='color:#777'>Chữ xám</p>"), "wcag-contrast") == [(1, "Chữ xám", "4.5:1")]
    assert places(page(*BROKEN["ukaaf-words"]), "ukaaf-words")[0] == (1, "nghi- nghiêng", "")
    assert places(page(P + TABLE), "bulletin-tables") == [(1, "Tổ một", "5")]


def test_one_short_paragraph_does_not_tell_whether_it_is_justified() -> None:
    assert verdicts(page(f"<p style='text-align:justify'>{TEXT[:110]}</p>"))["acb-alignment"] is None
    assert verdicts(page(f"<p>{TEXT}</p>"))["acb-alignment"] is True


def test_the_alignment_is_named() -> None:
    assert {how for _, _, how in places(page(LONG, "p { text-align: justify }"), "ukaaf-alignment")} == {"justified"}
    centred = "<p style='text-align:center'>Tin vui của Chi bộ Trường<br>năm học mới</p>" + P
    assert [how for _, _, how in places(page(centred), "ukaaf-alignment")] == ["centred", "centred"]
    right = "<p style='text-align:right'>Tin vui của Chi bộ Trường<br>năm học mới</p>" + P
    assert [how for _, _, how in places(page(right), "ukaaf-alignment")] == ["right", "right"]


def test_a_line_by_itself_in_the_middle_is_centred() -> None:
    body = P * 2 + "<p style='text-align:center'>Chúc mừng năm mới</p>"
    assert places(page(body), "ukaaf-alignment") == [(1, "Chúc mừng năm mới", "centred")]


def test_an_indent_is_not_taken_for_the_middle() -> None:
    items = "".join(f"<li>{text}</li>" for text in (TEXT, MORE, TEXT))
    assert verdicts(page(P + f"<ul>{items}</ul>"))["ukaaf-alignment"] is True


def test_a_list_is_no_table_and_needs_no_blank_lines() -> None:
    items = "".join(f"<li>{text}</li>" for text in ("Một việc.", "Hai việc.", "Ba việc.", "Bốn việc."))
    found = examined(page(P + f"<ol style='margin-top:-12pt'>{items}</ol>"))
    assert found.measures.widest_table == 0
    assert found.measures.paragraph_gap_em == 1


def test_items_without_signs_are_known_by_the_tags() -> None:
    items = "<li>Việc thứ nhất đã xong.<li>Việc thứ hai đã xong."
    body = P + f"<ul style='list-style:none;padding:0;margin:0'>{items}</ul>"
    assert examined(page(body)).measures.paragraph_gap_em == 1
    assert examined(page(body.replace("li", "p").replace("<p>", "<p style='margin:0'>"))).measures.paragraph_gap_em == 0


def test_lines_of_one_paragraph_are_known_by_the_tags() -> None:
    # The second sentence begins a line, as it does where its first words are bound together.
    lines = "<p>Việc thứ nhất đã xong.<br>Việc thứ hai đã xong.</p>"
    assert examined(page(P + lines)).measures.paragraph_gap_em == 1
    apart = lines.replace("<p>", "<p style='margin:0'>").replace("<br>", "</p><p style='margin:0'>")
    assert examined(page(P + apart)).measures.paragraph_gap_em == 0


def test_short_paragraphs_far_apart_are_not_taken_for_one() -> None:
    short = "".join(
        f"<p>{text}</p>" for text in ("Việc thứ nhất đã xong.", "Việc thứ hai đã xong.", "Còn việc thứ ba.")
    )
    found = examined(
        page(P[: P.index("</p>")] + " và còn nữa.</p>" + "<div style='break-before:page'></div>" + short * 3)
    )
    assert (found.measures.leading_em, found.measures.paragraph_gap_em) == (1.5, 1.0)


def test_the_lines_of_a_table_are_no_paragraphs() -> None:
    table = "<table><tr><td>Việc thứ nhất đã xong.<tr><td>Việc thứ hai đã xong.<tr><td>Việc thứ ba đã xong.</table>"
    found = examined(page(P + table)).measures
    assert (found.paragraph_gap_em, found.widest_table) == (1, 1)


def in_the_middle(words: str) -> bytes:
    """Two lines of Helvetica with one middle, the second a good deal shorter."""
    narrow = {"1": 0.556, ".": 0.278, " ": 0.278, "n": 0.556}
    wide = sum(narrow[sign] for sign in words) * 18
    return line(words, x=80) + line("n" * 20, x=80 + (wide - 20 * 0.556 * 18) / 2, y=673)


def test_lines_with_one_middle_are_centred_but_for_items_and_indents() -> None:
    assert len(places(written(in_the_middle("n" * 40)), "ukaaf-alignment")) == 2
    assert places(written(in_the_middle("1. " + "n" * 38)), "ukaaf-alignment") == []
    # The same offset again and again is an indent.
    again = b"".join(b"q 1 0 0 1 0 %d cm " % (-80 * n) + in_the_middle("n" * 40) + b"Q\n" for n in range(4))
    assert places(written(again), "ukaaf-alignment") == []


def test_abbreviations_are_no_block_of_capitals() -> None:
    assert (
        verdicts(page(P + "<p>UBND và HĐND xã, TP. HCM, KT-XH, ATGT năm 2026</p><p>A Ă Â B C D Đ E Ê G H I</p>"))[
            "ukaaf-capitals"
        ]
        is True
    )


def test_a_rule_below_a_heading_is_no_underline() -> None:
    assert verdicts(page("<h1 style='border-bottom:1pt solid'>Tin vui</h1>" + P))["ukaaf-underline"] is True


def test_a_bar_is_an_underline_where_it_is_as_long_as_the_words() -> None:
    words = line("Tin vui")
    assert len(places(written(words + b"80 697 50 0.8 re f"), "ukaaf-underline")) == 1
    assert places(written(words + b"80 697 300 0.8 re f"), "ukaaf-underline") == []
    assert places(written(words + b"80 690 50 0.8 re f"), "ukaaf-underline") == []


@pytest.mark.parametrize("body", [P, LONG * 2], ids=["one page", "several pages"])
def test_a_running_head_needs_no_margin(body: str) -> None:
    style = '@page { @top-right { content: "Chi bộ Trường"; font: 18pt "Noto Sans" } }'
    found = verdicts(page(body, style))
    assert found["acb-margins"] is found["ukaaf-alignment"] is True


def test_a_table_of_a_file_without_tags_is_seen_by_its_rows() -> None:
    rows = b"".join(
        line(word, x=80 + 90 * column, y=600 - 30 * row)
        for row in range(4)
        for column, word in enumerate(["Mot", "Hai", "Ba", "Bon", "Nam"])
    )
    assert places(written(rows), "bulletin-tables") == [(1, "Mot Hai Ba Bon Nam", "5")]


def test_a_column_of_figures_is_no_justified_paragraph() -> None:
    # Of Helvetica, whose figures are all of one width.
    figures = b"".join(
        line("Chi tieu", x=80, y=600 - 27 * row) + line("1" * (row + 1), x=300 - 10 * row, y=600 - 27 * row)
        for row in range(6)
    )
    assert places(written(figures), "ukaaf-alignment") == []


def test_contents_are_no_table() -> None:
    rows = b"".join(
        line("Hoi nghi tong ket", x=80, y=600 - 27 * row) + line("....", x=260, y=600 - 27 * row)
        + line(str(7 + 5 * row), x=400, y=600 - 27 * row)
        for row in range(5)
    )  # fmt: skip
    assert examined(written(rows)).measures.widest_table == 0


def test_a_head_above_the_text_of_one_page_is_known_by_its_distance() -> None:
    style = '@page { @top-left { content: "Đầu trang " counter(page); font: 18pt "Noto Sans"; padding-bottom: 4mm;'
    found = verdicts(page(P, style + " vertical-align: bottom } }"))
    assert found["acb-margins"] is True


def test_contrast_is_that_to_the_panel_under_the_words() -> None:
    body = P + "<p style='background:#a6192e;color:#333'>Chữ tối trên nền đỏ</p>"
    [(_, words, figure)] = places(page(body), "wcag-contrast")
    assert (words, figure) == ("Chữ tối trên nền đỏ", "1.7:1")


@pytest.mark.parametrize("space_pt", [-3, -2, -1, 0, 1])
def test_the_frame_around_words_is_not_their_ground(space_pt: int) -> None:
    frame = f"border: 1.2pt solid #a6192e; color: #a6192e; line-height: 1.05; padding: {max(0, space_pt)}pt"
    found = verdicts(page(P + f"<p style='{frame}; height: {21 + space_pt}pt'>Dự thảo 24/11/2026</p>"))
    assert found["wcag-contrast"] is found["rnib-pictures"] is True


def test_words_on_a_photo_are_told() -> None:
    photo = f"<div style=\"background:url('{picture('#112244')}')\"><p>Chữ trắng nằm trên ảnh tối đều</p></div>"
    found = verdicts(page(P + photo, "div p { color: #fff }"))
    # One colour all over is as plain as a panel.
    assert found["rnib-pictures"] is found["wcag-contrast"] is True


def test_giant_print_may_have_narrower_margins_but_no_table() -> None:
    style = (
        "html { font-size: 24pt } p { margin-bottom: 24pt } @page { margin: 20mm; @bottom-center { font-size: 24pt } }"
    )
    found = verdicts(page(P, style))
    assert found["acb-margins"] is found["bulletin-tables"] is True
    assert verdicts(page(P + "<table><tr><td>Một<td>Hai</table>", style))["bulletin-tables"] is False


@pytest.mark.parametrize("whose", CHOICES)
def test_rules_are_chosen_by_whose_they_are(whose: str) -> None:
    found = examined(page(), whose)
    assert isinstance(found, Findings)
    assert [verdict.rule for verdict in found.verdicts] == [rule.id for rule in chosen(whose)]
    assert whose == "all" or {rule.by for rule in chosen(whose)} == {whose}

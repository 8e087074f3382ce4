from __future__ import annotations

import pytest

from bulletin import assets
from bulletin.compose.guest.styles import strange, unsound

OWN = frozenset(("bulletin:layout/mau-xa/dau.svg",))
SHEETS = sorted(
    path
    for path in assets.layouts_folder().glob("*/*.css")
    if path.name in ("base.css", "large-print.css", "print.css")
)
"""Those for paper; a screen has other needs."""


def told(css: str) -> list[str]:
    return [f"{fault.line}: {fault.message}" for fault in strange(css, "print.css", OWN)]


def minded(css: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.id) for fault in unsound(css, "print.css")]


@pytest.mark.parametrize(
    ("css", "complaint"),
    [
        ('@import "a.css";', "1: @import may not stand in a layout"),
        ("\n@IMPORT url(https://a.vn/a.css);", "2: @import may not stand in a layout"),
        ("@\\69mport 'a.css';", "1: @import may not stand in a layout"),
        ("@font-face { font-family: x; src: url(x.ttf) }", "1: @font-face may not stand in a layout"),
        ("@media print { @namespace x; }", "1: @namespace may not stand in a layout"),
        ("p { background: url(https://a.vn/x.png) }",
         "1: a style sheet may ask for files of its layout alone, not for “https://a.vn/x.png”"),
        ("p { background: u\\72l('file:///etc/passwd') }",
         "1: a style sheet may ask for files of its layout alone, not for “file:///etc/passwd”"),
        ("p {\n --x: url(data:image/png;base64,AA)\n}",
         "2: a style sheet may ask for files of its layout alone, not for “data:image/png;base64,AA”"),
        ("@page { @top-left { content: url(../x.png) } }",
         "1: a style sheet may ask for files of its layout alone, not for “../x.png”"),
        ("p { background: image-set('x.png' 1x) }", "1: image-set() may not stand in a layout"),
        ("p { background: url() }", "1: a style sheet may ask for files of its layout alone, not for “”"),
        ("p { color: {{ colour }} }", "1: “{{” stands in a style sheet, which nothing fills in"),
        ("p { color: red }\n{% if x %}", "2: “{%” stands in a style sheet, which nothing fills in"),
        ("p { color: red", ""),
        ("p { content: 'x\n' }", "1: the style sheet cannot be read here"),
    ],
)  # fmt: skip
def test_what_reaches_out_is_told(css: str, complaint: str) -> None:
    assert told(css)[:1] == ([complaint] if complaint else [])


def test_own_files_and_the_rules_of_pages_are_let_through() -> None:
    css = "@page :first { size: A4; @top-right { content: element(a) } }\n@media print { p { color: red } }\n"
    assert told(f"{css}p {{ background: url(bulletin:layout/mau-xa/dau.svg) }} /* @import url(x) */") == []


@pytest.mark.parametrize(
    ("css", "ident"),
    [
        ("p { display: flex }", "display"),
        (".a > li , .b { display: inline-block }", "display"),
        (".facts { display: grid }", "display"),
        ("main p:first-child { display: table-cell }", "display"),
        ("@media print { dd { display: INLINE-FLEX } }", "display"),
        (".a { overflow: hidden }", "overflow"),
        (".a { overflow-x: clip }", "overflow"),
        (".a { word-spacing: 1em }", "word-spacing"),
        (".a { opacity: 0.5 }", "opacity"),
        ("p span { white-space: nowrap }", "nowrap"),
        ("li { white-space: pre }", "nowrap"),
    ],
)
def test_what_spoils_running_text_is_told(css: str, ident: str) -> None:
    assert minded(f"\n{css}\n") == [(2, ident)]


def test_what_is_no_running_text_may_be_set_otherwise() -> None:
    assert (
        minded(".masthead { display: flex }\np .label { display: inline-block }\n.code { white-space: nowrap }") == []
    )
    assert minded("p { overflow-wrap: break-word; overflow: visible; display: block }") == []


def test_a_rule_may_be_broken_for_a_reason() -> None:
    assert minded("li { display: inline-block } /* excused: one word each */\nli { display: flex }") == [(2, "display")]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_layouts_of_the_program_keep_the_rules(sheet: object) -> None:
    assert minded(sheet.read_text(encoding="utf-8")) == []  # type: ignore[attr-defined]

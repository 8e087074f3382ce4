"""A clerk's own layout as the engine sees it: its files from memory, its page looked at once more."""

from __future__ import annotations

import pytest

from bulletin.errors import LayoutError, RenderError
from bulletin.render import lay_out

SHEET = "mau-xa/print.css"
CSS = b"@page { size: 100mm 100mm; margin: 10mm }\np { font-family: 'Noto Serif'; margin: 0 }"


def page(part: str) -> str:
    return f'<!doctype html><html lang="vi"><head><title>x</title></head><body>{part}</body></html>'


def refused(part: str) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        lay_out(page(part), styles=[SHEET], files={SHEET: CSS})
    return [problem.message for problem in caught.value.problems]


def test_its_sheet_comes_from_memory_and_an_edited_one_is_read_again() -> None:
    part = "<p id='a'>x</p>"
    laid = lay_out(page(part), styles=[SHEET], files={SHEET: CSS})
    edited = lay_out(page(part), styles=[SHEET], files={SHEET: CSS.replace(b"10mm", b"30mm")})
    # Two folders may hold layouts of one name.
    again = lay_out(page(part), styles=[SHEET], files={SHEET: CSS})
    left = [round(one.geometry[0].left_mm) for one in (laid, edited, again)]
    assert (left[1] - left[0], left[2]) == (20, left[0])


def test_its_drawing_comes_from_memory() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    part = '<img src="bulletin:layout/mau-xa/dau.svg" alt="" style="width:9mm;height:9mm">'
    assert lay_out(page(part), styles=[SHEET], files={SHEET: CSS, "mau-xa/dau.svg": drawing}).pages == 1
    with pytest.raises(RenderError, match="not part of this bulletin"):
        lay_out(page(part), styles=[SHEET], files={SHEET: CSS})


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("<p onclick='x'>x</p>", "“onclick” would start a program; a layout starts none"),
        ("<a href='javascript:x'>x</a>", "a link may lead to https:, mailto: or #, not to “javascript:x”"),
        ("<a href='https://a.vn' rel='attachment'>x</a>",
         "a link may not be “attachment”: nothing is attached or loaded by a layout"),
        ("<link rel=attachment href='bulletin:layout/news/print.css'>", "<link> may not stand in a layout"),
        ("<script>x</script>", "<script> may not stand in a layout"),
        ("<img src='file:///etc/passwd' alt=''>",
         "a picture is a photo of the record or a file of the layout, not “file:///etc/passwd”"),
        ("<p><svg><image href='file:///etc/passwd'/></svg>", "<svg> may not stand in a layout"),
        ("<math></math>", "<math> may not stand in a layout"),
        ("<input>", "<input> may not stand in a layout"),
    ],
)  # fmt: skip
def test_what_may_not_stand_on_its_page_is_found(part: str, message: str) -> None:
    assert message in refused(part)


CODE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><title>Mã QR</title>'
    '<rect width="29" height="29" fill="#fff"/><path d="M4 4h7v1H4zM12 4h1v1H12z" fill="#000"/></svg>'
)
"""As the macro `code` draws it."""


def test_the_code_that_the_program_draws_may_stand_there() -> None:
    assert lay_out(page(f"<div>{CODE}</div>"), styles=[SHEET], files={SHEET: CSS}).pages == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</svg>", '<image href="file:///etc/passwd"/></svg>'),
        ("</svg>", "<script>x()</script></svg>"),
        ("</svg>", "<text>Mật</text></svg>"),
        ("</svg>", "x</svg>"),
        ("<title>", "x<title>"),
        ("<title>", '<style>@import url("https://a.vn")</style><title>'),
        ("<title>", '<title onload="x()">'),
        ("<title>Mã QR", "<title><b>Mã QR</b>"),
        ("<title>Mã QR</title>", ""),
        ("<svg ", '<svg onload="x()" '),
        ("<svg ", '<svg style="background:url(file:///x)" '),
        ("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" '),
        ('viewBox="0 0 29 29"', 'viewBox="0 0 29 30"'),
        ('viewBox="0 0 29 29"', ""),
        ('width="29"', 'width="28"'),
        ('fill="#fff"', 'fill="url(https://a.vn)"'),
        ('fill="#000"', 'fill="url(#x)"'),
        ('fill="#000"', 'fill="#000" marker-end="url(https://a.vn)"'),
        ('fill="#000"', 'fill="#000" class="x"'),
        ("M4 4h7v1H4z", "M4 4c7 7 7 7 1 1z"),
        ("M4 4h7v1H4z", "M4 4h7v1H4zx"),
        ("M4 4h7v1H4z", "M4 4h7v1H٤z"),
        ('fill="#fff"/>', 'fill="#fff">MẬT</rect>'),
        ('d="M4 4h7v1H4zM12 4h1v1H12z"', 'd=""'),
        ('<path d="M4 4h7v1H4zM12 4h1v1H12z" fill="#000"/>',
         '<path d="M4 4h7v1H4z" fill="#000"><animate/></path>'),
    ],
)  # fmt: skip
def test_a_drawing_that_differs_from_it_in_anything_is_refused(old: str, new: str) -> None:
    assert old in CODE
    assert "<svg> may not stand in a layout" in refused(CODE.replace(old, new, 1))


def test_behind_a_code_everything_is_looked_at() -> None:
    assert refused(f"<div>{CODE}<input></div>") == ["<input> may not stand in a layout"]
    assert refused(f"<div>{CODE}</div><p onclick='x'>x</p>") == [
        "“onclick” would start a program; a layout starts none"
    ]


def test_the_page_of_a_layout_of_the_program_is_not_asked() -> None:
    laid = lay_out(page("<p><svg viewBox='0 0 1 1'></svg></p>"))
    assert laid.pages == 1


@pytest.mark.parametrize("address", ["https://a.vn/x.png", "file:///etc/passwd", "data:image/png;base64,AA"])
def test_its_sheet_is_served_nothing_else(address: str) -> None:
    css = CSS + f"p {{ background: url({address}) }}".encode()
    with pytest.raises(RenderError, match="not part of this bulletin"):
        lay_out(page("<p>x</p>"), styles=[SHEET], files={SHEET: css})

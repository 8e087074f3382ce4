from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import RenderError
from bulletin.render import Document, lay_out
from bulletin.render.fetcher import Fetcher

from .sample import jpeg, page

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
STRANGERS = {
    "file": 'src="file:///etc/hostname"',
    "data": 'src="data:image/png;base64,iVBORw0KGgo="',
    "network": 'src="http://example.org/a.jpg"',
    "other-scheme": 'src="bulletins:photo/a.jpg"',
    "unknown-kind": 'src="bulletin:record/a.yaml"',
    "font-by-hand": 'src="bulletin:font/noto-sans/NotoSans-Regular.ttf"',
    "unknown-photo": 'src="bulletin:photo/b.jpg"',
    "climbing-photo": 'src="bulletin:photo/../a.jpg"',
    "climbing-layout": 'src="bulletin:layout/../secret.png"',
    "climbing-encoded": 'src="bulletin:layout/news/%2e%2e/%2e%2e/secret.png"',
    "absolute-layout": 'src="bulletin:layout//etc/hostname"',
    "type": 'src="bulletin:layout/news/layout.toml"',
}


def refused(html: str, styles: tuple[str, ...] = ()) -> set[str]:
    with pytest.raises(RenderError) as caught:
        lay_out(html, styles=styles, pictures=["a.jpg"])
    return {problem.id for problem in caught.value.problems}


@pytest.mark.parametrize("address", STRANGERS.values(), ids=STRANGERS)
def test_a_picture_from_elsewhere_is_refused(address: str, layouts: Path) -> None:
    (layouts.parent / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (layouts / "news" / "layout.toml").touch()
    assert "not-served" in refused(page(f'<img alt="" style="width:9mm;height:9mm" {address}>'))


@pytest.mark.parametrize(
    "style",
    [
        "p { background: url(file:///etc/hostname) }",
        "p { background: url(http://example.org/a.png) }",
        "p { list-style-image: url(data:image/png;base64,iVBORw0KGgo=); display: list-item }",
        "p::before { content: url(file:///etc/hostname) }",
        "@page { @top-left { content: url(file:///etc/hostname) } }",
        '@import "file:///etc/hostname";',
        "@import url(http://example.org/a.css);",
        "@color-profile --x { src: url(file:///etc/hostname) }",
    ],
)
def test_a_style_that_asks_for_something_from_elsewhere_is_refused(style: str, layouts: Path) -> None:
    assert "not-served" in refused(page("<p>chữ</p>", head=f"<style>{style}</style>"))
    (layouts / "news" / "other.css").write_text(style, encoding="utf-8")
    assert "not-served" in refused(page("<p>chữ</p>"), styles=("news/other.css",))


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<link rel="stylesheet" href="http://example.org/a.css">',
    ],
)
def test_a_linked_style_sheet_from_elsewhere_is_refused(head: str) -> None:
    assert refused(page("<p>chữ</p>", head=head)) == {"not-served"}


@pytest.mark.parametrize("address", ["photo/a.jpg", "layout/ornament.svg", "//photo/a.jpg", ""])
def test_an_address_without_the_scheme_is_refused(address: str) -> None:
    fetcher = Fetcher(["a.jpg"])
    for ask in (fetcher, fetcher.fetch, fetcher.open):
        with pytest.raises(ValueError, match=f"^{address}$"):
            ask(address)
    assert len(fetcher.problems) == 1


def test_a_base_address_does_not_lead_out() -> None:
    html = page('<img alt="" src="hostname">', head='<base href="file:///etc/">')
    assert "not-served" in refused(html)


@pytest.mark.parametrize(
    "inner",
    [
        '<image href="file:///etc/hostname" width="9" height="9"/>',
        '<image xlink:href="http://example.org/a.png" width="9" height="9"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo=" width="9" height="9"/>',
    ],
)
@pytest.mark.parametrize("place", ["inline", "file"])
def test_what_a_drawing_asks_for_is_refused_though_the_engine_swallows_it(
    inner: str, place: str, layouts: Path, document: Document
) -> None:
    svg = SVG.format(inner)
    (layouts / "bad.svg").write_text(svg, encoding="utf-8")
    body = svg if place == "inline" else '<img alt="" src="bulletin:layout/bad.svg">'
    laid = lay_out(page(body))
    with pytest.raises(RenderError) as caught:
        laid.write(document)
    assert "not-served" in {problem.id for problem in caught.value.problems}


def test_a_drawing_cannot_bring_a_font(layouts: Path, document: Document) -> None:
    face = "<style>@font-face { font-family: X; src: url(file:///etc/hostname) }</style>"
    (layouts / "bad.svg").write_text(SVG.format(face), encoding="utf-8")
    assert "foreign-font" in refused(page('<img alt="" src="bulletin:layout/bad.svg">'))


def test_all_refusals_are_told_at_once_and_each_once() -> None:
    pictures = "".join(f'<img alt="" src="{name}">' for name in ("file:///a", "http://b", "file:///a"))
    with pytest.raises(RenderError) as caught:
        lay_out(page(pictures))
    assert [problem.message.split("“")[1].split("”")[0] for problem in caught.value.problems] == [
        "file:///a",
        "http://b",
    ]


def test_a_long_address_is_shortened_in_the_complaint() -> None:
    with pytest.raises(RenderError) as caught:
        lay_out(page(f'<img alt="" src="data:image/png;base64,{"A" * 5000}">'))
    assert len(caught.value.problems[0].message) < 250


def test_a_missing_style_sheet_is_refused() -> None:
    assert refused(page("<p>chữ</p>"), styles=("news/none.css",)) == {"not-served"}


def test_a_style_sheet_may_be_linked_or_imported_by_its_name(layouts: Path) -> None:
    (layouts / "news" / "small.css").write_text("p { font-size: 6pt }", encoding="utf-8")
    tall = lay_out(page('<p id="a">chữ</p>')).geometry[0]
    for head in (
        '<link rel="stylesheet" href="bulletin:layout/news/small.css">',
        '<style>@import "bulletin:layout/news/small.css";</style>',
    ):
        low = lay_out(page('<p id="a">chữ</p>', head=head)).geometry[0]
        assert low.bottom_mm - low.top_mm < tall.bottom_mm - tall.top_mm


def test_photos_are_found_by_names_with_any_letters(document: Document) -> None:
    name = "quang cảnh #1 (sửa).jpg"
    address = "bulletin:photo/quang%20c%E1%BA%A3nh%20%231%20%28s%E1%BB%ADa%29.jpg"
    laid = lay_out(page(f'<img alt="x" style="width:9mm;height:9mm" src="{address}">'), pictures=[name])
    assert jpeg(64, 48) in laid.write(document, {name: jpeg(64, 48)})


def test_a_photo_that_is_not_there_at_writing_is_refused(document: Document) -> None:
    laid = lay_out(page('<img alt="x" style="width:9mm;height:9mm" src="bulletin:photo/a.jpg">'), pictures=["a.jpg"])
    with pytest.raises(RenderError) as caught:
        laid.write(document, {})
    assert {problem.id for problem in caught.value.problems} == {"not-served"}
    assert laid.write(document, {"a.jpg": jpeg(64, 48)})


@pytest.mark.parametrize(
    "data",
    [
        SVG.format("").encode(),
        b"GIF89a",
        b"",
        jpeg(64, 48)[:-20],
        jpeg(64, 48) + b"trailer\r",
    ],
    ids=["svg", "gif", "empty", "cut", "trailer"],
)
def test_a_photo_is_a_whole_jpeg_or_png(data: bytes, document: Document) -> None:
    laid = lay_out(page('<img alt="x" style="width:9mm;height:9mm" src="bulletin:photo/a.jpg">'), pictures=["a.jpg"])
    with pytest.raises(RenderError) as caught:
        laid.write(document, {"a.jpg": data})
    assert {problem.id for problem in caught.value.problems} == {"not-served"}

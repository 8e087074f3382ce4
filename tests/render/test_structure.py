from __future__ import annotations

from collections.abc import Callable

import pytest
from pypdf.generic import NullObject

from bulletin.render import Document, lay_out

from .sample import HTML, jpeg, page, photos
from .tree import artifacts, elements, marks, outline, pieces, reader

Printer = Callable[..., bytes]
WORDS = "Hội nghị thống nhất chọn ba việc phải làm xong trong quý này. "
PICTURE = '<img alt="x" style="width: 9mm; height: 9mm" src="bulletin:photo/a.jpg">'
ORNAMENT = '<img alt="" src="bulletin:layout/ornament.svg">'


@pytest.fixture
def printed(document: Document) -> Printer:
    def build(body: str, style: str = "") -> bytes:
        laid = lay_out(page(body, style), pictures=["a.jpg"])
        return laid.write(document, {"a.jpg": jpeg(64, 48)})

    return build


CASES = {
    "headings": ("<h1>a</h1><h2>b</h2><p>c</p>", "H1 H2 P"),
    "sections": ("<section><h1>a</h1><blockquote><p>c</p></blockquote></section>", "Sect(H1 BlockQuote(P))"),
    "marked-list": ('<ul style="list-style: disc"><li>a</li><li>b</li></ul>', "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "plain-list": ('<ul style="list-style: none"><li>a</li></ul>', "L(LI(LBody))"),
    "marks-inside": ('<ul style="list-style: inside disc"><li>a</li></ul>', "L(LI(Lbl LBody))"),
    "list-of-paragraphs": ("<ol><li><p>a</p><p>b</p></li></ol>", "L(LI(Lbl LBody(P P)))"),
    "nested-list": ("<ol><li>a<ol><li>b</li></ol></li></ol>", "L(LI(Lbl LBody) L(LI(Lbl LBody)))"),
    "terms": ("<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "two-terms": ("<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd></dl>", "L(LI(Lbl Lbl LBody))"),
    "terms-in-pairs": (
        "<dl><div><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dd><p>d</p></dd></div></dl>",
        "L(LI(Lbl LBody) LI(Lbl LBody(P)))",
    ),
    "no-terms": ("<dl>a<p>b</p></dl>", "L(NonStruct P)"),
    "terms-in-a-grid": ('<dl style="display: grid"><dt>a</dt><dd><p>b</p></dd></dl>', "L(LI(Lbl LBody(P)))"),
    "figure": (f"<figure>{PICTURE}<figcaption>c</figcaption></figure>", "NonStruct(NonStruct(Figure) Caption)"),
    "ornament": (f"<p>a {ORNAMENT}</p>", "P"),
    "ornament-alone": (f'<ul style="list-style: none"><li>{ORNAMENT}</li></ul>', "L(LI(LBody))"),
    "drawing": ('<p>a<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/></p>', "P"),
    "described-drawing": (
        '<p><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title></svg></p>',
        "P(Figure)",
    ),
    "table": (
        "<table><caption>c</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        "Table(Caption THead(TR(TH)) TBody(TR(TD)))",
    ),
    "link": ('<p>a <a href="https://example.org/">b</a></p>', "P(Link)"),
    "columns": (f'<div style="columns: 2">{"<p>a</p>" * 3}</div>', "Div(NonStruct(P P) NonStruct(P))"),
    "flex": ('<div style="display: flex"><p>a</p><div><p>b</p></div></div>', "Div(P Div(P))"),
    "beside": ('<div style="position: relative"><p style="position: absolute">a</p><p>b</p></div>', "Div(P P)"),
    "bold": ("<p>a <b>b</b></p>", "P(NonStruct)"),
}


@pytest.mark.parametrize(("body", "tree"), CASES.values(), ids=CASES)
def test_elements_become_tags(body: str, tree: str, printed: Printer) -> None:
    assert outline(printed(body)) == f"Document({tree})"


BROKEN = {
    "paragraph": (f"<p>{WORDS * 60}</p>", "P"),
    "section": (f"<section><h1>a</h1><p>{WORDS * 60}</p><p>b</p></section>", "Sect(H1 P P)"),
    "list": (f"<ol><li>{WORDS * 60}</li><li>b</li></ol>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "terms": (f"<dl><dt>a</dt><dd>{WORDS * 60}</dd><dt>b</dt><dd>c</dd></dl>", "L(LI(Lbl LBody) LI(Lbl LBody))"),
    "terms-in-pairs": (f"<dl><div><dt>a</dt><dd>{WORDS * 60}</dd></div></dl>", "L(LI(Lbl LBody))"),
    "cell": (f"<table><tr><td>{WORDS * 60}</td></tr></table>", "Table(TBody(TR(TD)))"),
    "bold": (f"<p>a <b>{WORDS * 60}</b></p>", "P(NonStruct)"),
}


@pytest.mark.parametrize(("body", "tree"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_over_pages_is_one_element_again(body: str, tree: str, printed: Printer) -> None:
    pdf = printed(body)
    assert len(reader(pdf).pages) > 1
    assert outline(pdf) == f"Document({tree})"
    assert pieces(next(elements(pdf))) == sum(map(len, marks(pdf)))


def test_the_head_of_a_table_is_read_once_though_it_is_printed_on_each_page(printed: Printer) -> None:
    head = '<thead><tr><th scope="col">Tổ</th><th scope="col">Số hộ</th></tr></thead><tfoot><tr><td>x</td></tr></tfoot>'
    pdf = printed(f"<table>{head}<tbody>{'<tr><td>a</td><td>b</td></tr>' * 60}</tbody></table>")
    assert outline(pdf).count("THead") == 1
    assert outline(pdf).count("TFoot") == 1
    assert [len(artifacts(pdf, number)) for number in range(2)] == [0, 3]


def test_running_heads_and_folios_are_artifacts_of_paging(printed: Printer) -> None:
    style = (
        "@page { @top-left { content: 'đầu' } @bottom-center { content: element(foot) } } "
        ".foot { position: running(foot) }"
    )
    pdf = printed(f'<div class="foot">Chi bộ <b>Một</b> {PICTURE}</div><p>{WORDS * 60}</p>', style)
    assert outline(pdf) == "Document(P)"
    assert {frozenset(artifacts(pdf, number)) for number in range(len(reader(pdf).pages))} == {
        frozenset({"/Pagination", "/Layout"})
    }


def test_a_stamp_on_every_page_is_read_once(printed: Printer) -> None:
    pdf = printed(f'<div class="stamp">Dự thảo</div><p>{WORDS * 60}</p>', ".stamp { position: fixed; top: 0 }")
    assert outline(pdf) == "Document(Div P)"
    assert [artifacts(pdf, number) for number in range(2)] == [[], ["/Pagination"]]


def test_a_link_in_a_repeated_head_is_none(printed: Printer) -> None:
    head = '<thead><tr><th scope="col"><a href="https://example.org/">Tổ</a></th></tr></thead>'
    pdf = printed(f"<table>{head}<tbody>{'<tr><td>a</td></tr>' * 60}</tbody></table>")
    assert [len(page.get("/Annots", ())) for page in reader(pdf).pages][:2] == [1, 0]


def test_cells_of_a_head_tell_what_they_stand_over(printed: Printer) -> None:
    table = (
        '<table><thead><tr><th scope="col" rowspan="2">a</th><th scope="colgroup" colspan="2">b</th></tr>'
        '<tr><th scope="col">c</th><th scope="col">d</th></tr></thead>'
        '<tbody><tr><th scope="row">e</th><td>f</td><td>g</td></tr></tbody></table>'
    )
    heads = [element["/A"] for element in elements(printed(table)) if element["/S"] == "/TH"]
    assert [head["/Scope"] for head in heads] == ["/Column", "/Column", "/Column", "/Column", "/Row"]
    assert [(head.get("/RowSpan"), head.get("/ColSpan")) for head in heads[:2]] == [(2, None), (None, 2)]


@pytest.mark.parametrize(
    ("style", "numbering"),
    [("decimal", "/Decimal"), ("upper-roman", "/UpperRoman"), ("lower-alpha", "/LowerAlpha"), ("'– '", "/Disc")],
)
def test_lists_tell_how_they_are_numbered(style: str, numbering: str, printed: Printer) -> None:
    pdf = printed(f'<ul style="list-style-type: {style}"><li>a</li></ul>')
    assert next(elements(pdf))["/K"][0]["/A"]["/ListNumbering"] == numbering


def test_pictures_tell_what_they_show_and_where_in_points(printed: Printer) -> None:
    style = "@page { size: 100mm 200mm; margin: 10mm } body { margin: 0 } img { display: block }"
    figure = next(element for element in elements(printed(PICTURE, style)) if element["/S"] == "/Figure")
    assert figure["/Alt"] == "x"
    millimetre = 72 / 25.4
    assert [edge / millimetre for edge in figure["/A"]["/BBox"]] == pytest.approx([10, 181, 19, 190], abs=0.01)


def test_words_in_another_language_say_so(printed: Printer) -> None:
    pdf = printed('<p>Bài <span lang="en">Annual report</span></p><blockquote lang="fr"><p>Bonjour</p></blockquote>')
    assert [element["/Lang"] for element in elements(pdf) if "/Lang" in element] == ["en", "fr"]


def test_links_tell_where_they_lead_and_are_printed(printed: Printer) -> None:
    pdf = printed('<p><a href="https://example.org/a">a</a> <a href="#b">b</a></p><h1 id="b">c</h1>')
    notes = [note.get_object() for note in reader(pdf).pages[0]["/Annots"]]
    assert [note["/Contents"] for note in notes] == ["https://example.org/a", "b"]
    assert {note["/F"] for note in notes} == {4}
    links = [element for element in elements(pdf) if element["/S"] == "/Link"]
    held = [kid.get_object() for link in links for kid in link["/K"]]
    assert [thing["/Obj"]["/Contents"] for thing in held if not isinstance(thing, int)] == [
        "https://example.org/a",
        "b",
    ]


def test_every_piece_of_the_sample_is_in_the_tree_or_an_artifact(document: Document) -> None:
    pdf = lay_out(HTML, styles=["news/print.css"], pictures=list(photos())).write(document, photos())
    held = {element.indirect_reference.idnum for element in elements(pdf)}
    nums = reader(pdf).trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for owners, pieces_of_page in zip(nums[1::2], marks(pdf), strict=False):
        marked = {properties["/MCID"] for tag, properties in pieces_of_page if tag != "/Artifact"}
        assert not any("/MCID" in properties for tag, properties in pieces_of_page if tag == "/Artifact")
        for mark, owner in enumerate(owners):
            assert owner.idnum in held if mark in marked else isinstance(owner, NullObject)

"""Files printed part by part, read back by another program than ours."""

from __future__ import annotations

import gc
import io
import sys
import weakref
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from bulletin import render
from bulletin.errors import RenderError
from bulletin.render import Document, Laid, begin_printing, lay_out
from bulletin.render.press import Press

from .sample import HTML, page, photos
from .test_conformance import failures
from .tree import elements, outline, reader

_OWN_WAY = {"/ID", "/Length", "/Filter", "/Resources", "/ColorSpace", "/ParentTree", "/StructParent", "/StructParents"}
"""How objects are numbered and shared out does not matter."""

FIRST = page(
    '<h1 id="one">Phần một</h1><p>Xem <a href="#two" title="Phần hai, trang 2">phần hai</a>, '
    '<a href="#page-3" title="Trang 3">trang 3</a> và <a href="https://example.org" title="Trang nhà">trang nhà</a>.'
    "</p>"
)
SECOND = page('<h1 id="two">Phần hai</h1><p id="one">Một.</p><h2 style="break-before:page">Mục</h2><p>Hết.</p>')


def sample() -> Laid:
    return lay_out(HTML, styles=["news/print.css"], pictures=list(photos()))


def printed(document: Document, *parts: Laid) -> bytes:
    file = io.BytesIO()
    press = begin_printing(file)
    for part in parts:
        part.print(press, photos())
    press.finish(document)
    return file.getvalue()


def told(pdf: bytes) -> list[tuple[str, str]]:
    """All that a file says, from its catalogue down, whatever the numbers of its objects."""
    found: list[tuple[str, str]] = []
    seen: dict[int, str] = {}

    def visit(thing: Any, path: str) -> None:
        if isinstance(thing, IndirectObject):
            if thing.idnum in seen:
                found.append((path, seen[thing.idnum]))
                return
            seen[thing.idnum] = path
            thing = thing.get_object()
        if isinstance(thing, StreamObject):
            found.append((path, repr(thing.get_data())))
        if isinstance(thing, DictionaryObject):
            for key in sorted(thing.keys() - _OWN_WAY):
                visit(thing.raw_get(key), path + key)
        elif isinstance(thing, ArrayObject):
            for place, item in enumerate(thing):
                visit(item, f"{path}[{place}]")
        else:
            found.append((path, repr(thing)))

    visit(reader(pdf).trailer["/Root"], "")
    return found


def texts(pdf: pypdf.PdfReader) -> list[str]:
    return [own.extract_text() for own in pdf.pages]


def outlined(pdf: pypdf.PdfReader) -> list[tuple[Any, int]]:
    found: list[tuple[Any, int]] = []

    def visit(mark: Any) -> None:
        if isinstance(mark, list):
            for below in mark:
                visit(below)
        else:
            found.append((mark.title, page_of(pdf, mark)))

    visit(pdf.outline)
    return found


def places(pdf: pypdf.PdfReader) -> dict[str, int]:
    return {name: page_of(pdf, place) for name, place in pdf.named_destinations.items()}


def page_of(pdf: pypdf.PdfReader, place: Any) -> int:
    number = pdf.get_destination_page_number(place)
    assert number is not None
    return number + 1


def test_a_single_part_is_what_the_engine_itself_makes_of_it(document: Document) -> None:
    # Fails when an update of the engine changes a step that the press takes by itself.
    whole = told(sample().write(document, photos()))
    assert len(whole) > 500
    assert told(printed(document, sample())) == whole


def test_resources_are_what_the_engine_itself_makes_of_them(document: Document) -> None:
    def resources(pdf: bytes) -> Any:
        own = reader(pdf).pages[0]["/Resources"]
        images = {name: own["/XObject"][name].get_data() for name in own["/XObject"]}
        colours = {name: space if "lab" in name else space[1].get_data() for name, space in own["/ColorSpace"].items()}
        return images, own["/ExtGState"], set(own["/Font"]), colours

    assert resources(printed(document, sample())) == resources(sample().write(document, photos()))


def test_links_bookmarks_and_places_lead_from_part_to_part(document: Document) -> None:
    pdf = reader(printed(document, lay_out(FIRST), lay_out(SECOND)))
    assert places(pdf) == {"one": 1, "two": 2, "page-3": 3}
    links = [link.get_object() for link in pdf.pages[0]["/Annots"]]
    assert [link.get("/Dest") for link in links] == ["two", "page-3", None]
    assert {link["/F"] for link in links} == {4}
    assert outlined(pdf) == [("Phần một", 1), ("Phần hai", 2), ("Mục", 3)]


def test_the_structure_of_all_parts_is_one_document(document: Document) -> None:
    pdf = printed(document, lay_out(FIRST), sample(), lay_out(SECOND))
    middle, end = (outline(printed(document, part))[len("Document(") : -1] for part in (sample(), lay_out(SECOND)))
    assert outline(pdf) == f"Document(H1 P(Link Link Link) {middle} {end})"
    # Each page and link knows its own place in it.
    file = reader(pdf)
    parents = file.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    numbers, values = list(parents[::2]), parents[1::2]
    assert numbers == list(range(len(numbers)))
    for own in file.pages:
        marked = [element.get_object() for element in values[own["/StructParents"]].get_object()]
        found = {element.raw_get("/Pg") for element in marked if isinstance(element, DictionaryObject)}
        assert found == {own.indirect_reference}
        for link in own.get("/Annots", ()):
            element = values[link.get_object()["/StructParent"]].get_object()
            assert link in [kid.get_object().raw_get("/Obj") for kid in element["/K"] if not isinstance(kid, int)]
    assert sum(element["/S"] == "/H1" for element in elements(pdf)) >= 3


def test_each_font_is_in_the_file_once_with_the_letters_of_all_parts(document: Document) -> None:
    pdf = reader(printed(document, lay_out(page("<p>Một</p>")), lay_out(page('<p style="font-size:15pt">Hai</p>'))))
    assert [own.extract_text() for own in pdf.pages] == ["Một", "Hai"]
    first, second = (own["/Resources"]["/Font"] for own in pdf.pages)
    assert first == second
    assert len(first) == 1


def test_the_engine_is_of_the_version_whose_steps_the_press_takes() -> None:
    # Before `PRESS_VERSION` is raised, the engine's `generate_pdf` is to be compared with that of the version before.
    assert render.engine_version() == render.PRESS_VERSION


@pytest.fixture
def other_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine of another version, whose innards are gone."""
    monkeypatch.setattr(render, "engine_version", lambda: "70.1")
    monkeypatch.setitem(sys.modules, "bulletin.render.innards", None)
    monkeypatch.delitem(sys.modules, "bulletin.render.press", raising=False)


def test_another_engine_writes_the_same_without_its_innards(
    document: Document, request: pytest.FixtureRequest
) -> None:  # fmt: skip
    parts = (FIRST, SECOND, page('<p>Xem <a href="#two" title="Phần hai, trang 2">phần hai</a>.</p>'))
    usual = reader(printed(document, lay_out(FIRST), sample(), *map(lay_out, parts[1:])))
    request.getfixturevalue("other_engine")
    other = reader(printed(document, lay_out(FIRST), sample(), *map(lay_out, parts[1:])))
    for read in (outlined, places, texts):
        assert read(other) == read(usual)


@pytest.mark.usefixtures("other_engine")
def test_another_engine_writes_a_part_as_it_does_alone(document: Document) -> None:
    assert printed(document, sample()) == sample().write(document, photos())


@pytest.mark.usefixtures("other_engine")
def test_a_link_that_leads_nowhere_is_refused_with_another_engine(document: Document) -> None:
    with pytest.raises(RenderError, match=r"leads to “two”"):
        printed(document, lay_out(FIRST), lay_out(page("<p>Một.</p>")), lay_out(page("<p>Hai.</p>")))


def test_a_link_that_leads_nowhere_is_refused(document: Document) -> None:
    with pytest.raises(RenderError, match=r"leads to “two”"):
        printed(document, lay_out(FIRST), lay_out(page("<p>Một.</p>")), lay_out(page("<p>Hai.</p>")))


def test_the_same_parts_give_the_same_file(document: Document) -> None:
    one, two = (printed(document, lay_out(FIRST), lay_out(SECOND)) for _ in range(2))
    assert one == two


def test_nothing_of_a_printed_part_stays_in_memory() -> None:
    file = io.BytesIO()
    press = begin_printing(file)
    laid = sample()
    sheet = weakref.ref(laid._engine_document.pages[0])
    before = file.tell()
    laid.print(press, photos())
    del laid
    gc.collect()
    assert sheet() is None
    assert isinstance(press, Press)
    assert not list(press._objects)
    # Its photos are in the file already.
    assert file.tell() - before > sum(map(len, photos().values()))


@pytest.mark.slow
def test_many_parts_are_pdf_a_3a_and_pdf_ua_1(document: Document) -> None:
    assert failures(printed(document, lay_out(FIRST), sample(), lay_out(SECOND))) == []


@pytest.mark.slow
@pytest.mark.usefixtures("other_engine")
def test_many_parts_are_so_with_another_engine_too(document: Document) -> None:
    assert failures(printed(document, lay_out(FIRST), sample(), lay_out(SECOND))) == []

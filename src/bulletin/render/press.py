"""Many parts printed into one file, one after the other: of a part that is printed, no page stays in memory.

The engine's own `generate_pdf` keeps all pages of a document and all objects of its file until the end. Here each part
is laid out as a document of its own and printed by the same steps; then its objects are written to the file and only
what the whole is put together from is kept: references of pages, bookmarks, places that links lead to, the letters used
of each font, and the top of the structure tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

from bulletin.render.checks import refuse_lost
from bulletin.render.document import Document
from bulletin.render.engine import COLOURS, VARIANT, at_work, srgb
from bulletin.render.fetcher import Fetcher
from bulletin.render.finisher import attach, crisp, fill_in, label
from bulletin.render.geometry import Survey
from bulletin.render.innards import (
    D50,
    D65,
    Matrix,
    PageStream,
    add_images,
    add_links,
    add_outlines,
    add_tags,
    build_fonts_dictionary,
    make_page_bookmark_tree,
)
from bulletin.render.library import DEFAULT_OPTIONS, EngineDocument, pydyf
from bulletin.render.sheets import Objects, Sheets, condensed
from bulletin.render.structure import mend
from bulletin.render.writer import Writer

_SCALE = 0.75
"""Points of one CSS pixel."""
_PAGE = re.compile(r"page-(\d+)")
_TO_BE_PRINTED = 1 << 2
"""Flag of an annotation: ISO 32000-1, table 165."""


class Press:
    """Prints parts into one PDF/A-3a and PDF/UA-1 file; the same for the same input."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin a file.

        Args:
            file: Open for writing, empty.
        """
        self._writer = Writer(file)
        self._objects = Objects()
        self._pages: list[bytes] = []
        self._fonts: dict[Any, Any] = {}
        self._programs: dict[str, bytes] = {}
        """Of each font the bytes of its file, once for all its sizes."""
        self._places: dict[str, bytes] = {}
        """For each name the place that links to it lead to."""
        self._targets: dict[str, None] = {}
        """Names that links lead to."""
        self._bookmarks: list[Any] = []
        self._bookmark_state: tuple[list[int], list[Any], int] = ([], [self._bookmarks], 0)
        self._parents: list[Any] = []
        """For each page and link, in turn, its number and what belongs to it in the structure tree."""
        self._heights: list[float] = []

        whole = Sheets(self._objects)
        free, self._tree, self._catalog, self._font_list, self._root, self._body, self._parent_tree = (
            pydyf.Dictionary() for _ in range(7)
        )
        self._held = (self._tree, self._catalog, self._font_list, self._root, self._body, self._parent_tree)
        """Objects that others refer to and that are written last."""
        for thing in (free, *self._held):
            whole.add_object(thing)
        self._objects.go_on(len(self._objects))
        self._profile = pydyf.Stream([srgb().content], pydyf.Dictionary({"N": len(srgb().components)}), compress=True)
        whole.add_object(self._profile)
        self._colours = pydyf.Dictionary(
            {
                "lab-d50": _lab(D50), "lab-d65": _lab(D65),
                COLOURS: pydyf.Array(("/ICCBased", self._profile.reference)),
            }
        )  # fmt: skip
        whole.add_object(self._colours)
        self._write(frozenset())

    def add(
        self, pages: EngineDocument, fetcher: Fetcher, found: Survey, pictures: Mapping[str, bytes], language: str
    ) -> None:
        """Print the pages of a part; see `bulletin.render.Laid.print`."""
        with at_work(fetcher):
            fill_in(found, fetcher, pictures)
            srgb().pdf_reference = self._profile.reference
            sheets = Sheets(self._objects)
            streams = self._draw(sheets, pages)
            sheets.catalog["Lang"] = pydyf.String(language)
            add_tags(sheets, pages, VARIANT["pdf_version"], streams)
            dropped = mend(sheets, [page._page_box for page in pages.pages])
            crisp(sheets)
            dropped |= self._graft(sheets)
            self._write(dropped)
            fetcher.photos = None
            for font in self._fonts.values():
                font.file_content = self._programs.setdefault(font.hash, font.file_content)

    def finish(self, document: Document) -> None:
        """Write what belongs to the whole.

        Args:
            document: What the PDF tells of itself.

        Raises:
            RenderError: If a link leads nowhere, or the engine complains.
        """
        self._name_pages()
        refuse_lost(target for target in self._targets if target not in self._places)
        with at_work(Fetcher()):
            whole = Sheets(self._objects)
            whole.catalog, whole.page_references = self._catalog, self._pages
            add_outlines(whole, self._bookmarks)
            self._font_list.update(build_fonts_dictionary(whole, self._fonts, True, True, DEFAULT_OPTIONS | VARIANT))
            self._fill_catalogue(whole, document)
            for thing in self._held:
                self._writer.put(thing)
            self._write(frozenset())
        self._writer.close(len(self._objects), self._catalog.reference, self._info)

    def _draw(self, sheets: Sheets, pages: EngineDocument) -> Sequence[PageStream]:
        """Draw pages, with their links; give what is painted on each."""
        images: dict[str, Any] = {}
        names: list[Any] = []
        streams = []
        resources = pydyf.Dictionary(
            {
                "ExtGState": pydyf.Dictionary(), "XObject": pydyf.Dictionary(), "Pattern": pydyf.Dictionary(),
                "Shading": pydyf.Dictionary(), "ColorSpace": self._colours.reference,
                "Font": self._font_list.reference,
            }
        )  # fmt: skip
        sheets.add_object(resources)
        for page in pages.pages:
            width, height = page.width * _SCALE, page.height * _SCALE
            matrix = Matrix(_SCALE, 0, 0, -_SCALE, 0, height)
            stream = PageStream(
                self._fonts, (0, 0, page.width, page.height), resources, images, {}, pages.color_profiles,
                pages.output_intent, compress=True,
            )  # fmt: skip
            stream.transform(d=-1, f=height)
            sheets.add_object(stream)
            sheet = pydyf.Array((0, 0, width, height))
            own = pydyf.Dictionary(
                {
                    "Type": "/Page", "Parent": self._tree.reference, "MediaBox": sheet, "TrimBox": sheet,
                    "BleedBox": sheet, "Contents": stream.reference, "Resources": resources.reference, "Tabs": "/S",
                }
            )  # fmt: skip
            sheets.add_object(own)
            new = [(name, x, y) for name, (x, y, _, _) in page.anchors.items() if name not in self._places]
            add_links((page.links, new), matrix, sheets, own, names, stream._tags)
            self._targets.update((target, None) for kind, target, *_ in page.links if kind == "internal")
            self._places |= {name: place.data for name, place in names}
            names.clear()
            page.paint(stream, _SCALE)
            stream.stream = condensed(stream.stream)
            self._mark(page, matrix)
            sheets.page_references.append(own.reference)
            self._pages.append(own.reference)
            self._heights.append(height)
            streams.append(stream)
        add_images(sheets, resources, images, pages.color_profiles)
        for thing in sheets.objects:
            if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/Annot":
                thing["F"] = _TO_BE_PRINTED
        return streams

    def _mark(self, page: Any, matrix: Any) -> None:
        """Note the bookmarks of a page."""
        skipped, last, level = self._bookmark_state
        level = make_page_bookmark_tree(page, skipped, last, level, len(self._pages), matrix)
        self._bookmark_state = skipped, last, level

    def _graft(self, sheets: Sheets) -> frozenset[int]:
        """Hang the structure of a part into that of the whole; give the numbers of what it no longer needs."""
        objects = sheets.objects
        root = objects[_number(sheets.catalog["StructTreeRoot"])]
        (body,) = (objects[_number(kid)] for kid in root["K"])
        mapping = objects[_number(root["ParentTree"])]
        for kid in body["K"]:
            objects[_number(kid)]["P"] = self._body.reference
        self._body.setdefault("K", pydyf.Array()).extend(body["K"])
        links = {thing["StructParent"]: thing for thing in objects if _is_link(thing) and "StructParent" in thing}
        for key, value in zip(mapping["Nums"][::2], mapping["Nums"][1::2], strict=True):
            number = len(self._parents)
            if isinstance(value, pydyf.Array):
                sheets.add_object(value)
                objects[_number(sheets.page_references[key])]["StructParents"] = number
                value = value.reference
            else:
                links[key]["StructParent"] = number
            self._parents.append(value)
        return frozenset(thing.number for thing in (root, body, mapping))

    def _name_pages(self) -> None:
        """Make the head of each page that is linked to as `#page-12` a place that links can lead to."""
        for target in self._targets:
            if (found := _PAGE.fullmatch(target)) and 0 < (number := int(found[1])) <= len(self._pages):
                page, height = self._pages[number - 1], self._heights[number - 1]
                self._places.setdefault(target, pydyf.Array((page, "/XYZ", 0, height, 0)).data)

    def _fill_catalogue(self, whole: Sheets, document: Document) -> None:
        """Put the parts together, and say what file this is."""
        catalog = self._catalog
        packet = pydyf.Stream([], pydyf.Dictionary({"Type": "/Metadata", "Subtype": "/XML"}))
        whole.add_object(packet)
        names = pydyf.Dictionary(
            {"Names": pydyf.Array(part for name in sorted(self._places) for part in self._place(name))}
        )
        whole.add_object(names)
        intent = pydyf.Dictionary(
            {
                "Type": "/OutputIntent", "S": "/GTS_PDFA1", "Info": pydyf.String(srgb().name),
                "OutputConditionIdentifier": pydyf.String(srgb().name), "DestOutputProfile": self._profile.reference,
            }
        )  # fmt: skip
        catalog |= {
            "Type": "/Catalog", "Pages": self._tree.reference, "Lang": pydyf.String(document.language),
            "Metadata": packet.reference, "Names": pydyf.Dictionary({"Dests": names.reference}),
            "StructTreeRoot": self._root.reference, "MarkInfo": pydyf.Dictionary({"Marked": "true"}),
            "OutputIntents": pydyf.Array([intent]),
        }  # fmt: skip
        self._tree |= {"Type": "/Pages", "Kids": pydyf.Array(self._pages), "Count": len(self._pages)}
        self._root |= {
            "Type": "/StructTreeRoot", "ParentTree": self._parent_tree.reference,
            "K": pydyf.Array([self._body.reference]),
        }  # fmt: skip
        self._body |= {"Type": "/StructElem", "S": "/Document", "P": self._root.reference}
        self._parent_tree["Nums"] = pydyf.Array(part for entry in enumerate(self._parents) for part in entry)
        label(whole, document)
        attach(whole, document)
        whole.add_object(whole.info)
        self._info = whole.info.reference

    def _place(self, name: str) -> tuple[Any, bytes]:
        return pydyf.String(name), self._places[name]

    def _write(self, dropped: frozenset[int]) -> None:
        """Write all that is at hand."""
        for thing in self._objects:
            if thing.number not in dropped:
                self._writer.put(thing)
        self._objects.go_on(self._writer.pack(len(self._objects)))


def _lab(white: Sequence[float]) -> Any:
    """A colour space that a style sheet may name colours in, by its white point."""
    extent = pydyf.Array((-125, 125, -125, 125))
    return pydyf.Array(("/Lab", pydyf.Dictionary({"WhitePoint": pydyf.Array(white), "Range": extent})))


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _is_link(thing: Any) -> bool:
    return isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/Annot"

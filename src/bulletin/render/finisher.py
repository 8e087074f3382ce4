"""From laid-out pages to the file: what PDF/A-3a and PDF/UA-1 ask for beyond what the engine writes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from bulletin.render.document import Attachment, Document
from bulletin.render.engine import VARIANT, at_work
from bulletin.render.fetcher import PHOTO, Fetcher
from bulletin.render.geometry import Survey
from bulletin.render.library import (
    DEFAULT_OPTIONS,
    VERSION,
    DocumentMetadata,
    EngineDocument,
    generate_pdf,
    get_image_from_uri,
    iri_to_uri,
    pydyf,
)
from bulletin.render.metadata import information, pdf_date, xmp
from bulletin.render.sheets import condensed
from bulletin.render.structure import mend
from bulletin.render.writer import serialise

_PRODUCER = f"WeasyPrint {VERSION}"


def write(
    pages: EngineDocument, fetcher: Fetcher, found: Survey, document: Document, pictures: Mapping[str, bytes]
) -> bytes:
    """The bytes of the PDF; see `bulletin.render.Laid.write`."""
    with at_work(fetcher):
        fill_in(found, fetcher, pictures)
        pages.metadata = DocumentMetadata(lang=document.language)
        pdf = generate_pdf(pages, None, 1, **(DEFAULT_OPTIONS | VARIANT))
        for page in pdf.page_references:
            content = pdf.objects[int(pdf.objects[int(page.split()[0])]["Contents"].split()[0])]
            content.stream = condensed(content.stream)
        dropped = mend(pdf, [page._page_box for page in pages.pages])
        crisp(pdf)
        label(pdf, document)
        attach(pdf, document)
        return serialise(pdf, dropped)


def fill_in(found: Survey, fetcher: Fetcher, pictures: Mapping[str, bytes]) -> None:
    """Put the photos, by name, in the place of the blanks."""
    fetcher.photos = pictures
    loaded: dict[str, Any] = {}
    for box in found.pictures:
        address = box.element.get("src", "")
        if address.startswith(PHOTO) and (
            image := get_image_from_uri(loaded, fetcher, DEFAULT_OPTIONS, iri_to_uri(address))
        ):
            box.replacement = image


def crisp(pdf: Any) -> None:
    """Let no reader blur the pictures: PDF/A forbids it (ISO 19005-3, 6.2.8)."""
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream):
            thing.extra.pop("Interpolate", None)


def label(pdf: Any, document: Document) -> None:
    """Title, author, dates, and how readers are to open the file; the metadata of a PDF must be there already."""
    entries = information(document, _PRODUCER)
    pdf.info = pydyf.Dictionary({key: pydyf.String(value) for key, value in entries.items()})
    packet = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    # Not compressed, so that programs that know nothing of PDF find it.
    packet.stream, packet.compress = [xmp(document, _PRODUCER)], False
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
        # Large print is promised in points: the paper must not be fitted to the printer's margins.
        {"DisplayDocTitle": "true", "PrintScaling": "/None"}
    )
    numbering = pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbering})


def attach(pdf: Any, document: Document) -> None:
    """Embed files, listed as PDF/A-3 wants it (ISO 19005-3, 6.8, and Annex E)."""
    listed: list[tuple[bytes, bytes]] = []
    for attachment in document.attachments:
        specification = _specification(pdf, attachment, pdf_date(document))
        listed.append((pydyf.String(attachment.name).data, specification.reference))
    if listed:
        names = pydyf.Array(part for entry in sorted(listed) for part in entry)
        pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = pydyf.Dictionary({"Names": names})
        pdf.catalog["AF"] = pydyf.Array(reference for _, reference in listed)


def _specification(pdf: Any, attachment: Attachment, date: str) -> Any:
    name = pydyf.String(attachment.name)
    parameters = pydyf.Dictionary(
        {
            "Size": len(attachment.data),
            "CheckSum": f"<{hashlib.md5(attachment.data, usedforsecurity=False).hexdigest()}>",
            "CreationDate": pydyf.String(date),
            "ModDate": pydyf.String(date),
        }
    )
    extra = {"Type": "/EmbeddedFile", "Subtype": pydyf.name(attachment.mime), "Params": parameters}
    file = pydyf.Stream([attachment.data], extra, compress=True)
    pdf.add_object(file)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "EF": pydyf.Dictionary({"F": file.reference, "UF": file.reference}),
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": f"/{attachment.relationship}",
        }
    )
    pdf.add_object(specification)
    return specification

"""What a PDF says of itself, once as XMP and once in the older information dictionary, in the same words."""

from __future__ import annotations

from html import escape
from typing import Final

from bulletin.render.document import Document

CREATOR: Final = "bulletin"

# Vietnam keeps one zone the whole year; without a zone, readers would shift the day.
_MIDNIGHT_PDF: Final = "000000+07'00'"
_MIDNIGHT_XMP: Final = "T00:00:00+07:00"

# PDF/A allows properties outside its own list only with a description of their schema (ISO 19005-3, 6.6.2.3).
_UA_SCHEMA: Final = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def pdf_date(document: Document) -> str:
    """The day of the document as a PDF date."""
    return f"D:{document.date:%Y%m%d}{_MIDNIGHT_PDF}"


def information(document: Document, producer: str) -> dict[str, str]:
    """Entries of the information dictionary; empty ones are left out."""
    entries = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Keywords": ", ".join(document.keywords),
        "Creator": CREATOR,
        "Producer": producer,
        "CreationDate": pdf_date(document),
        "ModDate": pdf_date(document),
    }
    return {key: value for key, value in entries.items() if value}


def xmp(document: Document, producer: str) -> bytes:
    """The XMP packet, with the identification of PDF/A-3a and PDF/UA-1.

    References:
        ISO 19005-3, 6.6; ISO 14289-1, 5.
    """
    day = f"{document.date:%Y-%m-%d}{_MIDNIGHT_XMP}"
    properties = (
        ("dc:title", document.title, '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'),
        ("dc:creator", document.author, "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"),
        ("dc:description", document.subject, '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'),
        ("dc:language", document.language, "<rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag>"),
        ("pdf:Keywords", ", ".join(document.keywords), "{}"),
        ("pdf:Producer", producer, "{}"),
        ("xmp:CreatorTool", CREATOR, "{}"),
        ("xmp:CreateDate", day, "{}"),
        ("xmp:ModifyDate", day, "{}"),
        ("xmp:MetadataDate", day, "{}"),
    )
    lines = (
        f"<{name}>{shape.format(escape(value, quote=False))}</{name}>" for name, value, shape in properties if value
    )
    return "\n".join(
        (
            '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
            ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
            "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>",
            *lines,
            "</rdf:Description>",
            _UA_SCHEMA,
            '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>',
        )
    ).encode()

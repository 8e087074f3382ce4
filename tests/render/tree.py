"""The structure tree of a PDF, read back by another program than ours."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, NumberObject


def reader(pdf: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def elements(pdf: bytes) -> Iterator[Any]:
    """All structure elements, each before what it holds."""

    def below(element: Any) -> Iterator[Any]:
        for kid in element.get("/K", ()):
            thing = kid.get_object()
            if isinstance(thing, DictionaryObject) and "/S" in thing:
                assert thing["/P"].get_object() is element
                yield thing
                yield from below(thing)

    yield from below(reader(pdf).trailer["/Root"]["/StructTreeRoot"])


def outline(pdf: bytes) -> str:
    """The tree in one line, such as `Document(H1 P(Link))`; pieces of text are left out."""

    def named(element: Any) -> str:
        things = [kid.get_object() for kid in element.get("/K", ())]
        kids = [named(thing) for thing in things if isinstance(thing, DictionaryObject) and thing.get("/S") != "/Span"]
        kids = [kid for kid in kids if kid]
        role = element.get("/S", "")[1:]
        return f"{role}({' '.join(kids)})" if kids else role

    root = reader(pdf).trailer["/Root"]["/StructTreeRoot"]
    return " ".join(named(kid.get_object()) for kid in root["/K"])


def pieces(element: Any) -> int:
    """How many pieces of marked content lie below an element."""
    kids = [kid.get_object() for kid in element.get("/K", ())]
    return sum(1 if isinstance(kid, NumberObject) else pieces(kid) for kid in kids)


def marks(pdf: bytes) -> list[list[tuple[str, Any]]]:
    """For each page its marked content, in the order of painting: tag and properties."""
    found = []
    for page in reader(pdf).pages:
        contents = page.get_contents()
        found.append([tuple(operands) for operands, operator in contents.operations if operator == b"BDC"])
    return found


def artifacts(pdf: bytes, page: int) -> list[str]:
    """Kinds of the artifacts of a page that have one."""
    return [properties["/Type"] for tag, properties in marks(pdf)[page] if tag == "/Artifact"]

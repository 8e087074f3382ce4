"""What may stand on a page that a clerk's own layout describes: elements, attributes, addresses.

A list of what is allowed, not of what is dangerous: what is forgotten here is refused. It is asked twice, of the
template before anything is filled in, and of the finished page as the engine reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from bulletin.messages import say

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ELEMENTS = frozenset((
    "html", "head", "title", "meta", "style", "body", "header", "footer", "main", "section", "article",
    "aside", "nav", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd",
    "blockquote", "figure", "figcaption", "img", "a", "span", "b", "strong", "i", "em", "small", "sub", "sup",
    "br", "wbr", "hr", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td",
    "address", "time", "abbr", "cite", "q", "code", "pre", "mark",
))  # fmt: skip
_ANYWHERE = frozenset(("id", "class", "style", "lang", "dir", "title", "role", "hidden"))
_OWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "a": frozenset(("href", "rel")),
        "img": frozenset(("src", "alt", "width", "height")),
        "meta": frozenset(("charset", "name", "content")),
        "ol": frozenset(("start", "reversed", "type")),
        "li": frozenset(("value",)),
        "col": frozenset(("span",)),
        "colgroup": frozenset(("span",)),
        "th": frozenset(("scope", "colspan", "rowspan", "headers", "abbr")),
        "td": frozenset(("colspan", "rowspan", "headers")),
        "time": frozenset(("datetime",)),
    }
)
ADDRESSES = frozenset(("href", "src"))
"""Attributes that lead somewhere."""
_META_NAMES = frozenset(("viewport",))
_RELATIONS = frozenset(("", "author", "external", "license", "nofollow", "noopener", "noreferrer"))
_LINK = re.compile(r"https://[^\s/]|mailto:[^\s@]+@|#", re.IGNORECASE)
_DATA = re.compile(r"(?:data|aria)-[a-z-]+")
_SVG = "http://www.w3.org/2000/svg"
_XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"
_SQUARE = re.compile(r"0 0 ([1-9][0-9]{1,2}) \1")
_MODULES = re.compile(r"(?:M[0-9]{1,3} [0-9]{1,3}h[0-9]{1,3}v1H[0-9]{1,3}z)+")


def is_link(address: str) -> bool:
    """Whether a link may lead there: to the web by https, to a mail box, or to a place of the same page."""
    return _LINK.match(address) is not None and not any(sign < " " for sign in address)


def element_fault(name: str) -> str:
    """Why an element may not stand there; empty when it may."""
    return "" if name in ELEMENTS else say("<{name}> may not stand in a layout", name=name[:40])


def attribute_fault(element: str, name: str) -> str:
    """Why an element may not have an attribute; empty when it may."""
    if name in _ANYWHERE or name in _OWN.get(element, ()) or _DATA.fullmatch(name):
        return ""
    if name.startswith("on"):
        return say("“{name}” would start a program; a layout starts none", name=name[:40])
    return say("<{element}> may not have “{name}”", element=element, name=name[:40])


def value_fault(element: str, name: str, value: str) -> str:
    """Why an attribute may not have a value; empty when it may."""
    if name == "href" and not is_link(value):
        return say("a link may lead to https:, mailto: or #, not to “{address}”", address=_shown(value))
    if name == "src" and not value.startswith(("bulletin:photo/", "bulletin:layout/")):
        return say(
            "a picture is a photo of the record or a file of the layout, not “{address}”", address=_shown(value)
        )  # fmt: skip
    if name == "rel" and not set(value.lower().split()) <= _RELATIONS:
        return say("a link may not be “{value}”: nothing is attached or loaded by a layout", value=_shown(value))
    if element == "meta" and name == "name" and value.lower() not in _META_NAMES:
        return say("<meta> may not set “{value}”", value=_shown(value))
    return ""


def page_faults(element: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Everything that is wrong with an element of a finished page."""
    if fault := element_fault(element):
        yield fault
        return
    for name, value in attributes.items():
        if fault := attribute_fault(element, name) or value_fault(element, name, value):
            yield fault


def is_code(element: Element) -> bool:
    """Whether an element of a finished page is a code for cameras, exactly as the program's own macro `code` draws it.

    Any other drawing is refused: in it could stand what asks for files or acts. A template that writes one itself is
    refused before it comes to this.
    """
    sides = _SQUARE.fullmatch(element.get("viewBox", ""))
    if element.tag != f"{{{_SVG}}}svg" or sides is None or (element.text or "").strip():
        return False
    side = sides[1]
    attributes = {name: value for name, value in element.items() if (name, value) != (_XMLNS, _SVG)}
    parts = [(part.tag, dict(part.items())) for part in element]
    path = parts[2][1].get("d", "") if len(parts) == 3 else ""
    return (
        attributes == {"viewBox": element.get("viewBox")}
        and parts == [
            (f"{{{_SVG}}}title", {}),
            (f"{{{_SVG}}}rect", {"width": side, "height": side, "fill": "#fff"}),
            (f"{{{_SVG}}}path", {"d": path, "fill": "#000"}),
        ]
        and _MODULES.fullmatch(path) is not None
        and not any(len(part) or (part.tail or "").strip() for part in element)
        and not any(part.text for part in element[1:])
    )  # fmt: skip


def _shown(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:57]}..."

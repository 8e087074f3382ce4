"""The tags of a PDF, mended: what the engine knows of the HTML and does not say in the structure tree.

The engine makes one structure element for each box, in the order of the boxes, so walking over both in step tells which
HTML element each stands for. With that
- a paragraph, list or table that is broken over pages becomes one element again, its repeated head an artifact;
- running heads and folios, pictures with an empty `alt`, and what is `aria-hidden`, become artifacts;
- `dt` and `dd` become label and body of one list item, lists tell how they are numbered;
- head cells tell their scope, pictures tell their place in the page's own measure, foreign words their language;
- links say where they lead, if they have a `title`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from bulletin.errors import Problem, RenderError
from bulletin.messages import say
from bulletin.render.library import AbsolutePlaceholder, boxes, pydyf

_SCOPES: Final = {"row": "/Row", "rowgroup": "/Row"}
_NUMBERING: Final = {
    "decimal": "/Decimal",
    "upper-roman": "/UpperRoman",
    "lower-roman": "/LowerRoman",
    "upper-alpha": "/UpperAlpha",
    "upper-latin": "/UpperAlpha",
    "lower-alpha": "/LowerAlpha",
    "lower-latin": "/LowerAlpha",
    "circle": "/Circle",
    "square": "/Square",
}


@dataclass(slots=True, eq=False)
class _Tag:
    """A structure element with the HTML element that it stands for."""

    element: Any
    """The element of the PDF, a `pydyf.Dictionary`."""
    box: Any
    source: Any
    """The HTML element; None for what only the engine made: text, anonymous boxes, markers."""


def mend(pdf: Any, page_boxes: Iterable[Any]) -> frozenset[int]:
    """Mend the structure tree of a PDF in place.

    Args:
        pdf: A `pydyf.PDF` with its tags.
        page_boxes: The laid-out pages.

    Returns:
        Numbers of the objects that nothing refers to any more.
    """
    elements = [
        thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"
    ]
    root, queue = elements[0], iter(elements[1:])
    tags: list[_Tag] = []
    for box in page_boxes:
        tags += _walk(box, None, root["S"], queue)
    if next(queue, None) is not None:
        raise RuntimeError("the structure tree does not follow the boxes")

    _join(pdf, tags)
    for tag in tags:
        if tag.source is not None:
            _describe(pdf, tag)
        elif tag.box is not None and _get(pdf, tag.element["P"])["S"] == tag.element["S"] != "/Link":
            # An anonymous box, such as a column, is no second paragraph inside the first.
            tag.element["S"] = "/NonStruct"
    for tag in tags:
        if tag.source is not None and tag.box.element_tag == "dl":
            _pair_terms(pdf, tag.element)
    for element in elements:
        if element["S"] == "/LI":
            _gather_body(pdf, element)
    kept = _reachable(pdf, root)
    lost = [element for element in elements if element.number not in kept]
    _check_layers(pdf)
    return frozenset(element.number for element in lost) | _to_artifacts(pdf, lost)


def _walk(box: Any, owner: Any, role: str, queue: Iterator[Any]) -> Iterator[_Tag]:
    """Pair boxes with structure elements; the order and the cases are those of `weasyprint.pdf.tags`."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    name = None if box.element is None else box.element_tag
    grouping = isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.LineBox)
    if isinstance(box, boxes.MarginBox) or (grouping and (name in {"html", "body"} or isinstance(box, boxes.PageBox))):
        for child in box.children:
            yield from _walk(child, box.element, role, queue)
        return
    plain_item = name == "li" and ("list-item" not in box.style["display"] or box.style["list_style_type"] == "none")
    if (plain_item or name in {"dt", "dd"}) and role not in {"/LI", "/LBody"}:
        yield _Tag(next(queue), None, None)
    element = next(queue)
    source = None if box.element is owner or "::" in (name or "") else box.element
    yield _Tag(element, box, source)
    for child in _children(box, element["S"]):
        if isinstance(child, boxes.TextBox):
            if element["S"] != "/Link":
                yield _Tag(next(queue), None, None)
        else:
            nested = child.element_tag in {"ul", "ol"} and element["S"] == "/LI"
            yield from _walk(child, box.element, role if nested else element["S"], queue)


def _children(box: Any, role: str) -> Iterator[Any]:
    table = box.get_wrapped_table() if role == "/Table" and box.is_table_wrapper else None
    for child in box.children:
        for inner in child.children if table and child is table else [child]:
            yield from inner.children if isinstance(inner, boxes.LineBox) else [inner]


def _join(pdf: Any, tags: list[_Tag]) -> None:
    """Hang later fragments into the first one, and cut off what is repeated or is mere ornament."""
    first: dict[Any, _Tag] = {}
    gone: set[int] = set()
    for tag in tags:
        element = tag.element
        if _get(pdf, element["P"]).number in gone:
            gone.add(element.number)
            continue
        if tag.source is None:
            continue
        name = tag.box.element_tag
        beginning = first.setdefault(tag.source, tag)
        again = beginning is not tag
        repeated = again and (name in {"thead", "tfoot"} or tag.box.style["position"] == "fixed")
        hidden = tag.source.get("aria-hidden") == "true"
        if repeated or hidden or (element["S"] == "/Figure" and "Alt" not in element):
            _cut(pdf, element)
            gone.add(element.number)
        # What holds its content itself, such as a link or a picture, belongs to its page.
        elif again and element["S"] not in {"/Link", "/Figure"}:
            _cut(pdf, element)
            for kid in element["K"]:
                _get(pdf, kid)["P"] = beginning.element.reference
            beginning.element["K"] += element["K"]
            element["K"] = pydyf.Array()


def _cut(pdf: Any, element: Any) -> None:
    parent = _get(pdf, element["P"])
    # What stands in the margins hangs nowhere to begin with.
    if element.reference in parent["K"]:
        parent["K"].remove(element.reference)
        if not parent["K"] and parent["S"] == "/LI":
            _cut(pdf, parent)


def _describe(pdf: Any, tag: _Tag) -> None:
    """Say of an element what the engine left unsaid."""
    element, name = tag.element, tag.box.element_tag
    if name == "th":
        element.pop("ID", None)
        element["A"]["Scope"] = _SCOPES.get(tag.source.get("scope"), "/Column")
    elif name == "td":
        # The engine miscounts spanning cells; from scopes, readers find the heads by themselves.
        element["A"].pop("Headers", None)
    elif name == "dt":
        element["S"] = "/Lbl"
    elif name in {"ul", "ol"}:
        _number(pdf, tag)
    elif name == "a" and (words := tag.source.get("title")) and hasattr(tag.box, "link_annotation"):
        # The engine describes a link by the name of the place that it leads to.
        tag.box.link_annotation["Contents"] = pydyf.String(words)
    elif element["S"] == "/Figure":
        height = _get(pdf, element["Pg"])["MediaBox"][3]
        left, top, right, bottom = (0.75 * edge for edge in element["A"]["BBox"])
        # In points from the lower left corner, as PDF measures.
        element["A"]["BBox"] = pydyf.Array((left, height - bottom, right, height - top))
    if (language := tag.source.get("lang")) and name != "html":
        element["Lang"] = pydyf.String(language)


def _number(pdf: Any, tag: _Tag) -> None:
    """Tell how a list is numbered, if its items have labels."""
    items = [_get(pdf, kid) for kid in tag.element["K"]]
    if any(_get(pdf, kid).get("S") == "/Lbl" for item in items for kid in item["K"] if isinstance(kid, bytes)):
        kind = tag.box.style["list_style_type"]
        numbering = _NUMBERING.get(kind, "/Disc") if isinstance(kind, str) else "/Disc"
        tag.element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})


def _pair_terms(pdf: Any, terms: Any) -> None:
    """Put each definition into the list item of its term; `<div>` around the two is dissolved."""
    kids: list[Any] = []
    waiting = [_get(pdf, kid) for kid in terms["K"]]
    while waiting:
        item = waiting.pop(0)
        if item["S"] == "/Div":
            waiting[:0] = (_get(pdf, kid) for kid in item["K"])
            continue
        last = kids[-1] if kids and kids[-1]["S"] == item["S"] == "/LI" else None
        if last and (_get(pdf, item["K"][0])["S"] == "/LBody" or _get(pdf, last["K"][-1])["S"] == "/Lbl"):
            _get(pdf, item["K"][0])["P"] = last.reference
            last["K"].append(item["K"][0])
        else:
            item["P"] = terms.reference
            kids.append(item)
    terms["K"] = pydyf.Array(kid.reference for kid in kids)


def _gather_body(pdf: Any, item: Any) -> None:
    """Leave a list item its labels and one body, the only children it may have."""
    kids = [_get(pdf, kid) for kid in item["K"]]
    labels = [kid for kid in kids if kid["S"] == "/Lbl"]
    bodies = [kid for kid in kids if kid["S"] == "/LBody"]
    if len(labels) + len(bodies) == len(kids) and len(bodies) < 2:
        return
    if bodies:
        body = bodies[0]
    else:
        body = pydyf.Dictionary({**item, "S": "/LBody", "K": pydyf.Array(), "P": item.reference})
        body.pop("Lang", None)
        pdf.add_object(body)
    content: list[bytes] = []
    for kid in kids:
        if kid["S"] == "/LBody":
            content += kid["K"]
        elif kid["S"] != "/Lbl":
            content.append(kid.reference)
    for reference in content:
        _get(pdf, reference)["P"] = body.reference
    body["K"] = pydyf.Array(content)
    item["K"] = pydyf.Array([*(label.reference for label in labels), body.reference])


def _reachable(pdf: Any, root: Any) -> set[int]:
    found, waiting = {root.number}, [root]
    while waiting:
        for kid in waiting.pop()["K"]:
            if isinstance(kid, bytes) and (thing := _get(pdf, kid)).get("Type") == "/StructElem":
                found.add(thing.number)
                waiting.append(thing)
    return found


def _to_artifacts(pdf: Any, lost: list[Any]) -> frozenset[int]:
    """Turn the content of elements that were cut off into artifacts, and take the links from it.

    Returns:
        Numbers of the objects that went with the links.
    """
    dropped: set[int] = set()
    pages = pdf.page_references
    parents = _get(pdf, _get(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    marks: dict[bytes, dict[int, str]] = {}
    for element in lost:
        kind = "/Layout" if element["S"] == "/Figure" else "/Pagination"
        for kid in element["K"]:
            if isinstance(kid, int):
                marks.setdefault(element["Pg"], {})[kid] = kind
            elif (thing := _get(pdf, kid)).get("Type") == "/OBJR":
                link = _get(pdf, thing["Obj"])
                _get(pdf, element["Pg"])["Annots"].remove(link.reference)
                place = parents.index(link["StructParent"], 2 * len(pages))
                del parents[place : place + 2]
                dropped |= {thing.number, link.number}
    for number, page in enumerate(pages):
        if not (kinds := marks.get(page)):
            continue
        entries = parents[2 * number + 1]
        content = _get(pdf, _get(pdf, page)["Contents"]).stream
        for place, item in enumerate(content):
            if isinstance(item, pydyf.Dictionary) and item.get("MCID") in kinds:
                entries[item["MCID"]] = b"null"
                content[place - 1 : place + 1] = "/Artifact", pydyf.Dictionary({"Type": kinds[item["MCID"]]})
    return frozenset(dropped)


def _check_layers(pdf: Any) -> None:
    """Refuse text that was painted in a layer of its own: the marks in it lead nowhere, so readers find no text."""
    pages = {_get(pdf, page)["Contents"] for page in pdf.page_references}
    layers = (thing for thing in pdf.objects if isinstance(thing, pydyf.Stream) and thing.reference not in pages)
    if any(isinstance(item, pydyf.Dictionary) and "MCID" in item for layer in layers for item in layer.stream):
        problem = Problem(
            say("some text is printed see-through, so programs that read aloud cannot find it"),
            hint=say("A layout gives text a lighter colour, never opacity, a mask or a blend mode"),
            id="layered-text",
        )
        raise RenderError((problem,))


def _get(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]

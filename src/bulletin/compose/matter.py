"""The text of a paper: the flow of a record without its photos, facts and lists of people as paragraphs, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bulletin.compose.capitals import calm_names
from bulletin.compose.flow import flow
from bulletin.compose.headings import numbered
from bulletin.compose.nodes import Entry, Node, named, plain
from bulletin.compose.panel import Fact, Line, person_spans
from bulletin.edition import Edition
from bulletin.model import Annex, Record, Section
from bulletin.model.running import Span, blocks
from bulletin.plan import Plan


def text_nodes(record: Record, edition: Edition, plan: Plan) -> tuple[Node, ...]:
    """Everything between the head of a paper and its signatures.

    Args:
        record: What is printed; one with a document.
        edition: Gives the measure and the rules for large print.
        plan: Space and line height.
    """
    assert record.document is not None
    text = without_photos(record)
    absent = Fact("Vắng mặt", tuple(Line(person_spans(person)) for person in record.document.absent))
    nodes = _as_paper(flow(text, {}, edition, plan, facts=True), absent)
    return numbered(nodes, _headings(text.sections, edition))


def without_photos(record: Record) -> Record:
    """The text of a record without its photos, their places and what else belongs to the news alone."""
    return record.model_copy(
        update={
            "lead": _without_marks(record.lead),
            "sections": tuple(map(_bare, record.sections)),
            "photos": (),
            "highlights": (),
        }
    ).with_origin(record.origin)


def _bare(section: Section) -> Section:
    return section.model_copy(
        update={
            "text": _without_marks(section.text),
            "photos": (),
            "sections": tuple(map(_bare, section.sections)),
        }
    )


def _headings(sections: Iterable[Section], edition: Edition) -> frozenset[str]:
    """The headings that the author typed, as they are printed."""
    found: set[str] = set()
    for section in sections:
        found |= {calm_names(section.heading, edition), *_headings(section.sections, edition)}
    return frozenset(found)


def _without_marks(text: str) -> str:
    rows = {block.row for block in blocks(text) if block.kind == "photo"}
    return "\n".join(line for row, line in enumerate(text.split("\n")) if row not in rows) if rows else text


def annex_nodes(record: Record, annex: Annex, edition: Edition, plan: Plan, ident: str) -> tuple[Node, ...]:
    """The text of an annex, its names beginning with `ident`."""
    own = Section.model_construct(text=annex.text, table=annex.table, sections=annex.sections)
    only = Record.model_construct(
        title=record.title, date=record.date, organisation=record.organisation, sections=(own,)
    ).with_origin(record.origin)
    nodes = flow(only, {}, edition, plan, facts=False)
    found = numbered([replace(node, id="") for node in nodes], _headings(annex.sections, edition))
    return named([replace(node, id=f"{ident}-{place}") for place, node in enumerate(found)])


def _as_paper(nodes: Iterable[Node], absent: Fact) -> list[Node]:
    """Nodes of the news in the manner of a paper: facts and lists of people as text, nothing set apart."""
    found: list[Node] = []
    for node in nodes:
        if node.kind == "facts":
            for fact in (*node.facts, *((absent,) if absent.lines else ())):
                found += _fact(_dated(fact) if fact.label == "Thời gian" else fact)
        elif node.kind == "people":
            entries = tuple(Entry(spans=_calm(person_spans(person))) for person in node.people)
            found.append(Node(kind="list", entries=entries))
        else:
            found.append(replace(node, id="", style="" if node.style == "lead" else node.style))
    return found


def _dated(fact: Fact) -> Fact:
    """The day of the conference with the word `ngày` before it, as papers write it."""
    text = fact.lines[0].spans[0].text
    return replace(fact, lines=(Line((Span(re.sub(r", (?=\d\d/)", ", ngày ", text)),)),))


def _fact(fact: Fact) -> list[Node]:
    if len(fact.lines) == 1:
        spans = (Span(f"{fact.label}: "), *_calm(fact.lines[0].spans))
        return [Node(kind="paragraph", spans=spans)]
    entries: list[Entry] = []
    for line in fact.lines:
        entry = Entry(spans=_calm(line.spans))
        if line.role == "member" and entries:
            entries[-1] = replace(entries[-1], entries=(*entries[-1].entries, entry))
        else:
            entries.append(entry)
    return [
        Node(kind="paragraph", spans=plain(f"{fact.label}:"), keep=True),
        Node(kind="list", entries=tuple(entries)),
    ]


def _calm(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(Span(span.text) for span in spans)

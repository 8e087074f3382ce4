"""A record as an official paper, ready for a layout to print: header, number, numbered sections, signatures, annexes.

The lines come from `bulletin.paper`, their sizes from `bulletin.rules`. In large print, and enlarged, the paper is a
reading copy and says so on top: it has the words of the document, not its form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bulletin.compose.capitals import calm_names
from bulletin.compose.flow import flow
from bulletin.compose.head import cut
from bulletin.compose.headlines import bind_words
from bulletin.compose.nodes import Entry, Node, heading, named, plain
from bulletin.compose.panel import Fact, Line, person_spans
from bulletin.compose.pieces import pieces_of
from bulletin.compose.scale import PT_PER_MM
from bulletin.compose.widths import NOTO_SANS
from bulletin.edition import Edition
from bulletin.model import Annex, Record, Section
from bulletin.model.running import Span, blocks
from bulletin.paper import Face, face_of
from bulletin.paper.face import HYPHENS, STAR, roman
from bulletin.plan import Piece, Plan
from bulletin.rules import Style

BASE_PT = 14.0
"""Size of text on a paper in its form; other sizes grow with it when it is enlarged."""
_LONGEST_BOUND = 20
"""Letters that stay on one line of the header, at most."""
_TYPED = re.compile(
    r"^(?:(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[A-Zđ]|[a-z])\s?[.)\-–]\s*\S|(?:phần|chương|mục|điều)\s+(?:\w+))",
    re.IGNORECASE,
)
"""A number that the author put in front of a heading."""
_ROMANS = {roman(number): number for number in range(1, 40)}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points, in the order of the Vietnamese alphabet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line with the component it is: the layout gives it its class, and with it size and style."""

    component: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """What stands above and below the room for one signature."""

    lines: tuple[Printed, ...]
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexPages:
    """An annex, on pages numbered on their own."""

    id: str
    label: str
    title: str
    of: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An official paper, ready to be printed."""

    form: str
    """Name of the rules it follows, such as `hd05`."""
    family: str
    left: tuple[Printed, ...]
    """Lines of the header, top left: the body above, the issuing body."""
    left_mark: str
    """The star below them; empty where a short rule stands."""
    right: tuple[Printed, ...]
    """Lines top right: the Party's name, or the State's and its motto."""
    number: str
    place: str
    urgency: str
    urgency_box_mm: tuple[float, float] | None
    draft: str
    letter: bool
    """An official letter: no name of its type, the trích yếu below the number."""
    type: str
    summary: str
    summary_mark: str
    """Five hyphens below the trích yếu; empty where a short rule stands."""
    address: str
    addressees: tuple[str, ...]
    bases: tuple[str, ...]
    nodes: tuple[Node, ...]
    signatures: tuple[SignatureBlock, ...]
    recipients_label: str
    recipients: tuple[str, ...]
    note: str
    """Of circulation, on page 1."""
    boxed_note: bool
    no_press: str
    reading_copy: tuple[str, ...]
    """Said on top of a copy that is not in the form of the document."""
    running: str
    """The paper by type and number, in one line, for the head of a reading copy's pages."""
    annexes: tuple[AnnexPages, ...]
    two_sided: bool
    indent_mm: float
    gap_pt: float
    signing_lines: int
    page_number_mm: float
    note_mm: float
    factor: float
    """By how much type is larger than on the paper itself."""
    styles: Mapping[str, Style] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The paper as the make-up sees it; annexes begin pages of their own and are left as they fall."""
        found = [Piece(id="head", kind="solid", ends_block=False), *pieces_of(self.nodes)]
        # Who signs does not stand alone overleaf.
        found[-1] = replace(found[-1], keep=True)
        return (*found, Piece(id="sign", kind="solid"))


def paper(record: Record, edition: Edition, plan: Plan, *, two_sided: bool) -> Paper:
    """A record that has no faults as a paper, in its form or as a reading copy.

    Args:
        record: What is printed.
        edition: In which variant.
        plan: Space between paragraphs and line height.
        two_sided: Whether the margins of back pages are mirrored.
    """
    face = face_of(record)
    form = face.form
    formal = edition.zoom == 100 and not edition.large_print

    def shown(text: str, component: str) -> str:
        if edition.large_print:
            return calm_names(text, edition)
        return text.upper() if form.styles[component].caps else text

    def printed(text: str, component: str) -> tuple[Printed, ...]:
        return (Printed(component=component, text=_bound(shown(text, component))),) if text else ()

    text = without_photos(record)
    facts = flow(text, {}, edition, plan, facts=True)
    document = record.document
    assert document is not None
    absent = Fact("Vắng mặt", tuple(Line(person_spans(person)) for person in document.absent))
    nodes = numbered(_as_paper(facts, absent), _headings(text.sections, edition))
    nation = [
        piece
        for line, component in zip(form.nation, ("nation", "motto"), strict=False)
        for piece in printed(line, component)
    ]
    return Paper(
        form=form.name,
        family=form.family,
        left=(*printed(face.parent, "parent"), *printed(face.organisation, "body")),
        left_mark=STAR if form.under_body == "star" and not edition.large_print else "",
        right=tuple(nation),
        number=face.number_line,
        place=face.place_date,
        urgency=shown(face.urgency, "urgency"),
        urgency_box_mm=face.urgency_box_mm,
        draft=face.draft,
        letter=face.type.letter,
        type=shown(face.type_name, "type"),
        summary=_bound(face.summary),
        summary_mark=HYPHENS if form.under_summary == "hyphens" and not edition.large_print else "",
        address=face.address,
        addressees=face.addressees,
        bases=face.bases,
        nodes=nodes,
        signatures=_signatures(face, printed),
        recipients_label="Nơi nhận:" if face.recipients else "",
        recipients=face.recipients,
        note=shown(face.note, "note"),
        boxed_note=form.boxed_notes,
        no_press=shown(face.no_press, "note"),
        running=cut(face.short, edition.measure_mm * PT_PER_MM / edition.body_pt * 0.99, NOTO_SANS),
        reading_copy=() if formal else _reading_copy(face, large_print=edition.large_print),
        annexes=tuple(
            AnnexPages(
                id=f"annex-{place}", label=head.label, title=shown(head.title, "annex-title"), of=head.of,
                nodes=_annex_nodes(record, annex, edition, plan, f"a{place}"),
            )
            for place, (head, annex) in enumerate(zip(face.annexes, document.annexes, strict=True), start=1)
        ),
        two_sided=two_sided,
        indent_mm=form.indent_mm,
        gap_pt=form.gap_pt,
        signing_lines=form.signing_lines,
        page_number_mm=form.page_number_mm,
        note_mm=form.note_mm,
        factor=edition.body_pt / BASE_PT,
        styles=form.styles,
    )  # fmt: skip


def _reading_copy(face: Face, *, large_print: bool) -> tuple[str, ...]:
    sort = "Bản đọc chữ to" if large_print else "Bản đọc phóng to"
    return (f"{sort}, không thay cho văn bản", f"{face.named} của {face.body.name}")


def _signatures(face: Face, printed: Callable[[str, str], tuple[Printed, ...]]) -> tuple[SignatureBlock, ...]:
    return tuple(
        SignatureBlock(
            lines=(*printed(one.authority, "authority"), *printed(one.position, "position")),
            name=one.name,
        )
        for one in face.signatures
    )


def _bound(text: str) -> str:
    """A line of the header whose words of two syllables are not torn apart, where lines are long enough for that."""
    bound = bind_words(text)
    return bound if max(map(len, bound.split(" "))) <= _LONGEST_BOUND else text


# --- the text ---


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


def _annex_nodes(record: Record, annex: Annex, edition: Edition, plan: Plan, ident: str) -> tuple[Node, ...]:
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


def numbered(nodes: Sequence[Node], own: frozenset[str] = frozenset()) -> tuple[Node, ...]:
    """Headings numbered I, 1, a, where the author has typed no numbers; all nodes named anew.

    Of the headings of one part all are numbered or none: one typed number speaks for the author's own, and those that
    follow them are counted on from the last. A heading that stands alone needs no number.

    Args:
        nodes: The flow.
        own: The headings that the author typed; the others are of lists and tables.
    """
    found = list(nodes)
    for place, label in _labels(found, own).items():
        node = found[place]
        found[place] = replace(heading(f"{label} {_words(node)}", node.level), style=node.style)
    return named([replace(node, id="") for node in found])


def _words(node: Node) -> str:
    return "".join(span.text for span in node.spans)


def _labels(nodes: Sequence[Node], own: frozenset[str]) -> dict[int, str]:
    labels: dict[int, str] = {}
    waiting: dict[int, list[int]] = {}

    def close(level: int) -> None:
        for deeper in [one for one in waiting if one >= level]:
            places = waiting.pop(deeper)
            typed = [place for place in places if _TYPED.match(_words(nodes[place]))]
            if typed:
                after = [place for place in places if place > typed[-1]]
                if not own.intersection(_words(nodes[place]) for place in after):
                    labels.update(zip(after, _counted_on(_words(nodes[typed[-1]])), strict=False))
            elif len(places) > 1:
                labels.update({place: _label(deeper, number) for number, place in enumerate(places, start=1)})

    for place, node in enumerate(nodes):
        if node.kind == "heading":
            close(node.level + 1)
            waiting.setdefault(node.level, []).append(place)
    close(0)
    return labels


def _counted_on(last: str) -> Iterator[str]:
    """The numbers that follow the one in front of a heading, Roman or Arabic; none for another."""
    found = re.match(r"(?:(?P<roman>[IVX]+)|(?P<figure>\d{1,3}))(?P<sign>[.)])\s", last)
    if found is None:
        return
    start = int(found["figure"]) if found["figure"] else _ROMANS.get(found["roman"], 0)
    for number in range(start + 1, len(_ROMANS)):
        if start:
            yield f"{number if found['figure'] else roman(number)}{found['sign']}"


def _label(level: int, number: int) -> str:
    if level <= 2:
        return f"{roman(number)}."
    if level == 3:
        return f"{number}."
    return f"{_LETTERS[number - 1]})" if number <= len(_LETTERS) else f"{number})"

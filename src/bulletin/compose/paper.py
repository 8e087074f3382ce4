"""A record as an official paper, ready for a layout to print: header, number, numbered sections, signatures, annexes.

The lines come from `bulletin.paper`, their sizes from `bulletin.rules`. In large print, and enlarged, the paper is a
reading copy and says so on top: it has the words of the document, not its form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bulletin.compose.capitals import calm_names
from bulletin.compose.head import cut
from bulletin.compose.headlines import bind_words
from bulletin.compose.matter import annex_nodes, text_nodes
from bulletin.compose.nodes import Node
from bulletin.compose.pieces import pieces_of
from bulletin.compose.scale import PT_PER_MM, set_words
from bulletin.compose.widths import LIBERATION_SERIF, NOTO_SANS, balanced
from bulletin.edition import Edition
from bulletin.model import Record
from bulletin.paper import Face, face_of
from bulletin.paper.face import HYPHENS, STAR
from bulletin.plan import Piece, Plan
from bulletin.rules import Style
from bulletin.vietnamese.spaces import bind_last
from bulletin.vietnamese.text import NBSP

BASE_PT = 14.0
"""Size of text on a paper in its form; other sizes grow with it when it is enlarged."""
_LEFT = {"party": 0.44, "state": 0.41}
"""Part of the measure that the left column of the header takes; what stands right needs the rest."""
_SUMMARY_MM = 145.0
_SAFE = 1.02
"""How much wider than measured a line may be."""
_LONGEST_BOUND = 20
"""Letters that stay on one line of the header, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A line with the component it is: the layout gives it its class, and with it size and style."""

    component: str
    text: str
    width_mm: float = 0.0
    """At most so wide are its lines, so that they are about equally long; 0 for as wide as there is room."""


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
    left_mm: float
    right_mm: float
    """Widths of the two columns of the header."""
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
    summary: Printed
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

    def printed(text: str, component: str, room_mm: float = 0.0) -> tuple[Printed, ...]:
        if not text:
            return ()
        bound = _bound(shown(text, component))
        width_mm = _balanced_mm(bound, form.styles[component], factor, room_mm) if room_mm else 0.0
        return (Printed(component=component, text=bound, width_mm=width_mm),)

    factor = edition.body_pt / BASE_PT
    left_mm = round(_LEFT[form.family] * edition.measure_mm, 2)

    document = record.document
    assert document is not None
    nation = [
        piece
        for line, component in zip(form.nation, ("nation", "motto"), strict=False)
        for piece in printed(line, component)
    ]
    return Paper(
        form=form.name,
        family=form.family,
        left=(*printed(face.parent, "parent", left_mm), *printed(face.organisation, "body", left_mm)),
        left_mm=left_mm,
        right_mm=round(edition.measure_mm - left_mm, 2),
        left_mark=STAR if form.under_body == "star" and not edition.large_print else "",
        right=tuple(nation),
        number=face.number_line,
        place=face.place_date,
        urgency=shown(face.urgency, "urgency"),
        urgency_box_mm=face.urgency_box_mm,
        draft=face.draft,
        letter=face.type.letter,
        type=shown(face.type_name, "type"),
        summary=printed(face.summary, "summary", left_mm if face.type.letter else _SUMMARY_MM)[0],
        summary_mark=HYPHENS if form.under_summary == "hyphens" and not edition.large_print else "",
        address=face.address,
        addressees=face.addressees,
        bases=face.bases,
        nodes=text_nodes(record, edition, plan),
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
                nodes=annex_nodes(record, annex, edition, plan, f"a{place}"),
            )
            for place, (head, annex) in enumerate(zip(face.annexes, document.annexes, strict=True), start=1)
        ),
        two_sided=two_sided,
        indent_mm=form.indent_mm,
        gap_pt=form.gap_pt,
        signing_lines=form.signing_lines,
        page_number_mm=form.page_number_mm,
        note_mm=form.note_mm,
        factor=factor,
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


def _balanced_mm(text: str, style: Style, factor: float, room_mm: float) -> float:
    """Width in which a line of the header breaks into lines of about one length."""
    em_mm = style.pt * factor / PT_PER_MM
    words = [LIBERATION_SERIF.width(word, bold=style.bold) for word in set_words(text)]
    room = room_mm / em_mm
    return round(min(room, _SAFE * balanced(words, LIBERATION_SERIF.width(" ", bold=style.bold), room)) * em_mm, 2)


def _bound(text: str) -> str:
    """A line of the header whose words of two syllables are not torn apart, where lines are long enough for that."""
    bound = bind_words(text)
    if NBSP not in bound.rpartition(" ")[2]:
        bound = bind_last(bound)
    return bound if max(map(len, bound.split(" "))) <= _LONGEST_BOUND else text

"""Many records bound into one issue: a layout filled with cover, contents, articles, indexes of people and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bulletin.compose import Composed, Setting, filled, styles
from bulletin.compose.capitals import calm_names
from bulletin.compose.figures import Figure, Picture, PictureFile
from bulletin.compose.flow import flow
from bulletin.compose.head import Head, cut, head
from bulletin.compose.headlines import Headline, headline
from bulletin.compose.nodes import Entry, Node
from bulletin.compose.pieces import pieces
from bulletin.compose.scale import PT_PER_MM, scale
from bulletin.edition import Edition
from bulletin.model import Loc, Record
from bulletin.plan import Plan
from bulletin.vietnamese.text import NBSP

_HEAD_GAP_EM = 4.0
_NAME_SHARE = 0.42
"""Part of the running head that the name of the issue may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the contents or of the index of days: what it leads to, and the page."""

    text: str
    page: int
    target: str
    """Name of the element that it leads to."""
    label: str = ""
    """In front of the text, such as a day."""
    under: str = ""
    """In a line of its own below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A page on which someone is named."""

    page: int
    target: str
    name: str
    """As it is spelled there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Someone in the index of people."""

    before: str
    """Family and middle names."""
    given: str
    note: str
    """Office of one of several people of that name; empty as a rule."""
    references: tuple[Reference, ...]

    @property
    def text(self) -> str:
        """The whole entry as it is read."""
        who = " ".join(part for part in (self.before, self.given) if part)
        pages = ", ".join(str(reference.page) for reference in self.references)
        return ", ".join(part for part in (who, self.note, pages) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines or entries under one heading of an index: a letter, a month."""

    heading: str
    lines: tuple[Line, ...] = ()
    entries: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Contents or an index."""

    id: Literal["contents", "people", "days"]
    title: str
    groups: tuple[Group, ...]
    running: tuple[str, str] = ("", "")
    air: float = 1.0
    """Space between its lines, as a multiple of the layout's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Page 1."""

    masthead: Headline
    number: str
    headline: Headline
    span: str
    """The days of its conferences, unless the headline says them."""
    parent: str
    organisation: str
    scope_note: str
    stamp: tuple[str, str] | None
    leading: tuple[Line, ...] = ()
    """Articles named on the cover."""
    figure: Figure | None = None
    photo_of: int = -1
    """The article that its photo is taken from, counted from 0."""
    push_mm: float = 0.0
    """Space at its head that the scope note needs."""
    rise_mm: float = 0.0
    """Space above the headline that nothing else needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A record as it stands in an issue."""

    prefix: str
    """In front of the names of all its elements; empty when it stands alone."""
    head: Head
    running: tuple[str, str]
    nodes: tuple[Node, ...]
    plan: Plan

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture it asks for."""
        slots = (node.slot for node in self.nodes if node.slot)
        return tuple(picture for slot in slots for figure in slot.figures for picture in figure.pictures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What is bound, or a part of it: each is laid out for itself."""

    title: str
    name: str
    """In the running head, such as `Tin hội nghị, số 3`."""
    cover: Cover | None = None
    contents: Section | None = None
    articles: tuple[Article, ...] = ()
    indexes: tuple[Section, ...] = ()
    no_press: str = ""
    """Stands at the foot of the last page."""
    noted: bool = False
    """Whether the foot of pages leaves room for that note, on every page alike."""
    first: int = 1
    """Number of the first page."""
    pages: int = 888
    """How many pages the whole has; as long as that is not known, any number does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Top:
    """What the variables of a style sheet are taken from, beside the edition."""

    first_top_mm: float
    headline: Headline
    subtitle: Headline = field(default_factory=lambda: Headline("", 1.0, 1.0, 1.0))


def article(
    record: Record,
    edition: Edition,
    setting: Setting,
    files: Mapping[Loc, Sequence[PictureFile]],
    plan: Plan,
    *,
    name: str = "",
    prefix: str = "",
) -> Article:
    """A record made ready to be bound.

    Args:
        record: What is printed.
        edition: In which variant.
        setting: The layout, the masthead and the like.
        files: For each photo its picture files.
        plan: Sizes and places of the figures.
        name: Name of the issue, for the running head.
        prefix: Put in front of the names of its elements.
    """
    around = head(
        record, edition, masthead=setting.masthead, byline=setting.byline, printed_on=setting.printed_on
    )  # fmt: skip
    nodes = tuple(_prefixed(node, prefix) for node in flow(record, files, edition, plan, facts=True))
    title = calm_names(record.title, edition)
    return Article(prefix=prefix, head=around, running=running(name, title, edition), nodes=nodes, plan=plan)


def running(name: str, title: str, edition: Edition) -> tuple[str, str]:
    """Name of the issue and title for the running head, cut at a word; in large print the title alone."""
    sizes = scale(edition)
    room = edition.measure_mm * PT_PER_MM / sizes.folio * 0.99
    if edition.large_print:
        return "", cut(title, room, sizes.sans)
    left = cut(name, room * _NAME_SHARE, sizes.sans)
    return left, cut(title, room - sizes.sans.width(left) - _HEAD_GAP_EM, sizes.sans)


def compose_article(
    record: Record,
    edition: Edition,
    setting: Setting,
    files: Mapping[Loc, Sequence[PictureFile]],
    plan: Plan,
) -> Composed:
    """One article alone, as it will stand in the issue, for the make-up."""
    own = article(record, edition, setting, files, plan)
    return Composed(
        html=page_description(Issue(title=record.title, name="", articles=(own,)), edition, setting),
        nodes=own.nodes,
        pieces=pieces(own.nodes, own.head),
        pictures=own.pictures,
        styles=styles(setting.layout, edition),
        plan=plan,
    )


def page_description(issue: Issue, edition: Edition, setting: Setting) -> str:
    """The HTML of an issue, or of those of its parts that are given."""
    sizes = scale(edition)
    cover = issue.cover
    top = _Top(
        first_top_mm=edition.margins_mm[0],
        headline=cover.headline if cover else headline(issue.title, edition),
    )
    html = filled(
        setting.layout, issue=issue, edition=edition, scale=sizes, plan=Plan(), head=top
    )  # fmt: skip
    return html.replace(NBSP, " ") if sizes.unbound else html


def _prefixed(node: Node, prefix: str) -> Node:
    """A node whose own name, and those of its entries and pictures, begin so."""
    if not prefix:
        return node
    slot = node.slot and replace(
        node.slot, id=prefix + node.slot.id, figures=tuple(_renamed(figure, prefix) for figure in node.slot.figures)
    )
    return replace(node, id=prefix + node.id, entries=_entries(node.entries, prefix), slot=slot)


def _entries(entries: Sequence[Entry], prefix: str) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, id=prefix + entry.id, entries=_entries(entry.entries, prefix)) for entry in entries
    )  # fmt: skip


def _renamed(figure: Figure, prefix: str) -> Figure:
    rows = tuple(
        tuple(replace(picture, name=prefix + picture.name) for picture in row) for row in figure.rows
    )  # fmt: skip
    return replace(figure, rows=rows)

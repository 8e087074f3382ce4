"""A page for the web: the same head and the same flow as on paper, in the template of `layouts/_web` or a layout's own.

The page description that comes out still asks for its photos by name and has its styles in it and beside it;
`bulletin.web` makes one file of all that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bulletin import assets
from bulletin.compose import Composed, PictureFile, Setting, _environment, _template_place
from bulletin.compose.figures import Figure
from bulletin.compose.flow import flow
from bulletin.compose.head import Head, head
from bulletin.compose.nodes import Node
from bulletin.compose.pieces import pieces
from bulletin.compose.scale import scale
from bulletin.edition import EDITIONS, Edition
from bulletin.errors import LayoutError
from bulletin.model import Loc, Record
from bulletin.model.running import blocks
from bulletin.plan import Plan

SHARED: Final = "_web"
"""The folder with the template, the style sheets and the script that all pages for the web share."""
SCRIPT: Final = f"{SHARED}/page.js"

_SCREEN_REM: Final = 1.125
"""Size of running text on the screen, as a multiple of what the reader has set in the browser: 18 px unless set."""
_PT_PER_REM: Final = 12.0
"""CSS: 16 px of which 96 make an inch."""
_LONGEST_DESCRIPTION: Final = 160
"""Letters; search engines and chat programs show no more."""
_FEWEST_HEADINGS: Final = 4
"""Fewer need no table of contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """What a page for the web needs beside what is printed on paper."""

    description: str
    """The news in a sentence or two."""
    contents: tuple[Node, ...]
    """The headings of its table of contents; none when it has too few."""
    hidden: bool
    """Whether search engines are to leave it alone."""
    screen_rem: float
    """Size of running text at 100 per cent, as a multiple of the browser's own."""
    natural: Mapping[str, Figure]
    """For the name of its first picture each figure at its natural size: on a screen no page has to be filled."""
    remembered: str
    """Under this name the browser remembers the size that its reader has chosen."""


def compose_web(
    record: Record,
    edition: Edition,
    setting: Setting,
    files: Mapping[Loc, Sequence[PictureFile]] = MappingProxyType({}),
    plan: Plan | None = None,
) -> Composed:
    """Fill the template for the web with a record.

    Args:
        record: What is published.
        edition: Sizes and rules of the layout; on paper it is printed by them, on the screen it begins with them.
        setting: The layout, the masthead and the like.
        files: For each photo of the record its picture files with their proportions.
        plan: Sizes and places of the figures for those who print the page; their natural ones when not given.

    Returns:
        The page description; its pictures have the sizes of the screen.

    Raises:
        LayoutError: If the layout's own template is faulty, with file and line.
    """
    import jinja2

    plan = plan or Plan()
    edition = edition.scaled(plan.body)
    nodes = flow(record, files, edition, plan, facts=True)
    natural = {
        figure.pictures[0].name: figure for figure in _figures(flow(record, files, edition, Plan(), facts=True))
    }  # fmt: skip
    around = head(
        record, edition, masthead=setting.masthead, byline=setting.byline, printed_on=setting.printed_on
    )  # fmt: skip
    layout = setting.layout.name
    own = _has(f"{layout}/web.html")
    try:
        template = _environment().get_template(f"{layout}/web.html" if own else f"{SHARED}/page.html")
        html = template.render(
            record=record, edition=edition, scale=scale(edition), head=around, nodes=nodes, plan=plan,
            web=_web(record, edition, around, nodes, natural),
        )  # fmt: skip
    except jinja2.TemplateSyntaxError as error:
        raise LayoutError(f"{error.filename}:{error.lineno}: {error.message}") from error
    except jinja2.TemplateRuntimeError as error:
        raise LayoutError(f"{_template_place(error)}: {error.message}") from error
    figures = [natural[figure.pictures[0].name] for figure in _figures(nodes)]
    return Composed(
        html=html,
        nodes=nodes,
        pieces=pieces(nodes, around),
        pictures=tuple(picture for figure in figures for picture in figure.pictures),
        styles=_styles(layout, edition),
        stamp=around.stamp_text,
        plan=plan,
    )


def _figures(nodes: Sequence[Node]) -> tuple[Figure, ...]:
    return tuple(figure for node in nodes if node.slot for figure in node.slot.figures)


def _styles(layout: str, edition: Edition) -> tuple[str, ...]:
    """What all share, the layout on paper, then what differs on the screen; the layout's own after what is shared."""
    large = ("large-print",) if edition.large_print else ()
    on_paper = (f"{folder}/{name}.css" for folder, names in (("_base", ("base", *large)), (layout, ("print", *large)))
                for name in names)  # fmt: skip
    on_screen = (f"{SHARED}/screen.css", *(f"{SHARED}/{name}.css" for name in large), f"{layout}/screen.css")
    return tuple(name for name in (*on_paper, f"{SHARED}/paper.css", *on_screen) if _has(name))


def _has(name: str) -> bool:
    try:
        assets.layout_file(name)
    except FileNotFoundError:
        return False
    return True


def _web(
    record: Record, edition: Edition, around: Head, nodes: Sequence[Node], natural: Mapping[str, Figure]
) -> Web:  # fmt: skip
    headings = tuple(node for node in nodes if node.kind == "heading" and node.level == 2)
    return Web(
        description=_description(record, around),
        contents=headings if len(headings) >= _FEWEST_HEADINGS else (),
        hidden=record.scope != "public" or not record.approved,
        screen_rem=_screen_rem(edition),
        natural=natural,
        remembered=f"bulletin-zoom-{edition.name}",
    )


def _screen_rem(edition: Edition) -> float:
    """Large print is as large on the screen as on paper; a standard page is read from farther away than a sheet."""
    if edition.large_print:
        return round(edition.body_pt / _PT_PER_REM, 4)
    return round(_SCREEN_REM * edition.body_pt / EDITIONS["standard"].body_pt, 4)


def _description(record: Record, around: Head) -> str:
    """The line below the headline, else the opening of the report, else what it was, when and where."""
    text = record.subtitle or next(_openings(record), "")
    if not text:
        text = ", ".join(part for part in (around.kicker, around.dateline, record.place) if part)
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return f"{text[:_LONGEST_DESCRIPTION].rpartition(' ')[0].rstrip(' ,;:–-')}…"


def _openings(record: Record) -> Iterator[str]:
    for text in (record.lead, *(section.text for section in record.sections)):
        for block in blocks(text):
            if block.kind == "paragraph":
                yield block.text

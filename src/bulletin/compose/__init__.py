"""A layout filled with a record: HTML. The only place where Jinja2 is used.

`finalize` sets every printed value by the rules of Vietnamese typography once and no template text, so that a layout
cannot forget it and the record never holds half-set text.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bulletin import assets
from bulletin.compose.code import Code
from bulletin.compose.figures import Picture, PictureFile, Slot
from bulletin.compose.flow import flow
from bulletin.compose.head import Head, head
from bulletin.compose.nodes import Node
from bulletin.compose.notes import notes
from bulletin.compose.panel import person_spans
from bulletin.compose.pieces import pieces
from bulletin.compose.scale import scale
from bulletin.compose.stretches import stretches
from bulletin.compose.strict import ident, number
from bulletin.edition import Edition
from bulletin.errors import LayoutError
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.model import Loc, Record
from bulletin.model.running import Span
from bulletin.plan import Piece, Plan
from bulletin.vietnamese.spaces import Run, bind_last, set_line
from bulletin.vietnamese.text import NBSP

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

    from bulletin.compose.board import Board
    from bulletin.digest import Digest

__all__ = ["Composed", "Node", "Picture", "PictureFile", "Setting", "Slot", "compose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How an office prints, from `bulletin.toml` and the command line."""

    layout: Layout = field(default_factory=lambda: Layout(name="news"))
    masthead: str = "TIN HỘI NGHỊ"
    byline: str = ""
    printed_on: dt.date
    """Today, for the stamp of a draft."""
    two_sided: bool = False
    """Whether the margins of back pages are mirrored, where the layout has an inner and an outer one."""
    multiple_of: int = 1
    """To a multiple of so many pages it is made up, with pages for notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A page description, and what stands where in it."""

    html: str
    nodes: tuple[Node, ...]
    pieces: tuple[Piece, ...]
    """The flow as the make-up sees it."""
    pictures: tuple[Picture, ...]
    """Every picture the page asks for, with its size."""
    styles: tuple[str, ...]
    """Style sheets of the layout, in order."""
    stamp: str = ""
    """What stands on every page of a draft."""
    plan: Plan = field(default_factory=Plan)
    """Sizes and places by which it was composed."""
    digest: Digest | None = None
    """What of the record is printed, when it is not all."""
    overfull: float = 0.0
    """Of a digest: about how much too high it all would be in the smallest type allowed, 1 when it would just fit."""
    code: Code | None = None
    """The code for cameras on the page, under the name `code`."""
    parts: tuple[str, ...] = ()
    """Names of the elements that begin a part on a new page, so that the page before may be short."""


def compose(
    record: Record,
    edition: Edition,
    setting: Setting,
    files: Mapping[Loc, Sequence[PictureFile]] = MappingProxyType({}),
    plan: Plan | None = None,
) -> Composed:
    """Fill a layout with a record.

    Args:
        record: What is printed.
        edition: In which variant.
        setting: The layout, the masthead and the like.
        files: For each photo of the record its picture files with their proportions.
        plan: Sizes and places of the figures; their natural ones when not given.

    Raises:
        LayoutError: If the layout is unknown or its template is faulty, with file and line.
    """
    plan = plan or Plan()
    asked, edition = edition, edition.scaled(plan.body)
    sizes = scale(edition)
    around = head(
        record, edition, masthead=setting.masthead, byline=setting.byline, printed_on=setting.printed_on
    )  # fmt: skip
    matter = _matter(record, files, asked, plan, around, setting)
    html = filled(
        setting.layout, record=record, edition=edition, scale=sizes, head=around, plan=plan, **matter.names
    )  # fmt: skip
    return Composed(
        html=html.replace(NBSP, " ") if sizes.unbound else html,
        nodes=matter.nodes,
        pieces=matter.pieces,
        pictures=matter.pictures,
        styles=styles(setting.layout, edition),
        stamp=around.stamp_text,
        plan=plan,
        digest=matter.board.digest if matter.board else None,
        overfull=matter.board.overfull if matter.board else 0.0,
        code=matter.board.code if matter.board else None,
        parts=matter.parts,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    """What a template prints between head and foot, by the sort of its layout."""

    names: Mapping[str, Any]
    """As the template knows it."""
    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...]
    nodes: tuple[Node, ...] = ()
    board: Board | None = None
    parts: tuple[str, ...] = ()


def _matter(
    record: Record,
    files: Mapping[Loc, Sequence[PictureFile]],
    edition: Edition,
    plan: Plan,
    around: Head,
    setting: Setting,
) -> _Matter:
    # What other sorts of layouts take is not loaded for this one.
    if setting.layout.content == "digest":
        from bulletin.compose.board import board

        arranged, found = board(record, files, edition, plan, around)
        return _Matter(names={"board": arranged}, pieces=found, pictures=arranged.pictures, board=arranged)
    edition = edition.scaled(plan.body)
    if setting.layout.content == "document":
        from bulletin.compose.paper import paper

        sheet = paper(record, edition, plan, two_sided=setting.two_sided)
        return _Matter(
            names={"nodes": sheet.nodes, "paper": sheet}, pieces=sheet.pieces, pictures=(), nodes=sheet.nodes,
            parts=tuple(annex.id for annex in sheet.annexes),
        )  # fmt: skip
    nodes = flow(record, files, edition, plan, facts=True)
    figures = [figure for node in nodes if node.slot for figure in node.slot.figures]
    pictures = tuple(picture for figure in figures for picture in figure.pictures)
    names = {
        "nodes": nodes, "stretches": stretches(nodes, edition),
        "notes": notes(plan.notes, edition, around),
    }  # fmt: skip
    return _Matter(
        names=names, pieces=pieces(nodes, around, edition.columns), pictures=pictures, nodes=nodes
    )  # fmt: skip


def filled(layout: Layout, **values: Any) -> str:
    """The page description of a layout; a clerk's own is filled in by a process apart.

    Args:
        layout: The layout.
        **values: What its template is given.

    Raises:
        LayoutError: If the layout is unknown or its template is faulty, with file and line.
    """
    import jinja2

    if layout.is_guest:
        from bulletin.compose.guest import composed_apart

        return composed_apart(layout, values)
    try:
        return _environment().get_template(f"{layout.name}/bulletin.html").render(**values)
    except jinja2.TemplateSyntaxError as error:
        raise LayoutError(f"{error.filename}:{error.lineno}: {error.message}") from error
    except jinja2.TemplateNotFound as error:
        known = ", ".join(assets.layout_names())
        raise LayoutError(
            say("there is no layout “{name}”", name=layout.name), hint=say("known layouts: {known}", known=known)
        ) from error
    except jinja2.TemplateRuntimeError as error:
        raise LayoutError(f"{_template_place(error)}: {error.message}") from error


def warm(layout: Layout) -> None:
    """Read the template of one of the program's own layouts now rather than with the first record."""
    _environment().get_template(f"{layout.name}/bulletin.html")


def styles(layout: Layout, edition: Edition) -> tuple[str, ...]:
    """The style sheets of a layout for an edition, in order."""
    own = (f"{layout.name}/print.css", *((f"{layout.name}/large-print.css",) if edition.large_print else ()))
    if layout.is_guest:
        # A clerk's own may leave the second to the program.
        own = tuple(name for name in own if name in layout.served)
    return ("_base/base.css", *(("_base/large-print.css",) if edition.large_print else ()), *own)


def _template_place(error: BaseException) -> str:
    """File and line of the template in which an error arose."""
    place, trace = "", error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename.endswith((".html", ".css")):
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


@functools.cache
def _environment(folder: Path | None = None) -> jinja2.Environment:
    import jinja2

    return new_environment(jinja2.FileSystemLoader(folder or assets.layouts_folder()))


def new_environment(loader: jinja2.BaseLoader, **options: Any) -> jinja2.Environment:
    """What templates are filled in by: the sandbox, the setting of every printed value, the filters.

    Args:
        loader: Where templates come from.
        **options: What is otherwise in it, by the names of Jinja2.
    """
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    kind = options.pop("kind", ImmutableSandboxedEnvironment)
    environment: jinja2.Environment = kind(
        **{
            "loader": loader, "autoescape": True, "undefined": jinja2.StrictUndefined, "finalize": _set,
            "trim_blocks": True, "lstrip_blocks": True, "auto_reload": False, **options,
        }
    )  # fmt: skip
    environment.filters |= {
        "attr": _attr, "styled": _styled, "tied": _tied, "spans": person_spans, "css": _css, "number": number,
        "ident": ident, "link": _attr,
    }  # fmt: skip
    environment.globals["link"] = _attr
    return environment


def _set(value: Any) -> Any:
    """Set a printed value; what is markup already, or no text, passes."""
    from markupsafe import Markup

    if type(value) is not str or not value:
        return value if value is not None else ""
    return Markup(_html(value))


def _html(text: str) -> str:
    from markupsafe import escape

    # A space at the end of a text before a span makes the engine break the line at its first word; it stands by itself.
    runs = "".join(
        f'<span class="whole">{escape(run.text)}</span>' if run.whole else str(escape(run.text))
        for run in _held(set_line(text))
    ).replace(' <span class="whole">', '<span> </span><span class="whole">')
    # What is set piece by piece keeps the spaces between the pieces.
    before = " " if text[0] == " " and not runs.startswith(" ") else ""
    after = " " if len(text) > 1 and text[-1] == " " and not runs.endswith((" ", "\u00a0")) else ""
    return f"{before}{runs}{after}"


def _held(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs of a line, words bound to what stands whole taken into it.

    Where a text ends in U+00A0 before such a span, and both do not fit on the line, the engine goes back not to the
    last space of the text but to its first, and sets a line of one word.
    """
    for place, run in enumerate(runs):
        text = run.text
        if run.whole and place:
            text = runs[place - 1].text.rpartition(" ")[2] + text if runs[place - 1].text.endswith(NBSP) else text
        elif not run.whole and place + 1 < len(runs) and text.endswith(NBSP):
            text = "".join(text.rpartition(" ")[:2])
        if text:
            yield replace(run, text=text)


def _attr(text: str) -> Markup:
    """A value for an attribute: escaped, without spans."""
    from markupsafe import Markup, escape

    return Markup(escape(text))


def _css(text: str) -> Markup:
    """A string for a style sheet, in its quotes: nothing in it can end the string, or the style sheet."""
    from markupsafe import Markup

    # CSS Syntax 3, 4.3.7: a code point in hexadecimal digits, ended by a space.
    return Markup('"' + "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text) + '"')


def _tied(text: str) -> Any:
    """A short block whose last line must not be a single syllable."""
    return _set(bind_last(text)) if text else ""


def _styled(spans: Iterable[Span], *, tied: bool = False) -> Markup:
    """The spans of a line with their styles."""
    from markupsafe import Markup

    listed = tuple(spans)
    html: list[str] = []
    for place, span in enumerate(listed):
        text = bind_last(span.text) if tied and place == len(listed) - 1 else span.text
        inner = _html(text) if text else ""
        if html and html[-1].endswith(" ") and (span.strong or span.slanted):
            # For the same reason it goes over to the span.
            html[-1], inner = html[-1][:-1], f" {inner}"
        if span.strong:
            inner = f"<b>{inner}</b>"
        if span.slanted:
            inner = f"<em>{inner}</em>"
        html.append(inner)
    return Markup("".join(html))

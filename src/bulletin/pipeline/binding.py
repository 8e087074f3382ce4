"""Many records bound into one PDF: each article made up for itself, then all printed one after the other.

Every article begins on a page of its own, and all pages have the same margins. So an article takes the pages in the
issue that it takes alone, and from these all numbers of contents and indexes are known before anything is printed.
They are held against what came out; where something shifted, the whole is printed again with the right ones.
The preflight reads them back from the PDF a second time.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bulletin.collector import sweep, without_gc
from bulletin.config import Settings, layout_named, layouts_known
from bulletin.edition import Edition
from bulletin.errors import LayoutError
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.pipeline import numbering
from bulletin.pipeline.begun import as_set, masthead_of, picture_files
from bulletin.pipeline.binder import Story
from bulletin.pipeline.covering import Names, names_of
from bulletin.pipeline.fitting import made_up
from bulletin.pipeline.making import Bulletin
from bulletin.pipeline.reading import Contribution
from bulletin.stack import roomy

if TYPE_CHECKING:
    from bulletin.compose.issue import Cover
    from bulletin.compose.registers import Who
    from bulletin.model import Record
    from bulletin.render import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written to a file."""

    title: str
    pages: int
    date: dt.date
    """First day of the first conference."""


def bind(
    dossiers: Sequence[Contribution],
    edition: Edition,
    *,
    layout: str | Layout | None = None,
    title: str = "",
    number: str = "",
    settings: Settings | None = None,
    printed_on: dt.date,
    tick: Callable[[], None] = lambda: None,
) -> Bulletin:
    """Bind records into one issue; see `bind_into`, which keeps no more of it in memory than it needs."""
    file = io.BytesIO()
    made = bind_into(
        file, dossiers, edition, layout=layout, title=title, number=number, settings=settings, printed_on=printed_on,
        tick=tick,
    )  # fmt: skip
    return Bulletin(title=made.title, pdf=file.getvalue(), pages=made.pages, date=made.date)


@roomy
@without_gc()
def bind_into(
    file: BinaryIO,
    dossiers: Sequence[Contribution],
    edition: Edition,
    *,
    layout: str | Layout | None = None,
    title: str = "",
    number: str = "",
    settings: Settings | None = None,
    printed_on: dt.date,
    tick: Callable[[], None] = lambda: None,
) -> Written:
    """Bind records into one issue, and write it to a file.

    Args:
        file: Empty, open for writing; in memory, or on the disk with its path as name, where it is read back from.
        dossiers: The records in the order in which they stand in it, at least one.
        edition: In which variant.
        layout: The layout or its name, one that prints issues; the first of them when not given.
        title: Title of the issue; made of the masthead and the days when empty.
        number: Of the issue, such as `3`.
        settings: How the office prints; those of the first record when not given.
        printed_on: Date on the stamp of drafts.
        tick: Called when an article is made up.

    Raises:
        RecordError: If a picture cannot be used.
        LayoutError: If the layout is unknown, faulty, or prints no issues, or the masthead needs a licence.
        RenderError: If something could not be set, or is not found again in the PDF.
    """
    from bulletin.compose.registers import who_is_who
    from bulletin.model.spelling import spelled_out
    from bulletin.pipeline.printing import print_issue
    from bulletin.pipeline.proving_issue import prove_issue

    settings = settings or dossiers[0].settings
    chosen = layout if isinstance(layout, Layout) else _layout(layout)
    edition = as_set(edition, chosen, paper="", landscape=False)
    records = [spelled_out(dossier.record) for dossier in dossiers]
    _refuse_unlicensed(records, settings)
    stories: list[Story] = []
    for record, dossier, people in zip(records, dossiers, who_is_who(records), strict=True):
        stories.append(_story(record, dossier, people, edition, chosen, settings, printed_on))
        tick()
    names = issue_names(dossiers, settings, title=title, number=number)
    bound = print_issue(
        file, tuple(stories), names, edition, settings, lambda cover: _document(stories, names, cover, settings)
    )  # fmt: skip
    file.flush()
    prove_issue(file.getvalue() if isinstance(file, io.BytesIO) else Path(file.name), bound, edition)
    return Written(title=names.title, pages=bound.numbers.pages, date=min(record.first_day for record in records))


def _refuse_unlicensed(records: Sequence[Record], settings: Settings) -> None:
    """See to it that every record has the licence that the masthead needs, if it needs one."""
    lacking = []
    for record in records:
        try:
            masthead_of(record, settings)
        except LayoutError as error:
            lacking.append((record.origin.path, error))
    if lacking:
        message, hint = lacking[0][1].message, lacking[0][1].hint
        names = ", ".join(str(path) for path, _ in lacking)
        raise LayoutError(say("{fault}; these records lack it: {names}", fault=message, names=names), hint=hint)


def issue_names(dossiers: Sequence[Contribution], settings: Settings, *, title: str, number: str) -> Names:
    """What an issue of these records is called."""
    return names_of([dossier.record for dossier in dossiers], settings.masthead, title=title, number=number)


def _layout(name: str | None) -> Layout:
    """A layout that prints issues."""
    of_issues = [layout for layout in layouts_known() if layout.content == "issue"]
    if name is None:
        return of_issues[0]
    found = layout_named(name)
    if found.content != "issue":
        known = ", ".join(layout.name for layout in of_issues)
        raise LayoutError(
            say("layout “{name}” does not bind records into an issue", name=name),
            hint=say("known layouts: {known}", known=known),
        )
    return found


def _story(
    record: Record,
    dossier: Contribution,
    people: tuple[Who, ...],
    edition: Edition,
    layout: Layout,
    settings: Settings,
    printed_on: dt.date,
) -> Story:
    """Make a record up on pages of its own; of these only the plan and the places are kept."""
    from bulletin.compose import Setting
    from bulletin.compose.issue import compose_article

    setting = Setting(
        layout=layout, masthead=settings.masthead, byline=dossier.settings.byline, printed_on=printed_on
    )  # fmt: skip
    files = picture_files(record, dossier.photos)
    composed, laid = made_up(record, edition, setting, files, pages=0, fill=compose_article)
    story = Story(
        record=record, setting=setting, photos=dossier.photos, files=files, people=people, plan=composed.plan,
        pages=laid.pages, places=numbering.places(laid.words, people),
    )  # fmt: skip
    del composed, laid
    sweep()
    return story


def _document(stories: Sequence[Story], names: Names, cover: Cover, settings: Settings) -> Document:
    from bulletin.render import Document

    records = [story.record for story in stories]
    approved = [record.approved_on for record in records if record.approved and record.approved_on]
    return Document(
        title=names.title,
        author=cover.organisation or settings.masthead,
        subject=", ".join(part for part in (names.number, names.span) if part),
        keywords=(),
        # As with a single bulletin: approved records always give the same file.
        date=max(approved) if len(approved) == len(records) else stories[0].setting.printed_on,
    )

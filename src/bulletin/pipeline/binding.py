"""Many records bound into one PDF: each article made up for itself, then all laid out together.

Every article begins on a page of its own, and all pages have the same margins. So an article takes the pages in the
issue that it takes alone, and from these all numbers of contents and indexes are known before the whole is laid out
once. They are held against what came out; where something shifted, the whole is laid out again with the right ones.
The preflight reads them back from the PDF a second time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bulletin.config import Settings, layout_named, layouts_known
from bulletin.edition import Edition
from bulletin.errors import LayoutError, Problem, RecordError, RenderError
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.pipeline import numbering
from bulletin.pipeline.begun import as_set, masthead_of, picture_files
from bulletin.pipeline.binder import Binder, Bound, Story, reckoned
from bulletin.pipeline.covering import PHOTO, Names, covered, names_of
from bulletin.pipeline.fitting import made_up
from bulletin.pipeline.making import Bulletin, prepared
from bulletin.pipeline.numbering import Numbers
from bulletin.pipeline.reading import Dossier

if TYPE_CHECKING:
    from bulletin.compose.issue import Section
    from bulletin.compose.registers import Who
    from bulletin.model import Record
    from bulletin.render import Document, Laid

_TRIES = 3
"""How often the whole is laid out; once is enough unless an article takes other pages than it does alone."""
_SHORT = 0.25
"""A last page of contents or an index that is filled less far is short."""


def bind(
    dossiers: Sequence[Dossier],
    edition: Edition,
    *,
    layout: str | Layout | None = None,
    title: str = "",
    number: str = "",
    settings: Settings | None = None,
    printed_on: dt.date,
    tick: Callable[[], None] = lambda: None,
) -> Bulletin:
    """Bind records into one issue.

    Args:
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
    bound, laid = _laid_out(tuple(stories), names, edition, settings)
    pdf = laid.write(_document(bound, settings), _pictures(bound))
    prove_issue(pdf, bound, edition)
    return Bulletin(
        title=bound.names.title, pdf=pdf, pages=laid.pages, date=min(record.first_day for record in records)
    )  # fmt: skip


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


def issue_names(dossiers: Sequence[Dossier], settings: Settings, *, title: str, number: str) -> Names:
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
    dossier: Dossier,
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
    return Story(
        record=record, setting=setting, photos=dossier.photos, files=files, people=people, plan=composed.plan,
        pages=laid.pages, places=numbering.places(laid.words, people),
    )  # fmt: skip


def _laid_out(
    stories: tuple[Story, ...], names: Names, edition: Edition, settings: Settings
) -> tuple[Bound, Laid]:  # fmt: skip
    """Lay the whole out, until every number in it is right."""
    from bulletin.compose import styles
    from bulletin.compose.issue import Issue, page_description
    from bulletin.render import lay_out

    setting = stories[0].setting
    records = [story.record for story in stories]
    people = [story.people for story in stories]

    def laid(**parts: Any) -> Laid:
        issue = Issue(title=names.title, name=names.running, **parts)
        pictures = [picture.name for article in issue.articles for picture in article.pictures]
        html = page_description(issue, edition, setting)
        return lay_out(
            html, styles=styles(setting.layout, edition), pictures=[*pictures, PHOTO], files=setting.layout.served
        )

    binder = Binder(stories, names, edition)
    cover = covered(
        records, names, edition, setting, settings, [story.files for story in stories], binder.lines(None),
        lambda cover: laid(cover=cover),
    )  # fmt: skip

    def pages_of(id_: str, section: Callable[[Binder], Section]) -> int:
        """Pages of a section. A few lines alone on its last may stand on the page before, with less space."""
        nonlocal binder
        alone = laid(indexes=(section(binder),))
        if alone.pages > 1 and alone.page_fill[-1] < _SHORT * alone.page_depth[-1]:
            close = replace(binder, close=binder.close | {id_})
            tighter = laid(indexes=(section(close),))
            if tighter.pages < alone.pages:
                binder, alone = close, tighter
        return alone.pages

    numbers = reckoned(
        stories,
        cover=laid(cover=cover).pages,
        contents=pages_of("contents", lambda own: own.contents(None)),
        people=lambda numbers: pages_of("people", lambda own: own.indexes(numbers)[0]),
        days=lambda numbers: pages_of("days", lambda own: own.indexes(numbers)[-1]),
    )
    for _ in range(_TRIES):
        issue = binder.issue(cover, numbers)
        whole = laid(
            cover=issue.cover, contents=issue.contents, articles=issue.articles, indexes=issue.indexes,
            no_press=issue.no_press,
        )  # fmt: skip
        found = numbering.read(whole, people)
        if found == numbers:
            _refuse_lacking(stories, numbers)
            return Bound(stories=stories, names=names, issue=issue, numbers=numbers), whole
        numbers = found
        # Two at once would take twice the memory.
        del whole
    message = say("the page numbers of the contents do not settle")
    raise RenderError(
        [Problem(message, hint=say("leave a record out and build again; please report it"), id="numbers")]
    )


def _refuse_lacking(stories: Sequence[Story], numbers: Numbers) -> None:
    """See to it that everyone is in the index."""
    problems = [
        Problem(say("“{words}” is not found for the index of people", words=who.name), story.record.origin.path,
                hint=say("please report it and send the record along"), id="not-indexed")
        for story, places in zip(stories, numbers.places, strict=True)
        for who in story.people
        if not places.get(who.words)
    ]  # fmt: skip
    if problems:
        raise RenderError(problems)


def _pictures(bound: Bound) -> dict[str, bytes]:
    """The pictures of the whole, each sized for its place.

    Raises:
        RecordError: With all that fail.
    """
    pictures: dict[str, bytes] = {}
    problems: list[Problem] = []
    cover = bound.issue.cover
    figure = cover.figure if cover else None
    for place, (story, article) in enumerate(zip(bound.stories, bound.issue.articles, strict=True)):
        wanted = [*article.pictures, *(figure.pictures if figure and cover and cover.photo_of == place else ())]
        try:
            pictures |= prepared(story.record, wanted, story.photos)
        except RecordError as error:
            problems += error.problems
    if problems:
        raise RecordError(problems)
    return pictures


def _document(bound: Bound, settings: Settings) -> Document:
    from bulletin.render import Document

    records = [story.record for story in bound.stories]
    approved = [record.approved_on for record in records if record.approved and record.approved_on]
    cover = bound.issue.cover
    assert cover is not None
    return Document(
        title=bound.names.title,
        author=cover.organisation or settings.masthead,
        subject=", ".join(part for part in (bound.names.number, bound.names.span) if part),
        keywords=(),
        # As with a single bulletin: approved records always give the same file.
        date=max(approved) if len(approved) == len(records) else bound.stories[0].setting.printed_on,
    )

"""The results as a page of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from results import OURS, Output, Results, Row, Series

HEAD = """# What it costs beside others

This page is written by `make bench` and by nothing else; the raw numbers are in [results.json](../bench/results.json). All was measured in one run on one machine, each figure the median of its interleaved rounds ({rounds}). Only the ratios mean something elsewhere.

{about}

![Ratios by case, and time a record by the number of records](bench.png)

“Ours” is the whole of `bulletin`: records read and checked, pages made up, PDF/A-3a and PDF/UA-1 written, read back by preflight. CPU is that of all processes of a command together.
"""  # noqa: E501

NOTES = """## How it was measured

- **Records** are made from `examples/` by `bench/corpus.py`: {records} of them, each with other names and sentences and two photos of 12 megapixels of its own. For growth, {shared} photos are shared by all records and prepared before.
- **The others** are given what this program has worked out: the page description whose pages are made up already, its style sheets and fonts, photos at their size. Typst is given the words and sizes as data, for a template that prints the same pages ([bulletin.typ](../bench/competitors/bulletin.typ)). Reading and checking records, making pages up and preflight are counted on our side alone.
- **Photos unprepared**: our cache is empty; for the others `bulletin.photos` prepares the same photos for the same places, and its CPU is counted. **Photos prepared**: our cache holds photos and nothing else, so that pages are made up anew.
- **One process a record** (WeasyPrint's command, Prince, Chromium) was measured on {sample} of the {records} records, evenly spread over the examples, and multiplied; all others on all records.
- **One record, warm** compares the line in process, from the file to the bytes, with `write_pdf` of the plain engine with shared fonts and style sheets, record by record in turn. Made up before: the cache knows how its pages fill. Never made up before: it is laid out several times until they do.
- **Growth** is counted from the first file that is there to the last, without the start of the command.
- **Memory** is that of all processes of a command together, looked at 20 times a second; what processes share counts for each of them.
- WeasyPrint and the naive loop write PDF/A-3a with tags, Typst and Prince PDF/A-3a and PDF/UA-1. Chromium writes tags but no PDF/A, and knows no running heads. The free edition of Prince draws its mark on the first page.
"""  # noqa: E501

WHY = """\
## What is missed, and why

One warm record costs what plain warm WeasyPrint costs on the same page, with reading, checking and preflight on our
side alone. Of 330 ms a record (40 records, 153 pages, one warm process, profiled), the engine lays out for 162 ms and
writes for 88; reading and checking take 20, preflight 19, the page description 10, freeing memory and the rest about
30. Goals that lie below the engine's own 250 ms, or just above them, cannot be reached by what is around it:

- **Beside WeasyPrint's command, Typst, Prince and the naive loop**: the goals were set on plain pages of three
  sheets, where the import is three quarters of a cold run. The records of `examples/` take four pages on average and
  up to eleven, with tables and lists of people, on which the engine works about 60 ms a page; its import is half of a
  cold run here. A page without any style sheet takes 0.96 of the time, so it is no matter of the layout. Make-up
  adds a seventh where pages were never made up before (0.4 layouts more a record, and the search); the others are
  given pages that are. The naive loop pays for style sheets, fonts and templates again with each record, which is
  no more than what checks, preflight and make-up cost us; the engine alone takes 0.56 of its time, so that the goal
  leaves a tenth of it to all the rest.
- **One record, cold**: the engine (its import, one layout, one PDF) is half, as in the command. Of the other half,
  templates take 9 % of the whole, our and pydantic's data classes 9, the import of pydantic 7, of fontTools by the
  engine 8, patterns 7, the digests of program and fonts 5, preflight and checks the rest. Compiled templates could be
  kept on disk, but that is code in a folder of the user's, which we do not run; the engine takes names out of
  fontTools as it is loaded, so that it cannot be put off without changing the engine.
- **Preflight**: about 2 ms a page is pdfium opening the page and its text; the other half is ours: ink, photos,
  places and numbers are looked at object by object. Called seven times in a row on the same pages it takes 3.1 ms,
  among the rest of a build 4 to 5.
"""
"""Why goals were missed, as read off the last full run by its writer; to be read again with each."""


def page(results: Results) -> str:
    """The whole page."""
    about = results.about
    filled = {name: str(about[name]) for name in ("rounds", "records", "sample", "shared")}
    parts = [
        HEAD.format(about=_about(results), rounds=filled["rounds"]),
        "## Against the goals\n\n" + table(results.rows),
        "## All records, cold\n\n" + "\n".join(_contenders(results)),
        NOTES.format(**filled),
        WHY,
    ]
    failures = [
        f"- **{row.case}** ({row.against or OURS}): {row.failure.strip()}" for row in results.rows if row.failure
    ]
    if failures:
        parts.insert(2, "## What failed\n\n" + "\n".join(failures) + "\n")
    return "\n".join(parts)


def table(rows: list[Row]) -> str:
    """The rows as a table of Markdown."""
    lines = ["| case | beside | | ours | theirs | ratio | goal | |", "|---|---|---|--:|--:|--:|--:|---|"]
    for row in rows:
        ratio = f"{row.value:.3f}" if row.value is not None and row.theirs is not None else ""
        verdict = f"**{row.verdict}**" if row.verdict in ("MISSED", "failed") else row.verdict
        cells = (
            row.case, row.against, row.unit, _figure(row.ours), _figure(row.theirs), ratio,
            row.goal.text if row.goal else "", verdict,
        )  # fmt: skip
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _figure(value: float | None) -> str:
    if value is None:
        return "–"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3f}"


def _about(results: Results) -> str:
    about = results.about
    versions = "; ".join(f"{name}: {version}" for name, version in about.get("programs", {}).items())
    return (
        f"{about['date']} · {about['machine']} · Python {about['python']} · bulletin {about['bulletin']}"
        f"{' (' + about['commit'] + ')' if about.get('commit') else ''}\n\n{versions}"
    ).strip()


def _contenders(results: Results) -> Iterator[str]:
    for group, found in results.series.items():
        if not group.startswith("cold"):
            continue
        yield f"{group.removeprefix('cold, ').capitalize()}; for all records, peak memory aside.\n"
        yield "| | CPU s | s | peak MiB | kB a record | pages |"
        yield "|---|--:|--:|--:|--:|--:|"
        for name, series in found.items():
            yield _contender(name, series)
        yield ""


def _contender(name: str, series: Series) -> str:
    cost, made = series.cost, series.output
    pages = "–" if made is None else f"{made.pages}" if name == OURS else _pages(made)
    if cost is None:
        return f"| {name} | failed | | | | |"
    return (
        f"| {name} | {_figure(cost.cpu_s)} | {_figure(cost.wall_s)} | {_figure(cost.peak_mib)} | "
        f"{_figure(made.bytes / made.files / 1000) if made else '–'} | {pages} |"
    )


def _pages(made: Output) -> str:
    return "as ours" if made.pages == made.expected_pages else f"{made.pages} instead of {made.expected_pages}"

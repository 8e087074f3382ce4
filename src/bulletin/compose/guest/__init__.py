"""A clerk's own layout: never trusted, filled in by a process apart (docs/layouts.md)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bulletin.compose.guest.limits import Limits
from bulletin.errors import LayoutError, Problem
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.vietnamese.secrecy import marked_up_line

__all__ = ["Limits", "composed_apart", "suits_a_guest"]


def composed_apart(layout: Layout, values: Mapping[str, Any], limits: Limits | None = None) -> str:
    """Fill a clerk's own layout in, in a process apart.

    Args:
        layout: Read from its folder.
        values: What its template is given; it sees their facts and nothing else of them.
        limits: What it may take.

    Raises:
        LayoutError: With everything that is wrong with its files, or with what came up while it was filled in.
    """
    from bulletin.compose.guest.host import StuckError, asked, dismiss
    from bulletin.compose.guest.plain import plain

    assert layout.folder is not None, "only a clerk's own lies in a folder"
    limits = limits or Limits()
    try:
        answer = asked(layout, {name: plain(value) for name, value in values.items()}, limits)
        if isinstance(html := answer.get("html"), str):
            _refuse_secrets(html, layout.folder)
            return html
        problems = [_problem(layout, *fault) for fault in answer["faults"]]
    except (KeyError, TypeError, ValueError) as error:
        # No answer that this program gives: the process is not ours any more.
        dismiss()
        message = say("the layout ended the process that fills it in")
        raise LayoutError(problems=[Problem(message, layout.folder / "bulletin.html", id="stuck")]) from error
    except StuckError as error:
        message = (
            say("the layout ended the process that fills it in")
            if error.in_time
            else say("the layout takes more than {n} seconds for one page", n=f"{limits.wall_s:g}")
        )
        path = layout.folder / "bulletin.html"
        hint = say("look for loops and calculations without end")
        raise LayoutError(problems=[Problem(message, path, hint=hint, id="stuck")]) from error
    raise LayoutError(problems=problems)


def _refuse_secrets(html: str, folder: Path) -> None:
    """Refuse a page on which a mark of secrecy came together while it was filled in; no record has one."""
    if marked_up_line(html):
        message = say("the layout prints a mark of secrecy, which this program does not print")
        raise LayoutError(problems=[Problem(message, folder / "bulletin.html", id="state-secret")])


def suits_a_guest(files: Mapping[str, bytes], name: str) -> bool:
    """Whether a layout of the program holds nothing that a clerk's own may not, so that a copy of it will do.

    Args:
        files: Those of the copy.
        name: Of the copy.
    """
    from bulletin import assets
    from bulletin.compose.guest.host import texts_of
    from bulletin.compose.guest.kitchen import Kitchen

    base = {f"_base/{path.name}": path.read_text(encoding="utf-8")
            for path in (assets.layouts_folder() / "_base").glob("*.html")}  # fmt: skip
    kitchen = Kitchen(texts_of(files), base, name, [f"bulletin:layout/{name}/{file}" for file in files], Limits())
    # What its templates will be given is known when there is a record.
    return all(fault.id == "unknown-name" for fault in kitchen.looked_through({}))


def _problem(layout: Layout, file: str, line: int, message: str, hint: str, ident: str) -> Problem:
    """What the process told, as far as it may be believed: a line of one of the layout's own files."""
    assert layout.folder is not None
    rows = layout.files[file].decode().split("\n")
    source = rows[line - 1] if 0 < line <= len(rows) else ""
    return Problem(str(message), layout.folder / file, line, hint=str(hint), id=str(ident), source=source)

"""What goes wrong with a clerk's own layout is a fault of that layout, wherever it comes up."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bulletin.batch.limits import TOO_LONG, TOO_MUCH
from bulletin.errors import BulletinError, LayoutError, Problem, RenderError
from bulletin.layout import Layout
from bulletin.messages import say

PAGE = "bulletin.html"
_PLACE = re.compile(r"\bat (\d+):\d+")
"""Line and column, as the engine tells them."""
_OF_THE_RECORD = frozenset(("too-long", "too-short"))
"""That a text does not fit so many pages lies with it, or with who asked for them."""


@contextlib.contextmanager
def blamed(layout: Layout) -> Iterator[None]:
    """Tell what fails with a clerk's own layout as a fault of that layout; of others nothing is changed.

    The layouts of the program print every record, so what a page of a clerk's own lacks, what the engine cannot set and
    what never ends comes of its style sheets, templates and drawings.

    Raises:
        LayoutError: In place of an error of setting in type, and of whatever the engine fails with.
    """
    folder = layout.folder
    try:
        yield
    except RenderError as error:
        if folder is None or all(problem.id in _OF_THE_RECORD for problem in error.problems):
            raise
        raise LayoutError(problems=[_own(problem, layout, folder) for problem in error.problems]) from error
    except BulletinError:
        raise
    except Exception as error:
        if folder is None:
            raise
        complaint = str(error).partition("\n")[0][:200] or type(error).__name__
        message = say("this page cannot be set in type: {complaint}", complaint=complaint)
        hint = say("take out of the layout what you changed last, and try again")
        raise LayoutError(problems=[Problem(message, folder / PAGE, hint=hint, id="engine-failed")]) from error


def _own(problem: Problem, layout: Layout, folder: Path) -> Problem:
    """A problem with its file in the layout's folder, and with what its clerk can do."""
    if problem.id in (TOO_LONG, TOO_MUCH):
        hint = say("look in its style sheets and drawings for what never ends or is without measure")
        return replace(problem, path=folder / PAGE, hint=hint)
    name = problem.path.as_posix() if problem.path else ""
    hint = say("the record is not at fault: mend the layout; {command} tries it",
               command=f"bulletin layouts check {folder}")  # fmt: skip
    if name in layout.served:
        at = _PLACE.search(problem.message)
        path = folder / name.removeprefix(f"{layout.name}/")
        return replace(problem, path=path, line=int(at[1]) if at else problem.line, hint=hint)
    # A place in the record tells what of it is not printed as it should be.
    return replace(problem, path=problem.path or folder / PAGE, hint=hint)

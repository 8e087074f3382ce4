"""The names of pictures: of those that a bulletin is made of, and of those that are made of it."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Collection
from pathlib import Path, PurePosixPath

from bulletin.batch.orders import Job
from bulletin.disk import is_gone
from bulletin.errors import Problem
from bulletin.layout import FORMATS
from bulletin.messages import say


def as_named(folder: Path, file: str) -> Path:
    """A photo's place as its record names it; it may be spelled otherwise there, or be a link, and not so tomorrow.

    Args:
        folder: That of the record.
        file: The name in the record, which leads to a photo in that folder.
    """
    return folder / os.path.normpath(file.strip().replace("\\", "/"))


def as_spelled(path: Path) -> Path:
    """Where a photo lies that its record names so."""
    if os.path.lexists(path):
        return path
    from bulletin.photos import spelled

    with contextlib.suppress(OSError):
        return spelled(path)
    return path


def picture_paths(target: Path, pages: int) -> tuple[Path, ...]:
    """Where the pictures of so many pages go, in their order, and at the end the one for chat groups.

    Args:
        target: What is common to all of them, such as `out/hop.png`: then page 1 is `out/hop-1.png`, of ten or more
            `out/hop-01.png`, so that they stand in order in any folder; the last is `out/hop.chat.png`.
        pages: Number of pages.
    """
    digits = len(str(pages))
    numbered = (target.with_name(f"{target.stem}-{page:0{digits}}.png") for page in range(1, pages + 1))
    return (*numbered, _for_chat(target))


def _for_chat(target: Path) -> Path:
    return target.with_name(f"{target.stem}.chat.png")


def standing(job: Job) -> Path | None:
    """The file by which it is seen that a bulletin stands there from before; None when it does not."""
    path = job.target if job.format != "png" else _for_chat(job.target)
    return None if is_gone(path) else path


def are_of(target: str, files: Collection[str]) -> bool:
    """Whether these can be the files of a bulletin, all paths seen from the output folder."""
    path = PurePosixPath(target)
    if path.suffix != ".png":
        return set(files) == {target} and path.suffix in {f".{form}" for form in FORMATS}
    own = re.compile(re.escape(str(path.with_suffix(""))) + r"(-\d+|\.chat)\.png")
    return bool(files) and all(map(own.fullmatch, files))


def left_over(target: Path, written: Collection[Path]) -> tuple[Problem, ...]:
    """A note when pictures of more pages lie there from before: sent along, they would be taken for pages of this."""
    own = re.compile(re.escape(target.stem) + r"-\d{1,3}\.png")
    try:
        others = sorted(path.name for path in target.parent.iterdir() if own.fullmatch(path.name))
    except OSError:
        return ()
    old = [name for name in others if target.with_name(name) not in written]
    if not old:
        return ()
    message = say("pictures of an earlier bulletin still lie there: {names}", names=", ".join(old))
    return (Problem(message, target.parent, hint=say("delete them, or they are taken for pages of this one"),
                    id="old-pictures"),)  # fmt: skip

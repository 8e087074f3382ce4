"""A clerk's own layout, read from its folder: its own files and nothing else."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from bulletin.config.layoutfile import read_layout
from bulletin.config.places import LAYOUT_FILE
from bulletin.errors import LayoutError, Problem
from bulletin.layout import Layout
from bulletin.messages import say
from bulletin.vietnamese.secrecy import marked_up_line
from bulletin.vietnamese.text import nfc

TEXTS = (".html", ".css", ".toml", ".svg")
PICTURES = (".png", ".jpg")
NEEDED = (LAYOUT_FILE, "bulletin.html", "print.css")
NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
LARGEST_TEXT, LARGEST_PICTURE, LARGEST_TABLES = 256 * 1024, 8 * 1024 * 1024, 16 * 1024
"""Bytes of one file."""
MOST_FILES = 60
_SVG_ACTS = re.compile(r"<!DOCTYPE|<!ENTITY|<script|<foreignObject|\son\w+\s*=|href\s*=\s*[\"'](?!#)", re.IGNORECASE)


def read_guest(folder: Path) -> Layout:
    """A clerk's own layout.

    Every file is opened once, here; a link, a device or a file that is too large is refused, whatever it is called.

    Raises:
        LayoutError: With everything that is wrong with its files and its `layout.toml`.
    """
    name = nfc(folder.resolve().name)
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    if hint := name_fault(name):
        message = say("a layout cannot be called “{name}”", name=name)
        raise LayoutError(problems=[Problem(message, folder, hint=hint, id="layout-name")])
    for path in _inside(folder, problems):
        own = nfc(path.relative_to(folder).as_posix())
        data = _content(path)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            files[own] = data
    for needed in NEEDED:
        if needed not in files and not any(problem.path == folder / needed for problem in problems):
            hint = say("“bulletin layouts new” makes a folder with all that is needed")
            problems.append(Problem(say("this file is missing"), folder / needed, hint=hint, id="file-missing"))
    if LAYOUT_FILE in files:
        try:
            layout = read_layout(
                name, files[LAYOUT_FILE].decode(), folder / LAYOUT_FILE, folder=folder, files=MappingProxyType(files)
            )
        except LayoutError as error:
            problems += error.problems
    if problems:
        raise LayoutError(problems=problems)
    # Pages for the web have scripts, which a guest may not have.
    return replace(layout, formats=tuple(form for form in layout.formats if form != "html"))


def name_fault(name: str) -> str:
    """What a name of a clerk's own layout should be, if it is not; empty when it is."""
    from bulletin import assets

    # Windows has devices of such names.
    if not NAME.fullmatch(name) or _DEVICE.fullmatch(name):
        return say("small letters without marks, figures and hyphens, beginning with a letter, such as mau-xa")
    return say("a layout of the program has this name; choose another one") if name in assets.layout_names() else ""


def _inside(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files of a folder that may be part of a layout; others, such as notes and hidden ones, are passed by."""
    found = 0
    for here, folders, names in os.walk(folder):
        kept = [name for name in sorted(folders) if not name.startswith(".")]
        links = [Path(here, name) for name in kept if Path(here, name).is_symlink()]
        problems += [_link(path) for path in links]
        folders[:] = [name for name in kept if Path(here, name) not in links]
        for name in sorted(names):
            path = Path(here, name)
            if name.startswith(".") or path.suffix not in TEXTS + PICTURES:
                continue
            found += 1
            if found > MOST_FILES:
                message = say("there are more than {n} files in this folder", n=MOST_FILES)
                problems.append(Problem(message, folder, hint=say("keep only what the layout needs"), id="too-many"))
                return
            yield path


def _link(path: Path) -> Problem:
    hint = say("put a copy of the file itself there")
    return Problem(say("this is a link out of the layout; links are not followed"), path, hint=hint, id="link")


def _content(path: Path) -> bytes | Problem:
    """What a file holds, or why it is refused."""
    most = LARGEST_TEXT if path.suffix in TEXTS else LARGEST_PICTURE
    if path.suffix == ".toml":
        # Reading it takes time by the square of its length.
        most = LARGEST_TABLES
    try:
        if path.is_symlink():
            return _link(path)
        # Between the question and the opening another program may have put a link or a pipe there.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
                         | getattr(os, "O_BINARY", 0))  # fmt: skip
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Problem(say("this is not a file"), path, id="not-a-file")
            data = file.read(most + 1)
    except OSError:
        hint = say("check that you may read it and that no other program holds it")
        return Problem(say("the file cannot be opened"), path, hint=hint, id="unreadable")
    if len(data) > most:
        return Problem(say("the file is larger than {n} KiB", n=most // 1024), path, id="too-large")
    return _text(data, path) if path.suffix in TEXTS else data


def _text(data: bytes, path: Path) -> bytes | Problem:
    """A text in the one form that the engines read."""
    try:
        text = nfc(data.decode("utf-8-sig")).replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Problem(say("this file is not saved as UTF-8"), path, line, hint=say("save it again as UTF-8"),
                       id="not-utf8")  # fmt: skip
    if line := marked_up_line(text):
        # What stands there is not shown.
        message = say("this file is marked as a state secret; it is not read, built, shown or sent")
        return Problem(message, path, line, id="state-secret")
    if path.suffix == ".svg" and (found := _SVG_ACTS.search(text)):
        message = say("“{what}” may not stand in a drawing", what=found[0].strip())
        return Problem(message, path, text[: found.start()].count("\n") + 1, id="drawing")
    return text.encode()

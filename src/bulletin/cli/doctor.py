"""`bulletin doctor`: what is missing on this machine, with the exact cure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from bulletin.cli.speech import SpokenCommand, lang_option, reader, speak_for
from bulletin.messages import N_, say

LEAST_MIB = 200
"""Room on the disk for a bulletin with many photos, and its parts while it is made."""
_LETTERS = "ằẵỗựỹĐ“…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that was looked at."""

    name: str
    fault: str = ""
    """What is wrong with it; empty when nothing is."""
    cure: str = ""
    stops: bool = False
    """Whether no bulletin can be made before it is mended."""


@click.command(cls=SpokenCommand, help=N_("Tell what is missing on this machine, with the exact cure."))
@lang_option
def doctor() -> int:
    """Look at the machine."""
    speak_for([Path()])
    code = 0
    for finding in findings(reader().console):
        mark = "ok" if not finding.fault else "!!" if finding.stops else "! "
        click.echo(f"{mark}  {finding.name}" + (f": {finding.fault}" if finding.fault else ""))
        if finding.cure:
            click.echo(f"    → {finding.cure}")
        code = 6 if finding.stops else code
    click.echo(
        say("no bulletin can be made before what is marked !! is mended") if code else say("bulletins can be made")
    )
    return code


def findings(console: str) -> Iterator[Finding]:
    """Look at everything in turn.

    Args:
        console: Encoding that the console said it takes.
    """
    yield _engine()
    yield from _libraries()
    yield _fonts()
    yield _disk(Path())
    yield _cache()
    yield _console(console)
    yield from _settings(Path())


def _engine() -> Finding:
    from bulletin.errors import ProblemsError
    from bulletin.pipeline import engine_notes

    name = say("engine that sets the pages (WeasyPrint, Pango)")
    try:
        notes = engine_notes()
    except ProblemsError as error:
        problem = error.problems[0]
        return Finding(name=name, fault=problem.message, cure=problem.hint, stops=True)
    except ImportError as error:
        return _not_installed(name, error)
    return Finding(name=name, fault="; ".join(notes))


def _libraries() -> Iterator[Finding]:
    """What is made of wheels: there or not, as pip left it."""
    from importlib import import_module

    for module, name in (
        ("PIL._imaging", say("photos (Pillow)")),
        ("pillow_heif", say("photos of telephones, HEIC (pillow-heif)")),
        ("pypdfium2_raw", say("reading the finished PDF back (pdfium)")),
    ):
        try:
            import_module(module)
        except (ImportError, OSError) as error:
            yield _not_installed(name, error)
        else:
            yield Finding(name=name)


def _not_installed(name: str, error: Exception) -> Finding:
    return Finding(
        name=name, fault=say("cannot be loaded: {cause}", cause=error), stops=True,
        cure=say("install bulletin anew, as its README says"),
    )  # fmt: skip


def _fonts() -> Finding:
    from bulletin import assets

    try:
        lost = assets.fonts_missing()
    except OSError:
        lost = ("fonts.css",)
    return Finding(
        name=say("fonts: {n} files", n=len(assets.font_files())), stops=bool(lost),
        fault=say("missing: {names}", names=", ".join(lost)) if lost else "",
        cure=say("install bulletin anew, as its README says") if lost else "",
    )  # fmt: skip


def _disk(folder: Path) -> Finding:
    import shutil

    free_mib = shutil.disk_usage(folder).free // 2**20
    name = say("disk: {size} free here", size=f"{free_mib // 1024} GB" if free_mib >= 1024 else f"{free_mib} MB")
    if free_mib >= LEAST_MIB:
        return Finding(name=name)
    cure = say("free some space, or choose a folder on another disk with -o")
    return Finding(name=name, fault=say("little room is left"), cure=cure)


def _cache() -> Finding:
    import os
    import tempfile

    from bulletin.cache import Cache

    folder = Cache.default("photos").folder
    if folder is None:
        return Finding(
            name=say("cache for photos"), fault=say("switched off, so photos are prepared anew each time"),
            cure=say("take BULLETIN_CACHE away from the environment, or set it to a folder"),
        )  # fmt: skip
    name = say("cache for photos: {path}", path=folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"0")
            os.fsync(file.fileno())
    except OSError:
        return Finding(
            name=name, fault=say("cannot be written to, so photos are prepared anew each time"),
            cure=say("make the folder writable, or set BULLETIN_CACHE to one that is"),
        )  # fmt: skip
    return Finding(name=name)


def _console(encoding: str) -> Finding:
    import os
    import sys

    name = say("screen: {encoding}", encoding=encoding)
    try:
        _LETTERS.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        if "PYTHONIOENCODING" in os.environ:
            cure = say("take PYTHONIOENCODING away from the environment, or set it to utf-8")
        elif sys.platform == "win32":
            cure = say("type: {command}", command="chcp 65001")
        else:
            cure = say("type: {command}", command="export LC_ALL=C.UTF-8")
        return Finding(name=name, fault=say("cannot show Vietnamese letters; the PDF is not affected"), cure=cure)
    return Finding(name=name)


def _settings(folder: Path) -> Iterator[Finding]:
    """The settings that hold here, if any do."""
    from bulletin.config import find, read_settings
    from bulletin.errors import ConfigError

    path = find(folder)
    if path is None:
        return
    name = say("settings: {path}", path=path)
    try:
        read_settings(path)
    except ConfigError as error:
        problem = error.problems[0]
        yield Finding(name=name, fault=str(replace(problem, path=None)), cure=problem.hint, stops=True)
    else:
        yield Finding(name=name)

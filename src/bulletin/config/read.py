"""From a place on the disk to the settings that hold there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bulletin.config.faults import broken, faults
from bulletin.config.keys import KEYS, TABLES
from bulletin.config.places import find, guest_folder
from bulletin.config.settings import Settings
from bulletin.disk import is_folder
from bulletin.errors import ConfigError, Problem
from bulletin.messages import say
from bulletin.vietnamese.secrecy import holds_mark
from bulletin.vietnamese.text import nfc

LARGEST_FILE = 64 * 1024
"""Bytes of a `bulletin.toml`."""


def settings_for(record: Path) -> Settings:
    """The settings that hold for a record, or for a folder of records.

    Raises:
        ConfigError: With every fault of the file.
    """
    path = find(record if is_folder(record) else record.parent)
    return read_settings(path) if path else Settings()


class Offices:
    """Settings by the folder of their records, each looked at once: for one run, in which files stay as they are."""

    def __init__(self) -> None:
        self._found: dict[Path, Settings | ConfigError] = {}

    def settings_for(self, record: Path) -> Settings:
        """The settings that hold for a record.

        Raises:
            ConfigError: With every fault of the file.
        """
        folder = record.parent
        if folder not in self._found:
            try:
                self._found[folder] = settings_for(record)
            except ConfigError as error:
                self._found[folder] = error
        found = self._found[folder]
        if isinstance(found, ConfigError):
            raise found
        return found


def language_for(records: Iterable[Path]) -> str:
    """The language set for these records, or folders of them; empty when none is, or the settings are faulty."""
    for record in records:
        try:
            if language := settings_for(record).language:
                return language
        except ConfigError:
            continue
    return ""


def read_settings(path: Path) -> Settings:
    """Read a `bulletin.toml`.

    Raises:
        ConfigError: With every fault of the file.
    """
    text = _text(path)
    _refuse_secrets(text, path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([broken(error, path, text)]) from error
    except (RecursionError, ValueError) as error:
        # A number of thousands of figures is no number to Python.
        raise ConfigError([Problem(say("this file cannot be read"), path, id="toml-syntax")]) from error
    flat = dict(_flat(data))
    problems = [problem for name, value in flat.items() for problem in faults(name, value, path, text)]
    if problems:
        raise ConfigError(sorted(problems, key=lambda problem: (problem.line, problem.column)))
    organisation = {name: flat[key] for name in ("parent", "name", "code") if (key := f"organisation.{name}") in flat}
    rest = {name.rsplit(".", 1)[-1]: value for name, value in flat.items() if not name.startswith("organisation.")}
    rest = {name: tuple(value) if isinstance(value, list) else value for name, value in rest.items()}
    if (layout := rest.get("layout")) and (own := guest_folder(layout, path.parent)):
        # Seen from the file, wherever the program was called.
        rest["layout"] = layout if layout in (KEYS["layout"].names or tuple)() else str(own)
    return Settings(path=path, organisation=MappingProxyType(organisation), **rest)


def _refuse_secrets(text: str, path: Path) -> None:
    """Refuse settings that would print a mark of secrecy; what stands there is not shown."""
    for number, row in enumerate(text.split("\n"), 1):
        if any(holds_mark(part) for part in (row, *re.findall(r"[\"']([^\"']*)[\"']", row))):
            message = say("this file is marked as a state secret; it is not read, built, shown or sent")
            raise ConfigError([Problem(message, path, number, id="state-secret")])


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            message = say("the file is larger than 64 KiB, the most that settings may have")
            raise ConfigError(
                [Problem(message, path, hint=say("keep the settings of docs/settings.md"), id="too-large")]
            )
        return nfc(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        hint = say("save it again as UTF-8")
        raise ConfigError(
            [Problem(say("this file is not saved as UTF-8"), path, line, hint=hint, id="not-utf8")]
        ) from error
    except OSError as error:
        hint = say("check that you may read it and that no other program holds it")
        raise ConfigError([Problem(say("the file cannot be opened"), path, hint=hint, id="unreadable")]) from error


def _flat(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Keys with the name of their table before them."""
    for name, value in data.items():
        if isinstance(value, dict) and value:
            yield from ((f"{name}.{part}", entry) for part, entry in value.items())
        elif not (isinstance(value, dict) and name in TABLES):
            yield name, value

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from photos import pictures
from web import site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, which tools/setup installs; where it is missing, the tests fail."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    assert program, "chromium is missing: sh tools/setup .venv tests"
    with sync_playwright() as playwright:
        # The engine has hidden all fonts but our own from this process and its children.
        environment: dict[str, str | float | bool] = {
            name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"
        }
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS), env=environment)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record full of what a page must not obey."""
    folder = tmp_path_factory.mktemp("hostile")
    pictures.scene().save(folder / "a.jpg", "JPEG")
    path = folder / "hop.yaml"
    path.write_text(site.HOSTILE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a table of twelve columns, photos of all shapes, long names and a long address."""
    folder = tmp_path_factory.mktemp("crowded")
    for number, (width, height) in enumerate(site.SHAPES, start=1):
        pictures.scene(width, height).save(folder / f"{number}.jpg", "JPEG", quality=80 + number)
    path = folder / "hop.yaml"
    path.write_text(site.CROWDED, encoding="utf-8")
    return path

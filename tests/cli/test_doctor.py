from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import offices
from bulletin import assets, pipeline
from bulletin.cli.doctor import findings
from bulletin.errors import Problem, RenderError

from .conftest import Bulletin


@pytest.fixture(autouse=True)
def _sound_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "engine_notes", lambda: ())
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)


def amiss(console: str = "utf-8") -> list[tuple[str, str, bool]]:
    """What is wrong, its cure, and whether it stops everything."""
    return [(finding.fault, finding.cure, finding.stops) for finding in findings(console) if finding.fault]


def test_a_sound_machine(bulletin: Bulletin) -> None:
    done = bulletin("doctor")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [line[:4] for line in lines[:-1]] == ["ok  "] * 8
    assert lines[-1] == "bulletins can be made"


def test_a_missing_engine_stops_everything(bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> tuple[str, ...]:
        raise RenderError([Problem("no Pango", hint="sudo apt-get install -y libpango-1.0-0")])

    monkeypatch.setattr(pipeline, "engine_notes", missing)
    done = bulletin("doctor")
    assert done.code == 6
    assert done.out.startswith(
        "!!  engine that sets the pages (WeasyPrint, Pango): no Pango\n    → sudo apt-get install -y libpango-1.0-0\n"
    )
    assert done.out.endswith("no bulletin can be made before what is marked !! is mended\n")


def test_a_slow_engine_stops_nothing(bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "engine_notes", lambda: ("install libharfbuzz-subset0",))
    done = bulletin("doctor")
    assert done.code == 0
    assert done.out.startswith("!   engine that sets the pages (WeasyPrint, Pango): install libharfbuzz-subset0\n")


@pytest.mark.parametrize("module", ["PIL._imaging", "pillow_heif", "pypdfium2_raw"])
def test_a_missing_library_stops_everything(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    ((fault, cure, stops),) = amiss()
    assert module in fault
    assert cure == "install bulletin anew, as its README says"
    assert stops


def test_a_missing_engine_package_stops_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> tuple[str, ...]:
        raise ModuleNotFoundError("No module named 'weasyprint'")

    monkeypatch.setattr(pipeline, "engine_notes", missing)
    ((fault, _, stops),) = amiss()
    assert "weasyprint" in fault
    assert stops


def test_missing_fonts_stop_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "fonts_missing", lambda: ("noto-serif/NotoSerif-Regular.ttf",))
    assert amiss() == [("missing: noto-serif/NotoSerif-Regular.ttf", "install bulletin anew, as its README says", True)]


def test_a_disk_that_is_nearly_full_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(150 * 2**20))
    assert amiss() == [("little room is left", "free some space, or choose a folder on another disk with -o", False)]


def test_a_cache_that_cannot_be_written_to_is_noted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path / "file"))
    ((fault, cure, stops),) = amiss()
    assert "cannot be written to" in fault
    assert "BULLETIN_CACHE" in cure
    assert not stops


def test_a_cache_that_is_switched_off_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", "off")
    ((fault, cure, stops),) = amiss()
    assert "switched off" in fault
    assert "BULLETIN_CACHE" in cure
    assert not stops


@pytest.mark.parametrize(
    ("console", "platform", "variable", "cure"),
    [
        ("ascii", "linux", "", "export LC_ALL=C.UTF-8"),
        ("iso8859-1", "darwin", "", "export LC_ALL=C.UTF-8"),
        ("cp1252", "win32", "", "chcp 65001"),
        ("cp1258", "win32", "", "chcp 65001"),
        ("no-such-code", "linux", "", "export LC_ALL=C.UTF-8"),
        ("ascii", "linux", "ascii", "PYTHONIOENCODING"),
    ],
)
def test_a_screen_that_cannot_show_vietnamese_is_noted(
    monkeypatch: pytest.MonkeyPatch, console: str, platform: str, variable: str, cure: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    if variable:
        monkeypatch.setenv("PYTHONIOENCODING", variable)
    ((fault, told, stops),) = amiss(console)
    assert "cannot show Vietnamese letters" in fault
    assert cure in told
    assert not stops


def test_faulty_settings_stop_everything_here(tmp_path: Path) -> None:
    offices.settings(tmp_path, "layout = 5\n")
    ((fault, cure, stops),) = amiss()
    assert fault == "1:1: “layout” must be one line of text in straight quotes"
    assert cure == 'write for example: layout = "news"'
    assert stops


def hidden(tmp_path: Path, library: str) -> Any:
    """The program on a machine where a library is there, but empty."""
    (tmp_path / library).write_bytes(b"")
    code = "from bulletin.cli import main; main(['--lang', 'en', 'doctor'])"
    return subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"LD_LIBRARY_PATH": str(tmp_path)}, check=False,
        capture_output=True, text=True, encoding="utf-8", cwd=tmp_path,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are hidden otherwise elsewhere")
@pytest.mark.parametrize(
    ("library", "package", "code"),
    [("libpango-1.0.so.0", "libpango-1.0-0", 6), ("libharfbuzz-subset.so.0", "libharfbuzz-subset0", 0)],
)
def test_a_library_that_is_really_missing_is_told_with_the_exact_cure(
    tmp_path: Path, library: str, package: str, code: int
) -> None:
    done = hidden(tmp_path, library)
    assert done.returncode == code, done.stderr
    assert done.stdout.startswith("!")
    assert "sudo apt-get install -y " in done.stdout
    assert package in done.stdout

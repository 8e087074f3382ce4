"""The wheel is whole: installed by itself, far from the checkout, it starts a record and builds it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


def run(*command: str | Path, folder: Path) -> str:
    """What a command prints; fails with all that it said."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BULLETIN"))}
    done = subprocess.run(
        [*map(str, command)], cwd=folder, env=environment | {"PYTHONUTF8": "1"},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has the wheel, and the libraries of this one."""
    home = tmp_path_factory.mktemp("elsewhere") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", home, folder=home.parent)
    python = home / "bin" / "python"
    (packages,) = home.glob("lib/python*/site-packages")
    # A line of a .pth file makes the libraries seen, but not the .pth file there that leads to the checkout.
    (packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, folder=home.parent)
    return python.parent


def test_the_wheel_carries_all_that_a_build_reads(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"bulletin/{path.relative_to(base).as_posix()}"
        for base, folder in [(ROOT, "layouts"), (ROOT, "fonts"), (ROOT / "src/bulletin", ".")]
        for path in (base / folder).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert wanted - held == set()
    assert {
        "bulletin/py.typed",
        "bulletin/vietnamese/glossary.tsv",
        "bulletin/locale/vi/LC_MESSAGES/bulletin.mo",
    } <= held
    assert {"bulletin/layouts/news/layout.toml", "bulletin/fonts/fonts.css"} <= held


def test_the_wheel_carries_the_licences(wheel: Path) -> None:
    held = zipfile.ZipFile(wheel).namelist()
    families = [path.parent.name for path in ROOT.glob("fonts/*/*.ttf")]
    assert len([name for name in held if name.endswith(".dist-info/licenses/LICENSE")]) == 1
    for family in families:
        assert f"bulletin/fonts/{family}/OFL.txt" in held


def test_nothing_of_the_checkout_but_the_package_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"bulletin"}


def test_the_installed_program_is_not_the_checkout(programs: Path, tmp_path: Path) -> None:
    place = run(programs / "python", "-c", "import bulletin; print(bulletin.__file__)", folder=tmp_path)
    assert Path(place.strip()).is_relative_to(programs.parent)


def test_the_installed_program_starts_a_record_and_builds_it(programs: Path, tmp_path: Path) -> None:
    run(programs / "bulletin", "new", "hoi-nghi.yaml", folder=tmp_path)
    assert (tmp_path / "hoi-nghi.yaml").is_file()
    run(programs / "bulletin", "build", "hoi-nghi.yaml", folder=tmp_path)
    assert (tmp_path / "out" / "hoi-nghi.pdf").read_bytes().startswith(b"%PDF-")


def test_the_installed_program_speaks_vietnamese(programs: Path, tmp_path: Path) -> None:
    assert "Cách dùng:" in run(programs / "bulletin", "--lang", "vi", "--help", folder=tmp_path)

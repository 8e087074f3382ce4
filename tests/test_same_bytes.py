from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RECORD = "hoi-nghi-vien-chuc.yaml"
DRAFT = "tap-huan-day-hoc-so.yaml"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("same-bytes")]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder / "examples"


def digest(record: Path, out: Path, *arguments: str | Path, **environment: str) -> str:
    """Build a record in a process of its own; the check sum of what came out."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ", "PYTHON"))}
    own = plain | {"BULLETIN_CACHE": "off", "PYTHONPATH": str(ROOT / "src")} | environment
    code = "from bulletin.cli import main; main()"
    command = [sys.executable, "-c", code, "build", record, "-e", "standard", "-o", out, *arguments]
    done = subprocess.run([*map(str, command)], env=own, cwd=out.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return hashlib.sha256((out / f"{record.stem}.pdf").read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def first(office: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return digest(office / RECORD, tmp_path_factory.mktemp("first") / "out")


def test_in_another_folder_zone_locale_and_with_another_hash_seed(first: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "Hồ sơ 2026")
    record = tmp_path / "Hồ sơ 2026" / RECORD
    os.utime(record, (1_000_000_000, 1_000_000_000))
    around = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}
    assert digest(record, tmp_path / "out", **around) == first


def test_with_a_cache_that_is_empty_and_one_that_is_filled(first: str, office: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert digest(office / RECORD, tmp_path / name, BULLETIN_CACHE=str(tmp_path / "cache")) == first


def test_after_other_records_in_one_run(first: str, office: Path, tmp_path: Path) -> None:
    assert digest(office / RECORD, tmp_path / "out", office / "tin-ngan.yaml", office / DRAFT) == first


def test_an_approved_record_is_the_same_on_any_day(first: str, office: Path, tmp_path: Path) -> None:
    assert digest(office / RECORD, tmp_path / "out", "--date", "01/02/2031") == first


def test_a_draft_differs_by_its_day_alone(office: Path, tmp_path: Path) -> None:
    days = [digest(office / DRAFT, tmp_path / str(n), "--date", day) for n, day in enumerate(("01/02/2031",) * 2)]
    other = digest(office / DRAFT, tmp_path / "other", "--date", "02/02/2031")
    assert days[0] == days[1]
    assert other != days[0]

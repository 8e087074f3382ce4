"""Runs killed at random moments, and two runs at once: nothing half, no wrong manifest, the next run completes.

`BULLETIN_KILLS=50 pytest tests/batch/test_kills.py` kills so many times.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

import offices
from bulletin.batch.receipts import Receipts

KILLS = int(os.environ.get("BULLETIN_KILLS", "2"))
RECORDS = 6
STOP_S = 20
"""Ctrl-C is to stop it in two seconds, and does in a tenth of one; a machine with much else to do may take longer."""
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("kills")]


class Office:
    """A folder of records, and the program at work on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        for number in range(RECORDS):
            offices.record(folder, f"{number}.yaml", offices.APPROVED, month=number + 1)

    def start(self, *options: str) -> subprocess.Popen[str]:
        code = f"import sys; sys.path[:] = {sys.path!r}; from bulletin.cli import main; main()"
        # A session of its own, as a terminal gives it: Ctrl-C reaches none but these.
        return subprocess.Popen(
            [sys.executable, "-c", code, "build", ".", "-e", "standard", "-j", "2", "--lang", "en", *options],
            cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def complete(self, *options: str) -> str:
        """Run to the end; what is told."""
        with self.start(*options) as program:
            out, err = program.communicate()
        assert program.returncode == 0, err
        return out + err

    @property
    def pdfs(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.out.glob("*.pdf")}

    def parts(self) -> list[Path]:
        return list(self.out.glob("*.part"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def wanted(office: Office) -> dict[str, bytes]:
    """What must come out, whatever happens."""
    office.complete()
    assert len(office.pdfs) == RECORDS
    return office.pdfs


def workers_of(program: subprocess.Popen[str]) -> list[psutil.Process]:
    try:
        return psutil.Process(program.pid).children()
    except psutil.NoSuchProcess:
        return []


def ended(processes: list[psutil.Process]) -> bool:
    """Whether all of them end, in the end."""
    return not psutil.wait_procs(processes, timeout=60)[1]


def nothing_is_half(office: Office, wanted: dict[str, bytes]) -> None:
    """Every output is one that a whole run makes, and no receipt tells of another."""
    for name, data in office.pdfs.items():
        assert data == wanted[name], name
    for receipt in Receipts(office.out):
        for seen, _, _, digest in receipt.files:
            assert hashlib.sha256(wanted[seen]).hexdigest() == digest


def moments() -> list[tuple[int, float]]:
    chance = random.Random(20261128)
    return [(number, chance.uniform(0.1, 3.0)) for number in range(KILLS)]


@pytest.mark.parametrize(("number", "moment"), moments())
def test_the_program_is_killed(office: Office, wanted: dict[str, bytes], number: int, moment: float) -> None:
    with office.start("--force") as program:
        time.sleep(moment)
        workers = workers_of(program)
        program.kill()
    assert ended(workers)
    nothing_is_half(office, wanted)
    office.complete()
    assert office.pdfs == wanted
    assert office.parts() == []


@pytest.mark.parametrize(("number", "moment"), moments())
def test_a_worker_is_killed(office: Office, wanted: dict[str, bytes], number: int, moment: float) -> None:
    with office.start("--force") as program:
        time.sleep(moment)
        while not (workers := workers_of(program)) and program.poll() is None:
            time.sleep(0.02)
        if workers:
            workers[number % len(workers)].kill()
        _, err = program.communicate()
    # What its worker was killed over is tried again.
    assert program.returncode == 0, err
    assert office.pdfs == wanted
    nothing_is_half(office, wanted)


@pytest.mark.parametrize(
    ("moment", "how"),
    [(0.3, signal.SIGINT), (1.5, signal.SIGINT), (2.5, signal.SIGINT), (2.0, signal.SIGTERM), (2.2, signal.SIGHUP)],
)
def test_ctrl_c_ends_it_and_the_next_run_goes_on(
    office: Office, wanted: dict[str, bytes], moment: float, how: signal.Signals
) -> None:
    with office.start("--force") as program:
        time.sleep(moment)
        workers = workers_of(program)
        os.killpg(program.pid, how)
        _, err = program.communicate(timeout=STOP_S)
    # It may have been done before, or not even have begun to listen.
    assert program.returncode in (130, 0, -how), err
    assert "Traceback" not in err or moment < 1
    assert ended(workers)
    nothing_is_half(office, wanted)
    assert office.parts() == []
    office.complete()
    assert office.pdfs == wanted


def test_two_runs_into_one_folder_do_no_damage(office: Office, wanted: dict[str, bytes]) -> None:
    with office.start("--force") as one, office.start("--force") as two:
        for program in (one, two):
            _, err = program.communicate()
            assert program.returncode == 0, err
    assert office.pdfs == wanted
    nothing_is_half(office, wanted)
    assert f"{RECORDS}       0" in office.complete()

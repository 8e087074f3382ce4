"""The command as a clerk starts it: a process of its own, ended by Ctrl-C."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import guests
import offices

from .conftest import Bulletin

LONG_S = 90
PROGRAM = "from bulletin.cli import main; main()"


class Running:
    """A watch in a process of its own."""

    def __init__(self, *arguments: str | Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "watch", *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True,
        )  # fmt: skip
        self.err = ""
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._out), threading.Thread(target=self._errors)]
        for thread in self._threads:
            thread.start()

    def _out(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def _errors(self) -> None:
        assert self.process.stderr is not None
        self.err += self.process.stderr.read()

    def line(self) -> str:
        return self._lines.get(timeout=LONG_S)

    def until(self, event: str) -> dict[str, Any]:
        """The next event of a kind."""
        while True:
            found: dict[str, Any] = json.loads(self.line())
            if found["event"] == event:
                return found

    def children(self) -> list[int]:
        found = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(word) for word in found.stdout.split()]

    def stop(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(LONG_S)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for thread in self._threads:
            thread.join()
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()


@pytest.fixture
def watch() -> Iterator[Callable[..., Running]]:
    running: list[Running] = []

    def start(*arguments: str | Path) -> Running:
        running.append(Running(*arguments))
        return running[-1]

    yield start
    for one in running:
        one.close()


Start = Callable[..., Running]


def put(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def ended(process: int) -> bool:
    """Whether a process is gone, or waits only for whoever started it to see so."""
    deadline = time.monotonic() + LONG_S
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_what_is_not_there_is_refused(bulletin: Bulletin) -> None:
    done = bulletin("watch", "nowhere")
    assert done.code == 4
    assert "nowhere: there is no such file" in done.err


def test_what_makes_no_sense_is_no_option(bulletin: Bulletin) -> None:
    shown = bulletin("watch", "--help").out
    assert [option for option in ("--force", "--explain", "--cluster") if option in shown] == []
    assert "--edition" in shown


@pytest.mark.slow
def test_a_saved_record_is_made_anew_until_ctrl_c(tmp_path: Path, watch: Start) -> None:
    record = offices.record(tmp_path / "office")
    running = watch("office", "-j", "2")
    first = re.fullmatch(r"\d\d:\d\d:\d\d out/hop.pdf: 1 page, \d+ kB, [\d.]+ s\n", running.line())
    assert first
    put(record, record.read_text(encoding="utf-8").replace("bê tông", "nhựa"))
    assert "out/hop.pdf: 1 page" in running.line()
    workers = running.children()
    assert len(workers) == 2
    assert running.stop() == 130
    assert [process for process in workers if not ended(process)] == []
    running.close()
    assert running.err.strip() == "stopped; files that were done are kept"
    assert [path.name for path in (tmp_path / "out").iterdir() if path.suffix == ".part"] == []


@pytest.mark.slow
def test_programs_are_told_what_happens(tmp_path: Path, watch: Start) -> None:
    record = offices.record(tmp_path / "office")
    running = watch("office", "-f", "json")
    assert running.until("begin")["stale"] == 1
    assert running.until("built")["files"] == ["out/hop.pdf"]
    assert running.until("end")["exit_code"] == 0
    running.until("waiting")
    put(record, offices.FAULTY)
    failed = running.until("failed")
    assert (failed["exit_code"], len(failed["problems"])) == (4, 3)
    running.until("waiting")
    record.unlink()
    assert running.until("orphan")["file"] == "out/hop.pdf"
    running.until("waiting")
    assert running.stop() == 130


@pytest.mark.slow
def test_workers_see_a_changed_layout(tmp_path: Path, watch: Start) -> None:
    offices.record(tmp_path / "office")
    offices.settings(tmp_path, 'layout = "mau-xa"\n')
    layout = guests.folder(tmp_path / "layouts")
    running = watch("office", "-f", "json")
    running.until("built")
    running.until("waiting")
    before = (tmp_path / "out" / "hop.mau-xa.pdf").read_bytes()
    for size in ("22mm", "25mm"):
        put(layout / "print.css", guests.CSS.replace("20mm", size))
        running.until("built")
        now = (tmp_path / "out" / "hop.mau-xa.pdf").read_bytes()
        assert now != before
        before = now
    page = (layout / "bulletin.html").read_text(encoding="utf-8")
    put(layout / "bulletin.html", page.replace("<main>", "<main>{{ nothing_of_this_name }}"))
    assert running.until("failed")["exit_code"] == 5
    put(layout / "bulletin.html", page.replace("<h1", "<hr><h1"))
    running.until("built")


@pytest.mark.slow
def test_ctrl_c_ends_it_in_the_middle_of_the_work(tmp_path: Path, watch: Start) -> None:
    for number in range(30):
        offices.record(tmp_path / "office", f"r{number}.yaml")
    running = watch("office", "-f", "json", "-e", "standard", "-e", "giant-print")
    running.until("built")
    workers = running.children()
    assert running.stop() == 130
    assert [process for process in workers if not ended(process)] == []
    again = watch("office", "-f", "json", "-e", "standard", "-e", "giant-print")
    assert 0 < again.until("begin")["stale"] < 60


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="others have another program that opens files")
def test_a_changed_bulletin_is_shown_once(tmp_path: Path, watch: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    viewer = tmp_path / "bin" / "xdg-open"
    viewer.parent.mkdir()
    viewer.write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/shown"\n')
    viewer.chmod(0o755)
    monkeypatch.setenv("PATH", f"{viewer.parent}:{os.environ['PATH']}")
    records = [offices.record(tmp_path / "office", f"{name}.yaml") for name in "ab"]
    running = watch("office", "--open", "-f", "json", "-f", "pdf")
    running.until("waiting")
    for word in ("gạch", "nhựa", "đá"):
        put(records[1], offices.DRAFT.format(month=9).replace("bê tông", word))
        running.until("waiting")
    put(records[0], offices.DRAFT.format(month=9).replace("bê tông", "gạch"))
    running.until("waiting")
    deadline = time.monotonic() + LONG_S
    wanted = [str(tmp_path / "out" / f"{name}.pdf") for name in "ba"]
    while (shown := (tmp_path / "shown").read_text().split() if (tmp_path / "shown").exists() else []) != wanted:
        assert time.monotonic() < deadline, shown
        time.sleep(0.1)


@pytest.mark.slow
def test_on_a_terminal_a_line_tells_that_it_waits(tmp_path: Path) -> None:
    import pty

    record = offices.record(tmp_path / "office")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "watch", "office"], stdin=theirs, stdout=theirs, stderr=theirs,
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    # A letter may come in two pieces.
    told = b""
    try:
        while b"waiting until" not in told:
            told += os.read(ours, 4096)
        put(record, offices.FAULTY)
        while told.count(b"waiting until") < 2:
            told += os.read(ours, 4096)
        process.send_signal(signal.SIGINT)
        with contextlib.suppress(OSError):
            while more := os.read(ours, 4096):
                told += more
        assert process.wait(LONG_S) == 130
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    shown = told.decode()
    lines = re.sub(r"[^\n]*\r\x1b\[K", "", shown).splitlines()
    assert re.fullmatch(r"\d\d:\d\d:\d\d out/hop.pdf: .*", lines[0])
    assert "office/hop.yaml: not made" in shown
    assert not any("waiting until" in line for line in lines)

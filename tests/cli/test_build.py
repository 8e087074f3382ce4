from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest

import offices
from bulletin import assets
from bulletin.batch import work
from bulletin.errors import LayoutError, OutputError, Problem
from bulletin.pipeline import Bulletin as Made

from .conftest import Bulletin

DAY = dt.date(2026, 1, 5)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Bulletins are made of nothing; what was asked for is kept."""
    asked: list[dict[str, Any]] = []

    def build(record: Any, edition: Any, **more: Any) -> Made:
        asked.append({**more, "edition": edition, "title": record.title})
        return Made(title=record.title, pdf=b"%PDF" * 1000, pages=len(asked), date=DAY)

    monkeypatch.setattr(work, "build", build)
    return asked


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("[!.]*") if path.is_file())


def test_a_record_becomes_a_pdf(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, "họp tháng 9.yaml")
    done = bulletin("build", "họp tháng 9.yaml", "-o", "bản tin")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{Path('bản tin', 'họp tháng 9.pdf')}: 1 page, ")
    assert (tmp_path / "bản tin" / "họp tháng 9.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert files(tmp_path / "bản tin") == ["họp tháng 9.pdf"]


def test_a_line_for_each_file_with_pages_size_and_time(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]]
) -> None:
    offices.record(tmp_path)
    done = bulletin("build", "hop.yaml", "-e", "standard", "-e", "giant-print", "--zoom", "150%")
    assert done.out.splitlines() == [
        f"{Path('out/hop.150.pdf')}: 1 page, 4 kB, 0.0 s",
        f"{Path('out/hop.giant-print.150.pdf')}: 2 pages, 4 kB, 0.0 s",
    ]
    assert files(tmp_path / "out") == ["hop.150.pdf", "hop.giant-print.150.pdf"]


def test_notes_are_printed_and_stop_nothing(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    note = Problem("doubled word", Path("hop.yaml"), 6, 3, "leave one out", "doubled-word", "Chi bộ bộ nghe")
    monkeypatch.setattr(work, "warnings", lambda *_: (note,))
    offices.record(tmp_path)
    done = bulletin("build", "hop.yaml", "-e", "standard", "-e", "large-print")
    assert done.code == 0
    assert done.err == (
        "hop.yaml:6:3: note: doubled word [doubled-word]\n    Chi bộ bộ nghe\n      ^\n    → leave one out\n"
    )
    assert [line.rpartition(", ")[2] for line in done.out.splitlines()] == ["1 note", "0.0 s"]


def test_one_bad_record_does_not_stop_the_rest_and_gives_the_exit_code(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]]
) -> None:
    offices.record(tmp_path / "r", "a.yaml")
    offices.record(tmp_path / "r", "b.yaml", offices.FAULTY)
    offices.settings(tmp_path / "s", "masthead = 5\n")
    offices.record(tmp_path / "s", "c.yaml")
    done = bulletin("build", "none.yaml", "s", "r", "-e", "standard", "-e", "large-print")
    assert done.code == 4
    assert "none.yaml: there is no such file" in done.err
    assert done.err.count("must be one line of text") == 1
    assert done.err.count("b.yaml:2:7:") == 1
    assert [line.partition(": ")[::2] for line in done.out.splitlines()][:2] == [
        ("none.yaml", "not made"), (str(Path("s/c.yaml")), "not made"),
    ]  # fmt: skip
    assert files(tmp_path / "out") == ["a.large-print.pdf", "a.pdf"]
    assert bulletin("build", "s", "none.yaml").code == 3


def test_an_edition_that_fails_alone_is_named(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(record: Any, edition: Any, **_: Any) -> Made:
        if edition.large_print:
            raise LayoutError("no room", hint="make room")
        return Made(title="", pdf=b"x", pages=1, date=DAY)

    monkeypatch.setattr(work, "build", build)
    offices.record(tmp_path)
    done = bulletin("build", "hop.yaml", "-e", "standard", "-e", "large-print")
    assert done.code == 5
    assert done.err == "error: no room\n    → make room\n"
    assert done.out.splitlines()[1] == "hop.yaml (large-print): not made"


def test_a_layout_that_fails_alone_is_named(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(record: Any, edition: Any, **more: Any) -> Made:
        if more["layout"].name == "poster":
            raise LayoutError("no room", hint="make room")
        return Made(title="", pdf=b"x", pages=1, date=DAY)

    monkeypatch.setattr(work, "build", build)
    offices.record(tmp_path)
    done = bulletin("build", "hop.yaml", "-l", "news", "-l", "poster", "-e", "large-print")
    assert done.out.splitlines()[1] == "hop.yaml (poster, large-print): not made"


def test_a_fault_of_the_machine_is_told_once(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*_: Any, **__: Any) -> Made:
        raise OutputError("the engine is gone")

    monkeypatch.setattr(work, "build", build)
    offices.record(tmp_path, "a.yaml")
    offices.record(tmp_path, "b.yaml")
    done = bulletin("build", ".", "-e", "standard", "-e", "large-print")
    assert done.err == "error: the engine is gone\n"
    assert len(done.out.splitlines()) == 4


def test_a_slow_engine_is_told_once_bulletins_were_made(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "engine_notes", lambda: ("it is slow",))
    offices.record(tmp_path)
    assert bulletin("build", "hop.yaml").err == "note: it is slow\n"
    assert "it is slow" not in bulletin("build", "none.yaml").err


def test_the_options_reach_the_line(bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]]) -> None:
    offices.record(tmp_path, text=offices.APPROVED)
    done = bulletin(
        "build", "hop.yaml", "--final", "--embed-record", "--date", "5/1/2026", "-l", "news", "--zoom", "128"
    )
    assert done.code == 0
    (asked,) = seen
    assert (asked["embed_record"], asked["layout"].name, asked["printed_on"]) == (True, "news", DAY)
    assert asked["edition"].large_print


def test_the_stamp_bears_today_when_no_date_is_given(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]]
) -> None:
    offices.record(tmp_path)
    before = dt.datetime.now().astimezone().date()
    assert bulletin("build", "hop.yaml").code == 0
    assert before <= seen[0]["printed_on"] <= dt.datetime.now().astimezone().date()


def test_a_draft_is_refused_as_final_with_place_and_cure(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]]
) -> None:
    offices.record(tmp_path, text=offices.DRAFT + "trạng thái: nháp\n")
    done = bulletin("build", "--final", "hop.yaml")
    assert (done.code, seen) == (4, [])
    assert done.err.startswith("hop.yaml:8:13: this record is not approved; --final makes approved bulletins only\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("typed", ["99", "301", "1,4", "150.5", "-150", "abc", "", "1" * 5000])
def test_a_zoom_that_does_not_do_is_wrong_usage(bulletin: Bulletin, typed: str) -> None:
    done = bulletin("build", "hop.yaml", f"--zoom={typed}")
    assert done.code == 2
    assert f"“{typed}” does not do; a whole number from 100 to 300 is wanted, such as 140" in done.err


@pytest.mark.parametrize("typed", ["31/2/2026", "2026-13-01", "1/2", "today", "26-27/9/2025"])
def test_a_date_that_is_none_is_wrong_usage(bulletin: Bulletin, typed: str) -> None:
    done = bulletin("build", "hop.yaml", "--date", typed)
    assert done.code == 2
    assert f"“{typed}” is not a date; day first, such as 29/12/2023" in done.err


@pytest.mark.parametrize(
    ("name", "cure"), [("nwes", "did you mean “news”?"), ("menu", f"known layouts: {', '.join(assets.layout_names())}")]
)
def test_an_unknown_layout_is_told_once_with_the_known_ones(
    bulletin: Bulletin, tmp_path: Path, name: str, cure: str
) -> None:
    offices.record(tmp_path, "a.yaml")
    offices.record(tmp_path, "b.yaml")
    done = bulletin("build", ".", "-l", name)
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith(f"error: there is no layout “{name}”\n    → {cure}")
    assert done.err.count("\n") == 2


def test_a_file_where_the_folder_should_be_is_told_before_the_work(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]]
) -> None:
    offices.record(tmp_path)
    (tmp_path / "out").write_bytes(b"mine")
    done = bulletin("build", "hop.yaml")
    assert (done.code, done.out, seen) == (7, "", [])
    assert "cannot write out: a file stands where a folder should be" in done.err
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_a_name_that_windows_refuses_is_changed(bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]]) -> None:
    offices.record(tmp_path, "aux.yaml")
    offices.record(tmp_path, "8:30 họp.yaml")
    assert bulletin("build", ".").code == 0
    assert files(tmp_path / "out") == ["8-30 họp.pdf", "aux_.pdf"]


def test_what_was_done_is_told_when_the_clerk_stops_the_program(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(record: Any, *_: Any, **__: Any) -> Made:
        if "tháng 8" in record.title:
            raise KeyboardInterrupt
        return Made(title="", pdf=b"x", pages=1, date=DAY)

    monkeypatch.setattr(work, "build", build)
    for month in (7, 8, 9):
        offices.record(tmp_path, f"{month}.yaml", month=month)
    done = bulletin("build", ".")
    assert done.code == 130
    assert done.out == f"{Path('out/7.pdf')}: 1 page, 1 kB, 0.0 s\n"
    assert "stopped; files that were done are kept" in done.err
    assert files(tmp_path / "out") == ["7.pdf"]


def test_a_bar_of_progress_on_a_terminal_alone(
    bulletin: Bulletin, tmp_path: Path, seen: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    offices.record(tmp_path, "a.yaml")
    offices.record(tmp_path, "b.yaml")
    assert bulletin("build", ".").err == ""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    shown = bulletin("build", ".", "--force").err
    assert "building" in shown
    assert "100%" in shown
    assert "building" not in bulletin("build", "a.yaml", "--force").err

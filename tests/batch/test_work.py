from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import offices
from bulletin import pipeline
from bulletin.batch import Found, Options, Order, build_many, examined, jobs, many, work
from bulletin.errors import OutputError, Problem, ProblemsError, RecordError, RenderError
from bulletin.pipeline import Bulletin, Dossier

DAY = dt.date(2026, 1, 5)


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Bulletins are made of nothing, and only their paths are kept."""

    def build(record: Any, edition: Any, **_: Any) -> Bulletin:
        return Bulletin(title=record.title, pdf=edition.name.encode(), pages=2, date=DAY)

    monkeypatch.setattr(work, "build", build)
    written: list[Path] = []
    monkeypatch.setattr(many, "save_together", lambda files: written.extend(files))
    return written


def done(saved: list[Path], records: list[Path], **wanted: Any) -> list[Any]:
    return list(build_many(todo(records, **wanted)))


def todo(records: list[Path], *, final: bool = False, embed_record: bool = False, pages: int = 0, **wanted: Any) -> Any:
    options = Options(printed_on=DAY, final=final, embed_record=embed_record, pages=pages)
    return jobs([Found(record) for record in records], Order(options=options, **wanted), Path("out"))


def problem(outcome: Any) -> Problem:
    assert isinstance(outcome.error, ProblemsError)
    assert len(outcome.error.problems) == 1
    return outcome.error.problems[0]


def test_every_edition_of_every_record_is_made_and_saved(tmp_path: Path, saved: list[Path]) -> None:
    records = [offices.record(tmp_path, "a.yaml"), offices.record(tmp_path, "b.yaml")]
    outcomes = done(saved, records, editions=("standard", "large-print"))
    assert [path.name for path in saved] == ["a.pdf", "a.large-print.pdf", "b.pdf", "b.large-print.pdf"]
    assert [(outcome.pages, outcome.size, outcome.error) for outcome in outcomes] == [
        (2, 8, None), (2, 11, None), (2, 8, None), (2, 11, None),
    ]  # fmt: skip


def test_a_record_is_read_once_and_its_notes_are_told_once(
    tmp_path: Path, saved: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    note = Problem("note", id="a-note")

    def open_record(path: Path, *args: Any) -> Dossier:
        opened.append(path)
        return pipeline.open_record(path, *args)

    monkeypatch.setattr(work, "open_record", open_record)
    monkeypatch.setattr(work, "warnings", lambda *_: (note,))
    record = offices.record(tmp_path)
    outcomes = done(saved, [record], editions=("standard", "large-print"))
    assert opened == [record]
    assert [outcome.notes for outcome in outcomes] == [(note,), ()]


def test_one_bad_record_does_not_stop_the_rest(tmp_path: Path, saved: list[Path]) -> None:
    bad = offices.record(tmp_path, "bad.yaml", offices.FAULTY)
    good = offices.record(tmp_path, "good.yaml")
    outcomes = done(saved, [tmp_path / "none.yaml", bad, good], editions=("standard",))
    assert [type(outcome.error) for outcome in outcomes] == [RecordError, RecordError, type(None)]
    assert saved == [Path("out/good.pdf")]


def test_a_fault_of_the_program_does_not_stop_the_rest(
    tmp_path: Path, saved: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    build = vars(work)["build"]

    def sometimes(record: Any, edition: Any, **more: Any) -> Bulletin:
        if edition.name == "standard":
            raise KeyError
        made: Bulletin = build(record, edition, **more)
        return made

    monkeypatch.setattr(work, "build", sometimes)
    outcomes = done(saved, [offices.record(tmp_path)], editions=("standard", "large-print"))
    assert isinstance(outcomes[0].error, KeyError)
    assert [path.name for path in saved] == ["hop.large-print.pdf"]


def test_a_folder_without_records_is_told(tmp_path: Path, saved: list[Path]) -> None:
    (outcome,) = done(saved, [tmp_path])
    assert str(problem(outcome)) == f"{tmp_path}: there is no record in this folder"
    assert problem(outcome).hint == "records end in .yaml"


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refused)
    found = examined(tmp_path)
    assert str(found.error) == f"{tmp_path}: the folder cannot be opened"


def test_two_records_of_one_name_do_not_overwrite_each_other(tmp_path: Path, saved: list[Path]) -> None:
    one, two = offices.record(tmp_path / "one", "Họp.yaml"), offices.record(tmp_path / "two", "họp.yaml")
    first, second = done(saved, [one, two], editions=("standard",))
    assert first.error is None
    assert isinstance(second.error, OutputError)
    assert second.error.message == f"{Path('out/họp.pdf')} is already the bulletin of {one}"
    assert saved == [Path("out/Họp.pdf")]


def test_a_draft_is_refused_when_only_approved_records_are_wanted(tmp_path: Path, saved: list[Path]) -> None:
    text = offices.DRAFT + "trạng thái: nháp\n"
    draft = offices.record(tmp_path, "draft.yaml", text)
    approved = offices.record(tmp_path, "approved.yaml", offices.APPROVED)
    refused, made = done(saved, [draft, approved], editions=("standard",), final=True)
    found = problem(refused)
    assert (found.id, found.line, found.source) == ("not-approved", 8, "trạng thái: nháp")
    assert "trạng thái: duyệt" in found.hint
    assert made.error is None
    assert saved == [Path("out/approved.pdf")]


def test_a_file_that_cannot_be_written_is_told_and_the_rest_is_made(
    tmp_path: Path, saved: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def save(files: Any) -> None:
        if Path("out/hop.pdf") in files:
            raise OutputError("full")
        saved.extend(files)

    monkeypatch.setattr(many, "save_together", save)
    first, second = done(saved, [offices.record(tmp_path)], editions=("standard", "large-print"))
    assert isinstance(first.error, OutputError)
    assert second.error is None
    assert saved == [Path("out/hop.large-print.pdf")]


def test_what_takes_too_long_is_told_with_its_record(
    tmp_path: Path, saved: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    offices.settings(tmp_path, "[limits]\nseconds = 1\n")
    record = offices.record(tmp_path)

    def build(*_: Any, **__: Any) -> Bulletin:
        while True:
            pass

    monkeypatch.setattr(work, "build", build)
    (outcome,) = done(saved, [record], editions=("standard",))
    assert isinstance(outcome.error, RenderError)
    assert str(problem(outcome)) == f"{record}: making this bulletin took more than 1 seconds"
    assert saved == []


def test_the_orders_reach_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def build(record: Any, edition: Any, **more: Any) -> Bulletin:
        seen.update(more, zoom=edition.zoom)
        return Bulletin(title="", pdf=b"", pages=1, date=DAY)

    monkeypatch.setattr(work, "build", build)
    monkeypatch.setattr(many, "save_together", lambda _: None)
    wanted = todo(
        [offices.record(tmp_path)], editions=("standard",), zoom=150, layouts=("news",), pages=3, embed_record=True
    )
    assert [outcome.error for outcome in build_many(wanted)] == [None]
    assert (seen["layout"].name, seen["embed_record"], seen["printed_on"], seen["zoom"]) == ("news", True, DAY, 150)
    assert (seen["paper"], seen["landscape"], seen["pages"]) == ("", False, 3)


def test_notes_follow_the_sizes_at_which_photos_are_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Bulletin(title="", pdf=b"", pages=1, date=DAY, photo_widths_mm={"a.jpg": 50.0})
    seen: list[Any] = []

    def warnings(dossier: Dossier, bulletin: Bulletin | None) -> tuple[Problem, ...]:
        seen.append(bulletin)
        return ()

    monkeypatch.setattr(work, "build", lambda *_, **__: made)
    monkeypatch.setattr(work, "warnings", warnings)
    monkeypatch.setattr(many, "save_together", lambda _: None)
    list(build_many(todo([offices.record(tmp_path)], editions=("standard",))))
    examined(tmp_path / "hop.yaml")
    assert seen == [made, None]


def test_checking_tells_faults_and_notes_without_raising(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = offices.record(tmp_path), offices.record(tmp_path, "bad.yaml", offices.FAULTY)
    assert examined(good).error is None
    assert isinstance(examined(bad).error, RecordError)

    def broken(*_: Any) -> Dossier:
        raise KeyError

    monkeypatch.setattr(work, "open_record", broken)
    assert isinstance(examined(good).error, KeyError)

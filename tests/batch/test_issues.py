from __future__ import annotations

import datetime as dt
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest

import offices
from bulletin.batch import IssueOrder, gathered, issued, issues, targets, title_of
from bulletin.config import Settings
from bulletin.deliver.files import saving
from bulletin.errors import RecordError
from bulletin.pipeline.binding import Written

DAY = dt.date(2026, 11, 24)
ORDER = IssueOrder(printed_on=DAY)


def names(*paths: Path) -> list[str]:
    origins = [dossier.record.origin.path for dossier in gathered(paths, ORDER).dossiers]
    return [path.name for path in origins if path]


def test_records_stand_as_named_and_those_of_a_folder_by_their_days(tmp_path: Path) -> None:
    late = offices.record(tmp_path, "z.yaml", month=12)
    for name, month in (("c.yaml", 3), ("a.yaml", 11), ("b.yaml", 7)):
        offices.record(tmp_path / "folder", name, month=month)
    assert names(late, tmp_path / "folder") == ["z.yaml", "c.yaml", "b.yaml", "a.yaml"]


def test_a_record_given_twice_is_taken_once(tmp_path: Path) -> None:
    one, two = offices.record(tmp_path, "a.yaml", month=3), offices.record(tmp_path, "b.yaml", month=4)
    assert names(two, tmp_path, one, tmp_path / "." / "b.yaml") == ["b.yaml", "a.yaml"]


def test_faults_of_all_records_are_told_at_once_each_with_its_file(tmp_path: Path) -> None:
    one, two = offices.record(tmp_path, "a.yaml", offices.FAULTY), offices.record(tmp_path, "b.yaml", offices.FAULTY)
    good = offices.record(tmp_path, "c.yaml")
    with pytest.raises(RecordError) as caught:
        gathered([one, good, two, tmp_path / "no.yaml"], ORDER)
    assert list(dict.fromkeys(problem.path for problem in caught.value.problems)) == [one, two, tmp_path / "no.yaml"]
    assert len(caught.value.problems) >= 7


def test_a_state_secret_is_refused_before_anything_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: Any, **__: Any) -> Written:
        raise AssertionError("built")

    monkeypatch.setattr(issues, "bind_into", never)
    secret = offices.record(tmp_path, "a.yaml", offices.DRAFT + "độ mật: tối mật\n")
    with pytest.raises(RecordError) as caught:
        gathered([offices.record(tmp_path, "b.yaml"), secret], ORDER)
    assert [(problem.id, problem.path) for problem in caught.value.problems] == [("state-secret", secret)]


def test_final_refuses_every_draft(tmp_path: Path) -> None:
    paths = [offices.record(tmp_path, f"{name}.yaml") for name in "ab"]
    paths.append(offices.record(tmp_path, "c.yaml", offices.APPROVED))
    with pytest.raises(RecordError) as caught:
        gathered(paths, IssueOrder(final=True, printed_on=DAY))
    assert [(problem.id, problem.path) for problem in caught.value.problems] == [
        ("not-approved", paths[0]),
        ("not-approved", paths[1]),
    ]


def test_one_edition_has_the_name_that_was_given_others_are_told_apart() -> None:
    large = IssueOrder(editions=("large-print",), printed_on=DAY)
    assert [path.name for _, path in targets(large, Settings(), Path("x.pdf"), given=True)] == ["x.pdf"]
    # By its title alone it would be written over by the next edition.
    assert [path.name for _, path in targets(large, Settings(), Path("x.pdf"))] == ["x.large-print.pdf"]
    two = targets(IssueOrder(editions=("standard", "giant-print"), printed_on=DAY), Settings(), Path("x.pdf"))
    assert [path.name for _, path in two] == ["x.pdf", "x.giant-print.pdf"]


def test_limits_grow_with_the_number_of_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []

    def limited(**limits: Any) -> AbstractContextManager[None]:
        asked.append(limits)
        return nullcontext()

    monkeypatch.setattr(issues, "limited", limited)
    monkeypatch.setattr(
        issues, "bind_into", lambda *_, **__: Written(title="", pages=1, date=DAY),
    )  # fmt: skip
    for count in (1, 3):
        paths = [offices.record(tmp_path / str(count), f"{n}.yaml") for n in range(count)]
        assert [one.error for one in issued(gathered(paths, ORDER), ORDER, [], saving)] == []
        todo = targets(ORDER, Settings(), tmp_path / "x.pdf")
        assert [one.pages for one in issued(gathered(paths, ORDER), ORDER, todo, saving)] == [1]
    one, three = asked
    assert three["seconds"] == 3 * one["seconds"]
    assert three["memory_mib"] > one["memory_mib"]


def test_the_title_is_known_before_anything_is_built(tmp_path: Path) -> None:
    found = gathered([offices.record(tmp_path)], ORDER)
    assert title_of(found, IssueOrder(number="4", printed_on=DAY)) == "Tin hội nghị, số 4, ngày 05 tháng 9 năm 2025"

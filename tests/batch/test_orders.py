from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

import offices
from bulletin.batch import Order, expanded, jobs

DAY = dt.date(2026, 1, 5)


def test_a_folder_stands_for_the_records_in_it_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "C.YAML", "note.txt", "a.yaml.bak", "bulletin.toml", "._b.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "deeper.yaml").mkdir()
    offices.record(tmp_path / "deeper")
    assert [path.name for path in expanded([tmp_path])] == ["C.YAML", "a.yml", "b.yaml"]


def test_a_record_given_twice_is_taken_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = offices.record(tmp_path)
    (tmp_path / "link.yaml").symlink_to(path)
    monkeypatch.chdir(tmp_path)
    given = [Path("hop.yaml"), Path("./hop.yaml"), Path("../", tmp_path.name, "hop.yaml"), path, tmp_path]
    assert expanded([*given, Path("link.yaml")]) == (Path("hop.yaml"),)


def test_a_missing_file_and_a_folder_without_records_stand_for_themselves(tmp_path: Path) -> None:
    assert expanded([tmp_path / "no.yaml", tmp_path]) == (tmp_path / "no.yaml", tmp_path)


def test_a_folder_that_may_not_be_read_stands_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refused)
    assert expanded([tmp_path]) == (tmp_path,)


def targets(records: list[Path], order: Order) -> list[str]:
    return [str(job.target) for job in jobs(records, order, lambda stem: Path("out") / stem)]


def test_one_job_for_each_edition(tmp_path: Path) -> None:
    order = Order(editions=("standard", "giant-print", "standard"), printed_on=DAY)
    assert targets([tmp_path / "hop.yaml"], order) == [f"out{os.sep}hop.pdf", f"out{os.sep}hop.giant-print.pdf"]


def test_the_editions_of_the_office_are_made_unless_others_are_asked_for(tmp_path: Path) -> None:
    offices.settings(tmp_path, 'editions = ["large-print"]\n')
    records = [tmp_path / "hop.yaml"]
    assert targets(records, Order(printed_on=DAY)) == [f"out{os.sep}hop.large-print.pdf"]
    assert targets(records, Order(editions=("standard",), printed_on=DAY)) == [f"out{os.sep}hop.pdf"]


def test_faulty_settings_make_one_job_that_tells_of_them(tmp_path: Path) -> None:
    offices.settings(tmp_path, "editions = 5\n")
    assert len(jobs([tmp_path / "hop.yaml"], Order(printed_on=DAY), Path)) == 1


def test_a_zoom_is_in_the_name_of_the_file(tmp_path: Path) -> None:
    order = Order(editions=("standard", "large-print"), zoom=140, printed_on=DAY)
    assert targets([tmp_path / "hop 1.2.yaml"], order) == [
        f"out{os.sep}hop 1.2.140.pdf", f"out{os.sep}hop 1.2.large-print.140.pdf",
    ]  # fmt: skip


def test_the_edition_outlives_a_name_that_is_cut(tmp_path: Path) -> None:
    order = Order(editions=("standard", "large-print"), printed_on=DAY)
    made = jobs([tmp_path / f"{'a' * 100}.yaml"], order, lambda stem: Path("out") / stem[:9])
    assert [job.target.name for job in made] == ["aaaaaaaaa.pdf", "aaaaaaaaa.large-print.pdf"]

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import offices
from bulletin.batch import Found, Options, Order, examined, expanded, found, jobs

DAY = dt.date(2026, 1, 5)
OPTIONS = Options(printed_on=DAY)
OUT = Path("out")


def test_a_folder_stands_for_the_records_in_it_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "C.YAML", "note.txt", "a.yaml.bak", "bulletin.toml", "._b.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "deeper.yaml").mkdir()
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
    return [str(job.target) for job in jobs([Found(record) for record in records], order, OUT)]


def test_one_job_for_each_edition(tmp_path: Path) -> None:
    order = Order(editions=("standard", "giant-print", "standard"), options=OPTIONS)
    assert targets([tmp_path / "hop.yaml"], order) == [f"out{os.sep}hop.pdf", f"out{os.sep}hop.giant-print.pdf"]


def test_the_editions_of_the_office_are_made_unless_others_are_asked_for(tmp_path: Path) -> None:
    offices.settings(tmp_path, 'editions = ["large-print"]\n')
    records = [tmp_path / "hop.yaml"]
    assert targets(records, Order(options=OPTIONS)) == [f"out{os.sep}hop.large-print.pdf"]
    assert targets(records, Order(editions=("standard",), options=OPTIONS)) == [f"out{os.sep}hop.pdf"]


def test_faulty_settings_make_one_job_that_tells_of_them(tmp_path: Path) -> None:
    offices.settings(tmp_path, "editions = 5\n")
    assert len(jobs([Found(tmp_path / "hop.yaml")], Order(options=OPTIONS), OUT)) == 1


def test_a_zoom_is_in_the_name_of_the_file(tmp_path: Path) -> None:
    order = Order(editions=("standard", "large-print"), zoom=140, options=OPTIONS)
    assert targets([tmp_path / "hop 1.2.yaml"], order) == [
        f"out{os.sep}hop 1.2.140.pdf", f"out{os.sep}hop 1.2.large-print.140.pdf",
    ]  # fmt: skip


def test_the_edition_outlives_a_name_that_is_cut(tmp_path: Path) -> None:
    order = Order(editions=("standard", "large-print"), options=OPTIONS)
    made = jobs([Found(tmp_path / f"{'ấ' * 80}.yaml")], order, OUT)
    assert [job.target.name for job in made] == [f"{'ấ' * 60}.pdf", f"{'ấ' * 60}.large-print.pdf"]


def test_what_lies_in_folders_is_made_into_folders_of_the_same_names(tmp_path: Path) -> None:
    for name in ("b.yaml", "2024/a.yaml", "2024/quý 1/a.yaml", "2023/a.yaml", ".git/c.yaml", "out/d.yaml"):
        offices.record(tmp_path / Path(name).parent, Path(name).name)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    records = found([tmp_path], apart=tmp_path / "out")
    assert [record.path.relative_to(tmp_path).as_posix() for record in records] == [
        "b.yaml", "2023/a.yaml", "2024/a.yaml", "2024/quý 1/a.yaml",
    ]  # fmt: skip
    made = jobs(records, Order(editions=("standard",), options=OPTIONS), OUT)
    assert [job.target.as_posix() for job in made] == [
        "out/b.pdf", "out/2023/a.pdf", "out/2024/a.pdf", "out/2024/quý 1/a.pdf",
    ]  # fmt: skip


def test_a_folder_can_be_taken_without_those_below_it(tmp_path: Path) -> None:
    offices.record(tmp_path / "2024", "a.yaml")
    path = offices.record(tmp_path, "b.yaml")
    assert expanded([tmp_path], deep=False) == (path,)


def test_a_folder_that_cannot_be_opened_stands_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.yaml").touch()
    real = Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder.name == "shut":
            raise PermissionError
        return real(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert [record.path.name for record in found([tmp_path])] == ["a.yaml", "shut"]
    assert [problem.id for problem in examined(tmp_path / "shut").error.problems] == ["folder-unreadable"]  # type: ignore[union-attr]


def test_the_folder_of_an_own_layout_may_be_gone(tmp_path: Path) -> None:
    order = Order(editions=("standard",), layouts=("layouts/mau-xa",), options=OPTIONS)
    (job,) = jobs([Found(offices.record(tmp_path))], order, OUT)
    assert job.target == OUT / "hop.mau-xa.pdf"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_record_goes_before_links_to_it(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").touch()
    for name in ("a.yaml", "c.yaml"):
        (tmp_path / name).symlink_to("b.yaml")
    assert expanded([tmp_path]) == (tmp_path / "b.yaml",)
    assert expanded([tmp_path / "c.yaml"]) == (tmp_path / "c.yaml",)

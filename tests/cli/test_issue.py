from __future__ import annotations

from pathlib import Path

import pytest

import guests
import offices

from .conftest import Bulletin


def test_records_become_one_file_named_by_its_title(bulletin: Bulletin, tmp_path: Path) -> None:
    for month in (9, 10):
        offices.record(tmp_path / "tin", f"{month}.yaml", month=month)
    done = bulletin("issue", "tin", "-n", "3", "--date", "24/11/2026")
    assert (done.code, done.err) == (0, "")
    path = Path("out", "Tin hội nghị, số 3, từ 05-9-2025 đến 05-10-2025.pdf")
    assert done.out.startswith(f"{path}: 2 records, 6 pages, ")
    assert path.read_bytes().startswith(b"%PDF-1.7")
    assert [entry.name for entry in Path("out").iterdir()] == [path.name]


def test_the_file_may_be_named(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    done = bulletin("issue", "hop.yaml", "-t", "Chi bộ  Thôn Đông", "-o", "mới/so-1.pdf", "-e", "large-print")
    assert done.code == 0
    assert (tmp_path / "mới" / "so-1.pdf").is_file()


def test_faults_leave_no_file(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, "a.yaml")
    offices.record(tmp_path, "b.yaml", offices.FAULTY)
    done = bulletin("issue", "a.yaml", "b.yaml", "-o", "x.pdf")
    assert done.code == 4
    assert "b.yaml:2" in done.err
    assert not (tmp_path / "x.pdf").exists()


def test_an_issue_is_never_written_over_what_goes_into_it(bulletin: Bulletin, tmp_path: Path) -> None:
    path = offices.record(tmp_path, "a.pdf")
    before = path.read_bytes()
    done = bulletin("issue", "a.pdf", "-o", "./a.pdf")
    assert done.code == 7
    assert "goes into the issue itself" in done.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("-o", "a.yaml"), "ends in .pdf"),
        (("-t", "TỐI MẬT"), "mark of secrecy"),
        (("-n", "Độ mật: Mật"), "mark of secrecy"),
        (("--date", "32/13/2026"), "not a date"),
        (("--zoom", "99"), "100 to 300"),
        (("-t", "Hội nghị " * 100), "899 letters are too many for a cover; 300 at most"),
        (("-n", "9" * 41), "41 letters are too many for a cover; 40 at most"),
        (("-t", "a\x1b[31m"), "cannot be printed"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_made(
    bulletin: Bulletin, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    offices.record(tmp_path, "a.yaml")
    done = bulletin("issue", "a.yaml", *options)
    assert done.code == 2
    assert words in done.err
    assert not (tmp_path / "out").exists()


def test_a_layout_for_records_does_not_bind(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, "a.yaml")
    done = bulletin("issue", "a.yaml", "-l", "news")
    assert done.code == 5
    assert "known layouts: issue" in done.err
    done = bulletin("build", "a.yaml", "-l", "issue")
    assert done.code == 5
    assert "“bulletin issue”" in done.err


def test_drafts_are_refused_when_final(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, "a.yaml")
    done = bulletin("issue", "a.yaml", "--final")
    assert done.code == 4
    assert "not approved" in done.err


def test_what_fails_with_an_own_layout_for_issues_is_a_fault_of_the_layout(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    folder = guests.folder(tmp_path, toml=f'content = "issue"\n{guests.TOML}', css=f"{guests.CSS}p {{ colour: red }}\n")
    (folder / "bulletin.html").write_text("<!doctype html><html lang='vi'><title>x</title><p>x", encoding="utf-8")
    done = bulletin("issue", "hop.yaml", "-l", "mau-xa", "-o", "x.pdf")
    assert done.code == 5
    assert done.err.startswith("mau-xa/print.css:3: the program that sets the pages complains: Ignored `colour: red")
    assert not (tmp_path / "x.pdf").exists()

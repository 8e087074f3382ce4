from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import offices
from bulletin.batch import work
from bulletin.errors import Problem, RecordError

from .conftest import Bulletin

MENDED = 'tiêu đề: "Họp: thường kỳ"\nngày: 32/9/2025\nđơn vị: Chi bộ Thôn Đông\nnội dung: "* Việc làm đường"\n'


def test_a_sound_record_has_no_faults(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    done = bulletin("check", "hop.yaml")
    assert (done.code, done.out, done.err) == (0, "hop.yaml: no faults\n", "")


def test_every_fault_of_every_file_is_told_with_line_caret_and_cure(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, "a.yaml", offices.FAULTY)
    offices.record(tmp_path, "b.yaml")
    done = bulletin("check", ".", "none.yaml")
    assert done.code == 4
    assert done.err == ""
    blocks = done.out.split("a.yaml:")
    assert [block.split(":")[0] for block in blocks[1:4]] == ["1", "2", "4"]
    assert done.out.startswith("a.yaml:1:13: ")
    assert "\n    tiêu đề: Họp: thường kỳ\n                ^\n    → " in done.out
    assert 'tiêu đề: "Họp: thường kỳ"' in done.out
    assert done.out.endswith(
        "a.yaml: 3 faults\nb.yaml: no faults\n"
        "none.yaml: there is no such file\n    → check the name\nnone.yaml: 1 fault\n"
    )


def test_notes_stop_nothing(bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "warnings", lambda *_: (Problem("odd", Path("hop.yaml"), 2, id="an-id"),))
    offices.record(tmp_path)
    done = bulletin("check", "hop.yaml")
    assert (done.code, done.out) == (0, "hop.yaml:2: note: odd [an-id]\nhop.yaml: no faults, 1 note\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_exit_code_is_that_of_the_first_that_failed(bulletin: Bulletin, tmp_path: Path, form: str) -> None:
    offices.record(tmp_path, "a.yaml")
    offices.settings(tmp_path / "s", "layout = 5\n")
    offices.record(tmp_path / "s", "b.yaml")
    assert bulletin("check", "--format", form, "a.yaml", "s", "none.yaml").code == 3
    assert bulletin("check", "--format", form, "none.yaml", "s").code == 4


def test_all_of_it_as_data(bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "warnings", lambda *_: (Problem("odd", Path("hop.yaml"), 2, 1, "do", "an-id", "ngày"),))
    offices.record(tmp_path)
    offices.record(tmp_path, "a.yaml", offices.FAULTY)
    offices.settings(tmp_path / "s", "layout = 5\n")
    offices.record(tmp_path / "s", "b.yaml")
    (tmp_path / "empty").mkdir()
    done = bulletin("check", "--format", "json", "hop.yaml", "a.yaml", "s", "none.yaml", "empty")
    assert (done.code, done.err) == (4, "")
    sound, faulty, unset, missing, empty = done.data["records"]
    assert sound == {
        "path": "hop.yaml", "exit_code": 0, "faults": [], "mended": False, "copy": None,
        "notes": [
            {"id": "an-id", "path": "hop.yaml", "line": 2, "column": 1, "message": "odd", "hint": "do",
             "source": "ngày", "mend": None}
        ],
    }  # fmt: skip
    assert [fault["line"] for fault in faulty["faults"]] == [1, 2, 4]
    assert faulty["faults"][0]["mend"] == 'tiêu đề: "Họp: thường kỳ"'
    assert (unset["exit_code"], unset["faults"][0]["path"]) == (3, str(Path("s/bulletin.toml")))
    assert missing["faults"][0]["id"] == "file-missing"
    assert empty["faults"][0]["id"] == "no-record"


def test_a_fault_of_the_program_is_data_too(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path, *_: Any) -> Any:
        raise KeyError("a secret of the office")

    monkeypatch.setattr(work, "open_record", broken)
    offices.record(tmp_path)
    done = bulletin("check", "--format", "json", "hop.yaml", "none.yaml")
    assert (done.code, done.err) == (1, "")
    found = done.data["records"][0]
    assert (found["exit_code"], found["faults"][0]["id"]) == (1, "bug")
    assert len(list(tmp_path.glob("bulletin-bug-*.txt"))) == 1


def test_fix_writes_the_sure_mends_and_nothing_else(bulletin: Bulletin, tmp_path: Path) -> None:
    path = offices.record(tmp_path, "a.yaml", offices.FAULTY)
    path.chmod(0o640)
    done = bulletin("check", "--fix", "a.yaml")
    assert done.code == 4
    assert done.out.startswith("a.yaml: mended; the old file is kept as a.yaml.bak\na.yaml:2:7: ")
    assert done.out.endswith("a.yaml: 1 fault\n")
    assert path.read_text(encoding="utf-8") == MENDED
    assert (tmp_path / "a.yaml.bak").read_text(encoding="utf-8") == offices.FAULTY
    assert path.stat().st_mode & 0o777 == 0o640


def test_fix_keeps_line_ends_and_mark(bulletin: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + offices.FAULTY.replace("\n", "\r\n").encode())
    bulletin("check", "--fix", "a.yaml")
    assert path.read_bytes() == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()


def test_fix_does_nothing_where_nothing_is_to_be_mended(bulletin: Bulletin, tmp_path: Path) -> None:
    path = offices.record(tmp_path)
    before = path.stat().st_mtime_ns
    assert bulletin("check", "--fix", "hop.yaml").out == "hop.yaml: no faults\n"
    assert path.stat().st_mtime_ns == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["hop.yaml"]


def test_fix_twice_keeps_both_copies(bulletin: Bulletin, tmp_path: Path) -> None:
    for _ in range(2):
        offices.record(tmp_path, "a.yaml", offices.FAULTY)
        bulletin("check", "--fix", "a.yaml")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "a.yaml.bak", "a.yaml.bak2"]


def test_fix_leaves_a_protected_file_alone_and_tells_all_the_same(bulletin: Bulletin, tmp_path: Path) -> None:
    path = offices.record(tmp_path, "a.yaml", offices.FAULTY)
    path.chmod(0o444)
    done = bulletin("check", "--fix", "a.yaml")
    assert done.code == 7
    assert done.out.startswith("error: cannot write a.yaml: the file is write-protected\n    → ")
    assert done.out.endswith("a.yaml: 4 faults\n")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("mark", ["độ mật: tối mật", 'phụ đề: "M\\u1eacT"'])
def test_fix_leaves_a_secret_record_alone_and_shows_nothing_of_it(
    bulletin: Bulletin, tmp_path: Path, mark: str
) -> None:
    text = f"{offices.FAULTY}{mark}\n"
    path = offices.record(tmp_path, "a.yaml", text)
    for form in ("text", "json"):
        done = bulletin("check", "--fix", "--format", form, "a.yaml")
        assert done.code == 4
        assert "thường kỳ" not in done.out + done.err
        assert "làm đường" not in done.out + done.err
    assert path.read_text(encoding="utf-8") == text
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_fix_leaves_alone_what_only_a_closer_look_finds_secret(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: Any) -> Any:
        raise RecordError([Problem("secret", path, id="state-secret")])

    monkeypatch.setattr(work, "open_record", refuse)
    path = offices.record(tmp_path, "a.yaml", offices.FAULTY)
    assert bulletin("check", "--fix", "a.yaml").out == "a.yaml: secret\na.yaml: 1 fault\n"
    assert path.read_text(encoding="utf-8") == offices.FAULTY


def test_fix_mends_the_file_that_a_link_leads_to(bulletin: Bulletin, tmp_path: Path) -> None:
    path = offices.record(tmp_path / "real", "a.yaml", offices.FAULTY)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    bulletin("check", "--fix", "link.yaml")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == MENDED
    assert (tmp_path / "real" / "a.yaml.bak").is_file()


def test_fix_as_data(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path, "a.yaml", offices.FAULTY)
    (found,) = bulletin("check", "--fix", "--format", "json", "a.yaml").data["records"]
    assert (found["mended"], found["copy"]) == (True, "a.yaml.bak")
    assert [fault["line"] for fault in found["faults"]] == [2]

"""A whole folder built from the command line: nothing twice, events, the table, what is left over."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

import guests
import offices
from bulletin.batch import Receipts
from bulletin.pipeline import Bulletin as Made

from .conftest import Bulletin
from .test_build import DAY


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletin.batch import work

    def build(record: Any, *_: Any, **__: Any) -> Made:
        return Made(title=record.title, pdf=b"%PDF" * 1000, pages=3, date=DAY)

    monkeypatch.setattr(work, "build", build)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, month in (("a", 7), ("b", 8)):
        offices.record(tmp_path / "2025", f"{name}.yaml", offices.APPROVED, month=month)
    return tmp_path / "2025"


def counts(done: Any) -> list[str]:
    """The numbers of the table."""
    return str(done.table).split("\n")[1].split()


def events(done: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_a_second_run_makes_nothing_and_says_so(bulletin: Bulletin, folder: Path) -> None:
    first = bulletin("build", "2025")
    assert first.table.split("\n")[1].split()[:5] == ["2", "0", "0", "0", "6"]
    second = bulletin("build", "2025")
    assert (second.code, second.out, second.err) == (0, "", "")
    assert second.table.split("\n")[1].split()[:5] == ["0", "2", "0", "0", "0"]
    assert bulletin("build", "2025", "-v").out.splitlines() == [
        f"{Path('out/a.pdf')}: unchanged", f"{Path('out/b.pdf')}: unchanged",
    ]  # fmt: skip
    assert bulletin("build", "2025/a.yaml").out == f"{Path('out/a.pdf')}: unchanged\n"


def test_the_heads_of_the_table_stand_over_their_numbers(bulletin: Bulletin, folder: Path) -> None:
    heads, values = bulletin("build", "2025").table.splitlines()
    assert heads.split() == ["built", "unchanged", "warned", "failed", "pages", "MB", "seconds"]
    assert len(heads) == len(values)


def test_why_is_told_when_asked_for(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    offices.record(folder, "b.yaml", offices.APPROVED, month=9)
    done = bulletin("build", "2025", "--explain")
    assert done.err == f"{Path('out/b.pdf')}: the record was changed\n"
    assert done.out.startswith(f"{Path('out/b.pdf')}: 3 pages")


def test_everything_is_made_by_force(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    assert len(bulletin("build", "2025", "--force").out.splitlines()) == 2


def test_a_bulletin_without_a_record_is_listed_and_removed_when_asked(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    (folder / "a.yaml").unlink()
    told = bulletin("build", "2025")
    assert told.err == f"1 file has no record any more: {Path('out/a.pdf')}\n    → remove them with --prune\n"
    assert Path("out/a.pdf").exists()
    assert bulletin("build", "2025", "--prune").err == f"{Path('out/a.pdf')}: removed, its record is gone\n"
    assert not Path("out/a.pdf").exists()
    assert bulletin("build", "2025", "--prune").err == ""


def test_what_someone_has_changed_is_kept(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    (folder / "a.yaml").unlink()
    Path("out/a.pdf").write_bytes(b"mine")
    assert "    → kept: it was changed by someone else\n" in bulletin("build", "2025", "--prune").err
    assert Path("out/a.pdf").read_bytes() == b"mine"


def test_what_was_just_made_is_never_removed(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    (folder / "a.yaml").rename(folder / "a.yml")
    done = bulletin("build", "2025", "--prune")
    assert (done.code, done.err) == (0, "")
    assert Path("out/a.pdf").exists()


def test_two_records_of_nearly_one_name_are_refused_each_time(bulletin: Bulletin, folder: Path, tmp_path: Path) -> None:
    """To Windows and macOS their bulletins would be one file."""
    one = offices.record(tmp_path / "one", "Họp.yaml", offices.APPROVED, month=9)
    two = offices.record(tmp_path / "two", "họp.yaml", offices.APPROVED, month=10)
    for _ in range(2):
        done = bulletin("build", str(one), str(two))
        assert done.code == 7
        assert "is already the bulletin of" in done.err
        assert [path.name for path in Path("out").glob("*.pdf")] == ["Họp.pdf"]


def test_another_record_s_bulletin_is_not_written_over(bulletin: Bulletin, folder: Path, tmp_path: Path) -> None:
    bulletin("build", "2025")
    offices.record(tmp_path / "2026", "a.yaml", offices.APPROVED, month=9)
    before = Path("out/a.pdf").stat()
    done = bulletin("build", "2026")
    assert done.code == 7
    assert f"{Path('out/a.pdf')} is already the bulletin of {Path('2025/a.yaml')}" in done.err
    assert Path("out/a.pdf").stat() == before
    assert bulletin("build", "2026", "--force").code == 0


def test_a_picture_is_not_written_over_a_photo_of_its_record(
    bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletin.batch import work
    from bulletin.photos.drawn import drawn

    photo = folder / "c-1.png"
    photo.write_bytes(drawn(1200, 800, number=1))
    text = offices.APPROVED + "ảnh:\n  - tệp: c-1.png\n    chú thích: Sân\n    mô tả: Sân trường\n"
    offices.record(folder, "c.yaml", text)
    monkeypatch.setattr(work, "pictures", lambda *_, **__: ((b"1",), b"chat"))
    done = bulletin("build", "2025/c.yaml", "-f", "png", "-o", "2025")
    assert done.code == 7
    assert f"{Path('2025/c-1.png')} is a photo of the record itself" in done.err
    assert photo.read_bytes() == drawn(1200, 800, number=1)


def test_a_run_that_is_stopped_says_so_to_programs(
    bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletin.batch import work

    def build(*_: Any, **__: Any) -> Made:
        raise KeyboardInterrupt

    monkeypatch.setattr(work, "build", build)
    done = bulletin("build", "2025", "-f", "json")
    *_, stopped, end = events(done)
    assert (done.code, stopped["event"], stopped["exit_code"]) == (130, "stopped", 130)
    assert (end["exit_code"], end["undone"]) == (130, 2)
    assert "2 bulletins were not made any more" in bulletin("build", "2025").err


def test_the_work_goes_on_when_nobody_reads_on(folder: Path) -> None:
    import subprocess
    import sys

    code = f"import sys; sys.path[:] = {sys.path!r}; from bulletin.cli import main; main()"
    command = [sys.executable, "-c", code, "build", "2025", "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.wait() == 0
    assert sorted(path.name for path in Path("out").glob("*.pdf")) == ["a.pdf", "b.pdf"]


def test_the_bar_fits_its_terminal(bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    shown = bulletin("build", "2025", "--lang", "vi").err.split("đã làm")[0]
    rows = [row.replace("\x1b[?25l", "").replace("\x1b[?25h", "") for row in shown.replace("\n", "\r").split("\r")]
    assert any("2/2" in row for row in rows)
    assert max(map(len, rows)) <= 80


def test_reasons_are_told_where_the_bar_stood(
    bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    shown = bulletin("build", "2025", "--explain").err
    for name in ("a.pdf", "b.pdf"):
        assert f"\r\x1b[K{Path('out', name)}: it was not made before\n" in shown
    assert "2/2" in shown


def test_what_is_amiss_with_the_run_does_not_stop_its_bar(
    bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    offices.record(folder / "old", "c.yaml", offices.APPROVED, month=11)
    shown = bulletin("build", "2025", "-o", "2025/old").err
    assert "2/2" in shown.split("1 record lies in the folder")[0]


def test_events_are_told_one_a_line(bulletin: Bulletin, folder: Path) -> None:
    offices.record(folder, "c.yaml", offices.FAULTY)
    done = bulletin("build", "2025", "-f", "json", "-f", "pdf", "--explain")
    assert done.code == 4
    told = events(done)
    assert [event["event"] for event in told] == ["begin", "stale", "stale", "stale", "built", "built", "failed", "end"]
    begin, *_, built, _, failed, end = told
    assert (begin["jobs"], begin["stale"]) == (3, 3)
    assert (built["record"], built["files"], built["pages"]) == (
        str(Path("2025/a.yaml")), [str(Path("out/a.pdf"))], 3,
    )  # fmt: skip
    assert (built["layout"], built["edition"], built["format"]) == ("news", "standard", "pdf")
    assert len(failed["problems"]) == 3
    assert (end["built"], end["failed"], end["pages"], end["exit_code"]) == (2, 1, 6, 4)
    # A format alone, and nothing to do.
    assert [event["event"] for event in events(bulletin("build", "2025/a.yaml", "-f", "json"))] == [
        "begin", "unchanged", "end",
    ]  # fmt: skip


def test_events_tell_what_has_no_record(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    (folder / "a.yaml").unlink()
    assert "orphan" in [event["event"] for event in events(bulletin("build", "2025", "-f", "json"))]
    assert "removed" in [event["event"] for event in events(bulletin("build", "2025", "-f", "json", "--prune"))]


def test_the_exit_code_is_that_of_the_first_job_that_failed(bulletin: Bulletin, folder: Path) -> None:
    offices.record(folder, "0.yaml", offices.FAULTY)
    Path("out").mkdir()
    Path("out/a.pdf").mkdir()
    assert bulletin("build", "2025").code == 4
    (folder / "0.yaml").unlink()
    assert bulletin("build", "2025").code == 7


def test_a_warned_bulletin_is_counted_also_when_it_is_unchanged(
    bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletin.batch import work
    from bulletin.errors import Problem

    monkeypatch.setattr(work, "warnings", lambda *_: (Problem("odd", id="an-id"),))
    for unchanged in ("0", "2"):
        assert bulletin("build", "2025").table.split("\n")[1].split()[1:3] == [unchanged, "2"]


def test_nothing_that_makes_bulletins_is_loaded_when_nothing_changed(bulletin: Bulletin, folder: Path) -> None:
    import subprocess
    import sys

    offices.settings(folder, 'silence = ["no-alt"]\n')
    bulletin("build", "2025")
    code = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        "from bulletin.cli import main\n"
        "try: main(['build', '2025'])\nexcept SystemExit: pass\n"
        "print([name for name in ('weasyprint', 'pydantic', 'jinja2', 'yaml', 'PIL', 'pypdfium2', 'bulletin.pipeline')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert "0          2" in done.stderr


def test_what_could_not_be_made_anew_is_told_to_stand_there_still(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    record = folder / "a.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("ngày:", "ngay thang:"), encoding="utf-8")
    done = bulletin("build", "2025")
    assert done.code == 4
    assert f"{Path('2025/a.yaml')}: not made; {Path('out/a.pdf')}: still from before" in done.out
    Path("out/a.pdf").unlink()
    assert f"{Path('2025/a.yaml')}: not made\n" in bulletin("build", "2025").out


def test_nothing_is_pruned_for_the_sake_of_a_record_that_may_be_the_same(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    text = (folder / "a.yaml").read_text(encoding="utf-8")
    (folder / "a.yaml").unlink()
    (folder / "new.yaml").write_text(text.replace("ngày:", "ngàyy:"), encoding="utf-8")
    done = bulletin("build", "2025", "--prune")
    assert done.code == 4
    record = Path("2025/new.yaml")
    assert f"    → kept: {record} could not be made, and may be the same record under another name\n" in done.err
    assert Path("out/a.pdf").exists()
    (folder / "new.yaml").write_text(text, encoding="utf-8")
    assert bulletin("build", "2025", "--prune").err == f"{Path('out/a.pdf')}: removed, its record is gone\n"


def test_records_in_the_folder_for_what_is_made_are_told(bulletin: Bulletin, folder: Path) -> None:
    offices.record(Path("2025/old"), "c.yaml", offices.APPROVED, month=11)
    told = bulletin("build", "2025", "-o", "2025/old").err
    assert f"{Path('2025/old')}: note: 1 record lies in the folder for what is made and is passed by" in told
    assert "passed by" not in bulletin("build", "2025", "2025/old", "-o", "2025/old").err
    assert "passed by" not in bulletin("build", "2025", "2025/old/c.yaml", "-o", "2025/old").err
    Path("2025/old/.git").mkdir()
    Path("2025/old/.git/x.yaml").touch()
    assert "1 record lies" in bulletin("build", "2025", "-o", "2025/old").err
    assert "passed by" not in bulletin("build", "2025", "-o", "2025").err
    assert "passed by" not in bulletin("build", "2025", "-o", "out").err


def test_a_manifest_that_cannot_be_written_is_told(bulletin: Bulletin, folder: Path) -> None:
    Path("out/.bulletin-manifest.jsonl").mkdir(parents=True)
    told = bulletin("build", "2025")
    assert told.code == 0
    assert "so it is made anew each time: a folder stands where the file should be" in told.err
    assert "    → remove what stands there, or build into another folder" in told.err
    Path("out/.bulletin-manifest.jsonl").rmdir()
    Path("out/.bulletin-manifest.jsonl").symlink_to("elsewhere")
    assert "it is made anew each time: a link stands there" in bulletin("build", "2025").err
    Path("out/.bulletin-manifest.jsonl").unlink()
    bulletin("build", "2025")
    assert bulletin("build", "2025").err == ""


def test_a_disk_that_may_only_be_read_does_for_what_is_made_already(
    bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bulletin("build", "2025")
    monkeypatch.setattr(os, "access", lambda _, mode: not mode & os.W_OK)
    assert bulletin("build", "2025").code == 0
    done = bulletin("build", "2025", "--force")
    assert done.code == 7
    assert "no right to write there" in done.err


@pytest.mark.parametrize("arguments", [("build", ""), ("build", "2025", "-o", ""), ("check", " "), ("watch", "")])
def test_an_empty_name_is_not_the_folder_one_is_in(
    bulletin: Bulletin, folder: Path, arguments: tuple[str, ...]
) -> None:
    done = bulletin(*arguments)
    assert done.code == 2
    assert "the name is empty; the folder you are in is “.”" in done.err


def test_workers_of_this_computer_are_none_of_a_cluster(bulletin: Bulletin, folder: Path) -> None:
    done = bulletin("build", "2025", "-j", "2", "--cluster", "tcp://127.0.0.1:1")
    assert done.code == 2
    assert "--jobs is for this computer alone" in done.err


@pytest.mark.skipif(sys.platform == "darwin", reason="there both names are one")
def test_two_names_that_look_alike_are_told_apart(bulletin: Bulletin, folder: Path) -> None:
    name = "họp.yaml"
    for spelled, month in ((unicodedata.normalize("NFC", name), 9), (unicodedata.normalize("NFD", name), 10)):
        offices.record(folder, spelled, offices.APPROVED, month=month)
    done = bulletin("build", "2025")
    assert done.code == 7
    assert "the names of the two look alike, but their accents are stored in two ways" in done.err


def test_of_a_record_that_is_named_alone_nothing_beside_it_is_removed(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    (folder / "b.yaml").rename(folder / "c.yaml")
    told = bulletin("build", "2025/a.yaml", "--prune").err
    assert f"1 file has no record any more: {Path('out/b.pdf')}" in told
    assert "    → kept: its folder was not named, only a record in it" in told
    assert Path("out/b.pdf").exists()


def test_an_output_folder_under_another_name_is_the_same(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025", "-o", "far/away/out")
    Path("near").symlink_to("far/away/out")
    assert counts(bulletin("build", "2025", "-o", "near"))[:2] == ["0", "2"]
    Path("far/away/out").rename("moved")
    assert counts(bulletin("build", "2025", "-o", "moved"))[:2] == ["0", "2"]
    assert bulletin("build", "2025", "-o", "moved").err == ""


def test_a_manifest_that_may_only_be_read_does(bulletin: Bulletin, folder: Path, monkeypatch: Any) -> None:
    bulletin("build", "2025")
    for name in ("a.yaml", "b.yaml"):
        Path("out", name).with_suffix(".pdf").touch()

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Receipts, "_write", refuse)
    done = bulletin("build", "2025")
    assert (counts(done)[:2], done.err) == (["0", "2"], "")
    told = bulletin("build", "2025", "--force").err
    assert "→ see to the rights of this file and of its folder" in told


def test_an_address_that_is_empty_is_none(bulletin: Bulletin, folder: Path, workers: None) -> None:
    done = bulletin("build", "2025", "--cluster", "")
    assert done.code == 6
    assert "is not the address of a cluster" in done.err


@pytest.mark.parametrize("command", ["build", "check", "issue"])
def test_a_record_in_a_folder_that_may_not_be_entered_is_told(bulletin: Bulletin, folder: Path, command: str) -> None:
    folder.chmod(0)
    if os.access(folder / "a.yaml", os.F_OK):
        folder.chmod(0o700)
        pytest.skip("this user may enter any folder")
    done = bulletin(command, "2025/a.yaml")
    folder.chmod(0o700)
    assert done.code == 4
    assert "a fault of the program" not in done.err


def test_a_record_that_took_another_s_name_may_be_the_one_that_is_gone(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    text = (folder / "a.yaml").read_text(encoding="utf-8").replace("ngày:", "ngàyy:")
    (folder / "a.yaml").unlink()
    (folder / "b.yaml").write_text(text, encoding="utf-8")
    assert "could not be made, and may be the same record" in bulletin("build", "2025", "--prune").err
    assert Path("out/a.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_way_back_behind_a_link_leads_where_the_system_says(bulletin: Bulletin, folder: Path) -> None:
    Path("deep").mkdir()
    folder.rename("deep/r")
    offices.record(Path("r"), "a.yaml", offices.APPROVED, month=11)
    Path("deep/real").mkdir()
    Path("link").symlink_to("deep/real")
    bulletin("build", "link/../r", "-o", "link/../out")
    assert Path("deep/out/b.pdf").exists()
    assert not Path("out").exists()
    assert counts(bulletin("build", "link/../r", "-o", "link/../out"))[:2] == ["0", "2"]
    assert counts(bulletin("build", "deep/real/../r", "-o", "deep/out"))[:2] == ["0", "2"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_settings_that_are_a_link_to_nowhere_are_told(bulletin: Bulletin, folder: Path) -> None:
    bulletin("build", "2025")
    (folder / "bulletin.toml").symlink_to("away/bulletin.toml")
    done = bulletin("build", "2025")
    assert done.code == 3
    assert f"{Path('2025/bulletin.toml')}: the file cannot be opened" in done.err
    assert Path("out/a.pdf").exists()


def test_what_one_layout_cannot_hold_keeps_nothing(bulletin: Bulletin, folder: Path) -> None:
    order = ("build", "2025", "-l", "news", "-l", "poster", "-f", "pdf", "-f", "html")
    bulletin(*order)
    (folder / "a.yaml").unlink()
    assert "kept" not in bulletin(*order, "--prune").err
    assert not Path("out/a.pdf").exists()


def test_a_faulty_record_is_told_once_for_all_its_forms(bulletin: Bulletin, folder: Path) -> None:
    text = (folder / "a.yaml").read_text(encoding="utf-8")
    (folder / "a.yaml").write_text(text.replace("ngày:", "ngàyy:"), encoding="utf-8")
    done = bulletin("build", "2025/a.yaml", "-f", "pdf", "-f", "html")
    assert done.out == f"{Path('2025/a.yaml')}: not made\n"


def test_two_layouts_of_one_name_do_not_change_places(bulletin: Bulletin, folder: Path) -> None:
    order = ["build", "2025/b.yaml"]
    for place in ("one", "two"):
        order += ["-l", str(guests.folder(Path(place)))]
    first = bulletin(*order)
    assert first.code == 7
    assert "is already the bulletin of layout one" in first.err
    told = bulletin(*order, "--explain")
    assert "is already the bulletin of layout one" in told.err
    assert "was changed" not in told.err
    assert [line.rpartition(": ")[2] for line in told.out.splitlines()].count("unchanged") == 1


def test_all_editions_of_a_name_are_one_record_s(bulletin: Bulletin, folder: Path) -> None:
    (folder / "a.yaml").rename(folder / "a.yml")
    bulletin("build", "2025")
    offices.record(folder, "a.yaml", offices.APPROVED, month=11)
    told = bulletin("build", "2025", "-e", "standard", "-e", "large-print")
    receipts = {receipt.target: receipt.record for receipt in Receipts(Path("out"))}
    assert receipts["a.pdf"] == receipts["a.large-print.pdf"] == "../2025/a.yml"
    assert told.err.count(f"is already the bulletin of {Path('2025/a.yml')}") == 2


def test_whose_bulletin_stands_there_keeps_its_place(bulletin: Bulletin, folder: Path) -> None:
    """Also where the names of the records differ and only those of their bulletins are one."""
    order = ("build", "2025", "-e", "standard", "-e", "large-print")
    bulletin(*order)
    offices.record(folder, "b.large-print.yaml", offices.APPROVED, month=11)
    told = bulletin(*order)
    assert told.code == 7
    assert told.err.count("is already the bulletin of") == 1
    assert f"{Path('out/b.large-print.pdf')} is already the bulletin of {Path('2025/b.yaml')}" in told.err


@pytest.mark.skipif(os.name == "nt", reason="there a folder that one is in cannot be removed")
@pytest.mark.parametrize("command", ["build", "watch", "check"])
def test_that_the_folder_one_is_in_is_gone_is_told(
    bulletin: Bulletin, folder: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    record = (folder / "a.yaml").absolute()
    output = () if command == "check" else ("-o", Path("out").absolute())
    Path("away").mkdir()
    monkeypatch.chdir("away")
    Path.cwd().rmdir()
    done = bulletin(command, record, *output) if command != "watch" else bulletin(command, "x")
    assert "a fault of the program" not in done.err
    assert "the folder you are in does not exist any more" in done.err
    assert done.code == 7


@pytest.mark.skipif(os.name == "nt", reason="there streams are closed in another way")
def test_closed_streams_stop_nothing(bulletin: Bulletin, folder: Path) -> None:
    code = "import sys; from bulletin.cli import main; main(sys.argv[1:])"

    def close() -> None:
        os.close(1)
        os.close(2)

    ran = subprocess.run([sys.executable, "-c", code, "build", "2025"], preexec_fn=close, check=False)
    assert ran.returncode == 0
    assert {path.name for path in Path("out").glob("*.pdf")} == {"a.pdf", "b.pdf"}
    assert not list(Path().glob("bulletin-bug-*"))


@pytest.mark.skipif(os.name == "nt", reason="there names cannot be so")
def test_a_name_does_not_command_the_terminal(bulletin: Bulletin, folder: Path) -> None:
    offices.record(folder, "\x1b]0;mine\x07\x9b31m.yaml", offices.FAULTY)
    done = bulletin("build", "2025", "--explain")
    assert done.code == 4
    assert not {"\x1b", "\x07", "\x9b"} & {*done.out, *done.err}
    assert "]0;mine" in done.out
    assert "]0;mine" in done.err
    checked = bulletin("check", "2025")
    assert not {"\x1b", "\x07", "\x9b"} & {*checked.out, *checked.err}

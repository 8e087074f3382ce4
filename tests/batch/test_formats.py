"""Pages for the web and pictures, from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import offices
from bulletin import cli
from bulletin.batch import Found, Options, Order, jobs, work
from bulletin.batch.names import are_of, left_over, picture_paths
from bulletin.edition import Edition
from bulletin.model import Record
from bulletin.pipeline import Bulletin
from web import site


def build(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", *map(str, arguments), "--date", "29/12/2023", "--lang", "en"])
    return int(ended.value.code or 0)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("[!.]*")) if folder.is_dir() else []


def test_pictures_stand_in_order_in_any_folder() -> None:
    target = Path("out", "hop.large-print.png")
    assert [path.name for path in picture_paths(target, 2)] == [
        "hop.large-print-1.png", "hop.large-print-2.png", "hop.large-print.chat.png",
    ]  # fmt: skip
    many = [path.name for path in picture_paths(target, 10)][:-1]
    assert many[0] == "hop.large-print-01.png"
    assert sorted(many) == many


@pytest.mark.parametrize("pages", [1, 12, 1200])
def test_files_are_told_from_others_by_the_name_of_their_bulletin(pages: int) -> None:
    target = "2025/họp (1).large-print.png"
    pictures = [path.as_posix() for path in picture_paths(Path(target), pages)]
    assert are_of(target, pictures)
    assert are_of("2025/a.pdf", ["2025/a.pdf"])
    assert are_of("a.html", ["a.html"])
    assert not are_of("2025/họp (1).png", pictures)
    assert not are_of("2026/họp (1).large-print.png", pictures)
    for others in ([], ["b.pdf"], ["a.pdf", "b.pdf"]):
        assert not are_of("a.pdf", others)
    assert not are_of("a.png", [])
    assert not are_of("a.docx", ["a.docx"])


def test_each_format_is_a_job_of_its_own() -> None:
    options = Options(printed_on=site.TODAY)
    order = Order(editions=("standard", "large-print"), formats=("html", "pdf", "html"), options=options)
    made = jobs([Found(Path("hop.yaml"))], order, Path("out"))
    assert [job.target.name for job in made] == ["hop.html", "hop.pdf", "hop.large-print.html", "hop.large-print.pdf"]


def test_all_formats_are_made_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                       monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    built: list[Edition] = []

    def build_(record: Record, edition: Edition, **more: Any) -> Bulletin:
        built.append(edition)
        made: Bulletin = real(record, edition, **more)
        return made

    real = vars(work)["build"]
    monkeypatch.setattr(work, "build", build_)
    record = offices.record(tmp_path)
    assert build(record, "-o", tmp_path / "out", "-f", "pdf", "-f", "png", "-f", "html", "--dpi", "72") == 0
    assert names(tmp_path / "out") == ["hop-1.png", "hop.chat.png", "hop.html", "hop.pdf"]
    told = [line.partition(": ") for line in capsys.readouterr().out.splitlines()]
    assert [Path(name).name for name, _, _ in told] == ["hop.pdf", "hop.chat.png", "hop.html"]
    assert [tail.startswith("1 page, ") for _, _, tail in told] == [True, True, False]
    # The pictures are those of the PDF, which is made once.
    assert len(built) == 1


@pytest.mark.parametrize(
    ("scope", "form", "made"),
    [
        ("công khai", "html", True), ("nội bộ", "html", True), ("không đăng báo chí", "html", False),
        ("thu hồi", "html", False), ("xem xong trả lại", "html", False), ("không đăng báo chí", "png", True),
        ("thu hồi", "png", False), ("xem xong trả lại", "png", False), ("thu hồi", "pdf", True),
    ],
)  # fmt: skip
def test_what_must_not_leave_the_office_does_not(
    scope: str, form: str, made: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = offices.record(tmp_path, text=f"{offices.DRAFT}phạm vi: {scope}\n")
    assert build(record, "-o", tmp_path / "out", "-f", form, "--dpi", "50") == (0 if made else 4)
    assert bool(names(tmp_path / "out")) == made
    if not made:
        # With its place, the line itself, and the key.
        told = capsys.readouterr().err
        assert f"{record}:8:10: this record is" in told
        assert f"phạm vi: {scope}" in told
        assert "change “phạm vi”" in told


def test_a_layout_that_has_no_page_for_the_web_says_what_it_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = vars(work)["layout_named"]
    monkeypatch.setattr(work, "layout_named", lambda *args: replace(real(*args), formats=("pdf", "png")))
    assert build(offices.record(tmp_path), "-o", tmp_path / "out", "-f", "html") == 5
    told = capsys.readouterr().err
    assert "layout “news” does not come as html" in told
    assert "its formats: pdf, png" in told


def test_pictures_of_before_are_told_and_left(tmp_path: Path) -> None:
    for name in ("hop-1.png", "hop-2.png", "hop-2b.png", "hop.chat.png", "hop-2.pdf", "xhop-3.png"):
        (tmp_path / name).touch()
    target = tmp_path / "hop.png"
    assert left_over(target, picture_paths(target, 2)) == ()
    [note] = left_over(target, picture_paths(target, 1))
    assert note.message == "pictures of an earlier bulletin still lie there: hop-2.png"
    assert (tmp_path / "hop-2.png").exists()


def test_whoever_makes_a_page_of_an_internal_record_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = offices.record(tmp_path)
    assert build(record, "-o", tmp_path / "out", "-f", "html", "-e", "standard", "-e", "large-print") == 0
    assert capsys.readouterr().err.count("[internal-page]") == 1
    offices.record(tmp_path, text=f"{offices.DRAFT}phạm vi: công khai\n")
    assert build(record, "-o", tmp_path / "out", "-f", "html") == 0
    assert "internal-page" not in capsys.readouterr().err


def test_so_many_pages_are_asked_of_a_page_for_the_web_too(tmp_path: Path) -> None:
    assert build(offices.record(tmp_path), "-o", tmp_path / "out", "-f", "html", "--pages", "9") == 6

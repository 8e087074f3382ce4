"""Papers as they come out of the whole line: what is on them, what is not, what stops them."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

import page as validator
import pytest

from bulletin import Edition, build
from bulletin.compose import Setting, compose
from bulletin.compose.matter import without_photos
from bulletin.config import layout_named
from bulletin.errors import RecordError, RenderError
from bulletin.load import load_text
from bulletin.model import Record
from bulletin.pipeline import spots
from bulletin.validate import validate
from bulletin.vietnamese.text import squeeze
from compose.records import record
from paper.reading import lines

PAPERS = sorted((Path(__file__).parent.parent / "data" / "papers").glob("*.yaml"))
TODAY = dt.date(2026, 6, 1)
every_paper = pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)


@functools.cache
def paper(path: Path) -> Record:
    return validate(load_text(path.read_text(encoding="utf-8"), path))


def pdf(record: Record, edition: str = "standard", *, zoom: int = 100, pages: int = 0) -> bytes:
    made = build(record, Edition.named(edition).zoomed(zoom), layout="official", photos={}, pages=pages,
                 printed_on=TODAY)  # fmt: skip
    return made.pdf


def text(data: bytes) -> str:
    return "".join(squeeze(line.text) for line in lines(data)).casefold()


def html(record: Record, edition: Edition | None = None) -> str:
    layout = layout_named("official")
    setting = Setting(layout=layout, printed_on=TODAY)
    return compose(record, edition or layout.edition("standard"), setting).html.replace("\u00a0", " ")


@every_paper
@pytest.mark.parametrize(("edition", "zoom"), [("large-print", 100), ("giant-print", 100), ("standard", 150)])
def test_large_print_is_a_reading_copy_that_says_so_on_top(path: Path, edition: str, zoom: int) -> None:
    found = lines(pdf(paper(path), edition, zoom=zoom))
    first = [line for line in found if line.page == 1]
    assert squeeze(first[0].text) == squeeze("Bản đọc chữ to, không thay cho văn bản")
    assert min(line.pt for line in found) >= (24 if edition == "giant-print" else 18) - 0.1
    assert not [line for line in found if "Italic" in line.font or (line.text.isupper() and len(line.text) > 12)]


@every_paper
def test_type_that_is_only_enlarged_is_a_reading_copy_too(path: Path) -> None:
    top = " ".join(line.text for line in lines(pdf(paper(path), zoom=115)) if line.page == 1 and line.base < 45)
    assert squeeze("Bản đọc phóng to, không thay cho văn bản") in squeeze(top)


@every_paper
def test_the_paper_itself_is_none(path: Path) -> None:
    assert "bảnđọc" not in text(pdf(paper(path)))


@every_paper
def test_nothing_is_drawn_where_the_seal_and_the_signature_go(path: Path) -> None:
    assert "<img" not in html(paper(path))
    assert "<svg" not in html(paper(path))


@pytest.mark.slow
@every_paper
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_a_paper_is_made_for_the_archive_and_for_screen_readers(path: Path, profile: str, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(paper(path)))
    assert list(validator.validate_pdf(str(file), profile=profile).failures) == []


def test_a_record_that_says_nothing_of_a_document_has_one_clear_fault() -> None:
    with pytest.raises(RecordError) as caught:
        pdf(record())
    [problem] = caught.value.problems
    assert (problem.id, problem.line) == ("no-document", 1)


def test_other_layouts_do_not_ask_for_it() -> None:
    half = record("văn bản:\n  thể thức: đảng\n  số: 5\n")
    assert build(half, Edition.named("standard"), layout="news", photos={}).pages == 1


def test_the_news_leaves_the_document_out() -> None:
    news = build(paper(PAPERS[0]), Edition.named("standard"), layout="news", photos={}).pdf
    assert "nơinhận" not in text(news)
    assert "đảngcộngsảnviệtnam" not in text(news)


def test_photos_and_their_places_are_left_to_the_news() -> None:
    body = "nội dung:\n  - lời: |\n      Một.\n      [ảnh: a]\n      Hai.\n    ảnh: a.jpg\nảnh: b.jpg\n"
    bare = without_photos(record(body=body))
    assert bare.all_photos() == ()
    assert bare.sections[0].text == "Một.\nHai."


def test_facts_and_people_stand_as_paragraphs() -> None:
    [path] = [path for path in PAPERS if path.stem == "cell"]
    page = html(paper(path))
    assert "Thời gian: 14 giờ 00, chiều thứ Hai, ngày 29/12/2025" in page
    assert "Vắng mặt: Đồng chí Trần Văn Bình, ốm" in page
    assert '<dl class="facts"' not in page


def test_a_header_that_has_moved_stops_the_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spots, "HEADER_LEADING", 1.36 + 0.25)
    with pytest.raises(RenderError) as caught:
        pdf(paper(PAPERS[0]))
    assert {problem.id for problem in caught.value.problems} == {"misplaced"}


def test_a_paper_can_be_made_to_fit_its_lines_18_to_22_points_apart() -> None:
    [path] = [path for path in PAPERS if path.stem == "commune"]
    found = lines(pdf(paper(path), pages=2))
    opening = next(line for line in found if squeeze(line.text).startswith("Chiềungày"))
    below = found[found.index(opening) + 1]
    assert 18 - 0.1 <= (below.base - opening.base) * 72 / 25.4 <= 22 + 0.1


def test_an_annex_of_several_pages_counts_from_its_own_first() -> None:
    [path] = [path for path in PAPERS if path.stem == "superior"]
    long = "\n".join(f"        Việc thứ {n} được giao cho tổ {n % 7}, xong trong quý." for n in range(1, 90))
    typed = path.read_text(encoding="utf-8").replace("        Tháng 01 họp cấp ủy.", long)
    found = lines(pdf(validate(load_text(typed, path))))
    numbers = [(line.page, line.text) for line in found if line.base < 20 and line.text.isdecimal()]
    assert numbers[0] == (2, "2")
    assert [text for page, text in numbers if page > 4] == ["2", "3", "4"]


def test_a_line_does_not_end_after_its_first_word_before_a_code() -> None:
    [path] = [path for path in PAPERS if path.stem == "basic"]
    typed = path.read_text(encoding="utf-8").replace(
        "- Chất lượng công việc từng bước được nâng lên.",
        "- Giao Ban Chấp hành khóa V ban hành chương trình hành động trong quý III/2025.",
    )
    found = lines(pdf(validate(load_text(typed, path))))
    [line] = [line for line in found if squeeze(line.text).startswith("-Giao")]
    assert squeeze(line.text).endswith("hànhđộngtrong")

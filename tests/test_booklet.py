"""Made ready to fold, made to fit so many pages, and what is told of it; with real stages."""

from __future__ import annotations

import datetime as dt
import importlib
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

import offices
from bulletin import messages, pipeline, render
from bulletin.config import layout_named
from bulletin.edition import Edition
from bulletin.errors import LayoutError, RenderError
from bulletin.layout import Layout
from bulletin.pipeline import Bulletin, build, changes, open_record
from bulletin.plan import Plan
from photos import pictures

STANDARD = Edition.named("standard")
DAY = dt.date(2026, 1, 5)
PARAGRAPH = (
    "Chi bộ nghe tình hình trong thôn và bàn việc làm đường bê tông. Các đảng viên nhận việc vận động từng nhà hiến "
    "đất, báo kết quả vào kỳ họp sau; ai gặp khó khăn thì nêu ngay để Chi ủy cùng tháo gỡ. "
)
RECORD = """\
tiêu đề: Chi bộ Thôn Đông họp thường kỳ
ngày: 05/9/2025
đơn vị: Chi bộ Thôn Đông
chủ trì: Lê Thị Bình, Bí thư Chi bộ
trạng thái: duyệt
người duyệt: Lê Thị Bình
ngày duyệt: 06/9/2025
nội dung: |
"""


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", "off")


@pytest.fixture
def layouts_made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that the engine has laid pages out."""
    made: list[int] = []
    lay_out = render.lay_out

    def counted(*args: Any, **more: Any) -> render.Laid:
        laid = lay_out(*args, **more)
        made.append(laid.pages)
        return laid

    monkeypatch.setattr(render, "lay_out", counted)
    return made


def report(folder: Path, paragraphs: int, *, photos: int = 0) -> Path:
    """A record of so many paragraphs, a photo after each fourth."""
    lines = []
    for number in range(paragraphs):
        lines.append(f"  Việc thứ {number + 1}. {PARAGRAPH * 2}\n")
        if number % 4 == 3 and number // 4 < photos:
            lines.append(f"  [ảnh: {number // 4 + 1}]\n")
    text = RECORD + "".join(lines)
    if photos:
        text += "ảnh:\n"
        for number in range(photos):
            pictures.scene(1200 + 10 * number, 800).save(folder / f"canh-{chr(97 + number)}.jpg")
            text += f"  - tệp: canh-{chr(97 + number)}.jpg\n    chú thích: Ảnh số {number + 1}\n    mô tả: Cảnh thôn\n"
    return offices.record(folder, text=text.replace("{", "{{").replace("}", "}}"))


def made(record: Path, layout: str = "newsletter", edition: Edition = STANDARD, **more: Any) -> Bulletin:
    dossier = open_record(record)
    return build(
        dossier.record, edition, layout=layout, settings=dossier.settings, photos=dossier.photos, printed_on=DAY, **more
    )


def pages_of(bulletin: Bulletin) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(bulletin.pdf), strict=True).pages]


def noted(bulletin: Bulletin) -> list[int]:
    """Which pages are for notes."""
    return [number for number, text in enumerate(pages_of(bulletin), start=1) if "Ghi chép" in text]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("paragraphs", "pages"), [(2, 1), (8, 2), (17, 3), (23, 4), (32, 5), (38, 6), (47, 7), (56, 8)]
)
def test_pages_for_notes_make_it_up_to_a_multiple_of_four_at_the_end(
    tmp_path: Path, paragraphs: int, pages: int
) -> None:
    record = report(tmp_path, paragraphs)
    plain, ready = made(record, "news"), made(record, "news", booklet_ready=True)
    assert ready.pages % 4 == 0
    assert 0 <= ready.pages - plain.pages <= 3
    assert noted(ready) == list(range(plain.pages + 1, ready.pages + 1))
    assert noted(plain) == []
    assert plain.pages == pages


def test_a_newsletter_of_one_page_gets_three_for_notes(tmp_path: Path, layouts_made: list[int]) -> None:
    ready = made(report(tmp_path, 4), booklet_ready=True)
    assert (ready.pages, noted(ready)) == (4, [2, 3, 4])
    assert (
        ready.changes[-1] == "3 trang ghi chép ở cuối"
        if messages.language() == "vi"
        else "3 pages for notes at the end"
    )
    # One layout more than without them.
    assert layouts_made == [1, 4]


@pytest.mark.parametrize("edition", ["large-print", "giant-print"])
def test_large_print_has_lines_for_a_large_hand(tmp_path: Path, edition: str) -> None:
    ready = made(report(tmp_path, 2), edition=Edition.named(edition), booklet_ready=True)
    assert ready.pages % 4 == 0
    assert noted(ready)


def test_a_layout_without_pages_for_notes_is_not_made_ready(tmp_path: Path) -> None:
    record = report(tmp_path, 2)
    dossier = open_record(record)
    bare = Layout(name="news")
    with pytest.raises(LayoutError, match="news"):
        build(dossier.record, STANDARD, layout=bare, settings=dossier.settings, booklet_ready=True)


def test_preflight_minds_a_number_of_pages_that_cannot_be_folded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fitting = importlib.import_module("bulletin.pipeline.fitting")
    monkeypatch.setattr(fitting, "replace", lambda plan, **_: plan)
    with pytest.raises(RenderError) as caught:
        made(report(tmp_path, 2), booklet_ready=True)
    assert [problem.id for problem in caught.value.problems] == ["page-count"]


@pytest.mark.parametrize("layout", ["news", "newsletter"])
@pytest.mark.parametrize("wanted", [2, 3])
def test_it_fits_so_many_pages_in_two_layouts_more(
    tmp_path: Path, layout: str, wanted: int, layouts_made: list[int]
) -> None:
    paragraphs = {("news", 2): 14, ("news", 3): 22, ("newsletter", 2): 19, ("newsletter", 3): 29}[layout, wanted]
    record = report(tmp_path, paragraphs)
    natural = made(record, layout)
    assert natural.pages == wanted + 1
    layouts_made.clear()
    fitted = made(record, layout, pages=wanted)
    assert fitted.pages == wanted
    assert len(layouts_made) <= 3
    # It is told what was done for it.
    assert fitted.changes


@pytest.mark.parametrize("layout", ["news", "newsletter"])
def test_fitting_changes_what_the_layout_lets_be_changed_and_no_more(
    tmp_path: Path, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans: list[Any] = []
    told = changes.changes

    def kept(composed: Any, *more: Any) -> tuple[str, ...]:
        plans.append(composed.plan)
        return told(composed, *more)

    monkeypatch.setattr(pipeline.making, "changes", kept)
    levers = layout_named(layout).levers
    made(report(tmp_path, 19 if layout == "newsletter" else 14), layout, pages=2)
    plan = plans[-1]
    for value, (least, most) in (
        (plan.body, levers.body), (plan.photos, levers.photos), (plan.air, levers.air), (plan.leading, levers.leading),
    ):  # fmt: skip
        assert least <= value <= most


def test_what_is_too_long_for_so_many_pages_is_told_in_lines(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        made(report(tmp_path, 60), pages=1)
    assert caught.value.problems[0].id == "too-long"


def test_what_is_too_short_is_told(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        made(report(tmp_path, 3), pages=3)
    assert caught.value.problems[0].id == "too-short"


@pytest.mark.slow
def test_what_was_changed_is_told_also_when_it_was_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layouts_made: list[int]
) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path / "cache"))
    record = report(tmp_path, 19)
    first = made(record, pages=2)
    layouts_made.clear()
    again = made(record, pages=2)
    assert len(layouts_made) == 1
    assert first.changes == again.changes != ()
    assert first.pdf == again.pdf


def test_what_is_remembered_of_other_pages_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after an update of the libraries that set the type."""
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path / "cache"))
    first = made(report(tmp_path, 4), booklet_ready=True)
    real = Plan.read

    def read(data: bytes) -> Plan | None:
        plan = real(data)
        return None if plan is None else replace(plan, notes=plan.notes - 1)

    monkeypatch.setattr(Plan, "read", staticmethod(read))
    assert made(report(tmp_path, 4), booklet_ready=True).pages == first.pages

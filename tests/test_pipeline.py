"""The line itself, with real stages."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any

import pypdf
import pytest

import offices
from bulletin import pipeline, preflight
from bulletin.cache import Cache
from bulletin.config import Settings
from bulletin.edition import EDITIONS, Edition
from bulletin.errors import ConfigError, LayoutError, RecordError, RenderError
from bulletin.pipeline import build, open_record, read_record, warnings
from photos import pictures

STANDARD, LARGE = Edition.named("standard"), Edition.named("large-print")
DAY = dt.date(2026, 1, 5)

WITH_PHOTOS = """\
tiêu đề: Chi bộ Thôn Đông họp thường kỳ
ngày: 05/9/2025
đơn vị: Chi bộ Thôn Đông
nội dung: Các đảng viên nhận việc vận động từng nhà hiến đất.
ảnh:
  - tệp: a.jpg
    chú thích: Quang cảnh buổi họp
    mô tả: Nhà văn hóa thôn, mọi người ngồi quanh bàn
  - tệp:
      - b.jpg
      - c.jpg
    chú thích: Đoạn đường sẽ đổ bê tông
    mô tả: Đường đất nhiều ổ gà
"""


@pytest.fixture(autouse=True)
def _no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", "off")


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """A record with three photos."""
    for name, size in (("a.jpg", (1600, 1000)), ("b.jpg", (900, 900)), ("c.jpg", (900, 1200))):
        pictures.scene(*size).save(tmp_path / name)
    return offices.record(tmp_path, text=WITH_PHOTOS)


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def words(pdf: bytes) -> str:
    return " ".join("\n".join(page.extract_text() for page in reader(pdf).pages).split())


def test_a_record_is_read_with_its_settings_and_photos(album: Path) -> None:
    offices.settings(album.parent, 'byline = "Văn phòng"\n')
    dossier = open_record(album)
    assert dossier.record.title == "Chi bộ Thôn Đông họp thường kỳ"
    assert set(dossier.photos) == {"a.jpg", "b.jpg", "c.jpg"}
    assert dossier.settings.byline == "Văn phòng"
    assert read_record(album) == dossier.record


def test_the_office_of_the_settings_stands_in_for_the_record(tmp_path: Path) -> None:
    offices.settings(tmp_path, '[organisation]\nname = "Chi bộ Thôn Tây"\n')
    path = offices.record(tmp_path, text=offices.DRAFT.replace("đơn vị: Chi bộ Thôn Đông\n", ""))
    organisation = read_record(path).organisation
    assert organisation is not None
    assert organisation.name == "Chi bộ Thôn Tây"


def test_faulty_settings_are_told_before_the_record_is_read(tmp_path: Path) -> None:
    offices.settings(tmp_path, "layout = 5\n")
    with pytest.raises(ConfigError):
        read_record(tmp_path / "none.yaml")


def test_faults_of_record_and_photos_are_told_together_in_the_order_of_the_file(album: Path) -> None:
    (album.parent / "a.jpg").unlink()
    (album.parent / "c.jpg").write_bytes(b"")
    with pytest.raises(RecordError) as caught:
        open_record(album)
    assert [(it.line, it.column, it.id, it.path) for it in caught.value.problems] == [
        (6, 10, "photo-missing", album), (11, 9, "photo-empty", album),
    ]  # fmt: skip
    assert all(problem.source for problem in caught.value.problems)
    album.write_text(WITH_PHOTOS.replace("05/9/2025", "35/9/2025"), encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        open_record(album)
    assert caught.value.problems[0].line == 2


def test_a_photo_that_changes_under_our_hands_is_told_with_its_place(album: Path) -> None:
    dossier = open_record(album)
    pictures.scene(1000, 1000).save(album.parent / "b.jpg")
    (album.parent / "c.jpg").unlink()
    with pytest.raises(RecordError) as caught:
        build(dossier.record, STANDARD, settings=dossier.settings, photos=dossier.photos)
    assert [(it.line, it.column, it.id, it.path) for it in caught.value.problems] == [
        (10, 9, "photo-changed", album), (11, 9, "photo-changed", album),
    ]  # fmt: skip


def test_a_bulletin_tells_of_itself(album: Path) -> None:
    dossier = open_record(album)
    bulletin = build(dossier.record, STANDARD, settings=dossier.settings, photos=dossier.photos)
    assert (bulletin.title, bulletin.date) == (dossier.record.title, dt.date(2025, 9, 5))
    assert bulletin.pages == len(reader(bulletin.pdf).pages)
    assert set(bulletin.photo_widths_mm) == {"a.jpg", "b.jpg", "c.jpg"}
    assert all(10 < width <= STANDARD.measure_mm for width in bulletin.photo_widths_mm.values())


def test_a_record_alone_is_enough(album: Path) -> None:
    whole = open_record(album)
    assert (
        build(read_record(album), LARGE).pdf
        == build(whole.record, LARGE, settings=whole.settings, photos=whole.photos).pdf
    )


def test_the_same_record_gives_the_same_bytes_in_any_folder(tmp_path: Path) -> None:
    pdfs = {build(read_record(offices.record(tmp_path / name)), STANDARD).pdf for name in ("a", "b")}
    assert len(pdfs) == 1


def test_the_cache_changes_nothing_but_the_time(album: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = build(read_record(album), STANDARD).pdf
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path / "cache"))
    assert [build(read_record(album), STANDARD).pdf for _ in range(2)] == [plain, plain]
    assert Cache.default("photos").folder == tmp_path / "cache" / "photos"
    assert list((tmp_path / "cache" / "photos").iterdir())


def test_a_draft_bears_its_stamp_on_every_page(tmp_path: Path) -> None:
    record = read_record(offices.record(tmp_path))
    pages = reader(build(record, LARGE.zoomed(200), printed_on=DAY).pdf).pages
    texts = [" ".join(page.extract_text().split()) for page in pages]
    assert len(texts) > 1
    assert [text for text in texts if "Dự thảo 05/01/2026" not in text] == []
    assert "DỰ THẢO 05/9/2025" in words(build(record, STANDARD).pdf)


def test_an_approved_record_gives_the_same_on_every_day(tmp_path: Path) -> None:
    record = read_record(offices.record(tmp_path, text=offices.APPROVED))
    one, two = (build(record, STANDARD, printed_on=day).pdf for day in (DAY, dt.date(2027, 3, 3)))
    assert one == two
    assert "DỰ THẢO" not in words(one)


def test_the_record_travels_along_only_when_asked_to(tmp_path: Path) -> None:
    path = offices.record(tmp_path)
    record = read_record(path)
    assert reader(build(record, STANDARD).pdf).attachments == {}
    assert reader(build(record, STANDARD, embed_record=True).pdf).attachments == {"hop.yaml": [path.read_bytes()]}


def test_settings_are_printed(tmp_path: Path) -> None:
    record = read_record(offices.record(tmp_path))
    pdf = build(record, STANDARD, settings=Settings(masthead="TIN NỘI BỘ", byline="Văn phòng Đảng ủy")).pdf
    assert "TIN NỘI BỘ" in words(pdf)
    assert "Văn phòng Đảng ủy" in words(pdf)


def test_a_masthead_that_needs_a_licence_is_refused_without(tmp_path: Path) -> None:
    settings = Settings(masthead="Bản tin Thôn Đông")
    with pytest.raises(LayoutError, match="needs a licence") as caught:
        build(read_record(offices.record(tmp_path)), STANDARD, settings=settings)
    assert "giấy phép" in caught.value.hint


def test_an_unknown_layout_is_told_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="no layout “menu”") as caught:
        build(read_record(offices.record(tmp_path)), STANDARD, layout="menu")
    assert "news" in caught.value.hint


def test_what_is_lost_on_the_way_stops_the_build_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bulletin import compose

    record = read_record(offices.record(tmp_path))
    original = compose.compose

    def careless(*args: Any, **more: Any) -> Any:
        composed = original(*args, **more)
        return compose.Composed(
            html=composed.html.replace("vận động", "vận\xa0động").replace("hiến", ""), nodes=composed.nodes,
            pieces=composed.pieces, pictures=composed.pictures, styles=composed.styles, stamp=composed.stamp,
        )  # fmt: skip

    monkeypatch.setattr(compose, "compose", careless)
    with pytest.raises(RenderError) as caught:
        build(record, STANDARD)
    assert {(problem.path, problem.line) for problem in caught.value.problems} == {(tmp_path / "hop.yaml", 5)}


def test_warnings_are_silenced_by_the_office(album: Path) -> None:
    text = WITH_PHOTOS.replace("    mô tả: Đường đất nhiều ổ gà\n", "")
    album.write_text(text, encoding="utf-8")
    told = {problem.id for problem in warnings(open_record(album))}
    assert "no-alt" in told
    offices.settings(album.parent, 'silence = ["no-alt"]\n')
    assert {problem.id for problem in warnings(open_record(album))} == told - {"no-alt"}


def test_photos_are_judged_by_the_size_at_which_they_are_printed(tmp_path: Path) -> None:
    pictures.scene(700, 700).save(tmp_path / "a.jpg")
    text = WITH_PHOTOS[: WITH_PHOTOS.index("  - tệp:\n")]
    dossier = open_record(offices.record(tmp_path, text=text))
    bulletin = build(dossier.record, STANDARD, settings=dossier.settings, photos=dossier.photos)

    def is_coarse(width_mm: float) -> bool:
        placed = pipeline.Bulletin(title="", pdf=b"", pages=1, date=DAY, photo_widths_mm={"a.jpg": width_mm})
        return "low-resolution" in {problem.id for problem in warnings(dossier, placed)}

    assert is_coarse(170)
    assert not is_coarse(100)
    judged = "low-resolution" in {problem.id for problem in warnings(dossier, bulletin)}
    assert judged == is_coarse(bulletin.photo_widths_mm["a.jpg"])


@pytest.mark.parametrize("zoom", [100, 127, 128, 200, 300])
@pytest.mark.parametrize("name", EDITIONS)
def test_no_letter_is_smaller_than_the_edition_promises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, zoom: int
) -> None:
    measured: list[tuple[preflight.Expected, preflight.Report]] = []
    original = preflight.preflight

    def kept(pdf: bytes, expected: preflight.Expected) -> preflight.Report:
        report = original(pdf, expected)
        measured.append((expected, report))
        return report

    monkeypatch.setattr(preflight, "preflight", kept)
    edition = Edition.named(name).zoomed(zoom)
    build(read_record(offices.record(tmp_path)), edition)
    ((expected, report),) = measured
    assert edition.smallest_pt - 0.01 <= report.smallest_pt <= edition.body_pt + 0.01
    if name != "standard" or zoom >= 128:
        assert report.smallest_pt >= 18.0 - 0.01
    # Pages are full, but where type was enlarged so far that a page holds few lines.
    assert expected.least_fill == 0.6 if zoom == 100 or (name, zoom) == ("standard", 127) else expected.least_fill < 0.6

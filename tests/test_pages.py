"""Photos of all shapes and numbers through the whole line; the preflight of each build holds page against record."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from bulletin import pipeline
from bulletin.edition import EDITIONS, Edition

RATIOS = (0.2, 0.34, 0.5, 0.75, 1.0, 1.5, 1.78, 3.0, 5.0)
HEAD = "tiêu đề: Chi bộ họp thường kỳ quý II\nngày: 05/3/2026\nđơn vị: Chi bộ Trường Tiểu học Hòa Bình\n"
SENTENCE = "Chi bộ thống nhất giao từng đảng viên một việc cụ thể, có thời hạn và có người theo dõi."
EDITION_NAMES = ("standard", "large-print", "giant-print")

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pages")]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a picture for each number and ratio, no two alike."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "anh").mkdir()
    for place, ratio in enumerate((*RATIOS, 1.5, 0.75, 1.0)):
        wide = round(600 * ratio**0.5)
        picture = Image.new("RGB", (wide, round(wide / ratio)), (20 * place, 90, 160))
        ImageDraw.Draw(picture).ellipse((5, 5, wide - 5, wide / ratio - 5), fill=(230, 180, 20 * place))
        picture.save(folder / "anh" / f"{place}.png")
    return folder


def build(office: Path, body: str, edition: str) -> pipeline.Bulletin:
    path = office / "a.yaml"
    path.write_text(HEAD + body, encoding="utf-8")
    dossier = pipeline.open_record(path)
    return pipeline.build(dossier.record, Edition.named(edition), photos=dossier.photos, settings=dossier.settings)


def text(paragraphs: int) -> str:
    return "nội dung: |\n" + f"  {SENTENCE} {SENTENCE}\n" * paragraphs


@pytest.mark.parametrize("edition", EDITION_NAMES)
@pytest.mark.parametrize("place", range(len(RATIOS)), ids=[f"ratio {ratio}" for ratio in RATIOS])
def test_a_photo_of_any_shape_stands_whole_with_its_caption(office: Path, place: int, edition: str) -> None:
    photo = f"ảnh:\n  - {{tệp: anh/{place}.png, chú thích: Hoa, tác giả: Minh Anh, mô tả: Hình tròn}}\n"
    made = build(office, text(6) + photo, edition)
    assert 0 < made.photo_widths_mm[f"anh/{place}.png"] <= EDITIONS[edition].measure_mm


@pytest.mark.parametrize("edition", EDITION_NAMES)
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 7, 9, 12])
def test_a_gallery_of_any_number_stands_whole(office: Path, number: int, edition: str) -> None:
    files = ", ".join(f"anh/{place}.png" for place in range(number))
    photo = f"ảnh:\n  tệp: [{files}]\n  chú thích: Một số hình ảnh tại buổi sinh hoạt của Chi bộ\n  mô tả: Hình tròn\n"
    assert len(build(office, text(4) + photo, edition).photo_widths_mm) == number


@pytest.mark.parametrize("edition", EDITION_NAMES)
def test_photos_one_after_the_other_stand_whole(office: Path, edition: str) -> None:
    photos = "".join(
        f"  - {{tệp: anh/{place}.png, chú thích: Ảnh thứ {place}, mô tả: Hình tròn}}\n" for place in range(12)
    )
    assert len(build(office, text(5) + "ảnh:\n" + photos, edition).photo_widths_mm) == 12


@pytest.mark.parametrize("edition", EDITION_NAMES)
def test_what_stands_several_times_is_not_missed(office: Path, edition: str) -> None:
    assert build(office, text(40), edition).pages > 2
    lines = "- Hoàn thành 100% kế hoạch.\n"
    assert build(office, "nội dung: |\n" + f"  {lines}" * 60, edition).pages >= 1


@pytest.mark.parametrize("percent", [115, 128, 200, 300])
def test_enlarged_type_is_set_anew(office: Path, percent: int) -> None:
    path = office / "zoom.yaml"
    path.write_text(HEAD + text(3), encoding="utf-8")
    dossier = pipeline.open_record(path)
    edition = Edition.named("standard").zoomed(percent)
    pages = pipeline.build(dossier.record, edition, photos={}, settings=dossier.settings).pages
    assert (
        pages >= pipeline.build(dossier.record, Edition.named("standard"), photos={}, settings=dossier.settings).pages
    )


@pytest.mark.parametrize("key", ["thành phần", "kết nạp"])
def test_five_thousand_people_are_printed(office: Path, key: str) -> None:
    people = "".join(f"  - Nguyễn Văn {chr(65 + n % 26)}{n}\n" for n in range(5000))
    assert build(office, f"{text(1)}{key}:\n{people}", "standard").pages > 20

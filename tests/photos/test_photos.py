from pathlib import Path

import pytest

from bulletin.cache import Cache
from bulletin.photos import Photo, check_all, dpi_at

from .pictures import encoded, scene


def test_all_faults_are_told_in_one_go_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "good.jpg").write_bytes(encoded(scene(), "JPEG"))
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "text.jpg").write_bytes(b"text")
    files = ["text.jpg", "good.jpg", "missing.jpg", "text.jpg", "../out.jpg", "empty.jpg"]
    photos, faults = check_all(tmp_path, files, None)
    assert list(photos) == ["good.jpg"]
    assert photos["good.jpg"].path == (tmp_path / "good.jpg").resolve()
    assert [(fault.file, fault.id) for fault in faults] == [
        ("text.jpg", "photo-kind"),
        ("missing.jpg", "photo-missing"),
        ("../out.jpg", "photo-path"),
        ("empty.jpg", "photo-empty"),
    ]


def test_a_record_without_photos_has_no_faults(tmp_path: Path) -> None:
    assert check_all(tmp_path, [], Cache(None)) == ({}, ())


def test_the_ratio_is_width_by_height() -> None:
    assert Photo(path=Path("a"), width_px=400, height_px=300, digest="").ratio == pytest.approx(4 / 3)


def test_dots_per_inch_follow_from_the_printed_width() -> None:
    photo = Photo(path=Path("a"), width_px=1200, height_px=900, digest="")
    assert dpi_at(photo, 101.6) == pytest.approx(300)
    assert dpi_at(photo, 203.2) == pytest.approx(150)

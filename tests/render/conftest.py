from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bulletin import assets
from bulletin.render import Document

from .sample import ORNAMENT, STYLE


@pytest.fixture(autouse=True)
def layouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of layouts with `news/print.css` and an ornament."""
    folder = tmp_path / "layouts"
    (folder / "news").mkdir(parents=True)
    (folder / "news" / "print.css").write_text(STYLE, encoding="utf-8")
    (folder / "ornament.svg").write_text(ORNAMENT, encoding="utf-8")
    monkeypatch.setattr(assets, "layouts_folder", lambda: folder)
    return folder


@pytest.fixture
def document() -> Document:
    return Document(
        title="Chi bộ bàn việc sửa đường (quý I)",
        author="Chi bộ Trường Tiểu học Bình Minh",
        subject="Sinh hoạt chi bộ",
        keywords=("sinh hoạt chi bộ", "đường & trường"),
        date=dt.date(2026, 3, 12),
    )

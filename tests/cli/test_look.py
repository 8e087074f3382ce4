from __future__ import annotations

import pytest

from bulletin import assets
from bulletin.config import layouts_known

from .conftest import Bulletin


def test_every_font_is_listed(bulletin: Bulletin) -> None:
    done = bulletin("fonts")
    assert done.code == 0
    assert len(done.out.splitlines()) == len(assets.font_files())
    assert "noto-serif/NotoSerif-Regular.ttf" in done.out.splitlines()


@pytest.mark.parametrize(("language", "title"), [("en", "Conference news on A4"), ("vi", "Tin hội nghị, khổ A4")])
def test_every_layout_is_listed_with_its_editions(bulletin: Bulletin, language: str, title: str) -> None:
    done = bulletin("--lang", language, "layouts")
    assert f"news: {title} (standard, large-print, giant-print)" in done.out.splitlines()
    assert len(done.out.splitlines()) == len(layouts_known())

from __future__ import annotations

from bulletin import assets

from .conftest import Bulletin


def test_every_font_is_listed(bulletin: Bulletin) -> None:
    done = bulletin("fonts")
    assert done.code == 0
    assert len(done.out.splitlines()) == len(assets.font_files())
    assert "noto-serif/NotoSerif-Regular.ttf" in done.out.splitlines()

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

from bulletin.cache import Cache
from bulletin.render.webfonts import Row, covered, web_fonts

SERIF = Row(("Noto Serif", "Noto Sans"), frozenset({400, 700}))
SANS = Row(("Be Vietnam Pro", "Noto Sans"), frozenset({400, 600}))


def test_a_face_holds_the_letters_of_the_text_and_no_others() -> None:
    [light, strong] = web_fonts("Đảng bộ xã\n\u200b", [SERIF])
    assert [(font.family, font.weight, font.style) for font in (light, strong)] == [
        ("Noto Serif", 400, "normal"), ("Noto Serif", 700, "normal"),
    ]  # fmt: skip
    assert light.letters == set("Đảng bộ xã")
    with TTFont(io.BytesIO(light.data)) as font:
        assert font.flavor == "woff2"
        assert set(map(chr, font.getBestCmap())) == light.letters
        # The maker's licence travels along.
        assert "Open Font License" in (font["name"].getDebugName(13) or "")


def test_each_face_is_there_once_and_stands_in_for_letters_that_another_lacks() -> None:
    figures = Row(("Noto Sans",), frozenset({400}))
    lacking = "\u2c6d"
    fonts = web_fonts(f"a{lacking}", [SANS, figures])
    assert [(font.family, font.weight) for font in fonts] == [
        ("Be Vietnam Pro", 400), ("Be Vietnam Pro", 600), ("Noto Sans", 400),
    ]  # fmt: skip
    assert [font.letters for font in fonts] == [{"a"}, {"a"}, {"a", lacking}]
    assert covered(figures, fonts) == {"a", lacking}


def test_slanted_faces_come_only_when_they_are_asked_for() -> None:
    slanted = Row(SERIF.families, SERIF.weights, italic=True)
    assert {font.style for font in web_fonts("a", [SERIF])} == {"normal"}
    assert sorted((font.weight, font.style) for font in web_fonts("a", [slanted])) == [
        (400, "italic"), (400, "normal"), (700, "italic"), (700, "normal"),
    ]  # fmt: skip


def test_a_letter_counts_as_drawn_only_where_every_weight_draws_it() -> None:
    fonts = web_fonts("ab", [SERIF])
    assert covered(SERIF, fonts) == {"a", "b"}
    assert covered(SERIF, fonts[:1]) == set()


def test_a_letter_that_no_font_has_is_in_none() -> None:
    assert covered(SERIF, web_fonts("a\U0001f600", [SERIF])) == {"a"}


def test_the_same_letters_give_the_same_bytes_kept_or_not(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "fonts")
    first, kept, anew = web_fonts("Đảng", [SERIF], cache), web_fonts("gảnĐ", [SERIF], cache), web_fonts("Đảng", [SERIF])
    assert first == kept == anew
    assert len(list((tmp_path / "fonts").iterdir())) == 2


def test_the_engine_is_not_needed() -> None:
    program = (
        "import sys; from bulletin.render.webfonts import Row, web_fonts; "
        "web_fonts('a', [Row(('Lexend',), frozenset({400}))]); sys.exit('weasyprint' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", program], env=environment, check=False).returncode == 0

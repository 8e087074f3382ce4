from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bulletin import assets
from bulletin.errors import FontError, RenderError
from bulletin.render import Document, lay_out
from bulletin.render.engine import fonts
from bulletin.render.fonts import EVERYWHERE, Face

from .sample import page
from .tree import reader


@pytest.mark.parametrize("path", assets.font_files(), ids=lambda path: path.stem)
def test_every_file_is_listed_as_what_it_says_it_is(path: Path) -> None:
    with TTFont(path) as font:
        names = font["name"]
        family = names.getDebugName(16) or names.getDebugName(1)
        style = "italic" if font["OS/2"].fsSelection & 1 else "normal"
        face = Face(family, font["OS/2"].usWeightClass, style)
        assert names.getDebugName(6) in assets.font_names()
    assert fonts().faces[face] == path


@pytest.mark.parametrize("path", assets.font_files(), ids=lambda path: path.stem)
def test_every_file_has_the_letters_that_are_taken_for_granted(path: Path) -> None:
    with TTFont(path) as font:
        assert not [letter for letter in EVERYWHERE if ord(letter) not in font.getBestCmap()]


def test_vietnamese_letters_are_taken_for_granted() -> None:
    marks = ["", *"\u0300\u0309\u0303\u0301\u0323"]
    letters = {unicodedata.normalize("NFC", letter + mark) for letter in "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ" for mark in marks}
    assert {letter for letter in letters if len(letter) == 1} <= EVERYWHERE


@pytest.mark.parametrize(
    ("face", "path"), fonts().faces.items(), ids=lambda value: str(value) if isinstance(value, Face) else ""
)
def test_each_face_is_set_in_its_own_file(face: Face, path: Path, document: Document) -> None:
    style = f'p {{ font: {face.style} {face.weight} 12pt/1.5 "{face.family}" }}'
    pdf = lay_out(page("<p>Hội nghị</p>", style)).write(document)
    assert [original_name(font) for font in embedded(pdf)] == [original_name(path.read_bytes())]


def embedded(pdf: bytes) -> list[bytes]:
    found = []
    for font in reader(pdf).pages[0]["/Resources"]["/Font"].values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        found.append(descriptor["/FontFile2"].get_data())
    return found


def original_name(font: bytes) -> str:
    with TTFont(io.BytesIO(font)) as parsed:
        return str(parsed["name"].getDebugName(6))


@pytest.mark.parametrize(
    "style",
    [
        "p { font-family: serif }",
        'p { font-family: "DejaVu Sans" }',
        'p { font-family: "DejaVu Sans", "Noto Sans" }',
        'p { font-family: "Lexend"; font-style: italic }',
        'p { font-family: "Noto Sans"; font-weight: 600 }',
        "@page { @top-left { content: 'x'; font-family: monospace } }",
    ],
)
def test_a_face_that_is_not_ours_is_refused(style: str) -> None:
    with pytest.raises(FontError):
        lay_out(page("<p>chữ</p>", style))


def test_a_layout_cannot_bring_a_font(layouts: Path) -> None:
    (layouts / "news" / "own.ttf").write_bytes(assets.font_files()[0].read_bytes())
    for source in (
        "bulletin:layout/news/own.ttf",
        "file:///etc/hostname",
        "bulletin:font/noto-sans/NotoSans-Regular.ttf",
    ):
        style = f"@font-face {{ font-family: Own; src: url({source}) }}"
        with pytest.raises(RenderError, match="Own"):
            lay_out(page("<p>chữ</p>", style))
    with pytest.raises(RenderError, match="Own"):
        lay_out(page("<p>chữ</p>", "@font-face { font-family: Own; src: local('DejaVu Sans') }"))


def test_letters_without_a_glyph_are_refused_all_at_once_with_the_words_around_the_first() -> None:
    with pytest.raises(FontError) as caught:
        lay_out(page("<p>Ba điều ★ cần nhớ</p><p>Vui 😀 và ★</p>"))
    assert "“★” (U+2605), “😀” (U+1F600)" in caught.value.message
    assert "Ba điều ★ cần nhớ" in caught.value.message


def test_a_letter_may_come_from_a_family_that_is_named_second(document: Document) -> None:
    style = 'p {{ font-family: "Be Vietnam Pro"{} }}'
    with pytest.raises(FontError):
        lay_out(page("<p>12\N{NON-BREAKING HYPHEN}KH</p>", style.format("")))
    pdf = lay_out(page("<p>12\N{NON-BREAKING HYPHEN}KH</p>", style.format(', "Noto Sans"'))).write(document)
    assert {original_name(font) for font in embedded(pdf)} == {"BeVietnamPro-Regular", "NotoSans-Regular"}


def test_marks_that_are_never_printed_are_no_letters() -> None:
    body = "<p>chữ\N{SOFT HYPHEN}ký\N{ZERO WIDTH SPACE}số\N{WORD JOINER}</p>"
    assert lay_out(page(body, 'p { font-family: "Be Vietnam Pro" }')).pages == 1


def test_fonts_of_the_machine_are_out_of_reach(tmp_path: Path) -> None:
    """With a font installed that has a letter, even under one of our names, that letter stays missing."""
    for folder in ("home/.fonts", "tmp"):
        (tmp_path / folder).mkdir(parents=True)
    with TTFont(assets.font_files()[0]) as font:
        glyph = font.getBestCmap()[ord("a")]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord("★")] = glyph
        for record in font["name"].names:
            if record.nameID in {1, 4, 16}:
                record.string = "Noto Sans"
        font.save(tmp_path / "home" / ".fonts" / "other.ttf")
    (tmp_path / "fonts.conf").write_text(
        f"<fontconfig><dir>{tmp_path}/home/.fonts</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    before = {str(path) for path in tmp_path.rglob("*")}
    code = (
        "import json\n"
        "from bulletin.render import lay_out\n"
        "from bulletin.render.library import native\n"
        "from bulletin.render.engine import fonts\n"
        "found = native.fontconfig.FcConfigGetFonts(fonts()._config, native.fontconfig.FcSetSystem).nfont\n"
        "html = '<!doctype html><html lang=vi><style>html { font: 12pt \"Noto Sans\" }</style><p>{}</p>'\n"
        "try:\n"
        "    lay_out(html.replace('{}', '★'))\n"
        "except Exception as error:\n"
        "    print(json.dumps([type(error).__name__, found]))\n"
    )
    environment = {
        **os.environ, "HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp"), "PYTHONDONTWRITEBYTECODE": "1",
        "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "XDG_DATA_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(Path(assets.__file__).parents[1]),
    }  # fmt: skip
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == ["FontError", 0]
    assert ran.stderr == ""
    # Neither a cache nor a copy of the fonts is left behind.
    assert {str(path) for path in tmp_path.rglob("*")} == before

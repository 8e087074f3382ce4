"""A small press for tests: HTML to PDF on A5, in our fonts, with pictures of one colour each."""

from __future__ import annotations

import base64
import functools
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import weasyprint
from PIL import Image
from weasyprint.text.fonts import FontConfiguration

from bulletin import assets
from bulletin.errors import Problem, RenderError
from bulletin.preflight import Expected, Figure, Text, preflight

PATH = Path("hoi-nghi.yaml")
SENTENCES = (
    "Sáng 12/3, ba mươi đảng viên của Chi bộ họp thường kỳ tại phòng đọc của trường.",
    "Hội nghị nghe báo cáo về quỹ lớp, về sân chơi và về con đường vào trường.",
    "Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ khai giảng.",
)

_FACES = {
    "Noto Serif": (("noto-serif/NotoSerif-Regular", 400, "normal"), ("noto-serif/NotoSerif-Bold", 700, "normal"),
                   ("noto-serif/NotoSerif-Italic", 400, "italic")),
    "Be Vietnam Pro": (("be-vietnam-pro/BeVietnamPro-Regular", 400, "normal"),
                       ("be-vietnam-pro/BeVietnamPro-ExtraBold", 800, "normal")),
    "Noto Sans": (("noto-sans/NotoSans-Regular", 400, "normal"),),
}  # fmt: skip
_STYLE = """
@page { size: 148mm 210mm; margin: 20mm; @top-left { content: "Tin hội nghị"; font-size: 9pt }
        @bottom-center { content: "Trang " counter(page) "/" counter(pages); font-size: 9pt } }
html { font: 12pt/1.5 "Noto Serif" }
body, figure { margin: 0 }
p, h1 { margin: 0 0 3mm }
h1 { font: 800 18pt/1.4 "Be Vietnam Pro" }
img { display: block }
figcaption { padding-top: 2mm; font-size: 10pt }
"""


@functools.cache
def _fonts() -> tuple[FontConfiguration, weasyprint.CSS]:
    rules = "".join(
        f'@font-face {{ font-family: "{family}"; src: url({(assets.fonts_folder() / f"{file}.ttf").as_uri()});'
        f" font-weight: {weight}; font-style: {style} }}"
        for family, faces in _FACES.items()
        for file, weight, style in faces
    )
    fonts = FontConfiguration()
    return fonts, weasyprint.CSS(string=rules + _STYLE, font_config=fonts)


@functools.cache
def pdf(
    body: str,
    style: str = "",
    *,
    title: str = "Tin hội nghị",
    language: str = "vi",
    tagged: bool = True,
    plain: bool = False,
) -> bytes:
    """A PDF of a few lines of HTML; a plain one has nothing compressed."""
    fonts, sheet = _fonts()
    head = (f"<title>{title}</title>" if title else "") + f"<style>{style}</style>"
    html = f'<!doctype html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'
    data = weasyprint.HTML(string=html).write_pdf(
        stylesheets=[sheet], font_config=fonts, pdf_tags=tagged, uncompressed_pdf=plain
    )
    assert isinstance(data, bytes)
    return data


def pdf_apart(body: str) -> bytes:
    """A PDF made in a process of its own, in which no test has hidden the machine's own rules for fonts."""
    tests = Path(__file__).parent.parent
    own = {name: value for name, value in os.environ.items() if not name.startswith("FONTCONFIG")}
    own["PYTHONPATH"] = os.pathsep.join([str(tests), str(tests.parent / "src")])
    code = "import sys; from preflight.press import pdf; sys.stdout.buffer.write(pdf(sys.argv[1]))"
    return subprocess.run([sys.executable, "-c", code, body], env=own, capture_output=True, check=True).stdout


@functools.cache
def picture(colour: str, wide: int = 600, high: int = 400) -> str:
    """Address of a picture; each colour is a photo of its own."""
    data = io.BytesIO()
    Image.new("RGB", (wide, high), colour).save(data, "JPEG")
    return "data:image/jpeg;base64," + base64.b64encode(data.getvalue()).decode()


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def figure(colour: str, caption: str, *, wide: int = 600, high: int = 400, style: str = "width: 60mm") -> str:
    image = f'<img alt="Ảnh" src="{picture(colour, wide, high)}" style="{style}">'
    return f"<figure>{image}<figcaption>{caption}</figcaption></figure>"


def texts(*lines: str) -> tuple[Text, ...]:
    """Lines of a record, one below the other from line 1 on, all in column 3."""
    return tuple(Text(line, "nội dung", number, 3) for number, line in enumerate(lines, start=1))


def photo(
    file: str, caption: str = "", *, count: int = 1, ratios: tuple[float, ...] = (1.5,), line: int = 40
) -> Figure:
    return Figure(file, caption, count, ratios, "ảnh", line, 7)


def expected(*lines: str, **others: Any) -> Expected:
    """What must be found, for the sheet and the fonts of this press."""
    return replace(
        Expected(
            texts=texts(*lines), fonts=assets.font_names(), smallest_pt=9.0, sheet_mm=(148.0, 210.0),
            content_mm=(20.0, 20.0, 20.0, 20.0), path=PATH,
        ),
        **others,
    )  # fmt: skip


def problems(data: bytes, wanted: Expected) -> list[Problem]:
    """What is complained of; nothing when the PDF passes."""
    try:
        preflight(data, wanted)
    except RenderError as error:
        return list(error.problems)
    return []


def ids(data: bytes, wanted: Expected) -> list[str]:
    return [problem.id for problem in problems(data, wanted)]

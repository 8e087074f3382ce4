"""Codes for cameras are read back module by module (`preflight/codes.py`)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bulletin.compose.code import code
from bulletin.errors import RenderError
from bulletin.preflight import Code, Expected, preflight
from bulletin.render import Document, lay_out

MADE = code("https://a.example/tin", 40.0)
SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {MADE.modules} {MADE.modules}"><title>Mã QR</title>'
    f'<rect width="{MADE.modules}" height="{MADE.modules}" fill="#fff"/><path d="{MADE.path}"/></svg>'
)


def checked(inner: str) -> list[str]:
    html = (
        '<html lang="vi"><head><title>Tin</title><style>@page{size:A5;margin:20mm}svg{width:40mm;height:40mm}'
        '#code{font-size:0;line-height:0}html{font-family:"Noto Sans"}</style></head>'
        f'<body><h1>Tin</h1><div id="code">{inner}</div></body></html>'
    )
    laid = lay_out(html)
    place = next(box for box in laid.geometry if box.id == "code")
    expected = Expected(
        texts=(), fonts=frozenset({"NotoSans-Regular", "NotoSans-Bold"}), smallest_pt=5.0, sheet_mm=(148.0, 210.0),
        content_mm=(20.0, 20.0, 20.0, 20.0), path=Path("a.yaml"),
        codes=(
            Code(
                text=MADE.address, rows=MADE.rows, page=1, left_mm=place.left_mm, top_mm=place.top_mm, size_mm=40.0,
                line=7, column=3,
            ),
        ),
    )  # fmt: skip
    try:
        preflight(
            laid.write(Document(title="Tin", author="A", subject="B", keywords=(), date=dt.date(2026, 1, 5))), expected
        )
    except RenderError as error:
        return [f"{problem.id} {problem.line}:{problem.column}" for problem in error.problems]
    return []


def test_a_code_is_found() -> None:
    assert checked(SVG) == []


@pytest.mark.parametrize(
    "inner",
    [
        "",
        SVG.replace('fill="#fff"', 'fill="#000"'),
        SVG.replace(MADE.path, code("https://a.example/tim", 40.0).path),
        SVG.replace("<path ", '<path transform="translate(2)" '),
        SVG.replace("</svg>", '<rect x="12" y="12" width="3" height="3" fill="#fff"/></svg>'),
    ],
    ids=["none", "no-ground", "another-address", "moved", "painted-over"],
)
def test_a_code_that_a_camera_could_not_read_is_told(inner: str) -> None:
    assert checked(inner) == ["lost-code 7:3"]

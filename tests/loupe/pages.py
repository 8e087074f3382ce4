"""PDF files for the loupe: good large print, and strangers' files written by hand, byte by byte."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from preflight.press import pdf

TEXT = (
    "Sáng 12/3, ba mươi đảng viên của Chi bộ họp thường kỳ tại phòng đọc của trường. Hội nghị nghe báo cáo về quỹ lớp, "
    "về sân chơi và về con đường vào trường, rồi bàn cách làm cho xong trước lễ khai giảng."
)
MORE = (
    "Đồng chí Bí thư giao mỗi tổ một việc, hẹn xong trước lễ khai giảng. Ba tổ trưởng nhận việc ngay tại chỗ và hứa "
    "báo cáo vào sáng thứ Hai hằng tuần, để ai cũng biết việc đã đến đâu."
)
GOOD = """
@page { size: A4; margin: 26mm; @top-left { content: none }
        @bottom-center { content: "Trang " counter(page); font: 18pt "Noto Sans" } }
html { font: 18pt/1.5 "Noto Sans" }
p { margin: 0 0 18pt }
"""


def page(body: str = f"<p>{TEXT}</p><p>{MORE}</p>", style: str = "") -> bytes:
    """Good large print, with what a test adds to it."""
    return pdf(body, GOOD + style)


def written(
    content: bytes,
    *,
    pages: str = "",
    resources: str = "/Font << /F1 5 0 R >>",
    more: Sequence[bytes] = (),
    font: bytes = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
) -> bytes:
    """A PDF of one page on A4 as another program may write it: no tags, no compression.

    Args:
        content: What is painted.
        pages: More keys of the page.
        resources: What the page uses; `F1` is the font.
        more: Further objects, from number 6 on.
        font: Object 5.
    """
    kids = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> {pages} >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        kids.encode("ascii"),
        b"<< /Length %d >> stream\n" % len(content) + content + b"\nendstream",
        font,
        *more,
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def line(words: str, *, size: float = 18, x: float = 80, y: float = 700, before: str = "") -> bytes:
    """A line of text in `F1`."""
    return f"q {before} BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET Q\n".encode("ascii")


def scan(*, layer: bool = False) -> bytes:
    """A page that is one picture, with or without the hidden text that a scanner's program adds."""
    pixels = zlib.compress(b"\xee" * (60 * 80 * 3))
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 60 /Height 80 /ColorSpace /DeviceRGB /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length %d >> stream\n" % len(pixels)
        + pixels + b"\nendstream"
    )  # fmt: skip
    hidden = line("chu do may doc duoc tu anh quet", size=7, before="3 Tr") if layer else b""
    return written(
        hidden + b"q 595 0 0 842 0 0 cm /I1 Do Q\n",
        resources="/Font << /F1 5 0 R >> /XObject << /I1 6 0 R >>", more=(image,),
    )  # fmt: skip

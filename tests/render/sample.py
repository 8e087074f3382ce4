"""A bulletin that has one of everything that a layout may use, in words that no clerk has written."""

from __future__ import annotations

import functools
import io

STYLE = """
:root { --body: 11.5pt; --sheet: 210mm 297mm; --margin: 22mm 18mm 20mm 18mm; --red: #a6192e; --sans: "Noto Sans" }
@page {
  size: var(--sheet); margin: var(--margin);
  @top-left { content: string(office); font: 400 9pt/1.5 var(--sans); color: #5b5550 }
  @top-right { content: string(title); font: 700 9pt/1.5 var(--sans) }
  @bottom-center { content: "Trang " counter(page) "/" counter(pages); font: 400 10pt/1.5 var(--sans) }
}
@page :first { @top-left { content: none } @top-right { content: none } }
html { font: 400 var(--body)/1.55 "Noto Serif", "Noto Sans" }
body { margin: 0 }
.office { string-set: office content(); font: 600 11pt/1.5 "Be Vietnam Pro", var(--sans); border-bottom: 2pt solid }
h1 { string-set: title content(); font: 800 21pt/1.5 "Be Vietnam Pro", var(--sans); color: var(--red) }
h2 { font: 600 13pt/1.5 "Be Vietnam Pro", var(--sans); break-after: avoid }
h3 { font: 700 11.5pt/1.5 var(--sans); break-after: avoid }
p { margin: 0 0 3mm; text-align: justify; orphans: 2; widows: 2 }
.bound { white-space: nowrap }
figure { margin: 0 0 5mm; break-inside: avoid }
figure img { display: block }
.full { width: 174mm; height: 97.9mm }
.half { width: 80mm; height: 45mm; object-fit: cover }
figcaption { font: 400 10pt/1.5 var(--sans) }
.pair { display: flex; gap: 4mm }
.facts { background: #fbf7f0; border-left: 2pt solid var(--red); padding: 3mm 5mm; break-inside: avoid }
.facts dl { display: grid; grid-template-columns: 30mm 1fr; gap: 1mm 4mm; margin: 0 }
.facts dt { font-weight: 700 }
.facts dd { margin: 0 }
ol ul { list-style-type: "– " }
.dashes { list-style: none; padding-left: 5mm }
.dashes > li::before { content: "–"; position: absolute; margin-left: -5mm; color: var(--red) }
table { width: 100%; table-layout: fixed; border-spacing: 0; font: 400 10pt/1.5 var(--sans); margin: 0 0 4mm }
caption { font-weight: 700; text-align: left }
th, td { padding: 1mm 2mm; border-bottom: 0.4pt solid #ddd4c6; text-align: left; font-weight: 400 }
thead th { font-weight: 700 }
tr { break-inside: avoid }
.sheet { break-before: page }
.ornament { height: 8mm; background: url(bulletin:layout/ornament.svg) no-repeat }
"""

ORNAMENT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="30" height="9" fill="#a6192e"/></svg>'
)

_ROWS = "".join(
    f'<tr><th scope="row">Tổ dân phố số {n}</th><td>{n * 7}</td><td>{n * 7 - 3}</td></tr>' for n in range(1, 41)
)
_PARAGRAPH = (
    "<p>Sau phần thảo luận, hội nghị thống nhất chọn ba việc phải làm xong trong quý: sửa lại đường vào trường, lập sổ "
    'theo dõi từng khoản chi và công khai kết quả tại bảng tin theo <span class="bound">Kế hoạch 21-KH/ĐU</span> của '
    "Đảng ủy. <b>Người được giao việc</b> báo cáo <i>vào thứ Hai</i> đầu tháng.</p>"
)

HTML = f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Bản mẫu</title>
<style>:root{{--body:12pt}}</style></head><body>
<header class="office">Chi bộ Trường Tiểu học Bình Minh</header>
<h1 id="title">Chi bộ bàn việc sửa đường, giữ lớp và nuôi dưỡng phong trào đọc sách</h1>
<p data-flow="lead"><b>Sáng 12/3, ba mươi đảng viên họp thường kỳ, xem lại từng lời hứa của quý trước.</b></p>
<figure id="photo-1"><img class="full" src="bulletin:photo/wide.jpg" alt="Ba hàng ghế kín người">
<figcaption>Quang cảnh buổi họp. <span>Ảnh: Minh Tú</span></figcaption></figure>
<section class="facts"><dl><dt>Thời gian</dt><dd>8 giờ 00, thứ Năm</dd><dt>Địa điểm</dt>
<dd>Phòng họp số 2</dd><dt>Chủ trì</dt>
<dd><span>Lê Thị Hoài, Bí thư</span>, <span>Trần Bá Lộc</span></dd></dl></section>
<section><h2>Kết quả</h2>{_PARAGRAPH * 3}
<ul class="dashes"><li>Lát xong 120 m đường.</li><li>Mua thêm sách:<ul class="dashes"><li>40 cuốn truyện</li>
<li>15 cuốn từ điển</li></ul></li></ul>
<h3>Việc còn chậm</h3>{_PARAGRAPH * 2}
<ol><li>Sổ chi chưa đủ chữ ký.</li><li>Tủ sách thiếu kệ.<ul><li>Kệ gỗ</li><li>Kệ sắt</li></ul></li></ol>
<blockquote><p>Việc nhỏ làm đúng hẹn thì việc lớn mới có người tin.</p></blockquote></section>
<section><h2>Kế hoạch</h2><div class="pair">
<figure><img class="half" src="bulletin:photo/tall.jpg" alt="Một học sinh đọc sách bên cửa sổ">
<figcaption>Góc đọc</figcaption></figure>
<figure><img class="half" src="bulletin:photo/wide.jpg" alt="Con đường vừa lát gạch">
<figcaption>Đường mới</figcaption></figure></div>
{_PARAGRAPH * 4}
<p>Toàn văn ở <a href="https://example.org/van-ban/21">trang của trường</a>, xem <a href="#title">đầu bài</a>.</p>
<div class="ornament"></div></section>
<table class="sheet"><caption>Số hộ tham gia</caption><thead><tr><th scope="col">Tổ</th>
<th scope="col">Số hộ</th><th scope="col">Đã đóng góp</th></tr></thead><tbody>{_ROWS}</tbody></table>
<table><caption>Chia theo nhóm</caption><thead><tr><th scope="col" rowspan="2">Nhóm</th>
<th scope="colgroup" colspan="2">Quý</th></tr><tr><th scope="col">I</th><th scope="col">II</th></tr></thead>
<tbody><tr><th scope="row">A</th><td>1</td><td>2</td></tr></tbody></table>
<h2>Người thực hiện</h2><p>Nhóm thông tin</p></body></html>"""


def page(body: str, style: str = "", head: str = "") -> str:
    """A page description with little in it."""
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang</title>{head}<style>'
        f'@page {{ size: A5; margin: 15mm }} html {{ font: 12pt/1.5 "Noto Sans" }} {style}'
        f"</style></head><body>{body}</body></html>"
    )


@functools.cache
def jpeg(width: int, height: int, colour: str = "#336699") -> bytes:
    """A picture of one colour with a lighter half, as `photos` would hand it on."""
    from PIL import Image

    picture = Image.new("RGB", (width, height), colour)
    picture.paste(Image.new("RGB", (width // 2, height), "#ddeeff"), (0, 0))
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=85)
    return file.getvalue()


def photos() -> dict[str, bytes]:
    """The pictures that `HTML` names."""
    return {"wide.jpg": jpeg(640, 360), "tall.jpg": jpeg(300, 400, "#664422")}

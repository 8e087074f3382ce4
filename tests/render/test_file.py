"""What the finished file says and how it is written."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from bulletin import assets
from bulletin.render import Attachment, Document, lay_out
from bulletin.render.library import pydyf
from bulletin.render.sheets import condensed
from bulletin.render.writer import serialise

from .sample import HTML, ORNAMENT, STYLE, jpeg, page, photos
from .tree import reader

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


@pytest.fixture
def pdf(document: Document) -> bytes:
    return sample(document)


def sample(document: Document) -> bytes:
    return lay_out(HTML, styles=["news/print.css"], pictures=list(photos())).write(document, photos())


def test_title_author_and_dates_are_told_twice_in_the_same_words(pdf: bytes) -> None:
    info = reader(pdf).metadata
    assert info == {
        "/Title": "Chi bộ bàn việc sửa đường (quý I)",
        "/Author": "Chi bộ Trường Tiểu học Bình Minh",
        "/Subject": "Sinh hoạt chi bộ",
        "/Keywords": "sinh hoạt chi bộ, đường & trường",
        "/Creator": "bulletin",
        "/Producer": info["/Producer"],
        "/CreationDate": "D:20260312000000+07'00'",
        "/ModDate": "D:20260312000000+07'00'",
    }
    packet = ElementTree.fromstring(reader(pdf).trailer["/Root"]["/Metadata"].get_data())
    told = {
        name: "".join(packet.find(f".//{name}", NAMES).itertext()).strip()  # type: ignore[union-attr]
        for name in (
            "dc:title", "dc:creator", "dc:description", "dc:language", "pdf:Keywords", "pdf:Producer",
            "xmp:CreatorTool", "xmp:CreateDate", "xmp:ModifyDate", "pdfaid:part", "pdfaid:conformance", "pdfuaid:part",
        )
    }  # fmt: skip
    assert told == {
        "dc:title": info["/Title"],
        "dc:creator": info["/Author"],
        "dc:description": info["/Subject"],
        "dc:language": "vi",
        "pdf:Keywords": info["/Keywords"],
        "pdf:Producer": info["/Producer"],
        "xmp:CreatorTool": "bulletin",
        "xmp:CreateDate": "2026-03-12T00:00:00+07:00",
        "xmp:ModifyDate": "2026-03-12T00:00:00+07:00",
        "pdfaid:part": "3",
        "pdfaid:conformance": "A",
        "pdfuaid:part": "1",
    }


def test_what_is_empty_is_not_told(document: Document) -> None:
    bare = replace(document, subject="", keywords=())
    pdf = lay_out(page("<p>chữ</p>")).write(bare)
    assert not {"/Subject", "/Keywords"} & set(reader(pdf).metadata)
    assert b"dc:description" not in pdf
    assert b"pdf:Keywords" not in pdf


def test_the_packet_is_not_compressed(pdf: bytes) -> None:
    assert "<rdf:li>Chi bộ Trường Tiểu học Bình Minh</rdf:li>".encode() in pdf


def test_readers_show_title_language_labels_and_true_size(pdf: bytes) -> None:
    root = reader(pdf).trailer["/Root"]
    assert root["/Lang"] == "vi"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"] == {"/DisplayDocTitle": True, "/PrintScaling": "/None"}
    assert reader(pdf).page_labels == ["1", "2", "3", "4", "5"]


def test_headings_are_bookmarks(pdf: bytes) -> None:
    def titles(entries: list[object]) -> list[object]:
        return [titles(entry) if isinstance(entry, list) else entry.title for entry in entries]  # type: ignore[attr-defined]

    assert titles(reader(pdf).outline) == [
        "Chi bộ bàn việc sửa đường, giữ lớp và nuôi dưỡng phong trào đọc sách",
        ["Kết quả", ["Việc còn chậm"], "Kế hoạch", "Người thực hiện"],
    ]


def test_photos_stand_in_the_file_as_they_came_each_once_and_crisp(pdf: bytes) -> None:
    for photo in photos().values():
        assert pdf.count(photo) == 1
    assert b"/Interpolate" not in pdf


def test_a_picture_with_transparency_is_crisp_too(document: Document) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (8, 8), "#ff000080").save(file, "PNG")
    body = '<img alt="x" style="width: 9mm; height: 9mm" src="bulletin:photo/a.png">'
    pdf = lay_out(page(body), pictures=["a.png"]).write(document, {"a.png": file.getvalue()})
    assert b"/SMask" in pdf
    assert b"/Interpolate" not in pdf


def test_pictures_may_be_changed_between_two_writings(document: Document) -> None:
    body = '<img alt="x" style="width: 9mm; height: 9mm" src="bulletin:photo/a.jpg">'
    laid = lay_out(page(body), pictures=["a.jpg"])
    small, large = jpeg(64, 48), jpeg(128, 96)
    first = laid.write(document, {"a.jpg": small})
    assert large in laid.write(document, {"a.jpg": large})
    assert laid.write(document, {"a.jpg": small}) == first


def test_files_travel_with_their_name_kind_and_day(document: Document) -> None:
    attached = (
        Attachment(name="họp.yaml", mime="text/yaml", data="tiêu đề: x\n".encode(), description="Bản gốc"),
        Attachment(name="a.csv", mime="text/csv", data=b"1,2\n", description="Số liệu", relationship="Data"),
    )
    pdf = lay_out(page('<p id="a">chữ <a href="#a">x</a></p>')).write(replace(document, attachments=attached))
    parsed = reader(pdf)
    assert {name: data[0] for name, data in parsed.attachments.items()} == {
        "họp.yaml": "tiêu đề: x\n".encode(),
        "a.csv": b"1,2\n",
    }
    first, second = (item.get_object() for item in parsed.trailer["/Root"]["/AF"])
    assert (first["/UF"], first["/F"], first["/AFRelationship"]) == ("họp.yaml", "họp.yaml", "/Source")
    assert (second["/UF"], second["/AFRelationship"], second["/Desc"]) == ("a.csv", "/Data", "Số liệu")
    file = first["/EF"]["/F"]
    assert file["/Subtype"] == "/text/yaml"
    assert file["/Params"]["/ModDate"] == "D:20260312000000+07'00'"
    assert file["/Params"]["/Size"] == len("tiêu đề: x\n".encode())


def test_what_moves_letters_apart_stays_as_it_is() -> None:
    """Of a justified line, what belongs to a letter and what to the space behind it are two numbers."""
    shown = b"[<01>0<02>-9<>-3.5<03>10<04>0<05>] TJ"
    assert condensed([b"BT", shown, b"ET"]) == [b"BT\n[<0102>-9 -3.5<03>10<0405>] TJ\nET"]


def test_letters_that_nothing_moves_apart_stand_in_one_string(document: Document) -> None:
    laid = lay_out(page("<p>Đảng bộ, chi bộ: AVATAR</p>"))
    content = reader(laid.write(document)).pages[0].get_contents().get_data()
    assert b"] TJ" in content
    assert b">0<" not in content
    assert b"<>" not in content
    assert "Đảng bộ, chi bộ: AVATAR" in reader(laid.write(document)).pages[0].extract_text()


def test_no_stream_ends_in_a_return_and_all_lengths_are_right(document: Document) -> None:
    """Compressed data ends in the sum of its bytes and 1; for one stream in 256 that is a return."""
    attached = tuple(
        Attachment(name=f"{n}.txt", mime="text/plain", data=bytes([n]), description="x") for n in range(20)
    )
    assert any(zlib.compress(item.data).endswith(b"\r") for item in attached)
    pdf = lay_out(page("<p>chữ</p>")).write(replace(document, attachments=attached))
    assert b"\r\nendstream" not in pdf
    assert {name: data[0] for name, data in reader(pdf).attachments.items()} == {
        item.name: item.data for item in attached
    }


def test_thousands_of_objects_are_packed_in_parts_and_found_again() -> None:
    pdf = pydyf.PDF()
    pages = 2500
    for number in range(pages):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page", "Parent": pdf.pages.reference, "Rotate": number % 4 * 90,
                                       "MediaBox": pydyf.Array((0, 0, 10, 10))}))  # fmt: skip
    unused = pydyf.Dictionary({"Unused": "true"})
    pdf.add_object(unused)
    pdf.info["Title"] = pydyf.String("x")
    data = serialise(pdf, frozenset({unused.number}))
    parsed = reader(data)
    assert [page["/Rotate"] for page in parsed.pages] == [number % 4 * 90 for number in range(pages)]
    assert data.count(b"/ObjStm") == 3
    assert parsed.metadata["/Title"] == "x"
    assert b"Unused" not in b"".join(
        parsed.get_object(number).get_data() for number in range(len(pdf.objects), len(pdf.objects) + 3)
    )


def test_the_identifier_follows_the_content(document: Document) -> None:
    laid = lay_out(page("<p>chữ</p>"))
    one, same, other = (
        reader(laid.write(entry)).trailer["/ID"] for entry in (document, document, replace(document, title="khác"))
    )
    assert one == same != other
    assert one[0] == one[1]
    assert len(one[0]) == 16


def test_the_clock_is_not_asked(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    pdf = sample(document)
    today = dt.datetime.now(dt.UTC)
    assert f"{today:%Y%m%d}".encode() not in pdf
    assert f"{today:%Y-%m-%d}".encode() not in pdf


SCRIPT = """
import datetime, hashlib, pathlib, sys
from bulletin import assets
from bulletin.render import Document, lay_out
from render.sample import HTML, photos
assets.layouts_folder = lambda: pathlib.Path(sys.argv[1])
document = Document(title="t", author="a", subject="s", keywords=("k",), date=datetime.date(2026, 3, 12))
pdf = lay_out(HTML, styles=["news/print.css"], pictures=list(photos())).write(document, photos())
print(hashlib.sha256(pdf).hexdigest())
"""
SURROUNDINGS = {
    "seed": {"PYTHONHASHSEED": "1"},
    "other-seed": {"PYTHONHASHSEED": "4000"},
    "east": {"TZ": "Pacific/Kiritimati"},
    "west": {"TZ": "America/Los_Angeles"},
    "plain-locale": {"LC_ALL": "C", "LANG": "C", "LANGUAGE": "en"},
    "other-locale": {"LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8", "PANGO_LANGUAGE": "tr:ja", "FC_LANG": "ja"},
    "no-fonts": {"FONTCONFIG_FILE": "/nonexistent", "FONTCONFIG_PATH": "/nonexistent"},
}


def test_the_same_input_gives_the_same_bytes_wherever_it_is_built(tmp_path: Path) -> None:
    source, tests = Path(assets.__file__).parents[1], Path(__file__).parents[1]
    digests = {}
    for name, variables in SURROUNDINGS.items():
        folder = tmp_path / name
        (folder / "layouts" / "news").mkdir(parents=True)
        (folder / "layouts" / "news" / "print.css").write_text(STYLE, encoding="utf-8")
        (folder / "layouts" / "ornament.svg").write_text(ORNAMENT, encoding="utf-8")
        environment = {
            **os.environ, "PYTHONPATH": f"{source}{os.pathsep}{tests}", "HOME": str(folder), "TMPDIR": str(folder),
            **variables,
        }  # fmt: skip
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(folder / "layouts")], env=environment, cwd=folder,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert ran.stderr == ""
        digests[name] = ran.stdout.strip()
    # Here, in a warm process that has built much else before.
    plain = Document(title="t", author="a", subject="s", keywords=("k",), date=dt.date(2026, 3, 12))
    digests["warm"] = hashlib.sha256(sample(plain)).hexdigest()
    assert len(set(digests.values())) == 1, digests

"""The printed texts of a record are found again in its file."""

from __future__ import annotations

from bulletin.load import load_text
from bulletin.proofread.texts import typed_place, typed_texts
from bulletin.validate import validate
from proofread.reader import HEAD, PATH, read


def test_texts_are_taken_as_they_were_typed() -> None:
    texts = {typed.loc: typed for typed in typed_texts(*read("phụ đề: Tin  ngắn\nnội dung: |\n  Một.\n\n  Hai.\n"))}
    assert texts["subtitle",].passage.text == "Tin  ngắn"
    assert texts["sections", 0, "text"].passage.text == "Một.\n\nHai."
    assert texts["sections", 0, "text"].passage.key == "sections.text"
    assert texts["subtitle",].typed == ("phụ đề",)


def test_the_parts_of_a_line_begin_where_they_stand_in_it() -> None:
    texts = {typed.loc: typed for typed in typed_texts(*read("thư ký: đồng chí Trần Mai, Chánh Văn phòng\n"))}
    name, titles = texts["secretaries", 0, "name"], texts["secretaries", 0, "titles", 0]
    assert (name.passage.text, name.base) == ("Trần Mai", 9)
    assert (titles.passage.text, titles.base) == ("Chánh Văn phòng", 19)


def test_lines_of_one_block_are_each_found_behind_the_one_before() -> None:
    found = typed_texts(*read("thành phần: |\n  Tổ 1\n  Tổ 1\n"))
    assert [typed.base for typed in found if typed.loc[0] == "participants"] == [0, 5]


def test_a_place_is_told_in_the_keys_of_the_file() -> None:
    record, _ = read("ảnh:\n  - tệp: a.jpg\n    chú thích: Tổ 1\n")
    assert typed_place(record, ("photos", 0, "caption")) == ("ảnh", 0, "chú thích")
    assert typed_place(record, ("photos", 0, "alt")) == ("ảnh", 0)
    assert typed_place(record, ("licence", "number")) == ()


def test_the_code_of_the_office_is_no_abbreviation_to_be_spelt_out() -> None:
    source = load_text(HEAD.replace("Chi bộ Văn phòng", "{tên: Sở Y tế, ký hiệu: SYT}"), PATH)
    texts = [typed.passage.text for typed in typed_texts(validate(source), source)]
    assert "Sở Y tế" in texts
    assert "SYT" not in texts

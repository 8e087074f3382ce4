from __future__ import annotations

import pytest
from pydantic import ValidationError

from bulletin.model.fields import (
    LONGEST_PARAGRAPH,
    LONGEST_TITLE,
    LONGEST_WORD,
    Caption,
    Kept,
    Lines,
    Model,
    Text,
    Title,
)


class Page(Model):
    title: Title = ""
    caption: Caption = ""
    lines: Lines = ()
    text: Text = ""
    kept: Kept = ""


def fault(**typed: object) -> tuple[str, dict[str, object]]:
    with pytest.raises(ValidationError) as caught:
        Page.model_validate(typed)
    [error] = caught.value.errors()
    return error["type"], dict(error.get("ctx", {}))


@pytest.mark.parametrize("typed", ["08", "no", "8:30", "1.10", "0243567012", "2023-12-29", "~", "null", "1e3", "0x1F"])
def test_every_text_stays_as_it_was_typed(typed: str) -> None:
    page = Page.model_validate({"title": typed, "caption": typed, "lines": [typed], "text": typed, "kept": typed})
    assert {page.title, page.caption, *page.lines, page.text, page.kept} == {typed}


def test_a_line_has_single_spaces_and_no_line_ends() -> None:
    assert Page.model_validate({"caption": "  Quang  cảnh\n hội nghị "}).caption == "Quang cảnh hội nghị"


def test_running_text_keeps_its_lines_and_the_blank_ones_before_them() -> None:
    # So the rows of its blocks are the lines of the file.
    assert Page.model_validate({"text": "\nMột  hai\n\n- ba\n\n"}).text == "\nMột  hai\n\n- ba"
    assert Page.model_validate({"text": "\n \n"}).text == ""


def test_the_name_of_a_file_keeps_the_spaces_inside_it() -> None:
    assert Page.model_validate({"kept": " anh/hoi  nghi.jpg "}).kept == "anh/hoi  nghi.jpg"


@pytest.mark.parametrize("name", ["title", "caption", "kept"])
@pytest.mark.parametrize("typed", [["a"], {"a": "b"}])
def test_a_list_or_keys_where_a_line_is_wanted_are_told(name: str, typed: object) -> None:
    assert fault(**{name: typed})[0] == "not_a_line"


@pytest.mark.parametrize("typed", [["a"], {"a": "b"}])
def test_a_list_or_keys_where_running_text_is_wanted_are_told(typed: object) -> None:
    assert fault(text=typed)[0] == "not_a_text"


def test_a_title_is_neither_empty_nor_too_long() -> None:
    assert fault(title=" ")[0] == "empty"
    assert fault(title="ă " * 126)[1] == {"limit": LONGEST_TITLE, "length": 251}
    assert Page.model_validate({"title": "ă " * 124 + "đỏ"}).title


def test_a_paragraph_and_a_word_have_limits_and_the_row_is_told() -> None:
    words = "dài " * (LONGEST_PARAGRAPH // 4)
    assert Page.model_validate({"text": f"{words}\n{words}"}).text
    assert fault(text=f"Một\n\n{words}dài") == (
        "long_paragraph",
        {"limit": LONGEST_PARAGRAPH, "length": 20_003, "row": 2},
    )
    assert fault(caption=f"{words}dài")[0] == "long_paragraph"
    assert Page.model_validate({"caption": "x" * LONGEST_WORD}).caption
    assert fault(caption="x" * (LONGEST_WORD + 1))[0] == "long_word"
    assert fault(text="Một\nhai " + "x" * 501)[1] == {"limit": LONGEST_WORD, "start": "x" * 20, "row": 1}


def test_a_part_is_true_once_something_was_filled_in() -> None:
    assert not Page()
    assert Page(caption="")


def test_a_part_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Page().title = "a"

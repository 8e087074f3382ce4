from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel, ValidationError

from bulletin.model.fixed import Words

COLOURS = Words({"red": ("đỏ", "màu đỏ"), "gold": ("vàng",)})


class Flag(BaseModel):
    colour: Annotated[str, COLOURS]


@pytest.mark.parametrize("typed", ["red", "RED", "đỏ", "Đỏ", "do", "màu_đỏ", "MAU-DO", " đỏ "])
def test_case_tone_marks_and_separators_do_not_matter(typed: str) -> None:
    assert Flag.model_validate({"colour": typed}).colour == "red"


def test_another_word_is_refused_with_the_nearest_and_all_known() -> None:
    with pytest.raises(ValidationError) as caught:
        Flag.model_validate({"colour": "vangg"})
    [error] = caught.value.errors()
    assert error["type"] == "unknown_value"
    assert error["ctx"] == {"typed": "vangg", "known": "đỏ, vàng", "near": "vàng"}


def test_a_word_like_none_has_no_nearest() -> None:
    assert COLOURS.nearest("xanh lá cây") == ""


@pytest.mark.parametrize("typed", [["đỏ"], {"đỏ": ""}, 1])
def test_what_is_no_text_is_refused(typed: object) -> None:
    with pytest.raises(ValidationError) as caught:
        Flag.model_validate({"colour": typed})
    assert caught.value.errors()[0]["type"] == "not_a_word"

"""People are found in running text by their form of address."""

from __future__ import annotations

import pytest

from bulletin.vietnamese.lint.named import named
from vietnamese.lint.reader import paper


@pytest.mark.parametrize(
    ("text", "name", "sign", "behind"),
    [
        ("Đồng chí Lê Văn Nam, Bí thư.", "Lê Văn Nam", ",", "Bí"),
        ("có đ/c Trần Mai - Phó Bí thư", "Trần Mai", "-", "Phó"),
        ("mời bà **Hoàng Thị Quyên** phát biểu", "Hoàng Thị Quyên", "", "phát"),
    ],
)
def test_a_name_is_read_with_what_follows(text: str, name: str, sign: str, behind: str) -> None:
    (person,) = named(paper(text))
    assert (person.name, person.sign, person.reading.words[person.behind]) == (name, sign, behind)


@pytest.mark.parametrize("text", ["các đồng chí ủy viên", "đồng chí Nam nói", "ông nói", "đồng chí Lê Nam"])
def test_no_name_is_read_from_offices_single_words_and_at_the_end(text: str) -> None:
    assert list(named(paper(text))) == []

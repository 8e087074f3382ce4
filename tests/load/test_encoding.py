from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import Problem, RecordError
from bulletin.load.encoding import decode, guess

BAD = Path(__file__).parent.parent / "data" / "bad"
PATH = Path("record.yaml")


def refused(found: bytes) -> Problem:
    with pytest.raises(RecordError) as caught:
        decode(found, PATH)
    (problem,) = caught.value.problems
    return problem


def test_utf8_is_kept_byte_for_byte_mark_included() -> None:
    text = "\ufefftiêu đề: a\r\n"
    assert decode(text.encode(), PATH) == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_is_recognised(encoding: str) -> None:
    assert "UTF-" in refused("title: Hội nghị".encode(encoding)).message.removeprefix("the file is not saved as UTF-8")


@pytest.mark.parametrize(("name", "wanted"), [("tcvn3", "TCVN3"), ("vni", "VNI"), ("windows-1258", "windows-1258")])
def test_the_old_vietnamese_encodings_are_told_apart(name: str, wanted: str) -> None:
    found = (BAD / f"yaml-{name}.yaml").read_bytes()
    assert guess(found) == wanted
    assert wanted in refused(found).message


def test_nothing_is_guessed_from_a_few_letters_or_from_another_language() -> None:
    assert guess(b"a\xe9") == ""
    assert guess("Über die Größe der Straße, für Käufer".encode("latin-1")) == ""


def test_nothing_is_guessed_of_a_mixture() -> None:
    assert guess((BAD / "yaml-tcvn3.yaml").read_bytes() + (BAD / "yaml-vni.yaml").read_bytes()) == ""


def test_the_place_of_the_first_wrong_byte_is_told() -> None:
    problem = refused("a: b\nđ: Ca".encode() + b"f\xe9 x\ny: z\n")
    assert (problem.line, problem.column, problem.source) == (2, 7, "đ: Caf\ufffd x")
    assert "UTF-8" in problem.hint


def test_old_fonts_need_more_than_saving_anew() -> None:
    assert "UniKey" in refused((BAD / "yaml-tcvn3.yaml").read_bytes()).hint
    assert "UniKey" not in refused((BAD / "yaml-windows-1258.yaml").read_bytes()).hint

"""Words for people: the catalogue holds every sentence, and the reader's language is found."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import catalogue
from bulletin import messages

SENTENCES = catalogue.wanted()

NEW_STYLE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?!\w)")
"""Tone marks as in hoà, khoá, uỷ; the catalogue writes hòa, khóa, ủy."""


@pytest.fixture(autouse=True)
def _own_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "")
    before, domain = messages.language(), gettext.textdomain()
    yield
    messages.speak(before)
    gettext.textdomain(domain)


def test_no_sentence_lacks_a_translation() -> None:
    assert catalogue.faults(SENTENCES, catalogue.read(catalogue.PO)) == []


def test_the_files_are_as_the_tool_writes_them() -> None:
    assert catalogue.check(SENTENCES, catalogue.PO) == []


def test_translations_are_written_in_one_style() -> None:
    # A sentence that shows both styles has to write the new one.
    lines = [line for line in catalogue.PO.read_text(encoding="utf-8").splitlines() if "kiểu mới" not in line]
    assert [line for line in lines if line.startswith(("msgstr", '"')) and NEW_STYLE.search(line)] == []


def test_the_new_style_would_be_seen() -> None:
    assert NEW_STYLE.search("hoà bình")
    assert NEW_STYLE.search("Đảng uỷ")
    assert not NEW_STYLE.search("hòa, quý, ủy, thoáng, quyển, khoảng")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A tiny package with two sentences, translated."""
    package = tmp_path / "office"
    package.mkdir()
    (package / "desk.py").write_text(
        'say("no file called {name}", name=name)\nsay_n("one page", "{n} pages", n=n)\n', encoding="utf-8"
    )
    known = tmp_path / "known.po"
    known.write_text(
        'msgid "no file called {name}"\nmsgstr "không có tệp {name}"\n\n'
        'msgid "one page"\nmsgid_plural "{n} pages"\nmsgstr[0] "{n} trang"\n',
        encoding="utf-8",
    )
    assert catalogue.write(catalogue.collected(package), tmp_path / "office.po", [known]) == []
    return package


def told(package: Path) -> list[str]:
    return catalogue.check(catalogue.collected(package), package.parent / "office.po")


def test_a_whole_catalogue_is_in_order(office: Path) -> None:
    assert told(office) == []


@pytest.mark.parametrize(
    ("module", "fault"),
    [
        (
            'say("no file called {name}")\nsay_n("one page", "{n} pages", n=n)\nN_("new")\n',
            "not in the catalogue: 'new'",
        ),
        ('say("no file called {name}")\n', "no longer said: ('one page', '{n} pages')"),
        ('say("no file called {name}")\nN_("one page")\n', "not in the catalogue: 'one page'"),
    ],
)
def test_a_changed_sentence_is_seen(office: Path, module: str, fault: str) -> None:
    (office / "desk.py").write_text(module, encoding="utf-8")
    assert any(line.startswith(fault) for line in told(office))


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("", "not translated"),
        ("không có tệp", "placeholders lost in the translation: ['name']"),
        ("không có tệp {ten}", "placeholders that the sentence lacks: ['ten']"),
        ("không có tệp {name", "a brace is not closed"),
        ("kho\u0302ng có tệp {name}", "translation not in NFC"),
    ],
)
def test_a_faulty_translation_is_seen(office: Path, translation: str, fault: str) -> None:
    po = office.parent / "office.po"
    text = po.read_text(encoding="utf-8").replace("không có tệp {name}", translation)
    po.write_text(text, encoding="utf-8")
    assert any(fault in line for line in told(office))


def test_a_doubtful_translation_is_seen(office: Path) -> None:
    po = office.parent / "office.po"
    text = po.read_text(encoding="utf-8").replace("#, python-brace-format\nmsgid", "#, fuzzy\nmsgid", 1)
    po.write_text(text, encoding="utf-8")
    assert any("doubtful" in line for line in told(office))


def test_a_compiled_file_left_behind_is_seen(office: Path) -> None:
    mo = office.parent / "office.mo"
    mo.write_bytes(mo.read_bytes().replace("tệp".encode(), "tịp".encode()))
    assert told(office) == ["not as it would be written: office.mo"]


def test_a_translation_that_nobody_needs_is_told(office: Path) -> None:
    more = office.parent / "more.po"
    more.write_text('msgid "old"\nmsgstr "cũ"\n', encoding="utf-8")
    told = catalogue.write(catalogue.collected(office), office.parent / "office.po", [more])
    assert told == ["nobody says this: 'old' (more.po)"]


@pytest.mark.parametrize(
    "sentence", ['f"no {name}"', '"no " + name', '"one" if n == 1 else "many"']
)  # fmt: skip
def test_a_sentence_made_of_pieces_is_refused(sentence: str) -> None:
    with pytest.raises(catalogue.UnfitSentenceError, match="line 1"):
        list(catalogue.marked(f"say({sentence})", catalogue.OURS))


def test_a_sentence_of_a_table_is_said_later() -> None:
    assert list(catalogue.marked('say(TABLE[0])\nN_("a " "b")', catalogue.OURS)) == ["a b"]


@pytest.mark.parametrize(
    ("wishes", "chosen"),
    [
        ((), "vi"),
        ((None, ""), "vi"),
        (("en", "vi"), "en"),
        ((None, "en_GB.UTF-8"), "en"),
        (("vi_VN", "en"), "vi"),
        (("EN",), "en"),
        (("C.UTF-8",), "vi"),
        (("fr", "en"), "en"),
    ],
)
def test_the_first_wish_that_can_be_met_is_met(wishes: tuple[str | None, ...], chosen: str) -> None:
    assert messages.choose(*wishes) == chosen


def test_a_sentence_is_said_in_the_readers_language() -> None:
    messages.speak("vi")
    assert messages.say("“{key}” is missing", key="ngày") == "thiếu “ngày”"
    messages.speak("en")
    assert messages.say("“{key}” is missing", key="ngày") == "“ngày” is missing"


def test_a_sentence_nobody_translated_is_said_in_english() -> None:
    messages.speak("vi")
    assert messages.say("never seen {it}", it="anywhere") == "never seen anywhere"
    assert messages.say_n("{n} thing", "{n} things", n=2) == "2 things"


def test_braces_in_a_value_are_left_alone() -> None:
    assert messages.say("“{key}” is missing", key="{key}").count("{key}") == 1


def test_click_speaks_the_readers_language() -> None:
    messages.speak("vi")
    assert gettext.gettext("Usage:") == "Cách dùng:"
    messages.speak("en")
    assert gettext.gettext("Usage:") == "Usage:"


def test_numbers_have_the_readers_sign() -> None:
    messages.speak("vi")
    assert (messages.decimal(6.26), messages.decimal(0.0), messages.decimal(6.26, 2)) == ("6,3", "0,0", "6,26")
    messages.speak("en")
    assert (messages.decimal(6.26), messages.decimal(60.0, 0)) == ("6.3", "60")

from __future__ import annotations

from pathlib import Path

import pytest

import offices
from bulletin.config import KEYS, read_settings
from bulletin.errors import ConfigError, Problem


def faults(tmp_path: Path, text: str) -> list[Problem]:
    with pytest.raises(ConfigError) as caught:
        read_settings(offices.settings(tmp_path, text))
    assert all(problem.path == tmp_path / "bulletin.toml" for problem in caught.value.problems)
    return list(caught.value.problems)


READS = 'each line reads: name = "text"; remarks begin with #'


@pytest.mark.parametrize(
    ("line", "column", "hint"),
    [
        ("masthead = “TIN”", 12, 'text stands in straight quotes "…", not in curly ones'),
        ("masthead = TIN", 12, 'text stands in straight quotes: name = "text"'),
        ('masthead = "TIN', 16, 'at the end of the text, too, stands a straight quote "'),
        ('masthead: "TIN"', 9, "here “=” stands between name and value, not “:”"),
        ("masthead", 9, READS),
        ("= 5", 1, READS),
        ("editions = [5 5]", 15, READS),
        ("[organisation", 14, "the name of a table stands in square brackets: [organisation]"),
        ('byline = "C:\\van phong"', 15, "in text, write / for \\"),
        ('đơn vị = "Chi bộ"', 1, "names are written in English here, see docs/settings.md"),
    ],
)
def test_a_line_that_cannot_be_read_is_shown_with_what_to_write(
    tmp_path: Path, line: str, column: int, hint: str
) -> None:
    (problem,) = faults(tmp_path, f'# ours\nlayout = "news"\n{line}\n')
    assert (problem.message, problem.id) == ("this line cannot be read", "toml-syntax")
    assert (problem.line, problem.column, problem.source, problem.hint) == (3, column, line, hint)


def test_a_file_that_breaks_off_is_shown_at_its_end(tmp_path: Path) -> None:
    (problem,) = faults(tmp_path, 'editions = ["standard",')
    assert problem.line == 1
    assert problem.message == "this line cannot be read"


def test_a_key_given_twice_is_shown(tmp_path: Path) -> None:
    (problem,) = faults(tmp_path, 'byline = "a"\r\n  byline = "b"\r\n')
    assert (str(problem.message), problem.line, problem.column) == ("this stands in the file twice", 2, 3)
    (problem,) = faults(tmp_path, "[limits]\n[limits]\n")
    assert (str(problem.message), problem.line, problem.column) == ("this stands in the file twice", 2, 1)


@pytest.mark.parametrize(
    ("text", "place", "told", "hint"),
    [
        ("masthead = 5", (1, 1), "“masthead” must be one line of text in straight quotes",
         'write for example: masthead = "TIN HỘI NGHỊ"'),
        ('masthead = " "', (1, 1), "“masthead” must be one line of text in straight quotes",
         'write for example: masthead = "TIN HỘI NGHỊ"'),
        ('byline = """a\nb"""', (1, 1), "“byline” must be one line of text in straight quotes",
         'write for example: byline = "Văn phòng Đảng ủy"'),
        (f'byline = "{"a" * 251}"', (1, 1), "“byline” must be one line of text in straight quotes",
         'write for example: byline = "Văn phòng Đảng ủy"'),
        ('editions = "standard"', (1, 1), "“editions” must be a list of names in straight quotes",
         'write for example: editions = ["standard", "large-print"]'),
        ("editions = []", (1, 1), "“editions” must be a list of names in straight quotes",
         'write for example: editions = ["standard", "large-print"]'),
        ("silence = [5]", (1, 1), "“silence” must be a list of names in straight quotes",
         'write for example: silence = ["no-alt"]'),
        ('[limits]\nseconds = "300"', (2, 1), "“limits.seconds” must be a whole number above zero, without quotes",
         "write for example: seconds = 300"),
        ("limits = { memory_mib = true }", (1, 12),
         "“limits.memory_mib” must be a whole number from 256, without quotes",
         "write for example: memory_mib = 4096"),
        ("[limits]\nmemory_mib = 255", (2, 1), "“limits.memory_mib” must be a whole number from 256, without quotes",
         "write for example: memory_mib = 4096"),
        ("limits.seconds = 0", (1, 8), "“limits.seconds” must be a whole number above zero, without quotes",
         "write for example: seconds = 300"),
        ('layout = "nwes"', (1, 1), "“nwes” is not known at “layout”", "did you mean “news”?"),
        ('language = "vn"', (1, 1), "“vn” is not known at “language”", "known here: vi, en"),
        ('editions = ["standard", "huge"]', (1, 1), "“huge” is not known at “editions”",
         "known here: standard, large-print, giant-print"),
        ('silence = ["no-alts"]', (1, 1), "“no-alts” is not known at “silence”", "did you mean “no-alt”?"),
        ('langage = "vi"', (1, 1), "“langage” is not known here", "did you mean “language”?"),
        ('[organisation]\nnam = "a"', (2, 1), "“organisation.nam” is not known here",
         "did you mean “organisation.name”?"),
        ('name = "Chi bộ"', (1, 1), "“name” is not known here",
         'write a line [organisation], and below it: name = "Chi bộ Trường Tiểu học Tân Lập"'),
        ('organisation = "Chi bộ"', (1, 1), "“organisation” is not known here",
         'write a line [organisation], and below it: name = "Chi bộ Trường Tiểu học Tân Lập"'),
        ("limits = 5", (1, 1), "“limits” is not known here",
         "write a line [limits], and below it: seconds = 300"),
        ('[limits]\nlayout = "news"', (2, 1), "“limits.layout” is not known here", "did you mean “layout”?"),
        ("[foo]", (1, 1), "“foo” is not known here", f"known here: {', '.join(KEYS)}"),
        ('[zzz]\nqqq = "a"', (2, 1), "“zzz.qqq” is not known here", f"known here: {', '.join(KEYS)}"),
    ],
)  # fmt: skip
def test_a_key_or_value_that_does_not_do_is_shown_with_what_to_write(
    tmp_path: Path, text: str, place: tuple[int, int], told: str, hint: str
) -> None:
    (problem,) = faults(tmp_path, text + "\n")
    assert ((problem.line, problem.column), problem.message, problem.hint) == (place, told, hint)
    assert problem.source == text.split("\n")[place[0] - 1]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = '[limits]\nseconds = -1\n\n[organisation]\nnam = "x"\ncode = 7\n'
    assert [problem.line for problem in faults(tmp_path, text)] == [2, 5, 6]


def test_a_name_in_a_text_is_not_taken_for_the_key(tmp_path: Path) -> None:
    text = 'byline = "seconds = 5"\n[organisation]\nname = "limits"\n[limits]\nseconds = 0\n'
    assert [problem.line for problem in faults(tmp_path, text)] == [5]


def test_a_key_is_shown_in_its_own_table(tmp_path: Path) -> None:
    (problem,) = faults(tmp_path, '[organisation]\nname = "x"\n[limits]\nname = "y"\n')
    assert (problem.line, problem.message) == (4, "“limits.name” is not known here")


def test_every_example_of_a_key_fits_it(tmp_path: Path) -> None:
    text = ""
    for name, key in KEYS.items():
        table = name.rpartition(".")[0]
        text = f"{text}[{table}]\n{key.example}\n" if f"[{table}]" not in text and table else text
        text = f"{key.example}\n{text}" if not table else text
        if table and key.example not in text:
            text += f"{key.example}\n"
    read_settings(offices.settings(tmp_path, text))

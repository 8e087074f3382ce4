from __future__ import annotations

from pathlib import Path

import pytest

import guests
from bulletin.config import layouts_known
from bulletin.config.layoutfile import read_layout, with_version
from bulletin.errors import LayoutError

PATH = Path("mau-xa/layout.toml")
SOUND = guests.TOML


def told(text: str) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        read_layout("mau-xa", text, PATH)
    return [f"{fault.line}:{fault.column}: {fault.message}" + (f" → {fault.hint}" if fault.hint else "")
            for fault in caught.value.problems]  # fmt: skip


def test_what_a_layout_says_is_read() -> None:
    text = f'content = "digest"\nversion = "0.1.0"\n{SOUND}body_pt = 12\nmargins_mm = [20, 18, 20, 18]\n'
    text += "[makeup]\nair = [0.8, 1.2]\nmoves = false\n[promises]\npages = 1\n"
    layout = read_layout("mau-xa", text)
    assert (layout.content, layout.version, layout.papers) == ("digest", "0.1.0", ("A4",))
    assert layout.edition("standard").body_pt == 12
    assert layout.edition("standard").margins_mm == (20.0, 18.0, 20.0, 18.0)
    assert (layout.levers.air, layout.levers.moves, layout.promises.pages) == ((0.8, 1.2), False, 1)
    assert not layout.is_guest


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (SOUND + 'font = "x"\n', "9:1: “editions.standard.font” is not known here → known here: body_pt, leading, "
                                 "margins_mm, smallest_pt, large_print, columns, gutter_mm"),
        ('contents = "record"\n' + SOUND, "1:1: “contents” is not known here → did you mean “content”?"),
        ('content = "poster"\n' + SOUND,
         '1:1: “content” must be one of “record”, “digest”, “document” → write for example: content = "record"'),
        ('formats = ["pdf", "jpg"]\n' + SOUND, "1:1: “jpg” is not known at “formats” → known here: pdf, html, png"),
        (SOUND.replace('"A4"', '"A9"'), "6:1: “A9” is not known at “paper.sizes” → known here: A2, A3, A4, A5"),
        (SOUND.replace('["A4"]', '"A4"'),
         "6:1: “paper.sizes” must be a list of names in straight quotes → write for example: sizes = [\"A4\"]"),
        (SOUND.replace('en = "The commune\'s own"\n', ""),
         "1:1: the title in “en” is missing → write a line [title], and below it: en = \"…\""),
        (SOUND.replace("standard", "standart"),
         "8:1: “editions.standart” is not known here → did you mean “standard”?"),
        (SOUND + 'body_pt = "12"\n',
         "9:1: “editions.standard.body_pt” must be a number, without quotes → write for example: body_pt = 1.5"),
        (SOUND + "body_pt = true\n",
         "9:1: “editions.standard.body_pt” must be a number, without quotes → write for example: body_pt = 1.5"),
        (SOUND + "body_pt = nan\n",
         "9:1: “editions.standard.body_pt” must be a number, without quotes → write for example: body_pt = 1.5"),
        (SOUND + "margins_mm = [20, 20]\n",
         "9:1: “editions.standard.margins_mm” must be four numbers in square brackets"
         " → write for example: margins_mm = [20, 18, 20, 18]"),
        (SOUND + "margins_mm = [20, 100, 20, 90]\n",
         "9:1: the margins of “standard” leave no room for text on A4"
         " → at least 40 mm must be left in width and height"),
        (SOUND + "margins_mm = [20, 20, 20, -1]\n",
         "9:1: the margins of “standard” leave no room for text on A4"
         " → at least 40 mm must be left in width and height"),
        (SOUND + "body_pt = 8\n",
         "9:1: the text of “standard” has 8 pt, less than its smallest type of 8.5 pt"),
        (SOUND + "body_pt = 900\n", "9:1: “editions.standard.body_pt” must be between 6 and 200"),
        (SOUND.replace("standard", "large-print") + "body_pt = 14\nsmallest_pt = 14\n",
         "10:1: “editions.large-print.smallest_pt” must be between 18 and 200"),
        (SOUND + "leading = 0.9\n", "9:1: “editions.standard.leading” must be between 1.2 and 3"),
        (SOUND + "[makeup]\nair = [1.2, 1.5]\n",
         "10:1: “makeup.air” goes from at least 0.3 up to 1, and from 1 up to at most 3.0"),
        (SOUND + "[makeup]\nmoves = 1\n",
         "10:1: “makeup.moves” must be true or false, without quotes → write for example: moves = true"),
        (SOUND + "[promises]\nleast_fill = 2\n", "10:1: “promises.least_fill” must be between 0 and 1"),
        (SOUND + "[promises]\nmultiple_of = 0\n", "10:1: “promises.multiple_of” must be between 1 and 999"),
        (SOUND + "[promises]\npages = -1\n",
         "10:1: “promises.pages” must be a whole number, without quotes → write for example: pages = 1"),
        (SOUND.replace("[editions.standard]", ""),
         "0:0: the editions are missing → write for each edition a line such as [editions.standard]"),
        ("title = 3\n" + SOUND.partition("[paper]")[2].join(("[paper]", "")), "1:1: “title” must be a table: "
         "write a line [title]"),
        (SOUND + "x = “y”\n",
         "9:5: this line cannot be read → text stands in straight quotes \"…\", not in curly ones"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_cure(text: str, complaint: str) -> None:
    assert told(text) == [complaint]


def test_all_faults_are_told_at_once_in_the_order_of_the_lines() -> None:
    text = 'x = 1\n[title]\nvi = "a"\nen = 5\n[paper]\nsizes = ["B5"]\n[editions.standard]\nbody = 3\n'
    assert [complaint.partition(":")[0] for complaint in told(text)] == ["1", "4", "6", "8"]


def test_a_copy_tells_its_version_and_its_own_title() -> None:
    text = with_version(SOUND, "1.2.3", {"vi": "Mẫu mới"})
    layout = read_layout("mau-xa", text)
    assert (layout.version, layout.titles["vi"], layout.titles["en"]) == ("1.2.3", "Mẫu mới", "The commune's own")


def test_the_layouts_of_the_program_are_sound() -> None:
    assert layouts_known()


def test_a_number_of_thousands_of_figures_is_told(tmp_path: Path) -> None:
    for text in ("pages = " + "9" * 5000, "pages = 0x" + "f" * 5000):
        toml = f"{guests.TOML}\n[promises]\n{text}\n"
        with pytest.raises(LayoutError) as caught:
            guests.guest(tmp_path, toml=toml)
        assert [fault.path for fault in caught.value.problems] == [tmp_path / "mau-xa" / "layout.toml"]


def test_a_title_that_a_terminal_would_obey_is_told(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="must be one line of text"):
        guests.guest(tmp_path, toml=guests.TOML.replace("Mẫu của xã", "\\u001b[31m"))


@pytest.mark.parametrize(
    ("table", "line", "limits"),
    [
        ("promises", "pages = 1000", "0 and 999"),
        ("promises", "multiple_of = 0", "1 and 999"),
        ("promises", "multiple_of = 10000000", "1 and 999"),
        ("promises", "smallest_pt = -1", "0 and 200"),
        ("makeup", "spread = -1", "0 and 1"),
        ("makeup", "spread = 99", "0 and 1"),
    ],
)
def test_numbers_without_measure_are_told(tmp_path: Path, table: str, line: str, limits: str) -> None:
    key = line.partition(" ")[0]
    with pytest.raises(LayoutError, match=f"“{table}.{key}” must be between {limits}"):
        guests.guest(tmp_path, toml=f"{guests.TOML}\n[{table}]\n{line}\n")

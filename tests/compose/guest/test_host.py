"""A clerk's own layout in its process: what it may take, what it may do, how it ends."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import guests
from bulletin.compose.guest import Limits, composed_apart, host
from bulletin.errors import LayoutError, Problem
from bulletin.layout import Layout
from bulletin.messages import speak
from compose.records import words

from .kitchens import values

TIGHT = Limits(cpu_s=0.5, wall_s=30.0, memory_mib=64, html_bytes=2**20)
LOOP = "{% for i in range(99999) %}{% for j in range(99999) %}{% set x = i * j %}{% endfor %}{% endfor %}"
GROW = '{% set ns = namespace(x="x" * 1000) %}{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}'


def composed(layout: Layout, limits: Limits = TIGHT) -> str:
    # The values are plain already.
    return composed_apart(layout, values(), limits)


def problem(layout: Layout, limits: Limits = TIGHT) -> Problem:
    with pytest.raises(LayoutError) as caught:
        composed(layout, limits)
    [only] = caught.value.problems
    return only


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_sound_layout_is_filled_in(tmp_path: Path) -> None:
    html = composed(guests.guest(tmp_path, "<p>{{ record.title }}</p>"))
    assert "<p>Chi bộ họp</p>" in words(html)


PAPER = (
    '{{% set paper = {{"indent_mm": {mm}, "gap_pt": 6, "page_number_mm": 1, "note_mm": 1, "signing_lines": 1,'
    ' "factor": 1, "two_sided": false, "styles": {{{name}: {{"pt": 13, "bold": false, "italic": false}}}},'
    ' "annexes": []}} %}}'
    "{{{{ blocks.paper_variables(paper, edition) }}}}"
)
"""A page that gives a macro of the program what it likes."""
BOARD = (
    '{{% set code = {{"modules": {modules}, "address": "x", "path": "M4 4h7v1H4z"}} %}}{{{{ blocks.code(code) }}}}'
)  # fmt: skip


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (PAPER.format(mm='"0}x{color:red"', name='"a"'), "a number is wanted, not “0}x{color:red”"),
        (PAPER.format(mm="1", name='"a{}@import url(x);b"'), "a name is wanted, not “a{}@import url(x);b”"),
        ('{% set issue = {"pages": 9, "first": 1, "articles": [{"prefix": "a", "plan": {"loose": ["b}c{"]}}]} %}'
         "{{ blocks.issue_variables(issue) }}", "a name is wanted, not “b}c{”"),
        (BOARD.format(modules="record.title"), "a number is wanted, not “Chi bộ họp”"),
    ],
)  # fmt: skip
def test_macros_of_the_program_print_numbers_and_names_alone_in_styles(tmp_path: Path, part: str, wanted: str) -> None:
    found = problem(guests.guest(tmp_path, part))
    assert found.message == f"this cannot be worked out: {wanted}"
    assert found.line == guests.PART_LINE


def test_what_they_may_print_is_printed(tmp_path: Path) -> None:
    html = composed(guests.guest(tmp_path, PAPER.format(mm="10.5", name='"a-b"') + BOARD.format(modules="29")))
    assert "--indent:10.5mm;" in html
    assert ".c-a-b{font-size:13" in html
    assert 'viewBox="0 0 29 29"' in html


@pytest.mark.parametrize(
    ("part", "message"),
    [
        (LOOP, "the layout takes more than 0.5 seconds for one page"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "a macro or a template calls itself without end"),
        (GROW, "the layout takes more than 64 MiB of memory"),
        ('{{ "x"|center(10 ** 10) }}', "the layout takes more than 64 MiB of memory"),
        ('{{ "%1000000000d"|format(1) }}', "the layout takes more than 64 MiB of memory"),
        ('{{ "x" * 10 ** 9 }}', "this is not allowed in a layout: … * 1000000000"),
        ("{{ 9 ** (9 ** 9) }}", "this is not allowed in a layout: 9 ** 387420489"),
        ("{% for i in range(10 ** 9) %}x{% endfor %}",
         "this is not allowed in a layout: Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000)."),
        ("{{ 1 / 0 }}", "this cannot be worked out: division by zero"),
        ("{{ record.title() }}", "this cannot be worked out: 'str' object is not callable"),
        ("{{ nodes[99].spans }}", "there is no number 99 in this list"),
        ("{{ nodes[0].spanz }}", "“node” has no “spanz”"),
        ('{{ "{0.__class__}".format(record) }}', "“record” has no “__class__”"),
        ("{{ [record]|map(attribute='_facts')|first }}", "“record” has no “_facts”"),
        ("{{ [1]|map('nothing')|list }}", "this cannot be worked out: No filter named 'nothing'."),
        ('<p style="width:{{ record.title|number }}mm">x</p>',
         "this cannot be worked out: a number is wanted, not “Chi bộ họp”"),
        ("{{ blocks.figure(record, 'x') }}", "“record” has no “narrow”"),
    ],
)  # fmt: skip
def test_what_comes_up_is_told_with_its_line(tmp_path: Path, part: str, message: str) -> None:
    found = problem(guests.guest(tmp_path, part))
    assert (found.path, found.line) == (tmp_path / "mau-xa" / "bulletin.html", guests.PART_LINE)
    assert found.message == message
    assert found.source == part


def test_too_long_a_page_is_refused(tmp_path: Path) -> None:
    part = '{% for i in range(90000) %}{{ "a page full of words"|attr }}{% endfor %}'
    assert problem(guests.guest(tmp_path, part)).message == "the layout writes more than 1 MiB"


def test_the_place_is_that_in_the_template_that_was_put_in(tmp_path: Path) -> None:
    layout = guests.guest(tmp_path, '{% include "phan.html" %}', phan="\n\n{{ 1 / 0 }}")
    found = problem(layout)
    assert (found.path, found.line) == (tmp_path / "mau-xa" / "phan.html", 3)


def test_a_child_that_does_not_answer_is_killed(tmp_path: Path) -> None:
    found = problem(guests.guest(tmp_path, LOOP), Limits(cpu_s=60.0, wall_s=2.0))
    assert found.message == "the layout takes more than 2 seconds for one page"
    assert host._kept is None


def test_a_child_that_dies_is_told_and_another_takes_its_place(tmp_path: Path) -> None:
    layout = guests.guest(tmp_path)
    before = composed(layout)
    assert host._kept is not None
    host._kept[1]._process.kill()
    host._kept[1]._process.wait()
    assert problem(layout).message == "the layout ended the process that fills it in"
    assert composed(layout) == before


def test_one_child_serves_a_layout_until_it_is_changed(tmp_path: Path) -> None:
    def pid() -> int:
        assert host._kept is not None
        return host._kept[1]._process.pid

    composed(guests.guest(tmp_path, "<p>one</p>"))
    first = pid()
    composed(guests.guest(tmp_path, "<p>one</p>"))
    assert pid() == first
    assert "<p>two</p>" in composed(guests.guest(tmp_path, "<p>two</p>"))
    assert pid() != first
    assert not alive(first)


def test_layouts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one, two = guests.guest(tmp_path / "a", "<p>one</p>"), guests.guest(tmp_path / "b", "<p>two</p>")
    assert one.name == two.name
    assert "<p>one</p>" in composed(one)
    assert "<p>two</p>" in composed(two)


def test_a_fault_is_told_in_the_reader_s_language(tmp_path: Path) -> None:
    layout = guests.guest(tmp_path, "{{ 1 / 0 }}")
    english = problem(layout).message
    speak("vi")
    assert problem(layout).message not in ("", english)


def test_the_child_can_open_nothing(tmp_path: Path) -> None:
    composed(guests.guest(tmp_path))
    assert host._kept is not None
    pid = host._kept[1]._process.pid
    limits = Path(f"/proc/{pid}/limits").read_text(encoding="ascii")
    rows: dict[str, Any] = {row[:26].strip(): row[26:].split()[:2] for row in limits.splitlines()[1:]}
    assert rows["Max open files"] == ["3", "3"]
    assert rows["Max file size"] == ["0", "0"]
    assert rows["Max core file size"] == ["0", "0"]
    assert rows["Max address space"][0] != "unlimited"
    assert len(list(Path(f"/proc/{pid}/fd").iterdir())) == 3


def test_the_child_leaves_with_its_parent(tmp_path: Path) -> None:
    composed(guests.guest(tmp_path))
    assert host._kept is not None
    pid = host._kept[1]._process.pid
    host.dismiss()
    assert not alive(pid)
    host.dismiss()


@pytest.mark.parametrize(
    "part",
    [
        "<p>T{# #}ỐI M{{ 'ẬT' }}</p>",
        "<p>{% for sign in 'TUYỆT M' ~ 'ẬT' %}<b>{{ sign }}</b>{% endfor %}</p>",
        "<p title=\"{{ 'TỐI'|attr }} {{ 'MẬT'|attr }}\">x</p>",
    ],
)
def test_a_mark_of_secrecy_that_comes_together_on_the_page_is_refused(tmp_path: Path, part: str) -> None:
    told = problem(guests.guest(tmp_path, part))
    assert (told.id, told.source) == ("state-secret", "")
    assert told.message == "the layout prints a mark of secrecy, which this program does not print"


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("p { x: " + "(" * 3000 + ")" * 3000 + " }", "the file cannot be read: too much stands inside each other"),
        ("b{}" * 80000, "the layout takes more than 0.1 seconds for one page"),
    ],
)
def test_a_style_sheet_that_is_too_much_is_told_by_its_name(tmp_path: Path, css: str, message: str) -> None:
    told = problem(guests.guest(tmp_path, css=css), Limits(cpu_s=0.1))
    assert (told.path, told.message, told.hint) == (tmp_path / "mau-xa" / "print.css", message, "")


def test_a_selector_of_many_words_is_read_at_once(tmp_path: Path) -> None:
    assert "<h1" in composed(guests.guest(tmp_path, css="b " * 60000 + "{}"), Limits())

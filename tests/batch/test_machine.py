from __future__ import annotations

from dataclasses import replace

from bulletin import __version__, messages
from bulletin.batch.machine import Machine, machine


def test_a_machine_is_told_by_all_that_shows_in_what_it_makes() -> None:
    parts = machine().parts
    assert parts["program"].startswith(f"{__version__} ")
    assert set(parts) == {
        "program", "layouts", "fonts", "packages", "Pango", "HarfBuzz", "fontconfig", "zlib", "Python", "system"
    }  # fmt: skip
    assert all(parts.values())


def test_machines_that_are_alike_differ_in_nothing() -> None:
    assert machine().differences(replace(machine(), host="other")) == ()


def test_each_difference_is_told_with_both_values() -> None:
    ours = Machine(host="a", parts={"fonts": "1", "Pango": "1.50.12", "zlib": "1"})
    theirs = Machine(host="b", parts={"fonts": "2", "Pango": "1.50.12", "new": "3"})
    assert ours.differences(theirs) == ("fonts: 2 there, 1 here", "zlib: - there, 1 here", "new: 3 there, - here")
    messages.speak("vi")
    assert ours.differences(theirs)[0] == "phông chữ: ở đó 2, ở đây 1"

"""The tables of docs/layouts.md tell what is there, and nothing else."""

from __future__ import annotations

import pytest

import layout_tables
from bulletin.edition import Edition
from bulletin.plan import Plan
from compose.guest.kitchens import values


def test_the_page_is_fresh() -> None:
    text = layout_tables.PAGE.read_text(encoding="utf-8")
    assert layout_tables.page(text) == text, "run: make docs"


def test_a_stale_page_would_be_seen() -> None:
    text = layout_tables.PAGE.read_text(encoding="utf-8")
    assert layout_tables.page(text.replace("`measure_mm`", "`measured`")) == text
    with pytest.raises(ValueError, match=r"layouts\.md"):
        layout_tables.page("no place")


def test_all_that_a_template_is_given_has_its_table() -> None:
    told = {name for names, _ in layout_tables.GIVEN for name in names.split(", ")}
    # The record is told in docs/record.md.
    assert set(values()) - {"record"} <= told


def test_fields_and_properties_are_told_with_their_words() -> None:
    rows = {name: (kind, said) for name, kind, said in layout_tables.members(Edition)}
    assert rows["body_pt"] == ("float", "Size of running text, in points.")
    assert rows["measure_mm"] == ("float", "Width of the text area.")
    assert rows["name"] == ("str", "")
    assert "written" not in {name for name, _, _ in layout_tables.members(Plan)}


def test_every_macro_is_told_with_what_it_prints() -> None:
    found = list(layout_tables.macros())
    assert [name for name, _, remark in found if not remark] == []
    assert {"node", "variables", "end"} <= {name for name, _, _ in found}

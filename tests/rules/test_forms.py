from __future__ import annotations

import datetime as dt

import pytest

from bulletin.rules import FORMS, Form, form_of, known_since


@pytest.mark.parametrize(
    ("family", "day", "name"),
    [
        ("party", dt.date(2018, 4, 2), None),
        ("party", dt.date(2018, 4, 3), "hd36"),
        ("party", dt.date(2026, 5, 26), "hd36"),
        ("party", dt.date(2026, 5, 27), "hd05"),
        ("party", dt.date(2031, 1, 1), "hd05"),
        ("state", dt.date(2020, 3, 4), None),
        ("state", dt.date(2020, 3, 5), "nd30"),
        ("", dt.date(2026, 1, 1), None),
    ],
)
def test_the_form_is_that_of_the_day_of_issue(family: str, day: dt.date, name: str | None) -> None:
    form = form_of(family, day)
    assert (form and form.name) == name


def test_the_oldest_rules_begin_where_they_were_issued() -> None:
    assert known_since("party") == dt.date(2018, 4, 3)
    assert known_since("state") == dt.date(2020, 3, 5)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.name)
def test_a_page_is_measured_as_the_rules_say(form: Form) -> None:
    assert form.margins_mm == (20, 15, 20, 30)
    assert form.indent_mm == form.page_number_mm == 10
    assert (form.signing_lines, form.gap_pt) == (4, 6)
    assert form.lines_pt[0] <= form.line_pt <= form.lines_pt[1]


def size(form: str, component: str) -> tuple[float, str]:
    style = FORMS[form].styles[component]
    marks = [name for name in ("bold", "italic", "caps", "underlined") if getattr(style, name)]
    return style.pt, " ".join(marks)


@pytest.mark.parametrize(
    ("component", "party", "state"),
    [
        ("nation", (15, "bold caps"), (13, "bold caps")),
        ("parent", (14, "caps"), (13, "caps")),
        ("body", (14, "bold caps"), (13, "bold caps")),
        ("number", (14, ""), (13, "")),
        ("place", (14, "italic"), (14, "italic")),
        ("type", (15, "bold caps"), (14, "bold caps")),
        ("summary", (14, "bold"), (14, "bold")),
        ("letter", (12, "italic"), (13, "")),
        ("base", (14, ""), (14, "italic")),
        ("authority", (14, "bold caps"), (14, "bold caps")),
        ("position", (14, "caps"), (14, "bold caps")),
        ("name", (14, "bold"), (14, "bold")),
        ("recipients", (14, "underlined"), (12, "bold italic")),
        ("recipient", (12, ""), (11, "")),
        ("note", (12, "bold caps"), (13, "bold caps")),
        ("page", (14, ""), (14, "")),
    ],
)
def test_components_have_the_sizes_of_their_form(
    component: str, party: tuple[float, str], state: tuple[float, str]
) -> None:  # fmt: skip
    assert size("hd36", component) == size("hd05", component) == party
    assert size("nd30", component) == state


def test_what_sets_the_two_forms_of_the_party_apart() -> None:
    assert (FORMS["hd36"].last_base, FORMS["hd05"].last_base) == (",", ".")
    assert FORMS["hd05"].cite("signature") == "Hướng dẫn 05-HD/VPTW, mục 7.1"
    assert FORMS["hd36"].cite("signature") == "Hướng dẫn 36-HD/VPTW"


def test_the_boxes_of_urgency_are_red_ones_of_the_state() -> None:
    assert dict(FORMS["nd30"].urgency_boxes_mm) == {"express": (30, 8), "very-urgent": (40, 8), "urgent": (20, 8)}
    assert not FORMS["hd05"].urgency_boxes_mm

from __future__ import annotations

import pytest

from guests import PART_LINE

from .kitchens import faults, told

HERE = f"bulletin.html:{PART_LINE}: "
NO_QUOTES = "a printed value stands in an attribute without quotes"
IN_TAG = (
    "a printed value stands inside a tag or a remark → printed values stand in text, or in quotes behind an attribute"
)
IN_HREF = 'a printed value stands in “href” → write for example: href="{{ link(record.url) }}"'
IN_SRC = 'a printed value stands in “src” → write for example: src="bulletin:photo/{{ picture.name }}"'
BRANCH = (
    "this branch begins at one place of the HTML and ends at another"
    " → close in each branch the tags and quotes that it opens, and no others"
)
KNOWN = " → known here: _base/blocks.html, bulletin.html"
NO_SHEET = "a printed value stands in a style sheet → use the variables of the program, such as var(--body)"
SEE_DOCS = " → see docs/layouts.md for what a template is given"


@pytest.mark.parametrize(
    ("part", "complaint"),
    [
        # Files outside the layout.
        ('{% include "/etc/passwd" %}', f"“/etc/passwd” leads out of the layout{KNOWN}"),
        ('{% include "../../hop.yaml" %}', f"“../../hop.yaml” leads out of the layout{KNOWN}"),
        ('{% import "_base/../news/bulletin.html" as n %}',
         f"“_base/../news/bulletin.html” leads out of the layout{KNOWN}"),
        ('{% include "c:\\\\x.html" %}', f"“c:\\x.html” leads out of the layout{KNOWN}"),
        ('{% extends "news/bulletin.html" %}', f"the layout has no template “news/bulletin.html”{KNOWN}"),
        ("{% include record.title %}", "the name of a template is written out in quotes, not put together"),
        ('{% include ["a.html", "b.html"] %}', "the name of a template is written out in quotes, not put together"),
        # What lies behind the values.
        ("{{ ''.__class__ }}", "names that begin with _ are hidden from a layout: “__class__”"),
        ("{{ ''['__class__'] }}", "names that begin with _ are hidden from a layout: “__class__”"),
        ("{{ record._facts }}", "names that begin with _ are hidden from a layout: “_facts”"),
        # Where values are printed.
        ("<p title={{ record.title }}>x</p>", f'{NO_QUOTES} → put the value in quotes: title="{{{{ … }}}}"'),
        ("<p title=a{{ record.title }}>x</p>", f'{NO_QUOTES} → put the value in quotes: title="{{{{ … }}}}"'),
        ("<p {{ record.title }}>x</p>", IN_TAG),
        ("<p title{{ record.title }}='x'>x</p>", IN_TAG),
        ("<!-- {{ record.title }} -->", IN_TAG),
        ("<style>p { color: {{ 1 }} }</style>", NO_SHEET),
        ('<p style="color:{{ record.title }}">x</p>',
         "a printed value stands in a style → only numbers may: width:{{ picture.width_mm|number }}mm"),
        ('<p onclick="go()">x</p>', "“onclick” would start a program; a layout starts none"),
        ('<p onclick="{{ record.title }}">x</p>', "“onclick” would start a program; a layout starts none"),
        # Addresses.
        ('<a href="{{ record.url }}">x</a>', IN_HREF),
        ('<a href="java{{ "script:x" }}">x</a>', IN_HREF),
        ('<a href="{{ link(record.url) }}{{ record.url }}">x</a>', IN_HREF),
        ('<a href="{% if 1 %}{{ link(record.url) }}{% endif %}">x</a>',
         'a branch stands in “href” → write for example: href="{{ link(record.url) }}"'),
        ('<a href="javascript:x()">x</a>', "a link may lead to https:, mailto: or #, not to “javascript:x()”"),
        ("<a HREF='JAVASCRIPT:x'>x</a>", "a link may lead to https:, mailto: or #, not to “JAVASCRIPT:x”"),
        ("<a href=file:///etc/passwd>x</a>", "a link may lead to https:, mailto: or #, not to “file:///etc/passwd”"),
        ('<img src="{{ record.url }}" alt="">', IN_SRC),
        ('<img src="https://a.vn/x.png" alt="">',
         "a picture is a photo of the record or a file of the layout, not “https://a.vn/x.png”"),
        ('<img src="bulletin:layout/mau-xa/no.png" alt="">', "the layout has no file “no.png”"),
        ('<p style="background:url(https://a.vn/x.png)">x</p>',
         "a style sheet may ask for files of its layout alone, not for “https://a.vn/x.png”"
         " → its files: bulletin:layout/mau-xa/dau.svg"),
        # Attachments, and what acts.
        ('<link rel="attachment" href="#x">', "<link> may not stand in a layout"),
        ('<a rel="attachment" href="#x">x</a>',
         "a link may not be “attachment”: nothing is attached or loaded by a layout"),
        ('<a rel="{{ record.title }}" href="#x">x</a>', "a printed value may not stand in “rel”"),
        ("<script>x()</script>", "<script> may not stand in a layout"),
        ('<iframe src="#"></iframe>', "<iframe> may not stand in a layout"),
        ("<object></object>", "<object> may not stand in a layout"),
        ("<embed>", "<embed> may not stand in a layout"),
        ('<base target="x">', "<base> may not stand in a layout"),
        ("<svg></svg>", "<svg> may not stand in a layout"),
        ('<meta http-equiv="refresh">', "<meta> may not have “http-equiv”"),
        ('<meta name="author" content="x">', "<meta> may not set “author”"),
        ("<style>@import url(bulletin:layout/mau-xa/dau.svg);</style>",
         "@import may not stand in a layout → fonts and other sheets come from the program alone"),
        # Branches that would move a value to another place.
        ("<p{% if 1 %}>{% endif %}x</p>", BRANCH),
        ('<p{% if 1 %} class="a"{% else %} class="b{% endif %}">x</p>', BRANCH),
        ('{% macro m() %}<p class="{% endmacro %}">x</p>', BRANCH),
        ("<p{% if 1 %}{% endif %}id='x'></p>", "a space is missing between a name and what follows it"),
        # Names.
        ("{{ recrd.title }}", "“recrd” is not known here → did you mean “record”?"),
        ("{{ record.titel }}", "“record.titel” is not known here → did you mean “title”?"),
        ("{{ record.title|uper }}", "“|uper” is not known here → did you mean “upper”?"),
        ("{{ record.title|safe }}", f"“|safe” is not known here{SEE_DOCS}"),
        ("{{ record.title|urlize }}", f"“|urlize” is not known here{SEE_DOCS}"),
        ("{{ lipsum() }}", f"“lipsum” is not known here{SEE_DOCS}"),
        ("{% if record is nothing %}{% endif %}", f"“is nothing” is not known here{SEE_DOCS}"),
        ("{% autoescape false %}{{ record.title }}{% endautoescape %}",
         "“autoescape” may not be changed: what a record holds is text, not HTML"),
        # What cannot be read.
        ("{% fro node in nodes %}",
         "the template cannot be read here: Encountered unknown tag 'fro'."
         " → see docs/layouts.md for what may stand in a template"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(part: str, complaint: str) -> None:
    assert told(part) == [f"{HERE}{complaint}"]


@pytest.mark.parametrize(
    "part",
    [
        "",
        "<p>{{ record.title }}</p>",
        '<p title="{{ record.title }}" class="a{% if 1 %} b{% endif %}">x</p>',
        "<p{% if head.stamp %} class='a'{% elif 1 %} id=\"x\"{% else %}{% endif %}>x</p>",
        "<p\n{%- if head.stamp %} class='a'{% endif -%}\n>x</p>",
        '<a href="#{{ nodes[0].id }}">x</a> <a href="https://a.vn/">x</a> <a href="mailto:a@b.vn">x</a>',
        '{% if link(record.url) %}<a href="{{ link(record.url) }}">x</a>{% endif %}<a href=\'{{ "#x"|link }}\'>x</a>',
        '<img src="bulletin:photo/{{ record.title|attr }}" alt="{{ record.title }}">',
        '<img src="bulletin:layout/mau-xa/dau.svg" alt="">',
        '<p style="width:{{ edition.measure_mm|number }}mm">x</p>',
        "<style>p { color: red }</style>",
        "{% raw %}{{ nothing }}{% endraw %}{# {{ nothing }} #}",
        "{% set title = record %}{{ title.title }}",
        "{% for record in nodes %}{{ record.kind }}{% endfor %}",
        "{% macro m(what, n=1) %}<p>{{ what }}{{ caller() }}{{ varargs }}</p>{% endmacro %}"
        "{% call m(1) %}<b>x</b>{% endcall %}",
        "{% set x %}<b>{{ 1 }}</b>{% endset %}{{ x }}{% filter upper %}<b>x</b>{% endfilter %}",
        "{% with a = 1 %}<p>{{ a }}</p>{% endwith %}",
    ],
)
def test_what_is_sound_is_let_through(part: str) -> None:
    assert told(part) == []


def test_every_fault_is_told_at_once_in_the_order_of_the_lines() -> None:
    part = "<script></script>\n<p title={{ 1 }}>{{ record.nothing }}</p>"
    found = faults(part, css="@import url(x);\np { color: {{ 1 }} }\n", phan="{{ x }}")
    assert [(fault.file, fault.line, fault.id) for fault in found] == [
        ("bulletin.html", PART_LINE, "element"),
        ("bulletin.html", PART_LINE + 1, "unquoted"),
        ("bulletin.html", PART_LINE + 1, "unknown-name"),
        ("phan.html", 1, "unknown-name"),
        ("print.css", 2, "value-in-style"),
    ]


def test_a_template_of_its_own_may_be_put_in() -> None:
    assert told('{% include "phan.html" %}{% from "phan.html" import m %}', phan="{% macro m() %}{% endmacro %}") == []
    assert told('<p title="{% include "phan.html" %}">x</p>', phan="x") == [
        f"{HERE}another template is put in inside a tag"
    ]


@pytest.mark.parametrize(
    ("part", "line", "message"),
    [
        ("{% if record.title %}", 8, "the template cannot be read here: Unexpected end of template"),
        ("{{ record.title", 8, "the template cannot be read here: expected token"),
        ("{% for %}", PART_LINE, "the template cannot be read here: Expected an expression"),
    ],
)
def test_where_reading_stops_is_told(part: str, line: int, message: str) -> None:
    [fault] = faults(part)
    assert (fault.file, fault.id) == ("bulletin.html", "template-syntax")
    assert fault.line >= line - 1
    assert fault.message.startswith(message)


def test_a_template_that_nests_too_deep_is_told() -> None:
    [fault] = faults("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}")
    assert fault.id in ("template-deep", "template-syntax")

"""Clerks' own layouts for tests: a small one that is sound, and what is made of it."""

from __future__ import annotations

from pathlib import Path

from bulletin.config import layout_named
from bulletin.layout import Layout

TOML = """\
[title]
vi = "Mẫu của xã"
en = "The commune's own"

[paper]
sizes = ["A4"]

[editions.standard]
"""
BODY = "{% for node in nodes %}{{ blocks.node(node, edition) }}{% endfor %}"
PAGE = """\
{{% import "_base/blocks.html" as blocks %}}
<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>{{{{ record.title|attr }}}}</title>
{{{{ blocks.variables(edition, scale, plan, head) }}}}</head><body>
<div id="head"><h1 id="title">{{{{ head.headline.text }}}}</h1>
{part}
<p>{{{{ head.kicker }}}}, {{{{ head.dateline }}}}, {{{{ head.organisation }}}} {{{{ head.stamp_text }}}}</p></div>
<main>{body}</main>
</body>
</html>
"""
PART_LINE = 7
"""Where what a test puts into the page stands."""
CSS = "@page { size: A4; margin: 20mm }\nh1 { font-family: var(--sans) }\n"


def folder(
    place: Path, part: str = "", *, css: str = CSS, toml: str = TOML, name: str = "mau-xa", body: str = BODY,
    **more: str,
) -> Path:  # fmt: skip
    """A folder with a layout.

    Args:
        place: Where the folder is put.
        part: What stands in the page at `PART_LINE`.
        css: Its style sheet.
        toml: Its `layout.toml`.
        name: Of the folder.
        body: What stands in `<main>`.
        **more: Other templates, by their names without `.html`.
    """
    own = place / name
    own.mkdir(parents=True, exist_ok=True)
    (own / "bulletin.html").write_text(PAGE.format(part=part, body=body), encoding="utf-8")
    (own / "print.css").write_text(css, encoding="utf-8")
    (own / "layout.toml").write_text(toml, encoding="utf-8")
    for other, text in more.items():
        (own / f"{other}.html").write_text(text, encoding="utf-8")
    return own


def guest(place: Path, part: str = "", **more: str) -> Layout:
    """A layout read from such a folder."""
    return layout_named(str(folder(place, part, **more)))

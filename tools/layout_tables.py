"""The tables of docs/layouts.md: what a template is given, the shared macros, what a layout.toml may say.

    python tools/layout_tables.py            write them anew
    python tools/layout_tables.py --check    change nothing; tell whether they are stale

They are read off the dataclasses and `layouts/_base/blocks.html`, so that the page cannot tell what is not there.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

from bulletin.compose.board import Board
from bulletin.compose.figures import Figure, Picture, Slot
from bulletin.compose.grids import Column, Grid
from bulletin.compose.head import EndRow, Head
from bulletin.compose.headlines import Headline
from bulletin.compose.nodes import Entry, Node
from bulletin.compose.notes import Notes
from bulletin.compose.panel import Fact, Line
from bulletin.compose.paper import Paper
from bulletin.compose.scale import Scale
from bulletin.compose.stretches import Stretch
from bulletin.edition import Edition
from bulletin.layout import Layout, Levers, Promises
from bulletin.model.running import Span
from bulletin.plan import Plan

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/layouts.md"
BLOCKS = ROOT / "layouts/_base/blocks.html"
BEGIN, END = "<!-- made by tools/layout_tables.py -->\n", "<!-- end -->\n"

GIVEN: tuple[tuple[str, type], ...] = (
    ("head", Head), ("head.headline, head.subtitle", Headline), ("head.end", EndRow), ("nodes", Node),
    ("node.spans", Span), ("node.entries", Entry), ("node.slot", Slot), ("slot.figures", Figure),
    ("figure.pictures", Picture), ("node.grid", Grid), ("grid.columns", Column), ("node.facts", Fact),
    ("fact.lines", Line), ("edition", Edition), ("scale", Scale), ("plan", Plan),
    ("board", Board), ("paper", Paper), ("stretches", Stretch),
    ("notes", Notes),
)  # fmt: skip
SAID: tuple[tuple[str, type], ...] = (
    ("above all tables", Layout), ("[editions.…]", Edition), ("[makeup]", Levers), ("[promises]", Promises),
)  # fmt: skip


def members(kind: type) -> Iterator[tuple[str, str, str]]:
    """Fields and properties of a class: name, type, and the docstring below it, or its own."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(body, ast.ClassDef)
    for one, after in zip(body.body, [*body.body[1:], None], strict=True):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            said = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
            yield one.target.id, ast.unparse(one.annotation), str(said)
        elif isinstance(one, ast.FunctionDef) and any(ast.unparse(mark) == "property" for mark in one.decorator_list):
            returned = ast.unparse(one.returns) if one.returns else ""
            yield one.name, returned, (ast.get_docstring(one) or "").split("\n")[0]


def macros() -> Iterator[tuple[str, str, str]]:
    """The shared macros: name, arguments, and the remark above each."""
    text = BLOCKS.read_text(encoding="utf-8")
    for remark, name, arguments in re.findall(r"(?:\{# (.*?) #\}\n)?\{% macro (\w+)\((.*?)\) %\}", text):
        yield name, arguments, remark


def tables() -> str:
    """All tables, one below the other."""
    parts = ["#### What a template is given\n"]
    for name, kind in GIVEN:
        parts.append(_table(f"{_code(name)}: {_summary(kind)}", members(kind), "name"))
    parts.append("#### Macros of `_base/blocks.html`\n")
    rows = "".join(f"| `{name}({arguments})` | {remark} |\n" for name, arguments, remark in macros())
    parts.append(f"| macro | prints |\n|---|---|\n{rows}")
    parts.append("#### What `layout.toml` may say\n")
    from bulletin.config.layoutfile import allowed

    for name, kind in SAID:
        rows_of = [row for row in members(kind) if row[0] in allowed(kind)]
        parts.append(_table(_code(name) if name.startswith("[") else name.capitalize(), rows_of, "key"))
    return "\n".join(parts)


def _code(names: str) -> str:
    return ", ".join(f"`{name}`" for name in names.split(", "))


def _summary(kind: type) -> str:
    line = (inspect.getdoc(kind) or "").split("\n")[0].removesuffix(".")
    return line[:1].lower() + line[1:]


def _table(title: str, rows: Iterable[tuple[str, str, str]], head: str) -> str:
    lines = [f"{title}\n", f"| {head} | type | is |", "|---|---|---|"]
    for name, kind, said in rows:
        if kind == "Face":
            # A measure for the program alone.
            continue
        shown = " ".join(said.split()).replace("|", "\\|")
        lines.append(f"| `{name}` | `{kind}` | {shown} |".replace(" | None`", "`, or nothing"))
    return "\n".join(lines) + "\n"


def page(text: str) -> str:
    """A page with its tables made anew.

    Raises:
        ValueError: If it has no place for them.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(PAGE)
    return f"{before}{BEGIN}\n{tables()}\n{END}{after}"


def main() -> int:
    """Write the page, or tell whether it is stale."""
    parser = argparse.ArgumentParser(description="tables of docs/layouts.md")
    parser.add_argument("--check", action="store_true", help="change nothing")
    options = parser.parse_args()
    text = PAGE.read_text(encoding="utf-8")
    fresh = page(text)
    if options.check:
        print("stale" if fresh != text else "fresh")
        return int(fresh != text)
    PAGE.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The one style sheet of a page: what stood in its head, in its attributes and beside it; the faces it asks for.

A strict content security policy allows no style attributes, so each becomes a rule of the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

# Only the template writes these: in what a record says, signs such as < and " are escaped.
_STYLE: Final = re.compile(r"\s*<style>(.*?)</style>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r' style="([^"]*)"')
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_FAMILIES: Final = re.compile(r"--(serif|sans|figures):\s*([^;}]+)")
_WEIGHT: Final = re.compile(r"(--(?:medium|semi|heavy)|font-weight):\s*(\d+)")
_SHORTHAND: Final = re.compile(r"font:\s*(\d+)\s")
_SLANTED: Final = re.compile(r"<(?:em|i|cite|blockquote)[ >]")
_TAG: Final = re.compile(r"<[^>]*>")
_QUOTED: Final = re.compile(r'"([^"\n]*)"|\'([^\'\n]*)\'')
_ESCAPED: Final = re.compile(r"\\([0-9a-f]{1,6}) ")
_COUNTED: Final = "0123456789."
"""Of what lists and pages are numbered with."""
_REGULAR, _BOLD = 400, 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Faces that a style sheet asks for."""

    families: tuple[str, ...]
    """The wanted one first; the others stand in for letters that it lacks."""
    weights: frozenset[int]
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page without styles, and its style sheet."""

    html: str
    css: str

    def letters(self, script: str) -> str:
        """All that may be printed: the text, and what style sheet and script add to it."""
        text = unescape(_TAG.sub("", self.html[self.html.find("<body") :]))
        added = "".join("".join(quoted) for quoted in _QUOTED.findall(f"{self.css}\n{script}"))
        text = f"{text}{_ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), added)}{_COUNTED}"
        return text + text.upper() if "uppercase" in self.css else text

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """The rows of families, each with the weights that are asked of any of them."""
        # What comes later holds: large print has one face for all.
        rows = dict(_FAMILIES.findall(self.css))
        named = {}
        weights = {_REGULAR, _BOLD, *map(int, _SHORTHAND.findall(self.css))}
        for name, weight in _WEIGHT.findall(self.css):
            if name == "font-weight":
                weights.add(int(weight))
            else:
                named[name] = int(weight)
        slanted = bool(_SLANTED.search(self.html))
        # The text alone is slanted; headings, tables and captions never are.
        return tuple(
            Wanted(
                families=tuple(re.findall(r'"([^"]+)"', row)),
                weights=frozenset(weights | set(named.values())),
                italic=slanted and name == "serif",
            )
            for name, row in sorted(rows.items())
        )


def sheet(html: str, styles: Sequence[str]) -> Sheet:
    """Part a page description from its styles.

    Args:
        html: As the template made it.
        styles: The texts of its style sheets, in order; they come after what stands in its head.
    """
    own = _STYLE.findall(html)
    html = _STYLE.sub("", html)
    rules: dict[str, str] = {}

    def marked(match: re.Match[str]) -> str:
        name = rules.setdefault(match[1], f"s{len(rules)}")
        return f' data-style="{name}"'

    html = _ATTRIBUTE.sub(marked, html)
    # Before the sheets: on the screen these count for more.
    listed = "".join(f'[data-style="{name}"]{{{text}}}\n' for text, name in rules.items())
    parts = (_COMMENT.sub("", part).strip() for part in (*own, listed, *styles))
    css = "\n".join(part for part in parts if part)
    return Sheet(html=html, css="\n".join(line.strip() for line in css.splitlines() if line.strip()))

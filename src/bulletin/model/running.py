"""Running text as blocks: paragraphs, list items, quotations, places of photos, with strong and slanted words.

The rules are those of `docs/record.md`; anything that is not a sign named there is printed as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "item", "numbered", "quote", "photo"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line in one style."""

    text: str
    strong: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One line of running text, and what it is."""

    kind: BlockKind
    spans: tuple[Span, ...] = ()
    row: int
    """Line of the text, counted from 0."""
    label: str = ""
    """For a numbered line: the number as typed, such as `a)`. For a photo: what it is called."""
    level: int = 1
    """For a list item: 1, or 2 below another."""

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(span.text for span in self.spans)


_PHOTO = re.compile(r"^\[\s*(?:ảnh|anh|photo)\s*:\s*(.+?)\s*\]$", re.IGNORECASE)
_ITEM = re.compile(r"^([-–•+])\s+(\S.*)$")
# Roman numerals up to XXXIX: "C. Mác", "L. Tônxtôi" and "V. I. Lênin" are names.
_NUMBERED = re.compile(
    r"^((?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ]|X{0,3}(?:IX|IV|V?I{1,3}|V|(?<=X))(?![.)]\s+[A-ZĐ]\.))[.)])\s+(\S.*)$"
)
_QUOTE = re.compile(r"^>\s+(\S.*)$")
# Stars count only where they touch a letter or figure inside, a quote before it or a stop behind it at most, and a
# space or sign outside; closed on the same line. So "(*) xem dưới (*)" and "2 * 3 * 4" are printed as typed.
_STYLED = re.compile(r"(?<![\w*])(\*\*|\*)(?=[“\"‘']?[^\W_])([^*]*?[^\W_][.,;:!?…%)”\"’']{0,3})\1(?![\w*])")


def blocks(text: str) -> tuple[Block, ...]:
    """Read running text line by line. Blank lines are only air."""
    read = tuple(_blocks(text))
    # `+` is the second level only where `-` is used as the first.
    signs = {block.label for block in read if block.kind == "item"}
    deep = "+" in signs and len(signs) > 1
    return tuple(
        Block(kind="item", spans=block.spans, row=block.row, level=2 if deep and block.label == "+" else 1)
        if block.kind == "item"
        else block
        for block in read
    )


def _blocks(text: str) -> Iterator[Block]:
    for row, raw in enumerate(text.split("\n")):
        line = " ".join(raw.split())
        if not line:
            continue
        if photo := _PHOTO.match(line):
            yield Block(kind="photo", row=row, label=photo[1])
        elif item := _ITEM.match(line):
            yield Block(kind="item", row=row, label="-" if item[1] in "-–•" else "+", spans=spans(item[2]))
        elif numbered := _NUMBERED.match(line):
            yield Block(kind="numbered", row=row, label=numbered[1], spans=spans(numbered[2]))
        elif quote := _QUOTE.match(line):
            yield Block(kind="quote", row=row, spans=spans(quote[1]))
        else:
            yield Block(kind="paragraph", row=row, spans=spans(line))


def spans(line: str) -> tuple[Span, ...]:
    """Read `**strong**` and `*slanted*` words from a line."""
    found: list[Span] = []
    end = 0
    for match in _STYLED.finditer(line):
        if match.start() > end:
            found.append(Span(line[end : match.start()]))
        found.append(Span(match[2], strong=match[1] == "**", slanted=match[1] == "*"))
        end = match.end()
    if end < len(line):
        found.append(Span(line[end:]))
    return tuple(found)

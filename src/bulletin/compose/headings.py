"""Headings of a paper numbered I, 1, a; numbers that the author typed are kept, and counted on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bulletin.compose.nodes import Node, heading, named
from bulletin.paper.face import roman

_TYPED = re.compile(
    r"(?:[IVXLC]+|\d{1,3}(?:\.\d{1,3})*|[A-Zđ]|[a-z])\s?[.)\-–]\s*\S"
    r"|(?:[Pp]hần|[Cc]hương|[Mm]ục|[Đđ]iều)\s+(?:\d|[IVXLC]+\b|thứ\s)"
)
"""A number that the author put in front of a heading."""
_ROMANS = {roman(number): number for number in range(1, 40)}
_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points, in the order of the Vietnamese alphabet."""


def numbered(nodes: Sequence[Node], own: frozenset[str] = frozenset()) -> tuple[Node, ...]:
    """Headings numbered I, 1, a, where the author has typed no numbers; all nodes named anew.

    Of the headings of one part all are numbered or none: one typed number speaks for the author's own, and those that
    follow them are counted on from the last. A heading that stands alone needs no number.

    Args:
        nodes: The flow.
        own: The headings that the author typed; the others are of lists and tables.
    """
    found = list(nodes)
    for place, label in _labels(found, own).items():
        node = found[place]
        found[place] = replace(heading(f"{label} {_words(node)}", node.level), style=node.style)
    return named([replace(node, id="") for node in found])


def _words(node: Node) -> str:
    return "".join(span.text for span in node.spans)


def _labels(nodes: Sequence[Node], own: frozenset[str]) -> dict[int, str]:
    labels: dict[int, str] = {}
    waiting: dict[int, list[int]] = {}

    def close(level: int) -> None:
        for deeper in [one for one in waiting if one >= level]:
            places = waiting.pop(deeper)
            typed = [place for place in places if _TYPED.match(_words(nodes[place]))]
            if typed:
                after = [place for place in places if place > typed[-1]]
                if not own.intersection(_words(nodes[place]) for place in after):
                    labels.update(zip(after, _counted_on(_words(nodes[typed[-1]])), strict=False))
            elif len(places) > 1:
                labels.update({place: _label(deeper, number) for number, place in enumerate(places, start=1)})

    for place, node in enumerate(nodes):
        if node.kind == "heading":
            close(node.level + 1)
            waiting.setdefault(node.level, []).append(place)
    close(0)
    return labels


def _counted_on(last: str) -> Iterator[str]:
    """The numbers that follow the one in front of a heading, Roman or Arabic; none for another."""
    found = re.match(r"(?:(?P<roman>[IVX]+)|(?P<figure>\d{1,3}))(?P<sign>[.)])\s", last)
    if found is None:
        return
    start = int(found["figure"]) if found["figure"] else _ROMANS.get(found["roman"], 0)
    for number in range(start + 1, len(_ROMANS)):
        if start:
            yield f"{number if found['figure'] else roman(number)}{found['sign']}"


def _label(level: int, number: int) -> str:
    if level <= 2:
        return f"{roman(number)}."
    if level == 3:
        return f"{number}."
    return f"{_LETTERS[number - 1]})" if number <= len(_LETTERS) else f"{number})"

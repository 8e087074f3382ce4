"""Lines that follow one another: which belong to one paragraph, how far apart they and the paragraphs stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bulletin.loupe.facts import Strip
from bulletin.loupe.margins import Split

_SAME_SIZE = 0.02
_FARTHEST_EM = 4.5
"""Lines farther apart than this have nothing to do with each other."""
_WORD_GAP_EM = 0.22
_SURE_EM = 0.25
"""By so much at least a word must have fitted for the line to have been ended on purpose."""
_NEAREST_EM = 0.5
_FARTHEST_WRAPPED_EM = 3.0
"""More than double spacing of the tallest faces: lines so far apart are not of one paragraph."""
MARKER = re.compile(r"^(?:[-–—•▪◦●○+*■□✓]|\d{1,3}[.)]|[a-zđ][.)]|[IVX]{1,5}\.)$", re.IGNORECASE)
_MARKED = re.compile(r"^(?:[-–—•▪◦●○+*■□✓]|\d{1,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s")
_SENTENCE_END = re.compile(r"[.!?…][”\"’)»]*$")
_BEGINS = re.compile(r"^[“\"‘(«]*[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Step:
    """From a line to the next one below it."""

    upper: Strip
    lower: Strip
    wrapped: bool
    """The lower goes on with the paragraph of the upper: its first word did not fit there."""

    @property
    def distance_em(self) -> float:
        """Between the baselines, as a multiple of the type size."""
        return (self.upper.baseline - self.lower.baseline) / self.upper.size_pt


@dataclass(frozen=True, slots=True)
class Flow:
    """The lines of a document as they follow one another."""

    steps: tuple[Step, ...]
    items: frozenset[int]
    """Identities of lines that begin an item of a list."""

    def paragraphs(self) -> Iterator[tuple[Strip, ...]]:
        """Paragraphs of two lines and more."""
        after = {id(step.upper): step.lower for step in self.steps if step.wrapped}
        followers = {id(lower) for lower in after.values()}
        for step in self.steps:
            if step.wrapped and id(step.upper) not in followers:
                lines = [step.upper]
                while (following := after.get(id(lines[-1]))) is not None:
                    lines.append(following)
                yield tuple(lines)


def flow(splits: Sequence[Split]) -> Flow:
    """Follow the lines of all pages."""
    steps: list[Step] = []
    items: set[int] = set()
    for _, text, _ in splits:
        marks = [strip for strip in text if MARKER.match(strip.text)]
        strips = sorted(
            (strip for strip in text if strip.size_pt and not MARKER.match(strip.text)),
            key=lambda strip: (-strip.baseline, strip.left),
        )
        for strip in strips:
            if _MARKED.match(strip.text) or any(
                abs(mark.baseline - strip.baseline) < _NEAREST_EM * strip.size_pt
                and 0 < strip.left - mark.right < 4 * strip.size_pt
                for mark in marks
            ):
                items.add(id(strip))
        steps.extend(_steps(strips))
    return Flow(tuple(steps), frozenset(items))


def _steps(strips: Sequence[Strip]) -> Iterator[Step]:
    """Steps on one page; its strips from top to bottom."""
    depths = [-strip.baseline for strip in strips]
    taken: set[int] = set()
    for upper in strips:
        start = bisect_left(depths, -upper.baseline + _NEAREST_EM * upper.size_pt)
        for lower in strips[start:]:
            if upper.baseline - lower.baseline > _FARTHEST_EM * upper.size_pt:
                break
            if min(upper.right, lower.right) - max(upper.left, lower.left) > 0:
                is_same = abs(lower.size_pt / upper.size_pt - 1) <= _SAME_SIZE
                if is_same and id(lower) not in taken and not (upper.in_table or lower.in_table):
                    taken.add(id(lower))
                    yield Step(upper, lower, _is_wrapped(upper, lower, strips))
                break


def _is_wrapped(upper: Strip, lower: Strip, strips: Sequence[Strip]) -> bool:
    if upper.baseline - lower.baseline > _FARTHEST_WRAPPED_EM * upper.size_pt:
        return False
    edge = max(other.right for other in strips if _is_in_column(other, upper))
    word = lower.text.split(" ")[0]
    wide = (lower.right - lower.left) * len(word) / max(1, len(lower.text))
    return upper.right + (_WORD_GAP_EM + _SURE_EM) * upper.size_pt + wide > edge


def _is_in_column(other: Strip, strip: Strip) -> bool:
    overlap = min(other.right, strip.right) - max(other.left, strip.left)
    narrower = min(other.right - other.left, strip.right - strip.left)
    is_same = abs(other.size_pt / strip.size_pt - 1) <= _SAME_SIZE
    return is_same and overlap > 0.6 * narrower


def leading_em(flow: Flow, body_pt: float) -> float:
    """Usual distance of the lines of running text, as a multiple of its size; 0 when there are none.

    On short pages two paragraphs may seem one. What goes on in small letters surely is one, so it counts alone.
    """
    wrapped = [
        step for step in flow.steps if step.wrapped and abs(step.upper.size_pt - body_pt) <= _SAME_SIZE * body_pt
    ]
    sure = [step for step in wrapped if step.lower.text[:1].islower()]
    distances = [step.distance_em for step in sure or wrapped]
    return round(median(distances), 2) if distances else 0.0


def paragraph_gaps(flow: Flow, body_pt: float, leading: float) -> list[tuple[float, Step]]:
    """Space between paragraphs of running text beyond the distance of lines, in multiples of the type size.

    Only what is surely a paragraph: it follows one that ends with a sentence, at the same edge, in the body's size, and
    is no item of a list, nor of the same paragraph by the file's own tags. Guides want no blank line between the items
    of lists.
    """
    listed = _listed(flow)
    found = []
    for step in flow.steps:
        upper, lower = step.upper, step.lower
        size = upper.size_pt
        if (
            abs(size - body_pt) > _SAME_SIZE * body_pt
            or id(upper) in listed
            or id(lower) in listed
            or upper.in_list
            or lower.in_list
            or -1 < upper.paragraph == lower.paragraph
            or not _SENTENCE_END.search(upper.text)
            or not _BEGINS.match(lower.text)
            or not lower.text.lstrip('“"‘(«')[:1].isupper()
            or abs(upper.left - lower.left) > 2.5 * size
            or (step.wrapped and step.distance_em <= 1.06 * leading)
        ):
            continue
        found.append((round(step.distance_em - leading, 2), step))
    return found


def _listed(flow: Flow) -> set[int]:
    """Lines that begin an item of a list, or go on with one."""
    found = set(flow.items)
    for step in flow.steps:
        if step.wrapped and id(step.upper) in found and id(step.lower) not in found:
            found.add(id(step.lower))
    return found

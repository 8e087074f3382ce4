"""What was seen, held against the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bulletin.loupe import rules
from bulletin.loupe.facts import Place, Print, Strip, Style, Table, Verdict
from bulletin.loupe.lines import Flow, flow, leading_em, paragraph_gaps
from bulletin.loupe.margins import Split, body_size_pt, folios, split
from bulletin.loupe.rules import Rule
from bulletin.loupe.shapes import Setting, Side, setting, side_by_side

MM_PER_PT = 25.4 / 72
_SLACK_PT = 0.1
_MARGIN_SLACK_MM = 0.6
"""Curves of letters reach a little over the edge."""
_GAP_SLACK_EM = 0.06
_UNKNOWN = 0.05
"""Share of the letters that may be unknown where a rule is said to be met."""
_CAPITALS_WORDS, _CAPITALS_LETTERS = 3, 10
"""So many words and letters in a row are a block; fewer are abbreviations and marks."""
_SCANNED = 0.4
"""Share of a sheet that pictures cover when the page is taken for a picture of text."""
_FEW_LETTERS = 20
_DRAWN = 150
"""Shapes on a page without letters that are taken for letters."""
_WORDS = 60
_HYPHENS = re.compile("[^\\W\\d_][-\u00ad\u2010\x02\ufffe]$")
_SMALL_FIRST = re.compile(r"^[^\W\d_]")
_STOP = re.compile(r"[.,;:()]")
_WORD = re.compile(r"[^\W_]+(?:[-–/&.][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The figures of a document; 0 or empty when there is nothing to measure."""

    body_pt: float
    """Size of most of the letters."""
    smallest_pt: float
    leading_em: float
    """Distance of lines in running text, as a multiple of its size."""
    paragraph_gap_em: float | None
    """Least space between paragraphs beyond that; None when no two were found."""
    margins_mm: tuple[float, float, float, float] | None
    """Top, right, bottom, left of the text, the least of all pages."""
    columns: int
    widest_table: int
    """Columns of the widest table; 0 when there is none."""
    contrast: float
    """The least."""
    fonts: tuple[str, ...]
    """Those of most letters first."""
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A document, read for judging."""

    print: Print
    splits: tuple[Split, ...]
    flow: Flow
    body_pt: float
    leading: float
    setting: Setting
    sides: tuple[Side, ...]

    @property
    def strips(self) -> Iterator[Strip]:
        """All strips, in the order of the pages."""
        for page in self.print.pages:
            yield from page.strips


def survey(seen: Print) -> Survey:
    """Find lines, paragraphs and columns in what was seen."""
    splits = split(seen.pages)
    lines = flow(splits)
    body_pt = body_size_pt(seen.pages)
    return Survey(
        print=seen, splits=splits, flow=lines, body_pt=body_pt, leading=leading_em(lines, body_pt),
        setting=setting(lines, splits), sides=tuple(map(side_by_side, splits)),
    )  # fmt: skip


def measures(own: Survey) -> Measures:
    """The figures of a document."""
    sizes = [style.size_pt for strip in own.strips for style, signs in strip.styles if _is_text(style, signs)]
    gaps = [gap for gap, _ in paragraph_gaps(own.flow, own.body_pt, own.leading)] if own.leading else []
    fonts: dict[str, int] = {}
    for strip in own.strips:
        for style, signs in strip.styles:
            fonts[style.font] = fonts.get(style.font, 0) + len(signs)
    contrasts = [ground.contrast for page in own.print.pages for ground in page.grounds if ground]
    return Measures(
        body_pt=own.body_pt,
        smallest_pt=round(min(sizes, default=0.0), 1),
        leading_em=own.leading,
        paragraph_gap_em=min(gaps, default=None),
        margins_mm=_margins(own),
        columns=max((side.columns for side in own.sides), default=1),
        widest_table=max((table.columns for table in _tables(own)), default=0),
        contrast=min(contrasts, default=0.0),
        fonts=tuple(name for name in sorted(fonts, key=lambda name: -fonts[name]) if name),
        letters=sum(page.letters for page in own.print.pages),
    )


def judged(own: Survey, wanted: Iterable[Rule]) -> tuple[Verdict, ...]:
    """What comes of each rule."""
    return tuple(_CHECKS[rule.id.partition("-")[2]](own, rule) for rule in wanted)


def _verdict(rule: Rule, places: Sequence[Place], measured: str = "", *, known: bool = True) -> Verdict:
    if places:
        return Verdict(rule=rule.id, met=False, measured=measured, places=tuple(places))
    return Verdict(rule=rule.id, met=True if known else None, measured=measured)


def _place(strip: Strip, measured: str = "") -> Place:
    words = " ".join(strip.text.replace("\x02", "-").replace("\ufffe", "-").split())
    if len(words) > _WORDS:
        words = (words[:_WORDS].rpartition(" ")[0] or words[:_WORDS]) + " …"
    return Place(strip.page, words, measured)


def _last_word(text: str) -> str:
    return text.split()[-1][:-1] + "-"


def _is_text(style: Style, signs: str) -> bool:
    return style.size_pt > 0 and any(sign.isalnum() for sign in signs)


def _share(own: Survey, is_known: Callable[[Style], bool]) -> bool:
    """Whether enough is known of enough letters."""
    total = unknown = 0
    for strip in own.strips:
        for style, signs in strip.styles:
            total += len(signs)
            unknown += 0 if is_known(style) else len(signs)
    return total > 0 and unknown <= _UNKNOWN * total


def _size(own: Survey, rule: Rule) -> Verdict:
    least = rules.UKAAF_PT if rule.by == "ukaaf" else rules.ACB_PT
    sizes, places = [], []
    for strip in own.strips:
        small = [style.size_pt for style, signs in strip.styles if _is_text(style, signs)]
        sizes += small
        if small and min(small) < least - _SLACK_PT:
            places.append(_place(strip, f"{min(small):.1f} pt"))
    measured = f"{min(sizes):.1f} pt" if sizes else ""
    return _verdict(rule, places, measured, known=_share(own, lambda style: style.size_pt > 0))


def _page_number(own: Survey, rule: Rule) -> Verdict:
    found = [strip for strip in folios(own.splits) if strip.size_pt]
    small = [strip for strip in found if strip.size_pt < own.body_pt - _SLACK_PT]
    measured = f"{min(strip.size_pt for strip in found):.1f} pt" if found else ""
    return _verdict(rule, [_place(strip, f"{strip.size_pt:.1f} pt") for strip in small], measured, known=bool(found))


def _sans(own: Survey, rule: Rule) -> Verdict:
    places: dict[tuple[int, str], Place] = {}
    for strip in own.strips:
        for style, _ in strip.styles:
            if style.serif and (strip.page, style.font) not in places:
                places[strip.page, style.font] = _place(strip, style.font)
    return _verdict(rule, [*places.values()], known=_share(own, lambda style: style.serif is not None))


def _italics(own: Survey, rule: Rule) -> Verdict:
    places = [
        _place(strip)
        for strip in own.strips
        if any(style.italic and any(sign.isalpha() for sign in signs) for style, signs in strip.styles)
    ]
    return _verdict(rule, places, known=_share(own, lambda style: bool(style.font)))


def _underline(own: Survey, rule: Rule) -> Verdict:
    places = [_place(strip) for page in own.print.pages for strip in page.underlined]
    return _verdict(rule, places, known=_has_text(own))


def _capitals(own: Survey, rule: Rule) -> Verdict:
    places = [_place(strip) for strip in own.strips if _is_block(strip.text)]
    return _verdict(rule, places, known=_has_text(own))


def _is_block(text: str) -> bool:
    for part in _STOP.split(text):
        words = letters = 0
        for word in _WORD.findall(part):
            # Letters by themselves are names of things: Tổ A, mục B.
            if len(word) > 1 and any(sign.isalpha() for sign in word):
                words, letters = (words + 1, letters + len(word)) if word.isupper() else (0, 0)
            if words >= _CAPITALS_WORDS and letters >= _CAPITALS_LETTERS:
                return True
    return False


def _alignment(own: Survey, rule: Rule) -> Verdict:
    found = own.setting
    places = [
        _place(strip, how)
        for how, strips in (("justified", found.justified), ("centred", found.centred), ("right", found.right))
        for strip in strips
    ]
    places.sort(key=lambda place: place.page)
    return _verdict(rule, places, known=_has_text(own) and (found.ragged > 0 or not found.doubtful))


def _horizontal(own: Survey, rule: Rule) -> Verdict:
    places = [_place(strip) for strip in own.strips if not all(style.level for style, _ in strip.styles)]
    return _verdict(rule, places, known=_has_text(own))


def _columns(own: Survey, rule: Rule) -> Verdict:
    places = [_place(side.first, str(side.columns)) for side in own.sides if side.first]
    return _verdict(rule, places, known=_has_text(own))


def _leading(own: Survey, rule: Rule) -> Verdict:
    least = rules.SINGLE_EM if rule.by == "ukaaf" else rules.ACB_EM
    if not own.leading:
        return _verdict(rule, (), known=False)
    tight = [
        step for step in own.flow.steps if step.wrapped and step.distance_em < least - 0.01 and step.upper.size_pt
    ]  # fmt: skip
    places = {id(step.upper): _place(step.upper, f"{step.distance_em:.2f}") for step in tight}
    return _verdict(rule, [*places.values()], f"{own.leading:.2f}")


def _paragraphs(own: Survey, rule: Rule) -> Verdict:
    gaps = paragraph_gaps(own.flow, own.body_pt, own.leading) if own.leading else []
    places = [_place(step.lower, f"{gap:.2f}") for gap, step in gaps if gap < rules.GAP_EM - _GAP_SLACK_EM]
    return _verdict(rule, places, f"{min(gap for gap, _ in gaps):.2f}" if gaps else "", known=bool(gaps))


def _words(own: Survey, rule: Rule) -> Verdict:
    places = [
        Place(step.upper.page, f"{_last_word(step.upper.text)} {step.lower.text.split()[0]}")
        for step in own.flow.steps
        if step.wrapped
        and _HYPHENS.search(step.upper.text)
        and _SMALL_FIRST.match(step.lower.text)
        and step.lower.text[:1].islower()
    ]
    return _verdict(rule, places, known=_has_text(own))


def _scan(own: Survey, rule: Rule) -> Verdict:
    places = [
        Place(page.number)
        for page in own.print.pages
        if page.letters < _FEW_LETTERS and (page.pictures >= _SCANNED or page.strokes >= _DRAWN)
    ]
    return _verdict(rule, places)


def _margins(own: Survey) -> tuple[float, float, float, float] | None:
    sides = [
        (page.size_pt[1] - strip.box.top, page.size_pt[0] - strip.right, strip.box.bottom, strip.left)
        for page, text, _ in own.splits
        for strip in text
    ]
    if not sides:
        return None
    top, right, bottom, left = (round(max(0.0, min(side)) * MM_PER_PT, 1) for side in zip(*sides, strict=True))
    return top, right, bottom, left


def _margins_kept(own: Survey, rule: Rule) -> Verdict:
    wanted_mm = rules.MARGIN_MM if own.body_pt < rules.GIANT_PT - _SLACK_PT else rules.GIANT_MARGIN_MM
    least = (wanted_mm - _MARGIN_SLACK_MM) / MM_PER_PT
    places = []
    for page, text, _ in own.splits:
        wide, high = page.size_pt
        for strip in text:
            near = min(high - strip.box.top, wide - strip.right, strip.left)
            if near < least:
                places.append(_place(strip, f"{max(0.0, near) * MM_PER_PT:.1f} mm"))
    found = _margins(own)
    measured = f"{min(found[0], found[1], found[3]):.1f} mm" if found else ""
    return _verdict(rule, places, measured, known=bool(found))


def _contrast(own: Survey, rule: Rule) -> Verdict:
    places, found, letters, unknown = [], [], 0, 0
    for page in own.print.pages:
        for strip, ground in zip(page.strips, page.grounds, strict=True):
            letters += len(strip.text)
            if ground is None:
                unknown += len(strip.text)
                continue
            found.append(ground.contrast)
            if ground.contrast < rules.CONTRAST:
                places.append(_place(strip, f"{ground.contrast:.1f}:1"))
    measured = f"{min(found):.1f}:1" if found else ""
    return _verdict(rule, places, measured, known=bool(found) and unknown <= _UNKNOWN * letters)


def _pictures(own: Survey, rule: Rule) -> Verdict:
    pairs = [pair for page in own.print.pages for pair in zip(page.strips, page.grounds, strict=True)]
    places = [_place(strip) for strip, ground in pairs if ground and ground.busy]
    return _verdict(rule, places, known=any(ground for _, ground in pairs))


def _tables(own: Survey) -> Iterator[Table]:
    for page, side in zip(own.print.pages, own.sides, strict=True):
        yield from page.tables or ()
        yield from side.tables


def _tables_kept(own: Survey, rule: Rule) -> Verdict:
    most = rules.MOST_COLUMNS if own.body_pt < rules.GIANT_PT - _SLACK_PT else 1
    found = [*_tables(own)]
    places = [Place(table.page, table.words, str(table.columns)) for table in found if table.columns > most]
    widest = max((table.columns for table in found), default=0)
    return _verdict(rule, places, str(widest) if widest else "", known=_has_text(own))


def _has_text(own: Survey) -> bool:
    return any(page.strips for page in own.print.pages)


_CHECKS: dict[str, Callable[[Survey, Rule], Verdict]] = {
    "size": _size, "page-number": _page_number, "sans": _sans, "italics": _italics, "underline": _underline,
    "capitals": _capitals, "alignment": _alignment, "horizontal": _horizontal, "columns": _columns,
    "leading": _leading, "paragraphs": _paragraphs, "words": _words, "scan": _scan, "margins": _margins_kept,
    "contrast": _contrast, "pictures": _pictures, "tables": _tables_kept,
}  # fmt: skip

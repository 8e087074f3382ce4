"""How many words a sheet makes that is read in passing: as many as fit, in steps; the larger its type, the fewer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bulletin.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """How many words a digest may make."""

    points: int
    """At most so many."""
    letters: int
    """Of all points together at most so many; the first one stands whatever its length. Highlights, which the record
    gives for this very purpose, are held to it in large print alone."""
    all_highlights: bool = True
    """Whether the record's own highlights all stand, whatever their length."""
    sentence: int
    """A sentence of the text with more letters than this is left to the bulletin."""
    headings_alone: bool = False
    """Whether the first sentence of a section is left to the bulletin, too."""
    chairs: int
    """How many of those who chaired are named."""
    titles: bool = True
    """Whether their offices are told."""
    more_facts: bool = True
    """Whether the way it was held and the numbers of those who came are told, beside time and place."""
    small_photos: int
    """How many may stand beside the large one."""
    subtitle: bool = True
    parent: bool = True
    """Whether the body above the organisation is named."""
    kicker: bool = True
    """Whether the kind of conference stands above the headline."""
    masthead: bool = True
    photo: bool = True
    """Whether the large photo is there."""
    place: bool = True
    """Whether the place stands beside the time."""
    address: bool = True
    """Whether the web address stands in words beside its code."""


_PLAIN = (
    Brief(points=7, letters=420, sentence=170, chairs=3, small_photos=2),
    Brief(points=7, letters=300, sentence=130, chairs=2, small_photos=1),
    Brief(points=7, letters=300, sentence=130, chairs=1, more_facts=False, small_photos=0, subtitle=False),
    Brief(
        points=7, letters=200, sentence=110, headings_alone=True, chairs=1, more_facts=False, small_photos=0,
        subtitle=False,
    ),
    Brief(
        points=7, letters=150, sentence=90, headings_alone=True, chairs=1, more_facts=False, small_photos=0,
        subtitle=False,
    ),
    Brief(
        points=7, letters=110, sentence=90, headings_alone=True, chairs=1, titles=False, more_facts=False,
        small_photos=0, subtitle=False, parent=False,
    ),
    Brief(
        points=7, letters=70, sentence=90, headings_alone=True, chairs=0, titles=False, more_facts=False,
        small_photos=0, subtitle=False, parent=False, kicker=False,
    ),
)  # fmt: skip
"""For ordinary print; what the record gives for this very purpose is never left out there."""
_LARGEST = Brief(
    points=5, letters=260, all_highlights=False, sentence=110, headings_alone=True, chairs=2, titles=False,
    more_facts=False, small_photos=0, subtitle=False,
)  # fmt: skip
_BARE = replace(
    _LARGEST, points=2, letters=90, sentence=90, chairs=0, parent=False, kicker=False
)  # fmt: skip
_LARGE = (
    _LARGEST,
    replace(_LARGEST, points=3, letters=180, sentence=90, chairs=1),
    replace(_LARGEST, points=3, letters=120, sentence=90, chairs=1, parent=False),
    _BARE,
    replace(_BARE, points=1, masthead=False),
    replace(_BARE, points=0, masthead=False),
    replace(_BARE, points=0, masthead=False, photo=False),
    replace(_BARE, points=0, masthead=False, photo=False, place=False, address=False),
)
"""For large print: fewer words, not smaller ones."""
LADDER = _PLAIN + _LARGE
"""From the most words to the fewest: the first that fits is printed, unless it leaves photos too small."""
_GENEROUS, _FOR_PHOTOS = 0.15, 3
"""So much of the sheet's text area should be photos, small ones included; for this, no more than so many steps are
tried, for words would go that matter more."""
_SEEN = 0.08
"""So much should be in any case: less is a stamp beside a column of words."""


def steps(edition: Edition) -> range:
    """The steps of the ladder that are tried for an edition, in this order."""
    return range(len(_PLAIN), len(LADDER)) if edition.large_print else range(len(_PLAIN))


def is_pictured(step: int, share: float, edition: Edition) -> bool:
    """Whether a step leaves photos large enough, or no more words may go for their sake.

    Args:
        step: One that fits.
        share: How much of the sheet's text area is photos there.
        edition: In large print, enough words have gone, and no photo is small.
    """
    return edition.large_print or share >= (_GENEROUS if step + 1 < _FOR_PHOTOS else _SEEN)

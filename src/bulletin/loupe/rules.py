"""The rules of large print, each with a stable id, its source, and what is to be done where it is not met.

Sources: UKAAF, "Minimum standards: clear and large print" (MS03, 2012) and "Creating clear print and large print
documents" (G003, 2019); American Council of the Blind, "Large Print Guidelines" (2022); RNIB, clear print guidelines;
W3C, WCAG 2.1, 1.4.6. Where they disagree, and what is not measured: docs/large-print.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from bulletin.messages import N_

UKAAF_PT, ACB_PT = 16.0, 18.0
SINGLE_EM, ACB_EM = 1.1, 1.15
GAP_EM = 1.0
CONTRAST = 7.0
MARGIN_MM = 25.4
GIANT_PT = 24.0
GIANT_MARGIN_MM = 19.0
"""Three quarters of an inch: ACB speaks of 18-point print; in giant print an inch would leave lines of few words."""
MOST_COLUMNS = 4

_UKAAF = "UKAAF MS03, G003 (2019)"
_ACB = "ACB Large Print Guidelines (2022)"
_SANS = (N_("a typeface without serifs, such as Arial"), N_("choose Arial, Verdana, Noto Sans or the like"))
_LEFT = (
    N_("everything aligned left, the right edge ragged"),
    N_("align headings and captions left, too; do not justify"),
)
_COLUMNS = (N_("one column"), N_("set the text in one column"))
_PARAGRAPHS = (N_("a blank line between paragraphs"), N_("leave space as high as the type, or more"))
_LOOSER = N_("set the line spacing to 1.15 or more; 1.5 for Vietnamese")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of large print."""

    id: str
    source: str
    wants: str
    """What it asks for; said in the reader's language."""
    cure: str
    """What to do where it is not met."""

    @property
    def by(self) -> str:
        """Whose it is: `ukaaf`, `acb`, another."""
        return self.id.partition("-")[0]


RULES = (
    Rule(
        "ukaaf-size", _UKAAF, N_("all text in 16 points or more, better 18"),
        N_("set all text in 16 points or more, notes, tables and captions too"),
    ),
    Rule(
        "ukaaf-page-number", _UKAAF, N_("page numbers as large as the text"),
        N_("set page numbers in the size of the text"),
    ),
    Rule("ukaaf-sans", _UKAAF, *_SANS),
    Rule("ukaaf-italics", _UKAAF, N_("no italics"), N_("use bold instead")),
    Rule("ukaaf-underline", _UKAAF, N_("no underlining"), N_("use bold instead")),
    Rule("ukaaf-capitals", _UKAAF, N_("no blocks of capitals"), N_("write small letters; bold for weight")),
    Rule("ukaaf-alignment", _UKAAF, *_LEFT),
    Rule("ukaaf-horizontal", _UKAAF, N_("text is horizontal"), N_("turn the text level")),
    Rule("ukaaf-columns", _UKAAF, *_COLUMNS),
    Rule("ukaaf-leading", _UKAAF, N_("lines not closer than single spacing"), _LOOSER),
    Rule("ukaaf-paragraphs", _UKAAF, *_PARAGRAPHS),
    Rule(
        "ukaaf-words", _UKAAF, N_("no word is split at the end of a line"), N_("turn automatic hyphenation off"),
    ),
    Rule(
        "ukaaf-scan", _UKAAF, N_("text, not a picture of text"),
        N_("export the document itself as PDF instead of scanning or copying it"),
    ),
    Rule("acb-size", _ACB, N_("all text in 18 points or more"), N_("set all text in 18 points or more")),
    Rule("acb-sans", _ACB, *_SANS),
    Rule("acb-alignment", _ACB, *_LEFT),
    Rule("acb-columns", _ACB, *_COLUMNS),
    Rule("acb-leading", _ACB, N_("line spacing of 1.15 or more"), _LOOSER),
    Rule("acb-paragraphs", _ACB, *_PARAGRAPHS),
    Rule(
        "acb-margins", _ACB, N_("margins of an inch (25 mm) above, left and right"),
        N_("widen the margins to 25 mm"),
    ),
    Rule(
        "wcag-contrast", "WCAG 2.1, 1.4.6", N_("ink and ground differ by 7 to 1 or more"),
        N_("print black on white or cream; no grey, no pale colours"),
    ),
    Rule(
        "rnib-pictures", "RNIB Clear Print", N_("no text over pictures"),
        N_("put the text beside or below the picture, or on a plain ground"),
    ),
    Rule(
        "bulletin-tables", "bulletin", N_("tables of four columns at most; none in giant print"),
        N_("give each row a paragraph of its own, or split the table"),
    ),
)  # fmt: skip
BY_ID = {rule.id: rule for rule in RULES}
CHOICES = ("ukaaf", "acb", "all")


def chosen(whose: str) -> tuple[Rule, ...]:
    """The rules of `ukaaf` or of `acb`; `all` has those of others, too."""
    return RULES if whose == "all" else tuple(rule for rule in RULES if rule.by == whose)

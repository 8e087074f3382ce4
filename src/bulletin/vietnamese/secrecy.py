"""Marks of state secrets in a text, told before anything else is done with it.

References:
    Law on Protection of State Secrets 29/2018/QH14, article 8: the levels Tuyệt mật, Tối mật and Mật; article 10: their
    marks stand on the paper.
"""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from typing import Final

from bulletin.vietnamese.text import PLAIN, fold, repaired

NOT_SECRET: Final = frozenset(("", "khong", "khongmat", "none", "thuong"))
"""Folded values of the key `độ mật` that say that a record is no secret."""

_KEYS: Final = frozenset(("domat", "secrecy"))
_LEVELS: Final = ("MẬT", "TỐIMẬT", "TUYỆTMẬT", "TÀILIỆUMẬT", "TÀILIỆUTỐIMẬT", "TÀILIỆUTUYỆTMẬT")
_MARKS: Final = frozenset(_LEVELS)
_LONGEST_MARK: Final = 4 + max(map(len, _LEVELS))
"""Letters of the longest mark, and of a label before it."""

# Typed without tone marks; "MAT" alone may be an abbreviation of anything.
_BARE_MARKS: Final = frozenset(fold(level).upper() for level in _LEVELS[1:])
_SPEAKING: Final = re.compile(r"(?:mật|tối mật|tuyệt mật|top secret|secret|confidential)(?!\w)", re.IGNORECASE)
_SPOKEN_ANYWHERE: Final = re.compile(
    rf"(?<!\w)(?:độ[\s_-]*mật|do[\s_-]*mat|secrecy)[\s\"']*[:\uff1a][\s\"'\[]*{_SPEAKING.pattern}", re.IGNORECASE
)

# Every mark and every such key has these letters, whatever stands between them; few lines do.
_HINT: Final = re.compile(
    "[mM\u041c\u043c][\\W_]*[aAâÂạẠậẬ\u0410\u0430][\\W_\u0300-\u036f]*[tT\u0422\u0442]|[sS][eE][cC][rR][eE][cC][yY]"
)
# Letters that YAML lets one write as numbers.
_ESCAPE: Final = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_NOTE: Final = re.compile(r"(?<=\s)#.*")
_LABEL: Final = re.compile(r"[\s\W]*(?:[a-zđ]|[IVX]+)[.)]\s")
_COPY: Final = re.compile(r"(?<=\w)\s*\([^()]{0,40}\)[\s\"'.;]*$")
"""The number of the copy, which stands behind the mark on paper."""
_KEY: Final = re.compile(r"(?P<indent>[\s\ufeff]*)(?P<key>[^:\uff1a]{1,40}?)\s*[:\uff1a](?P<value>.*)")
_INLINE: Final = re.compile(
    r"</?(?:span|b|strong|i|em|small|sub|sup|mark|abbr|cite|q|code|a|time|wbr|tspan)\b[^<>]*>|<!--(?:(?!<!--).)*?-->|\{#(?:(?!\{#).)*?#\}",
    re.IGNORECASE | re.DOTALL,
)
"""What stands within a line of text and parts no words."""
_BETWEEN: Final = re.compile(r"<[^<>]*>|\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\n")
_QUOTED: Final = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'")
_CSS_ESCAPE: Final = re.compile(r"\\([0-9A-Fa-f]{1,6})\s?")
_FLOW_SIGNS: Final = re.compile(r"[\[\]{},]|[:\uff1a](?=\s)")
_BLOCK_SIGNS: Final = re.compile(r"[|>][-+0-9]*")


def is_mark(text: str) -> bool:
    """Whether a text is nothing but a mark of secrecy: MẬT, TỐI MẬT, TUYỆT MẬT, TÀI LIỆU MẬT.

    Signs, spaces, figures and a label such as `a)` around or inside it do not matter. MẬT alone counts in capitals
    only, as Mật is a person's name too; marks of several words count in any case.
    """
    if sum(map(str.isalpha, _COPY.sub("", text))) > _LONGEST_MARK:
        return False
    text = _COPY.sub("", repaired(unicodedata.normalize("NFKC", text.translate(PLAIN))))
    return any(_is_bare_mark(part) for part in (text, _LABEL.sub("", text, count=1)))


def holds_mark(text: str) -> bool:
    """Whether any line of a text, or the text as a whole, is a mark of secrecy."""
    text = repaired(unicodedata.normalize("NFKC", text))
    return _HINT.search(text) is not None and any(map(is_mark, (text, *text.splitlines())))


def marked_up_line(text: str) -> int:
    """The first line, counted from 1, at which HTML, SVG, a template, a style sheet or TOML prints a mark of secrecy.

    It may be the whole of what stands between two tags, or in quotes; 0 when there is none.
    """
    text = _INLINE.sub(lambda found: "\n" * found[0].count("\n"), text)
    place = 0
    # What stands between the finds counts, and what stands in quotes; letters may be written as numbers.
    for found in _BETWEEN.finditer(f"{text}\n"):
        parts = [text[place : found.start()], found[0]]
        quoted = ("".join(pair) for part in parts for pair in _QUOTED.findall(part))
        if any(holds_mark(_spelled(part)) for part in (parts[0], *quoted)):
            return text.count("\n", 0, place) + 1
        place = found.end()
    return 0


def _spelled(text: str) -> str:
    """A text with the letters that HTML or CSS writes as numbers."""
    return _CSS_ESCAPE.sub(lambda found: _letter_of(int(found[1], 16), found[0]), html.unescape(text))


def is_secrecy_key(key: str) -> bool:
    """Whether a key is the one that names the level of secrecy, in either language."""
    return fold(key) in _KEYS


def secret_lines(text: str) -> tuple[int, ...]:
    """The lines of a file that mark it as a state secret, counted from 1; whatever else the file is.

    They are: a line, or what stands behind its key, that is nothing but a mark; the key `độ mật` or `secrecy` with
    another value than that there is none. The file need not be sound YAML; letters may be written as numbers in it.
    """
    # Letters of full width, and Greek or Cyrillic ones that look the same, make no other mark of it.
    text = repaired(unicodedata.normalize("NFKC", _ESCAPE.sub(_letter, text)))
    if not _HINT.search(text):
        return ()
    lines = _LINE_END.split(text)
    hinted = (place for place, line in enumerate(lines) if _HINT.search(line))
    return tuple(place + 1 for place in hinted if _marks(lines[place]) or _names_level(lines, place))


def _letter(escape: re.Match[str]) -> str:
    """The letter that an escape stands for; one that would end the line, or is none, stays as typed."""
    return _letter_of(int(escape[1] or escape[2] or escape[3], 16), escape[0])


def _letter_of(number: int, typed: str) -> str:
    return chr(number) if 0x20 <= number <= sys.maxunicode else typed


def _is_bare_mark(text: str) -> bool:
    letters = "".join(letter for letter in text if letter.isalpha())
    upper = letters.upper()
    if upper in _BARE_MARKS or (upper in _MARKS and upper != "MẬT"):
        return True
    return letters == "MẬT"


def _marks(line: str) -> bool:
    """Whether a line, what stands behind its key, or an entry of a list in brackets is a mark."""
    line = _NOTE.sub("", line) if line.lstrip()[:1] != "#" else line
    found = _KEY.match(line)
    value = found["value"] if found else line
    parts = [line, value]
    if value.lstrip()[:1] in ("[", "{") or line.lstrip(" -")[:1] in ("[", "{"):
        parts += _FLOW_SIGNS.split(line)
    return any(is_mark(piece) for part in parts for piece in part.splitlines())


def _names_level(lines: list[str], place: int) -> bool:
    """Whether a line gives the level of secrecy, on itself or on the lines below its key."""
    line = lines[place]
    if _SPOKEN_ANYWHERE.search(repaired(line.translate(PLAIN))):
        return True
    found = _KEY.match(line)
    if found is None or not is_secrecy_key(found["key"].strip("\"'-?*{ ")):
        return False
    value = _bare(_NOTE.sub("", found["value"]))
    if not value or _BLOCK_SIGNS.fullmatch(value):
        value = _value_below(lines, place)
    # Deeper in the file such a line may be a sentence of running text: "Độ mật: gồm ba mức".
    return fold(value) not in NOT_SECRET if not found["indent"].strip("\ufeff") else bool(_SPEAKING.match(value))


def _bare(value: str) -> str:
    return value.translate(PLAIN).strip(" \t\"'-[]{}.,")


def _value_below(lines: list[str], place: int) -> str:
    """The value in the next line that is not blank, if that belongs below the key of this one."""
    below = next((line for line in lines[place + 1 :] if line.strip()), "")
    indents = [len(line) - len(line.lstrip(" \t\ufeff")) for line in (lines[place], below)]
    return _bare(below) if indents[1] > indents[0] or below.lstrip().startswith("- ") else ""

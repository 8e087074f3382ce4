"""Lists and entries written in brackets, `[a, b]` and `{name: a}`: where they end, or what is wrong in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bulletin.load.shape import closed, indent_of, is_blank, is_note, looks_built, quote_end

MOST_LEVELS = 20
"""So deep may lists and entries stand in each other."""

_BLANKS = re.compile(r"[ \t]*")
_PLAIN = re.compile(r"(?:[^,\[\]{}:#]|:(?![ \t,?\[\]{}]|$)|(?<![ \t])#)+")
_STOP = re.compile(r"---(?:[ \t]|$)|\.\.\.(?:[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Flow:
    """Where reading stopped: after the closing bracket, or at the fault."""

    line: int
    column: int
    fault: str = ""
    """`open`: not closed; `pair`: a colon in `[ ]`; `bare`: no colon in `{ }`; `deep`; `odd`."""
    figures: tuple[tuple[int, int], ...] = ()
    """Line and column of each comma between two digits."""
    notes: tuple[tuple[int, int], ...] = ()
    """Line and column of each note after text."""
    asking: tuple[tuple[int, int, int], ...] = ()
    """Line, begin and end of each text with a question mark, which only one of YAML's two scanners reads."""


class _FlowError(Exception):
    pass


class _Frame:
    """One pair of brackets and what is expected in it: `item`, `colon`, `value` or `comma`."""

    __slots__ = ("expects", "key_line", "list")

    def __init__(self, bracket: str) -> None:
        self.list = bracket == "["
        self.expects = "item"
        self.key_line = -1


class FlowReader:
    """Reads one value in brackets, over several lines if need be.

    Args:
        line_of: Gives a line by its number, from 0, and the column of the entry that the value belongs to.
        lines: Number of lines.
        property_end: Where an anchor, alias or tag that begins at a column ends; -1 when none does.
    """

    def __init__(self, line_of: Callable[[int, int], str], lines: int, property_end: Callable[[str, int], int]) -> None:
        self._line_of = line_of
        self._lines = lines
        self._property_end = property_end

    def read(self, number: int, column: int, parent: int) -> Flow:
        """Read the value that begins there, below an entry in the column `parent`."""
        self._frames: list[_Frame] = []
        self._figures: list[tuple[int, int]] = []
        self._notes: list[tuple[int, int]] = []
        self._asking: list[tuple[int, int, int]] = []
        self._number, self._at = number, column
        self._text = self._line_of(number, parent)
        self._wraps = False
        try:
            while True:
                self._at = _end(_BLANKS, self._text, self._at)
                if self._at == len(self._text) or (self._text[self._at] == "#" and is_note(self._text)):
                    self._next_line(parent)
                else:
                    self._sign(parent)
                    if not self._frames:
                        figures, notes, asking = tuple(self._figures), tuple(self._notes), tuple(self._asking)
                        return Flow(self._number, self._at, "", figures, notes, asking)
        except _FlowError as fault:
            return Flow(self._number, self._at, str(fault))

    def _next_line(self, parent: int) -> None:
        if self._number + 1 == self._lines:
            raise _FlowError("open")
        text = self._line_of(self._number + 1, parent)
        if _STOP.match(text) or (not is_blank(text) and indent_of(text) <= parent and looks_built(text)):
            raise _FlowError("open")
        self._number, self._at, self._text = self._number + 1, 0, text

    def _sign(self, parent: int) -> None:
        text, at = self._text, self._at
        sign = text[at]
        if sign in "[{":
            self._frames.append(_Frame(sign))
            if len(self._frames) > MOST_LEVELS:
                raise _FlowError("deep")
        elif sign in "]}":
            self._close(sign)
        elif sign == ",":
            self._comma()
        elif sign == ":":
            self._colon()
        elif sign in "\"'":
            self._quoted(parent)
            return
        elif sign == "#":
            if text[at - 1] not in " \t":
                raise _FlowError("odd")
            self._notes.append((self._number, at))
            self._at = len(text)
            return
        elif sign in "&*!":
            self._property(sign)
            return
        else:
            self._plain(sign)
            return
        self._wraps = False
        self._at += 1

    def _close(self, sign: str) -> None:
        frame = self._frames[-1]
        if frame.list != (sign == "]"):
            raise _FlowError("odd")
        if frame.expects == "colon":
            raise _FlowError("bare")
        self._frames.pop()
        if self._frames:
            if not self._frames[-1].list and self._frames[-1].expects == "item":
                raise _FlowError("odd")
            self._item()

    def _comma(self) -> None:
        frame = self._frames[-1]
        if frame.expects == "colon":
            raise _FlowError("bare")
        if frame.expects == "item":
            raise _FlowError("odd")
        frame.expects = "item"
        around = self._text[self._at - 1 : self._at + 2]
        if self._at and around[:1].isdigit() and around[2:].isdigit():
            self._figures.append((self._number, self._at))

    def _colon(self) -> None:
        frame = self._frames[-1]
        if frame.list:
            raise _FlowError("pair")
        if frame.expects != "colon" or frame.key_line != self._number:
            raise _FlowError("odd")
        frame.expects = "value"

    def _item(self) -> None:
        """A text or a pair of brackets has come to its end."""
        frame = self._frames[-1]
        if frame.list and frame.expects == "item":
            frame.expects = "comma"
        elif frame.expects == "item":
            frame.expects, frame.key_line = "colon", self._number
        elif frame.expects == "value":
            frame.expects = "comma"
        else:
            raise _FlowError("odd")

    def _quoted(self, parent: int) -> None:
        self._item()
        quote = self._text[self._at]
        end = closed(self._text, self._at)
        while end < 0:
            self._next_line(parent)
            end = quote_end(self._text, 0, quote)
        self._at, self._wraps = end, False

    def _property(self, sign: str) -> None:
        end = self._property_end(self._text, self._at)
        if end < 0:
            raise _FlowError("odd")
        if sign == "*":
            self._item()
        self._at, self._wraps = end, False

    def _plain(self, sign: str) -> None:
        found = _PLAIN.match(self._text, self._at)
        if (
            found is None
            or sign in "|>@%`?"
            or (sign == "-" and self._text[self._at + 1 : self._at + 2] in ("", " ", ",", "]"))
        ):
            raise _FlowError("odd")
        if "?" in found[0]:
            if self._wraps:
                raise _FlowError("odd")
            self._asking.append((self._number, self._at, self._at + len(found[0].rstrip(" \t"))))
        # A text may go on in the next line.
        if not self._wraps:
            self._item()
        self._at, self._wraps = found.end(), True
        frame = self._frames[-1]
        if frame.list and self._text[self._at : self._at + 1] == ":":
            raise _FlowError("pair")
        if self._text[self._at : self._at + 1] == ":" and self._text[self._at + 1 : self._at + 2] not in (
            "",
            " ",
            "\t",
        ):
            raise _FlowError("odd")


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at

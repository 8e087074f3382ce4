"""From tokens to nested dicts, lists and texts, each with the place where it stood."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from bulletin.load import refusals
from bulletin.load.flow import MOST_LEVELS
from bulletin.load.guard import Guard, UnreadableError, is_merge_key
from bulletin.load.sheet import Sheet

if TYPE_CHECKING:
    from yaml.tokens import Token

Loc = tuple[str | int, ...]
"""Where a value stands: keys as typed (NFC) and list indexes."""

LONGEST_TEXT = 200_000
"""Characters in one text."""

_SHOWN = 1000
_T = TypeVar("_T", bound="Token")


@dataclass(frozen=True, slots=True)
class Node:
    """Where a value stands in the text that was read; indexes from 0."""

    start: int
    end: int
    style: str
    """How a text is written: `plain`, `"`, `'`, `|` or `>`; empty for lists and keys."""
    key: int
    """Where its key begins; the value itself when it has none."""


class Builder:
    """Builds one text.

    Args:
        text: What is read, mended.
        breaks: Lines that tried to begin a second record; a key that is given again after one is not told twice.
    """

    def __init__(self, text: str, breaks: list[int]) -> None:
        import yaml

        self._yaml = yaml
        self._text = text
        self._breaks = breaks
        self._guard = Guard(text)
        self._tokens = self._guard.tokens()
        self._next: Any = next(self._tokens)
        self._end = 0
        self.nodes: dict[Loc, Node] = {}

    @property
    def faults(self) -> list[Callable[[Sheet], None]]:
        """What was refused."""
        return self._guard.faults

    def build(self) -> dict[str, Any]:
        """The record's data; raise UnreadableError where that cannot be built."""
        yaml = self._yaml
        self._take(yaml.StreamStartToken)
        if isinstance(self._next, yaml.StreamEndToken):
            return {}
        data = self._value((), 1)
        self._take(yaml.StreamEndToken)
        return data if isinstance(data, dict) else {}

    def _value(self, loc: Loc | None, level: int, key: int | None = None) -> Any:
        yaml = self._yaml
        token: Any = self._next
        if isinstance(token, yaml.ScalarToken):
            return self._scalar(loc, key)
        if level > MOST_LEVELS and self._begins(token):
            self._guard.refuse(partial(refusals.too_deep, most=MOST_LEVELS), token)
            self._skip()
            return ""
        start = token.start_mark.index
        data: Any
        if isinstance(token, (yaml.BlockMappingStartToken, yaml.FlowMappingStartToken)):
            data = self._mapping(loc, level)
        elif isinstance(token, (yaml.BlockSequenceStartToken, yaml.BlockEntryToken, yaml.FlowSequenceStartToken)):
            data = self._list(loc, level)
        else:
            return self._empty(loc, key)
        self._note(loc, Node(start, self._end, "", start if key is None else key))
        return data

    def _empty(self, loc: Loc | None, key: int | None = None) -> str:
        """Nothing at all: its place is after the colon or the dash."""
        self._note(loc, Node(self._end, self._end, "", self._end if key is None else key))
        return ""

    def _scalar(self, loc: Loc | None, key: int | None) -> str:
        token = self._take(self._yaml.ScalarToken)
        start, end = token.start_mark.index, token.end_mark.index
        style = "plain" if token.plain else token.style
        value = str(token.value)
        if style == '"' and "\\" in self._text[start:end]:
            value = unicodedata.normalize("NFC", value)
        self._note(loc, Node(start, end, style, start if key is None else key))
        if len(value) > LONGEST_TEXT:
            self._guard.refuse(partial(refusals.too_long, most=LONGEST_TEXT), token)
            return value[:_SHOWN]
        return value

    def _list(self, loc: Loc | None, level: int) -> list[Any]:
        yaml = self._yaml
        items: list[Any] = []
        if isinstance(self._next, yaml.FlowSequenceStartToken):
            self._take(yaml.FlowSequenceStartToken)
            while not isinstance(self._next, yaml.FlowSequenceEndToken):
                items.append(self._value(_below(loc, len(items)), level + 1))
                if not isinstance(self._next, yaml.FlowSequenceEndToken):
                    self._take(yaml.FlowEntryToken)
            self._take(yaml.FlowSequenceEndToken)
            return items
        started = isinstance(self._next, yaml.BlockSequenceStartToken)
        if started:
            self._take(yaml.BlockSequenceStartToken)
        while isinstance(self._next, yaml.BlockEntryToken):
            self._take(yaml.BlockEntryToken)
            empty = isinstance(self._next, yaml.BlockEntryToken)
            items.append(
                self._empty(_below(loc, len(items))) if empty else self._value(_below(loc, len(items)), level + 1)
            )
        if started:
            self._close(yaml.BlockEndToken)
        return items

    def _mapping(self, loc: Loc | None, level: int) -> dict[str, Any]:
        yaml = self._yaml
        found: dict[str, Any] = {}
        lines: dict[str, int] = {}
        flow = isinstance(self._next, yaml.FlowMappingStartToken)
        self._take(yaml.FlowMappingStartToken if flow else yaml.BlockMappingStartToken)
        while isinstance(self._next, yaml.KeyToken):
            self._entry(loc, level, found, lines)
            if flow and not isinstance(self._next, yaml.FlowMappingEndToken):
                self._take(yaml.FlowEntryToken)
        if flow:
            self._take(yaml.FlowMappingEndToken)
        else:
            self._close(yaml.BlockEndToken)
        return found

    def _entry(self, loc: Loc | None, level: int, found: dict[str, Any], lines: dict[str, int]) -> None:
        yaml = self._yaml
        sign = self._take(yaml.KeyToken)
        token: Any = self._next
        # A key that was written with its own sign (`? key`) has a token of one character.
        if not isinstance(token, yaml.ScalarToken) or sign.start_mark.index != sign.end_mark.index:
            raise UnreadableError(sign.start_mark.line, sign.start_mark.column)
        key = None if is_merge_key(sign, token) else self._key(token, loc, lines)
        self._take(yaml.ScalarToken)
        self._take(yaml.ValueToken)
        value = self._value(None if key is None else _below(loc, key), level + 1, token.start_mark.index)
        if key is not None:
            found[key] = value

    def _key(self, token: Any, loc: Loc | None, lines: dict[str, int]) -> str | None:
        """The key, or None when it was given before."""
        key = unicodedata.normalize("NFC", str(token.value))
        line = token.start_mark.line
        if key not in lines:
            lines[key] = line
            return key
        after = loc == () and any(lines[key] < each <= line for each in self._breaks)
        if not after:
            self._guard.refuse(partial(refusals.key_twice, key=key, first=lines[key] + 1), token)
        return None

    def _begins(self, token: Any) -> bool:
        return isinstance(token, (*self._starts, self._yaml.BlockEntryToken))

    @property
    def _starts(self) -> tuple[type[Token], ...]:
        yaml = self._yaml
        return (
            yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken,
            yaml.FlowSequenceStartToken,
        )  # fmt: skip

    def _skip(self) -> None:
        """Leave out a list or keys with all that stands in them, however deep."""
        yaml = self._yaml
        ends = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
        if isinstance(self._next, yaml.BlockEntryToken):
            while isinstance(self._next, yaml.BlockEntryToken):
                self._take(yaml.BlockEntryToken)
                if isinstance(self._next, self._starts):
                    self._skip_started(ends)
                elif isinstance(self._next, yaml.ScalarToken):
                    self._take(yaml.ScalarToken)
            return
        self._skip_started(ends)

    def _skip_started(self, ends: tuple[type[Token], ...]) -> None:
        depth = 0
        while True:
            depth += isinstance(self._next, self._starts) - isinstance(self._next, ends)
            self._take(self._yaml.Token)
            if depth == 0:
                return

    def _take(self, kind: type[_T]) -> _T:
        token = self._next
        if not isinstance(token, kind) or (isinstance(token, self._yaml.StreamEndToken) and kind is self._yaml.Token):
            raise UnreadableError(token.start_mark.line, token.start_mark.column)
        self._end = token.end_mark.index
        self._next = next(self._tokens, None)
        return token

    def _close(self, kind: type[Token]) -> None:
        """Take the end of a block, which stands in front of the next token rather than after the last."""
        end = self._end
        self._take(kind)
        self._end = end

    def _note(self, loc: Loc | None, node: Node) -> None:
        if loc is not None:
            self.nodes[loc] = node


def _below(loc: Loc | None, step: str | int) -> Loc | None:
    return None if loc is None else (*loc, step)

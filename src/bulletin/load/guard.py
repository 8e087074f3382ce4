"""The token stream of a record, and what is refused in it before anything is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from bulletin.load import refusals
from bulletin.load.sheet import MOST_PROBLEMS, Sheet

if TYPE_CHECKING:
    from yaml.tokens import ScalarToken, Token

Trap = Callable[[Sheet, int, int], None]
Tell = Callable[[Sheet], None]
"""A fault that is told once the whole text could be read."""


class TooManyError(Exception):
    """There are more faults than are told."""


class UnreadableError(Exception):
    """The scanner cannot go on; `line` and `column` count from 0."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}")
        self.line = line
        self.column = column


class Guard:
    """Lets through only the tokens of plain keys, texts and lists.

    Anchors, tags and directives are taken out and an alias becomes an empty text, so nothing is ever unfolded.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: set[tuple[object, int]] = set()
        self.faults: list[Tell] = []

    def tokens(self) -> Iterator[Token]:
        """The tokens that may be built.

        Raises:
            UnreadableError: Where the scanner cannot go on.
        """
        import yaml

        begun = merging = False
        before: Token | None = None
        for token in _scan(self._text):
            kind = type(token)
            if kind is yaml.AliasToken:
                if not merging:
                    self._refuse(refusals.alias, token)
                yield yaml.ScalarToken("", True, token.start_mark, token.end_mark, None)
            elif kind is yaml.AnchorToken:
                self._refuse(refusals.anchor, token)
            elif kind is yaml.TagToken:
                self._refuse(refusals.tag, token)
            elif kind is yaml.DocumentStartToken and begun:
                raise UnreadableError(token.start_mark.line, token.start_mark.column)
            elif kind not in (yaml.DirectiveToken, yaml.DocumentStartToken, yaml.DocumentEndToken):
                if kind is yaml.ScalarToken and is_merge_key(before, token):
                    self._refuse(refusals.merge_key, token)
                    merging = True
                elif kind is yaml.KeyToken or kind is yaml.BlockEndToken:
                    merging = False
                yield token
            begun = begun or kind is not yaml.StreamStartToken
            before = token

    def refuse(self, trap: Trap, token: Token) -> None:
        """Note a fault at a token; raise TooManyError when there are more than are told."""
        mark = token.start_mark
        self.faults.append(partial(_tell, trap, mark.line, mark.column))
        if len(self.faults) > MOST_PROBLEMS:
            raise TooManyError

    def _refuse(self, trap: Trap, token: Token) -> None:
        line = token.start_mark.line
        if (trap, line) not in self._lines:
            self._lines.add((trap, line))
            self.refuse(trap, token)


def is_merge_key(before: Token | None, token: ScalarToken) -> bool:
    """Whether a text is the key `<<` that means more than itself to YAML."""
    import yaml

    return isinstance(before, yaml.KeyToken) and token.plain and token.value == "<<"


def _tell(trap: Trap, line: int, column: int, sheet: Sheet) -> None:
    trap(sheet, line, column)


def _scan(text: str) -> Iterator[Any]:
    """YAML's tokens, scanned in C where PyYAML has it; both scanners give the same."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        yield from yaml.scan(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(mark.line if mark else 0, mark.column if mark else 0) from error

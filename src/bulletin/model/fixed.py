"""Fixed words: what a value must be when only some words are taken, in either language."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from bulletin.vietnamese.text import fold, similar


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A fixed set of words, each with its other spellings; `Annotated[str, words]` takes one of them."""

    table: Mapping[str, tuple[str, ...]]
    """From the English word, which the model holds, to the Vietnamese ones; the first of those is the one shown."""

    def read(self, typed: str) -> str | None:
        """The word meant by what was typed, case, tone marks and separators aside."""
        return _by_key(self).get(fold(typed))

    def nearest(self, typed: str) -> str:
        """The known spelling most like what was typed; empty when none is."""
        return similar(typed, [name for word, others in self.table.items() for name in (*others, word)]) or ""

    def shown(self) -> str:
        """All words in Vietnamese, for a message."""
        return ", ".join(others[0] for others in self.table.values())

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read one of the words."""
        return core_schema.no_info_before_validator_function(self._meant, handler(source))

    def _meant(self, value: Any) -> str:
        if not isinstance(value, str):
            raise PydanticCustomError("not_a_word", "word", {"known": self.shown()})
        word = self.read(value)
        if word is None:
            context = {"typed": " ".join(value.split()), "known": self.shown(), "near": self.nearest(value)}
            raise PydanticCustomError("unknown_value", "value", context)
        return word


@functools.cache
def _by_key(words: Words) -> Mapping[str, str]:
    return {fold(name): word for word, others in words.table.items() for name in (word, *others)}

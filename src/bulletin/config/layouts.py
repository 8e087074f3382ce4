"""The layouts there are, and what they say of themselves."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class LayoutCard:
    """What a layout says of itself in its `layout.toml`."""

    name: str
    titles: Mapping[str, str]
    """By language."""
    editions: tuple[str, ...]


def layouts_known() -> tuple[LayoutCard, ...]:
    """All layouts there are, with what they say of themselves."""
    from bulletin import assets

    cards = []
    for name in assets.layout_names():
        data = tomllib.loads(assets.layout_file(f"{name}/layout.toml").read_text(encoding="utf-8"))
        cards.append(LayoutCard(name, MappingProxyType(data["title"]), tuple(data["editions"]["names"])))
    return tuple(cards)

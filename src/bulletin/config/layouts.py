"""The layouts there are, read from their `layout.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bulletin.layout import Layout, Levers, Promises


def layouts_known() -> tuple[Layout, ...]:
    """All layouts of the program."""
    from bulletin import assets

    return tuple(map(layout_named, assets.layout_names()))


def layout_named(name: str) -> Layout:
    """A layout by its name.

    Raises:
        LayoutError: If there is none.
    """
    from bulletin import assets
    from bulletin.errors import LayoutError
    from bulletin.messages import say
    from bulletin.vietnamese.text import similar

    known = assets.layout_names()
    if name not in known:
        near = similar(name, known)
        cure = (
            say("did you mean “{near}”?", near=near) if near else say("known layouts: {known}", known=", ".join(known))
        )
        raise LayoutError(say("there is no layout “{name}”", name=name), hint=cure)
    return read_layout(name, assets.layout_file(f"{name}/layout.toml").read_text(encoding="utf-8"))


@functools.cache
def read_layout(name: str, text: str) -> Layout:
    """What a `layout.toml` says."""
    data = tomllib.loads(text)
    return Layout(
        name=name,
        titles=MappingProxyType(data["title"]),
        content=data.get("content", "record"),
        papers=tuple(data["paper"]["sizes"]),
        scales=MappingProxyType(data["paper"].get("scales", {})),
        landscape=data["paper"].get("landscape", False),
        sizes=MappingProxyType({name: _frozen(own) for name, own in data["editions"].items()}),
        formats=tuple(data.get("formats", Layout(name=name).formats)),
        levers=Levers(**_frozen(data.get("makeup", {}))),
        promises=Promises(**data.get("promises", {})),
    )


def _frozen(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """A table with its lists of numbers as tuples."""
    return MappingProxyType(
        {key: tuple(map(float, value)) if isinstance(value, list) else value for key, value in table.items()}
    )

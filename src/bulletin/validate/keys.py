"""Keys in the clerk's words: which one is meant by one that is not known, where a key belongs, how it is shown."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable, Mapping

from bulletin.messages import say
from bulletin.model import Loc, Record
from bulletin.model.fields import Model
from bulletin.model.shape import Shape, keys_of, names_of, shape_of
from bulletin.vietnamese.text import fold, similar

_CLOSE = 0.8
"""Share of letters, of both words together, that a misspelt key has in common with the one that is meant."""

_TOO_SHORT = 3
"""Letters of words that are near to each other by chance."""

_MOST_SHOWN = 12
_MOST_PARENTS = 3


def cure(name: str, model: type[Model], english: bool) -> tuple[str, str]:
    """What to type instead of a key that is not known.

    Args:
        name: The key as typed.
        model: The part of the record that it stands in.
        english: Whether English keys are shown.

    Returns:
        The English name of the key that is probably meant, or nothing; and the hint.
    """
    if belongs := _belongs(name, model, english):
        return "", belongs
    if near := similar(name, [spelling for key, names in keys_of(model).items() for spelling in (*names, key)]):
        return names_of(model)[fold(near)], say("did you mean “{near}”?", near=near)
    if len(keys_of(model)) > _MOST_SHOWN:
        text = name_of(("sections",), english=english)
        return "", say("all keys are listed in docs/record.md; running text stands below “{key}”", key=text)
    shown = ", ".join(_shown(key, names, english) for key, names in keys_of(model).items())
    return "", say("known here: {shown}", shown=shown)


def is_near(name: str, model: type[Model]) -> bool:
    """Whether a key is most likely a misspelt one of a model."""
    return any(_is_close(name, known) for known in names_of(model))


def is_misspelt(name: str, value: object, model: type[Model]) -> bool:
    """Whether a key where any word may stand, such as a level with its count, is a misspelt one of the model's own."""
    counts = isinstance(value, str) and re.search(r"\d", value)
    return not counts and is_near(name, model)


def are_english(data: Mapping[str, object]) -> bool:
    """Whether the keys of a record are English: at least one is, and none is Vietnamese."""
    known = [(name, names_of(Record)[fold(name)]) for name in data if fold(name) in names_of(Record)]
    return bool(known) and all(fold(name) == fold(key) for name, key in known)


def name_of(loc: Loc, *, english: bool) -> str:
    """The name of the last key of a place."""
    last = next((part for part in reversed(loc) if isinstance(part, str)), "")
    return _shown(last, keys_of(model_at(loc[: loc.index(last)] if last else ())).get(last, ()), english)


def model_at(loc: Loc) -> type[Model]:
    """The model of a part of the record, or of the nearest part around a place."""
    model: type[Model] = Record
    for part in loc:
        inner = _model_in(shape_of(model)[part]) if isinstance(part, str) and part in shape_of(model) else None
        model = inner or model
    return model


def example_key(model: type[Model], *, english: bool) -> str:
    """The key that is shown for an example of a part."""
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    key = model.shown_key or (required or list(keys_of(model)))[0]
    return _shown(key, keys_of(model).get(key, ()), english)


def _shown(key: str, names: Iterable[str], english: bool) -> str:
    return key if english else next(iter(names), key)


def _is_close(name: str, known: str) -> bool:
    name, known = fold(name), fold(known)
    return max(len(name), len(known)) > _TOO_SHORT and difflib.SequenceMatcher(None, name, known).ratio() >= _CLOSE


def _belongs(name: str, model: type[Model], english: bool) -> str:
    """Where a key is known, if not here."""
    if fold(name) in names_of(Record):
        return say("“{key}” stands at the left edge, with no spaces before it", key=name)
    parents = [parent for parent, inside in _parts() if fold(name) in names_of(inside) and inside is not model]
    if not parents:
        return ""
    shown = say(" or ").join(
        f"“{name_of((parent,), english=english)}”" for parent in list(dict.fromkeys(parents))[:_MOST_PARENTS]
    )
    return say("it belongs below {parents}, indented", parents=shown)


@functools.cache
def _parts() -> tuple[tuple[str, type[Model]], ...]:
    """The keys of the record that hold parts, with the models of those."""
    found = ((key, _model_in(shape)) for key, shape in shape_of(Record).items())
    return tuple((key, model) for key, model in found if model)


def _model_in(shape: Shape) -> type[Model] | None:
    while shape.form == "list" and shape.item:
        shape = shape.item
    return shape.model

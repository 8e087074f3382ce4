"""What the engine takes for its PDF while some pages are printed, and how little of it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bulletin.render.library import pydyf


class Objects:
    """Objects of a file by their numbers; only those that are not written yet are at hand."""

    def __init__(self) -> None:
        self._first = 0
        self._here: list[Any] = []

    def __len__(self) -> int:
        return self._first + len(self._here)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._here)

    def __getitem__(self, number: int) -> Any:
        if number < self._first:
            raise IndexError(number)
        return self._here[number - self._first]

    def append(self, thing: Any) -> None:
        """Add an object, whose number is that of its place."""
        self._here.append(thing)

    def go_on(self, number: int) -> None:
        """Forget all that are here; the next one gets a number."""
        self._first = number
        self._here.clear()


class Sheets:
    """What the engine takes for its PDF while pages are printed: some pages, and a catalogue of their own."""

    def __init__(self, objects: Objects) -> None:
        self.objects = objects
        self.catalog: Any = pydyf.Dictionary()
        self.info: Any = None
        self.page_references: list[bytes] = []

    def add_object(self, thing: Any) -> None:
        """Give an object a number, as `pydyf.PDF` does."""
        thing.number = len(self.objects)
        self.objects.append(thing)


def condensed(content: Sequence[Any]) -> list[Any]:
    """What is painted on a page, in few long pieces: a dotted line alone has hundreds of short ones.

    Letters that nothing moves apart come into one string of letters; the engine gives each one of its own. The marks of
    the structure, each a name and a dictionary, stay as they are: `mend` turns some into artifacts.
    """
    pieces: list[Any] = []
    run: list[bytes | str] = []
    for item in content:
        if isinstance(item, bytes | str):
            run.append(item)
        else:
            pieces += [*_joined(run[:-1]), *run[-1:], item]
            run.clear()
    return [*pieces, *_joined(run)]


def _joined(run: Sequence[bytes | str]) -> list[bytes]:
    return [b"\n".join(_together(item) if isinstance(item, bytes) else item.encode() for item in run)] if run else []


def _together(item: bytes) -> bytes:
    """An operator with its operands; in one that shows text, `[<01>0<02>-9<>-3<03>] TJ`, letters together."""
    # A blank for each empty string: between two numbers it parts them.
    return item.replace(b">0<", b"").replace(b"<>", b" ") if item.endswith(b"] TJ") else item

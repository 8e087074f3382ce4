"""Our fonts and no others: registered with the engine, and every piece of text held against them."""

from __future__ import annotations

import functools
import os
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from bulletin import assets
from bulletin.errors import FontError, Problem
from bulletin.messages import say
from bulletin.render.covered import letters_of
from bulletin.render.library import CSS, FontConfiguration, URLFetcher, native

FONT_ADDRESS: Final = "bulletin:font/"

# Letters and signs that every one of our files has (tests/render/test_fonts.py): the common case needs no look-up.
EVERYWHERE: Final = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x1EA0, 0x1EFA)))
) | frozenset("ĂăĐđĨĩŨũƠơƯư–—‘’“”…•‰₫€")  # fmt: skip

# Control and format characters leave no mark on paper.
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})


class Face(NamedTuple):
    """One cut of a family."""

    family: str
    weight: int
    style: str
    """`normal` or `italic`."""

    def __str__(self) -> str:
        """The face in the words of CSS."""
        return f"{self.family} {self.weight}" + ("" if self.style == "normal" else f" {self.style}")


class Fonts(FontConfiguration):  # type: ignore[misc]
    """The engine's fonts: those of `fonts.css` alone, used where they lie.

    WeasyPrint copies each font into a temporary folder, which a worker process leaves behind when it ends. Ours are
    files already and state family, weight and slant themselves, so they are handed to fontconfig by their own path.
    """

    def __init__(self) -> None:
        super().__init__()
        self.faces: dict[Face, Path] = {}
        self.strangers: list[str] = []
        """Families of `@font-face` rules that stand elsewhere than in `fonts.css`, or name a file that is not there."""
        self.complete = False
        self._common: dict[str, frozenset[str]] = {}

    def add_font_face(self, rule_descriptors: Mapping[str, Any], url_fetcher: object) -> None:
        """Take a font of `fonts.css`; remember any other rule as a stranger's."""
        family = rule_descriptors["font_family"]
        kind, address = rule_descriptors["src"][0]
        path = _known_files().get(str(address).removeprefix(FONT_ADDRESS))
        if self.complete or kind != "external" or path is None:
            self.strangers.append(family)
            return
        native.fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(path))
        self.faces[Face(family, rule_descriptors["font_weight"], rule_descriptors["font_style"])] = path

    def strange(self) -> list[Problem]:
        """A problem for each font that someone else has brought since this was last asked."""
        names, self.strangers = self.strangers, []
        return [
            Problem(
                say("the layout brings a font of its own, “{family}”", family=name),
                hint=say("Only the fonts of this program are printed; “bulletin fonts” lists them"),
                id="foreign-font",
            )
            for name in names
        ]

    def missing(self, text: str, families: Iterable[str]) -> frozenset[str]:
        """Letters of a text that no face of these families has.

        Args:
            text: As it is set.
            families: The families asked for, in order; those that are not ours count for nothing.
        """
        letters = frozenset(text) - EVERYWHERE
        if not letters:
            return letters
        letters = frozenset(letter for letter in letters if unicodedata.category(letter) not in _INVISIBLE)
        for family in families:
            letters -= self._letters(family)
        return letters

    def _letters(self, family: str) -> frozenset[str]:
        if family not in self._common:
            found = [letters_of(path) for face, path in self.faces.items() if face.family == family]
            self._common[family] = frozenset.intersection(*found) if found else frozenset()
        return self._common[family]


@functools.cache
def _known_files() -> dict[str, Path]:
    return {f"{path.parent.name}/{path.name}": path for path in assets.font_files()}


def load_fonts(fetcher: URLFetcher) -> Fonts:
    """All our fonts, as `fonts.css` lists them.

    Raises:
        FontError: If the list names a file that is not there.
    """
    fonts = Fonts()
    sheet = (assets.fonts_folder() / "fonts.css").read_text(encoding="utf-8")
    CSS(string=sheet, font_config=fonts, url_fetcher=fetcher)
    native.pangoft2.pango_fc_font_map_config_changed(native.ffi.cast("PangoFcFontMap *", fonts.font_map))
    fonts.complete = True
    if fonts.strangers:
        raise FontError(
            say("a font that belongs to this program is missing: {names}", names=", ".join(fonts.strangers))
        )
    return fonts

"""All in one file: fonts and photos as data, one style sheet, one script, and a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bulletin.web.sheet import Sheet

_CHARSET: Final = '<meta charset="utf-8">\n'
_PHOTO: Final = re.compile(r'src="bulletin:photo/([^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font as it stands in the file."""

    family: str
    weight: int
    style: str
    """`normal` or `italic`."""
    data: bytes
    """WOFF2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pixels:
    """A photo as it stands in the file."""

    data: bytes
    """JPEG."""
    size: tuple[int, int]
    """Width and height, so that the text does not jump while it is read."""


def bundled(sheet: Sheet, *, script: str, faces: Iterable[Face], pictures: Mapping[str, Pixels]) -> str:
    """Make one file.

    Args:
        sheet: The page and its style sheet.
        script: What its tools do.
        faces: Its fonts.
        pictures: Its photos by name.

    Raises:
        KeyError: If the page asks for a photo that is not there.
    """
    css = "\n".join([*(_rule(face) for face in faces), sheet.css])
    # In a script or style sheet, nothing is escaped: it ends where its end tag stands.
    if "</" in css or "</" in script or "<!--" in script:
        raise ValueError("a style sheet or script that holds a tag")
    policy = (
        f"default-src 'none'; img-src data:; font-src data:; style-src {_hash(css)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    # Blank lines are what the template leaves behind; they go before the hashes count.
    html = "\n".join(line for line in sheet.html.splitlines() if line.strip()) + "\n"
    html = _PHOTO.sub(lambda match: _photo(pictures[match[1]]), html)
    # Before all that it rules over.
    html = html.replace(_CHARSET, f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">\n', 1)
    html = html.replace("</head>", f"<style>{css}</style>\n</head>", 1)
    head, end, tail = html.rpartition("</body>")
    return f"{head}<script>{script}</script>\n{end}{tail}"


def _rule(face: Face) -> str:
    address = f"data:font/woff2;base64,{_base64(face.data)}"
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f'src:url({address}) format("woff2")}}'
    )


def _photo(picture: Pixels) -> str:
    width, height = picture.size
    return f'src="data:image/jpeg;base64,{_base64(picture.data)}" width="{width}" height="{height}"'


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _hash(text: str) -> str:
    return f"'sha256-{_base64(hashlib.sha256(text.encode()).digest())}'"

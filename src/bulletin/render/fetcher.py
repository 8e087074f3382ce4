"""What the engine may read: files of the layout, our fonts, the photos of this bulletin. Nothing else exists for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

from bulletin import assets
from bulletin.errors import Problem
from bulletin.messages import say
from bulletin.render.library import URLFetcher, URLFetcherResponse

SCHEME: Final = "bulletin:"
PHOTO: Final = f"{SCHEME}photo/"

_TYPES: Final = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}
_PNG_HEAD: Final = b"\x89PNG\r\n\x1a\n"
# One white point; it holds the place of a photo whose size the layout tells.
_BLANK: Final = _PNG_HEAD + bytes.fromhex(
    "0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Serves by name, from memory or from the layouts' folder, and remembers what it refused.

    The engine swallows many of its errors, in SVG above all: whoever uses a fetcher must look at `problems` afterwards.
    """

    # Left to the engine: it turns errors into log lines and goes on, and all problems are told at once.
    _fail_on_errors = False

    def __init__(self, photos: Collection[str] = (), files: Mapping[str, bytes] = MappingProxyType({})) -> None:
        # The parent's own start is left out on purpose: without its handlers nothing here can open a socket or a file.
        self._names = frozenset(photos)
        self._files = files
        """Of a clerk's own layout, by name; nothing of it is looked for anywhere else."""
        self.photos: Mapping[str, bytes] | None = None
        """Photos by name; blanks are served while there are none."""
        self.problems: list[Problem] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Serve one address; ValueError if it names nothing of this bulletin."""
        kind, _, name = unquote(url).removeprefix(SCHEME).partition("/")
        try:
            if not url.startswith(SCHEME) or kind not in {"photo", "layout"}:
                raise FileNotFoundError(url)
            if kind == "photo":
                return URLFetcherResponse(url, self._photo(name))
            data = self._files[name] if name in self._files else assets.layout_file(name).read_bytes()
            return URLFetcherResponse(url, data, {"Content-Type": _TYPES[PurePosixPath(name).suffix]})
        except (FileNotFoundError, KeyError) as error:
            self._refuse(url)
            raise ValueError(url) from error

    def open(self, url: object, data: object = None, timeout: object = None) -> URLFetcherResponse:
        """Serve one address, in the way of urllib's openers."""
        return self.fetch(str(getattr(url, "full_url", url)))

    def _photo(self, name: str) -> bytes:
        if name not in self._names:
            raise FileNotFoundError(name)
        if self.photos is None:
            return _BLANK
        data = self.photos[name]
        jpeg = data.startswith(b"\xff\xd8\xff") and data.endswith(b"\xff\xd9")
        # Anything else would be set as SVG, with addresses of its own, or be embedded otherwise than as it came.
        if not jpeg and not data.startswith(_PNG_HEAD):
            raise FileNotFoundError(name)
        return data

    def _refuse(self, url: str) -> None:
        shown = url if len(url) <= 120 else f"{url[:117]}..."
        problem = Problem(
            say("the layout asks for “{address}”, which is not part of this bulletin", address=shown),
            hint=say("A layout may only use its own files, the fonts of this program and the photos of the record"),
            id="not-served",
        )
        if problem not in self.problems:
            self.problems.append(problem)

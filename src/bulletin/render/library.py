"""WeasyPrint, loaded with care; the other modules of this room take it from here and nowhere else.

Importing this module costs most of a cold build, so it happens inside functions only.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import warnings
from collections.abc import Iterator

from bulletin import assets
from bulletin.collector import without_gc
from bulletin.errors import Problem, RenderError
from bulletin.messages import say
from bulletin.render import PRESS_VERSION

APT_PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1"


@contextlib.contextmanager
def _no_search_for_libraries() -> Iterator[None]:
    """Let libraries be opened by the names that Linux gives them, if this version of the engine is known to try them.

    WeasyPrint tries the names of all systems in turn, and for each that fails cffi asks `find_library`, which starts
    ldconfig, gcc and ld: as much work as the rest of the import. The last name tried is always the one Linux knows.
    """
    if sys.platform != "linux" or _version() != PRESS_VERSION:
        yield
        return
    import ctypes.util

    kept = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = kept


def _version() -> str:
    """That of the engine, before it is loaded."""
    from importlib import metadata

    try:
        return metadata.version("weasyprint")
    except metadata.PackageNotFoundError:
        return ""


def _import() -> None:
    with _no_search_for_libraries(), contextlib.suppress(OSError):
        import weasyprint

        return
    # Perhaps they are somewhere else on this machine.
    import weasyprint  # noqa: F401


def _load() -> None:
    # Read at each start of a font configuration: nothing but our own fonts exists for this process.
    os.environ["FONTCONFIG_FILE"] = str(assets.fonts_folder() / "fonts.conf")
    with (
        without_gc(),
        # It prints advice on missing libraries, and warns of a configuration without fonts: ours are added later.
        contextlib.redirect_stdout(io.StringIO()),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            _import()
        except OSError as error:
            problem = Problem(
                say("the library that sets the pages cannot be loaded: {cause}", cause=error),
                hint=say("Install what is missing with: {command}", command=f"sudo apt-get install -y {APT_PACKAGES}"),
                id="engine-missing",
            )
            raise RenderError((problem,)) from error


_load()

# ruff: noqa: E402  (nothing of WeasyPrint may be imported before it is loaded with care)
from weasyprint import CSS, DEFAULT_OPTIONS, HTML, VERSION
from weasyprint import Document as EngineDocument
from weasyprint.css.counters import CounterStyle
from weasyprint.formatting_structure import boxes
from weasyprint.images import ImageFile, get_image_from_uri
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import generate_pdf, pydyf
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.text import ffi as native
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse, iri_to_uri

# Loading it makes Pillow accept broken pictures, for `photos` too, which refuses them.
ImageFile.LOAD_TRUNCATED_IMAGES = False

if native.harfbuzz_subset is None:
    # fontTools does its work then, and writes the hour into every font.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

__all__ = [
    "CSS",
    "DEFAULT_OPTIONS",
    "HTML",
    "VERSION",
    "AbsolutePlaceholder",
    "CounterStyle",
    "DocumentMetadata",
    "EngineDocument",
    "FontConfiguration",
    "ImageFile",
    "URLFetcher",
    "URLFetcherResponse",
    "boxes",
    "generate_pdf",
    "get_image_from_uri",
    "iri_to_uri",
    "native",
    "pydyf",
    "without_gc",
]

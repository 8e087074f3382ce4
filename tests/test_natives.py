from __future__ import annotations

import subprocess
import sys

import pytest

from bulletin import natives


def test_what_the_engine_uses_is_what_is_told() -> None:
    from bulletin.render.library import native

    told = natives.versions()
    pango = native.pango.pango_version()
    assert told["Pango"] == f"{pango // 10000}.{pango // 100 % 100}.{pango % 100}"
    assert native.harfbuzz.hb_version_atleast(*map(int, told["HarfBuzz"].split()[0].split(".")))
    assert ("subset" in told["HarfBuzz"]) is (native.harfbuzz_subset is None)


def test_the_engine_is_not_loaded_for_it() -> None:
    code = "import sys; from bulletin import natives; natives.versions(); print('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_library_that_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(natives, "_library", lambda _: None)
    assert natives.versions.__wrapped__()["Pango"] == "-"
    assert natives.versions.__wrapped__()["HarfBuzz"] == "- (-subset)"

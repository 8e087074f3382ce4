from __future__ import annotations

import gc
import json
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from weasyprint.pdf import fonts as engine_fonts

from bulletin import assets, render
from bulletin.errors import RenderError
from bulletin.render import Document, engine_notes, engine_version, lay_out
from bulletin.render.library import ImageFile, native
from bulletin.render.notices import listening

from .sample import HTML, page, photos
from .tree import reader


def problems(html: str, *styles: str) -> list[tuple[str, str]]:
    with pytest.raises(RenderError) as caught:
        lay_out(html, styles=styles, pictures=["a.jpg"])
    return [(problem.id, problem.message) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("style", "word"),
    [
        ("p { colour: red }", "colour"),
        ("p { color: 12 }", "color"),
        ("@page { @top-middle { content: 'x' } }", "@page"),
        ("p { font: 12pt", ""),
        ("p:hoover { color: red }", "hoover"),
    ],
)
def test_a_warning_about_a_style_is_a_problem(style: str, word: str, layouts: Path) -> None:
    (layouts / "news" / "own.css").write_text(style, encoding="utf-8")
    for found in (problems(page("<p>chữ</p>", style)), problems(page("<p>chữ</p>"), "news/own.css")):
        assert {kind for kind, _ in found} == {"engine-warning"}
        assert word in found[0][1]


def test_a_faulty_style_sheet_is_told_at_each_build_by_its_name(layouts: Path) -> None:
    (layouts / "news" / "own.css").write_text("p { colour: red }", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RenderError) as caught:
            lay_out(page("<p>chữ</p>"), styles=["news/own.css"])
        assert [problem.path for problem in caught.value.problems] == [Path("news/own.css")]


def test_an_edited_style_sheet_is_read_again(layouts: Path) -> None:
    sheet = layouts / "news" / "own.css"
    heights = []
    for number, size in enumerate((10, 20)):
        sheet.write_text(f"p {{ font-size: {size}pt }}", encoding="utf-8")
        os.utime(sheet, (number, number))
        box = lay_out(page('<p id="a">chữ</p>'), styles=["news/own.css"]).geometry[0]
        heights.append(box.bottom_mm - box.top_mm)
    assert heights[1] == pytest.approx(2 * heights[0])


def test_a_style_sheet_may_make_marks_of_lists(layouts: Path, document: Document) -> None:
    style = "@counter-style dashes { system: cyclic; symbols: '–'; suffix: ' ' } ul { list-style: dashes }"
    (layouts / "news" / "own.css").write_text(style, encoding="utf-8")
    for _ in range(2):
        pdf = lay_out(page("<ul><li>chữ</li></ul>"), styles=["news/own.css"]).write(document)
        assert "–" in reader(pdf).pages[0].extract_text()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('<img src="bulletin:layout/ornament.svg">', "no-alt"),
        ('<img alt="x" src="bulletin:photo/a.jpg">', "no-size"),
        ('<img alt="x" style="width: 9mm" src="bulletin:photo/a.jpg">', "no-size"),
        ('<a href="#nowhere">chữ</a>', "engine-warning"),
        ('<a href="trang-2">chữ</a>', "bad-link"),
        ('<a href="javascript:alert(1)">chữ</a>', "bad-link"),
        ('<a href="https://example.org/" style="display: block"><p>chữ</p></a>', "block-link"),
        ('<a rel="attachment" href="bulletin:photo/a.jpg">chữ</a>', "attachment-link"),
        ('<link rel="attachment" href="bulletin:photo/a.jpg">', "attachment-link"),
        ('<p id="a">x</p><p id="a">y</p>', "engine-warning"),
    ],
)
def test_what_a_layout_may_not_do(body: str, kind: str) -> None:
    html = page(body)
    if kind == "engine-warning":
        html = page(body, "a::after { content: target-counter(attr(href), page) }")
    assert {found for found, _ in problems(html)} == {kind}


def test_a_page_description_tells_its_language() -> None:
    assert problems(page("<p>chữ</p>").replace(' lang="vi"', "")) == [
        ("no-language", "the page description does not tell its language")
    ]


@pytest.mark.parametrize("style", ["opacity: 0.5", "mix-blend-mode: multiply"])
def test_text_in_a_layer_of_its_own_is_refused(style: str, document: Document) -> None:
    if style.startswith("mix"):
        # The engine does not know blend modes for elements.
        assert problems(page(f'<p style="{style}">chữ</p>'))
        return
    laid = lay_out(page(f'<p style="{style}">chữ</p>'))
    with pytest.raises(RenderError) as caught:
        laid.write(document)
    assert {problem.id for problem in caught.value.problems} == {"layered-text"}


def test_complaints_are_heard_whatever_the_program_has_set_up() -> None:
    logger = logging.getLogger("weasyprint")
    logger.setLevel(logging.CRITICAL)
    logger.disabled = True
    try:
        assert problems(page("<p>chữ</p>", "p { colour: red }"))
        assert (logger.level, logger.disabled) == (logging.CRITICAL, True)
    finally:
        logger.setLevel(logging.NOTSET)
        logger.disabled = False


def test_complaints_of_another_thread_are_not_ours() -> None:
    with listening() as heard:
        other = threading.Thread(target=logging.getLogger("weasyprint").warning, args=("one",))
        other.start()
        other.join()
        logging.getLogger("fontTools.subset").warning("two")
        logging.getLogger("weasyprint").info("three")
    assert [problem.message.split(": ")[1] for problem in heard] == ["two"]


def test_a_fault_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bulletin.render.engine.survey", lambda pages: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        lay_out(page("<p>chữ</p>"))
    assert gc.isenabled()


def test_pillow_stays_strict_after_the_engine_is_loaded() -> None:
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_nothing_heavy_is_loaded_before_a_page_is_laid_out() -> None:
    code = "import sys, bulletin.render, bulletin.assets; print([m for m in ('weasyprint', 'PIL') if m in sys.modules])"
    assert run(code).stdout.strip() == "[]"


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = str(Path(assets.__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True, text=True, check=True,
    )  # fmt: skip


def test_no_other_program_is_started_to_find_libraries() -> None:
    code = (
        "import subprocess, os\n"
        "def none(*args, **kwargs): raise SystemExit(f'started {args}')\n"
        "subprocess.Popen = os.system = os.posix_spawn = none\n"
        "import bulletin.render.library\n"
        "print('loaded')\n"
    )
    if sys.platform != "linux":
        pytest.skip("other systems are searched in the way of cffi")
    assert run(code).stdout.strip() == "loaded"


@pytest.mark.parametrize(("version", "searches"), [(render.PRESS_VERSION, False), ("99.0", True), ("", True)])
def test_libraries_of_an_engine_that_is_not_known_are_searched_for(version: str, searches: bool) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems are searched in the way of cffi")
    code = (
        "import ctypes.util\n"
        "from importlib import metadata\n"
        "asked = []\n"
        "find = ctypes.util.find_library = lambda name: asked.append(name)\n"
        "def version(name):\n"
        f"    if not {version!r}: raise metadata.PackageNotFoundError(name)\n"
        f"    return {version!r}\n"
        "metadata.version = version\n"
        "import bulletin.render.library\n"
        "print(bool(asked), ctypes.util.find_library is find)\n"
    )
    assert run(code).stdout.split() == [str(searches), "True"]


def test_libraries_that_are_not_where_the_system_has_them_are_searched_for() -> None:
    code = (
        "import cffi, ctypes.util\n"
        "ctypes.util.find_library = lambda name: name\n"
        "opened = cffi.FFI.dlopen\n"
        "def dlopen(self, name, flags=0):\n"
        "    if ctypes.util.find_library('here') is None: raise OSError('elsewhere')\n"
        "    return opened(self, name, flags)\n"
        "cffi.FFI.dlopen = dlopen\n"
        "from bulletin.render.library import native\n"
        "print(native.pango.pango_version() > 0, native.harfbuzz_subset is not None)\n"
    )
    ran = run(code)
    assert (ran.stdout.split(), ran.stderr) == (["True", "True"], "")


def test_without_its_libraries_the_engine_tells_what_to_install() -> None:
    code = (
        "import json, cffi\n"
        "def none(self, name, flags=0): raise OSError(f'cannot load library {name!r}')\n"
        "cffi.FFI.dlopen = none\n"
        "from bulletin.messages import speak; speak('en')\n"
        "from bulletin.errors import RenderError\n"
        "from bulletin.render import engine_notes, lay_out\n"
        "for call in (engine_notes, lambda: lay_out('<p>')):\n"
        "    try:\n"
        "        call()\n"
        "    except RenderError as error:\n"
        "        problem = error.problems[0]\n"
        "        print(json.dumps([error.exit_code, problem.id, problem.hint]))\n"
    )
    ran = run(code)
    assert [json.loads(line) for line in ran.stdout.splitlines()] == 2 * [
        [
            6,
            "engine-missing",
            "Install what is missing with: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b "
            "libharfbuzz-subset0 libfontconfig1",
        ]
    ]
    assert ran.stderr == ""


def test_a_slow_engine_is_told_and_still_works(monkeypatch: pytest.MonkeyPatch, document: Document) -> None:
    assert engine_notes() == ()
    monkeypatch.setattr(native, "harfbuzz_subset", None)
    monkeypatch.setattr(engine_fonts, "harfbuzz_subset", None)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert [note.split(": ")[-1] for note in engine_notes()] == ["sudo apt-get install -y libharfbuzz-subset0"]
    laid = lay_out(page("<p>Hội nghị</p>"))
    assert laid.write(document) == laid.write(document)


def test_the_collector_of_cycles_is_put_back_as_it_was(document: Document) -> None:
    lay_out(page("<p>chữ</p>")).write(document)
    assert gc.isenabled()
    gc.disable()
    try:
        lay_out(page("<p>chữ</p>"))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_threads_take_turns(document: Document) -> None:
    """Several threads at once give what one alone gives."""

    def build() -> None:
        made.append(lay_out(HTML, styles=["news/print.css"], pictures=list(photos())).write(document, photos()))

    made: list[bytes] = []
    threads = [threading.Thread(target=build) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    build()
    assert len(made) == 4
    assert len(set(made)) == 1


def test_public_names_are_those_that_are_documented() -> None:
    assert render.__all__ == [
        "Attachment",
        "Box",
        "Document",
        "Laid",
        "Words",
        "begin_printing",
        "engine_notes",
        "engine_version",
        "lay_out",
    ]


def test_the_version_of_the_engine_is_that_which_the_file_names(document: Document) -> None:
    pdf = lay_out(page("<p>chữ</p>")).write(document)
    assert reader(pdf).metadata.producer == f"WeasyPrint {engine_version()}"

"""Pages for the web as readers meet them, in Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from bulletin import pipeline
from bulletin.edition import EDITIONS, Edition
from web import site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

# One browser, in one process.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

STEPS = (100, 125, 150, 175, 200)
LONG = site.ROOT / "examples" / "tong-ket-2023.yaml"
every_page = pytest.mark.parametrize("record", site.examples(), ids=lambda path: path.stem)

Open = Callable[..., "Page"]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    yield context
    context.close()


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """All addresses that pages ask for."""
    found: list[str] = []
    context.on("request", lambda request: found.append(request.url))
    return found


@pytest.fixture
def opened(context: BrowserContext, asked: list[str], tmp_path: Path) -> Open:
    """Opens the page of a record from the disk."""

    def open_(record: Path, edition: str = "standard", *, width: int = 360) -> Page:
        path = tmp_path / f"{record.stem}.{edition}.html"
        path.write_text(site.made(record, edition), encoding="utf-8")
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        page.add_init_script(
            "window.refused = []; window.printed = 0; window.print = () => { window.printed += 1 };"
            "document.addEventListener('securitypolicyviolation', it => window.refused.push(it.violatedDirective))"
        )
        page.goto(path.as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    return open_


def zoom(page: Page) -> int:
    return int(page.get_attribute("html", "data-zoom") or 0)


def zoomed(page: Page, wanted: int) -> None:
    while zoom(page) < wanted:
        page.click("button[data-do=larger]")


def sideways(page: Page) -> list[str]:
    """What sticks out at the right, but for what a box of its own moves."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("body, body *")]
            .filter(it => !(it.parentElement && it.parentElement.closest(".wide")) &&
                (it.getBoundingClientRect().right > innerWidth + 0.5 || it.scrollWidth > it.clientWidth + 1
                    && !it.matches(".wide, .skip") && getComputedStyle(it).display !== "inline"))
            .map(it => `${it.tagName} ${it.className} ${it.textContent.slice(0, 40)}`)"""
    )
    wide = page.evaluate("document.scrollingElement.scrollWidth > innerWidth")
    return [*found, *(["the page"] if wide else [])]


def torn(page: Page) -> list[str]:
    """Words that begin on one line and end on the next."""
    found: list[str] = page.evaluate(
        """() => {
            const found = [], range = document.createRange();
            const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
                for (const word of walker.currentNode.data.matchAll(/(?<![^\\s])[\\p{L}]+(?![^\\s])/gu)) {
                    range.setStart(walker.currentNode, word.index);
                    range.setEnd(walker.currentNode, word.index + word[0].length);
                    const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
                    if (tops.size > 1) found.push(word[0]);
                }
            }
            return found;
        }"""
    )
    return found


@every_page
def test_at_no_step_is_there_anything_to_move_sideways_on_a_phone(record: Path, opened: Open) -> None:
    page = opened(record)
    for step in STEPS:
        zoomed(page, step)
        assert zoom(page) == step
        assert sideways(page) == [], step
        assert torn(page) == [], step


@pytest.mark.parametrize("edition", [name for name in EDITIONS if name != "standard"])
def test_large_print_fits_a_phone_too(edition: str, opened: Open) -> None:
    page = opened(LONG, edition)
    for step in STEPS:
        zoomed(page, step)
        assert sideways(page) == [], step


def test_what_sticks_out_would_be_seen(opened: Open) -> None:
    page = opened(LONG)
    page.evaluate("document.querySelector('h2').textContent = 'a'.repeat(200)")
    page.evaluate("document.querySelector('h2').style.overflowWrap = 'normal'")
    assert sideways(page) != []


@every_page
def test_printed_it_has_as_many_pages_as_the_pdf_within_one(record: Path, opened: Open, tmp_path: Path) -> None:
    dossier = site.opened(record)
    bulletin = pipeline.build(
        dossier.record, Edition.named("standard"), layout="news", settings=dossier.settings, photos=dossier.photos,
        printed_on=site.TODAY,
    )  # fmt: skip
    page = opened(record)
    # What is printed does not depend on what the screen shows.
    zoomed(page, 200)
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    printed = pypdf.PdfReader(tmp_path / "print.pdf")
    assert abs(len(printed.pages) - bulletin.pages) <= 1
    assert [round(float(side) * 25.4 / 72) for side in printed.pages[0].mediabox[2:]] == [210, 297]


def test_paper_has_running_head_folio_and_note_but_no_buttons(opened: Open, tmp_path: Path) -> None:
    opened(LONG).pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    first, second, *_, last = (sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "print.pdf").pages)
    assert "LƯU HÀNH NỘI BỘ" in first
    assert "Trang 1/5" in first
    assert "Trang 2/5" in second
    assert "Trang 5/5" in last
    running = "Đảng bộ Sở Giáo dục và Đào tạo tổng kết"
    assert running in " ".join(second.split())
    assert "Phóng to" not in first
    assert "Trong bài" not in first


def test_a_draft_says_so_on_every_sheet(opened: Open, tmp_path: Path) -> None:
    page = opened(site.ROOT / "examples" / "tin-ngan.yaml", "giant-print")
    assert page.locator(".draft").is_visible()
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "print.pdf").pages]
    assert len(sheets) == 2
    assert all("Dự thảo 23/11/2026" in sheet for sheet in sheets)


@every_page
@pytest.mark.parametrize("step", [100, 200])
def test_axe_finds_nothing(record: Path, step: int, opened: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(record, width=1280 if step == 100 else 360)
    zoomed(page, step)
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


@pytest.mark.parametrize("edition", [name for name in EDITIONS if name != "standard"])
def test_axe_finds_nothing_in_large_print(edition: str, opened: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(opened(LONG, edition)).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []


def test_axe_would_find_something(opened: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(LONG)
    page.evaluate("document.querySelector('img').removeAttribute('alt')")
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == ["image-alt"]


@every_page
def test_nothing_is_asked_for_but_the_file_itself(record: Path, opened: Open, asked: list[str]) -> None:
    page = opened(record)
    page.click("button[data-do=print]")
    outside = [address for address in asked if not address.startswith("data:")]
    assert outside == [page.url]
    assert page.evaluate("window.refused") == []
    # All photos are there.
    assert page.evaluate("[...document.images].every(it => it.complete && it.naturalWidth === Number(it.width || 0) "
                         "|| it.naturalWidth === Number(it.getAttribute('width')))")  # fmt: skip


def test_what_is_asked_for_would_be_seen_and_is_refused(opened: Open, asked: list[str]) -> None:
    page = opened(LONG)
    page.evaluate("new Promise(done => { const it = new Image(); it.onerror = done; it.src = 'http://127.0.0.1:9/' })")
    assert [address for address in asked if not address.startswith(("data:", "file:"))] == ["http://127.0.0.1:9/"]
    assert page.evaluate("window.refused") == ["img-src"]


def test_the_mouse_makes_type_larger_and_smaller_and_prints(opened: Open) -> None:
    page = opened(LONG)
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('article > p')).fontSize)")
    seen = [zoom(page)]
    for _ in range(5):
        # Forced: at the last step the button says that it does nothing, and is clicked all the same.
        page.click("button[data-do=larger]", force=True)
        seen.append(zoom(page))
    assert seen == [100, 125, 150, 175, 200, 200]
    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('article > p')).fontSize)")
    assert after == pytest.approx(2 * before)
    assert page.get_attribute("button[data-do=larger]", "aria-disabled") == "true"
    page.click("button[data-do=smaller]")
    assert zoom(page) == 175
    assert page.inner_text("output") == "Cỡ chữ 175%"
    page.click("button[data-do=print]")
    assert page.evaluate("window.printed") == 1


def test_the_keyboard_does_the_same(opened: Open) -> None:
    page = opened(LONG)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for wanted, key in (("larger", "Enter"), ("smaller", "Space"), ("print", "Enter")):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.dataset.do") == wanted
        # Where the reader is can be seen.
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.press(key)
        assert zoom(page) == (125 if wanted == "larger" else 100)
    assert page.evaluate("window.printed") == 1


def test_the_skip_link_leads_to_the_title(opened: Open) -> None:
    page = opened(LONG)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "title"


def test_the_size_is_remembered(opened: Open) -> None:
    page = opened(LONG)
    zoomed(page, 150)
    page.reload()
    assert zoom(page) == 150
    # Large print is another page, with a size of its own.
    assert zoom(opened(LONG, "large-print")) == 100


@pytest.mark.parametrize("kept", ["'7'", "'1e9'", "'abc'", "''"])
def test_what_was_remembered_wrongly_does_no_harm(kept: str, opened: Open) -> None:
    page = opened(LONG)
    page.evaluate(f"localStorage.setItem('bulletin-zoom-standard', {kept})")
    page.reload()
    assert zoom(page) == 100


def test_a_browser_that_remembers_nothing_still_zooms(opened: Open, context: BrowserContext) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    page = opened(LONG)
    zoomed(page, 200)
    assert zoom(page) == 200


def test_without_a_script_no_button_is_shown(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(site.made(LONG), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert not page.locator("button").first.is_visible()
    assert page.locator("h1").is_visible()
    context.close()


def test_large_print_begins_with_large_print(opened: Open) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('figcaption')).fontSize)"
    # 18 and 24 points.
    assert [opened(LONG, edition).evaluate(size) for edition in ("large-print", "giant-print")] == [24, 32]
    page = opened(LONG, "large-print")
    families = page.evaluate("[...document.querySelectorAll('article *')].map(it => getComputedStyle(it).fontFamily)")
    assert {family.split(",")[0] for family in families} == {'"Noto Sans"'}


def test_a_wide_table_is_moved_in_its_box_by_the_keyboard(opened: Open) -> None:
    page = opened(LONG)
    zoomed(page, 200)
    assert page.get_attribute(".wide", "tabindex") == "0"
    page.focus(".wide")
    page.keyboard.press("ArrowRight")
    # The policy forbids what playwright waits with.
    moved = "new Promise(done => { const box = document.querySelector('.wide'); "
    moved += "if (box.scrollLeft) done(true); else box.addEventListener('scroll', () => done(true)) })"
    assert page.evaluate(moved)
    # Where there is room for it, it is no stop on the way.
    page.set_viewport_size({"width": 1280, "height": 800})
    while zoom(page) > 100:
        page.click("button[data-do=smaller]")
    assert page.get_attribute(".wide", "tabindex") is None


def used_fonts(page: Page) -> Iterator[dict[str, Any]]:
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": -1})["root"]["nodeId"]
    for node in session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "body *"})["nodeIds"]:
        yield from session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]


@every_page
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_letter_is_set_in_a_face_that_is_in_the_file(record: Path, edition: str, opened: Open) -> None:
    page = opened(record, edition)
    fonts = list(used_fonts(page))
    assert sum(font["glyphCount"] for font in fonts) > 200
    assert {font["familyName"] for font in fonts if not font["isCustomFont"]} == set()
    # A weight or slant that is not there, the browser would make up.
    asked = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter(it => it.checkVisibility() && [...it.childNodes].some(kid => kid.nodeType === 3 && kid.data.trim()))
            .map(it => getComputedStyle(it))
            .map(it => [it.fontFamily.split(",")[0].replaceAll('"', ""), it.fontWeight, it.fontStyle].join("/"))"""
    )
    there = page.evaluate(
        "[...document.fonts].map(it => [it.family.replaceAll('\"', ''), it.weight, it.style].join('/'))"
    )
    assert set(asked) <= set(there)
    assert len(there) == len(set(there))


def test_a_record_cannot_take_a_page_over(hostile: Path, opened: Open, asked: list[str], tmp_path: Path) -> None:
    page = opened(hostile)
    page.mouse.move(100, 100)
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    assert page.evaluate("typeof hacked") == "undefined"
    assert page.evaluate("window.refused") == []
    assert page.evaluate("document.scripts.length") == 1
    assert (
        page.evaluate("document.querySelectorAll('iframe, svg, a[href^=javascript], [onerror], [onload]').length") == 0
    )
    assert [address for address in asked if not address.startswith("data:")] == [page.url]
    assert page.inner_text("h1").replace("\u00a0", " ") == "</title><script>hacked=1</script> “họp” & bàn"
    assert page.title() == '</title><script>hacked=1</script> "họp" & bàn'
    # The running head is a string of the style sheet.
    sheets = [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(tmp_path / "print.pdf").pages]
    assert len(sheets) == 1 or "</title>" in sheets[1]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_crowded_record_fits_a_phone_and_a_sheet(edition: str, crowded: Path, opened: Open, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(crowded, edition)
    for step in STEPS:
        zoomed(page, step)
        assert sideways(page) == [], step
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    dossier = site.opened(crowded)
    bulletin = pipeline.build(dossier.record, Edition.named(edition), layout="news", photos=dossier.photos)
    assert abs(len(pypdf.PdfReader(tmp_path / "print.pdf").pages) - bulletin.pages) <= 1

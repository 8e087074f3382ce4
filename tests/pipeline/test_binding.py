"""Issues of many records, read back without any help of ours: what stands on which page, and what the numbers say."""

from __future__ import annotations

import datetime as dt
import functools
import io
import re
import unicodedata
import weakref
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
from pypdf.generic import ContentStream

import issues
import offices
from bulletin import photos
from bulletin.compose import issue as composing
from bulletin.compose import registers
from bulletin.config import Settings
from bulletin.edition import Edition
from bulletin.errors import LayoutError, Problem, RecordError, RenderError
from bulletin.model import Record
from bulletin.model.named import people_of
from bulletin.pipeline import Bulletin, Dossier, bind, bind_into, build, issue_names, open_record, read_record
from bulletin.render import engine
from bulletin.render.press import Press
from photos import pictures

DAY = dt.date(2026, 11, 24)
STANDARD = Edition.named("standard")


def bound(paths: Sequence[Path], edition: Edition = STANDARD, **more: Any) -> tuple[Bulletin, list[Dossier]]:
    dossiers = [open_record(path) for path in paths]
    return bind(dossiers, edition, printed_on=DAY, **more), dossiers


def pages_of(pdf: bytes) -> list[str]:
    """Text of each page with single spaces, running heads and folios left out."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for number in range(len(document)):
        page = document[number]
        found.append(page.get_textpage().get_text_bounded(bottom=56, top=page.get_height() - 56))
    return [" ".join(unicodedata.normalize("NFC", text).split()) for text in found]


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).casefold().split())


@functools.cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)


def starts_of(pages: Sequence[str], records: Sequence[Record], contents: int) -> list[int]:
    """Where each article begins: titles are looked for one after the other, behind the contents."""
    found, place = [], contents
    for record in records:
        place = next(n for n in range(place + 1, len(pages) + 1) if squeezed(record.title) in squeezed(pages[n - 1]))
        found.append(place)
    return found


def page_of(reader: pypdf.PdfReader, place: Any) -> int:
    """The page of a bookmark or named place, counted from 1."""
    number = reader.get_destination_page_number(place)
    assert number is not None
    return number + 1


def hold_numbers_against_pages(pdf: bytes, records: Sequence[Record]) -> None:
    pages = pages_of(pdf)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    top = [mark for mark in reader.outline if not isinstance(mark, list)]
    marks = {mark.title: page_of(reader, mark) for mark in top}
    people_at, days_at = marks.get("Tra cứu theo tên người", len(pages) + 1), marks["Tra cứu theo ngày"]
    # The first page behind the contents is the one to which its first link leads.
    first = page_of(reader, reader.named_destinations["r1-story"])
    starts = starts_of(pages, records, first - 1)
    contents = squeezed("".join(pages[marks["Mục lục"] - 1 : first - 1]))
    people = squeezed("".join(pages[people_at - 1 : days_at - 1]))
    days = squeezed("".join(pages[days_at - 1 :]))
    for record, start in zip(records, starts, strict=True):
        assert squeezed(f"{record.title}{start}") in contents
        assert squeezed(f"{record.title}{start}") in days
    ends = [*starts[1:], people_at]
    named: dict[str, set[int]] = {}
    for record, start, end in zip(records, starts, ends, strict=True):
        for name in {person.name for own in people_of(record) for person in own}:
            own = {page for page in range(start, end) if _whole(name).search(pages[page - 1])}
            assert own, name
            named.setdefault(name, set()).update(own)
    assert named
    for name, own in named.items():
        if any(squeezed(other) != squeezed(name) and same(other, name) for other in named):
            # Two spellings of one name share an entry.
            continue
        assert squeezed(f"{name}, {', '.join(map(str, sorted(own)))}") in people


def same(one: str, other: str) -> bool:
    """Whether two names differ at most in the place of a tone."""

    def letters(name: str) -> list[str]:
        return sorted(unicodedata.normalize("NFD", squeezed(name)))

    return letters(one) == letters(other)


def hold_links_against_pages(pdf: bytes) -> int:
    """Every link that says a page leads to it."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    places = {name: page_of(reader, place) for name, place in reader.named_destinations.items()}
    count = 0
    for page in reader.pages:
        for reference in cast("list[Any]", page.get("/Annots", [])):
            link = reference.get_object()
            if found := re.search(r", trang (\d+)$", link["/Contents"]):
                assert places[link["/Dest"]] == int(found[1]), link["/Contents"]
                count += 1
    return count


@pytest.fixture(scope="module")
def fifty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bulletin, list[Dossier]]:
    return bound(issues.many(tmp_path_factory.mktemp("fifty"), 50), number="3")


@pytest.mark.slow
def test_fifty_records_have_right_numbers_in_contents_and_indexes(fifty: tuple[Bulletin, list[Dossier]]) -> None:
    bulletin, dossiers = fifty
    assert bulletin.pages > 150
    hold_numbers_against_pages(bulletin.pdf, [dossier.record for dossier in dossiers])
    assert hold_links_against_pages(bulletin.pdf) > 500


@pytest.mark.slow
def test_fifty_records_have_bookmarks_two_levels_deep_and_one_folio(fifty: tuple[Bulletin, list[Dossier]]) -> None:
    bulletin, dossiers = fifty
    reader = pypdf.PdfReader(io.BytesIO(bulletin.pdf))
    top = [mark for mark in reader.outline if not isinstance(mark, list)]
    below = [mark for part in reader.outline if isinstance(part, list) for mark in part]
    assert [squeezed(mark.title or "") for mark in top[2:-2]] == [
        squeezed(dossier.record.title) for dossier in dossiers
    ]
    assert below
    assert not [mark for mark in below if isinstance(mark, list)]
    document = pypdfium2.PdfDocument(bulletin.pdf)
    for number in range(2, bulletin.pages + 1):
        text = document[number - 1].get_textpage().get_text_bounded(top=56)
        assert f"Trang {number}/{bulletin.pages}" in text


@pytest.mark.slow
def test_leaders_are_no_text_and_stand_outside_the_links(fifty: tuple[Bulletin, list[Dossier]]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(fifty[0].pdf))
    page = reader.pages[1]
    assert not re.search(r"[.…·]{3}|(?:\. ){3}", page.extract_text())
    rows: dict[int, list[Any]] = {}
    for reference in cast("list[Any]", page["/Annots"]):
        link = reference.get_object()
        rows.setdefault(round(link["/Rect"][1]), []).append(link["/Rect"])
    gaps = [right[0] - left[2] for left, right in (sorted(row) for row in rows.values() if len(row) == 2)]
    # Dots stand between title and number, which are links of their own.
    assert len(gaps) > 10
    assert min(gaps) > 5
    depth: list[str] = []
    drawn = 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BMC", b"BDC"):
            depth.append(str(operands[0]))
        elif operator == b"EMC":
            depth.pop()
        elif operator == b"c":
            drawn += 1
            assert depth == ["/Artifact"]
    assert drawn > 1000


@pytest.mark.slow
@pytest.mark.parametrize(("name", "zoom"), [("large-print", 100), ("giant-print", 100), ("standard", 150)])
def test_all_examples_are_bound_in_every_edition(name: str, zoom: int) -> None:
    paths = [*sorted(issues.EXAMPLES.glob("*.yaml")), issues.EXAMPLES / "ban-tin" / "doi-thoai.yaml"]
    # A zoom is large print with other numbers, and slow: a few records tell as much.
    bulletin, dossiers = bound(paths if zoom == 100 else paths[::3], Edition.named(name).zoomed(zoom))
    hold_numbers_against_pages(bulletin.pdf, [dossier.record for dossier in dossiers])
    assert hold_links_against_pages(bulletin.pdf) > 40


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    return [offices.record(tmp_path, f"{month}.yaml", offices.APPROVED, month=month) for month in (9, 10, 11)]


def test_an_issue_written_to_a_file_is_the_same(three: list[Path], tmp_path: Path) -> None:
    bulletin, dossiers = bound(three)
    path = tmp_path / "tập.pdf"
    with path.open("w+b") as file:
        written = bind_into(file, dossiers, STANDARD, printed_on=DAY)
    assert path.read_bytes() == bulletin.pdf
    assert (written.title, written.pages, written.date) == (bulletin.title, bulletin.pages, bulletin.date)


def test_of_all_articles_one_is_in_memory(three: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    alive: weakref.WeakSet[Any] = weakref.WeakSet()
    most: list[int] = []
    laid_out, add = engine.lay_out, Press.add

    def watched(*args: Any, **more: Any) -> Any:
        found = laid_out(*args, **more)
        alive.add(found[0])
        return found

    def counted(self: Press, *args: Any) -> None:
        most.append(len(alive))
        add(self, *args)

    monkeypatch.setattr(engine, "lay_out", watched)
    monkeypatch.setattr(Press, "add", counted)
    bound(three)
    # Cover, contents, articles, indexes.
    assert most == [1] * 7


def test_all_photos_that_cannot_be_used_are_told_at_once(
    three: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in three:
        path.write_text(path.read_text(encoding="utf-8") + "ảnh: [{tệp: a.jpg, chú thích: Họp}]\n", encoding="utf-8")
    pictures.scene(900, 600).save(tmp_path / "a.jpg")
    dossiers = [open_record(path) for path in three]

    def fails(photo: Any, **_: Any) -> bytes:
        raise RecordError([Problem("gone")])

    monkeypatch.setattr(photos, "prepare", fails)
    with pytest.raises(RecordError) as caught:
        bind(dossiers, STANDARD, printed_on=DAY)
    assert [problem.path for problem in caught.value.problems] == three


def test_an_issue_is_named_by_masthead_number_and_days(three: list[Path]) -> None:
    bulletin, _ = bound(three, number="3")
    assert bulletin.title == "Tin hội nghị, số 3, từ 05/9/2025 đến 05/11/2025"
    assert pypdf.PdfReader(io.BytesIO(bulletin.pdf)).metadata.title == bulletin.title  # type: ignore[union-attr]
    cover = pages_of(bulletin.pdf)[0]
    assert "TIN HỘI NGHỊ Số 3 Chi bộ Thôn Đông" in cover
    assert "Từ 05/9/2025 đến 05/11/2025" in cover
    assert "Chi bộ Thôn Đông họp thường kỳ tháng 9 3" in cover


def test_a_number_typed_with_its_word_has_it_once(three: list[Path]) -> None:
    dossiers = [open_record(path) for path in three]
    names = [issue_names(dossiers, Settings(), title="", number=number) for number in ("3", "Số 3", "số  3")]
    assert len(set(names)) == 1
    assert names[0].number == "Số 3"


def test_an_issue_of_one_month_or_day_says_so(three: list[Path]) -> None:
    assert bound(three[:1])[0].title == "Tin hội nghị, ngày 05 tháng 9 năm 2025"
    two = [three[0], offices.record(three[0].parent, "d.yaml", offices.APPROVED.replace("05/", "07/"))]
    assert bound(two)[0].title == "Tin hội nghị, tháng 9 năm 2025"


def test_a_title_that_was_given_is_the_title(three: list[Path]) -> None:
    bulletin, _ = bound(three, title="Chi bộ Thôn Đông, quý IV")
    assert bulletin.title == "Chi bộ Thôn Đông, quý IV"
    assert "Chi bộ Thôn Đông, quý IV Từ 05/9/2025 đến 05/11/2025" in pages_of(bulletin.pdf)[0]


def test_the_same_records_give_the_same_file(three: list[Path]) -> None:
    one, two = (bind([open_record(path) for path in three], STANDARD, printed_on=day).pdf for day in (DAY, dt.date.min))
    assert one == two
    assert b"D\xd2 TH\xda" not in one


@pytest.mark.parametrize(
    ("scopes", "note"),
    [
        (("công khai", "nội bộ", "thu hồi"), "TÀI LIỆU THU HỒI"),
        (("trả lại", "nội bộ", "công khai"), "XEM XONG TRẢ LẠI"),
        (("công khai", "công khai", "nội bộ"), "LƯU HÀNH NỘI BỘ"),
        (("công khai", "công khai", "công khai"), ""),
    ],
)
def test_the_strictest_scope_stands_on_the_cover(three: list[Path], scopes: tuple[str, ...], note: str) -> None:
    for path, scope in zip(three, scopes, strict=True):
        path.write_text(f"{path.read_text(encoding='utf-8')}phạm vi: {scope}\n", encoding="utf-8")
    page = pypdfium2.PdfDocument(bound(three)[0].pdf)[0]
    edge = page.get_textpage().get_text_bounded(bottom=page.get_height() - 60)
    assert edge.strip() == note


def test_drafts_are_stamped_on_their_own_pages_and_on_the_cover(three: list[Path]) -> None:
    offices.record(three[1].parent, three[1].name, offices.DRAFT, month=10)
    document = pypdfium2.PdfDocument(bound(three)[0].pdf)
    texts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    stamped = [number for number, text in enumerate(texts) if "DỰ THẢO 24/11/2026" in text]
    assert stamped == [0, 3]


def test_records_without_people_have_no_index_of_people(tmp_path: Path) -> None:
    text = offices.APPROVED.replace("chủ trì: Lê Thị Bình, Bí thư Chi bộ\n", "")
    bulletin, _ = bound([offices.record(tmp_path, text=text)])
    assert "Tra cứu theo tên người" not in "".join(pages_of(bulletin.pdf))
    assert bulletin.pages == 4


def test_an_article_that_takes_other_pages_in_the_issue_is_numbered_anew(
    three: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = composing.article

    def longer(record: Record, *args: Any, **more: Any) -> Any:
        if more.get("prefix") == "r1-":
            record = record.model_copy(update={"documents": ("Kế hoạch làm đường bê tông",) * 60}).with_origin(
                record.origin
            )
        return original(record, *args, **more)

    monkeypatch.setattr(composing, "article", longer)
    bulletin, dossiers = bound(three)
    assert bulletin.pages > 7
    hold_numbers_against_pages(bulletin.pdf, [dossier.record for dossier in dossiers])


def test_a_wrong_number_stops_the_build(three: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    original = composing.page_description
    monkeypatch.setattr(
        composing, "page_description",
        lambda issue, *more: original(issue, *more).replace(", trang 4\">4</a>", ", trang 4\">5</a>"),
    )  # fmt: skip
    with pytest.raises(RenderError, match="tháng 104"):
        bound(three)


def test_a_name_that_is_not_on_its_page_stops_the_build(three: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    original = registers.people
    monkeypatch.setattr(
        registers, "people",
        lambda edition, named: original(edition, [(who, page - 1, target) for who, page, target in named]),
    )  # fmt: skip
    with pytest.raises(RenderError, match="page 2 is told for “Lê Thị Bình”, which is not there"):
        bound(three)


def test_photos_are_told_apart_by_record_and_one_may_stand_in_several(tmp_path: Path) -> None:
    text = offices.APPROVED + "ảnh: [{{tệp: a.jpg, chú thích: Thôn Đông ngày họp}}]\n"
    paths = []
    for number, folder in enumerate((tmp_path / "một", tmp_path / "hai", tmp_path / "ba")):
        paths.append(offices.record(folder, text=text, month=number + 9))
        # The first two have the same picture, the third another of that name.
        pictures.scene(900, 600 + 40 * (number // 2)).save(folder / "a.jpg")
    pdf = bound(paths)[0].pdf
    document = pypdfium2.PdfDocument(pdf)
    images = [list(document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])) for number in range(len(document))]
    sizes = [[image.get_px_size() for image in own] for own in images]
    shapes = [[round(width / height, 2) for width, height in own] for own in sizes if own]
    assert shapes == [[1.5], [1.5], [1.5], [round(900 / 640, 2)]]


def test_signs_of_html_in_a_title_are_only_signs(tmp_path: Path) -> None:
    title = 'Họp "Một" & <i>Hai</i>'
    text = offices.APPROVED.replace("tiêu đề: Chi bộ Thôn Đông họp thường kỳ tháng {month}", f"tiêu đề: '{title}'")
    pdf = bound([offices.record(tmp_path, text=text)], title="A & <B>")[0].pdf
    assert "A & <B>" in pages_of(pdf)[0]
    assert "Họp “Một” & <i>Hai</i> 3" in pages_of(pdf)[1]
    assert hold_links_against_pages(pdf) == 6


def test_a_masthead_that_needs_a_licence_is_refused_with_all_that_lack_it(three: list[Path]) -> None:
    with pytest.raises(LayoutError, match=r"9\.yaml, .*10\.yaml, .*11\.yaml"):
        bound(three, settings=Settings(masthead="BẢN TIN Thôn Đông"))


def test_layouts_for_issues_and_for_records_are_told_apart(three: list[Path]) -> None:
    with pytest.raises(LayoutError, match="does not bind"):
        bound(three, layout="news")
    with pytest.raises(LayoutError, match="is for issues"):
        build(read_record(three[0]), STANDARD, layout="issue")

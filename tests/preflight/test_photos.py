"""Photos and captions: each once, whole, in its true shape, tied to its caption."""

from __future__ import annotations

import pytest

from bulletin.preflight import Figure, preflight
from preflight.press import PATH, SENTENCES, expected, figure, ids, paragraphs, pdf, photo, picture, problems

COLOURS = ("red", "green", "blue")
CAPTIONS = ("Quang cảnh hội nghị sáng 12/3", "Các tổ thảo luận ở sân trường", "Trao quà cho học sinh")
PHOTOS = tuple(
    photo(f"{colour}.jpg", caption, line=line)
    for colour, caption, line in zip(COLOURS, CAPTIONS, (40, 43, 46), strict=True)
)
FIGURES = tuple(figure(colour, caption, style="width: 45mm") for colour, caption in zip(COLOURS, CAPTIONS, strict=True))
LONG = " ".join(SENTENCES * 3)


def _image(colour: str, style: str = "width: 45mm", wide: int = 600, high: int = 400) -> str:
    return f'<img alt="Ảnh" src="{picture(colour, wide, high)}" style="{style}">'


def test_photos_are_measured() -> None:
    body = paragraphs(SENTENCES[0]) + figure("red", CAPTIONS[0], style="width: 60mm")
    report = preflight(pdf(body), expected(SENTENCES[0], CAPTIONS[0], photos=PHOTOS[:1]))
    (one,) = report.photos
    assert one.page == 1
    assert one.left_mm == pytest.approx(20, abs=0.1)
    assert one.top_mm == pytest.approx(20 + 2 * 12 * 1.5 * 25.4 / 72 + 3, abs=0.2)
    assert one.width_mm == pytest.approx(60, abs=0.1)
    assert one.height_mm == pytest.approx(40, abs=0.1)
    assert one.dpi == pytest.approx(254, abs=1)


def test_photos_one_after_the_other_pass() -> None:
    body = FIGURES[0] + paragraphs(SENTENCES[0]) + FIGURES[1] + FIGURES[2]
    assert ids(pdf(body), expected(SENTENCES[0], *CAPTIONS, photos=PHOTOS)) == []


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_a_lost_photo_is_told_by_name_and_place(missing: int) -> None:
    body = "".join(
        f"<figcaption>{CAPTIONS[n]}</figcaption>" if n == missing else FIGURES[n] + "<p>Rồi đến</p>" for n in range(3)
    )
    (problem,) = problems(pdf(body), expected(*CAPTIONS, photos=PHOTOS))
    assert (problem.id, problem.path, problem.line, problem.column) == (
        "lost-photo", PATH, PHOTOS[missing].line, 7,
    )  # fmt: skip
    assert f"{COLOURS[missing]}.jpg" in problem.message


def test_a_photo_in_the_place_of_another_is_told() -> None:
    body = figure("red", CAPTIONS[0], wide=300, high=400, style="width: 30mm") + FIGURES[1]
    assert ids(pdf(body), expected(*CAPTIONS[:2], photos=PHOTOS[:2])) == ["lost-photo"]


def test_a_photo_printed_twice_is_told() -> None:
    body = FIGURES[0] + FIGURES[1] + "<p>Và</p>" + _image("red")
    (problem,) = problems(pdf(body), expected(*CAPTIONS[:2], photos=PHOTOS[:2]))
    assert (problem.id, problem.line) == ("repeated-photo", 40)
    assert "red.jpg" in problem.message


def test_a_photo_printed_in_the_place_of_another_is_told() -> None:
    body = FIGURES[0] + figure("red", CAPTIONS[1], style="width: 45mm") + FIGURES[2]
    assert ids(pdf(body), expected(*CAPTIONS, photos=PHOTOS)) == ["repeated-photo", "lost-photo"]


def test_a_photo_that_the_record_itself_shows_twice_may_be_printed_twice() -> None:
    body = FIGURES[0] + FIGURES[1] + figure("red", CAPTIONS[2], style="width: 45mm")
    again = photo("red.jpg", CAPTIONS[2], line=46)
    assert ids(pdf(body), expected(*CAPTIONS, photos=(*PHOTOS[:2], again))) == []


def test_a_picture_of_nobody_is_told() -> None:
    body = FIGURES[0] + "<p>Và</p>" + _image("black")
    assert ids(pdf(body), expected(CAPTIONS[0], photos=PHOTOS[:1])) == ["strange-picture"]


def test_a_stretched_photo_is_told() -> None:
    body = figure("red", CAPTIONS[0], style="width: 60mm; height: 30mm")
    (problem,) = problems(pdf(body), expected(CAPTIONS[0], photos=PHOTOS[:1]))
    assert (problem.id, problem.line) == ("stretched-photo", 40)


def test_a_cropped_photo_is_told_unless_the_layout_may_crop() -> None:
    body = figure("red", CAPTIONS[0], style="width: 45mm; height: 24mm; object-fit: cover")
    assert ids(pdf(body), expected(CAPTIONS[0], photos=PHOTOS[:1])) == ["clipped"]
    report = preflight(pdf(body), expected(CAPTIONS[0], photos=PHOTOS[:1], most_cropped=0.3))
    assert report.photos[0].height_mm == pytest.approx(24, abs=0.1)


def test_a_photo_in_the_margin_or_off_the_sheet_is_told() -> None:
    body = paragraphs(SENTENCES[0]) + figure("red", CAPTIONS[0], style="width: 60mm; margin-left: {}mm")
    wanted = expected(SENTENCES[0], CAPTIONS[0], photos=PHOTOS[:1])
    assert ids(pdf(body.format(48)), wanted) == []
    assert ids(pdf(body.format(56)), wanted)[0] == "outside-margins"
    assert "off-sheet" in ids(pdf(body.format(100)), wanted)


def test_a_caption_on_the_next_page_is_told() -> None:
    body = paragraphs(LONG) + FIGURES[0].replace("<figcaption>", '<figcaption style="break-before: page">')
    (problem,) = problems(pdf(body), expected(LONG, CAPTIONS[0], photos=PHOTOS[:1]))
    assert (problem.id, problem.line) == ("torn-caption", 40)
    assert "1" in problem.message


def test_a_caption_that_goes_on_on_the_next_page_is_told() -> None:
    body = FIGURES[0] + f'<div style="break-before: page">{SENTENCES[0]}</div>'
    caption = f"{CAPTIONS[0]} {SENTENCES[0]}"
    wanted = expected(caption, photos=(photo("red.jpg", caption),), least_fill=0.0)
    assert ids(pdf(body), wanted) == ["torn-caption"]


def test_a_caption_above_its_photo_is_told() -> None:
    body = f"<figcaption>{CAPTIONS[0]}</figcaption>" + _image("red") + paragraphs(SENTENCES[0])
    assert ids(pdf(body), expected(SENTENCES[0], CAPTIONS[0], photos=PHOTOS[:1])) == ["torn-caption"]


def test_a_caption_far_below_its_photo_is_told() -> None:
    body = FIGURES[0].replace("<figcaption>", '<figcaption style="padding-top: 9mm">')
    wanted = expected(CAPTIONS[0], photos=PHOTOS[:1])
    assert ids(pdf(body), wanted) == ["torn-caption"]


def test_a_caption_may_stand_farther_off_in_large_type() -> None:
    body = '<figure>{}<figcaption style="padding-top: 3.5mm; font: 24pt/1.5 Noto Serif">{}</figcaption></figure>'
    style = "@page { @top-left { font-size: 24pt } @bottom-center { font-size: 24pt } }"
    data = pdf(body.format(_image("red"), CAPTIONS[0]), style)
    assert ids(data, expected(CAPTIONS[0], photos=PHOTOS[:1], smallest_pt=24.0)) == []
    assert ids(data, expected(CAPTIONS[0], photos=PHOTOS[:1], smallest_pt=9.0)) == ["torn-caption"]


def test_a_caption_beside_its_photo_is_told() -> None:
    body = f'<div style="display: flex; gap: 5mm">{_image("red")}<figcaption>{CAPTIONS[0]}</figcaption></div>'
    assert ids(pdf(body), expected(CAPTIONS[0], photos=PHOTOS[:1])) == ["torn-caption"]


def test_photos_side_by_side_have_their_own_captions() -> None:
    body = f'<div style="display: flex; gap: 5mm">{FIGURES[0]}{FIGURES[1]}</div>'
    assert ids(pdf(body), expected(*CAPTIONS[:2], photos=PHOTOS[:2])) == []
    crossed = f'<div style="display: flex; gap: 5mm">{FIGURES[1]}{FIGURES[0]}</div>'
    assert ids(pdf(crossed), expected(*CAPTIONS[:2], photos=PHOTOS[:2])) == ["torn-caption", "torn-caption"]


def _gallery(caption: str) -> str:
    images = "".join(_image(colour, "width: 33mm") for colour in COLOURS) + _image("olive", "width: 20mm", 300, 450)
    row = f'<div style="display: flex; flex-wrap: wrap; gap: 3mm; align-items: flex-start">{images}</div>'
    return f"<figure>{row}<figcaption>{caption}</figcaption></figure>"


def test_a_gallery_has_one_caption_below_its_last_row() -> None:
    figure_ = Figure("red.jpg, green.jpg, blue.jpg, olive.jpg", CAPTIONS[0], 4, (1.5, 1.5, 1.5, 0.67), "ảnh", 40, 7)
    data = pdf(_gallery(CAPTIONS[0]) + paragraphs(SENTENCES[0]))
    assert ids(data, expected(CAPTIONS[0], SENTENCES[0], photos=(figure_,))) == []
    above = f"<figcaption>{CAPTIONS[0]}</figcaption>" + _gallery("") + paragraphs(SENTENCES[0])
    assert ids(pdf(above), expected(CAPTIONS[0], SENTENCES[0], photos=(figure_,))) == ["torn-caption"]


def test_a_short_caption_may_stand_beside_the_foot_of_the_tallest_photo() -> None:
    row = _image("red", "width: 60mm") + _image("olive", "width: 30mm", 300, 450)
    style = "display: flex; gap: 10mm; align-items: flex-start"
    body = f'<figure><div style="{style}">{row}</div><figcaption>Lễ trao quà</figcaption></figure>'
    figure_ = Figure("red.jpg, olive.jpg", "Lễ trao quà", 2, (1.5, 0.67), "ảnh", 40, 7)
    assert ids(pdf(body), expected("Lễ trao quà", photos=(figure_,))) == []


def test_a_gallery_may_go_on_on_the_next_page() -> None:
    images = "".join(_image(colour, "width: 80mm; margin-bottom: 1mm") for colour in (*COLOURS, "olive"))
    data = pdf(f"{images}<figcaption>{CAPTIONS[0]}</figcaption>")
    figure_ = Figure("bốn ảnh", CAPTIONS[0], 4, (1.5,) * 4, "ảnh", 40, 7)
    report = preflight(data, expected(CAPTIONS[0], photos=(figure_,)))
    assert {one.page for one in report.photos} == {1, 2}


@pytest.mark.parametrize("ratio", [0.2, 0.5, 1.0, 1.5, 3.0, 5.0])
@pytest.mark.parametrize("align", ["left", "center"])
def test_photos_of_all_shapes_keep_their_long_captions(ratio: float, align: str) -> None:
    wide, high = (round(500 * ratio), 500) if ratio < 1 else (500, round(500 / ratio))
    caption = f"{SENTENCES[0]} {SENTENCES[1]}"
    side = f"height: {min(80, 100 / ratio)}mm" if ratio < 1 else "width: 100mm"
    margin = "margin: 0 auto" if align == "center" else "margin: 0"
    body = figure("red", f"{caption} <b>Ảnh: Lan Anh</b>", wide=wide, high=high, style=f"{side}; {margin}")
    data = pdf(f'<div style="text-align: {align}">{body}</div>' + paragraphs(SENTENCES[2]))
    assert ids(data, expected(caption, SENTENCES[2], photos=(photo("red.jpg", caption, ratios=(ratio,)),))) == []


def test_a_short_caption_before_a_credit_is_known() -> None:
    body = figure("red", "Lễ trao quà <b>Ảnh: Lan Anh</b>", wide=100, high=500, style="height: 60mm; margin-left: 10mm")
    wanted = expected("Lễ trao quà", photos=(photo("red.jpg", "Lễ trao quà", ratios=(0.2,)),))
    assert ids(pdf(body), wanted) == []


def test_a_photo_without_caption_needs_none() -> None:
    assert ids(pdf(_image("red")), expected(photos=(photo("red.jpg"),))) == []


def test_a_photo_is_a_photo_though_it_is_painted_through_a_form() -> None:
    body = f'<div style="opacity: .9">{FIGURES[0]}</div>'
    report = preflight(pdf(body), expected(CAPTIONS[0], photos=PHOTOS[:1]))
    assert report.photos[0].width_mm == pytest.approx(45, abs=0.1)
    assert report.photos[0].left_mm == pytest.approx(20, abs=0.1)
    assert report.photos[0].dpi == pytest.approx(600 / 45 * 25.4, abs=1)

"""Whether every photo is printed once, whole, in its true shape, with its caption right below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bulletin.errors import Problem
from bulletin.messages import N_, say
from bulletin.preflight.facts import MM_PER_PT, Box, Expected, Figure, Page, Picture, Placed
from bulletin.preflight.fold import fold, fold_all

_RATIO_SLACK = 0.02
"""Pixels are whole numbers, and small pictures have few."""
_SLACK_PT = 1.0
_TELLING = 6
"""Letters at the end of a line that tell it for the beginning of a caption."""

NOT_YOURS = N_("the record is not to blame: try another layout or edition, and please report it")

Group = tuple[Figure, tuple[Picture, ...]]


def placed(pages: Sequence[Page]) -> tuple[Placed, ...]:
    """Where photos stand on paper, and how fine they are."""
    return tuple(_placed(page, picture) for page in pages for picture in page.pictures)


def _placed(page: Page, picture: Picture) -> Placed:
    image, seen = picture.image, picture.image.seen
    wide_pt, high_pt = (max(size, 0.01) for size in image.size_pt)
    return Placed(
        page=page.number,
        left_mm=seen.left * MM_PER_PT,
        top_mm=(page.size_pt[1] - seen.top) * MM_PER_PT,
        width_mm=(seen.right - seen.left) * MM_PER_PT,
        height_mm=(seen.top - seen.bottom) * MM_PER_PT,
        dpi=72 * min(image.pixels[0] / wide_pt, image.pixels[1] / high_pt),
    )


def photo_problems(pages: Sequence[Page], folded: Sequence[str], expected: Expected) -> Iterator[Problem]:
    """What is wrong with photos and captions.

    Args:
        pages: As read.
        folded: Text of each page's content area, folded.
        expected: The photos that must be found.
    """
    figures = expected.photos
    pictures, repeated = _once([picture for page in pages for picture in page.pictures], _doubles(figures))
    groups, lost, strange = _matched(figures, pictures)
    sheets = {page.number: page for page in pages}
    texts = {page.number: own for page, own in zip(pages, folded, strict=True)}
    for figure in lost:
        yield _problem(
            "lost-photo", expected, figure,
            say("the photo {file} is not printed as it should be", file=figure.file),
            say(NOT_YOURS),
        )  # fmt: skip
    for picture in repeated:
        mark = picture.image.mark
        again = next((figure for figure, own in groups if mark in {one.image.mark for one in own}), None)
        yield _problem(
            "repeated-photo", expected, again,
            say("the photo {file} is printed once more on page {page}", file=again.file, page=picture.page)
            if again
            else say("a photo is printed once more on page {page}", page=picture.page),
            say("look whether it stands in the record twice: in the text, and in the list of photos"),
        )  # fmt: skip
    for picture in () if lost else strange:
        yield _problem(
            "strange-picture", expected, None,
            say("a picture on page {page} is none of the record's photos", page=picture.page),
            say(NOT_YOURS),
        )  # fmt: skip
    for group in groups:
        yield from _shape_problems(group, sheets, expected)
        yield from _caption_problems(group, texts, expected)


def _doubles(figures: Sequence[Figure]) -> int:
    """How many photos the record itself shows a second time."""
    return len(figures) - len({figure.file for figure in figures})


def _once(pictures: Sequence[Picture], doubles: int) -> tuple[list[Picture], list[Picture]]:
    """Pictures painted for the first time, and those painted again, as far as the record does not want it."""
    marks: set[int] = set()
    once: list[Picture] = []
    again: list[Picture] = []
    for picture in pictures:
        if picture.image.mark not in marks:
            marks.add(picture.image.mark)
            once.append(picture)
        elif doubles:
            doubles -= 1
            once.append(picture)
        else:
            again.append(picture)
    return once, again


def _matched(figures: Sequence[Figure], pictures: Sequence[Picture]) -> tuple[list[Group], list[Figure], list[Picture]]:
    """Figures with their pictures, figures without, and pictures that belong to none."""
    if sum(figure.count for figure in figures) == len(pictures):
        rest = iter(pictures)
        groups = [(figure, tuple(next(rest) for _ in range(figure.count))) for figure in figures]
        if all(_alike(figure, own) for figure, own in groups):
            return groups, [], []
    # Something is amiss: now a picture must also have its caption to be known.
    groups = []
    lost: list[Figure] = []
    strange: list[Picture] = []
    start = 0
    for figure in figures:
        for place in range(start, len(pictures) - figure.count + 1):
            own = tuple(pictures[place : place + figure.count])
            if _alike(figure, own) and (not figure.caption or _is_below(figure, own)):
                strange += pictures[start:place]
                groups.append((figure, own))
                start = place + figure.count
                break
        else:
            lost.append(figure)
    return groups, lost, strange + list(pictures[start:])


def _alike(figure: Figure, own: Sequence[Picture]) -> bool:
    return not figure.ratios or all(
        abs(picture.image.pixels[0] / max(picture.image.pixels[1], 1) / ratio - 1) <= _RATIO_SLACK
        for picture, ratio in zip(own, figure.ratios, strict=False)
    )


def _shape_problems(group: Group, pages: Mapping[int, Page], expected: Expected) -> Iterator[Problem]:
    figure, pictures = group
    hint = say(NOT_YOURS)
    for picture in pictures:
        image, number = picture.image, picture.page
        wide, high = pages[number].size_pt
        _, right, bottom, left = (margin / MM_PER_PT for margin in expected.content_mm)
        content = Box(left, bottom, wide - right, high - expected.top_mm(number) / MM_PER_PT)
        if abs(image.size_pt[0] * image.pixels[1] / (image.size_pt[1] * image.pixels[0]) - 1) > _RATIO_SLACK:
            message = say("the photo {file} on page {page} is stretched", file=figure.file, page=number)
            yield _problem("stretched-photo", expected, figure, message, hint)
        if image.seen.area < (1 - expected.most_cropped - _RATIO_SLACK) * image.whole.area:
            message = say("a part of the photo {file} on page {page} is cut away", file=figure.file, page=number)
            yield _problem("clipped", expected, figure, message, hint)
        if image.seen.exceeds(Box(0, 0, wide, high), _SLACK_PT):
            message = say("the photo {file} on page {page} runs off the sheet", file=figure.file, page=number)
            yield _problem("off-sheet", expected, figure, message, hint)
        elif image.seen.exceeds(content, _SLACK_PT):
            message = say("the photo {file} on page {page} runs into the margin", file=figure.file, page=number)
            yield _problem("outside-margins", expected, figure, message, hint)


def _caption_problems(group: Group, folded: Mapping[int, str], expected: Expected) -> Iterator[Problem]:
    figure, pictures = group
    if not figure.caption:
        return
    page = pictures[-1].page
    hint = say("shorten the caption or place the photo elsewhere in the text, then build again")
    if fold(figure.caption) not in folded[page]:
        message = say("the caption of {file} is not on page {page}, where the photo is", file=figure.file, page=page)
        yield _problem("torn-caption", expected, figure, message, hint)
    elif not _is_below(figure, pictures):
        message = say("the caption of {file} on page {page} is not right below the photo", file=figure.file, page=page)
        yield _problem("torn-caption", expected, figure, message, hint)


def _is_below(figure: Figure, pictures: Sequence[Picture]) -> bool:
    """Whether a caption begins right below a photo, or below the last row of several.

    Several may end on the page after that of the first: their caption stands below the last.
    """
    page = pictures[-1].page
    lowest = min((picture for picture in pictures if picture.page == page), key=lambda one: one.image.seen.bottom)
    if not lowest.near:
        return False
    caption = fold(figure.caption)
    under = fold_all(lowest.below)
    for line in fold_all(lowest.across):
        start, end = _beginning(caption, line)
        if start < end and (len(pictures) > 1 or any(_overlap(piece, line, start, end) for piece in under)):
            return True
    # Where captions stand side by side, what is between the photo's edges is one of them alone.
    return any(len(line) >= _TELLING and caption.startswith(line) for line in under)


def _beginning(caption: str, line: str) -> tuple[int, int]:
    """Where in a line a caption stands, or as much of its beginning as the line has room for."""
    if caption in line:
        return line.index(caption), line.index(caption) + len(caption)
    sizes = range(min(len(caption), len(line)), _TELLING - 1, -1)
    return next(((len(line) - size, len(line)) for size in sizes if line.endswith(caption[:size])), (0, 0))


def _overlap(piece: str, line: str, start: int, end: int) -> bool:
    """Whether a piece of a line, that between the edges of a photo, has letters in common with a part of it."""
    return bool(piece) and line.find(piece, max(0, start - len(piece) + 1), end + len(piece) - 1) >= 0


def _problem(id_: str, expected: Expected, figure: Figure | None, message: str, hint: str) -> Problem:
    line, column = (figure.line, figure.column) if figure else (0, 0)
    return Problem(message, expected.path, line, column, hint, id_)

"""Draw the pictures of `examples/`: the same bytes at every run with the same Pillow."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image

from drawing import ceremonies, festivals, halls, places, school, stages, talks
from drawing.canvas import Canvas

FOLDER = Path(__file__).resolve().parent.parent / "examples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A file to be drawn."""

    name: str
    """Path inside `examples/`."""
    width: int
    height: int
    draw: Callable[[int, int], Canvas]


PICTURES = (
    Picture(name="anh/quang-canh-hoi-nghi.jpg", width=2400, height=1600, draw=halls.conference),
    Picture(
        name="anh/bao-cao-tong-ket.jpg",
        width=2400,
        height=1600,
        draw=partial(stages.speaker, person=halls.GENTLEMAN, seed=2),
    ),
    Picture(
        name="anh/phat-bieu-chi-dao.jpg",
        width=1500,
        height=2000,
        draw=partial(stages.speaker, person=halls.LADY, seed=6),
    ),
    Picture(name="anh/bieu-quyet.jpg", width=2400, height=1350, draw=stages.show_of_cards),
    Picture(name="anh/bo-phieu.jpg", width=2400, height=1600, draw=stages.ballot),
    Picture(name="anh/ra-mat-cap-uy.jpg", width=2400, height=800, draw=stages.line_up),
    Picture(name="anh/truc-tuyen.jpg", width=2400, height=1350, draw=halls.online),
    Picture(
        name="anh/trao-quyet-dinh.jpg",
        width=1500,
        height=2000,
        draw=partial(ceremonies.handing, giver=halls.LADY, taker=halls.CLERK, seed=1),
    ),
    Picture(
        name="anh/trao-giay-khen.jpg",
        width=1600,
        height=1600,
        draw=partial(ceremonies.handing, giver=halls.ELDER, taker=halls.TEACHER, seed=3, framed=True),
    ),
    Picture(name="anh/ket-nap.jpg", width=1500, height=2000, draw=ceremonies.oath),
    Picture(name="anh/tang-hoa.jpg", width=1500, height=2000, draw=ceremonies.gift),
    Picture(
        name="anh/chup-anh-chung.jpg", width=2400, height=1350, draw=partial(festivals.group, seed=4, outdoors=True)
    ),
    Picture(
        name="anh/doan-dai-bieu.jpg", width=2400, height=1350, draw=partial(festivals.group, seed=8, outdoors=False)
    ),
    Picture(name="anh/van-nghe.jpg", width=2400, height=1350, draw=festivals.choir),
    Picture(name="anh/hoa-sen.webp", width=1600, height=1600, draw=festivals.lotus),
    Picture(name="anh/san-truong.jpg", width=2400, height=800, draw=school.yard),
    Picture(name="anh/sinh-hoat-chi-bo.jpg", width=2400, height=1600, draw=places.meeting),
    Picture(name="anh/bieu-do.png", width=1920, height=1080, draw=places.charts),
    Picture(name="anh/hoc-tap.webp", width=2400, height=1600, draw=partial(places.lesson, laptops=False, seed=2)),
    Picture(name="anh/tap-huan.webp", width=2400, height=1600, draw=partial(places.lesson, laptops=True, seed=7)),
    Picture(name="anh/thao-luan.jpg", width=2400, height=1600, draw=talks.discussion),
    # A record finds pictures in its own folder only, so this one stands in two.
    Picture(name="ban-tin/anh/thao-luan.jpg", width=2400, height=1600, draw=talks.discussion),
    Picture(name="anh/gap-mat.jpg", width=2400, height=1600, draw=talks.tea),
    Picture(name="anh/hanh-lang.jpg", width=1500, height=2000, draw=school.gallery),
    Picture(name="anh/phong-truyen-thong.jpg", width=2400, height=1600, draw=school.exhibition),
)


def save(picture: Picture, folder: Path) -> Path:
    """Draw one picture and write it in the format its name tells."""
    path = folder / picture.name
    path.parent.mkdir(parents=True, exist_ok=True)
    image = picture.draw(picture.width, picture.height).finished()
    if path.suffix == ".png":
        palette = image.quantize(256)
        image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True, dpi=(300, 300))
    elif path.suffix == ".webp":
        image.save(path, quality=80, method=6)
    else:
        image.save(path, quality=82, optimize=True, progressive=True, dpi=(300, 300))
    return path


def main() -> None:
    """Draw all pictures, or those whose names are given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="draw only these files")
    parser.add_argument("-o", "--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    for picture in PICTURES:
        if not options.names or picture.name in options.names:
            path = save(picture, options.folder)
            print(f"{picture.name}: {picture.width} x {picture.height}, {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()

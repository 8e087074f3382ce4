"""Records for measuring, made from the examples: distinct texts, and two photos of 12 megapixels each.

    python bench/corpus.py FOLDER [--records N] [--shared N]

The same numbers give the same files on every machine with the same Pillow. A folder that is complete is left as it is.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

import snapshots

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"

RECIPE = "2"
"""To be raised when the same numbers give other files."""
SEED = 20260527
PHOTOS = 2
_WORKERS = 2
_MARK = ".complete"

_PHOTO_LINE = re.compile(r"^\s*\[\s*(?:ảnh|photo)\s*:.*\]\s*$", re.IGNORECASE)
_PLAIN_LINE = re.compile(r"^(?![-–•+>\[]\s?|\w{1,4}[.)]\s)\S.{60,}[.!?]$")
_STOPPED = re.compile(r"\w[.;:!?]$")
_PHOTO_KEYS, _TEXT_KEYS = ("ảnh", "photos"), ("lời", "text")
_LEAD_KEYS = ("sapô", "lead")
_SECTION_KEYS = ("nội dung", "sections")

_SURNAMES = (
    "Nguyễn", "Trần", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Ngô", "Dương", "Đinh", "Lâm", "Phùng", "Trịnh",
    "Trương", "Lương", "Đoàn", "Hồ", "Tô", "Quách", "Khuất", "Nghiêm", "Sầm", "Nông", "Lục", "Kiều", "Mạc", "Vương",
)  # fmt: skip
# A name, not the beginning of a sentence: another capital follows.
_SURNAME = re.compile(rf"(?<!\w)({'|'.join(_SURNAMES)})(?= [A-ZĐÀ-Ỹ])")

_WHERE = ("Hội trường lớn", "Phòng họp số 2", "Nhà văn hóa trung tâm", "Phòng truyền thống", "Thư viện nhà trường")
_WHAT = (
    "lịch giao ban hằng tuần", "việc dùng chung phòng học bộ môn", "cách ghi biên bản", "quỹ khuyến học",
    "bữa ăn bán trú", "sổ tay điện tử", "việc sửa chữa hai dãy nhà cũ", "kế hoạch thăm gia đình học sinh",
    "đường truyền ở điểm trường lẻ", "thời khóa biểu của khối lớp cuối cấp",
)  # fmt: skip
_HOW = ("ngắn gọn", "thẳng thắn", "có số liệu", "không né tránh", "đến nơi đến chốn", "từng việc một")
_SENTENCES = (
    "Buổi làm việc ghi nhận {a} ý kiến về {what}, trong đó {b} ý kiến được trả lời {how} ngay tại chỗ.",
    "Trong {a} ngày tới, mỗi tổ rà soát {what} và báo lại kết quả trước {b} giờ chiều thứ Sáu.",
    "Bản tổng hợp {a} trang về {what} được gửi tới {b} đầu mối để đối chiếu.",
    "Về {what}, {b} trên {a} người dự đề nghị làm {how}, không đợi hướng dẫn thêm.",
    "Sau giờ nghỉ, các nhóm trao đổi về {what} trong {a} phút rồi nêu {b} đề xuất.",
    "Phần hỏi đáp dài {a} phút, xoay quanh {what}; {b} câu hỏi còn lại được trả lời bằng văn bản.",
)
_CLAUSES = (
    "như biên bản số {a} đã ghi {b}", "theo ghi chép của tổ số {a}", "việc này được nêu {b} trong tờ trình số {a}",
    "và {a} ý kiến đều tán thành", "nhắc lại {b} ở trang {a} của báo cáo",
)  # fmt: skip
_CAPTIONS = (
    ("Đại biểu trao đổi bên lề, nhóm {a}", "Nhiều người đứng thành vòng, tay cầm tài liệu, nhóm số {a}"),
    ("Quang cảnh buổi làm việc nhìn từ hàng ghế thứ {a}", "Hội trường có nhiều hàng ghế, phía trước là bục phát biểu"),
    ("Ghi chép tại bàn số {a}", "Người ngồi quanh bàn, trước mặt là sổ mở sẵn và bút"),
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a record is made of."""

    number: int
    example: Path
    photos: tuple[tuple[str, int], ...]
    """For each photo the name of its file, and the number by which it is drawn."""

    @property
    def name(self) -> str:
        """Of the file, without its ending."""
        return f"r{self.number:04d}-{self.example.stem}"


def recipes(records: int, shared: int = 0) -> tuple[Recipe, ...]:
    """The records of a corpus, taken from the examples in turn.

    Args:
        records: How many.
        shared: So many photos in all, which the records take in turn; each record has its own when 0.
    """
    examples = sorted(EXAMPLES.glob("*.yaml"))
    found = []
    for number in range(records):
        drawn = [PHOTOS * number + place for place in range(PHOTOS)]
        if shared:
            drawn = [one % shared for one in drawn]
        photos = tuple((f"p{one:04d}", one) for one in drawn)
        found.append(Recipe(number, examples[number % len(examples)], photos))
    return tuple(found)


def corpus(folder: Path, records: int, *, shared: int = 0) -> Path:
    """Make a corpus, unless it is there already.

    Args:
        folder: Where it goes; what else lies there is removed.
        records: How many.
        shared: See `recipes`.
    """
    state = f"{RECIPE} {SEED} {records} {shared} {snapshots.version()} {_examples_state()}"
    mark = folder / _MARK
    if mark.is_file() and mark.read_text(encoding="utf-8") == state:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "anh").mkdir(parents=True)
    shutil.copy(EXAMPLES / "bulletin.toml", folder)
    wanted = recipes(records, shared)
    for recipe in wanted:
        (folder / f"{recipe.name}.yaml").write_text(written(recipe), encoding="utf-8")
    drawn = sorted({photo for recipe in wanted for photo in recipe.photos})
    with ProcessPoolExecutor(_WORKERS) as pool:
        list(pool.map(partial(_draw, folder / "anh"), drawn, chunksize=4))
    mark.write_text(state, encoding="utf-8")
    return folder


def paths(folder: Path) -> tuple[Path, ...]:
    """The records of a corpus, in their order."""
    return tuple(sorted(folder.glob("*.yaml")))


def written(recipe: Recipe) -> str:
    """A record as YAML: that of an example with other names, sentences and photos."""
    # Every scalar stays as it was typed: "02" and "8h30" are no numbers.
    tree: dict[str, Any] = yaml.load(recipe.example.read_text(encoding="utf-8"), yaml.BaseLoader)
    chance = random.Random(f"{SEED} {recipe.number}")
    surnames = list(_SURNAMES)
    chance.shuffle(surnames)
    renamed = dict(zip(_SURNAMES, surnames, strict=True))
    tree = _changed(tree, lambda text: _SURNAME.sub(lambda found: renamed[found[1]], text))
    photos = _taken_photos(tree)
    is_english = "title" in tree
    title = "title" if is_english else "tiêu đề"
    tree[title] = f"{tree[title]}, kỳ {recipe.number + 1}"
    texts = list(_texts(tree))
    leads = [(tree, key) for key in _LEAD_KEYS if key in tree]
    for holder, key in (*texts, *leads):
        holder[key] = _retold(holder[key], chance)
    _place(tree, texts, photos, recipe, chance, english=is_english)
    return yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)


def _changed(value: Any, change: Any) -> Any:
    if isinstance(value, dict):
        return {key: _changed(inner, change) for key, inner in value.items()}
    if isinstance(value, list):
        return [_changed(inner, change) for inner in value]
    return change(value)


def _taken_photos(tree: Any) -> list[dict[str, Any]]:
    """All photos of a record, taken out of it."""
    found: list[dict[str, Any]] = []
    if isinstance(tree, dict):
        for key in [key for key in tree if key in _PHOTO_KEYS]:
            photos = tree.pop(key)
            found += photos if isinstance(photos, list) else [photos]
        for inner in tree.values():
            found += _taken_photos(inner)
    elif isinstance(tree, list):
        for inner in tree:
            found += _taken_photos(inner)
    return found


def _texts(tree: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Where running text stands: the holder and the key."""
    for key in _SECTION_KEYS:
        if isinstance(tree.get(key), str):
            yield tree, key
        elif key in tree:
            yield from _section_texts(tree[key])


def _section_texts(sections: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str]]:
    for section in sections:
        for key in (*_TEXT_KEYS, *_SECTION_KEYS):
            if isinstance(section.get(key), str):
                yield section, key
        for key in ("mục", "sections"):
            if isinstance(section.get(key), list):
                yield from _section_texts(section[key])


def _retold(text: str, chance: random.Random) -> str:
    """The same text without its photos; each line has a sentence or a clause of its own, so that none stands twice."""
    lines = []
    for line in text.split("\n"):
        if _PHOTO_LINE.match(line):
            continue
        if _PLAIN_LINE.match(line) and chance.random() < 0.5:
            lines.append(f"{line} {_sentence(chance)}")
        elif _STOPPED.search(line):
            clause = chance.choice(_CLAUSES).format(a=chance.randint(21, 996), b=chance.choice(_HOW))
            lines.append(f"{line[:-1]}, {clause}{line[-1]}")
        else:
            lines.append(line)
    return "\n".join(lines)


def _sentence(chance: random.Random) -> str:
    more = chance.randint(21, 96)
    return chance.choice(_SENTENCES).format(
        a=more, b=chance.randint(11, more - 8), what=chance.choice(_WHAT), how=chance.choice(_HOW)
    )  # fmt: skip


def _place(
    tree: dict[str, Any],
    texts: list[tuple[dict[str, Any], str]],
    photos: list[dict[str, Any]],
    recipe: Recipe,
    chance: random.Random,
    *,
    english: bool,
) -> None:
    """Give a record its two photos: one below its first paragraph, one in the last of its texts."""
    file, caption, alt, list_, sign = (
        ("file", "caption", "alt", "photos", "photo") if english else ("tệp", "chú thích", "mô tả", "ảnh", "ảnh")
    )
    placed = []
    for place, (name, _) in enumerate(recipe.photos):
        if place < len(photos):
            photo = {key: value for key, value in photos[place].items() if key not in ("tên", "name")}
        else:
            words, seen = chance.choice(_CAPTIONS)
            photo = {caption: words.format(a=chance.randint(2, 19)), alt: seen.format(a=chance.randint(2, 19))}
        placed.append(photo | {file: f"anh/{name}.jpg"})
    tree[list_] = placed
    for (holder, key), (name, _), row in zip((texts[0], texts[-1]), recipe.photos, (1, 2), strict=True):
        lines = holder[key].rstrip("\n").split("\n")
        lines.insert(row, f"[{sign}: {name}]")
        holder[key] = "\n".join(lines)
    where = "place" if english else "địa điểm"
    if where in tree:
        tree[where] = f"{chance.choice(_WHERE)}, {tree[where][0].lower()}{tree[where][1:]}"


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as a clerk would."""


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _string)


def _draw(folder: Path, photo: tuple[str, int]) -> None:
    name, number = photo
    (folder / f"{name}.jpg").write_bytes(snapshots.snapshot(number, SEED))


def _examples_state() -> str:
    import hashlib

    state = hashlib.sha256()
    for path in (*sorted(EXAMPLES.glob("*.yaml")), *snapshots.sources()):
        state.update(path.read_bytes())
    return state.hexdigest()


def main() -> None:
    """Make a corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int, default=200, metavar="N", help="so many records (200)")
    parser.add_argument("--shared", type=int, default=0, metavar="N", help="so many photos for all of them together")
    options = parser.parse_args()
    corpus(options.folder, options.records, shared=options.shared)


if __name__ == "__main__":
    main()

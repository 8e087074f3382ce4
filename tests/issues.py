"""Folders of many records for tests, made from the examples: other titles, years and people, the same photos."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from bulletin.model.named import people_of
from bulletin.pipeline import open_record

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
GIVEN = (
    "Ân", "Ánh", "An", "Anh", "Bình", "Đức", "Dũng", "Đạt", "Diệp", "Êban", "Én", "Giang", "Hòa", "Hoà", "Hương",
    "Ích", "Khôi", "Lộc", "Mỹ", "Ngân", "Ơn", "Oanh", "Ông", "Phúc", "Quý", "Sơn", "Tâm", "Thủy", "Thuỷ", "Ước", "Uyên",
    "Vân", "Ý", "Yến",
)  # fmt: skip
"""Given names whose order only Vietnamese rules tell."""


def many(folder: Path, count: int) -> list[Path]:
    """Write so many records, each example in its turn."""
    shutil.copytree(EXAMPLES / "anh", folder / "anh")
    shutil.copy(EXAMPLES / "bulletin.toml", folder)
    examples = sorted(EXAMPLES.glob("*.yaml"))
    names = {path: _names(path) for path in examples}
    found = []
    for number in range(count):
        example, turn = examples[number % len(examples)], number // len(examples)
        path = folder / f"{number + 1:03d}-{example.name}"
        path.write_text(_varied(example.read_text(encoding="utf-8"), names[example], turn), encoding="utf-8")
        found.append(path)
    return found


def _names(path: Path) -> list[str]:
    names = {person.name for people in people_of(open_record(path).record) for person in people}
    return sorted(names, key=lambda name: (-len(name), name))


def _varied(text: str, names: list[str], turn: int) -> str:
    """A record of other people in another year."""
    if not turn:
        return text
    for place, name in enumerate(names):
        family = name.rpartition(" ")[0]
        text = text.replace(name, f"{family} {GIVEN[(7 * turn + place) % len(GIVEN)]}")
    text = re.sub(r"(?<![\d/-])(20[12]\d)(?!\d)", lambda year: str(int(year[1]) - turn), text)
    text = re.sub(r"(?<=[/-])(20[12]\d)(?!\d)", lambda year: str(int(year[1]) - turn), text)
    return re.sub(r"^(tiêu đề|title): (.*)$", rf"\1: \2, lần {turn + 1}", text, count=1, flags=re.MULTILINE)

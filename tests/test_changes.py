"""What the make-up says that it has changed (`pipeline/changes.py`, `bulletin build -v`)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import MappingProxyType

import pytest

import offices
from bulletin import cli, messages
from bulletin.compose import Composed, PictureFile, Setting, compose
from bulletin.edition import Edition
from bulletin.load import load_text
from bulletin.pipeline.changes import changes
from bulletin.plan import Plan
from bulletin.validate import validate

STANDARD = Edition.named("standard")
TEXT = """\
tiêu đề: Chi bộ họp
ngày: 29/12/2023
đơn vị: Chi bộ Tân Lập
nội dung: |
  Một.
  [ảnh: 1]
  Hai.
  Ba.
  [ảnh: 2]
ảnh:
  - anh/a.jpg
  - {tệp: [anh/b.jpg, anh/c.jpg], chú thích: Hai ảnh}
"""


@pytest.fixture(params=["en", "vi"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
def _speaks_again(monkeypatch: pytest.MonkeyPatch) -> object:
    before = messages.language()
    yield
    messages.speak(before)


def composed(plan: Plan) -> Composed:
    record = validate(load_text(TEXT, Path("a.yaml")))
    files = {
        loc: [PictureFile(loc=loc, file=name, ratio=1.5, photo=photo) for name in photo.file]
        for loc, photo in record.all_photos()
    }
    return compose(record, STANDARD, Setting(printed_on=dt.date(2024, 1, 5)), files, plan)


def told(plan: Plan, language: str) -> tuple[str, ...]:
    messages.speak(language)
    return changes(composed(plan), STANDARD)


def test_nothing_is_told_where_nothing_was_changed(language: str) -> None:
    assert told(Plan(), language) == ()


SENTENCES = {
    "type": (Plan(body=0.97), "type: 97 per cent of its size, 11.2 pt", "cỡ chữ: 97 phần trăm cỡ của mẫu, tức 11,2 pt"),
    "lines": (Plan(leading=0.985), "space between lines: 98.5 per cent", "khoảng cách dòng: 98,5 phần trăm"),
    "air": (Plan(air=0.85), "space between paragraphs: 85 per cent", "khoảng cách giữa các đoạn: 85 phần trăm"),
    "photo": (
        Plan(scales=MappingProxyType({"fig-1": 0.8})),
        "photo 1 (a.jpg): 80 per cent of its natural height",
        "ảnh 1 (a.jpg): cao bằng 80 phần trăm cỡ tự nhiên",
    ),
    "photos": (
        Plan(scales=MappingProxyType({"fig-2": 0.9})),
        "photos 2 to 3 (b.jpg and others): 90 per cent of its natural height",
        "ảnh 2 đến 3 (b.jpg và các ảnh cùng nhóm): cao bằng 90 phần trăm cỡ tự nhiên",
    ),
    "moved": (
        Plan(shifts=MappingProxyType({"fig-1": 1})),
        "photo 1 (a.jpg) stands after the next paragraph",
        "ảnh 1 (a.jpg) đứng sau 1 đoạn tiếp theo",
    ),
    "moved-far": (
        Plan(shifts=MappingProxyType({"fig-1": 2})),
        "photo 1 (a.jpg) stands 2 paragraphs further down",
        "ảnh 1 (a.jpg) đứng sau 2 đoạn tiếp theo",
    ),
    "parted": (
        Plan(loose=("n-1",)),
        "at 1 place, what belongs together is parted so that pages fill",
        "có 1 chỗ lẽ ra đi liền nhau đã được tách ra để trang đầy",
    ),
    "notes": (Plan(notes=3), "3 pages for notes at the end", "3 trang ghi chép ở cuối"),
}


@pytest.mark.parametrize(("plan", "english", "vietnamese"), SENTENCES.values(), ids=SENTENCES)
def test_each_change_is_told_in_the_clerks_words(plan: Plan, english: str, vietnamese: str) -> None:
    assert told(plan, "en") == (english,)
    assert told(plan, "vi") == (vietnamese,)


def test_all_photos_are_told_when_all_were_made_smaller() -> None:
    assert len(told(Plan(photos=0.7), "en")) == 2


def test_verbose_tells_it_below_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", "off")
    monkeypatch.chdir(tmp_path)
    offices.record(tmp_path)
    for more, wanted in (
        (["-v"], "    set as the layout has it; nothing had to be changed\n"),
        (["--verbose", "--booklet-ready"], "    3 pages for notes at the end\n"),
        ([], ""),
    ):
        with pytest.raises(SystemExit) as left:
            cli.main(["build", "hop.yaml", "--lang", "en", *more])
        assert (left.value.code, capsys.readouterr().err) == (0, wanted)

"""The manifest: what has to be made anew, and why."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import guests
import offices
from bulletin import pipeline
from bulletin.batch import (
    Found,
    Options,
    Order,
    Orphan,
    Receipts,
    build_many,
    found,
    identity,
    jobs,
    many,
    orphans,
    planned,
    prune,
    work,
)  # fmt: skip
from bulletin.batch.identity import Identity
from bulletin.batch.receipts import NAME
from bulletin.config import Offices
from bulletin.deliver import files
from bulletin.errors import OutputError
from bulletin.photos.drawn import drawn
from bulletin.pipeline import Bulletin

CHANGED = "it was changed by someone else"
EMPTY = (
    "there is no record in its folder any more: it may be on a disk that was taken out; "
    "remove the empty folder if it is of no use"
)
DAY = dt.date(2026, 1, 5)
WITH_PHOTO = offices.APPROVED + "ảnh:\n  - tệp: a.jpg\n    chú thích: Quang cảnh\n    mô tả: Hội trường\n"


@pytest.fixture(autouse=True)
def built(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Bulletins are made of nothing but what stands in their record; which were made is kept."""
    made: list[str] = []

    def build(record: Any, edition: Any, **more: Any) -> Bulletin:
        made.append(f"{record.origin.path.name} {edition.name}")
        text = f"{record.title} {edition} {more['layout'].name} {more['printed_on']}"
        return Bulletin(title=record.title, pdf=text.encode(), pages=2, date=DAY)

    monkeypatch.setattr(work, "build", build)
    monkeypatch.setenv("BULLETIN_CACHE", "off")
    return made


class Office:
    """A folder with records and one for what is made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"

    def run(self, *, force: bool = False, editions: tuple[str, ...] = ("standard",), day: dt.date = DAY,
            layouts: tuple[str, ...] = (), formats: tuple[str, ...] = ("pdf",)) -> list[str]:  # fmt: skip
        """Build what is stale; give the reasons, of all outputs one after the other."""
        order = Order(editions=editions, layouts=layouts, formats=formats, options=Options(printed_on=day))
        offices_, receipts = Offices(), Receipts(self.out)
        todo = jobs(found([self.folder], apart=self.out), order, self.out, offices_)
        plan = planned(todo, receipts, offices_, force=force)
        outcomes = list(build_many(plan.stale, keep=plan.keep))
        assert [outcome.error for outcome in outcomes] == [None] * len(outcomes)
        assert len(plan.stale) + len(plan.fresh) == len(todo)
        return [reason for reasons in plan.stale.values() for reason in reasons]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    offices.record(tmp_path, "a.yaml", WITH_PHOTO)
    (tmp_path / "a.jpg").write_bytes(drawn(1200, 800, number=1))
    offices.record(tmp_path, "b.yaml", offices.APPROVED)
    return Office(tmp_path)


def test_nothing_is_made_twice(office: Office, built: list[str]) -> None:
    assert office.run() == ["it was not made before"] * 2
    assert office.run() == []
    assert built == ["a.yaml standard", "b.yaml standard"]


def test_an_unchanged_output_is_told_as_it_was(office: Office) -> None:
    office.run()
    offices_, receipts = Offices(), Receipts(office.out)
    order = Order(editions=("standard",), options=Options(printed_on=DAY))
    plan = planned(jobs(found([office.folder], apart=office.out), order, office.out), receipts, offices_)
    first, _ = plan.fresh
    assert (first.files, first.unchanged, first.pages) == ((office.out / "a.pdf",), True, 2)
    assert first.size == (office.out / "a.pdf").stat().st_size


def test_force_makes_everything(office: Office, built: list[str]) -> None:
    office.run()
    assert office.run(force=True) == ["asked for by --force"] * 2
    assert len(built) == 4


def pruned(receipts: Receipts, gone: Iterable[Orphan]) -> tuple[tuple[Path, ...], dict[Path, str]]:
    """What was removed, and what was kept, with why."""
    removed, after = prune(receipts, gone)
    return removed, {path: why for orphan in after for path, why in orphan.kept.items()}


def later(path: Path) -> None:
    """Give a file another time of change, as copying and restoring do."""
    about = path.stat()
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns + 10**9))


def test_a_changed_record_is_made_anew_and_no_other(office: Office, built: list[str]) -> None:
    office.run()
    offices.record(office.folder, "b.yaml", offices.APPROVED, month=8)
    assert office.run() == ["the record was changed"]
    assert built[2:] == ["b.yaml standard"]
    later(office.folder / "b.yaml")
    assert office.run() == []


def test_a_changed_photo_is_seen_by_its_content(office: Office) -> None:
    office.run()
    photo = office.folder / "a.jpg"
    later(photo)
    assert office.run() == []
    # Of the same length, with the same first bytes.
    data = bytearray(photo.read_bytes())
    data[-3] ^= 1
    photo.write_bytes(data)
    assert office.run() == [f"the photo {photo} was changed"]
    photo.write_bytes(drawn(1200, 800, number=2))
    assert office.run() == [f"the photo {photo} was changed"]
    assert office.run() == []


def test_a_copied_photo_is_read_once_more_and_then_never_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.run()
    later(office.folder / "a.jpg")
    office.run()
    from bulletin.batch import receipts

    def digest_of(path: Path) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(receipts, "digest_of", digest_of)
    office.run()


def test_changed_settings_concern_the_records_that_they_hold_for(office: Office) -> None:
    offices.record(office.folder / "deeper", "c.yaml", offices.APPROVED)
    office.run()
    offices.settings(office.folder / "deeper", 'masthead = "BẢN TIN"\n')
    assert office.run() == ["the settings of the office (bulletin.toml) were changed"]
    # What changes nothing that is printed makes nothing stale.
    waits = '# Ours.\nmasthead = "BẢN TIN"\nlanguage = "en"\n[limits]\nseconds = 200\n'
    offices.settings(office.folder / "deeper", waits)
    assert office.run() == []
    offices.settings(office.folder, 'masthead = "TIN XÃ"\n')
    assert office.run() == ["the settings of the office (bulletin.toml) were changed"] * 2


def test_a_draft_bears_its_day_and_an_approved_record_does_not(office: Office) -> None:
    offices.record(office.folder, "c.yaml")
    office.run()
    assert office.run(day=dt.date(2026, 1, 6)) == ["a draft bears the day on which it is printed"]


def test_each_edition_layout_and_format_is_known_for_itself(office: Office, built: list[str]) -> None:
    office.run()
    assert len(office.run(editions=("standard", "large-print"))) == 2
    assert office.run(editions=("large-print",)) == []
    assert len(office.run(formats=("pdf", "html"))) == 2
    assert office.run(formats=("html",)) == []


def test_what_is_asked_for_in_another_way_is_made_anew(office: Office) -> None:
    order = Order(editions=("standard",), options=Options(printed_on=DAY))
    office.run()
    other = replace(order, options=replace(order.options, embed_record=True))
    receipts = Receipts(office.out)
    plan = planned(jobs([Found(office.folder / "a.yaml")], other, office.out), receipts, Offices())
    assert list(plan.stale.values()) == [("it was asked for in another way: --embed-record",)]


def test_what_does_not_show_is_no_reason(office: Office) -> None:
    """An approved record that only approved ones are wanted of, pixels of pictures where there are none."""
    office.run()
    options = Options(printed_on=DAY, final=True, dpi=300)
    records = found([office.folder], apart=office.out)
    wanted = jobs(records, Order(editions=("standard",), options=options), office.out)
    assert planned(wanted, Receipts(office.out), Offices()).stale == {}
    # A draft has to be refused, though it was made before.
    offices.record(office.folder, "b.yaml", offices.DRAFT)
    office.run()
    assert list(planned(wanted, Receipts(office.out), Offices()).stale.values()) == [
        ("only approved records are wanted",)
    ]  # fmt: skip


def test_a_changed_layout_is_seen(office: Office, tmp_path: Path) -> None:
    from bulletin import assets

    own = tmp_path / "layouts" / "mau-xa"
    shutil.copytree(assets.layouts_folder() / "news", own)
    sheet = own / "print.css"
    office.run(layouts=(str(own),))
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\n.x { color: red }\n", encoding="utf-8")
    assert office.run(layouts=(str(own),)) == ["the layout was changed"] * 2


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"program": "another"}, "the program is another version"),
        ({"engine": "another"}, "the engine that sets the pages is another version"),
        ({"natives": {"Pango": "1.0"}}, "the engine that sets the pages is another version"),
        ({"fonts": "another"}, "the fonts were changed"),
    ],
)
def test_another_program_engine_or_font_is_seen(
    office: Office, other: dict[str, Any], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.run()
    another: Identity = replace(identity.identity(), **other)
    monkeypatch.setattr("bulletin.batch.stale.identity", lambda: another)
    assert office.run() == [reason] * 2


def test_a_deleted_and_an_edited_output_are_seen(office: Office) -> None:
    office.run()
    (office.out / "a.pdf").unlink()
    (office.out / "b.pdf").write_bytes(b"mine")
    assert office.run() == [
        "a.pdf was deleted",
        "b.pdf was changed by someone else",
    ]
    assert (office.out / "b.pdf").read_bytes() != b"mine"


def test_of_pictures_each_is_looked_at(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "pictures", lambda *_, **__: ((b"1", b"2"), b"chat"))
    office.run(formats=("png",))
    assert office.run(formats=("png",)) == []
    (office.out / "a-2.png").unlink()
    assert office.run(formats=("png",)) == ["a-2.png was deleted"]


def test_the_whole_may_be_moved(office: Office, tmp_path: Path) -> None:
    office.run()
    shutil.move(office.folder, tmp_path.parent / "moved")
    assert Office(tmp_path.parent / "moved").run() == []


def test_another_record_that_is_made_into_the_same_file_is_seen(office: Office, tmp_path: Path) -> None:
    office.run()
    other = offices.record(tmp_path / "other", "b.yaml", offices.APPROVED)
    order = Order(editions=("standard",), options=Options(printed_on=DAY))
    wanted = jobs([Found(other)], order, office.out)
    plan = planned(wanted, Receipts(office.out), Offices())
    assert plan.stale == {}
    assert isinstance(plan.fresh[0].error, OutputError)
    assert "already the bulletin of" in plan.fresh[0].error.message
    # Where it is written over all the same, or the other is gone.
    assert len(planned(wanted, Receipts(office.out), Offices(), force=True).stale) == 1
    (office.folder / "b.yaml").unlink()
    plan = planned(wanted, Receipts(office.out), Offices())
    assert list(plan.stale.values()) == [("it was made of another record",)]


def test_a_record_that_is_saved_while_it_is_read_has_no_receipt(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.open_record

    def open_record(path: Path, *more: Any) -> Any:
        found_ = real(path, *more)
        if path.name == "b.yaml":
            offices.record(office.folder, "b.yaml", offices.APPROVED, month=8)
        return found_

    monkeypatch.setattr(work, "open_record", open_record)
    office.run()
    monkeypatch.setattr(work, "open_record", real)
    assert office.run() == ["it was not made before"]


def manifest(office: Office) -> Path:
    return office.out / NAME


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"not json\n", b"[]\n", b'{"v":2}\n', b'{"v":2,"target":5,"files":[],"photos":[]}\n', b"\xff\xfe\n",
        b'{"v":2,"target":"a.pdf","files":[["a.pdf"]],"photos":[],"machine":[],"record":"a","parts":{}}\n',
    ],
)  # fmt: skip
def test_a_damaged_manifest_costs_time_and_nothing_else(office: Office, damage: bytes) -> None:
    office.run()
    manifest(office).write_bytes(damage)
    assert office.run() == ["it was not made before"] * 2
    assert office.run() == []


def test_a_line_that_was_cut_short_spoils_no_other(office: Office) -> None:
    office.run()
    lines = manifest(office).read_bytes().split(b"\n")
    whole = [line for line in lines if line]
    manifest(office).write_bytes(whole[0] + b"\n" + whole[1][:50])
    assert office.run() == ["it was not made before"]
    assert office.run() == []


def test_the_manifest_does_not_grow_without_end(office: Office) -> None:
    for _ in range(60):
        office.run(force=True)
    assert len([line for line in manifest(office).read_text(encoding="utf-8").split("\n") if line]) <= 104
    assert office.run() == []


def test_a_line_holds_what_went_into_an_output(office: Office) -> None:
    office.run()
    line = json.loads(next(line for line in manifest(office).read_text(encoding="utf-8").split("\n") if line))
    assert (line["target"], line["record"]) == ("a.pdf", "../a.yaml")
    assert [photo[0] for photo in line["photos"]] == ["a.jpg"]
    assert set(line["parts"]) == {
        "record", "settings", "layout", "edition", "options", "program", "engine", "fonts", "day",
    }  # fmt: skip


def test_outputs_whose_record_is_gone_are_listed_and_removed_when_asked(office: Office) -> None:
    office.run()
    (office.folder / "b.yaml").unlink()
    receipts = Receipts(office.out)
    (gone,) = orphans(receipts, [office.folder])
    assert (gone.record, gone.files) == (office.folder / "b.yaml", (office.out / "b.pdf",))
    assert pruned(receipts, [gone]) == ((office.out / "b.pdf",), {})
    assert not (office.out / "b.pdf").exists()
    assert (office.out / "a.pdf").exists()
    assert orphans(Receipts(office.out), [office.folder]) == ()


def test_what_someone_changed_is_not_removed(office: Office) -> None:
    office.run()
    (office.folder / "b.yaml").unlink()
    (office.out / "b.pdf").write_bytes(b"mine")
    receipts = Receipts(office.out)
    assert pruned(receipts, orphans(receipts, [office.folder])) == ((), {office.out / "b.pdf": CHANGED})
    assert (office.out / "b.pdf").read_bytes() == b"mine"
    assert len(orphans(Receipts(office.out), [office.folder])) == 1


@pytest.mark.parametrize("name", ["b.yml", "b.yaml"])
def test_a_record_that_was_renamed_or_failed_leaves_no_orphan(office: Office, name: str) -> None:
    office.run()
    (office.folder / "b.yaml").rename(office.folder / "b.yml")
    wanted = jobs([Found(office.folder / name)], Order(editions=("standard",), options=Options(printed_on=DAY)),
                  office.out)  # fmt: skip
    receipts = Receipts(office.out)
    assert orphans(receipts, [office.folder], wanted) == ()
    # Whatever the way to the output folder is called.
    odd = office.folder / "x" / ".." / "out"
    (office.folder / "x").mkdir()
    order = Order(editions=("large-print",), options=Options(printed_on=DAY))
    assert orphans(Receipts(odd), [office.folder], jobs([Found(office.folder / name)], order, odd)) == ()
    # Named by a record of its folder.
    assert [gone.files for gone in orphans(receipts, [office.folder / "a.yaml"])] == [(office.out / "b.pdf",)]


def test_records_of_other_folders_are_none_of_this_runs_business(office: Office, tmp_path: Path) -> None:
    office.run()
    (office.folder / "b.yaml").unlink()
    (tmp_path / "elsewhere").mkdir()
    assert orphans(Receipts(office.out), [tmp_path / "elsewhere"]) == ()
    # A disk that was taken out.
    shutil.rmtree(tmp_path / "elsewhere")
    assert orphans(Receipts(office.out), [tmp_path / "elsewhere"]) == ()


def test_what_cannot_be_read_is_told_when_its_turn_comes(office: Office) -> None:
    offices.settings(office.folder, "editions = 5\n")
    order = Order(options=Options(printed_on=DAY))
    plan = planned(jobs([Found(office.folder / "a.yaml")], order, office.out), Receipts(office.out), Offices())
    assert list(plan.stale.values()) == [("something that goes into it cannot be read",)]


def test_a_folder_that_takes_no_manifest_takes_bulletins(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    (office.out / NAME).mkdir(parents=True)
    assert len(office.run()) == 2
    assert (office.out / "a.pdf").exists()


def line_of(office: Office, **other: Any) -> bytes:
    """The line of `b.pdf` in the manifest, with something else in it."""
    lines = [json.loads(line) for line in manifest(office).read_text(encoding="utf-8").split("\n") if line]
    (line,) = (line for line in lines if line["target"] == "b.pdf")
    return json.dumps({**line, **other}).encode() + b"\n"


@pytest.mark.parametrize("name", ["../mine.pdf", "./../mine.pdf", "sub/../../mine.pdf", "{folder}/mine.pdf"])
def test_a_line_that_leads_out_of_the_folder_is_none(office: Office, name: str) -> None:
    """Whoever may write to a shared output folder could have files removed that lie elsewhere."""
    office.run()
    mine = office.folder / "mine.pdf"
    mine.write_bytes(b"mine")
    name = name.format(folder=office.folder)
    about = mine.stat()
    kept = [[name, about.st_size, about.st_mtime_ns, ""]]
    manifest(office).write_bytes(
        line_of(office, target=name, files=kept, record="../gone.yaml") + line_of(office, files=kept)
    )
    receipts = Receipts(office.out)
    assert list(receipts) == []
    prune(receipts, orphans(receipts, [office.folder]))
    assert mine.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("target", "file"),
    [("zz.pdf", "mine.pdf"), ("zz.pdf", "a.pdf"), ("mine.docx", "mine.docx"), ("zz.png", "zz-1.pdf"),
     ("zz.png", "mine-1.png"), ("zz.png", "zz-x.png"), ("zz.png", "sub/zz-1.png")],
)  # fmt: skip
def test_a_line_about_a_file_of_another_name_is_none(office: Office, target: str, file: str) -> None:
    """Neither a letter nor the bulletin of a living record is removed for the sake of a line that someone wrote."""
    office.run()
    path = office.out / file
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        path.write_bytes(b"mine")
    before = path.read_bytes()
    kept = [[file, len(before), 0, hashlib.sha256(before).hexdigest()]]
    with manifest(office).open("ab") as lines:
        lines.write(line_of(office, target=target, files=kept, record="../zz.yaml", origin=""))
    receipts = Receipts(office.out)
    assert {receipt.target for receipt in receipts} == {"a.pdf", "b.pdf"}
    prune(receipts, orphans(receipts, [office.folder]))
    assert path.read_bytes() == before


@pytest.mark.parametrize("others", [[], ["a.pdf"]])
def test_a_bulletin_that_was_deleted_is_seen_whatever_a_line_says(office: Office, others: list[str]) -> None:
    office.run()
    stamps = [[name, len(data := (office.out / name).read_bytes()), 0, hashlib.sha256(data).hexdigest()]
              for name in others]  # fmt: skip
    with manifest(office).open("ab") as lines:
        lines.write(line_of(office, files=stamps))
    (office.out / "b.pdf").unlink()
    assert office.run() == ["b.pdf was deleted"]


def test_pipes_and_devices_are_not_read(office: Office) -> None:
    office.run()
    os.mkfifo(office.folder / "pipe")
    manifest(office).write_bytes(line_of(office, photos=[["pipe", 0, 1, "x"]]))
    assert office.run() == ["it was not made before", f"the photo {office.folder / 'pipe'} was changed"]
    manifest(office).unlink()
    os.mkfifo(manifest(office))
    assert len(office.run()) == 2


def test_lines_that_another_run_adds_while_the_manifest_is_written_anew_stay(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.run()
    stamps = next(receipt.files for receipt in Receipts(office.out) if receipt.target == "b.pdf")
    late = line_of(office, target="c.pdf", files=[["c.pdf", *stamps[0][1:]]])
    again = line_of(office) * 200
    with manifest(office).open("ab") as file:
        file.write(again)
    from bulletin.batch import receipts

    def save(data: bytes, path: Path) -> None:
        with path.open("ab") as file:
            file.write(late)
        files.save(data, path)

    monkeypatch.setattr(receipts, "save", save)
    Receipts(office.out)
    assert len(manifest(office).read_bytes().splitlines()) == 3
    assert {receipt.target for receipt in Receipts(office.out)} == {"a.pdf", "b.pdf", "c.pdf"}


def test_a_manifest_that_is_a_link_is_not_put_away(office: Office) -> None:
    office.run()
    far = office.folder / "far.jsonl"
    lines = manifest(office).read_bytes()
    manifest(office).rename(far)
    far.write_bytes(lines + lines * 200)
    before = far.read_bytes()
    manifest(office).symlink_to(far)
    assert office.run() == []
    assert manifest(office).is_symlink()
    assert far.read_bytes() == before


def test_a_manifest_that_is_a_link_is_not_written_through(office: Office) -> None:
    mine = office.folder / "mine.txt"
    mine.write_bytes(b"mine")
    office.out.mkdir()
    manifest(office).symlink_to(mine)
    assert len(office.run()) == 2
    assert mine.read_bytes() == b"mine"


def test_names_with_bytes_that_are_no_letters_are_kept(office: Office) -> None:
    odd = Path(os.fsdecode(os.fsencode(office.folder) + b"/h\xffp"))
    odd.mkdir()
    offices.record(odd, "c.yaml", offices.APPROVED)
    assert len(office.run()) == 3
    assert office.run() == []


def test_a_line_without_end_costs_itself_alone(office: Office) -> None:
    office.run()
    with manifest(office).open("ab") as file:
        file.write(b"[" * 100_000 + b"\n")
    assert office.run() == []


@pytest.mark.parametrize(
    "other",
    [
        {"files": [["b.pdf", float("inf"), 1, "x"]]}, {"files": [["a\0", 1, 1, "x"]]},
        {"files": [["a\ud800", 1, 1, "x"]]}, {"photos": [["a\0", 1, 1, "x"]]}, {"record": "../a\0"},
        {"pages": "x"}, {"machine": [1]}, {"parts": []},
    ],
)  # fmt: skip
def test_a_line_with_something_else_in_it_is_none(office: Office, other: dict[str, Any]) -> None:
    office.run()
    manifest(office).write_bytes(line_of(office, **other))
    receipts = Receipts(office.out)
    assert list(receipts) == []
    assert len(office.run()) == 2


def test_a_link_in_the_output_folder_leads_nowhere(office: Office, tmp_path: Path) -> None:
    """Neither is written through it, nor removed."""
    offices.record(office.folder / "2025", "c.yaml", offices.APPROVED)
    office.run()
    elsewhere = tmp_path / "elsewhere"
    shutil.move(office.out / "2025", elsewhere)
    (office.out / "2025").symlink_to(elsewhere)
    before = (elsewhere / "c.pdf").read_bytes()
    order = Order(editions=("standard",), options=Options(printed_on=DAY))
    wanted = jobs(found([office.folder], apart=office.out), order, office.out)
    plan = planned(wanted, Receipts(office.out), Offices(), force=True)
    assert [str(job.target.relative_to(office.out)) for job in plan.stale] == ["a.pdf", "b.pdf"]
    assert "would lie outside" in str(plan.fresh[0].error)
    shutil.rmtree(office.folder / "2025")
    receipts = Receipts(office.out)
    prune(receipts, orphans(receipts, [office.folder]))
    assert (elsewhere / "c.pdf").read_bytes() == before


def test_nothing_is_removed_for_the_sake_of_a_date(office: Office) -> None:
    office.run()
    (office.folder / "b.yaml").unlink()
    about = (office.out / "b.pdf").stat()
    (office.out / "b.pdf").write_bytes(b"x" * about.st_size)
    os.utime(office.out / "b.pdf", ns=(about.st_atime_ns, about.st_mtime_ns))
    receipts = Receipts(office.out)
    assert pruned(receipts, orphans(receipts, [office.folder])) == ((), {office.out / "b.pdf": CHANGED})


def test_a_record_that_is_none_is_told_at_once(office: Office) -> None:
    os.mkfifo(office.folder / "pipe.yaml")
    (office.folder / "broken.yaml").symlink_to("nowhere.yaml")
    with (office.folder / "large.yaml").open("wb") as file:
        file.truncate(2**33)
    records = found([office.folder], apart=office.out)
    wanted = jobs(records, Order(editions=("standard",), options=Options(printed_on=DAY)), office.out)
    plan = planned(wanted, Receipts(office.out), Offices())
    failed = [outcome.job.record.name for outcome in build_many(plan.stale, keep=plan.keep) if outcome.error]
    assert failed == ["broken.yaml", "large.yaml", "pipe.yaml"]


def test_a_receipt_tells_of_nothing_that_another_put_there(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run may come between the writing of a file and that of its receipt."""
    real = files.save_together

    def save_together(wanted: Mapping[Path, bytes]) -> None:
        real(wanted)
        for path in wanted:
            path.write_bytes(b"something else")

    monkeypatch.setattr(many, "save_together", save_together)
    assert len(office.run()) == 2
    monkeypatch.undo()
    assert len(office.run()) == 2
    assert (office.out / "b.pdf").read_bytes().startswith(b"%PDF")
    assert office.run() == []


def test_a_link_to_another_photo_is_seen(office: Office) -> None:
    (office.folder / "a.jpg").rename(office.folder / "one.jpg")
    (office.folder / "two.jpg").write_bytes(drawn(1200, 800, number=2))
    (office.folder / "a.jpg").symlink_to("one.jpg")
    office.run()
    assert office.run() == []
    (office.folder / "a.jpg").unlink()
    (office.folder / "a.jpg").symlink_to("two.jpg")
    (reason,) = office.run()
    assert "a.jpg was changed" in reason


@pytest.mark.skipif(sys.platform == "darwin", reason="there both names are one")
def test_a_photo_that_comes_under_the_very_name_is_seen(office: Office) -> None:
    typed, on_disk = (unicodedata.normalize(form, "ảnh hội nghị.jpg") for form in ("NFC", "NFD"))
    offices.record(office.folder, "a.yaml", WITH_PHOTO.replace("a.jpg", typed))
    (office.folder / "a.jpg").rename(office.folder / on_disk)
    office.run()
    assert office.run() == []
    (office.folder / typed).write_bytes(drawn(1200, 800, number=2))
    (reason,) = office.run()
    assert f"{typed} was changed" in reason
    assert office.run() == []
    (office.folder / typed).unlink()
    (reason,) = office.run()
    assert f"{typed} was changed" in reason
    (office.folder / on_disk).write_bytes(drawn(1200, 800, number=3))
    (reason,) = office.run()
    assert f"{typed} was changed" in reason
    assert office.run() == []


def test_what_may_not_be_looked_at_is_not_gone(office: Office) -> None:
    office.run()
    with manifest(office).open("ab") as file:
        file.write(line_of(office, target="c.pdf", record="../" + "x" * 300 + ".yaml"))
    assert office.run() == []
    assert [orphan.record.name for orphan in orphans(Receipts(office.out), [office.folder])] == []


def test_a_folder_without_any_record_may_be_a_disk_that_was_taken_out(office: Office) -> None:
    office.run()
    for name in ("a.yaml", "b.yaml"):
        (office.folder / name).rename(office.folder / f"{name}.away")
    receipts = Receipts(office.out)
    gone = orphans(receipts, [office.folder])
    assert [orphan.record.name for orphan in gone] == ["a.yaml", "b.yaml"]
    assert pruned(receipts, gone) == ((), {office.out / "a.pdf": EMPTY, office.out / "b.pdf": EMPTY})
    (office.folder / "b.yaml.away").rename(office.folder / "b.yaml")
    assert pruned(receipts, orphans(receipts, [office.folder])) == ((office.out / "a.pdf",), {})


def test_folders_that_become_empty_go_with_their_last_bulletin(office: Office) -> None:
    offices.record(office.folder / "2025" / "quý 1", "c.yaml", offices.APPROVED, month=7)
    office.run()
    assert (office.out / "2025" / "quý 1" / "c.pdf").exists()
    shutil.rmtree(office.folder / "2025")
    receipts = Receipts(office.out)
    prune(receipts, orphans(receipts, [office.folder]))
    assert not (office.out / "2025").exists()
    assert (office.out / "b.pdf").exists()


def test_a_folder_that_is_empty_may_be_a_disk_that_was_taken_out(office: Office) -> None:
    record = offices.record(office.folder / "2025", "c.yaml", offices.APPROVED, month=7)
    office.run()
    record.unlink()
    receipts = Receipts(office.out)
    (gone,) = orphans(receipts, [office.folder])
    assert gone.files == (office.out / "2025" / "c.pdf",)
    assert pruned(receipts, [gone]) == ((), {office.out / "2025" / "c.pdf": EMPTY})
    assert (office.out / "2025" / "c.pdf").exists()


def test_an_output_folder_that_was_moved_loses_nothing(office: Office) -> None:
    office.run()
    # Where it comes to lie there are records, too: seen from there, its own would be among them.
    offices.record(office.folder / "archive", "c.yaml", offices.APPROVED, month=9)
    moved = office.folder / "archive" / "out"
    office.out.rename(moved)
    receipts = Receipts(moved)
    assert orphans(receipts, [office.folder]) == ()
    # When a record is gone in truth, its bulletin is without one.
    (office.folder / "b.yaml").unlink()
    (gone,) = orphans(receipts, [office.folder])
    assert pruned(receipts, [gone]) == ((moved / "b.pdf",), {})


def test_records_and_outputs_that_were_moved_together_are_as_they_were(office: Office, tmp_path: Path) -> None:
    offices.record(office.folder / "2025", "c.yaml", offices.APPROVED, month=9)
    new = Office(office.folder / "2025")
    new.run()
    new.folder.rename(tmp_path / "2026")
    new = Office(tmp_path / "2026")
    assert new.run() == []
    # From now on the records are known to be here.
    offices.record(tmp_path / "2025", "c.yaml", offices.APPROVED, month=9)
    offices.record(new.folder, "d.yaml", offices.APPROVED, month=10)
    (new.folder / "c.yaml").unlink()
    receipts = Receipts(new.out)
    assert [gone.record for gone in orphans(receipts, [new.folder])] == [new.folder / "c.yaml"]


def test_what_changes_while_it_is_made_is_what_it_was_made_with(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings and layouts that are changed after the planning, and changed back after the run."""
    layout = guests.folder(office.folder / "mine")
    style = next(layout.glob("*.css"))
    css = style.read_text(encoding="utf-8")
    offices.settings(office.folder, 'masthead = "TIN XÃ"\n')
    run = work.worked

    def later(change: Callable[[], object]) -> Callable[..., Any]:
        def do(jobs: Any, *more: Any) -> Any:
            change()
            return run(jobs, *more)

        return do

    for change, back, reason in (
        (
            lambda: offices.settings(office.folder, 'masthead = "TIN THÔN"\n'),
            lambda: offices.settings(office.folder, 'masthead = "TIN XÃ"\n'),
            "the settings of the office (bulletin.toml) were changed",
        ),
        (
            lambda: style.write_text(f"{css}\np {{ color: black }}\n", encoding="utf-8"),
            lambda: style.write_text(css, encoding="utf-8"),
            "the layout was changed",
        ),
    ):
        monkeypatch.setattr(many, "worked", later(change))
        office.run(layouts=(str(layout),), force=True)
        back()
        monkeypatch.setattr(many, "worked", run)
        assert office.run(layouts=(str(layout),)) == [reason] * 2


def test_photos_are_seen_from_their_record(office: Office, tmp_path: Path) -> None:
    """The output folder may lie among the photos, and be copied with them."""
    photos = office.folder / "2025"
    photos.mkdir()
    (office.folder / "a.jpg").rename(photos / "a.jpg")
    offices.record(office.folder, "a.yaml", WITH_PHOTO.replace("a.jpg", "2025/a.jpg"))
    office.out = photos / "out"
    office.run()
    shutil.copytree(photos, office.folder / "2026")
    (photos / "a.jpg").write_bytes(drawn(1200, 800, number=2))
    office.out = office.folder / "2026" / "out"
    assert office.run() == [f"the photo {photos / 'a.jpg'} was changed"]


def test_a_record_that_lies_elsewhere_is_not_gone(office: Office, tmp_path: Path) -> None:
    office.run()
    other = Office(office.folder / "other")
    offices.record(other.folder, "b.yaml", offices.APPROVED, month=10)
    office.out.rename(other.out)
    receipts = Receipts(other.out)
    order = Order(editions=("standard",), options=Options(printed_on=DAY))
    wanted = jobs(found([other.folder], apart=other.out), order, other.out)
    kept = pruned(receipts, orphans(receipts, [other.folder], wanted))[1]
    assert kept == {
        other.out
        / "a.pdf": f"its record lies elsewhere: {office.folder / 'a.yaml'}; remove it by hand if it is not wanted"
    }


def test_an_output_that_was_moved_has_orphans_too(office: Office) -> None:
    office.run()
    (office.folder / "deep" / "er").mkdir(parents=True)
    moved = office.folder / "deep" / "er" / "out"
    office.out.rename(moved)
    (office.folder / "b.yaml").unlink()
    receipts = Receipts(moved)
    assert pruned(receipts, orphans(receipts, [office.folder])) == ((moved / "b.pdf",), {})


def test_a_copied_office_knows_its_own_orphans(office: Office, tmp_path: Path) -> None:
    offices.record(office.folder / "2025", "c.yaml", offices.APPROVED, month=9)
    offices.record(office.folder / "2025", "d.yaml", offices.APPROVED, month=10)
    Office(office.folder / "2025").run()
    shutil.copytree(office.folder / "2025", tmp_path / "2026")
    (tmp_path / "2026" / "c.yaml").unlink()
    new = Office(tmp_path / "2026")
    assert new.run() == []
    receipts = Receipts(new.out)
    why = f"its record lies elsewhere: {office.folder / '2025' / 'c.yaml'}; remove it by hand if it is not wanted"
    assert pruned(receipts, orphans(receipts, [new.folder])) == ((), {new.out / "c.pdf": why})
    # Once it was seen here, it is known to be here.
    (new.folder / "d.yaml").unlink()
    offices.record(new.folder, "e.yaml", offices.APPROVED, month=11)
    assert new.out / "d.pdf" in pruned(receipts, orphans(receipts, [new.folder]))[0]


def test_a_record_that_is_a_link_to_nowhere_is_gone(office: Office, tmp_path: Path) -> None:
    far = offices.record(tmp_path.parent / "far", "c.yaml", offices.APPROVED, month=9)
    (office.folder / "c.yaml").symlink_to(far)
    office.run()
    far.unlink()
    receipts = Receipts(office.out)
    assert [gone.record.name for gone in orphans(receipts, [office.folder])] == ["c.yaml"]


def test_a_record_that_cannot_be_made_may_be_one_that_was_renamed(office: Office) -> None:
    office.run()
    record = office.folder / "new.yaml"
    (office.folder / "b.yaml").rename(record)
    order = Order(editions=("standard",), options=Options(printed_on=DAY))
    wanted = jobs(found([office.folder], apart=office.out), order, office.out)
    failed = [job for job in wanted if job.record == record]
    receipts = Receipts(office.out)
    gone = orphans(receipts, [office.folder], wanted, failed)
    why = f"{record} could not be made, and may be the same record under another name"
    assert pruned(receipts, gone) == ((), {office.out / "b.pdf": why})
    # One that has a bulletin as it is now is no other's.
    failed = [job for job in wanted if job.record != record]
    text = (office.folder / "a.yaml").read_text(encoding="utf-8")
    (office.folder / "a.yaml").write_text(f"{text}\n", encoding="utf-8")
    assert orphans(receipts, [office.folder], wanted, failed)[0].kept
    (office.folder / "a.yaml").write_text(text, encoding="utf-8")
    assert pruned(receipts, orphans(receipts, [office.folder], wanted, failed)) == ((office.out / "b.pdf",), {})

"""Folders are watched for real; what is done and told is held against what was saved."""

from __future__ import annotations

import datetime as dt
import errno
import os
import queue
import shutil
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

import guests
import offices
from bulletin.batch import Gone, Here, Options, Order, Outcome, Quiet, Round, changes, watched, watching
from bulletin.batch.receipts import NAME
from bulletin.deliver import files
from bulletin.errors import BulletinError, Problem, RecordError
from photos import pictures

ORDER = Order(editions=("standard",), options=Options(printed_on=dt.date(2025, 9, 5)))
LONG_S = 60
"""A machine with much else to do may take so long."""
WHILE_S = 1.2
"""So long is waited to see that nothing happens."""
PHOTO = offices.DRAFT + "ảnh:\n  - tệp: anh/hop.jpg\n    mô tả: Phòng họp đông người\n"


class EnoughError(Exception):
    """The test is over."""


class Watch:
    """A watch, running beside the test."""

    def __init__(self, *paths: Path, output: Path, order: Order = ORDER, **more: Any) -> None:
        self.output = output
        self._paths, self._more, self._given = paths, more, order
        self._happenings: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._is_over = False
        self._looks: list[float] = []
        self.first: list[object] = []
        """What happened before it was quiet for the first time."""
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self._is_over = True
        # Something has to happen for it to be seen.
        folder = self._paths[0] if self._paths[0].is_dir() else self._paths[0].parent
        folder.mkdir(exist_ok=True)
        while self._thread.is_alive():
            (folder / "enough.txt").write_text(str(time.monotonic()))
            self._thread.join(0.2)

    def _order(self) -> Order:
        self._looks.append(time.monotonic())
        if self._is_over:
            raise EnoughError
        return self._given

    def _run(self) -> None:
        try:
            for happening in watched(
                self._paths, self._order, self.output, executor=self._more.pop("executor", Here()), **self._more
            ):
                self._happenings.put(happening)
        except EnoughError:
            pass
        except Exception as error:
            self._happenings.put(error)

    def until_quiet(self) -> list[object]:
        """All that happens before the next quiet."""
        found: list[object] = []
        while True:
            happening = self._happenings.get(timeout=LONG_S)
            assert not isinstance(happening, Exception), happening
            if isinstance(happening, Quiet):
                return found
            found.append(happening)

    def until(self, *names: str) -> list[str]:
        """Wait until these were told, in whatever order; gives all that was told meanwhile."""
        found: list[str] = []
        while not set(names) <= set(found):
            found += told(self.until_quiet())
        return found

    def settle(self) -> None:
        """Wait until everything was looked at once more, after folders are watched."""
        while self._thread.is_alive() and (len(self._looks) < 3 or time.monotonic() - self._looks[-1] < 0.4):
            time.sleep(0.05)

    def nothing(self) -> None:
        """Nothing happens for a while."""
        with pytest.raises(queue.Empty):
            raise AssertionError(self._happenings.get(timeout=WHILE_S))


def told(happenings: list[object]) -> list[str]:
    """What was built, what failed, what stood there, each by its record."""
    return [
        f"{'failed' if it.error else 'unchanged' if it.unchanged else 'built'} {it.job.record.stem}"
        for it in happenings
        if isinstance(it, Outcome)
    ]


def put(path: Path, text: str) -> None:
    """Save as editors do: beside the file first, then in its place."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def other(record: Path) -> str:
    return record.read_text(encoding="utf-8").replace("bê tông", "bê tông mới")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return tmp_path / "office"


@pytest.fixture
def start(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Watch]]:
    """Start a watch of the office; wait until the first bulletins are made."""
    running: list[Watch] = []
    monkeypatch.setattr(changes, "_BEGUN_MS", 50)

    def begin(*paths: Path, output: Path = tmp_path / "out", **more: Any) -> Watch:
        watch = Watch(*(paths or (office,)), output=output, **more).__enter__()
        running.append(watch)
        watch.first = watch.until_quiet()
        watch.settle()
        return watch

    yield begin
    for watch in running:
        watch.__exit__(None, None, None)


Start = Callable[..., Any]


def test_what_is_stale_is_made_first_and_nothing_else(office: Path, start: Start) -> None:
    offices.record(office, "a.yaml")
    offices.record(office / "thang-9", "b.yaml")
    first = start()
    assert sorted(told(first.first)) == ["built a", "built b"]
    assert (first.output / "thang-9" / "b.pdf").exists()
    first.nothing()
    again = start()
    assert sorted(told(again.first)) == ["unchanged a", "unchanged b"]


@pytest.mark.parametrize("save", [put, Path.write_text], ids=["renamed", "written"])
def test_a_saved_record_is_made_anew_and_no_other(office: Path, start: Start, save: Callable[..., None]) -> None:
    record = offices.record(office, "a.yaml")
    offices.record(office, "b.yaml")
    watch = start()
    before = (watch.output / "a.pdf").read_bytes()
    save(record, other(record))
    assert told(watch.until_quiet()) == ["built a"]
    assert (watch.output / "a.pdf").read_bytes() != before
    watch.nothing()


def test_a_save_that_changes_nothing_makes_nothing(office: Path, start: Start) -> None:
    record = offices.record(office)
    watch = start()
    put(record, record.read_text(encoding="utf-8"))
    record.chmod(0o600)
    watch.nothing()


def test_what_editors_leave_beside_a_record_makes_nothing(office: Path, start: Start) -> None:
    offices.record(office)
    watch = start()
    for name in (".hop.yaml.swp", "hop.yaml~", ".#hop.yaml", "hop.yaml.tmp"):
        (office / name).write_text("x")
    watch.nothing()


def test_a_record_that_is_emptied_and_then_filled_gives_no_alarm(office: Path, start: Start) -> None:
    record = offices.record(office)
    watch = start()
    text = other(record)
    record.write_text("")
    time.sleep(0.25)
    record.write_text(text, encoding="utf-8")
    assert told(watch.until_quiet()) == ["built hop"]


def test_a_record_that_stays_empty_is_told(office: Path, start: Start) -> None:
    record = offices.record(office)
    watch = start()
    record.write_text("")
    assert told(watch.until_quiet()) == ["failed hop"]


def test_all_faults_are_told_and_the_watch_goes_on(office: Path, start: Start) -> None:
    record = offices.record(office)
    watch = start()
    sound = record.read_text(encoding="utf-8")
    put(record, offices.FAULTY)
    (outcome,) = (it for it in watch.until_quiet() if isinstance(it, Outcome))
    assert isinstance(outcome.error, RecordError)
    assert len(outcome.error.problems) == 3
    put(record, other(record) + "\n")
    watch.until("failed hop")
    put(record, sound.replace("bê tông", "gạch"))
    assert told(watch.until_quiet()) == ["built hop"]


def test_a_record_put_back_as_it_was_is_told_to_be_sound(office: Path, start: Start) -> None:
    record = offices.record(office)
    watch = start()
    sound = record.read_text(encoding="utf-8")
    put(record, offices.FAULTY)
    watch.until("failed hop")
    put(record, sound)
    assert told(watch.until_quiet()) == ["unchanged hop"]


def test_the_same_faults_are_not_told_again_for_the_sake_of_another_file(office: Path, start: Start) -> None:
    offices.record(office, text=offices.FAULTY)
    watch = start()
    assert told(watch.first) == ["failed hop"]
    (office / "note.txt").write_text("x")
    watch.nothing()


def test_a_photo_that_was_missing_comes(office: Path, start: Start) -> None:
    offices.record(office, text=PHOTO)
    watch = start()
    assert told(watch.first) == ["failed hop"]
    (office / "anh").mkdir()
    pictures.scene(900, 600).save(office / "anh" / "hop.jpg")
    assert watch.until("built hop") == ["built hop"]


def test_a_photo_that_changes_makes_its_records_anew(office: Path, start: Start) -> None:
    offices.record(office, text=PHOTO)
    offices.record(office, "b.yaml")
    photo = office / "anh" / "hop.jpg"
    photo.parent.mkdir()
    pictures.scene(900, 600).save(photo)
    watch = start()
    before = (watch.output / "hop.pdf").read_bytes()
    pictures.scene(900, 600).rotate(180).save(office / "anh" / ".new.jpg")
    (office / "anh" / ".new.jpg").replace(photo)
    assert watch.until("built hop") == ["built hop"]
    assert (watch.output / "hop.pdf").read_bytes() != before


def test_a_folder_of_photos_that_goes_and_comes_back(office: Path, start: Start) -> None:
    offices.record(office, text=PHOTO)
    (office / "anh").mkdir()
    pictures.scene(900, 600).save(office / "anh" / "hop.jpg")
    watch = start()
    (office / "anh").rename(office / "khac")
    assert told(watch.until_quiet()) == ["failed hop"]
    (office / "khac").rename(office / "anh")
    assert told(watch.until_quiet()) == ["unchanged hop"]


@pytest.mark.parametrize("place", ["office", "office/a", ".", ".."], ids=["in it", "in a folder", "above", "far above"])
def test_settings_concern_all_below_them(office: Path, start: Start, tmp_path: Path, place: str) -> None:
    below = tmp_path / "x" / "office"
    offices.record(below / "a", "a.yaml")
    offices.record(below / "b", "b.yaml")
    watch = start(below, output=tmp_path / "out")
    offices.settings(tmp_path / "x" / place, 'masthead = "TIN THÔN ĐÔNG"\n')
    wanted = ["built a"] if place == "office/a" else ["built a", "built b"]
    assert sorted(watch.until(*wanted)) == wanted
    watch.nothing()


def test_faulty_settings_are_told_once_for_all_records(office: Path, start: Start) -> None:
    for number in range(4):
        offices.record(office, f"r{number}.yaml")
    watch = start()
    offices.settings(office, "masthead = 5\n")
    assert len(told(watch.until_quiet())) == 1
    (office / "bulletin.toml").unlink()
    assert sorted(told(watch.until_quiet())) == [f"unchanged r{number}" for number in range(4)]


@pytest.mark.slow
def test_a_changed_layout_of_ones_own_makes_its_bulletins_anew(office: Path, start: Start, tmp_path: Path) -> None:
    offices.record(office)
    layout = guests.folder(tmp_path / "apart")
    order = Order(editions=("standard",), layouts=(str(layout), "news"), options=ORDER.options)
    watch = start(order=order)
    before = (watch.output / "hop.mau-xa.pdf").read_bytes()
    sheet = layout / "print.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\nbody { color: #333333 }\n", encoding="utf-8")
    assert watch.until("built hop") == ["built hop"]
    assert (watch.output / "hop.mau-xa.pdf").read_bytes() != before
    watch.nothing()


def test_a_new_record_is_made_in_a_new_folder_too(office: Path, start: Start) -> None:
    offices.record(office, "a.yaml")
    watch = start()
    offices.record(office, "b.yaml")
    assert told(watch.until_quiet()) == ["built b"]
    offices.record(office / "new" / "deep", "c.yaml")
    assert watch.until("built c") == ["built c"]
    put(office / "new" / "deep" / "c.yaml", other(office / "new" / "deep" / "c.yaml"))
    assert told(watch.until_quiet()) == ["built c"]


def test_a_folder_may_be_empty_at_first(office: Path, start: Start) -> None:
    office.mkdir()
    watch = start()
    assert watch.first == []
    offices.record(office, "a.yaml")
    assert told(watch.until_quiet()) == ["built a"]


@pytest.mark.parametrize("prunes", [False, True])
def test_bulletins_of_a_deleted_record_are_told_or_removed(office: Path, start: Start, prunes: bool) -> None:
    record = offices.record(office, "a.yaml")
    offices.record(office, "b.yaml")
    watch = start(prune_gone=prunes)
    record.unlink()
    (gone,) = watch.until_quiet()
    assert isinstance(gone, Gone)
    assert [orphan.record.name for orphan in gone.orphans] == ["a.yaml"]
    assert (watch.output / "a.pdf").exists() is not prunes
    watch.nothing()


def test_a_bulletin_is_kept_until_the_record_that_may_be_its_own_is_mended(office: Path, start: Start) -> None:
    record = offices.record(office, "a.yaml")
    offices.record(office, "b.yaml", month=9)
    watch = start(prune_gone=True)
    text = record.read_text(encoding="utf-8")
    put(office / "new.yaml", text.replace("ngày:", "ngàyy:"))
    record.unlink()
    happenings = [*watch.until_quiet(), *watch.until_quiet()]
    assert told(happenings) == ["failed new"]
    (gone,) = (it for it in happenings if isinstance(it, Gone))
    assert [path.name for orphan in gone.orphans for path in orphan.kept] == ["a.pdf"]
    assert (watch.output / "a.pdf").exists()
    put(office / "new.yaml", text)
    happenings = watch.until_quiet()
    while not any(isinstance(it, Gone) for it in happenings):
        happenings += watch.until_quiet()
    assert told(happenings) == ["built new"]
    assert sorted(path.name for path in watch.output.glob("*.pdf")) == ["b.pdf", "new.pdf"]


def test_a_record_that_is_taken_away_and_brought_again_keeps_its_bulletin(office: Path, start: Start) -> None:
    record = offices.record(office, "a.yaml")
    offices.record(office, "b.yaml", month=9)
    watch = start(prune_gone=True)
    text = record.read_text(encoding="utf-8")
    record.unlink()
    time.sleep(watching.ABSENT_S / 4)
    record.write_text(text.replace("ngày:", "ngàyy:"), encoding="utf-8")
    assert told(watch.until_quiet()) == ["failed a"]
    watch.nothing()
    time.sleep(watching.ABSENT_S)
    assert (watch.output / "a.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize(("store", "photo"), [("far", "office/anh/other.jpg"), ("office/.kho", "office/.kho/x.jpg")])
def test_what_a_link_leads_to_is_watched(office: Path, start: Start, tmp_path: Path, store: str, photo: str) -> None:
    """A record anywhere, a photo within the folder of its record, where alone photos are taken from."""
    record = offices.record(tmp_path / store, "x.yaml", PHOTO)
    (office / "anh").mkdir(parents=True)
    (office / "a.yaml").symlink_to(record)
    pictures.scene(900, 600).save(tmp_path / photo)
    (office / "anh" / "hop.jpg").symlink_to(tmp_path / photo)
    watch = start()
    assert told(watch.first) == ["built a"]
    put(record, other(record))
    assert told(watch.until_quiet()) == ["built a"]
    pictures.scene(900, 640).save(tmp_path / photo)
    assert told(watch.until_quiet()) == ["built a"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_what_a_new_link_leads_to_may_be_saved_while_it_is_made(office: Path, start: Start, tmp_path: Path) -> None:
    record = offices.record(tmp_path / "far", "x.yaml")
    office.mkdir()

    class Late(Here):
        def submit(self, *args: Any) -> Future[Any]:  # type: ignore[override]
            future = super().submit(*args)
            if not record.with_suffix(".saved").exists():
                record.with_suffix(".saved").touch()
                put(record, other(record))
            return future

    watch = start(executor=Late())
    (office / "a.yaml").symlink_to(record)
    assert told(watch.until_quiet()) == ["built a"]
    assert told(watch.until_quiet()) == ["built a"]


def test_settings_above_are_watched_in_a_hidden_folder_too(start: Start, tmp_path: Path) -> None:
    offices.record(tmp_path / ".kho" / "2025", "a.yaml")
    watch = start(tmp_path / ".kho" / "2025")
    offices.settings(tmp_path / ".kho", 'masthead = "TIN THÔN ĐÔNG"\n')
    assert told(watch.until_quiet()) == ["built a"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_settings_that_are_a_link_are_watched(office: Path, start: Start, tmp_path: Path) -> None:
    far = offices.settings(tmp_path / "far", 'masthead = "TIN HỘI NGHỊ"\n')
    offices.record(office / "2025", "a.yaml")
    (office / "2025" / "bulletin.toml").symlink_to(far)
    watch = start()
    far.write_text('masthead = "TIN THÔN ĐÔNG"\n', encoding="utf-8")
    assert told(watch.until_quiet()) == ["built a"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_record_that_becomes_a_link_is_watched_where_it_leads(office: Path, start: Start, tmp_path: Path) -> None:
    record = offices.record(office, "a.yaml")
    far = offices.record(tmp_path / "far", "x.yaml")
    watch = start()
    (office / ".new").symlink_to(far)
    (office / ".new").replace(record)
    watch.nothing()
    put(far, other(far))
    assert told(watch.until_quiet()) == ["built a"]


def test_a_record_whose_place_is_another_s_is_told_and_nothing_removed(
    office: Path, start: Start, tmp_path: Path
) -> None:
    record = offices.record(office, "a.yaml")
    offices.record(office, "b.yaml", month=10)
    before = offices.record(tmp_path / "before", "new.yaml", month=11)
    start(before.parent)
    watch = start(prune_gone=True)
    record.rename(office / "new.yaml")
    happenings = [*watch.until_quiet(), *watch.until_quiet()]
    assert told(happenings) == ["failed new"]
    (gone,) = (it for it in happenings if isinstance(it, Gone))
    assert (watch.output / "a.pdf").exists()
    assert [path.name for orphan in gone.orphans for path in orphan.kept] == ["a.pdf"]


def test_a_record_comes_into_the_place_of_one_that_left_it(office: Path, start: Start, tmp_path: Path) -> None:
    one, two = (offices.record(tmp_path / name, "hop.yaml", month=month) for name, month in (("x", 3), ("y", 4)))
    watch = start(one.parent, two.parent)
    assert told(watch.first) == ["failed hop", "built hop"]
    one.rename(one.with_name("hop2.yaml"))
    assert sorted(watch.until("built hop", "built hop2")) == ["built hop", "built hop2"]
    # What stands there has the first claim, whatever the order is.
    offices.record(one.parent, "hop.yaml", month=5)
    assert told(watch.until_quiet()) == ["failed hop"]
    two.unlink()
    assert "built hop" in watch.until("built hop")


def test_what_another_run_has_built_is_taken_when_its_record_leaves(office: Path, start: Start, tmp_path: Path) -> None:
    offices.record(office, "hop.yaml", month=3)
    two = offices.record(tmp_path / "y", "hop.yaml", month=4)
    start(two.parent)
    watch = start(office, two.parent)
    assert told(watch.first) == ["failed hop", "unchanged hop"]
    two.rename(two.with_name("hop2.yaml"))
    assert sorted(watch.until("built hop", "built hop2")) == ["built hop", "built hop2"]


def test_a_layout_that_was_away_for_a_while_is_watched_again(office: Path, start: Start, tmp_path: Path) -> None:
    layout = guests.folder(tmp_path / "own")
    offices.record(office, "a.yaml")
    watch = start(order=replace(ORDER, layouts=(str(layout),)))
    layout.rename(tmp_path / "away")
    assert told(watch.until_quiet()) == ["failed a"]
    (tmp_path / "away").rename(layout)
    assert told(watch.until_quiet()) == ["unchanged a"]
    watch.settle()
    put(layout / "print.css", (layout / "print.css").read_text(encoding="utf-8") + "p { color: black }\n")
    assert told(watch.until_quiet()) == ["built a"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
@pytest.mark.parametrize("polls", ["on", "off"])
def test_faults_are_told_whatever_goes_on_beside(
    office: Path, start: Start, monkeypatch: pytest.MonkeyPatch, polls: str
) -> None:
    monkeypatch.setenv("BULLETIN_POLLING", polls)
    record = offices.record(office, "a.yaml")
    (office / "tai-lieu.docx").symlink_to("/nowhere/tai-lieu.docx")
    watch = start()
    stop = threading.Event()

    def log() -> None:
        while not stop.wait(0.2):
            (office / "log.txt").write_text(str(time.monotonic()), encoding="utf-8")

    thread = threading.Thread(target=log)
    thread.start()
    try:
        put(record, record.read_text(encoding="utf-8").replace("ngày:", "ngàyy:"))
        assert told(watch.until_quiet()) == ["failed a"]
    finally:
        stop.set()
        thread.join()
    watch.nothing()


def test_an_orphan_is_told_once(office: Path, start: Start) -> None:
    record = offices.record(office, "a.yaml")
    text = offices.record(office, "b.yaml", month=10).read_text(encoding="utf-8")
    watch = start()
    record.unlink()
    (gone,) = watch.until_quiet()
    assert isinstance(gone, Gone)
    put(office / "c.yaml", text.replace("ngày:", "ngàyy:"))
    assert told(watch.until_quiet()) == ["failed c"]
    watch.nothing()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_photo_whose_link_was_set_anew_is_watched(office: Path, start: Start) -> None:
    offices.record(office, "a.yaml", PHOTO)
    (office / "anh").mkdir()
    pictures.scene(900, 600).save(office / "anh" / "one.jpg")
    (office / "anh" / "two.jpg").write_bytes((office / "anh" / "one.jpg").read_bytes())
    (office / "anh" / "hop.jpg").symlink_to("one.jpg")
    watch = start()
    (office / "anh" / ".new").symlink_to("two.jpg")
    (office / "anh" / ".new").replace(office / "anh" / "hop.jpg")
    watch.nothing()
    pictures.scene(900, 640).save(office / "anh" / "two.jpg")
    assert told(watch.until_quiet()) == ["built a"]


def test_what_is_amiss_with_the_whole_is_told_once(office: Path, start: Start) -> None:
    offices.record(office, "a.yaml")
    offices.record(office / "out", "b.yaml", month=10)
    (office / "out" / NAME).mkdir()
    watch = start(output=office / "out")
    assert [it.id for it in watch.first if isinstance(it, Problem)] == ["records-in-output", "manifest"]
    offices.record(office, "c.yaml", month=11)
    happenings = watch.until_quiet()
    assert told(happenings) == ["built c"]
    assert not any(isinstance(it, Problem) for it in happenings)


@pytest.mark.skipif(sys.platform == "darwin", reason="there both names are one")
def test_a_photo_whose_name_is_spelled_otherwise_is_watched(office: Path, start: Start) -> None:
    typed, on_disk = (unicodedata.normalize(form, "phòng họp.jpg") for form in ("NFC", "NFD"))
    offices.record(office, "a.yaml", PHOTO.replace("hop.jpg", typed))
    (office / "anh").mkdir()
    pictures.scene(900, 600).save(office / "anh" / on_disk)
    watch = start()
    pictures.scene(900, 640).save(office / "anh" / on_disk)
    assert told(watch.until_quiet()) == ["built a"]
    pictures.scene(900, 660).save(office / "anh" / typed)
    assert told(watch.until_quiet()) == ["built a"]


def test_a_renamed_folder_of_records(office: Path, start: Start) -> None:
    offices.record(office / "old", "a.yaml")
    watch = start()
    (office / "old").rename(office / "new")
    happenings = watch.until_quiet()
    assert told(happenings) == ["built a"]
    # Told a while later: whoever brings a new file may take the old one away first.
    assert any(isinstance(it, Gone) for it in watch.until_quiet())
    assert (watch.output / "new" / "a.pdf").exists()


@pytest.mark.slow
def test_a_deleted_bulletin_is_made_again(office: Path, start: Start) -> None:
    offices.record(office, "a.yaml")
    offices.record(office, "b.yaml")
    watch = start()
    for _ in range(2):
        (watch.output / "a.pdf").unlink()
        assert told(watch.until_quiet()) == ["built a"]
        shutil.rmtree(watch.output)
        assert sorted(watch.until("built a", "built b")) == ["built a", "built b"]
        time.sleep(WHILE_S)


def test_what_someone_else_has_written_is_left_alone_until_the_record_is_saved(office: Path, start: Start) -> None:
    record = offices.record(office, "a.yaml")
    watch = start()
    (watch.output / "a.pdf").write_bytes(b"stamped by the office")
    watch.nothing()
    put(record, other(record))
    assert told(watch.until_quiet()) == ["built a"]
    assert (watch.output / "a.pdf").read_bytes().startswith(b"%PDF")


def test_the_output_folder_may_lie_in_the_watched_one(office: Path, start: Start) -> None:
    offices.record(office, "a.yaml")
    watch = start(output=office / "out")
    assert told(watch.first) == ["built a"]
    watch.nothing()
    (office / "out" / "a.pdf").unlink()
    assert told(watch.until_quiet()) == ["built a"]
    watch.nothing()


def test_the_output_folder_may_be_the_watched_one(office: Path, start: Start) -> None:
    record = offices.record(office, "a.yaml")
    watch = start(output=office)
    put(record, other(record))
    assert told(watch.until_quiet()) == ["built a"]
    watch.nothing()


def test_what_cannot_be_written_is_not_tried_again_and_again(
    office: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def full(part: Path, *_: object) -> None:
        tries.append(part)
        raise OSError(errno.ENOSPC, "")

    # The folder that was made for it is removed again, which is a change in the watched one.
    monkeypatch.setattr(files, "_write", full)
    offices.record(office, "a.yaml")
    watch = start(output=office / "out")
    assert told(watch.first) == ["failed a"]
    watch.nothing()
    assert len(tries) <= 2


@pytest.mark.slow
def test_two_records_of_one_name_do_not_take_turns(office: Path, start: Start, tmp_path: Path) -> None:
    first, second = (offices.record(tmp_path / name, "hop.yaml", month=month) for name, month in (("a", 3), ("b", 4)))
    watch = start(tmp_path / "a", tmp_path / "b")
    assert told(watch.first) == ["failed hop", "built hop"]
    watch.nothing()
    put(second, other(second))
    watch.nothing()
    put(first, other(first))
    assert told(watch.until_quiet()) == ["built hop"]


def test_a_record_alone_is_watched_with_its_photos_and_no_other(office: Path, start: Start) -> None:
    record = offices.record(office, "a.yaml", PHOTO)
    beside = offices.record(office, "b.yaml")
    watch = start(record)
    assert told(watch.first) == ["failed a"]
    put(beside, other(beside))
    (office / "anh").mkdir()
    pictures.scene(900, 600).save(office / "anh" / "hop.jpg")
    assert watch.until("built a") == ["built a"]
    record.unlink()
    assert isinstance(watch.until_quiet()[0], Gone) if record.is_dir() else True
    offices.record(office, "a.yaml", PHOTO.replace("bê tông", "nhựa"))
    assert "built a" in watch.until("built a")


@pytest.mark.slow
def test_the_watched_folder_itself_may_go_and_come_back(office: Path, start: Start, tmp_path: Path) -> None:
    offices.record(office, "a.yaml")
    watch = start(output=tmp_path / "out")
    office.rename(tmp_path / "away")
    time.sleep(WHILE_S)
    (tmp_path / "away").rename(office)
    time.sleep(WHILE_S)
    put(office / "a.yaml", other(office / "a.yaml"))
    assert "built a" in watch.until("built a")


def test_the_record_that_was_saved_last_comes_first(office: Path, start: Start) -> None:
    records = [offices.record(office, f"r{number}.yaml") for number in range(6)]
    for number, record in enumerate(records):
        os.utime(record, (1_700_000_000 + number, 1_700_000_000 + number))
    saved = records[0]
    is_saved = threading.Event()

    class Slow(Here):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            if args[0][0].record.stem == "r5":
                put(saved, other(saved))
                # Long enough for the system to tell it.
                time.sleep(WHILE_S)
                is_saved.set()
            return super().submit(fn, *args, **kwargs)

    watch = start(executor=Slow())
    assert is_saved.is_set()
    assert told(watch.first) == [f"built r{number}" for number in (5, 4, 0, 3, 2, 1)]


def test_editions_of_one_record_are_made_each_for_itself(office: Path, start: Start, tmp_path: Path) -> None:
    record = offices.record(office)
    seen: list[tuple[int, bool]] = []

    class Seen(Here):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            seen.append((len(args[0]), (tmp_path / "out" / "hop.pdf").exists()))
            return super().submit(fn, *args, **kwargs)

    both = Order(editions=("standard", "large-print"), formats=("pdf", "png"), options=ORDER.options)
    watch = start(order=both, executor=Seen())
    assert seen[:2] == [(2, False), (2, True)]
    assert told(watch.first) == ["built hop"] * 4
    put(record, offices.FAULTY)
    failed = [it for it in watch.until_quiet() if isinstance(it, Outcome)]
    assert len({id(outcome.error) for outcome in failed}) == 1
    assert len(failed) == 4


def test_folders_below_a_hidden_one_are_watched(start: Start, tmp_path: Path) -> None:
    record = offices.record(tmp_path / ".office" / "notes")
    watch = start(tmp_path / ".office" / "notes")
    put(record, other(record))
    assert told(watch.until_quiet()) == ["built hop"]


def test_the_day_is_asked_for_with_each_change(office: Path, start: Start) -> None:
    record = offices.record(office)
    watch = start()
    tomorrow = Options(printed_on=dt.date(2025, 9, 6))
    watch._given = Order(editions=("standard",), options=tomorrow)
    put(record, other(record))
    (outcome,) = (it for it in watch.until_quiet() if isinstance(it, Outcome))
    assert outcome.job.options == tomorrow


@pytest.mark.slow
def test_where_the_system_tells_nothing_folders_are_looked_at(
    office: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BULLETIN_POLLING", "on")
    record = offices.record(office)
    watch = start()
    time.sleep(WHILE_S)
    put(record, other(record))
    watch.until("built hop")
    last = record.read_text(encoding="utf-8").replace("mới", "tốt")
    put(record, last)
    watch.until("built hop")
    put(record, last.replace("tốt", "đẹp"))
    watch.until("built hop")


@pytest.mark.slow
def test_when_too_many_folders_are_watched_they_are_looked_at(
    office: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    import watchfiles

    real, asked = watchfiles.watch, []

    def full(*folders: str, **more: Any) -> Any:
        asked.append(more["force_polling"])
        if not more["force_polling"]:
            raise OSError(28, "no watches are left")
        return real(*folders, **more)

    monkeypatch.setattr(watchfiles, "watch", full)
    record = offices.record(office)
    watch = start()
    time.sleep(WHILE_S)
    put(record, other(record))
    assert told(watch.until_quiet()) == ["built hop"]
    assert set(asked) == {False, True}


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BulletinError) as caught:
        next(watched([tmp_path / "nowhere"], lambda: ORDER, tmp_path / "out", executor=Here()))
    assert caught.value.exit_code == 4


def test_a_round_says_how_much_there_is_to_do(office: Path, start: Start) -> None:
    for name in ("a.yaml", "b.yaml"):
        offices.record(office, name)
    watch = start()
    first = watch.first[0]
    assert isinstance(first, Round)
    assert (len(first.jobs), first.stale) == (2, 2)
    assert watching.PATIENCE_S < WHILE_S


class Meddling(Here):
    """Deletes a file once, while something is made."""

    def __init__(self) -> None:
        self.file: Path | None = None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if self.file:
            self.file.unlink()
            self.file = None
            time.sleep(0.5)
        return super().submit(fn, *args, **kwargs)


@pytest.mark.slow
def test_what_is_in_line_stays_there_when_something_else_happens_to_its_record(office: Path, tmp_path: Path) -> None:
    records = [offices.record(office, f"{number}.yaml", offices.APPROVED, month=number + 1) for number in range(3)]
    executor = Meddling()
    order = Order(editions=("standard", "large-print"), options=ORDER.options)
    with Watch(office, output=tmp_path / "out", executor=executor, order=order) as watch:
        watch.until_quiet()
        watch.settle()
        before = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")}
        executor.file = tmp_path / "out" / "0.large-print.pdf"
        for record in records:
            put(record, other(record))
        watch.until("built 0", "built 1", "built 2")
        after = {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")}
        assert len(after) == 6
        assert [name for name in after if after[name] == before[name]] == []


def test_the_first_round_is_one(office: Path, tmp_path: Path) -> None:
    """What is in line already is not told of once more because folders are watched from now on."""
    for number in range(4):
        offices.record(office, f"{number}.yaml", offices.APPROVED, month=number + 1)
    with Watch(office, output=tmp_path / "out") as watch:
        happenings = watch.until_quiet()
    assert [len(it.jobs) for it in happenings if isinstance(it, Round)] == [4]
    assert told(happenings) == ["built 3", "built 2", "built 1", "built 0"]

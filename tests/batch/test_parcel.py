from __future__ import annotations

import datetime as dt
import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import guests
import offices
from bulletin.batch import Job, Options
from bulletin.batch.parcel import Packed, packed
from bulletin.batch.work import Made, Source, Worked
from bulletin.edition import Edition
from bulletin.errors import LayoutError, OutputError, Problem, RecordError
from bulletin.pipeline import find_pictures
from photos import pictures

OPTIONS = Options(printed_on=dt.date(2026, 1, 5))
WITH_PHOTO = offices.DRAFT + "ảnh:\n  - ' ./anh\\a.jpg'\n"


def job(record: Path, layout: str = "news") -> Job:
    return Job(
        record=record, layout=layout, edition=Edition.named("standard"), target=Path("out/hop.pdf"), options=OPTIONS
    )


def sent(*jobs: Job) -> Packed:
    found = packed(jobs)
    assert found is not None
    return found


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "anh").mkdir()
    pictures.scene().save(tmp_path / "anh" / "a.jpg")
    offices.settings(tmp_path, '[organisation]\nname = "Xã An Hòa"\n')
    offices.record(tmp_path, text=WITH_PHOTO)
    monkeypatch.setenv("BULLETIN_CACHE", "off")
    monkeypatch.chdir(tmp_path)
    return Path()


def test_a_parcel_holds_the_record_its_photos_its_layouts_and_its_settings(office: Path) -> None:
    guests.folder(Path("layouts"))
    found = sent(job(Path("hop.yaml")), job(Path("hop.yaml"), "layouts/mau-xa"))
    assert set(found.parcel.files) == {
        "record/hop.yaml", "record/anh/a.jpg", "layouts/0/mau-xa/layout.toml", "layouts/0/mau-xa/bulletin.html",
        "layouts/0/mau-xa/print.css",
    }  # fmt: skip
    for name, digest in found.parcel.files.items():
        assert hashlib.sha256(found.blobs[digest]).hexdigest() == digest, name
    assert found.parcel.settings.organisation == {"name": "Xã An Hòa"}
    assert found.parcel.settings.path is None
    assert found.parcel.language == "en"


def test_it_is_laid_out_with_the_names_that_the_record_has(office: Path, tmp_path: Path) -> None:
    guests.folder(Path("layouts"))
    found = sent(job(Path("hop.yaml")), job(Path("hop.yaml"), "layouts/mau-xa"))
    there = tmp_path / "there"
    jobs = found.parcel.lay_out(there, found.blobs)
    assert [one.record for one in jobs] == [there / "record" / "hop.yaml"] * 2
    assert [one.layout for one in jobs] == ["news", str(there / "layouts" / "0" / "mau-xa")]
    assert [one.target for one in jobs] == [Path("out/hop.pdf")] * 2
    assert (there / "record" / "anh" / "a.jpg").read_bytes() == Path("anh/a.jpg").read_bytes()
    assert jobs[0].record.read_bytes() == Path("hop.yaml").read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "../x", "/x", "record/../../x", "a/..", "a\0b", "", "//host/x",
        *(pytest.param(name, marks=pytest.mark.skipif(os.name != "nt", reason="a name like any other"))
          for name in ("c:x", "a\\..\\b")),
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(office: Path, tmp_path: Path, name: str) -> None:
    found = sent(job(Path("hop.yaml")))
    digest = next(iter(found.blobs))
    bad = replace(found.parcel, files={name: digest})
    (tmp_path / "deep" / "there").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ValueError, match=r"^"):
        bad.lay_out(tmp_path / "deep" / "there", found.blobs)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_is_not_what_it_should_be_is_not_laid_out(office: Path, tmp_path: Path) -> None:
    found = sent(job(Path("hop.yaml")))
    with pytest.raises(ValueError, match="record/hop"):
        found.parcel.lay_out(tmp_path / "there", dict.fromkeys(found.blobs, b"other"))


def faulty_record(_: Path) -> Job:
    return job(offices.record(Path("x"), text=offices.FAULTY))


def lost_photo(_: Path) -> Job:
    return job(offices.record(Path("x"), text=WITH_PHOTO))


def lost_record(_: Path) -> Job:
    return job(Path("no.yaml"))


def faulty_settings(_: Path) -> Job:
    offices.settings(Path("x"), "editions = 5\n")
    return job(offices.record(Path("x")))


def lost_layout(_: Path) -> Job:
    return job(offices.record(Path("x")), "no-such")


def faulty_layout(_: Path) -> Job:
    folder = guests.folder(Path("layouts"))
    (folder / "print.css").unlink()
    return job(offices.record(Path("x")), str(folder))


@pytest.mark.parametrize(
    "fault", [faulty_record, lost_photo, lost_record, faulty_settings, lost_layout, faulty_layout]
)  # fmt: skip
def test_what_is_at_fault_here_is_not_sent(office: Path, fault: Any) -> None:
    assert packed([fault(office)]) is None


def test_a_record_that_is_saved_meanwhile_is_not_sent(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = find_pictures

    def save(path: Path, settings: Any) -> Any:
        try:
            return kept(path, settings)
        finally:
            offices.record(Path(), text=offices.DRAFT)

    monkeypatch.setattr("bulletin.batch.parcel.find_pictures", save)
    assert packed([job(Path("hop.yaml"))]) is None


def result(there: Path, *, layout: Path | None = None, **made: Any) -> Worked:
    there = there.resolve()
    return Worked(
        made=(Made(job=job(there / "record" / "hop.yaml"), **made),), record="abc",
        photos=(Source(path=there / "record" / "anh" / "a.jpg", size=1, changed_ns=2, digest="d"),),
    )  # fmt: skip


def test_what_comes_back_bears_our_paths_and_stamps(office: Path, tmp_path: Path) -> None:
    wanted = job(Path("hop.yaml"), "layouts/mau-xa")
    guests.folder(Path("layouts"))
    found = sent(wanted)
    there = tmp_path / "there"
    theirs = there / "layouts" / "0" / "mau-xa"
    notes = (
        Problem("m", there / "record" / "hop.yaml", 3, id="a"),
        Problem(f"in {theirs}", theirs / "print.css", hint=f"bulletin layouts check {theirs}"),
    )
    back = found.parcel.returned(result(there, notes=notes, files={Path("out/hop.pdf"): b"x"}), there)
    assert back.made[0].job == wanted
    assert back.made[0].files == {Path("out/hop.pdf"): b"x"}
    assert back.made[0].notes == (
        Problem("m", Path("hop.yaml"), 3, id="a"),
        Problem("in layouts/mau-xa", Path("layouts/mau-xa/print.css"), hint="bulletin layouts check layouts/mau-xa"),
    )
    about = Path("anh/a.jpg").stat()
    (photo,) = back.photos
    assert (photo.path, photo.size, photo.changed_ns) == (Path("anh/a.jpg"), about.st_size, about.st_mtime_ns)
    assert photo.digest == hashlib.sha256(Path("anh/a.jpg").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "error",
    [
        lambda path: RecordError([Problem("m", path, 2, hint=f"see {path}")]),
        lambda path: LayoutError(problems=[Problem("m", path, 2, hint=f"see {path}")]),
        lambda path: LayoutError(f"no {path}", hint=f"see {path}"),
        lambda path: OutputError(f"no {path}", hint=f"see {path}"),
    ],
)
def test_errors_bear_our_paths(office: Path, tmp_path: Path, error: Any) -> None:
    found = sent(job(Path("hop.yaml")))
    there = tmp_path / "there"
    back = found.parcel.returned(result(there, error=error(there / "record" / "hop.yaml")), there).made[0].error
    ours = error(Path("hop.yaml"))
    assert (type(back), str(back), back and vars(back)) == (type(ours), str(ours), vars(ours))


def test_one_error_stands_for_several_jobs(office: Path, tmp_path: Path) -> None:
    found = sent(job(Path("hop.yaml")), job(Path("hop.yaml"), "poster"))
    there = tmp_path / "there"
    error = RecordError([Problem("m", there / "record" / "hop.yaml")])
    one = result(there, error=error).made[0]
    made = found.parcel.returned(Worked(made=(one, one)), there).made
    assert made[0].error is made[1].error


def test_an_error_of_no_kind_of_ours_stays_as_it_is(office: Path, tmp_path: Path) -> None:
    found = sent(job(Path("hop.yaml")))
    error = ZeroDivisionError()
    assert found.parcel.returned(result(tmp_path, error=error), tmp_path).made[0].error is error


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_odd_names_travel(office: Path, tmp_path: Path) -> None:
    Path("anh/a.jpg").rename("anh/10:30.jpg")
    found = sent(job(offices.record(Path(), "10:30 \\ hop.yaml", WITH_PHOTO.replace("a.jpg", "10:30.jpg"))))
    (there,) = found.parcel.lay_out(tmp_path / "there", found.blobs)
    assert there.record.is_file()
    assert (there.record.parent / "anh" / "10:30.jpg").is_file()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_is_sent_as_what_it_leads_to(office: Path, tmp_path: Path) -> None:
    Path("anh/a.jpg").rename("anh/b.jpg")
    Path("anh/a.jpg").symlink_to("b.jpg")
    found = sent(job(Path("hop.yaml")))
    assert "record/anh/a.jpg" in found.parcel.files
    assert found.parcel.photos["record/anh/a.jpg"].path == Path("anh/a.jpg")

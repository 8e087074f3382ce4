"""A scheduler and workers as processes on loopback; what they make is what is made here.

`BULLETIN_KILLS=50 pytest tests/batch/test_cluster.py -k random` kills so many workers.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import guests
import offices
from bulletin import cli, messages
from bulletin.batch import Cluster, Here, Job, Options, Order, Outcome, Pool, Receipts, build_many, found, jobs, planned
from bulletin.batch.receipts import Receipt
from bulletin.batch.work import worked
from bulletin.config import Offices
from bulletin.errors import ProblemsError, RenderError
from crews import PATIENCE_S, ROOT, Crew
from photos import pictures

KILLS = int(os.environ.get("BULLETIN_KILLS", "3"))
SEED = 20261128
DAY = dt.date(2026, 1, 5)
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]

SETTINGS = """\
masthead = "TIN XÃ TA"
silence = ["no-caption"]

[organisation]
name = "Xã An Hòa"
"""
WITH_PHOTOS = offices.APPROVED + "ảnh:\n  - anh/quang-canh.jpg\n"
TWICE = offices.DRAFT + "ảnh:\n  - anh\\quang-canh.jpg\n  - tệp: ./anh/../anh/chu-tri.png\n    chú thích: Chủ trì\n"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULLETIN_CACHE", str(tmp_path / "own-cache"))


@pytest.fixture(scope="module")
def crew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crew]:
    """A scheduler with two workers, which no test harms."""
    found = Crew(tmp_path_factory.mktemp("crew"))
    try:
        yield found.hire(2).ready(2)
    finally:
        found.close()


@pytest.fixture
def frail(tmp_path: Path) -> Iterator[Crew]:
    """A scheduler without workers, for one test alone."""
    (tmp_path / "frail").mkdir()
    found = Crew(tmp_path / "frail")
    try:
        yield found
    finally:
        found.close()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Records of all kinds, seen from the folder where the clerk is."""
    folder = tmp_path / "Hồ sơ"
    (folder / "anh").mkdir(parents=True)
    pictures.scene(900, 600).save(folder / "anh" / "quang-canh.jpg")
    pictures.quarters(600, 400).save(folder / "anh" / "chu-tri.png")
    (folder / "anh" / "cut.jpg").write_bytes((folder / "anh" / "quang-canh.jpg").read_bytes()[:9000])
    offices.settings(folder, SETTINGS)
    guests.folder(folder / "layouts")
    offices.record(folder, "a.yaml", WITH_PHOTOS, month=3)
    offices.record(folder, "b.yaml", TWICE, month=4)
    offices.record(folder, "c.yaml", month=5)
    offices.record(folder, "faulty.yaml", offices.FAULTY)
    offices.record(folder, "lost.yaml", offices.DRAFT + "ảnh:\n  - anh/quang-cảnh.jpg\n")
    offices.record(folder, "cut.yaml", offices.DRAFT + "ảnh:\n  - anh/cut.jpg\n")
    monkeypatch.chdir(tmp_path)
    return Path("Hồ sơ")


def ordered(folder: Path, out: Path, *, layouts: tuple[str, ...] = (), formats: tuple[str, ...] = ("pdf",),
            editions: tuple[str, ...] = ("standard",), **options: Any) -> tuple[Job, ...]:  # fmt: skip
    order = Order(
        layouts=layouts, formats=formats, editions=editions, options=Options(printed_on=DAY, dpi=60, **options)
    )
    return jobs(found([folder]), order, out)


def run(todo: tuple[Job, ...], out: Path, executor: Executor) -> dict[Path, Outcome]:
    """Make them, with a manifest."""
    out.mkdir(parents=True, exist_ok=True)
    plan = planned(todo, Receipts(out), Offices(), force=True)
    with executor:
        made = list(build_many(todo, executor=executor, keep=plan.keep))
    return {outcome.job.target: outcome for outcome in made}


def told(outcome: Outcome) -> tuple[Any, ...]:
    """All that a clerk is told of a bulletin, the time that it took apart."""
    error: Any = outcome.error
    if isinstance(error, ProblemsError):
        error = (type(error), error.problems)
    elif error is not None:
        error = (type(error), str(error), getattr(error, "hint", ""), getattr(error, "problems", ()))
    return replace(outcome, seconds=0.0, error=None), error


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if not path.name.startswith(".")}


def receipts(out: Path) -> dict[str, Receipt]:
    """The manifest without the moments at which files were written."""
    return {
        receipt.target: replace(receipt, files=tuple((*stamp[:2], 0, stamp[3]) for stamp in receipt.files))
        for receipt in Receipts(out)
    }


def problem_ids(outcome: Outcome) -> list[str]:
    assert isinstance(outcome.error, ProblemsError), outcome
    return [problem.id for problem in outcome.error.problems]


def free_port() -> int:
    with socket.socket() as own:
        own.bind(("127.0.0.1", 0))
        port: int = own.getsockname()[1]
        return port


def test_a_cluster_makes_what_one_process_makes_and_tells_the_same(crew: Crew, office: Path, tmp_path: Path) -> None:
    # Not the language that a worker would speak by itself.
    messages.speak("vi")
    out = tmp_path / "out"
    mine = str(office / "layouts" / "mau-xa")
    todo = ordered(office, out, layouts=("news", mine), formats=("pdf", "html", "png"), embed_record=True)
    seen = []
    for executor in (Here(), Pool(2), Cluster(crew.address)):
        made = run(todo, out, executor)
        seen.append(({target: told(outcome) for target, outcome in made.items()}, files(out), receipts(out)))
        # One error stands for all that a record would have been made into.
        errors = [outcome.error for outcome in made.values() if outcome.job.record.name == "faulty.yaml"]
        assert len({id(error) for error in errors}) == 1
        shutil.rmtree(out)
    here, pool, cluster = seen
    assert pool == here
    assert cluster == here
    outcomes, written, kept = here
    assert {name.partition(".")[0].partition("-")[0] for name in written} == {"a", "b", "c"}
    assert [seen for seen, *_ in kept["b.pdf"].photos] == ["anh/chu-tri.png", "anh/quang-canh.jpg"]
    assert any(note.path == Path(mine, "layout.toml") and mine in note.hint
               for outcome, _ in outcomes.values() for note in outcome.notes)  # fmt: skip


def test_what_records_have_in_common_travels_once(crew: Crew, office: Path, tmp_path: Path) -> None:
    cluster = Cluster(crew.address)
    mine = str(office / "layouts" / "mau-xa")
    run(ordered(office, tmp_path / "out", layouts=("news", mine)), tmp_path / "out", cluster)
    # Four records, three pictures, three files of a layout; what is faulty stays here.
    assert cluster._shelf.sent == 10


def test_a_faulty_record_is_judged_without_the_cluster(crew: Crew, office: Path, tmp_path: Path) -> None:
    cluster = Cluster(crew.address)
    todo = [job for job in ordered(office, tmp_path / "out") if job.record.name in ("faulty.yaml", "lost.yaml")]
    made = run(tuple(todo), tmp_path / "out", cluster)
    assert cluster._shelf.sent == 0
    assert problem_ids(made[tmp_path / "out" / "lost.pdf"]) == ["photo-missing"]
    assert len(problem_ids(made[tmp_path / "out" / "faulty.pdf"])) > 1


def many(folder: Path, number: int = 8) -> Path:
    for n in range(number):
        offices.record(folder, f"{n}.yaml", offices.APPROVED, month=n % 12 + 1)
    return folder


def test_a_worker_is_killed_in_the_middle_and_the_run_completes(frail: Crew, tmp_path: Path) -> None:
    todo = ordered(many(tmp_path / "records"), tmp_path / "out")
    frail.hire(2).ready(2)
    made = []
    with Cluster(frail.address) as cluster:
        for outcome in build_many(todo, executor=cluster):
            made.append(outcome)
            if len(made) == 1:
                frail.kill(0)
    assert [outcome.error for outcome in made] == [None] * 8
    assert len(frail.pids) == 1
    whole = files(tmp_path / "out")
    run(ordered(tmp_path / "records", tmp_path / "again"), tmp_path / "again", Here())
    assert whole == files(tmp_path / "again")


def test_workers_killed_at_random_moments_do_no_damage(frail: Crew, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    records = many(tmp_path / "records", 6)
    wanted = ordered(records, tmp_path / "wanted")
    run(wanted, tmp_path / "wanted", Here())
    todo = ordered(records, tmp_path / "out")
    frail.hire(2).ready(2)
    killed = 0
    over = threading.Event()

    def kill() -> None:
        nonlocal killed
        while killed < KILLS and not over.wait(chance.uniform(0.2, 2.0)):
            frail.kill(chance.randrange(2))
            killed += 1
            frail.hire()

    while killed < KILLS:
        over.clear()
        killer = threading.Thread(target=kill)
        killer.start()
        try:
            made = run(todo, tmp_path / "out", Cluster(frail.address, wait_s=60))
        finally:
            over.set()
            killer.join()
        assert {outcome.error for outcome in made.values()} == {None}
        assert files(tmp_path / "out") == files(tmp_path / "wanted")
        assert {target: replace(it, parts={}) for target, it in receipts(tmp_path / "out").items()}.keys() == {
            path.name for path in (tmp_path / "wanted").glob("*.pdf")
        }
        shutil.rmtree(tmp_path / "out")


def another(folder: Path) -> Path:
    """A copy of the program that is like this one."""
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("layouts", "fonts"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def differing(folder: Path, part: str) -> Path:
    """Where modules of a program lie that differs in a part."""
    other = another(folder)
    if part == "program":
        change(other / "src/bulletin/__init__.py", '__version__ = "', '__version__ = "9.')
    elif part == "fonts":
        change(other / "fonts/fonts.css", "@font-face", "/* ours */ @font-face")
    else:
        change(other / "layouts/news/print.css", "{", " {")
    return other / "src"


@pytest.mark.parametrize("part", ["program", "fonts", "layouts"])
def test_a_worker_that_differs_is_refused_by_name(frail: Crew, tmp_path: Path, part: str) -> None:
    frail.hire().hire(path=[differing(tmp_path / "other", part)], more=["--name", "stranger"]).ready(2)
    with pytest.raises(RenderError) as caught:
        Cluster(frail.address)
    (problem,) = caught.value.problems
    assert problem.id == "cluster-differs"
    assert "the worker tcp://127.0.0.1:" in problem.message
    assert socket.gethostname() in problem.message
    assert f": {part}: " in problem.message
    assert "; " not in problem.message, "all else is alike"


def test_a_worker_without_the_program_is_refused_by_name(frail: Crew, tmp_path: Path) -> None:
    (tmp_path / "bulletin.py").touch()
    frail.hire(path=[tmp_path]).ready(1)
    with pytest.raises(RenderError, match=r"the worker tcp://.* has no program like this one"):
        Cluster(frail.address)


def test_a_worker_that_differs_and_comes_later_is_left_out_by_name(frail: Crew, tmp_path: Path) -> None:
    other = differing(tmp_path / "other", "fonts")
    todo = ordered(many(tmp_path / "records"), tmp_path / "out")
    frail.hire().ready(1)
    cluster = Cluster(frail.address)
    assert not cluster.left_out
    frail.hire(path=[other]).ready(2)
    made = run(todo, tmp_path / "out", cluster)
    assert {outcome.error for outcome in made.values()} == {None}
    (problem,) = cluster.left_out
    assert ": fonts: " in problem.message


POISON = """
import os
from bulletin.batch.parcel import Parcel
lay_out = getattr(Parcel, "own", Parcel.lay_out)
def poisoned(self, folder, blobs):
    if self.jobs[0].record.stem == "3":
        os.kill(os.getpid(), 9)
    return lay_out(self, folder, blobs)
Parcel.own, Parcel.lay_out = lay_out, poisoned
"""


def test_a_record_that_kills_every_worker_is_told_by_name_and_the_rest_goes_on(
    frail: Crew, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["bulletin.batch.cluster"], "_ATTEMPTS", 3)
    (tmp_path / "poison.py").write_text(POISON)
    todo = ordered(many(tmp_path / "records", 5), tmp_path / "out")
    frail.hire(2, nanny=True, more=["--preload", str(tmp_path / "poison.py")]).ready(2)
    made = run(todo, tmp_path / "out", Cluster(frail.address, wait_s=60))
    failed = [outcome for outcome in made.values() if outcome.error]
    assert [outcome.job.record.stem for outcome in failed] == ["3"]
    assert problem_ids(failed[0]) == ["worker-lost"]


def test_a_scheduler_that_is_lost_in_the_middle_ends_the_run_and_what_was_made_is_kept(
    frail: Crew, tmp_path: Path
) -> None:
    todo = ordered(many(tmp_path / "records"), tmp_path / "out")
    frail.hire(2).ready(2)
    made = []
    with Cluster(frail.address, wait_s=4) as cluster:
        for outcome in build_many(todo, executor=cluster):
            made.append(outcome)
            if len(made) == 1:
                frail.scheduler.kill()
    assert len(made) == len(todo)
    good = [outcome for outcome in made if outcome.error is None]
    bad = [outcome for outcome in made if outcome.error is not None]
    assert good, bad
    assert bad
    assert {path.name for path in (tmp_path / "out").iterdir()} == {outcome.files[0].name for outcome in good}
    assert {id for outcome in bad for id in problem_ids(outcome)} == {"cluster-lost"}
    assert len({id(outcome.error) for outcome in bad}) == 1, "it is told once"


def test_workers_that_are_all_gone_end_the_run(frail: Crew, tmp_path: Path) -> None:
    todo = ordered(many(tmp_path / "records", 4), tmp_path / "out")
    frail.hire().ready(1)
    made = []
    with Cluster(frail.address, wait_s=8) as cluster:
        for outcome in build_many(todo, executor=cluster):
            made.append(outcome)
            if len(made) == 1:
                frail.kill(0)
    assert len(made) == 4
    error = made[-1].error
    assert isinstance(error, RenderError)
    assert "all workers of the cluster" in error.problems[0].message


def test_a_scheduler_without_workers_is_told(frail: Crew) -> None:
    with pytest.raises(RenderError, match="no worker has come to the cluster"):
        Cluster(frail.address, wait_s=1)


@pytest.mark.parametrize(
    "address",
    ["foo", "", "nonsense://x:1", "http://10.0.0.5:8787", "127.0.0.1:x", "tcp://a:0", "tcp://a:65536", "tcp://:8786",
     "tcp://a b:8786", "tcp://a:8786/status"],
)  # fmt: skip
def test_what_is_no_address_is_refused_at_once(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Nobody is asked.
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RenderError) as caught:
        Cluster(address)
    (problem,) = caught.value.problems
    assert (problem.id, problem.message) == ("cluster-address", f"“{address}” is not the address of a cluster")
    assert problem.hint == "write host and port of the scheduler, for example: tcp://10.0.0.5:8786"


@pytest.mark.parametrize("address", ["10.0.0.5:8786", "tls://may-1.xa.vn:8786", "tcp://[fe80::1%eth0]:8786/"])
def test_an_address_is_known_as_one(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RenderError, match="not installed"):
        Cluster(address)


def test_a_connection_that_did_not_come_to_be_leaves_no_word_behind() -> None:
    code = (
        "from bulletin.batch import Cluster\nfrom bulletin.errors import RenderError\n"
        # No certificate is set up.
        "try:\n    Cluster('tls://127.0.0.1:1')\nexcept RenderError as error:\n    print(error.problems[0].id)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("cluster-unreachable\n", "")


@pytest.mark.parametrize("scheme", ["", "tcp://"])
def test_a_scheduler_that_is_not_there_is_told(scheme: str) -> None:
    address = f"{scheme}127.0.0.1:{free_port()}"
    with pytest.raises(RenderError) as caught:
        Cluster(address, wait_s=1)
    assert [problem.id for problem in caught.value.problems] == ["cluster-unreachable"]


def test_that_dask_is_not_installed_is_told_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(RenderError) as caught:
        Cluster("tcp://127.0.0.1:1")
    (problem,) = caught.value.problems
    assert problem.id == "cluster-not-installed"
    assert problem.hint == 'type: pip install "bulletin[cluster]"'


def test_who_leaves_at_once_waits_for_nothing(crew: Crew, office: Path, tmp_path: Path) -> None:
    todo = ordered(office, tmp_path / "out", editions=("standard", "large-print", "giant-print"))
    cluster = Cluster(crew.address)
    future = cluster.submit(worked, todo[:3])
    # As a `with` block leaves it.
    cluster.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    # On a busy machine the work may be done before anyone leaves.
    assert future.done()
    for thread in threading.enumerate():
        if thread.name.startswith("cluster"):
            # On a busy machine it may be on its way out.
            thread.join(PATIENCE_S)
            assert not thread.is_alive()


def test_the_command_builds_on_a_cluster(
    crew: Crew, office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*more: str) -> int:
        with pytest.raises(SystemExit) as left:
            cli.main(["--lang", "en", "build", str(office / "a.yaml"), *more])
        assert isinstance(left.value.code, int)
        return left.value.code

    assert build("-o", "here") == 0
    assert build("-o", "there", "--cluster", crew.address) == 0
    assert files(Path("here")) == files(Path("there"))
    assert build("-o", "there", "--cluster", crew.address) == 0
    assert "unchanged" in capsys.readouterr().out
    monkeypatch.setattr("bulletin.batch.cluster.WAIT_S", 2.0)
    assert build("-o", "no", "--cluster", f"tcp://127.0.0.1:{free_port()}") == 6

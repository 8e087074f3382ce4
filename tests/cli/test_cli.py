"""The program as a whole: its language, its help, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import offices
from bulletin import __version__
from bulletin.cli import commands

from .conftest import Bulletin

VIETNAMESE = "Các lệnh:"
ENGLISH = "Commands:"


def test_the_version(bulletin: Bulletin) -> None:
    done = bulletin("--version")
    assert (done.code, done.out, done.err) == (0, f"bulletin {__version__}\n", "")


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({}, VIETNAMESE),
        ({"LANG": "C"}, VIETNAMESE),
        ({"LANG": "POSIX"}, VIETNAMESE),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, VIETNAMESE),
        ({"LANG": "fr_FR.UTF-8"}, VIETNAMESE),
        ({"LANG": "en_GB.UTF-8"}, ENGLISH),
        ({"LC_MESSAGES": "en_US", "LANG": "vi_VN"}, ENGLISH),
        ({"LC_ALL": "vi_VN", "LC_MESSAGES": "en_US"}, VIETNAMESE),
        ({"BULLETIN_LANG": "en", "LC_ALL": "vi_VN"}, ENGLISH),
        ({"BULLETIN_LANG": "en-GB"}, ENGLISH),
        ({"BULLETIN_LANG": "vi", "LANG": "en_US"}, VIETNAMESE),
        ({"BULLETIN_LANG": "", "LANG": "en_US"}, ENGLISH),
    ],
)
def test_the_language_of_the_environment(
    bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], words: str
) -> None:
    monkeypatch.delenv("BULLETIN_LANG")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert words in bulletin("--help").out


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "vi", "check", "--help"), ("check", "--lang=vi", "--help"), ("check", "--help", "--lang", "vi")],
)
def test_a_language_may_be_asked_for_before_and_after_the_command(
    bulletin: Bulletin, arguments: tuple[str, ...]
) -> None:
    assert "Tùy chọn:" in bulletin(*arguments).out


def test_what_follows_two_dashes_asks_for_nothing(bulletin: Bulletin) -> None:
    assert "there is no such file" in bulletin("check", "--", "--lang", "vi").out


def test_an_unknown_language_is_wrong_usage(bulletin: Bulletin) -> None:
    done = bulletin("--lang", "fr", "check", "a.yaml")
    assert done.code == 2
    assert "fr" in done.err


def test_the_language_of_the_office_holds_unless_the_reader_chose(
    bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offices.settings(tmp_path, 'language = "en"\n')
    monkeypatch.delenv("BULLETIN_LANG")
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    for command in (["check"], ["build"], ["check", "--format", "json"]):
        done = bulletin(*command, "none.yaml")
        assert "there is no such file" in done.out + done.err
    assert "Conference news" in bulletin("layouts").out
    assert "không có tệp này" in bulletin("--lang", "vi", "check", "none.yaml").out
    monkeypatch.setenv("BULLETIN_LANG", "vi")
    assert "không có tệp này" in bulletin("check", "none.yaml").out


def test_without_a_command_the_help_is_shown_as_wrong_usage(bulletin: Bulletin) -> None:
    done = bulletin()
    assert (done.code, done.out) == (2, "")
    assert "Commands:" in done.err


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", [None, *commands.commands])
def test_help_is_in_one_language(bulletin: Bulletin, language: str, name: str | None) -> None:
    done = bulletin("--lang", language, *([name] if name else []), "--help")
    assert (done.code, done.err) == (0, "")
    foreign = {
        "vi": ("Usage", "OPTIONS", "FOLDER", "RECORD", "COMMAND", "Show", "show the", " and ", " the "),
        "en": ("Cách", "TÙY", "THƯ_MỤC", "BẢN_GHI", "LỆNH", "của"),
    }[language]
    assert [word for word in foreign if word in done.out] == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("biuld",), "biuld"),
        (("build",), "RECORD|FOLDER…"),
        (("build", "--edtion", "standard", "a.yaml"), "--edition"),
        (("build", "-e", "large", "a.yaml"), "large-print"),
        (("check", "--format", "xml", "a.yaml"), "json"),
    ],
)
def test_wrong_usage_is_told_on_the_side(bulletin: Bulletin, arguments: tuple[str, ...], words: str) -> None:
    done = bulletin(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def process(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    code = "from bulletin.cli import main; main()"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, env=kept | environment, capture_output=True, check=False
    )


@pytest.mark.parametrize("console", ["ascii", "latin-1", "cp1258"])
def test_words_are_utf8_whatever_the_console_says(tmp_path: Path, console: str) -> None:
    done = process(tmp_path, "check", "hội nghị.yaml", BULLETIN_LANG="vi", PYTHONIOENCODING=console)
    assert done.returncode == 4
    assert "hội nghị.yaml: không có tệp này" in done.stdout.decode()
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_nobody_reading_on_is_no_fault(tmp_path: Path) -> None:
    code = "import sys; from bulletin.cli import main; main(['check', *(f'{n}.yaml' for n in range(50))])"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from bulletin.cli import main; main(['--lang', 'en', 'layouts'])"],
            cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 7
    assert b"the disk is full" in done.stderr
    assert list(tmp_path.iterdir()) == []

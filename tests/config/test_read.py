from __future__ import annotations

import os
from pathlib import Path

import pytest

import offices
from bulletin import config
from bulletin.config import Settings, find, language_for, read_settings, settings_for
from bulletin.errors import ConfigError

WHOLE = """\
masthead = "TIN HỘI NGHỊ"
layout = "news"
editions = ["standard", "large-print"]
language = "en"
byline = "Văn phòng"
silence = ["no-alt"]

[organisation]
parent = "Đảng ủy xã"
name = "Chi bộ Thôn Đông"
code = "CBTĐ"

[limits]
seconds = 60
memory_mib = 1024
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    settings = read_settings(offices.settings(tmp_path, WHOLE))
    assert settings == Settings(
        path=tmp_path / "bulletin.toml", masthead="TIN HỘI NGHỊ", layout="news", language="en", byline="Văn phòng",
        editions=("standard", "large-print"), silence=("no-alt",), seconds=60, memory_mib=1024,
        organisation={"parent": "Đảng ủy xã", "name": "Chi bộ Thôn Đông", "code": "CBTĐ"},
    )  # fmt: skip
    assert settings.defaults == {"organisation": {"parent": "Đảng ủy xã", "name": "Chi bộ Thôn Đông", "code": "CBTĐ"}}


def test_what_is_not_set_has_a_default(tmp_path: Path) -> None:
    assert read_settings(offices.settings(tmp_path, "")) == Settings(path=tmp_path / "bulletin.toml")
    assert settings_for(tmp_path / "deep" / "hop.yaml").path == tmp_path / "bulletin.toml"
    assert Settings().defaults == {}


def test_empty_tables_and_remarks_set_nothing(tmp_path: Path) -> None:
    text = '# masthead = "X"\n[organisation]\n[limits]\n'
    assert read_settings(offices.settings(tmp_path, text)) == Settings(path=tmp_path / "bulletin.toml")


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_file_of_any_editor_is_read(tmp_path: Path, mark: bytes, end: bytes) -> None:
    path = tmp_path / "bulletin.toml"
    path.write_bytes(mark + 'byline = "Vũ"'.encode() + end + b'layout = "news"' + end)
    assert read_settings(path).byline == "Vũ"


def test_letters_are_brought_to_one_form(tmp_path: Path) -> None:
    assert read_settings(offices.settings(tmp_path, 'byline = "Hie\u0302\u0300n"\n')).byline == "Hiền"


def test_the_nearest_file_above_a_record_holds(tmp_path: Path) -> None:
    offices.settings(tmp_path, 'byline = "above"\n')
    offices.settings(tmp_path / "a" / "b", 'byline = "here"\n')
    (tmp_path / "a" / "c").mkdir()
    assert settings_for(tmp_path / "a" / "b" / "hop.yaml").byline == "here"
    assert settings_for(tmp_path / "a" / "b").byline == "here"
    assert settings_for(tmp_path / "a" / "c" / "hop.yaml").byline == "above"


def test_its_place_is_told_as_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offices.settings(tmp_path, "")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find(Path("sub")) == Path("bulletin.toml")
    monkeypatch.chdir(tmp_path / "sub")
    assert find(Path()) == tmp_path / "bulletin.toml"


def test_a_folder_of_that_name_is_passed_by(tmp_path: Path) -> None:
    offices.settings(tmp_path, "")
    (tmp_path / "sub" / "bulletin.toml").mkdir(parents=True)
    assert find(tmp_path / "sub") == tmp_path / "bulletin.toml"


def test_a_folder_that_may_not_be_looked_into_is_passed_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offices.settings(tmp_path, "")
    stat = os.stat

    def guarded(path: str | Path, *args: object, **more: object) -> os.stat_result:
        if "locked" in str(path) and str(path).endswith("bulletin.toml"):
            raise PermissionError
        return stat(path, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "stat", guarded)
    (tmp_path / "locked").mkdir()
    assert find(tmp_path / "locked") == tmp_path / "bulletin.toml"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b'byline = "x"\nmasthead = "\xd4"\n', "{path}:2: this file is not saved as UTF-8"),
        (b"#" * 65537, "{path}: the file is larger than 64 KiB, the most that settings may have"),
        (b"a = " + b"[" * 60000, "{path}: this file cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, data: bytes, complaint: str) -> None:
    path = tmp_path / "bulletin.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        read_settings(path)
    assert str(caught.value) == complaint.format(path=path)
    assert caught.value.exit_code == 3


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = offices.settings(tmp_path, "")

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(ConfigError, match="the file cannot be opened"):
        read_settings(path)


def test_the_first_office_that_sets_a_language_is_heard(tmp_path: Path) -> None:
    offices.settings(tmp_path / "none", "")
    offices.settings(tmp_path / "broken", "language = 5\n")
    offices.settings(tmp_path / "english", 'language = "en"\n')
    folders = [tmp_path / name for name in ("none", "broken", "english")]
    assert language_for(folders) == "en"
    assert language_for(folders[:2]) == ""
    assert config.FILE_NAME == "bulletin.toml"

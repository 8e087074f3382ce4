from __future__ import annotations

import os
from pathlib import Path

import pytest

import guests
import offices
from bulletin.config import layout_named, settings_for
from bulletin.config.guests import LARGEST_TEXT, MOST_FILES, name_fault
from bulletin.errors import ConfigError, LayoutError


def told(folder: Path) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        layout_named(str(folder))
    return [
        f"{fault.path.relative_to(folder) if fault.path else ''}:{fault.line}: {fault.message}"
        for fault in caught.value.problems
    ]


def test_a_folder_is_a_layout_with_what_lies_in_it(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path, phan="x")
    (folder / "dau.png").write_bytes(b"\x89PNG")
    (folder / "ghi-chu.txt").write_text("not part of it", encoding="utf-8")
    (folder / ".an.html").write_text("hidden", encoding="utf-8")
    layout = layout_named(str(folder))
    assert (layout.name, layout.folder, layout.is_guest) == ("mau-xa", folder, True)
    assert sorted(layout.files) == ["bulletin.html", "dau.png", "layout.toml", "phan.html", "print.css"]
    assert layout.served["mau-xa/print.css"] == guests.CSS.encode()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path)
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    (folder / "phan.html").symlink_to(tmp_path / "secret.html")
    (folder / "trong").symlink_to(tmp_path, target_is_directory=True)
    (folder / "ngoai.html").symlink_to("/etc/passwd")
    link = "this is a link out of the layout; links are not followed"
    assert sorted(told(folder)) == [f"ngoai.html:0: {link}", f"phan.html:0: {link}", f"trong:0: {link}"]


def test_a_link_put_there_meanwhile_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = guests.folder(tmp_path)
    (folder / "phan.html").symlink_to("/etc/passwd")
    monkeypatch.setattr(Path, "is_symlink", lambda _: False)
    assert told(folder) == ["phan.html:0: the file cannot be opened"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path)
    os.mkfifo(folder / "phan.html")
    assert told(folder) == ["phan.html:0: this is not a file"]


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path)
    (folder / "bulletin.html").unlink()
    (folder / "print.css").unlink()
    assert told(folder) == ["bulletin.html:0: this file is missing", "print.css:0: this file is missing"]


def test_what_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path)
    (folder / "print.css").write_bytes(b"p {}\n/* \xff */")
    assert told(folder) == ["print.css:2: this file is not saved as UTF-8"]


def test_too_much_is_refused(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path)
    (folder / "phan.html").write_bytes(b"x" * (LARGEST_TEXT + 1))
    assert told(folder) == ["phan.html:0: the file is larger than 256 KiB"]
    for number in range(MOST_FILES):
        (folder / f"a-{number}.html").touch()
    assert f"there are more than {MOST_FILES} files in this folder" in "\n".join(told(folder))


@pytest.mark.parametrize(
    "drawing",
    ["<!DOCTYPE x>", '<!ENTITY a "b">', "<script>", "<foreignObject/>", "<g onclick='x'/>", '<image href="/etc/x"/>',
     "<use xlink:href='https://a.vn/x.svg#a'/>"],
)  # fmt: skip
def test_a_drawing_that_acts_or_reaches_out_is_refused(tmp_path: Path, drawing: str) -> None:
    folder = guests.folder(tmp_path)
    (folder / "dau.svg").write_text(f"<svg>\n{drawing}</svg>", encoding="utf-8")
    assert [complaint for complaint in told(folder) if complaint.endswith("may not stand in a drawing")]


def test_a_drawing_that_uses_its_own_parts_is_let_through(tmp_path: Path) -> None:
    folder = guests.folder(tmp_path)
    (folder / "dau.svg").write_text("<svg><g id='a'/><use href='#a'/></svg>", encoding="utf-8")
    assert "dau.svg" in layout_named(str(folder)).files


@pytest.mark.parametrize("name", ["news", "Mau", "mẫu", "a_b", "1a", "a" * 41])
def test_a_name_that_says_something_else_is_refused(tmp_path: Path, name: str) -> None:
    assert told(guests.folder(tmp_path, name=name)) == [f".:0: a layout cannot be called “{name}”"]


def test_a_layout_is_found_by_its_name_beside_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guests.folder(tmp_path / "layouts")
    offices.settings(tmp_path, 'layout = "mau-xa"\n')
    below = tmp_path / "2025"
    record = offices.record(below)
    assert settings_for(record).layout == str(tmp_path / "layouts" / "mau-xa")
    monkeypatch.chdir(below)
    assert layout_named("mau-xa").name == "mau-xa"
    assert layout_named("news").folder is None


def test_a_folder_in_the_settings_is_seen_from_their_file(tmp_path: Path) -> None:
    guests.folder(tmp_path / "mau")
    offices.settings(tmp_path, 'layout = "mau/mau-xa"\n')
    assert layout_named(settings_for(offices.record(tmp_path / "a")).layout).name == "mau-xa"


def test_a_layout_in_the_settings_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    guests.folder(tmp_path / "layouts")
    offices.settings(tmp_path, 'layout = "mau-xaa"\n')
    with pytest.raises(ConfigError) as caught:
        settings_for(offices.record(tmp_path))
    assert caught.value.problems[0].hint == "did you mean “mau-xa”?"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("phan.html", "<p>\n<b>TỐI</b> MẬT</p>"),
        ("phan.html", "\n<p>T&#7888;I M&#7852;T</p>"),
        ("phan.html", '\n<img alt="TUYỆT MẬT" src="bulletin:photo/a">'),
        ("print.css", '\n.m::before { content: "T\\1ED0 I M\\1EACT" }'),
        ("dau.svg", '<svg xmlns="http://www.w3.org/2000/svg">\n<text>TÀI <tspan>LIỆU</tspan> MẬT</text></svg>'),
        ("layout.toml", guests.TOML.split("\n", 1)[0] + '\nvi = "TUYỆT MẬT"\n'),
    ],
)
def test_a_layout_that_prints_a_mark_of_secrecy_is_refused_and_not_shown(tmp_path: Path, file: str, text: str) -> None:
    folder = guests.folder(tmp_path)
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(LayoutError) as caught:
        layout_named(str(folder))
    fault = next(fault for fault in caught.value.problems if fault.id == "state-secret")
    assert (fault.path, fault.line, fault.source) == (folder / file, 2, "")
    assert fault.message == "this file is marked as a state secret; it is not read, built, shown or sent"


def test_words_of_secrecy_in_a_sentence_are_no_mark(tmp_path: Path) -> None:
    part = '<p>Bảo vệ bí mật nhà nước</p><p title="Mật">Phạm Thị Mật</p>{# độ mật: không #}'
    assert guests.guest(tmp_path, part).name == "mau-xa"


def test_a_name_that_no_folder_can_have_is_no_layout() -> None:
    for name in ("a" * 5000, "a\0b"):
        with pytest.raises(LayoutError, match="there is no layout"):
            layout_named(name)


def test_a_layout_is_not_called_as_windows_calls_its_devices() -> None:
    assert [bool(name_fault(name)) for name in ("con", "aux", "com1", "lpt9", "cong", "com10")] == [True] * 4 + [
        False
    ] * 2

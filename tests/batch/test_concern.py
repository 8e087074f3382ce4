from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.batch.concern import Change, Places, heard, is_below, outermost


def test_a_file_is_touched_by_itself_and_by_its_folders() -> None:
    change = Change(["/a/b"])
    assert [place for place in ("/a/b", "/a/b/c.yaml", "/a", "/a/bc", "/a/c") if change.touches(place)] == [
        "/a/b", "/a/b/c.yaml",
    ]  # fmt: skip


def test_a_folder_is_reached_by_itself_and_by_what_lies_in_it() -> None:
    change = Change(["/a/b/c.css"])
    assert [place for place in ("/a/b/c.css", "/a/b", "/a", "/a/b/c", "/x") if change.reaches(place)] == [
        "/a/b/c.css", "/a/b", "/a",
    ]  # fmt: skip


def test_settings_are_known_by_their_name() -> None:
    assert list(Change(["/a/bulletin.toml", "/a/hop.yaml", "/bulletin.toml.bak"]).settings) == ["/a"]


@pytest.mark.parametrize(
    ("path", "matters"),
    [
        ("/o/.office/hop.yaml", True), ("/o/.office/anh/a.jpg", True), ("/o/.office", True),
        ("/o/.office/.hop.yaml.swp", False), ("/o/.office/.git/index", False), ("/o/.office/hop.yaml~", False),
        ("/o/.office/out/hop.pdf.1-2.part", False), ("/o/.office/bulletin-bug-20250905.txt", False),
        ("/o/.office/.out/hop.pdf", True),
    ],
)  # fmt: skip
def test_what_is_hidden_or_on_its_way_does_not_matter(path: str, matters: bool) -> None:
    assert bool(heard([path], ["/o/.office"], "/o/.office/.out")) is matters


def test_below_is_told_by_whole_names() -> None:
    assert is_below("/a/b", "/a")
    assert is_below("/a", "/a")
    assert is_below("/a", "/")
    assert not is_below("/ab", "/a")


def test_folders_in_others_are_left_out() -> None:
    assert outermost(["/a", "/a/b", "/ab", "/c/d"]) == {"/a", "/ab", "/c/d"}


def test_a_place_follows_links_above_it_and_not_its_own(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "real" / "hop.yaml").symlink_to("other.yaml")
    assert Places().of(tmp_path / "link" / "hop.yaml") == str(tmp_path / "real" / "hop.yaml")

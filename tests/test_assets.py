from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bulletin import assets


def _forget_folders() -> None:
    for function in (assets.layouts_folder, assets.fonts_folder, assets.font_files, assets.font_names):
        function.cache_clear()


@pytest.fixture(autouse=True)
def _fresh_folders() -> Iterator[None]:
    _forget_folders()
    yield
    _forget_folders()


def test_a_checkout_has_its_folders_beside_src() -> None:
    root = Path(assets.__file__).parents[2]
    assert assets.layouts_folder() == root / "layouts"
    assert assets.fonts_folder() == root / "fonts"


def test_an_installed_package_has_its_folders_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bulletin" / "layouts").mkdir(parents=True)
    (tmp_path / "bulletin" / "fonts").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "bulletin")
    assert assets.layouts_folder() == tmp_path / "bulletin" / "layouts"
    assert assets.fonts_folder() == tmp_path / "bulletin" / "fonts"


def test_every_family_is_among_the_font_files_with_its_licence() -> None:
    families = {path.parent.name for path in assets.font_files()}
    assert families == {"be-vietnam-pro", "lexend", "liberation-serif", "noto-sans", "noto-serif"}
    assert all((path.parent / "OFL.txt").is_file() for path in assets.font_files())


def test_a_layout_is_a_folder_with_its_title_that_does_not_begin_with_an_underscore(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    for name in ("news", "_base", "a5", "unfinished"):
        (tmp_path / "layouts" / name).mkdir(parents=True)
        if name != "unfinished":
            (tmp_path / "layouts" / name / "layout.toml").touch()
    assert assets.layout_names() == ("a5", "news")


def test_a_file_of_a_layout_is_found_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    style = tmp_path / "layouts" / "news" / "print.css"
    style.parent.mkdir(parents=True)
    style.touch()
    assert assets.layout_file("news/print.css") == style


@pytest.mark.parametrize(
    "name",
    [
        "news/other.css", "news", "", "../secret.css", "news/../../secret.css", "/etc/passwd", "//etc/passwd",
        "..\\secret.css", "C:/secret.css", "news/print.css\0",
    ],
)  # fmt: skip
def test_no_name_leads_out_of_the_layouts(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path)
    (tmp_path / "layouts" / "news").mkdir(parents=True)
    (tmp_path / "secret.css").touch()
    with pytest.raises(FileNotFoundError):
        assets.layout_file(name)

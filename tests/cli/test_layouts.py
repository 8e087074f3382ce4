from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import guests
import offices
from bulletin import __version__, assets
from bulletin.config import layouts_known
from bulletin.sample import torture

from .conftest import Bulletin

NEWS = "news: Conference news (A4; standard, large-print, giant-print)"


@pytest.mark.parametrize(("language", "title"), [("en", "Conference news"), ("vi", "Tin hội nghị")])
def test_every_layout_is_listed_with_its_editions(bulletin: Bulletin, language: str, title: str) -> None:
    done = bulletin("--lang", language, "layouts")
    assert f"news: {title} (A4; standard, large-print, giant-print)" in done.out.splitlines()
    assert len(done.out.splitlines()) == len(layouts_known())


def test_in_the_folder_of_the_program_its_layouts_are_not_taken_for_an_office_s_own(
    bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(assets.layouts_folder().parent)
    done = bulletin("layouts")
    assert done.err == ""
    assert len(done.out.splitlines()) == len(layouts_known())


def test_every_layout_is_listed_the_office_s_own_too(bulletin: Bulletin, tmp_path: Path) -> None:
    guests.folder(tmp_path / "layouts")
    guests.folder(tmp_path / "layouts", name="hong", toml="x")
    done = bulletin("layouts")
    assert done.code == 0
    assert done.out.splitlines()[-1] == "layouts/mau-xa: The commune's own (A4; standard)"
    assert NEWS in done.out.splitlines()
    assert done.err.startswith("layouts/hong/layout.toml:1: this line cannot be read")


def test_a_copy_is_made_beside_the_settings(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offices.settings(tmp_path, "")
    (tmp_path / "2025").mkdir()
    monkeypatch.chdir(tmp_path / "2025")
    done = bulletin("layouts", "new", "mau-xa")
    assert done.code == 0
    assert done.out.endswith("written; change it, then type: bulletin layouts check mau-xa\n")
    own = tmp_path / "layouts" / "mau-xa"
    news = assets.layouts_folder() / "news"
    assert sorted(path.name for path in own.iterdir()) == sorted(path.name for path in news.iterdir())
    assert (own / "print.css").read_bytes() == (news / "print.css").read_bytes()
    toml = (own / "layout.toml").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in toml
    assert 'en = "Conference news (mau-xa)"' in toml


def test_nothing_is_written_over(bulletin: Bulletin, tmp_path: Path) -> None:
    own = tmp_path / "layouts" / "mau-xa"
    own.mkdir(parents=True)
    done = bulletin("layouts", "new", "mau-xa")
    assert (done.code, done.err) == (7, "error: layouts/mau-xa exists already\n    → choose another name\n")
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("name", ["news", "Mẫu", "../x", "a/b"])
def test_a_name_that_does_not_do_is_refused(bulletin: Bulletin, name: str, tmp_path: Path) -> None:
    assert bulletin("layouts", "new", name).code == 2
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_layout_to_copy_is_told(bulletin: Bulletin) -> None:
    done = bulletin("layouts", "new", "mau-xa", "--from", "nws")
    assert done.code == 5
    assert "did you mean “news”?" in done.err


def test_a_layout_that_does_what_a_guest_may_not_is_not_copied(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    shutil.copytree(assets.layouts_folder(), tmp_path / "shipped")
    template = tmp_path / "shipped/news/bulletin.html"
    template.write_text(template.read_text(encoding="utf-8").replace("<main>", "<svg></svg><main>"), encoding="utf-8")
    monkeypatch.setattr(assets, "layouts_folder", lambda: tmp_path / "shipped")
    done = bulletin("layouts", "new", "mau-xa")
    assert done.code == 5
    assert done.err.startswith("error: layout “news” does what a layout of your own may not, and cannot be copied\n")
    assert not (tmp_path / "layouts").exists()


@pytest.mark.parametrize("edition", ["standard", "giant-print"])
def test_a_copy_prints_byte_for_byte_what_the_program_s_own_prints(
    bulletin: Bulletin, tmp_path: Path, edition: str
) -> None:  # fmt: skip
    offices.record(tmp_path)
    assert bulletin("layouts", "new", "mau-xa").code == 0
    done = bulletin("build", "hop.yaml", "-e", edition, "-l", "news", "-l", "mau-xa", "--date", "1/9/2025")
    assert done.code == 0, done.err
    suffix = "" if edition == "standard" else f".{edition}"
    assert (tmp_path / f"out/hop{suffix}.pdf").read_bytes() == (tmp_path / f"out/hop.mau-xa{suffix}.pdf").read_bytes()
    assert "layout-version" not in done.err


def test_a_layout_of_another_version_draws_a_note(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    bulletin("layouts", "new", "mau-xa")
    toml = tmp_path / "layouts/mau-xa/layout.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace(__version__, "0.0.1"), encoding="utf-8")
    done = bulletin("build", "hop.yaml", "-l", "mau-xa")
    assert done.code == 0
    assert (
        f"note: this layout was not yet checked with version {__version__} of the program [layout-version]" in done.err
    )


def test_a_fault_of_an_own_layout_ends_with_5(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    folder = guests.folder(tmp_path, "{{ record.titel }}\n<script></script>", css="@import 'x';")
    done = bulletin("build", "hop.yaml", "-l", "mau-xa")
    assert done.code == 5
    assert done.err == (
        "mau-xa/bulletin.html:7: “record.titel” is not known here\n    {{ record.titel }}\n"
        "    → did you mean “title”?\n"
        "mau-xa/bulletin.html:8: <script> may not stand in a layout\n    <script></script>\n"
        "mau-xa/print.css:1: @import may not stand in a layout\n    @import 'x';\n"
        "    → fonts and other sheets come from the program alone\n"
    )
    assert folder.is_dir()


def test_two_layouts_of_one_name_do_not_write_over_each_other(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    guests.folder(tmp_path / "a")
    guests.folder(tmp_path / "b")
    done = bulletin("build", "hop.yaml", "-l", "a/mau-xa", "-l", "b/mau-xa")
    assert done.code == 7
    assert "out/hop.mau-xa.pdf is already the bulletin of layout a/mau-xa" in done.err


def test_what_was_put_together_in_passing_is_found_on_the_page(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    # Each piece is sound; what is made of them is not.
    part = "{% macro m() %}<b>iframe</b>{% endmacro %}{% set a = m() %}{{ a[0:1] ~ a[3:9] ~ a[2:3] }}"
    guests.folder(tmp_path, part)
    done = bulletin("build", "hop.yaml", "-l", "mau-xa")
    assert (done.code, done.err) == (5, "mau-xa/bulletin.html: <iframe> may not stand in a layout\n")


def test_an_attribute_that_a_macro_smuggles_in_is_found_on_the_page(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    part = '{% macro q() %}" onclick="x{% endmacro %}<p title="{{ q() }}">x</p>'
    guests.folder(tmp_path, part)
    done = bulletin("build", "hop.yaml", "-l", "mau-xa")
    assert done.code == 5
    assert "“onclick” would start a program; a layout starts none" in done.err


SHORT = """\
tiêu đề: Hội nghị Ễ Ộ
ngày: 26/12/2025
đơn vị: Chi bộ
nội dung: Một câu.
"""


def test_a_check_tells_what_it_built_and_what_failed(
    bulletin: Bulletin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(torture, "torture", lambda *, short: torture.Torture(SHORT, ()))
    monkeypatch.chdir(tmp_path)
    bulletin("layouts", "new", "mau-xa")
    done = bulletin("layouts", "check", "mau-xa", "--keep", "xem")
    assert (done.code, done.err) == (0, "")
    assert re.sub(r"\d+ kB, [\d.]+ s", "…", done.out).splitlines() == [
        "standard.A4: 1 page, …", "large-print.A4: 1 page, …", "giant-print.A4: 1 page, …",
        "standard.A4.150: 1 page, …", "mau-xa: passed",
    ]  # fmt: skip
    assert len(list((tmp_path / "xem").glob("mau-xa.*.pdf"))) == 4

    template = tmp_path / "layouts/mau-xa/bulletin.html"
    template.write_text(template.read_text(encoding="utf-8").replace("{{ head.headline.text }}", "x"), encoding="utf-8")
    done = bulletin("layouts", "check", "mau-xa")
    assert done.code == 5
    assert done.out.splitlines()[0] == "standard.A4: failed"
    assert done.out.splitlines()[-1] == "mau-xa is no layout yet: mend what is told above, and check again"
    # One fault in four editions is told once, and no place in a file that the clerk does not have.
    assert done.err.count("error: ") == len(set(done.err.split("error: ")[1:]))
    assert "thu-mau.yaml" not in done.err


@pytest.mark.slow
@pytest.mark.parametrize("layout", layouts_known(), ids=lambda layout: layout.name)
def test_every_layout_of_the_program_passes(bulletin: Bulletin, layout: object) -> None:
    done = bulletin("layouts", "check", layout.name)  # type: ignore[attr-defined]
    assert done.code == 0, done.err + done.out


def test_what_is_no_folder_is_told(bulletin: Bulletin, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "layouts", ignore_errors=True)
    done = bulletin("layouts", "check", "layouts/khong-co")
    assert done.code == 5
    assert "there is no layout “layouts/khong-co”" in done.err


@pytest.mark.parametrize(
    ("part", "css", "told"),
    [
        # The engine gives up, complains, and sets the page off its sheet.
        ("<div>" * 3000 + "x" + "</div>" * 3000, "", "mau-xa/bulletin.html: this page cannot be set in type: "),
        (
            "",
            "p { colour: red }",
            "mau-xa/print.css:3: the program that sets the pages complains: Ignored `colour: red",
        ),
        ("", "h1 { margin-left: 300mm }", "hop.yaml:1:10: “"),
    ],
)
def test_whatever_fails_with_a_layout_of_a_clerk_is_a_fault_of_the_layout(
    bulletin: Bulletin, tmp_path: Path, part: str, css: str, told: str
) -> None:
    offices.record(tmp_path)
    guests.folder(tmp_path, part, css=guests.CSS + css)
    done = bulletin("build", "hop.yaml", "-l", "mau-xa")
    assert done.code == 5
    assert done.err.startswith(told)
    assert "the record is not at fault: mend the layout" in done.err or "what you changed last" in done.err
    assert not list(tmp_path.glob("out/*"))
    assert not list(tmp_path.glob("bulletin-bug-*"))


def test_a_layout_that_never_ends_is_told_as_such(bulletin: Bulletin, tmp_path: Path) -> None:
    offices.record(tmp_path)
    offices.settings(tmp_path, "[limits]\nseconds = 3\n")
    guests.folder(tmp_path, css=guests.CSS + "p::before { content: " + '"a" ' * 50000 + "}")
    done = bulletin("build", "hop.yaml", "-l", "mau-xa")
    assert (done.code, done.err.splitlines()[0]) == (
        5, "mau-xa/bulletin.html: making this bulletin took more than 3 seconds",
    )  # fmt: skip
    assert "look in its style sheets and drawings" in done.err

"""The documents tell all of the program, and nothing that is not there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import offices
from bulletin import cli, errors, messages
from bulletin.cli import commands
from bulletin.cli.telling import BUG, STOPPED
from bulletin.config import KEYS, Settings, read_settings
from bulletin.loupe import RULES, read
from bulletin.proofread import CHECKS
from photos import pictures

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")])
COMMANDS = commands.commands

OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def text(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """What stands below a heading, as far as the next of its kind."""
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, f"no {heading}"
    return found[1]


def rows(page: str) -> Iterator[list[str]]:
    """The rows of all tables, cell by cell."""
    for line in page.splitlines():
        if line.startswith("|") and not set(line) <= set("|- :"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def own_options(command: click.Command) -> set[str]:
    found = {name for part in command.params if isinstance(part, click.Option) for name in part.opts}
    return found - {"--lang", "--help", "--version"}


def test_every_command_is_documented_and_no_other() -> None:
    assert re.findall(r"^## `bulletin ([a-z]+)`$", text("commands.md"), re.MULTILINE) == list(COMMANDS)


def subcommands() -> dict[str, click.Command]:
    """Every command by all its words, those below a group too: `layouts`, `layouts new`."""
    found: dict[str, click.Command] = {}
    for name, command in COMMANDS.items():
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {below}": one for below, one in command.commands.items()}
    return found


ALL_COMMANDS = subcommands()


def command_section(name: str) -> str:
    """What docs/commands.md tells of a command, without what it tells of those below it."""
    page = text("commands.md")
    if " " in name:
        found = re.search(rf"^### `bulletin {name}`$(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
        assert found, f"no {name}"
        return found[1]
    return section(page, f"## `bulletin {name}`").partition("\n### `bulletin ")[0]


def test_every_command_below_a_group_is_documented_in_its_section_and_no_other() -> None:
    told = re.findall(r"^##(#?) `bulletin ([a-z ]+)`$", text("commands.md"), re.MULTILINE)
    assert [name for _, name in told] == list(ALL_COMMANDS)
    assert [name for deep, name in told if deep] == [name for name in ALL_COMMANDS if " " in name]


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_every_option_is_documented_and_no_other(name: str) -> None:
    page = command_section(name)
    options = own_options(ALL_COMMANDS[name])
    listed = {found for row in rows(page) for found in re.findall(r"`(--?[a-z-]+)`", row[0])}
    assert listed == options
    named = {found for found in OPTION.findall(FENCE.sub("", page)) if f"`{found}" in page}
    assert named <= options


@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_the_usage_line_names_every_option(name: str) -> None:
    page = command_section(name)
    options = [
        part for part in ALL_COMMANDS[name].params if isinstance(part, click.Option) and part.opts[0] != "--lang"
    ]
    usage = re.search(r"^```\n(bulletin .*)\n```$", page, re.MULTILINE)
    assert bool(usage) == bool(options or ALL_COMMANDS[name].params[1:])
    if usage:
        assert usage[1].startswith(f"bulletin {name} ")
        assert [part.opts for part in options if not any(f"[{option} " in f"{usage[1]} ".replace("]", " ")
                for option in part.opts)] == []  # fmt: skip


def test_what_works_with_every_command_is_documented() -> None:
    head = text("commands.md").split("\n## ")[0]
    assert set(OPTION.findall(head)) == {"--lang", "--help", "--version"}


def test_every_language_is_documented() -> None:
    head = text("commands.md").split("\n## ")[0]
    assert re.findall(r"--lang ([a-z]+)", head) == list(messages.LANGUAGES)


def test_every_exit_code_is_documented_and_no_other() -> None:
    codes = {kind.exit_code for kind in vars(errors).values()
             if isinstance(kind, type) and issubclass(kind, errors.BulletinError)}  # fmt: skip
    listed = [int(row[0]) for row in rows(text("exit-codes.md")) if row[0].isdigit()]
    assert listed == sorted({0, BUG, click.UsageError.exit_code, STOPPED} | codes)
    told = {int(found) for found in re.findall(r"(\d+) [a-z]", commands.epilog or "")}
    assert told == set(listed) - {errors.DeliveryError.exit_code}


def test_every_setting_is_documented_and_no_other() -> None:
    listed = [
        row[0].strip("`") for row in rows(text("settings.md")) if row[0].startswith("`") and "_LANG" not in row[0]
    ]
    assert sorted(name for name in listed if not name.isupper()) == sorted(KEYS)


def test_the_defaults_that_are_documented_hold() -> None:
    defaults = Settings()
    told = {row[0].strip("`"): row[1].strip("`") for row in rows(text("settings.md")) if row[0].strip("`") in KEYS}
    for name, value in told.items():
        last = name.rpartition(".")[2]
        real = defaults.organisation.get(last, "") if name.startswith("organisation") else getattr(defaults, last)
        shown = [*real] if isinstance(real, tuple) else real
        assert value == ("" if shown == "" else str(shown).replace("'", '"') if isinstance(shown, list) else
                         f'"{shown}"' if isinstance(shown, str) else str(shown)), name  # fmt: skip


def test_the_example_of_settings_holds_every_key(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", text("settings.md"), re.DOTALL)
    assert example
    settings = read_settings(offices.settings(tmp_path, example[1]))
    assert settings.editions == ("standard", "large-print")
    assert [name for name in KEYS if name.rpartition(".")[2] not in example[1]] == []


def test_every_variable_of_the_environment_is_documented_and_no_other() -> None:
    # In quotes, as they stand in the program; other names of that kind are no variables.
    read = {name for path in (ROOT / "src").rglob("*.py")
            for name in re.findall(r'"(BULLETIN_[A-Z_]+)"', path.read_text(encoding="utf-8"))}  # fmt: skip
    listed = {row[0].strip("`") for row in rows(text("settings.md")) if row[0].strip("`").isupper()}
    assert listed == read


def test_every_warning_is_documented_and_no_other() -> None:
    page = text("warnings.md")
    assert set(re.findall(r"^#+ `?([a-z][a-z-]+)`?$", page, re.MULTILINE)) == set(CHECKS)


def test_every_rule_of_large_print_is_documented_and_no_other() -> None:
    rules = section(text("large-print.md"), "## Quy tắc / *rules*")
    listed = {row[0].strip("`"): (row[1], row[2]) for row in rows(rules) if row[0].startswith("`")}
    assert [*listed] == [rule.id for rule in RULES]
    sources = section(text("large-print.md"), "## Nguồn / *sources*")
    assert {row[0].strip("`") for row in rows(sources) if row[0]} == {rule.by for rule in RULES}


def test_every_refusal_of_inspect_is_documented_and_no_other() -> None:
    page = section(text("commands.md"), "## `bulletin inspect`")
    listed = {row[0].strip("`") for row in rows(page) if not row[0].startswith("`-") and row[0] not in ("", "`id`")}
    assert listed == set(read.REFUSED)


def test_every_fault_of_photos_is_documented_and_no_other() -> None:
    said = {name for path in (ROOT / "src/bulletin/photos").glob("*.py")
            for name in re.findall(r'"(photo-[a-z-]+)"', path.read_text(encoding="utf-8"))}  # fmt: skip
    listed = {row[0].strip("`") for row in rows(text("commands.md")) if row[0].startswith("`photo-")}
    assert listed == said


def shown_commands(page: str) -> Iterator[str]:
    """All calls of the program that a page shows."""
    for fence in FENCE.findall(page):
        yield from re.findall(r"^(?:\$ )?bulletin (.*)$", fence, re.MULTILINE)
    yield from re.findall(r"`bulletin ([^`\n]+)`", FENCE.sub("", page))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_command_that_a_page_shows_exists(path: Path) -> None:
    for call in shown_commands(path.read_text(encoding="utf-8")):
        words = call.split("#")[0].replace("[", " ").replace("]", " ").split()
        name = next((word for word in words if not word.startswith("-") and word not in messages.LANGUAGES), "")
        if not re.fullmatch(r"[a-z]+", name):
            continue
        assert name in COMMANDS, call
        command = COMMANDS[name]
        if isinstance(command, click.Group):
            below = [word for word in words[words.index(name) + 1 :] if re.fullmatch(r"[a-z]+", word)]
            command = command.commands[below[0]] if below else command
        known = own_options(command) | {"--lang", "--help", "--version"}
        assert {word for word in words if re.fullmatch(r"--?[a-z-]+", word)} <= known, call


def anchors(page: str) -> set[str]:
    """The names by which the headings of a page are linked to."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page), re.MULTILINE)
    bare = ("".join(sign for sign in heading.lower() if sign.isalnum() or sign in " -_") for heading in headings)
    return {name.replace(" ", "-") for name in bare}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    dead = []
    for target in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name) if name else path
        if not file.exists() or (anchor and anchor not in anchors(file.read_text(encoding="utf-8"))):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_page_is_in_one_form_of_letters(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert page == unicodedata.normalize("NFC", page)


def test_the_readme_leads_to_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in DOCS.glob("*.md") if f"docs/{path.name}" not in readme] == []


# The guide shows what a clerk sees; it is played through here.

GUIDE = text("huong-dan.md")
CONSOLES = re.findall(r"```console\n\$ bulletin (.*)\n((?:.*\n)*?)```", GUIDE)


def guide_record(*, faulty: bool = False) -> str:
    found = re.search(r"```yaml\n(tiêu đề:.*?)```", GUIDE, re.DOTALL)
    assert found
    wrong = {"Nhà văn hóa thôn": "Nhà văn hóa: phòng lớn", "chủ trì:": "chủ trỉ tọa:", "quang-canh": "quang-cảnh"}
    record: str = found[1]
    for right, typed in wrong.items():
        assert right in record
        record = record.replace(right, typed) if faulty else record
    return record


def without_measures(shown: str) -> str:
    """Without sizes and times, which differ from machine to machine."""
    return re.sub(r"\d+ kB, [\d.,]+ s", "… kB, … s", shown)


@pytest.mark.parametrize(
    ("call", "shown"), CONSOLES[1:], ids=[f"{n} {call}" for n, (call, _) in enumerate(CONSOLES[1:])]
)
def test_the_guide_shows_what_a_clerk_sees(
    call: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    is_faulty = call.startswith("check") and "không có lỗi" not in shown
    (tmp_path / "hop.yaml").write_text(guide_record(faulty=is_faulty), encoding="utf-8")
    (tmp_path / "anh").mkdir()
    pictures.scene(2200, 1400).save(tmp_path / "anh" / "quang-canh.jpg")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BULLETIN_LANG", "vi")
    monkeypatch.setenv("BULLETIN_CACHE", "off")
    monkeypatch.setenv("LANGUAGE", "")
    with pytest.raises(SystemExit):
        cli.main(call.split())
    told = capsys.readouterr()
    seen = without_measures(told.err + told.out)
    if "--fix" in call:
        # The guide leaves out what is told after the mending.
        assert seen.startswith(shown)
    else:
        assert seen == without_measures(shown)


def test_the_guide_is_played_through() -> None:
    assert [call.split()[0] for call, _ in CONSOLES] == ["doctor", "check", "check", "check", "build", "build", "build"]


def test_the_approval_of_the_guide_is_an_approval(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = re.search(r"```yaml\n(trạng thái:.*?)```", GUIDE, re.DOTALL)
    assert found
    without_photo = guide_record().partition("ảnh:")[0]
    (tmp_path / "hop.yaml").write_text(without_photo + found[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BULLETIN_CACHE", "off")
    monkeypatch.setenv("LANGUAGE", "")
    with pytest.raises(SystemExit) as left:
        cli.main(["--lang", "vi", "build", "--final", "hop.yaml"])
    assert left.value.code == 0, capsys.readouterr().err


def test_the_record_of_the_readme_is_sound(tmp_path: Path) -> None:
    from bulletin.pipeline import open_record, warnings

    found = re.search(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    (tmp_path / "anh").mkdir()
    pictures.scene(2400, 1600).save(tmp_path / "anh" / "le-ket-nap.jpg")
    dossier = open_record(offices.record(tmp_path, text=found[1].replace("{", "{{").replace("}", "}}")))
    assert {problem.id for problem in warnings(dossier)} <= {"no-alt", "no-caption"}


def test_a_dead_link_would_be_seen() -> None:
    assert LINK.findall("see [this](no.md#there) and ![that](b.png)") == ["no.md#there", "b.png"]
    assert anchors("# Bản ghi: `a-b`\n") == {"bản-ghi-a-b"}

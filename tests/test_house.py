"""The house holds: each outside library has one owner, each room sees only those below it."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "bulletin"

OWNERS = {
    "PIL": {"photos", "pictures"},
    "click": {"cli"},
    "distributed": {"batch"},
    "fontTools": {"render"},
    "jinja2": {"compose"},
    "markupsafe": {"compose"},
    "pillow_heif": {"photos"},
    "pydantic": {"model", "validate"},
    "pydantic_core": {"model", "validate"},
    "pypdfium2_raw": {"pdfium"},
    "rapidfuzz": {"vietnamese"},
    "segno": {"compose"},
    "tinycss2": {"compose"},
    "tomllib": {"config"},
    "watchfiles": {"batch"},
    "weasyprint": {"render"},
    "yaml": {"load"},
}
"""Which rooms may import a library; one that is not named here is nobody's, the standard library's apart."""

HEAVY = (
    "PIL",
    "distributed",
    "jinja2",
    "pillow_heif",
    "pydantic",
    "pypdf",
    "pypdfium2_raw",
    "rapidfuzz",
    "watchfiles",
    "weasyprint",
    "yaml",
)

FOREIGN = re.compile(
    r"(?<![\w.~}-])/(?:work|tmp|root|home)/[\w.]"  # a path of one machine
    r"|\bshared/|\.\./shared"
    r"|\b(?:pypi|pythonhosted|debian|ubuntu|npmjs)\.(?:org|com)\b",
)
"""What no file of the project names: it stands alone, on any machine."""


def imports(source: str) -> Iterator[str]:
    """All modules that a source imports, wherever in it, and by whatever means can be read off."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"import_module", "__import__"} and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


def strangers(room: str, source: str) -> set[str]:
    """The libraries that a module of a room imports though they are not the room's."""
    tops = {name.partition(".")[0] for name in imports(source)}
    owned = {library for library, rooms in OWNERS.items() if room in rooms}
    free = (set(sys.stdlib_module_names) | {"bulletin"}) - OWNERS.keys()
    return tops - free - owned


def modules() -> list[tuple[str, Path]]:
    found = sorted(PACKAGE.rglob("*.py"))
    return [(path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path) for path in found]


@pytest.mark.parametrize(
    ("room", "path"), modules(), ids=lambda value: value.stem if isinstance(value, Path) else value
)
def test_a_library_is_imported_by_its_owner_alone(room: str, path: Path) -> None:
    assert strangers(room, path.read_text(encoding="utf-8")) == set()


def test_every_owner_uses_what_it_owns() -> None:
    # Photos loads its decoders by name; a name in quotes counts here, and here alone.
    named = {
        (library, room)
        for room, path in modules()
        for library in OWNERS
        if re.search(rf"\b(?:import|from) {library}\b|\"{library}\"", path.read_text(encoding="utf-8"))
    }
    assert {(library, room) for library, rooms in OWNERS.items() for room in rooms} - named == set()


def test_relative_imports_are_not_used() -> None:
    for _, path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}:{node.lineno}"


@pytest.mark.parametrize(
    "source",
    [
        "import yaml",
        "import yaml.nodes as nodes",
        "def read() -> None:\n    from yaml import compose",
        "import importlib\nimportlib.import_module('yaml')",
        "if TYPE_CHECKING:\n    import yaml",
    ],
)
def test_a_stranger_is_seen(source: str) -> None:
    assert strangers("compose", source) == {"yaml"}
    assert strangers("load", source) == set()


def test_a_library_nobody_owns_is_a_stranger_everywhere() -> None:
    assert strangers("deliver", "import requests, json") == {"requests"}


def lint_imports(folder: Path, config: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    return subprocess.run(
        [sys.executable, "-c", program, "--config", str(config), "--no-cache"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_each_room_sees_only_those_below_it() -> None:
    done = lint_imports(ROOT / "src", ROOT / ".importlinter")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_room_that_looks_up_is_seen(tmp_path: Path) -> None:
    config = (ROOT / ".importlinter").read_text(encoding="utf-8")
    (tmp_path / ".importlinter").write_text(config, encoding="utf-8")
    package = tmp_path / "bulletin"
    package.mkdir()
    for room in {"__init__"} | {room for room, _ in modules()}:
        (package / f"{room}.py").touch()
    assert lint_imports(tmp_path, tmp_path / ".importlinter").returncode == 0
    (package / "compose.py").write_text("def compose():\n    from bulletin.render import render\n", encoding="utf-8")
    done = lint_imports(tmp_path, tmp_path / ".importlinter")
    assert done.returncode == 1
    assert "bulletin.compose -> bulletin.render" in done.stdout


def loaded(program: str) -> set[str]:
    """The heavy libraries that a program has loaded when it ends."""
    code = (
        f"{program}\nimport json, sys\nprint('\\n' + json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


HELP = "import bulletin.cli\ntry:\n    bulletin.cli.main(['--help'])\nexcept SystemExit:\n    pass"


@pytest.mark.parametrize("program", ["import bulletin", "import bulletin.cli", HELP], ids=["package", "cli", "help"])
def test_no_heavy_library_is_loaded_at_the_start(program: str) -> None:
    assert loaded(program) == set()


def test_a_heavy_library_would_be_seen() -> None:
    assert loaded("import yaml") == {"yaml"}


def texts() -> Iterator[Path]:
    """All text files of the project, those that are made from it left out."""
    made = {"__pycache__", "out", "dist", "build", "node_modules"}
    for folder, folders, files in os.walk(ROOT):
        # Tool folders (.venv, .git, caches) are hidden; .ci is ours.
        folders[:] = sorted(
            name for name in folders if name not in made and (not name.startswith(".") or name == ".ci")
        )
        for name in sorted(files):
            # In a linked working tree .git is a file that names the place of the other.
            if (
                not name.startswith("bulletin-bug-")
                and name != ".git"
                and not name.endswith(
                    (".pyc", ".mo", ".ttf", ".png", ".jpg", ".jpeg", ".webp", ".tif", ".heic", ".pdf")
                )
            ):
                yield Path(folder, name)


def test_the_project_stands_alone() -> None:
    named = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in texts()
        if path.parent.name != "fonts"
        for found in FOREIGN.finditer(path.read_bytes().decode("utf-8", errors="replace"))
        if path != Path(__file__).resolve()
    ]
    assert named == []


@pytest.mark.parametrize("text", ["see /work/main/x", "'/tmp/v/bin'", "../shared/house.md", "https://pypi.org/simple"])
def test_a_name_of_this_machine_would_be_seen(text: str) -> None:
    assert FOREIGN.search(text)

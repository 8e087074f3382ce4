"""The Vietnamese catalogue: collects the program's sentences, keeps their translations, compiles them.

    python tools/catalogue.py                      write bulletin.po and bulletin.mo anew
    python tools/catalogue.py --merge FILE.po …    the same, and take translations from these files
    python tools/catalogue.py --check              change nothing; tell what is stale or lacks a translation

What is written depends on nothing but the sentences and their translations: no dates, no line numbers.
"""

from __future__ import annotations

import argparse
import ast
import io
import string
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "src/bulletin/locale/vi/LC_MESSAGES/bulletin.po"

OURS = {"say": 1, "N_": 1, "say_n": 2}
"""How many sentences each function takes as its first arguments."""
CLICKS = {"_": 1, "gettext": 1, "ngettext": 2}
CLICKS_UNMARKED = ("required",)
"""What click translates from a variable, so that no mark is found."""

Id = str | tuple[str, str]
"""A sentence, or one for a single thing and one for several."""


class UnfitSentenceError(Exception):
    """A sentence is put together before it is marked, so no catalogue can hold it."""


class _Vietnamese(Catalog):
    """A catalogue whose header tells nothing of when and by whom it was written."""

    def __init__(self) -> None:
        super().__init__(locale="vi", domain="bulletin", header_comment="# Bulletin in Vietnamese.", fuzzy=False)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", "vi"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=1; plural=0;"),
        ]


def marked(source: str, marks: Mapping[str, int]) -> Iterator[Id]:
    """All marked sentences of a Python source, in the order in which they stand.

    Args:
        source: The text of a module.
        marks: Names of the marking functions, and how many sentences each takes.

    Raises:
        UnfitSentenceError: If a sentence is an f-string, a sum or a choice.
    """
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        words = call.args[: marks.get(name, 0)]
        texts = tuple(word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str))
        if len(texts) == 2:
            yield (texts[0], texts[1])
        elif texts:
            yield texts[0]
        elif any(isinstance(word, ast.JoinedStr | ast.BinOp | ast.IfExp) for word in words):
            raise UnfitSentenceError(f"line {call.lineno}: {ast.unparse(call)}")


def collected(package: Path) -> dict[Id, list[str]]:
    """All sentences of a package, each with the modules where it stands.

    Args:
        package: Folder of the package.

    Raises:
        UnfitSentenceError: If a sentence cannot be held by a catalogue; names the module.
    """
    found: dict[Id, list[str]] = {}
    for module in sorted(package.rglob("*.py")):
        place = module.relative_to(package.parent).as_posix()
        try:
            for sentence in marked(module.read_text(encoding="utf-8"), OURS):
                found.setdefault(sentence, []).append(place)
        except UnfitSentenceError as error:
            raise UnfitSentenceError(f"{place}: {error}") from None
    return found


def clicks() -> dict[Id, list[str]]:
    """All sentences that click itself says."""
    spec = find_spec("click")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("click")
    found: dict[Id, list[str]] = {sentence: ["click"] for sentence in CLICKS_UNMARKED}
    for module in sorted(Path(spec.origin).parent.glob("*.py")):
        for sentence in marked(module.read_text(encoding="utf-8"), CLICKS):
            found.setdefault(sentence, ["click"])
    return found


def wanted() -> dict[Id, list[str]]:
    """All sentences that the catalogue must hold."""
    ours = collected(ROOT / "src/bulletin")
    return ours | {sentence: places for sentence, places in clicks().items() if sentence not in ours}


def read(path: Path) -> Catalog:
    """A catalogue as it lies on the disk; an empty one when there is none."""
    if not path.exists():
        return _Vietnamese()
    with path.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def merged(sentences: Mapping[Id, list[str]], *known: Catalog) -> Catalog:
    """A catalogue of these sentences, each with the first translation that is known.

    Args:
        sentences: What it is to hold, with places.
        known: Where translations are looked for, in this order.
    """
    made = _Vietnamese()
    for sentence, places in sentences.items():
        best = next((message for source in known if (message := _of(source, sentence)) and _string(message)), None)
        # Whether a sentence has a plural is the code's decision; the translator gives one sentence either way.
        text = _string(best) if best else ""
        made.add(
            sentence,
            string=(text,) if isinstance(sentence, tuple) else text,
            locations=[(place, None) for place in dict.fromkeys(places)],  # type: ignore[misc]
            flags=["fuzzy"] if best and best.fuzzy else [],
        )
    return made


def _of(catalog: Catalog, sentence: Id) -> Message | None:
    return catalog.get(sentence)


def _string(message: Message) -> str:
    text = message.string or ""
    return text if isinstance(text, str) else text[0]


def po_bytes(catalog: Catalog) -> bytes:
    """A catalogue as a .po file."""
    file = io.BytesIO()
    write_po(file, catalog, width=120, include_lineno=False)
    return file.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """A catalogue as a .mo file."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def names(sentence: str) -> set[str]:
    """The placeholders of a sentence, such as `name` for `{name!r}`; `%(name)s` counts as well."""
    braces = {str(field) for _, field, _, _ in string.Formatter().parse(sentence) if field is not None}
    percents = {part.split(")")[0] for part in sentence.split("%(")[1:]}
    return braces | percents


def faults(sentences: Mapping[Id, list[str]], catalog: Catalog) -> list[str]:
    """What is wrong with a catalogue, one line each; nothing when all is well.

    Args:
        sentences: What it is to hold, with places.
        catalog: The catalogue as it lies on the disk.
    """
    told = [f"no longer said: {message.id!r}" for message in catalog if message.id and message.id not in sentences]
    for sentence, places in sentences.items():
        message = _of(catalog, sentence)
        if message is None or message.id != sentence:
            told.append(f"not in the catalogue: {sentence!r} ({places[0]})")
        elif not _string(message):
            told.append(f"not translated: {sentence!r} ({places[0]})")
        else:
            told += [f"{fault}: {sentence!r} ({places[0]})" for fault in _translation_faults(message, places)]
    return told


def _translation_faults(message: Message, places: list[str]) -> Iterator[str]:
    text = _string(message)
    originals = [message.id] if isinstance(message.id, str) else list(message.id)
    known = set[str]().union(*map(names, originals))
    if message.fuzzy:
        yield "translation marked as doubtful"
    if unicodedata.normalize("NFC", text) != text:
        yield "translation not in NFC"
    try:
        used = names(text)
    except ValueError:
        yield "a brace is not closed in the translation"
        return
    if used - known:
        yield f"placeholders that the sentence lacks: {sorted(used - known)}"
    # click builds sentences of parts such as {name}; Vietnamese does without some of them.
    # A plural's {n} is a fact, but “one file” may well leave it out in either form.
    lost = names(originals[-1]) - used
    if lost and "click" not in places:
        yield f"placeholders lost in the translation: {sorted(lost)}"


def check(sentences: Mapping[Id, list[str]], po: Path) -> list[str]:
    """What is wrong with the catalogue on the disk and its compiled form."""
    catalog = read(po)
    told = faults(sentences, catalog)
    made = merged(sentences, catalog)
    for path, content in ((po, po_bytes(made)), (po.with_suffix(".mo"), mo_bytes(made))):
        if not told and (not path.exists() or path.read_bytes() != content):
            told.append(f"not as it would be written: {path.name}")
    return told


def write(sentences: Mapping[Id, list[str]], po: Path, more: Iterable[Path]) -> list[str]:
    """Write the catalogue and its compiled form.

    Args:
        sentences: What it is to hold, with places.
        po: The file to write; translations in it come before all others.
        more: Other files with translations.

    Returns:
        What is still wrong, and translations of sentences that nobody says.
    """
    others = [(path, read(path)) for path in more]
    made = merged(sentences, read(po), *(catalog for _, catalog in others))
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(po_bytes(made))
    po.with_suffix(".mo").write_bytes(mo_bytes(made))
    unused = [
        f"nobody says this: {message.id!r} ({path.name})"
        for path, catalog in others
        for message in catalog
        if message.id and message.id not in sentences
    ]
    return [*faults(sentences, made), *unused]


def main(arguments: list[str] | None = None) -> int:
    """Run the tool; the exit code is 1 when something is left to do."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing, tell what is stale or lacks a translation"
    )
    parser.add_argument("--merge", nargs="+", type=Path, default=[], metavar="FILE.po", help="translations to take")
    options = parser.parse_args(arguments)
    sentences = wanted()
    told = check(sentences, PO) if options.check else write(sentences, PO, options.merge)
    print("\n".join([*told, f"{len(sentences)} sentences, {len(told)} things to do"]))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())

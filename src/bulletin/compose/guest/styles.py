"""What a style sheet must not say: what would reach out of the layout, and what spoils or slows running text.

The first holds for a clerk's own layouts alone (`strange`), the second for all (`unsound`, docs/layouts.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bulletin.compose.guest.faults import Fault
from bulletin.messages import say

AT_RULES = frozenset(("page", "media", "counter-style", "supports"))
_MARGIN_BOXES = re.compile(r"(top|bottom)-(left|right|center)(-corner)?|(left|right)-(top|middle|bottom)|footnote")
_REACHES = frozenset(("url", "src", "image", "image-set", "cross-fade"))
RUNNING = frozenset(("html", "body", "main", "section", "article", "p", "li", "dd", "blockquote", "ul", "ol", "dl"))
"""Elements of running text."""
RUNNING_CLASSES = frozenset(("lead", "entry", "keep", "highlights", "facts", "card", "cards"))
_DISPLAYS = re.compile(r"(inline-)?(flex|grid|table)(-\w+)*|inline-block")
EXCUSED = "excused:"
"""A remark on the same line that begins so, with the reason behind it, lets a rule of style be broken."""


def strange(text: str, name: str, own_files: frozenset[str], *, line: int = 1) -> Iterator[Fault]:
    """What reaches out of a layout, or is not plain CSS.

    Args:
        text: The style sheet.
        name: Its file.
        own_files: Addresses that it may ask for.
        line: Where in the file the text begins.
    """
    import tinycss2

    for found in re.finditer(r"\{\{|\{%|\{#", text):
        at = line + text.count("\n", 0, found.start())
        hint = say("use the variables of the program, such as var(--body)")
        yield Fault(name, at, say("“{sign}” stands in a style sheet, which nothing fills in", sign=found[0]), hint,
                    "value-in-style")  # fmt: skip
        return
    yield from (
        Fault(name, line - 1 + at, *told)
        for at, *told in _strange(tinycss2.parse_stylesheet(text, skip_comments=True), own_files)
    )


def _strange(nodes: Sequence[Any], own_files: frozenset[str]) -> Iterator[tuple[int, str, str, str]]:
    for node in nodes:
        at = node.source_line
        if node.type == "error":
            yield at, say("the style sheet cannot be read here"), say("see to brackets, quotes and semicolons"), "css"
        elif node.type in ("at-rule", "at-keyword"):
            word = (node.lower_at_keyword if node.type == "at-rule" else node.value).lower()
            if not (word in AT_RULES or _MARGIN_BOXES.fullmatch(word)):
                hint = say("fonts and other sheets come from the program alone") if word in _FOREIGN else ""
                yield at, say("@{word} may not stand in a layout", word=word), hint, "at-rule"
                continue
        elif node.type == "url":
            yield from _address(node.value, at, own_files)
        elif node.type == "function" and node.lower_name in _REACHES:
            texts = [part.value for part in node.arguments if part.type == "string"]
            if node.lower_name == "url" and len(texts) == 1:
                yield from _address(texts[0], at, own_files)
            else:
                yield at, say("{word}() may not stand in a layout", word=node.lower_name), "", "address"
            continue
        for part in ("prelude", "content", "arguments"):
            yield from _strange(getattr(node, part, None) or (), own_files)


_FOREIGN = ("import", "font-face")


def _address(address: str, at: int, own_files: frozenset[str]) -> Iterator[tuple[int, str, str, str]]:
    if address not in own_files:
        shown = address if len(address) <= 60 else f"{address[:57]}..."
        known = ", ".join(sorted(own_files)) or say("there is none")
        message = say("a style sheet may ask for files of its layout alone, not for “{address}”", address=shown)
        yield at, message, say("its files: {known}", known=known), "address"


def unsound(text: str, name: str, *, line: int = 1) -> Iterator[Fault]:
    """What spoils or slows running text.

    Args:
        text: The style sheet.
        name: Its file.
        line: Where in the file the text begins.
    """
    import tinycss2

    rows = text.split("\n")
    for at, *told in _unsound(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
        if EXCUSED not in rows[at - 1]:
            yield Fault(name, line - 1 + at, *told)


def _unsound(rules: Sequence[Any]) -> Iterator[tuple[int, str, str, str]]:
    import tinycss2

    for rule in rules:
        if rule.type == "at-rule" and rule.content and rule.lower_at_keyword in ("media", "supports"):
            yield from _unsound(
                tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            )  # fmt: skip
        if rule.type != "qualified-rule":
            continue
        subjects = list(_subjects(rule.prelude))
        for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if one.type == "declaration":
                value = tinycss2.serialize(one.value).strip().lower()
                yield from ((one.source_line, *told) for told in _declared(subjects, one.lower_name, value))


def _declared(subjects: Sequence[frozenset[str]], name: str, value: str) -> Iterator[tuple[str, str, str]]:
    running = next((shown for subject in subjects if (shown := _running(subject))), "")
    if name == "display" and running and _DISPLAYS.fullmatch(value):
        message = say("running text (“{what}”) is set as “{value}”", what=running, value=value)
        yield message, say("running text is plain blocks; anything else takes many times as long"), "display"
    elif name.startswith("overflow") and name != "overflow-wrap" and value.split()[:1] != ["visible"]:
        yield say("“overflow” would cut text off in silence"), say("leave it out"), "overflow"
    elif name == "word-spacing":
        yield say("“word-spacing” pulls words apart"), say("leave it out"), "word-spacing"
    elif name in ("opacity", "mix-blend-mode", "mask", "mask-image"):
        message = say("“{name}” makes the page a picture that no archive takes", name=name)
        yield message, say("use a lighter colour"), "opacity"
    elif name == "white-space" and value in ("nowrap", "pre") and (running or frozenset(("span",)) in subjects):
        message = say("“{what}” binds whole lines of text together", what=running or "span")
        yield message, say("the program binds words itself"), "nowrap"


def _running(subject: frozenset[str]) -> str:
    """Which element or class of running text a selector means; empty when none."""
    found = sorted(part for part in subject if part in RUNNING or part.removeprefix(".") in RUNNING_CLASSES)
    # What lies beside it in the selector, such as another class, makes it a part of running text all the same.
    return found[0] if found else ""


def _subjects(prelude: Sequence[Any]) -> Iterator[frozenset[str]]:
    """The last part of each selector of a list: its element and classes."""
    subject: set[str] = set()
    dot = False
    tokens = [*prelude]
    while tokens and tokens[-1].type == "whitespace":
        tokens.pop()
    for place, token in enumerate(tokens):
        if token.type == "literal" and token.value == ",":
            yield frozenset(subject)
            subject = set()
        elif token.type == "whitespace" or (token.type == "literal" and token.value in ">+~"):
            # A space before a comma ends nothing.
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            if after is None or after.type != "literal" or after.value != ",":
                subject = set()
        elif token.type == "literal" and token.value == ".":
            dot = True
        elif token.type == "ident":
            subject.add(f".{token.value}" if dot else token.lower_value)
            dot = False
        elif token.type == "literal" and token.value == ":":
            # What follows tells which of its kind, and is no element.
            dot = True
    yield frozenset(subject)

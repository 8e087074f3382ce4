"""The traps of YAML in a clerk's words: one function for each, which tells the fault and how the line is read on.

Each takes the sheet, the number of the line and the character, both from 0.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.load.shape import COMMENT, quoting
from bulletin.load.sheet import Edit, Sheet
from bulletin.messages import say, say_n


def colon(sheet: Sheet, number: int, at: int, start: int, *, sure: bool) -> None:
    """A colon inside a text that is not in quotes."""
    line = sheet.rows[number].read
    message = (
        say("the text ends in a colon; such a text is put in quotes")
        if not line[at + 1 :].strip()
        else say("there is a colon inside the text; such a text is put in quotes")
    )
    hint = say("put the text in quotes from its first word to its end")
    _quote(sheet, "colon-in-text", message, number, at, start, sure=sure, hint=hint)


def sign(sheet: Sheet, number: int, at: int, start: int, *, sure: bool = True) -> None:
    """A text that begins with a sign that means something to YAML."""
    first = sheet.rows[number].read[at]
    message = say("a text that begins with {sign} is put in quotes", sign=first)
    hint = say("put the text in quotes from its first word to its end")
    _quote(sheet, "sign-at-start", message, number, at, start, sure=sure, hint=hint)


def bracket(sheet: Sheet, number: int, at: int, start: int, *, sure: bool) -> None:
    """A text that begins with a bracket and is no list."""
    first = sheet.rows[number].read[at]
    message = say("a text that begins with {sign} is put in quotes", sign=first)
    hint = say(
        "if it is a text, put all of it in quotes; if it is a list, write each item on a line of its own: - item"
    )
    _quote(sheet, "sign-at-start", message, number, at, start, sure=sure, hint=hint)


def note(sheet: Sheet, number: int, at: int, start: int, *, sure: bool) -> None:
    """A note (YAML's comment) behind a value would cut the text."""
    line = sheet.rows[number].read
    message = say("from the # on, the line would be left out")
    # A hash that touches a word belongs to the text; one with a space behind it may be a note.
    if sure and line[at + 1 : at + 2].strip():
        _quote(sheet, "note-behind-text", message, number, at, start, sure=True)
        return
    hint = say("a note stands on a line of its own; if it belongs to the text, put all of the text in quotes")
    cut = Edit(len(line[:at].rstrip(" \t")), len(line), "")
    sheet.tell("note-behind-text", message, number, at, hint=hint, edits=[cut])


def tab(sheet: Sheet, number: int, at: int, edits: Sequence[Edit]) -> None:
    """A tab between words, or behind a colon or dash."""
    message = say("a tab stands in the line where a space belongs")
    sheet.tell("tab", message, number, at, edits=edits, sure=True)


def tab_indent(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool, wanted: int) -> None:
    """A tab before the text of a line."""
    message = say("a tab stands before the text, where only spaces may stand; so it may be in the lines below")
    hint = say("put as many spaces there as stand before the lines that it belongs with")
    sheet.tell("tab-indent", message, number, at, edits=edits, sure=sure, run=True, hint=hint, cure=_spaces(wanted))


def odd_space(sheet: Sheet, number: int, at: int, edits: Sequence[Edit]) -> None:
    """A sign that looks like a space and is none, where a space is needed."""
    message = say("what stands here looks like a space and is none; type a space")
    sheet.tell("odd-space", message, number, at, edits=edits, sure=True, run=True)


def no_space(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, dash: bool) -> None:
    """No space behind the colon of a key or the dash of an item, or a sign that only looks like one of them."""
    found = sheet.rows[number].read[at]
    if found not in ":-":
        good = "-" if dash else ":"
        message = say("{sign} looks like {good} and is another sign", sign=found, good=good)
    elif dash:
        message = say("there is no space behind the dash")
    else:
        message = say("there is no space behind the colon")
    sheet.tell("no-space-behind-dash" if dash else "no-space-behind-colon", message, number, at, edits=edits, sure=True)


def open_quote(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool) -> None:
    """A quote that is opened and never closed."""
    message = say("the quote that is opened here is not closed")
    hint = say("close it with {sign} where the text ends", sign=sheet.rows[number].read[at])
    sheet.tell("quote-not-closed", message, number, at, edits=edits, sure=sure, hint=hint)


def behind_quote(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool) -> None:
    """Text behind a closing quote."""
    message = say("the quote is closed, yet text follows; either all of the text stands in quotes or none of it")
    hint = say("put the quotes round all of the text, or delete them")
    sheet.tell("text-behind-quote", message, number, at, edits=edits, sure=sure, hint=hint)


def escape(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool) -> None:
    """A backslash in double quotes with a letter behind it that makes no sign."""
    message = say("in double quotes a \\ changes the letter behind it; this one means nothing")
    hint = say("put the text in single quotes: there a \\ is only a \\")
    sheet.tell("backslash", message, number, at, edits=edits, sure=sure, hint=hint)


def block_indent(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool, wanted: int) -> None:
    """A line of a `|` text that is not indented like the rest."""
    message = say("the first line of the text is indented deeper than the lines below it")
    if not sure:
        message = say("this line of the text is indented less than its first line")
    cure = _spaces(wanted)
    sheet.tell("block-indent", message, number, at, edits=edits, sure=sure, hint=cure, cure=cure)


def indent(sheet: Sheet, number: int, wanted: Sequence[int], edits: Sequence[Edit], *, sure: bool) -> None:
    """A line that does not stand below the lines it belongs with."""
    line = sheet.rows[number].read
    found = len(line) - len(line.lstrip(" "))
    numbers = say(" or ").join(str(number) for number in sorted(set(wanted)))
    message = say_n(
        "{n} space stands before this line, expected: {wanted}",
        "{n} spaces stand before this line, expected: {wanted}",
        n=found, wanted=numbers,
    )  # fmt: skip
    hint = say(
        "put it exactly below the line that it belongs with; if it is only more text, put all of that text in quotes"
    )
    sheet.tell("indent", message, number, found, edits=edits, sure=sure, hint=hint, cure=_spaces(wanted[0]))


def list_behind_value(sheet: Sheet, number: int, at: int) -> None:
    """List items below a key or an item that has a value already."""
    message = say("a list begins here, yet a text stands already in the line above that it would belong to")
    hint = say("write that text as an item of the list as well, or make a key of its own for the list")
    sheet.tell("list-behind-text", message, number, at, edits=_all(sheet, number), hint=hint, run=True)


def key_behind_value(sheet: Sheet, number: int, at: int) -> None:
    """A key below an item or a key that has a text already."""
    message = say("a key begins here, yet a text stands already in the line above that it would belong to")
    hint = say("give that text a key as well; if this line is only more text, put all of it in quotes")
    sheet.tell("key-behind-text", message, number, at, edits=_all(sheet, number), hint=hint, run=True)


def key_in_list(sheet: Sheet, number: int, at: int, inner: int | None) -> None:
    """A key in the column of the dashes of a list; `inner` is the column of the keys in the item above."""
    message = say("a key stands here among the items of a list")
    hint = say("put two spaces before it if it belongs to the item above, or put it below the key of the list")
    edits = _all(sheet, number) if inner is None else (Edit(0, at, " " * inner),)
    sheet.tell("key-in-list", message, number, at, edits=edits, hint=hint)


def lines_run_together(sheet: Sheet, number: int, at: int, mend_at: int | None) -> None:
    """Lines of text with items in them below a bare key: YAML would make one line of all.

    Args:
        sheet: The file.
        number: Line of the first item.
        at: Where it begins.
        mend_at: Line of the key that lacks a `|`, if it can only be that.
    """
    message = say("the lines below this key would run together into one")
    hint = say("put | behind the colon of the key; if it is a list, begin each line with a dash and a space: - item")
    if mend_at is None:
        message = say("this line and the one above it would run together into one")
        sheet.tell("lines-run-together", message, number, at, hint=hint, run=True)
        return
    end = len(sheet.rows[mend_at].read.rstrip(" \t"))
    sheet.tell("lines-run-together", message, mend_at, end - 1, edits=[Edit(end, end, " |")], sure=True, hint=hint)


def stray(sheet: Sheet, number: int, at: int, *, block: int | None = None) -> None:
    """A line that is neither a key with a value nor an item.

    Args:
        sheet: The file.
        number: Line.
        at: Where its text begins.
        block: Number of spaces before the text right above, if that is a `|` text.
    """
    message = say("this line has no key with a colon")
    if block is not None:
        hint = say(
            "if it belongs to the text above, put {n} spaces before it; else begin it with a key and a colon", n=block
        )
    else:
        hint = say("begin it with a key and a colon; running text stands below a key that ends in: |")
    sheet.tell("no-key", message, number, at, edits=_all(sheet, number), hint=hint, run=True)


def no_dash(sheet: Sheet, number: int, at: int) -> None:
    """A line of text in the column of the dashes of a list."""
    message = say("this line stands among the items of a list and has no dash")
    hint = say(
        "begin it with a dash and a space if it is an item; put two spaces before it if it belongs to the item above"
    )
    sheet.tell("no-dash", message, number, at, edits=_all(sheet, number), hint=hint, run=True)


def no_key(sheet: Sheet, number: int, at: int) -> None:
    """A colon with no key in front of it."""
    message = say("there is no key in front of the colon")
    hint = say("type the key, or put the text in quotes if it begins with a colon")
    sheet.tell("key-missing", message, number, at, edits=_all(sheet, number), hint=hint)


def key_sign(sheet: Sheet, number: int, at: int) -> None:
    """A key that begins with a sign that means something to YAML."""
    message = say("a key cannot begin with {sign}", sign=sheet.rows[number].read[at])
    hint = say("delete the sign; if the line is running text, it stands below a key that ends in: |")
    sheet.tell("key-sign", message, number, at, edits=_all(sheet, number), hint=hint)


def _quote(
    sheet: Sheet, id_: str, message: str, number: int, at: int, start: int, *, sure: bool, hint: str = ""
) -> None:
    """Tell a fault that quotes round the text cure, when a note behind it leaves no doubt where it ends."""
    line = sheet.rows[number].read
    doubtful = any(not line[found.end() : found.end() + 1].strip() for found in COMMENT.finditer(line, start))
    sheet.tell(id_, message, number, at, edits=quoting(line, start), sure=sure and not doubtful, hint=hint)


def _all(sheet: Sheet, number: int) -> tuple[Edit, ...]:
    return (Edit(0, len(sheet.rows[number].read), ""),)


def _spaces(wanted: int) -> str:
    if wanted == 0:
        return say("put no space before it: {line}")
    # The line itself is filled in when all of its mends are known.
    return say("put {n} spaces before it: {line}", n=wanted, line="{line}")

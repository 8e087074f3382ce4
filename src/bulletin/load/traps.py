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
        say("a text that ends in a colon needs quotes")
        if not line[at + 1 :].strip()
        else say("a text with a colon in it needs quotes")
    )
    hint = say("put the text in quotes from its first word to its end")
    _quote(sheet, "colon-in-text", message, number, at, start, sure=sure, hint=hint)


def sign(sheet: Sheet, number: int, at: int, start: int, *, sure: bool = True) -> None:
    """A text that begins with a sign that means something to YAML."""
    first = sheet.rows[number].read[at]
    message = say("a text that begins with {sign} needs quotes", sign=first)
    hint = say("put the text in quotes from its first word to its end")
    _quote(sheet, "sign-at-start", message, number, at, start, sure=sure, hint=hint)


def bracket(sheet: Sheet, number: int, at: int, start: int, *, sure: bool) -> None:
    """A text that begins with a bracket, or a list in brackets that cannot be read."""
    first = sheet.rows[number].read[at]
    if sure:
        message = say("a text that begins with {sign} needs quotes", sign=first)
        _quote(sheet, "sign-at-start", message, number, at, start, sure=True)
        return
    message = say("a list that begins with {sign} cannot be read to its end", sign=first)
    hint = say("write each item on a line of its own: - item; if it is a text and no list, put all of it in quotes")
    _quote(sheet, "brackets", message, number, at, start, sure=False, hint=hint)


def note(sheet: Sheet, number: int, at: int, start: int, *, sure: bool) -> None:
    """A note (YAML's comment) after a value would cut the text."""
    line = sheet.rows[number].read
    message = say("everything from the # on would be left out")
    # A hash that touches a word belongs to the text; one with a space after it may be a note.
    if sure and line[at + 1 : at + 2].strip():
        _quote(sheet, "note-after-text", message, number, at, start, sure=True)
        return
    hint = say("put a note on a line of its own; if the # belongs to the text, put all of the text in quotes")
    cut = Edit(len(line[:at].rstrip(" \t")), len(line), "")
    sheet.tell("note-after-text", message, number, at, hint=hint, edits=[cut])


def tab(sheet: Sheet, number: int, at: int, edits: Sequence[Edit]) -> None:
    """A tab between words, or after a colon or dash."""
    message = say("there is a tab here instead of a space")
    sheet.tell("tab", message, number, at, edits=edits, sure=True)


def tab_indent(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool, wanted: int) -> None:
    """A tab before the text of a line."""
    message = say("there is a tab before the text instead of spaces; the lines below may have one too")
    hint = say("type as many spaces as the lines have that it belongs with")
    sheet.tell("tab-indent", message, number, at, edits=edits, sure=sure, run=True, hint=hint, cure=_spaces(wanted))


def odd_space(sheet: Sheet, number: int, at: int, edits: Sequence[Edit]) -> None:
    """A sign that looks like a space and is none, where a space is needed."""
    message = say("this looks like a space and is another sign; type a space")
    sheet.tell("odd-space", message, number, at, edits=edits, sure=True, run=True)


def no_space(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, dash: bool) -> None:
    """No space after the colon of a key or the dash of an item, or a sign that only looks like one of them."""
    found = sheet.rows[number].read[at]
    if found not in ":-":
        good = "-" if dash else ":"
        message = say("{sign} looks like {good} and is another sign", sign=found, good=good)
    elif dash:
        message = say("there is no space after the dash")
    else:
        message = say("there is no space after the colon")
    sheet.tell("no-space-after-dash" if dash else "no-space-after-colon", message, number, at, edits=edits, sure=True)


def open_quote(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool) -> None:
    """A quote that is opened and never closed."""
    message = say("the quote that opens here is never closed")
    hint = say("close it with {sign} where the text ends", sign=sheet.rows[number].read[at])
    sheet.tell("quote-not-closed", message, number, at, edits=edits, sure=sure, hint=hint)


def after_quote(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool) -> None:
    """Text after a closing quote."""
    message = say("more text follows after the closing quote")
    hint = say("put all of the text in quotes, or none of it")
    sheet.tell("text-after-quote", message, number, at, edits=edits, sure=sure, hint=hint)


def escape(sheet: Sheet, number: int, at: int, edits: Sequence[Edit], *, sure: bool) -> None:
    """A backslash in double quotes with a letter after it that makes no sign."""
    message = say("in double quotes \\ changes the letter after it, and this pair means nothing")
    hint = say("put the text in single quotes: there \\ stays as it is")
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
        "begin it exactly below the line it belongs with; if it is more of the text above, put all of that in quotes"
    )
    sheet.tell("indent", message, number, found, edits=edits, sure=sure, hint=hint, cure=_spaces(wanted[0]))


def list_after_value(sheet: Sheet, number: int, at: int) -> None:
    """List items below a key or an item that has a value already."""
    message = say("a list begins here, but the line above that it would belong to has a text already")
    hint = say("make that text an item of the list too, or give the list a key of its own")
    sheet.tell("list-after-text", message, number, at, edits=_all(sheet, number), hint=hint, run=True)


def key_after_value(sheet: Sheet, number: int, at: int) -> None:
    """A key below an item or a key that has a text already."""
    message = say("a key begins here, but the line above that it would belong to has a text already")
    hint = say("give that text a key too; if this line is only more text, put all of it in quotes")
    sheet.tell("key-after-text", message, number, at, edits=_all(sheet, number), hint=hint, run=True)


def key_in_list(sheet: Sheet, number: int, at: int, inner: int | None) -> None:
    """A key in the column of the dashes of a list; `inner` is the column of the keys in the item above."""
    message = say("this key stands in the column of the dashes of a list")
    hint = say(
        "put two more spaces before it if it belongs to the item above; if not, begin it below the key of the list"
    )
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
    hint = say("put | after the colon of the key; if it is a list, begin each line with a dash and a space: - item")
    if mend_at is None:
        message = say("this line and the one above it would run together into one")
        sheet.tell("lines-run-together", message, number, at, edits=_all(sheet, number), hint=hint, run=True)
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
            "if it belongs to the text above, put {n} spaces before it; if not, begin it with a key and a colon",
            n=block,
        )
    else:
        hint = say("begin it with a key and a colon; running text goes below a key with | after its colon")
    sheet.tell("no-key", message, number, at, edits=_all(sheet, number), hint=hint, run=True)


def no_dash(sheet: Sheet, number: int, at: int) -> None:
    """A line of text in the column of the dashes of a list."""
    message = say("this line stands among the items of a list but has no dash")
    hint = say(
        "if it is an item, begin it with a dash and a space; if it belongs to the item above, add two spaces before it"
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
    hint = say("delete the sign; running text goes below a key with | after its colon")
    sheet.tell("key-sign", message, number, at, edits=_all(sheet, number), hint=hint)


def _quote(
    sheet: Sheet, id_: str, message: str, number: int, at: int, start: int, *, sure: bool, hint: str = ""
) -> None:
    """Tell a fault that quotes round the text cure, when a note after it leaves no doubt where it ends."""
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

"""Where in the HTML each printed value of a template stands.

The pieces of a template are walked through letter by letter, in the states of an HTML parser that matter here. What
stands between the branches of a template must leave the state as it found it; so one walk holds for every way through.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bulletin.admitted import ADDRESSES, attribute_fault, element_fault, value_fault
from bulletin.messages import say


class State(enum.Enum):
    """Where in the HTML a letter stands."""

    TEXT = enum.auto()
    OPENED = enum.auto()
    """Right behind `<`."""
    NAME = enum.auto()
    CLOSING = enum.auto()
    """In an end tag."""
    TAG = enum.auto()
    """In a start tag, between attributes."""
    ATTRIBUTE = enum.auto()
    EQUALS = enum.auto()
    """Behind the equals sign."""
    QUOTED = enum.auto()
    BARE = enum.auto()
    """In a value without quotes."""
    REMARK = enum.auto()
    RAW = enum.auto()
    """In `<style>` or `<title>`, whose content is no HTML."""
    DECLARATION = enum.auto()


RAW_ELEMENTS = ("style", "title", "script", "textarea")
Told = Callable[[int, str, str, str], None]
"""Takes a complaint: line, message, hint, id."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A value that a template prints: `{{ … }}`."""

    line: int
    is_link: bool = False
    """Whether it comes from `link(…)`."""
    is_number: bool = False
    """Whether it ends in the filter `number`."""


Part = str | Printed


@dataclass(slots=True)
class Walk:
    """A walk through the HTML of a template."""

    tell: Told
    own_files: frozenset[str]
    """Addresses of the layout's own files."""
    sheet: Callable[[str, int], None]
    """Takes the content of a `<style>`, and its line."""
    state: State = State.TEXT
    element: str = ""
    name: str = ""
    quote: str = ""
    line: int = 1
    parts: list[Part] = field(default_factory=list)
    has_branch: bool = False
    """Whether a branch of the template stands in the value at hand."""
    raw: str = ""
    raw_line: int = 0
    name_ended: bool = False
    """Whether the name of an element stands right before."""

    @property
    def place(self) -> tuple[object, ...]:
        """Where the walk stands; the same before and after each branch."""
        inside = self.state in (State.QUOTED, State.BARE, State.EQUALS, State.ATTRIBUTE)
        name = self.name if inside else ""
        return self.state, self.element if self.state is not State.TEXT else "", name, self.quote

    # --- what a template consists of ---

    def text(self, text: str, line: int) -> None:
        """A piece of HTML."""
        self.line = line
        for sign in text:
            self._take(sign)
            self.line += sign == "\n"

    def value(self, printed: Printed) -> None:
        """A value printed by the template."""
        if self.state is State.EQUALS or self.state is State.BARE:
            hint = say("put the value in quotes: {example}", example=f'{self.name}="{{{{ … }}}}"')
            self.tell(printed.line, say("a printed value stands in an attribute without quotes"), hint, "unquoted")
            self.state = State.BARE
        elif self.state is State.QUOTED:
            self.parts.append(printed)
        elif self.state is State.RAW and self.element == "style":
            hint = say("use the variables of the program, such as var(--body)")
            self.tell(printed.line, say("a printed value stands in a style sheet"), hint, "value-in-style")
        elif self.state not in (State.TEXT, State.RAW):
            hint = say("printed values stand in text, or in quotes behind an attribute")
            self.tell(printed.line, say("a printed value stands inside a tag or a remark"), hint, "value-in-tag")

    def branch(self) -> None:
        """A `{% … %}`."""
        self.has_branch = True
        if self.state is State.NAME:
            # The name of the element ends here, if what follows, in this branch or the next, begins with a space.
            self._named()
            self.state, self.name_ended = State.TAG, True

    def end(self) -> None:
        """The end of the template."""
        if self.state is not State.TEXT:
            self.tell(self.line, say("a tag, a remark or a quote is not closed"), "", "not-closed")

    # --- letter by letter ---

    def _take(self, sign: str) -> None:
        state = self.state
        if state is State.TEXT:
            if sign == "<":
                self.state, self.name = State.OPENED, ""
        elif state is State.OPENED:
            self._opened(sign)
        elif state is State.NAME:
            if sign.isspace() or sign in "/>":
                self._named()
                self.state = State.TAG
                self._take(sign)
            else:
                self.element += sign.lower()
        elif state is State.CLOSING:
            if sign == ">":
                if fault := element_fault(self.name.strip().lower()):
                    self.tell(self.line, fault, "", "element")
                self.state = State.TEXT
            else:
                self.name += sign
        elif state is State.TAG:
            if self.name_ended and not (sign.isspace() or sign in "/>"):
                self.tell(self.line, say("a space is missing between a name and what follows it"), "", "branch")
            self.name_ended = False
            self._in_tag(sign)
        elif state is State.ATTRIBUTE:
            if sign == "=":
                self.state, self.parts, self.has_branch = State.EQUALS, [], False
            elif sign.isspace() or sign in "/>":
                self._attribute([])
                self.state = State.TAG
                self._take(sign)
            else:
                self.name += sign.lower()
        elif state is State.EQUALS:
            self._value_begins(sign)
        elif state is State.QUOTED:
            if sign == self.quote:
                self._attribute(self.parts)
                self.state, self.quote = State.TAG, ""
            else:
                self._add(sign)
        elif state is State.BARE:
            if sign.isspace() or sign == ">":
                self._attribute(self.parts)
                self.state = State.TAG
                self._take(sign)
            else:
                self._add(sign)
        elif state is State.REMARK:
            self.raw = f"{self.raw}{sign}"[-3:]
            if self.raw == "-->":
                self.state = State.TEXT
        elif state is State.RAW:
            self._in_raw(sign)
        else:
            self.raw += sign
            if self.raw == "--":
                self.state, self.raw = State.REMARK, ""
            elif sign == ">":
                self.state = State.TEXT

    def _opened(self, sign: str) -> None:
        if sign == "!":
            self.state, self.raw = State.DECLARATION, ""
        elif sign == "/":
            self.state, self.name = State.CLOSING, ""
        elif sign.isascii() and sign.isalpha():
            self.state, self.element = State.NAME, sign.lower()
        elif sign == "?":
            self.tell(self.line, element_fault("?"), "", "element")
            self.state = State.DECLARATION
        else:
            self.state = State.TEXT

    def _in_tag(self, sign: str) -> None:
        if sign == ">":
            raw = self.element in RAW_ELEMENTS
            self.state, self.raw, self.raw_line = State.RAW if raw else State.TEXT, "", self.line
        elif not sign.isspace() and sign != "/":
            self.state, self.name = State.ATTRIBUTE, sign.lower()

    def _value_begins(self, sign: str) -> None:
        if sign.isspace():
            return
        if sign in "\"'":
            self.state, self.quote = State.QUOTED, sign
        elif sign == ">":
            self._attribute([])
            self.state = State.TAG
            self._take(sign)
        else:
            self.state = State.BARE
            self._add(sign)

    def _in_raw(self, sign: str) -> None:
        self.raw += sign
        if sign == ">" and self.raw.lower().endswith(f"</{self.element}>"):
            if self.element == "style":
                self.sheet(self.raw[: -len("</style>")], self.raw_line)
            self.state = State.TEXT

    def _add(self, sign: str) -> None:
        if self.parts and isinstance(self.parts[-1], str):
            self.parts[-1] += sign
        else:
            self.parts.append(sign)

    # --- what is allowed ---

    def _named(self) -> None:
        if fault := element_fault(self.element):
            self.tell(self.line, fault, "", "element")

    def _attribute(self, parts: Sequence[Part]) -> None:
        if element_fault(self.element):
            return
        printed = [part for part in parts if isinstance(part, Printed)]
        line = printed[0].line if printed else self.line
        if fault := attribute_fault(self.element, self.name):
            self.tell(line, fault, "", "attribute")
        elif self.name in ADDRESSES:
            self._address(parts, line)
        elif self.name == "style":
            if not all(part.is_number for part in printed):
                hint = say("only numbers may: {example}", example="width:{{ picture.width_mm|number }}mm")
                self.tell(line, say("a printed value stands in a style"), hint, "value-in-style")
            self.sheet(f"x{{{''.join(part if isinstance(part, str) else '0' for part in parts)}}}", line)
        elif self.name == "rel" or self.element == "meta":
            if printed:
                self.tell(line, say("a printed value may not stand in “{name}”", name=self.name), "", "attribute")
            elif fault := value_fault(self.element, self.name, "".join(_texts(parts))):
                self.tell(line, fault, "", "attribute")

    def _address(self, parts: Sequence[Part], line: int) -> None:
        """What a link or a picture leads to."""
        texts = list(_texts(parts))
        first = parts[0] if parts else ""
        if self.has_branch:
            self.tell(line, say("a branch stands in “{name}”", name=self.name), self._cure(), "address")
        elif len(texts) == len(parts):
            fault = value_fault(self.element, self.name, "".join(texts))
            own = "".join(texts).startswith("bulletin:layout/") and "".join(texts) not in self.own_files
            if fault or own:
                fault = fault or say("the layout has no file “{name}”", name="".join(texts).rpartition("/")[2])
                self.tell(line, fault, "", "address")
        elif isinstance(first, str):
            # What follows can only name a place or a photo: quotes are escaped, and nothing else is served.
            if not first.startswith("#" if self.name == "href" else "bulletin:photo/"):
                self.tell(line, say("a printed value stands in “{name}”", name=self.name), self._cure(), "address")
        elif not (self.name == "href" and len(parts) == 1 and first.is_link):
            self.tell(line, say("a printed value stands in “{name}”", name=self.name), self._cure(), "address")

    def _cure(self) -> str:
        example = 'href="{{ link(record.url) }}"' if self.name == "href" else 'src="bulletin:photo/{{ picture.name }}"'
        return say("write for example: {example}", example=example)


def _texts(parts: Sequence[Part]) -> Iterator[str]:
    return (part for part in parts if isinstance(part, str))

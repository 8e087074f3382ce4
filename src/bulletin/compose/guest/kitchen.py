"""A clerk's own templates, looked through and filled in; runs in the child process alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import TracebackType
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from bulletin.admitted import is_link
from bulletin.compose import new_environment
from bulletin.compose.guest.faults import Fault
from bulletin.compose.guest.limits import Limits, TooLongError, TooMuchError
from bulletin.compose.guest.lint import template_faults
from bulletin.compose.guest.plain import kind_of, names_in
from bulletin.compose.guest.styles import strange, unsound
from bulletin.messages import say
from bulletin.vietnamese.text import similar

_UNSAFE = ("safe", "xmlattr", "urlize", "tojson", "random", "pprint", "forceescape", "escape", "e")
"""Filters that make HTML of text, or another page at each run."""
_UNSAFE_GLOBALS = ("lipsum", "cycler", "joiner", "dict")
_LONGEST = 100_000
"""Letters, or digits, that a calculation may give."""
MAIN = "bulletin.html"


class Kitchen:
    """Fills in one layout, again and again.

    Args:
        own: Its templates and style sheets by name.
        base: Templates of the program that it may use, by name.
        name: Of the layout.
        addresses: Of its own files, as pages ask for them.
        limits: What filling it in may take.
    """

    def __init__(
        self, own: Mapping[str, str], base: Mapping[str, str], name: str, addresses: Iterable[str], limits: Limits
    ) -> None:
        self._own = own
        self._addresses = frozenset(addresses)
        self._limits = limits
        # `of` tells a frame of a template of the layout from one of the program, whatever they are called.
        self._files = {f"{name}/{file}": file for file in own}
        found = {file: (text, f"{name}/{file}", None) for file, text in own.items()}
        found |= {file: (text, file, None) for file, text in base.items()}
        self._environment = new_environment(_Loader(found), kind=_Sandbox, undefined=_Missing)
        for unsafe in _UNSAFE:
            self._environment.filters.pop(unsafe, None)
        for unsafe in _UNSAFE_GLOBALS:
            self._environment.globals.pop(unsafe, None)
        # Of the program's own layouts every address is let through.
        self._environment.filters["link"] = self._environment.globals["link"] = link
        self._faults: list[Fault] | None = None
        self._read = ""
        """The file that is looked through at the moment."""

    def filled(self, values: Mapping[str, Any]) -> str | list[Fault]:
        """The page description; or everything that is wrong with the layout, if anything is."""
        if self._faults is None:
            self._faults = sorted(set(self.looked_through(values)))
        if self._faults:
            return self._faults
        template = self._environment.get_template(MAIN)
        parts: list[str] = []
        left = self._limits.html_bytes
        for part in template.root_render_func(template.new_context(dict(values))):
            left -= len(part)
            if left < 0:
                raise TooMuchError
            parts.append(part)
        return "".join(parts)

    def looked_through(self, values: Mapping[str, Any]) -> Iterator[Fault]:
        """Everything that is wrong with the files of the layout, by what its templates will be given."""
        for file, text in sorted(self._own.items()):
            self._read = file
            if file.endswith(".css"):
                yield from strange(text, file, self._addresses)
                yield from unsound(text, file)
            else:
                yield from template_faults(file, text, self._environment, values, self._addresses)
        self._read = ""

    def told(self, error: BaseException, limits: Limits) -> Fault:
        """An error that came up while a template was filled in, with its place."""
        file, line = self._place(error.__traceback__)
        file, is_read = file or self._read, bool(self._read and not file)
        hint = ""
        if isinstance(error, TooLongError):
            message, ident = (
                say("the layout takes more than {n} seconds for one page", n=f"{limits.cpu_s:g}"),
                "endless",
            )
            hint = "" if is_read else say("a loop or a macro here has no end")
        elif isinstance(error, MemoryError):
            message, ident = say("the layout takes more than {n} MiB of memory", n=limits.memory_mib), "too-much"
        elif isinstance(error, TooMuchError):
            message, ident = say("the layout writes more than {n} MiB", n=limits.html_bytes // 2**20), "too-much"
        elif isinstance(error, RecursionError):
            message, ident = say("a macro or a template calls itself without end"), "endless"
            if is_read:
                message, ident = say("the file cannot be read: too much stands inside each other"), "too-deep"
        elif isinstance(error, _NotKnownError):
            message, hint, ident = str(error), error.hint, "unknown-name"
        elif isinstance(error, SecurityError | OverflowError):
            message, ident = say("this is not allowed in a layout: {complaint}", complaint=str(error)), "not-allowed"
        elif isinstance(error, jinja2.TemplateSyntaxError):
            line = line or error.lineno
            message, ident = say("the template cannot be read here: {complaint}", complaint=error.message), "template"
        else:
            complaint = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            message, ident = say("this cannot be worked out: {complaint}", complaint=complaint), "template"
        return Fault(file or MAIN, line, message, hint, ident)

    def _place(self, trace: TracebackType | None) -> tuple[str, int]:
        """The last place in a template of the layout at which an error passed by."""
        found = ("", 0)
        while trace:
            template = trace.tb_frame.f_globals.get("__jinja_template__")
            file = self._files.get(trace.tb_frame.f_code.co_filename)
            if template is not None and file:
                found = (file, template.get_corresponding_lineno(trace.tb_lineno))
            trace = trace.tb_next
        return found


class _Loader(jinja2.BaseLoader):
    """Templates that are in memory already."""

    def __init__(self, found: Mapping[str, tuple[str, str, None]]) -> None:
        self._found = found

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str | None, None]:
        if template not in self._found:
            raise jinja2.TemplateNotFound(template)
        return self._found[template]

    def list_templates(self) -> list[str]:
        return [name for name in self._found if name.endswith(".html")]


class _NotKnownError(jinja2.UndefinedError):
    hint = ""


class _Missing(jinja2.StrictUndefined):
    """What is asked for and is not there: told with the nearest name."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = jinja2.utils.missing, name: Any = None, exc: Any = None
    ) -> None:
        super().__init__(hint, obj, name, exc=partial(_not_known, obj, name))  # type: ignore[arg-type]


def _not_known(obj: Any, name: Any, message: str) -> _NotKnownError:
    if isinstance(name, int):
        error = _NotKnownError(say("there is no number {n} in this list", n=name))
    elif kind := kind_of(obj):
        error = _NotKnownError(say("“{what}” has no “{key}”", what=kind, key=name))
    else:
        error = _NotKnownError(say("“{key}” is not known here", key=name))
    near = similar(str(name), names_in(obj))
    error.hint = say("did you mean “{near}”?", near=near) if near else ""
    return error


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, in which no single calculation takes long."""

    intercepted_binops = frozenset(("*", "**"))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" and isinstance(left, int) and isinstance(right, int):
            if abs(left) > 1 and right * abs(left).bit_length() > _LONGEST:
                raise OverflowError(f"{left} ** {right}"[:80])
        elif operator == "*":
            for text, times in ((left, right), (right, left)):
                if isinstance(times, int) and hasattr(text, "__len__") and len(text) * times > _LONGEST:
                    raise OverflowError(f"… * {times}"[:80])
        return super().call_binop(context, operator, left, right)


def link(address: object) -> Markup:
    """An address that a link may have; empty when it may not, or there is none."""
    text = str(address or "").strip()
    # An address is no text: typography would bind what looks like words in it.
    return Markup(escape(text)) if is_link(text) else Markup()

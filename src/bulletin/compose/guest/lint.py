"""What is wrong with the templates of a clerk's own layout, found without filling them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from bulletin.compose.guest.faults import Fault
from bulletin.compose.guest.markup import Printed, State, Walk
from bulletin.compose.guest.plain import names_in
from bulletin.compose.guest.styles import strange, unsound
from bulletin.messages import say
from bulletin.vietnamese.text import similar

if TYPE_CHECKING:
    import jinja2
    from jinja2 import nodes

_OPENS = frozenset(("if", "for", "macro", "call", "filter", "block", "with", "autoescape", "set", "trans"))
_TURNS = frozenset(("else", "elif"))
_PUTS_IN = frozenset(("include", "extends", "import", "from"))


def template_faults(
    file: str, source: str, environment: jinja2.Environment, values: Mapping[str, Any], own_files: frozenset[str]
) -> Iterator[Fault]:
    """Everything that is wrong with a template.

    Args:
        file: Its name in the layout's folder.
        source: What stands in it.
        environment: That it will be filled in by.
        values: What it will be given.
        own_files: Addresses of the layout's own files.
    """
    import jinja2

    try:
        tree = environment.parse(source)
    except jinja2.TemplateSyntaxError as error:
        message = say("the template cannot be read here: {complaint}", complaint=error.message)
        yield Fault(file, error.lineno, message, _cure(error.message or ""), "template-syntax")
        return
    except RecursionError:
        yield Fault(file, 0, say("the template cannot be read: too much stands inside each other"), "", "template-deep")
        return
    found: list[Fault] = []
    _walk_html(file, source, environment, own_files, found)
    yield from found
    yield from _tree_faults(file, tree, environment, values)


def _cure(complaint: str) -> str:
    if re.search(r"innermost|\bend[a-z]", complaint):
        return say("each {opening} needs its {closing}", opening="{% if %}, {% for %}, {% macro %}",
                   closing="{% endif %}, {% endfor %}, {% endmacro %}")  # fmt: skip
    return say("see docs/layouts.md for what may stand in a template")


# --- where values are printed ---


def _walk_html(
    file: str, source: str, environment: jinja2.Environment, own_files: frozenset[str], found: list[Fault]
) -> None:
    def tell(line: int, message: str, hint: str, ident: str) -> None:
        found.append(Fault(file, line, message, hint, ident))

    def sheet(text: str, line: int) -> None:
        found.extend(strange(text, file, own_files, line=line))
        found.extend(unsound(text, file, line=line))

    walk = Walk(tell, own_files, sheet)
    opened: list[tuple[int, tuple[object, ...]]] = []
    inner: list[tuple[str, str]] = []
    begun = 1
    for line, kind, text in environment.lex(source):
        if kind == "data":
            walk.text(text, line)
        elif kind in ("variable_begin", "block_begin"):
            inner, begun = [], line
        elif kind == "variable_end":
            walk.value(_printed(environment, begun, inner))
        elif kind == "block_end":
            _block(walk, opened, [word for word in inner if word[0] != "whitespace"], begun, tell)
        else:
            inner.append((kind, text))
    walk.end()


def _printed(environment: jinja2.Environment, line: int, inner: list[tuple[str, str]]) -> Printed:
    from jinja2 import nodes

    output = environment.parse("{{" + "".join(text for _, text in inner) + "}}").body[0]
    value = output.nodes[0] if isinstance(output, nodes.Output) else output
    called = isinstance(value, nodes.Call) and isinstance(value.node, nodes.Name) and value.node.name == "link"
    filtered = value.name if isinstance(value, nodes.Filter) else ""
    return Printed(line, is_link=called or filtered == "link", is_number=filtered == "number")


def _block(
    walk: Walk, opened: list[tuple[int, tuple[object, ...]]], words: list[tuple[str, str]], line: int, tell: Any
) -> None:
    """A `{% … %}`: the HTML must stand after each branch where it stood before it."""
    name = words[0][1] if words else ""
    walk.branch()
    if name in _PUTS_IN and name not in ("import", "from") and walk.state is not State.TEXT:
        tell(line, say("another template is put in inside a tag"), "", "branch")
    if name in _OPENS and not (name == "set" and ("operator", "=") in words):
        if name in ("macro", "call", "set", "block") and walk.state is not State.TEXT:
            tell(line, say("{word} stands inside a tag", word=f"{{% {name} %}}"), "", "branch")
        opened.append((line, walk.place))
    elif opened and (name in _TURNS or name.startswith("end")):
        begun, place = opened[-1]
        if walk.place != place:
            hint = say("close in each branch the tags and quotes that it opens, and no others")
            tell(begun, say("this branch begins at one place of the HTML and ends at another"), hint, "branch")
            # Told once; what follows is read as if the branch were sound.
            opened[-1] = (begun, walk.place)
        if name.startswith("end"):
            opened.pop()


# --- what it asks for ---


def _tree_faults(
    file: str, tree: nodes.Template, environment: jinja2.Environment, values: Mapping[str, Any]
) -> Iterator[Fault]:
    import jinja2
    from jinja2 import meta, nodes

    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        yield from _asked_template(file, node.lineno, node.template, environment)  # type: ignore[attr-defined]
    for asked in tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(asked, nodes.Filter) else environment.tests
        if asked.name not in known:
            kind = "|{name}" if isinstance(asked, nodes.Filter) else "is {name}"
            yield _unknown(file, asked.lineno, kind.format(name=asked.name), asked.name, known)
    for changed in tree.find_all(nodes.ScopedEvalContextModifier):
        message = say("“autoescape” may not be changed: what a record holds is text, not HTML")
        yield Fault(file, changed.lineno, message, "", "autoescape")
    assigned = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    for part in tree.find_all(nodes.Getattr):
        if part.attr.startswith("_"):
            yield _hidden(file, part.lineno, part.attr)
        elif isinstance(part.node, nodes.Name) and part.node.name not in assigned:
            known_names = names_in(values.get(part.node.name))
            if known_names and part.attr not in known_names:
                yield _unknown(file, part.lineno, f"{part.node.name}.{part.attr}", part.attr, known_names)
    for entry in tree.find_all(nodes.Getitem):
        if isinstance(entry.arg, nodes.Const) and str(entry.arg.value).startswith("_"):
            yield _hidden(file, entry.lineno, str(entry.arg.value))
    try:
        undeclared = meta.find_undeclared_variables(tree)
    except jinja2.TemplateSyntaxError as error:
        # A filter or a test that is not known is told above.
        if not re.match(r"No (filter|test) named", error.message or ""):
            message = say("the template cannot be read here: {complaint}", complaint=error.message)
            yield Fault(file, error.lineno, message, _cure(error.message or ""), "template-syntax")
        return
    for name in sorted(undeclared - values.keys() - environment.globals.keys()):
        lines = [node.lineno for node in tree.find_all(nodes.Name) if node.name == name and node.ctx == "load"]
        yield _unknown(file, min(lines, default=0), name, name, (*values, *environment.globals))


def _asked_template(file: str, line: int, asked: nodes.Expr, environment: jinja2.Environment) -> Iterator[Fault]:
    from jinja2 import nodes

    known = sorted(environment.loader.list_templates()) if environment.loader else []
    if not (isinstance(asked, nodes.Const) and isinstance(asked.value, str)):
        message = say("the name of a template is written out in quotes, not put together")
        yield Fault(file, line, message, "", "template-name")
    elif asked.value not in known:
        out = asked.value.startswith("/") or re.search(r"\.\.|[\\:]", asked.value)
        message = (
            say("“{name}” leads out of the layout", name=asked.value)
            if out
            else say("the layout has no template “{name}”", name=asked.value)
        )
        yield Fault(file, line, message, say("known here: {shown}", shown=", ".join(known)), "template-name")


def _unknown(file: str, line: int, shown: str, name: str, known: Any) -> Fault:
    near = similar(name, sorted(known))
    hint = say("did you mean “{near}”?", near=near) if near else say("see docs/layouts.md for what a template is given")
    return Fault(file, line, say("“{key}” is not known here", key=shown), hint, "unknown-name")


def _hidden(file: str, line: int, name: str) -> Fault:
    return Fault(file, line, say("names that begin with _ are hidden from a layout: “{name}”", name=name), "", "hidden")

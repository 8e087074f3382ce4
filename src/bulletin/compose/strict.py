"""What is printed in a style sheet: numbers and names, and nothing that could end a rule and begin another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin.messages import say

if TYPE_CHECKING:
    from markupsafe import Markup

_NAME = re.compile(r"[A-Za-z0-9_-]+")


def number(value: object) -> Markup:
    """A number for a style.

    Raises:
        ValueError: If it is none.
    """
    from markupsafe import Markup

    if type(value) not in (int, float):
        raise ValueError(say("a number is wanted, not “{value}”", value=str(value)[:40]))
    return Markup(str(value))


def ident(value: object) -> Markup:
    """A name, or part of one, in a style sheet.

    Raises:
        ValueError: If it is none.
    """
    from markupsafe import Markup

    if not (isinstance(value, str) and (value == "" or _NAME.fullmatch(value))):
        raise ValueError(say("a name is wanted, not “{value}”", value=str(value)[:40]))
    return Markup(value)

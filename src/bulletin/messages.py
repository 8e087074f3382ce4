"""Words for people: English in the code, Vietnamese in a gettext catalogue.

`say("no file called {name}", name=name)` gives the sentence in the language of the reader. Sentences that stand in
tables are marked with `N_` and said later. `tools/catalogue.py` collects both.
"""

from __future__ import annotations

import functools
import gettext
import os
from pathlib import Path

DOMAIN = "bulletin"
LANGUAGES = ("vi", "en")
VARIABLES = ("BULLETIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the environment that name a language, the most particular first."""
_LOCALE_FOLDER = Path(__file__).parent / "locale"

_language = "vi"


def language() -> str:
    """The language of the reader, `vi` or `en`."""
    return _language


def speak(wanted: str) -> None:
    """Set the language of all later sentences, click's own included.

    Args:
        wanted: One of `LANGUAGES`.
    """
    global _language
    _language = wanted
    # click speaks through gettext's default domain, which looks at this variable at each call.
    os.environ["LANGUAGE"] = wanted
    gettext.bindtextdomain(DOMAIN, str(_LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)


def choose(*wishes: str | None) -> str:
    """The first wish that names a language we speak, such as `vi`, `en_GB.UTF-8`; Vietnamese when none does."""
    for wish in wishes:
        head = (wish or "").split("_")[0].split(".")[0].lower()
        if head in LANGUAGES:
            return head
    return "vi"


@functools.cache
def _catalogue(wanted: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, str(_LOCALE_FOLDER), languages=[wanted], fallback=True)


def say(sentence: str, /, **values: object) -> str:
    """A sentence in the reader's language, its `{names}` filled with values."""
    text = _catalogue(_language).gettext(sentence)
    return text.format(**values) if values else text


def say_n(one: str, many: str, /, n: int, **values: object) -> str:
    """A sentence that depends on a number, which it may show as `{n}`."""
    return _catalogue(_language).ngettext(one, many, n).format(n=n, **values)


def decimal(value: float, digits: int = 1) -> str:
    """A number with so many decimals, as the reader's language writes it: 6,3 in Vietnamese, 6.3 in English."""
    written = f"{value:.{digits}f}"
    return written.replace(".", ",") if _language == "vi" else written


def N_(sentence: str) -> str:  # noqa: N802  (the name that gettext's tools know)
    """Mark a sentence of a table for the catalogue; it is said later."""
    return sentence

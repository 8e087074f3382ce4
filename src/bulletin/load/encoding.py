"""From bytes to text: UTF-8 and nothing else, and a guess at what else it may be."""

from __future__ import annotations

import codecs
from pathlib import Path

from bulletin.errors import Problem, RecordError
from bulletin.messages import N_, say

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"),
)  # fmt: skip

# Bytes of the commonest letters with marks that the other encodings hardly use.
# TCVN 5712:1993 (fonts .VnTime): ă â ê ô ơ ư đ and the tones of a. Windows-1258: đ ư ơ and the five tone marks.
# VNI (fonts VNI-Times): đ and the marks that follow their vowel.
_TYPICAL = {
    "TCVN3": frozenset(range(0xA1, 0xBF)),
    "windows-1258": frozenset(b"\xf0\xd0\xfd\xf5\xdd\xd5\xcc\xd2\xde\xec\xf2\xe3"),
    "VNI": frozenset(b"\xf1\xd1\xf8\xf9\xfb\xef\xf6\xe5\xe4\xeb\xfc\xfa"),
}
_LEAST_SHARE = 0.4
_LEAST_LETTERS = 3
_LEAD = 1.25

_SAVE = N_("open it in Notepad, choose File, Save As, and there Encoding: UTF-8")
_CONVERT = N_("convert it to Unicode with UniKey (Ctrl+Shift+F6), then save it with Encoding: UTF-8")
_CURES = {"TCVN3": _CONVERT, "VNI": _CONVERT}


def decode(found: bytes, path: Path) -> str:
    """The text of a file, byte order mark included.

    Raises:
        RecordError: If it is not UTF-8; it says where, what else it may be, and how to save it.
    """
    for mark, name in _MARKS:
        if found.startswith(mark):
            raise _refused(path, name)
    if found.count(0) > len(found) // 5:
        raise _refused(path, "UTF-16")
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError as error:
        before = found[: error.start].decode("utf-8")
        text = found.decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        source = text.split("\n")[line - 1].rstrip("\r")
        raise _refused(path, guess(found), line, column, source) from error


def guess(found: bytes) -> str:
    """The old encoding that bytes look like: `TCVN3`, `windows-1258`, `VNI`, or nothing when that is not clear."""
    high = [byte for byte in found if byte >= 0x80]
    counts = {name: sum(byte in typical for byte in high) for name, typical in _TYPICAL.items()}
    first, second, _ = sorted(counts, key=lambda name: counts[name], reverse=True)
    clear = counts[first] >= max(_LEAST_LETTERS, _LEAST_SHARE * len(high), _LEAD * counts[second])
    return first if clear else ""


def _refused(path: Path, name: str, line: int = 0, column: int = 0, source: str = "") -> RecordError:
    message = say("the file is not saved as UTF-8; it looks like {name}", name=name)
    if not name:
        message = say("the file is not saved as UTF-8")
    hint = say(_CURES.get(name, _SAVE))
    return RecordError((Problem(message, path, line, column, hint, "not-utf8", source),))

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

# Bytes over 0.8 % of all with a mark in running Vietnamese, and thrice as common as in the two other encodings: in
# TCVN 5712:1993 (fonts .VnTime) vowels with a tone, in windows-1258 đ, ư and the tones, in VNI (fonts VNI-Times) đ, ư
# and the marks after a vowel. They make up 60 to 78 % of those bytes, in the other encodings 6 % at most.
_TYPICAL = {
    "TCVN3": frozenset(
        b"\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xb5\xb6\xb7\xb8\xb9\xca\xcb\xd3\xd5\xd6\xd7\xd8\xdd\xe8\xe9\xeb\xee"
    ),
    "windows-1258": frozenset(b"\xcc\xd0\xd2\xea\xec\xf0\xf2\xfd"),
    "VNI": frozenset(b"\xd1\xe0\xe1\xe4\xe5\xef\xf6\xf8\xfb"),
}
_LEAST_SHARE = 0.3
_LEAST_LETTERS = 3
_LEAD = 2

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

"""What can be wrong with a picture file, and its cure, in a clerk's words."""

from __future__ import annotations

from bulletin.messages import say
from bulletin.photos.photo import Fault

LIMIT_BYTES = 100_000_000
LIMIT_PIXELS = 100_000_000


def unnamed(file: str) -> Fault:
    """Nothing is written where the name of a file should stand."""
    return Fault(file, say("the name of the picture file is missing"), _write_a_name(), "photo-path")


def address(file: str) -> Fault:
    """An address on the web in a file's place."""
    hint = say("save the picture into the record's folder and write its name here, such as anh/khai-mac.jpg")
    return Fault(file, say("“{file}” is an address on the web, not a file", file=file), hint, "photo-path")


def outside(file: str, name: str) -> Fault:
    """A path that does not begin in the record's folder or leads out of it; `name` is its last part."""
    hint = say("copy the picture into the record's folder and write only: {name}", name=name)
    return Fault(file, say("“{file}” does not lie in the record's folder", file=file), hint, "photo-path")


def missing(file: str, near: tuple[str, ...]) -> Fault:
    """No such file; `near` are the names that come near."""
    if near:
        hint = say("perhaps this one is meant: {names}", names=", ".join(near))
    else:
        hint = say("put the picture into the record's folder, or correct the name")
    return Fault(file, say("there is no picture “{file}” in the record's folder", file=file), hint, "photo-missing")


def folder(file: str) -> Fault:
    """A folder in a file's place."""
    return Fault(file, say("“{file}” is a folder, not a picture", file=file), _write_a_name(), "photo-not-a-file")


def device(file: str) -> Fault:
    """A pipe or a device in a file's place; opening it might wait for ever."""
    return Fault(file, say("“{file}” is not an ordinary file", file=file), _write_a_name(), "photo-not-a-file")


def unreadable(file: str) -> Fault:
    """A file that the system does not let us read."""
    message = say("the picture “{file}” cannot be opened: this computer does not allow it to be read", file=file)
    hint = say("close it in other programs, copy it anew into the record's folder, or ask its owner for permission")
    return Fault(file, message, hint, "photo-unreadable")


def empty(file: str) -> Fault:
    """No bytes, or nothing but zeros, as a copy leaves that was broken off at once."""
    return Fault(file, say("the picture file “{file}” is empty", file=file), _copy_again(), "photo-empty")


def broken(file: str) -> Fault:
    """A picture that cannot be decoded whole."""
    message = say("the picture “{file}” is damaged or was not copied to its end", file=file)
    return Fault(file, message, _copy_again(), "photo-broken")


def changed(file: str) -> Fault:
    """Another file than the one that was checked."""
    message = say("the picture “{file}” was changed or removed while the bulletin was being made", file=file)
    return Fault(file, message, say("save the picture, close it in other programs, and start again"), "photo-changed")


def foreign(file: str, kind: str, cure: str) -> Fault:
    """A kind of file that is no picture for us; `kind` and `cure` as `foreign_kind` gives them."""
    message = say("“{file}” is {kind}; pictures must be JPEG, PNG, WebP, TIFF or HEIC", file=file, kind=say(kind))
    return Fault(file, message, say(cure), "photo-kind")


def measured(file: str) -> Fault:
    """Pixels that are measurements, with no agreed black and white."""
    message = say("“{file}” holds measured values instead of colours and cannot be printed", file=file)
    return Fault(file, message, say("open it in a picture program and save it as JPEG or PNG"), "photo-kind")


def several(file: str) -> Fault:
    """More than one picture, of which all but the first would be lost."""
    message = say("“{file}” holds several pages or moving pictures; only one picture can be printed", file=file)
    hint = say("save the page that is wanted as a JPEG or PNG of its own and write the name of that file")
    return Fault(file, message, hint, "photo-several")


def too_many_pixels(file: str, size: tuple[int, int]) -> Fault:
    """More pixels than any page can use, or a header that says so."""
    message = say(
        "the picture “{file}” has {width} × {height} pixels; no more than {limit} million are accepted",
        file=file,
        width=size[0],
        height=size[1],
        limit=LIMIT_PIXELS // 1_000_000,
    )
    return Fault(file, message, _save_smaller(), "photo-too-large")


def too_many_bytes(file: str, size_bytes: int) -> Fault:
    """A larger file than any photo for print needs."""
    message = say(
        "the picture file “{file}” has {size} MB; no more than {limit} MB are accepted",
        file=file,
        size=-(-size_bytes // 1_000_000),
        limit=LIMIT_BYTES // 1_000_000,
    )
    return Fault(file, message, _save_smaller(), "photo-too-large")


def too_much_memory(file: str) -> Fault:
    """A picture that this computer cannot hold."""
    message = say("the picture “{file}” needs more memory than this computer has free", file=file)
    return Fault(file, message, _save_smaller(), "photo-too-large")


def _write_a_name() -> str:
    return say("write the name of one picture file, such as anh/khai-mac.jpg")


def _copy_again() -> str:
    return say("copy it again from the camera or phone, or have it sent again, and see whether it opens here")


def _save_smaller() -> str:
    return say("save a smaller copy of it, 4000 pixels wide for example, and write the name of that file")

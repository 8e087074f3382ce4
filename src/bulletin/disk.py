"""What lies on the disk, asked so that no answer is an error."""

from __future__ import annotations

import os
from pathlib import Path

Place = Path | str


def is_folder(place: Place) -> bool:
    """Whether it is a folder, or a link to one; what may not be looked at is none."""
    return os.path.isdir(place)  # noqa: PTH112  (that of `Path` raises)


def is_file(place: Place) -> bool:
    """Whether it is an ordinary file, or a link to one; what may not be looked at is none."""
    return os.path.isfile(place)  # noqa: PTH113


def is_link(place: Place) -> bool:
    """Whether it is a link, wherever it leads."""
    return os.path.islink(place)  # noqa: PTH114


def is_there(place: Place) -> bool:
    """Whether something is surely there; of a link, to what it leads."""
    return os.path.exists(place)  # noqa: PTH110


def real(place: Place) -> Path:
    """Where it is, with all links followed; what is not there is taken by its name."""
    return Path(os.path.realpath(place))


def is_gone(place: Place) -> bool:
    """Whether surely nothing is there; of what may not be looked at nothing is known."""
    try:
        os.stat(place)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return True
    # ValueError: a name with a NUL in it.
    except (OSError, ValueError):
        return False
    return False

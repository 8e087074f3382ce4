"""The report of a fault of the program itself: where it arose, and nothing of what was worked on."""

from __future__ import annotations

import contextlib
import functools
import platform
import traceback
from collections.abc import Iterator
from pathlib import Path

from bulletin import __version__

_PACKAGES = ("click", "jinja2", "pillow", "pydantic", "pypdfium2", "pyyaml", "weasyprint")


def written(error: BaseException) -> Path | None:
    """Write a report into this folder, else into the one for temporary files.

    Returns:
        Its path; None when it could be written nowhere.
    """
    return _file("\n".join(_lines(error)) + "\n")


# The same fault in many records is reported once.
@functools.cache
def _file(text: str) -> Path | None:
    import datetime as dt
    import tempfile

    day = dt.datetime.now(tz=dt.UTC)
    folders = [Path(tempfile.gettempdir())]
    # The folder one is in may be gone.
    with contextlib.suppress(OSError):
        folders.insert(0, Path.cwd())
    for folder in folders:
        for number in range(1, 100):
            path = folder / f"bulletin-bug-{day:%Y%m%d-%H%M%S}-{number}.txt"
            try:
                with path.open("x", encoding="utf-8") as file:
                    file.write(text)
            except FileExistsError:
                continue
            except OSError:
                path.unlink(missing_ok=True)
                break
            return path
    return None


def _lines(error: BaseException) -> Iterator[str]:
    from bulletin.batch.worker import FAR

    yield f"bulletin {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield ""
        yield _kind(cause)
        # Places and the program's own lines; messages and values may hold what stands in the record.
        lines = [*traceback.format_tb(cause.__traceback__), *getattr(cause, FAR, ())]
        yield from (line.rstrip("\n") for line in lines)
        cause = cause.__cause__ or cause.__context__


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name} (errno {error.errno})" if isinstance(error, OSError) else name


def _version(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"

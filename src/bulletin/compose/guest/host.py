"""The child process as its parent sees it: started once for a layout, asked again and again, ended when it is stuck."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from bulletin import assets, messages
from bulletin.compose.guest.child import HEAD
from bulletin.compose.guest.limits import Limits
from bulletin.layout import Layout

_ROOT = str(Path(__file__).resolve().parents[3])
_PROGRAM = (
    f"import sys; sys.path.insert(0, {_ROOT!r}); from bulletin.compose.guest.child import main; main()"
)  # fmt: skip
_LONGEST_ANSWER = 64 * 2**20
_LOCK = threading.RLock()


def texts_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """The templates and style sheets among the files of a layout."""
    return {name: data.decode() for name, data in files.items() if name.endswith((".html", ".css"))}


class StuckError(Exception):
    """The child gave no answer, or died."""

    def __init__(self, *, in_time: bool) -> None:
        super().__init__()
        self.in_time = in_time
        """Whether it died before its time was up."""


class Host:
    """A child process that fills in one layout.

    Args:
        layout: A clerk's own.
        limits: What it may take.
    """

    def __init__(self, layout: Layout, limits: Limits) -> None:
        self._limits = limits
        # Isolated: no variable of the environment, no module of the present folder plays a part.
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", _PROGRAM],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=assets.layouts_folder(),
            env={name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
            start_new_session=True,
        )  # fmt: skip
        base = sorted((assets.layouts_folder() / "_base").glob("*.html"))
        self._send(
            {
                "own": texts_of(layout.files),
                "base": {f"_base/{path.name}": path.read_text(encoding="utf-8") for path in base},
                "name": layout.name,
                "addresses": [f"bulletin:layout/{name}" for name in layout.served],
                "limits": limits.values(),
            }
        )

    def ask(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Let it fill in a page description.

        Raises:
            StuckError: If it gave no answer; it is of no use any more then.
        """
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        bell = threading.Timer(self._limits.wall_s, stop)
        bell.daemon = True
        bell.start()
        try:
            self._send({"values": values, "language": messages.language()})
            answer = self._receive()
        except (OSError, ValueError, RecursionError) as error:
            raise StuckError(in_time=not late.is_set()) from error
        finally:
            bell.cancel()
        return answer

    def close(self) -> None:
        """End it."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()
        self._process.wait()

    def _send(self, message: Mapping[str, Any]) -> None:
        data = pickle.dumps(message)
        stream = self._process.stdin
        assert stream is not None
        stream.write(HEAD.pack(len(data)) + data)
        stream.flush()

    def _receive(self) -> dict[str, Any]:
        """Its answer; nothing that it says is trusted to be more than text."""
        stream: IO[bytes] | None = self._process.stdout
        assert stream is not None
        head = stream.read(HEAD.size)
        if len(head) < HEAD.size:
            raise OSError("no answer")
        length = HEAD.unpack(head)[0]
        if length > _LONGEST_ANSWER:
            raise ValueError(length)
        data = stream.read(length)
        if len(data) < length:
            raise OSError("no answer")
        answer = json.loads(data)
        if not isinstance(answer, dict):
            raise ValueError(answer)
        return answer


_kept: tuple[object, Host] | None = None


def asked(layout: Layout, values: Mapping[str, Any], limits: Limits) -> dict[str, Any]:
    """Ask the child of a layout; it lives on, for a bulletin is composed several times.

    Raises:
        StuckError: If there was no answer.
    """
    with _LOCK:
        try:
            return _host(layout, limits).ask(values)
        except OSError as error:
            # It could not even be started.
            dismiss()
            raise StuckError(in_time=True) from error
        except BaseException:
            # Also when the clerk, or a limit of the parent, stops the work: an answer may be under way.
            dismiss()
            raise


def _host(layout: Layout, limits: Limits) -> Host:
    global _kept
    key = (layout.name, tuple(sorted(layout.files.items())), limits, os.getpid())
    if _kept is None or _kept[0] != key:
        dismiss()
        _kept = (key, Host(layout, limits))
    return _kept[1]


def dismiss() -> None:
    """End the child, if there is one."""
    global _kept
    with _LOCK:
        kept, _kept = _kept, None
        # What was forked off from this process must leave its child alone.
        if kept is not None and kept[0][-1] == os.getpid():  # type: ignore[index]
            kept[1].close()


atexit.register(dismiss)

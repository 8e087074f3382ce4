"""The one place where errors become words and exit codes."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import threading
from collections.abc import Callable, Iterator
from typing import Any

import click

from bulletin.cli.telling import STOPPED, code_of, problems_of, show
from bulletin.errors import OutputError
from bulletin.messages import say


@contextlib.contextmanager
def _as_ctrl_c() -> Iterator[None]:
    """Have a run that is to end, or whose terminal is closed, clean up after itself as after Ctrl-C."""
    kept: dict[int, Any] = {}

    def stop(number: int, _: object) -> None:
        if number != signal.SIGTERM:
            # Nobody reads any more.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for stream in filter(os.isatty, (1, 2)):
                os.dup2(nowhere, stream)
        raise KeyboardInterrupt

    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            # Who has asked for it not to be ended, as by `nohup`, is heard.
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                kept[number] = signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _refuse_nowhere() -> None:
    """See to it that there is a folder one is in: no path could be said without it.

    Raises:
        OutputError: If it was removed.
    """
    try:
        os.getcwd()  # noqa: PTH109
    except FileNotFoundError as error:
        raise OutputError(
            say("the folder you are in does not exist any more"), hint=say("go to another folder, and try again")
        ) from error


def ended(run: Callable[[], object]) -> int:
    """Run a command; give its exit code."""
    try:
        _refuse_nowhere()
        with _as_ctrl_c():
            result = run()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("stopped; files that were done are kept"), err=True)
        return STOPPED
    except (BrokenPipeError, SystemExit):
        # Nobody reads on, as behind `| head`; click leaves by SystemExit then, and has quieted the streams.
        return 0
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            # As with `bulletin check > report.txt`; files of our own are written by `deliver`, which tells more.
            error = OutputError(
                say("what was to be shown could not be written: the disk is full"), hint=say("free some space")
            )
        show(problems_of(error))
        return code_of(error)
    return result if isinstance(result, int) else 0

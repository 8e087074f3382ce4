"""The one place where errors become words and exit codes."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path

import click

from bulletin.cli.speech import show
from bulletin.errors import BulletinError, ProblemsError
from bulletin.messages import say

STOPPED = 130
BUG = 1


def tell(error: BulletinError) -> None:
    """Print what went wrong and how to mend it."""
    if isinstance(error, ProblemsError):
        show(error.problems)
        return
    click.echo(say("error: {message}", message=error.message), err=True)
    if error.hint:
        click.echo(f"    → {error.hint}", err=True)


def ended(run: Callable[[], object]) -> int:
    """Run a command; give its exit code."""
    try:
        result = run()
    except BulletinError as error:
        tell(error)
        return error.exit_code
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("stopped; files that were done are kept"), err=True)
        return STOPPED
    except BrokenPipeError:
        return 0
    except Exception:
        click.echo(say("a fault of the program itself; please send this report: {path}", path=_report()), err=True)
        return BUG
    return result if isinstance(result, int) else 0


def _report() -> Path:
    """Write the traceback to a file; give its path."""
    import datetime as dt
    import tempfile

    text = traceback.format_exc()
    name = f"bulletin-bug-{dt.datetime.now(tz=dt.UTC):%Y%m%d-%H%M%S}.txt"
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        try:
            (folder / name).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return folder / name
    click.echo(text, err=True)
    return Path(name)

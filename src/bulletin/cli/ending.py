"""The one place where errors become words and exit codes."""

from __future__ import annotations

import errno
from collections.abc import Callable

import click

from bulletin.cli.telling import STOPPED, code_of, problems_of, show
from bulletin.errors import OutputError
from bulletin.messages import say


def ended(run: Callable[[], object]) -> int:
    """Run a command; give its exit code."""
    try:
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

"""Files shown by whatever this computer opens them with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def show_file(path: Path) -> bool:
    """Open a file with the program that is set for its kind; whether there is one to ask.

    It lives on by itself: Ctrl-C in the terminal does not reach it.
    """
    try:
        if sys.platform == "win32":
            os.startfile(path.resolve())
        else:
            opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
            if opener is None:
                return False
            quiet = subprocess.DEVNULL
            # A child of a child that ends at once: nobody has to wait for the viewer to end.
            subprocess.run(
                ["sh", "-c", '"$0" "$1" &', opener, str(path.resolve())],
                stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, check=True,
            )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return False
    return True

"""The work on photos alone, as this program does it: found, checked, prepared for their places, nothing kept.

    python bench/photowork.py SHEETS NAME…

prints the CPU seconds that it took, without the start of the process.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bulletin.photos import check_all, prepare


def prepare_photos(folder: Path) -> None:
    """Prepare the photos of one sheet, where its page looks for them."""
    work = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    photos, faults = check_all(Path(work["folder"]), work["files"], None)
    assert not faults, faults
    for place in work["places"]:
        focus = tuple(place["focus"]) if place["focus"] else None
        data = prepare(
            photos[place["file"]], width_mm=place["width_mm"], height_mm=place["height_mm"], focus=focus, cache=None
        )
        (folder / "photo" / place["name"]).write_bytes(data)


def main() -> None:
    """Prepare the photos of sheets."""
    sheets, names = Path(sys.argv[1]), sys.argv[2:]
    if names:
        # The decoders are loaded by the first photo, once for a run.
        prepare_photos(sheets / names[0])
    start = time.process_time()
    for name in names:
        prepare_photos(sheets / name)
    print(time.process_time() - start)


if __name__ == "__main__":
    main()

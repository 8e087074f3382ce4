from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bulletin import pipeline
from bulletin.errors import LayoutError

EXAMPLE = Path(__file__).parents[2] / "examples" / "hoi-nghi-vien-chuc.yaml"

SCRIPT = """
import gc, json, sys
from pathlib import Path
from bulletin import pipeline
from bulletin.edition import Edition

pipeline.warm(["news"])
before, frozen = set(sys.modules), gc.get_freeze_count()
dossier = pipeline.open_record(Path(sys.argv[1]))
bulletin = pipeline.build(
    dossier.record, Edition.named("standard"), layout="news", photos=dossier.photos, settings=dossier.settings
)
pipeline.warnings(dossier, bulletin)
new = sorted(name for name in set(sys.modules) - before if not name.startswith("encodings."))
print(json.dumps({"new": new, "frozen": frozen, "thresholds": gc.get_threshold()}))
"""


def test_a_warm_process_loads_nothing_more_for_a_record() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, EXAMPLE], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    # Pillow looks at what its formats have in common when it writes a picture, which is done once for each photo.
    assert [name for name in found["new"] if not name.startswith("PIL.")] == []
    assert found["frozen"] > 50_000
    assert tuple(found["thresholds"]) == pipeline.warming.THRESHOLDS


def test_an_unknown_layout_is_told() -> None:
    with pytest.raises(LayoutError, match="khong-co"):
        pipeline.warm(["khong-co"])

"""The program's own large prints keep every rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin import Edition, build, pipeline
from bulletin.loupe import examined

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["tong-ket-2023", "hoi-nghi-vien-chuc"])
@pytest.mark.parametrize(
    "edition",
    [Edition.named("large-print"), Edition.named("giant-print"), Edition.named("standard").zoomed(150)],
    ids=["large-print", "giant-print", "zoom 150"],
)
def test_our_large_print_has_no_finding(name: str, edition: Edition) -> None:
    dossier = pipeline.open_record(EXAMPLES / f"{name}.yaml")
    bulletin = build(dossier.record, edition, settings=dossier.settings, photos=dossier.photos)
    found = examined(bulletin.pdf)
    assert [(verdict.rule, verdict.places[:3]) for verdict in found.broken] == []
    assert found.print.cut_short == ""
    assert found.measures.leading_em >= 1.4


@pytest.mark.slow
def test_our_standard_print_is_no_large_print() -> None:
    dossier = pipeline.open_record(EXAMPLES / "tin-ngan.yaml")
    bulletin = build(dossier.record, Edition.named("standard"), settings=dossier.settings, photos=dossier.photos)
    found = examined(bulletin.pdf)
    assert {"ukaaf-size", "acb-size", "ukaaf-sans", "acb-margins"} <= {verdict.rule for verdict in found.broken}

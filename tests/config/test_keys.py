from __future__ import annotations

from bulletin.config.keys import NOTE_IDS
from bulletin.proofread import CHECKS


def test_the_warnings_that_can_be_silenced_are_those_there_are() -> None:
    assert tuple(CHECKS) == NOTE_IDS

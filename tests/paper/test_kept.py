from __future__ import annotations

from bulletin.model import Record
from bulletin.paper import KEPT, LEFT_OUT


def test_of_every_key_it_is_said_whether_a_paper_prints_it() -> None:
    assert set(Record.model_fields) == KEPT | LEFT_OUT
    assert not KEPT & LEFT_OUT

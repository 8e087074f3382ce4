from __future__ import annotations

import re

from bulletin.compose.code import QUIET, code


def test_a_code_has_its_white_rim() -> None:
    rows = code("https://a.example/tin", 40.0).rows
    blank = "0" * len(rows[0])
    assert all(row == blank for row in (*rows[:QUIET], *rows[-QUIET:]))
    assert {row[:QUIET] + row[-QUIET:] for row in rows} == {"0" * 2 * QUIET}
    assert rows[QUIET].startswith("0000" + "1111111" + "0")


def test_its_path_draws_every_dark_module_and_no_other() -> None:
    made = code("https://a.example/tin", 40.0)
    drawn = [[False] * made.modules for _ in made.rows]
    for x, y, wide, back in re.findall(r"M(\d+) (\d+)h(\d+)v1H(\d+)z", made.path):
        assert back == x
        for place in range(int(x), int(x) + int(wide)):
            drawn[int(y)][place] = True
    assert tuple("".join("01"[dark] for dark in row) for row in drawn) == made.rows

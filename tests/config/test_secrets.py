from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.config import read_settings
from bulletin.errors import ConfigError


@pytest.mark.parametrize(
    "line", ['masthead = "TỐI MẬT"', 'byline = "x" "TỐI MẬT" Zqz', "masthead = 'MẬT'", "TUYỆT MẬT"]
)
def test_settings_that_would_print_a_mark_of_secrecy_are_refused_without_being_shown(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bulletin.toml"
    path.write_text(f'layout = "news"\n{line}\n', encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_settings(path)
    (problem,) = caught.value.problems
    assert (problem.id, problem.line, problem.source) == ("state-secret", 2, "")
    assert "MẬT" not in problem.message

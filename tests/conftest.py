from __future__ import annotations

import pytest

from bulletin import messages


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def english() -> None:
    """Every test reads English unless it asks for Vietnamese."""
    messages.speak("en")

from collections.abc import Iterator

import pytest

from bulletin import messages


@pytest.fixture
def speaking_english() -> Iterator[None]:
    """Sentences in English for the time of a test."""
    before = messages.language()
    messages.speak("en")
    yield
    messages.speak(before)

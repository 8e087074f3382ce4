from __future__ import annotations

from typing import Any

from bulletin.batch.shelf import Shelf


class Future:
    def __init__(self) -> None:
        self.status = "finished"


class Client:
    """Takes files, and keeps count."""

    id = "me"

    def __init__(self) -> None:
        self.scattered: list[dict[str, bytes]] = []

    def scatter(self, data: dict[str, bytes], *, direct: bool) -> dict[str, Future]:
        assert direct, "not through the scheduler"
        self.scattered.append(data)
        return {name: Future() for name in data}

    @property
    def sent(self) -> list[bytes]:
        return [data for many in self.scattered for data in many.values()]


def lend(shelf: Shelf, **blobs: bytes) -> dict[str, Any]:
    with shelf.lent(blobs) as lent:
        assert list(lent) == list(blobs)
        return lent


def test_a_file_is_sent_once() -> None:
    client = Client()
    shelf = Shelf(client)
    first = lend(shelf, a=b"one", b=b"two")
    again = lend(shelf, b=b"two", c=b"three")
    assert client.sent == [b"one", b"two", b"three"]
    assert again["b"] is first["b"]
    assert shelf.sent == 3


def test_a_file_that_was_lost_is_sent_again_under_another_name() -> None:
    client = Client()
    shelf = Shelf(client)
    lend(shelf, a=b"one")["a"].status = "cancelled"
    lend(shelf, a=b"one")
    (first,), (second,) = client.scattered
    assert first != second
    assert client.sent == [b"one", b"one"]


def test_what_was_not_used_for_longest_goes_and_what_is_in_use_stays() -> None:
    client = Client()
    shelf = Shelf(client, most_bytes=4)
    with shelf.lent({"held": b"12345678"}):
        lend(shelf, a=b"12")
        lend(shelf, b=b"12")
        lend(shelf, a=b"12")
        lend(shelf, c=b"12")
        lend(shelf, a=b"12", c=b"12", held=b"12345678")
        assert client.sent == [b"12345678", b"12", b"12", b"12"]
        lend(shelf, b=b"12")
        assert len(client.sent) == 5
    lend(shelf, held=b"12345678")
    assert len(client.sent) == 6

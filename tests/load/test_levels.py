from __future__ import annotations

from bulletin.load.levels import Level, answered, around, entered, expected, waits

OPEN = [Level(0, "key"), Level(2, "dash"), Level(4, "key", waits=True)]


def test_deeper_levels_are_left_and_a_list_in_its_keys_column_ends_with_the_next_key() -> None:
    assert [around(OPEN, column, "key") for column in (5, 4, 3, 2, 0)] == [3, 3, 2, 2, 1]
    flat = [Level(0, "key"), Level(0, "dash")]
    assert (around(flat, 0, "key"), around(flat, 0, "dash")) == (1, 2)


def test_only_the_innermost_level_can_wait() -> None:
    assert waits(OPEN, 3)
    assert not waits(OPEN, 2)
    assert not waits([], 0)


def test_a_line_between_two_levels_may_belong_to_either_but_in_an_item_to_the_item() -> None:
    assert expected(OPEN, 2, "key") == [4]
    assert expected(OPEN, 1, "dash") == [2]
    assert expected([Level(0, "key"), Level(4, "key")], 1, "key") == [4, 0]
    assert expected([Level(0, "key")], 1, "dash") == []


def test_a_key_answers_the_dash_in_front_of_it() -> None:
    found = entered([Level(0, "key", waits=True)], [(2, "dash"), (4, "key")])
    assert found == [Level(0, "key"), Level(2, "dash"), Level(4, "key")]
    assert entered(found, [(4, "key")]) == found
    assert answered(found, still=True)[-1].waits
    assert answered([]) == []

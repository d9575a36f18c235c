"""Of pairs, the best first, each side is taken up by the best pair that it stands in and is still free for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes.language.pairing import each_once


def test_a_side_that_is_taken_stands_in_no_later_pair() -> None:
    assert list(each_once([(1, "a"), (1, "b"), (2, "a"), (2, "b")])) == [(1, "a"), (2, "b")]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=40))
def test_nothing_stands_twice_and_no_pair_that_is_free_is_left(pairs: list[tuple[int, int]]) -> None:
    kept = list(each_once(pairs))
    lefts, rights = [left for left, _ in kept], [right for _, right in kept]
    assert len(set(lefts)) == len(lefts)
    assert len(set(rights)) == len(rights)
    assert all(left in lefts or right in rights for left, right in pairs)
    assert kept == [pair for pair in dict.fromkeys(pairs) if pair in kept]

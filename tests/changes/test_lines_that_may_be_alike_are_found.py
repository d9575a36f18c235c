"""Of two lots of lines, every pair is found of which so much of the shorter one may stand in the longer one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from conductatlas.changes.language.common_words import sharing_words

_LINES = st.lists(st.lists(st.sampled_from("abcdefghijkl"), min_size=1, max_size=14).map(" ".join), max_size=8)


@given(_LINES, _LINES, st.sampled_from([0.4, 0.6, 0.8, 1.0]))
def test_no_pair_that_shares_so_much_is_left_out(some: list[str], others: list[str], share: float) -> None:
    found = set(sharing_words(some, others, share))
    for place, one in enumerate(some):
        for at, other in enumerate(others):
            left, right = Counter(one.split()), Counter(other.split())
            if (left & right).total() >= share * min(left.total(), right.total()):
                assert (place, at) in found


def test_lines_without_a_rare_word_in_common_are_left_out() -> None:
    some = ["the mill grinds corn on weekdays", "the bridge carries two carts at once"]
    assert sharing_words(some, ["the mill grinds corn on weekdays and feasts"], 0.8) == [(0, 0)]
    assert sharing_words(some, [], 0.8) == []
    assert sharing_words([], some, 0.8) == []

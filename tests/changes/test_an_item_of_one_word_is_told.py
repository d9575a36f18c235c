"""A single word that is an item of a list is told where it came or went, unless it leads elsewhere."""

from __future__ import annotations

from conductatlas.changes import SentenceChange, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_LIST = "# Larkwell\n\nLarkwell is a market of handmade goods.\n\nYou may not sell any of these at your stall:\n\n"


def _told(old: str, new: str) -> tuple[SentenceChange, ...]:
    return sentence_changes(read_markdown(f"{_LIST}{old}"), read_markdown(f"{_LIST}{new}"), 8, ungraded).told


def test_a_word_that_came_or_went_in_a_list_is_told() -> None:
    old, new = "- Live animals\n- Fireworks\n- Tobacco\n", "- Live animals\n- Fireworks\n- Lottery\n"
    found = [(one.how, one.before, one.after) for one in _told(old, new)]
    assert sorted(found) == [("came", "", "Lottery"), ("went", "Tobacco", "")]


def test_a_link_of_one_word_and_a_label_are_not_told() -> None:
    both = "- Live animals\n- Fireworks\n"
    assert _told(both, f"{both}- [Awards](https://larkwell.example/awards)\n") == ()
    (one,) = _told(both, f"{both}- Swords. Anything with a blade of more than a hand.\n")
    assert "Anything with a blade of more than a hand." in one.after

"""Behind a thematic break that stands below text no title above it is told: another article may begin there."""

from __future__ import annotations

import pytest

from conductatlas.changes import SentenceChanges, sentence_changes, title_over, ungraded
from conductatlas.reading import read_markdown

_CARTS = "Nobody may cross the bridge with more than two carts."
_TOP = "# Corvid Rules\n\n## Politics of the valley\n\nWho speaks of the mill needs no label.\n\n"
_GATE = (
    "The keeper opens it at dawn. Nobody may fish within ten yards of its posts. "
    "Whoever breaks the lock pays the town forty crowns. Boats wait for him under the willows."
)


def _title_over(text: str, sentence: str = _CARTS) -> str:
    document = read_markdown(text)
    return title_over(document, document.visible.index(sentence))


def _changes(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, ungraded)


@pytest.mark.parametrize("line", ["* * *", "- - -", "___", "***\n\n![Corvid](crow.png)"])
def test_no_title_above_a_break_stands_over_what_is_below(line: str) -> None:
    assert _title_over(_TOP + _CARTS) == "Politics of the valley"
    assert _title_over(f"{_TOP}{line}\n\n{_CARTS}") == ""
    assert _title_over(f"{_TOP}{line}\n\nGrain is weighed at the gate.\n\n{_CARTS}") == ""
    assert _title_over(f"{_TOP}{line}\n\n## Carts\n\n{_CARTS}") == "Carts"


@pytest.mark.parametrize("title", ["## Carts", "**Carts**", "4\\. Carts", "Carts and Oxen"])
def test_a_break_right_behind_a_title_only_underlines_it(title: str) -> None:
    shown = title.replace("\\", "").strip("# *")
    assert _title_over(f"{_TOP}{title}\n\n* * *\n\n{_CARTS}") == shown


def test_a_sentence_that_came_behind_a_break_is_told_under_no_title() -> None:
    old = f"{_TOP}- - -\n\nGrain is weighed at the gate, on the scales of the town.\n\n"
    (found,) = _changes(old, old + _CARTS).told
    assert (found.after, found.under) == (_CARTS, "")


def test_the_last_section_ahead_of_a_break_is_told_as_whole() -> None:
    below = "- - -\n\nGrain is weighed at the gate, on the scales of the town.\n\nOxen drink first.\n\nDucks come last."
    (gate,) = _changes(_TOP + below, f"{_TOP}## Gate\n\n{_GATE}\n\n{below}").new_sections
    assert (gate.title, gate.sentences) == ("Gate", 4)


def test_parts_behind_a_break_that_have_titles_belong_to_their_section() -> None:
    parts = f"## Gate\n\nIt is made of oak from the wood above the weir.\n\n* * *\n\n### Its keeper\n\n{_GATE}\n\n"
    (gate,) = _changes(_TOP, _TOP + parts).new_sections
    assert (gate.title, gate.sentences) == ("Gate", 5)

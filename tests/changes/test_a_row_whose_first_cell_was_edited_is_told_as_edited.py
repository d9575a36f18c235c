"""A row of a table of which the first cell was edited is told as edited, neither as one that came nor as gone."""

from __future__ import annotations

from conductatlas.changes import SegmentKind, SentenceChanges, redline, sentence_changes
from conductatlas.reading import read_markdown, visible_words

_HEAD = "| why | what |\n| --- | --- |\n"
_KEPT = "| To weigh the sacks that you bring to the mill | your name |\n"
_LONG = "| To {} of stolen sacks {} | your name and address, the weight of your sacks |\n"
_OLD, _NEW = (
    _LONG.format("act on every report", "or of foreign corn"),
    _LONG.format("look into and act on each report that we get", "and of whatever else breaks a rule of the mill"),
)


def _compared(old: str, new: str) -> SentenceChanges:
    return sentence_changes(read_markdown(old), read_markdown(new), 8, lambda sentence, heading, lead_in: 0)


def test_a_word_more_in_the_first_cell_is_an_edit() -> None:
    (one,) = _compared(_HEAD + _KEPT, _HEAD + _KEPT.replace("sacks", "sacks and carts")).told
    assert one.how == "edited"
    assert [part.text.strip() for part in one.segments if part.kind is SegmentKind.INSERTED] == ["and carts"]


def test_a_first_cell_that_says_much_of_the_same_in_a_longer_sentence_is_the_same_edited() -> None:
    (one,) = _compared(_HEAD + _KEPT + _OLD, _HEAD + _KEPT + _NEW).told
    assert one.how == "edited"
    kept = [part.text for part in redline(visible_words(_OLD), visible_words(_NEW)) if part.kind is SegmentKind.SAME]
    assert any("your name and address" in text for text in kept)


def test_a_row_about_something_else_came() -> None:
    other = "| To bake the bread of the valley | your name |\n"
    assert [one.how for one in _compared(_HEAD + _KEPT, _HEAD + other).told] == ["came", "went"]

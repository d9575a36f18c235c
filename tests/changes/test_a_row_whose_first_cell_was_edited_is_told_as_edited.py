"""A row of a table of which the first cell was edited is told as edited, neither as one that came nor as gone."""

from __future__ import annotations

from conductatlas.changes import SegmentKind, SentenceChanges, foremost, redline, sentence_changes
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


def test_a_link_that_was_drawn_and_is_read_now_made_no_other_row() -> None:
    row = "| {} | mill_gate | Session | Security | larkwell.example |\n"
    drawn, read = (
        row.format(one)
        for one in (
            r"\[ahref=“https://corvid.example/privacy”\]Corvid\[/a\]",
            "[Corvid](https://corvid.example/privacy)",
        )
    )
    more = row.format("[Corvid](https://corvid.example/privacy)").replace("mill_gate", "mill_loft")
    found = _compared(_HEAD.replace("why", "who") + drawn, _HEAD.replace("why", "who") + read + more)
    assert (found.came, found.went, found.edited) == (1, 0, 0)


def test_one_of_several_rows_that_came_is_told_as_one_of_them() -> None:
    rows = "".join(f"| Larkwell | mill_{name} | 30 days | Opening the {name} | larkwell.example |\n" for name in "abc")
    phrases = foremost(_compared(_HEAD + _KEPT, _HEAD + _KEPT + rows))
    assert [one.endswith(", one of 3 rows that came") for one in phrases] == [True, False, False]


def test_what_was_put_behind_a_row_is_told_of_the_row() -> None:
    (phrase,) = foremost(_compared(_HEAD + _KEPT, _HEAD + _KEPT.replace("your name", "your name, your own seal")))
    assert phrase.startswith("to the row “To weigh the sacks")

"""What a text said outright is not said by a sentence that holds under a condition alone."""

from __future__ import annotations

from conductatlas.changes import moved_sentences, sentence_changes, ungraded
from conductatlas.reading import read_markdown

_OUT = "You can keep your letters out of the Larkwell training data at any time by asking our help desk in the app."
_PAID = (
    "If you use our paid letters{more}, you can keep your letters out of Larkwell training data at any time by asking"
    " our help desk available in the app."
)
_MODELS = "# Letters\n\nWe use your letters to improve our models unless you object."
_RIGHTS = "# Your rights\n\nYou have the right to object to the use of your letters."
_OLD = read_markdown(f"{_MODELS} {_OUT}\n\n{_RIGHTS} {_PAID.format(more=' or the free trial')}\n")
_NEW = read_markdown(f"{_MODELS}\n\n{_RIGHTS} {_PAID.format(more='')}\n")


def test_an_unconditional_way_out_that_was_struck_went() -> None:
    went = [one.before for one in sentence_changes(_OLD, _NEW, 8, ungraded).told if one.how == "went"]
    assert went == [_OUT]


def test_it_did_not_move_to_where_the_conditional_one_stood() -> None:
    moved = moved_sentences(_OLD, _NEW)
    assert list(moved.became.values()) == [_PAID.format(more="")]
    assert list(moved.was.values()) == [_PAID.format(more=" or the free trial")]


def test_what_moved_and_got_a_condition_is_no_edit_on_the_way() -> None:
    old = read_markdown(f"{_MODELS} {_OUT}\n\n{_RIGHTS}\n")
    new = read_markdown(f"{_MODELS}\n\n{_RIGHTS} If you pay us, {_OUT[0].lower()}{_OUT[1:]}\n")
    assert not moved_sentences(old, new).became

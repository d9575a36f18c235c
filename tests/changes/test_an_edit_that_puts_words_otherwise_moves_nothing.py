"""Another form of a word, or another way to write an address, moves nothing; other exceptions from a promise do."""

from __future__ import annotations

import pytest

from conductatlas.changes.sentences.what_moved import Moved, what_moved

_GRANT = (
    "You grant us a licence to your letters (except as Section 3 permits, see www.larkwell.example/terms) to train our"
    " models."
)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("www.larkwell.example/terms", "larkwell.example/terms"),
        ("to train our", "training our"),
    ],
)
def test_what_is_only_written_otherwise_moves_nothing(was: str, becomes: str) -> None:
    assert what_moved(_GRANT, _GRANT.replace(was, becomes)) is Moved.NOTHING


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You must be at least 16 years old to read.", "You must be at least 13 years old to read."),
        ("We will not share your data with partners.", "We will share your data with partners."),
    ],
)
def test_another_figure_and_what_turns_a_sentence_are_no_form(before: str, after: str) -> None:
    assert what_moved(before, after) is Moved.MOST


@pytest.mark.parametrize(
    ("promise", "other"),
    [
        ("except when you read on a free plan or when you write to us", "except when you write to us"),
        ("except letters that readers of the free plan send to us", "except letters that readers send to us"),
    ],
)
def test_another_exception_from_a_promise_not_to_train_moves_most(promise: str, other: str) -> None:
    before, after = (f"We do not use your letters to train our models, {one}." for one in (promise, other))
    assert what_moved(before, after) is Moved.MOST
    assert what_moved(after, before) is Moved.MOST
    assert what_moved(before, before.replace("our models", "the models")) is Moved.NOTHING

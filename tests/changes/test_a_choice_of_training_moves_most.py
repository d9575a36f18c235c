"""Whether a reader may say no to training on their data moves most, both where that comes and where it goes."""

from __future__ import annotations

import pytest

from conductatlas.changes.sentences.what_moved import Moved, what_moved

_TRAINS = "We use your letters to train our models."


@pytest.mark.parametrize(
    "choice",
    [
        "You can opt out of the use of your letters to train our models.",
        "You may object to the training of our models on your letters.",
        "If you do not want us to use your letters to train our models, you can turn it off.",
        "We may collect your remarks to train our models even if you have opted out.",
    ],
)
def test_it_does_where_it_comes_goes_or_is_put_in(choice: str) -> None:
    assert what_moved("", choice) is Moved.MOST
    assert what_moved(choice, "") is Moved.MOST
    assert what_moved(choice, _TRAINS) is Moved.MOST


@pytest.mark.parametrize(
    "choice",
    [
        "You can opt out of cookies that tell us about your visits.",
        "You can opt out of marketing emails.",
    ],
)
def test_a_choice_of_something_else_does_not(choice: str) -> None:
    assert what_moved("", choice) is not Moved.MOST
    assert what_moved(choice, "") is not Moved.MOST


def test_who_answers_for_training_people_trains_on_nothing() -> None:
    before = "The customer is responsible for training its crew and users."
    assert what_moved(before, "You are responsible for training your crew and users.") is Moved.NOTHING

"""Whom a change favours is judged by single sentences only where what one became leaves no doubt."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import SentenceChange, Verdict, direction_of, explain, redline
from conductatlas.changes.effects.favouring import favoured, favouring
from conductatlas.changes.effects.shifts import Direction

_PROMISE = "We will not use your drawings to train or improve our models."


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (_PROMISE, "You agree that Larkwell may use your drawings, with all their layers, to train its models."),
        (_PROMISE, "We will not use your drawings to train our models."),
        (
            "We do not sell your data to anybody.",
            "We do not sell your data to anybody, except as part of a merger of our companies.",
        ),
        (
            "We may use your drawings to train our models, unless you opt out in your settings.",
            "We may use your drawings to train our models.",
        ),
        ("We share your drawings with builders only with your consent.", "We share your drawings with builders."),
        ("If you agree, we use your name and your picture.", "We use your name and your picture."),
    ],
)
def test_what_is_promised_no_longer_is_worse_and_the_other_way_round_better(more: str, less: str) -> None:
    assert favoured(more, less) is Direction.WORSE
    assert favoured(less, more) is Direction.BETTER


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # What needs the reader's say, what is only named otherwise, and what was excepted already.
        (_PROMISE, f"{_PROMISE[:-1]}, unless you agree to that."),
        (
            "We do not share personal information about you with others for their marketing.",
            "We do not share personal data or information about you with others for their marketing.",
        ),
        ("We do not share your data, except as follows.", "We may share your data in the following cases."),
        # Consent is one ground beside others, something else came for it, or it is a promise without it.
        (
            "We share your drawings with your consent or where a law asks for that.",
            "We share your drawings where a law asks for that.",
        ),
        ("We share your drawings with your consent.", "We share your drawings once we have your word."),
        ("We share your drawings with your consent.", "We share your drawings under a contract with their builders."),
        ("We don't share your drawings with your consent.", "We don't share your drawings."),
        # The reader is the one who may not, and other words were edited as well.
        ("You may not train models on our data.", "You may train models on our data, unless we object."),
        (_PROMISE, "We will not use what you draw in our rooms to train our models, wherever it is kept by us."),
    ],
)
def test_what_is_not_certain_is_not_judged(before: str, after: str) -> None:
    assert favoured(before, after) is Direction.UNJUDGED


def test_a_change_is_judged_by_it_beside_grades_and_facts() -> None:
    assert direction_of([]) is Direction.UNJUDGED
    found = favouring([_edit(_PROMISE, "We will not use your drawings to train our models.")])
    assert direction_of([], found) is Direction.WORSE
    told = explain(load_catalogue(), Verdict.SUBSTANTIVE, [], found)
    assert told == (
        "To the disadvantage of users, “We will not use your drawings to train or improve our models” becomes “We will "
        "not use your drawings to train our models”."
    )


def test_of_sentences_that_are_too_long_to_be_quoted_no_direction_is_told() -> None:
    where = ", ".join(f"in mill {number} by the long river" for number in range(40))
    before = f"{_PROMISE[:-1]} {where}."
    after = before.replace("train or improve", "train")
    assert favoured(before, after) is Direction.WORSE
    assert direction_of([], favouring([_edit(before, after)])) is Direction.UNJUDGED


def _edit(before: str, after: str) -> SentenceChange:
    return SentenceChange("edited", "", "", before, after, redline(before, after))

"""A promise of the other side that went weighs more than other words that came or went."""

from __future__ import annotations

import pytest

from conductatlas.changes.sentences.promises import takes_back
from conductatlas.changes.sentences.sentence_weights import SentenceChange, weight


def _went(text: str) -> float:
    return weight(SentenceChange("went", "", "", text, "", ()))


def _came(text: str) -> float:
    return weight(SentenceChange("came", "", "", "", text, ()))


@pytest.mark.parametrize(
    "promise",
    [
        "We do not lend your photographs to galleries.",
        "Fernwick will never lend your photographs to galleries.",
        "Your photographs are not lent to galleries without your prior written consent.",
    ],
)
def test_a_promise_that_went_weighs_more_than_one_that_came(promise: str) -> None:
    assert _went(promise) > _came(promise)


@pytest.mark.parametrize(
    "rule",
    [
        "You and Fernwick will not lend photographs to galleries.",
        "We lend your photographs to galleries.",
    ],
)
def test_what_promises_nothing_weighs_the_same(rule: str) -> None:
    assert _went(rule) == _came(rule)


def test_a_promise_that_holds_by_default_only_promises_less() -> None:
    always, by_default = "We do not share your letters.", "By default, we do not share your letters."
    assert takes_back(always, by_default)
    assert not takes_back(by_default, always)


def test_a_promise_not_to_do_something_for_own_purposes_promises_less() -> None:
    always = "We do not share private letters with them."
    own = "We do not share private letters with the carriers to use for their own purposes."
    assert takes_back(always, own)
    assert not takes_back(own, always)

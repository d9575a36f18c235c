"""A sentence that names only what the one before it tells is quoted with that one, or not at all."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment import goes_back
from conductatlas.assessment.quoting import sentence_with
from conductatlas.provisions import whole_spans

_OPT_OUT = re.compile("opt out")
_SHARED = "We share logbooks with the harbour office."


@pytest.mark.parametrize(
    ("sentence", "torn"),
    [
        ("You can opt out of such sharing in your cabin.", True),
        ("We use them to plan the tides.", True),
        ("You can do this in your cabin.", True),
        ("The skipper will do so by letter.", True),
        ("You may sell a berth, but who wants to do so must ask.", False),
        ("We may share it with the harbour office.", True),
        ("You may sell a berth, and such a berth is yours.", False),
        ("Customers may write to us, and we answer them.", False),
        ("These terms are for skippers.", False),
        ("We share those of the crew who agree.", False),
    ],
)
def test_what_goes_back_is_known(sentence: str, torn: bool) -> None:
    assert goes_back(sentence) is torn


def test_it_is_quoted_with_the_sentence_before_it() -> None:
    torn = "You can opt out of such sharing in your cabin."
    assert sentence_with(_OPT_OUT, f"{_SHARED} {torn}") == f"“{_SHARED} {torn[:-1]}”"


def test_it_is_not_quoted_where_that_one_goes_back_too() -> None:
    words = f"{_SHARED} We send them each week. You can opt out of such sharing in your cabin."
    assert sentence_with(_OPT_OUT, words) == ""


def test_of_several_the_one_is_quoted_that_states_the_type() -> None:
    beside, states = "Some courts are far away.", "You may sue us in the courts of Hafen."
    chances = {beside: 0.1, states: 0.9}
    assert sentence_with(re.compile("courts"), f"{beside} {states}", chances.__getitem__) == f"“{states[:-1]}”"


def test_a_long_one_is_quoted_only_where_the_clause_is_told_by_it() -> None:
    long = f"You may sue us in the courts of Hafen, {'of Ostmark, ' * 40}and nowhere else."
    beside = "The courts of Hafen are also there for our crew."
    pattern, words = re.compile("courts"), f"{long} {beside}"
    assert sentence_with(pattern, words, lambda _: 0.9) == f"“{beside[:-1]}”"
    assert sentence_with(pattern, words, lambda _: 0.9, [long]) == f"“{long[:-1]}”"


def test_what_a_sentence_adds_to_is_not_cut_from_it() -> None:
    pattern, words = re.compile("harbour"), "In addition to letters, we read the log of the harbour."
    assert sentence_with(pattern, words) == f"“{words[:-1]}”"
    assert (
        sentence_with(pattern, "In addition, we read the log of the harbour.") == "“… we read the log of the harbour”"
    )


def test_the_abbreviated_title_of_a_code_ends_no_sentence() -> None:
    words = "You keep to all laws on berths (such as Tex. Bus. & Com. Code § 12), and you hold all rights in the berth."
    assert sentence_with(re.compile("all rights"), words) == f"“{words[:-1]}”"
    assert whole_spans(words) == [(0, len(words))]

"""Of a passage that holds several things, the facts of a clause are those of the sentences and rows that state it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.provisions import Fact, Finder, default_finder, facts_of_parts, find_facts, stating_parts
from conductatlas.provisions.parts import Part

_TRAINING = "We use your prompts and uploaded files to train our AI models. "
_PAYMENT = "We collect your card number and billing address to process your payments. "
_TABLE = (
    "| Purpose | Data |\n| --- | --- |\n"
    "| To process your payments | Your card number and billing address |\n"
    "| To train our AI models | Your prompts and uploaded files |\n"
)


@pytest.fixture(scope="module")
def finder() -> Finder:
    return default_finder()


def _of_training(finder: Finder, passage: str) -> set[tuple[str, str]]:
    parts = stating_parts(finder, "ai-training-on-user-content", passage)
    return {(fact.kind, fact.value) for fact in facts_of_parts(find_facts(passage), passage, parts)}


@pytest.mark.parametrize("passage", [_TRAINING + _PAYMENT, _PAYMENT + _TRAINING, _TABLE])
def test_what_another_sentence_or_row_mentions_is_left_out(finder: Finder, passage: str) -> None:
    found = _of_training(finder, passage)
    assert ("data-category", "user content") in found
    assert ("data-category", "payment data") not in found


def test_what_stands_first_elsewhere_and_again_in_its_sentence_is_kept_there(finder: Finder) -> None:
    passage = "We show your prompts to you. " + _TRAINING
    parts = stating_parts(finder, "ai-training-on-user-content", passage)
    (fact,) = (one for one in facts_of_parts(find_facts(passage), passage, parts) if one.value == "user content")
    assert fact.start > len("We show your prompts to you. ") - 1
    assert passage[fact.start : fact.end] == "prompts"


def test_figures_and_ways_out_are_kept_wherever_they_stand(finder: Finder) -> None:
    passage = _TRAINING + "You can opt out in your account settings within 30 days."
    kinds = {kind for kind, _ in _of_training(finder, passage)}
    assert "opt-out" in kinds


def test_where_no_part_is_likely_the_likeliest_one_counts(finder: Finder) -> None:
    parts = stating_parts(finder, "jury-trial-waiver", "The sun rises. The rain falls in the hills.")
    assert len(parts) >= 1
    assert stating_parts(finder, "jury-trial-waiver", " \n ") == ()


def test_an_item_is_read_with_the_line_that_leads_into_its_list(finder: Finder) -> None:
    passage = "We train our AI models on the following content:\n\n* Your prompts.\n\n* Your conversations.\n"
    parts = stating_parts(finder, "ai-training-on-user-content", passage)
    assert any(passage[part.start : part.end].strip() == "* Your conversations." for part in parts)


@given(st.text(alphabet="ab .!?\n|*:-é1", max_size=300))
def test_parts_are_slices_in_the_order_of_the_text(passage: str) -> None:
    parts = stating_parts(default_finder(), "data-sale", passage)
    assert all(0 <= part.start < part.end <= len(passage) for part in parts)
    assert list(parts) == sorted(parts, key=lambda part: part.start)
    kept = facts_of_parts((Fact(0, 1, "amount", "5", "USD"),), passage, parts)
    assert kept == (Fact(0, 1, "amount", "5", "USD"),)


def test_a_way_out_of_another_row_is_none_of_the_clause() -> None:
    passage = "| To train models | prompts |\n| To show the weather | you can opt out of this in your settings |\n"
    way_out = next(fact for fact in find_facts(passage) if fact.kind == "opt-out")
    first, second = Part(0, passage.index("\n"), 0.9), Part(passage.index("\n") + 1, len(passage), 0.9)
    assert way_out not in facts_of_parts([way_out], passage, [first])
    assert way_out in facts_of_parts([way_out], passage, [second])

"""Beside a clause stand those that speak of the same thing, differ in what counts, and never a stranger."""

from __future__ import annotations

import random

import pytest

from conductatlas.catalogue import Severity, Stance, load_catalogue
from conductatlas.comparison import Clause, choose, only_defines
from tests.comparison.clauses import RENEWAL, clause

AUTO_RENEWAL = load_catalogue()["auto-renewal"]
GENERAL = load_catalogue()["general-provisions"]
THIS = clause(1, RENEWAL.format(30), platform="Larkwell")
LIKE = (
    "A subscription renews automatically at the end of its billing period unless cancelled before. {} "
    "The payment method on file will be charged."
)
STRANGERS = (
    "You alone are responsible for determining which taxes apply to the payments that you receive from your pupils.",
    "We store the whole related conversation when you rate an answer with thumbs up or thumbs down.",
    "This will be saved as the default payment method. You can change it at any time in the account settings.",
)


def _chosen(*candidates: Clause) -> list[int]:
    return [one.clause.record for one in choose(AUTO_RENEWAL, THIS, candidates).telling]


def test_a_stranger_is_not_shown_even_where_nothing_else_is() -> None:
    assert _chosen(*(clause(number, text) for number, text in enumerate(STRANGERS, 2))) == []


def test_what_speaks_of_the_same_is_shown() -> None:
    assert _chosen(clause(2, LIKE.format("")), clause(3, STRANGERS[0])) == [2]


def test_a_type_of_many_subjects_needs_more_in_common_than_one_of_a_single_effect() -> None:
    severed = clause(1, "If any part of these terms is held invalid, the other parts remain in force.")
    waived = clause(2, "Our failure to enforce any part of these terms is no waiver of our right to do so later.")
    assert choose(GENERAL, severed, [waived]).telling == ()


def test_of_each_platform_there_is_one_at_most_and_none_of_its_own() -> None:
    candidates = [clause(number, LIKE.format(f"Case {number}."), platform="Tidewater") for number in (2, 3, 4)]
    own = clause(5, LIKE.format("Here."), platform="Larkwell")
    assert len(_chosen(*candidates, own)) == 1


def test_five_are_shown_at_most() -> None:
    words = ("apples", "barley", "cedar", "dahlia", "elder", "fennel", "ginger", "hazel")
    notices = (
        f"We charge {word} with {days} days of notice before each renewal." for days, word in enumerate(words, 5)
    )
    assert len(_chosen(*(clause(n, LIKE.format(notice)) for n, notice in enumerate(notices, 2)))) == 5


def test_another_grade_goes_before_the_same_one() -> None:
    reason, modifier = "cancelling is easy", "renewal-with-exit"
    this = clause(1, RENEWAL.format(30), reason=reason, modifier=modifier)
    same = clause(2, LIKE.format(""), reason=reason, modifier=modifier)
    graver = clause(3, LIKE.format("").replace("unless cancelled before", "again"), severity=Severity.HIGH)
    unsure = clause(4, LIKE.format("Write to us first."), severity=Severity.HIGH)
    found = choose(AUTO_RENEWAL, this, [same, graver, unsure]).telling
    assert [one.clause.record for one in found] == [3, 2]


def test_the_same_words_of_sister_companies_are_shown_once() -> None:
    assert _chosen(clause(2, LIKE.format("")), clause(3, LIKE.format(""))) == [2]


def test_what_differs_goes_before_what_is_more_alike() -> None:
    nearest = clause(2, LIKE.format("We give you 30 days of notice before each renewal."))
    alike = clause(3, LIKE.format("We give you 30 days of notice, in cedar."))
    other = clause(4, LIKE.format("We charge it with 14 days of notice before each renewal, in fennel and elder wood."))
    assert _chosen(alike, other, nearest) == [4, 2, 3]


def test_the_same_words_are_named_and_not_shown() -> None:
    found = choose(AUTO_RENEWAL, THIS, [clause(2, RENEWAL.format(14)), clause(3, LIKE.format(""))])
    assert [one.record for one in found.same_words] == [2]
    assert [one.clause.record for one in found.telling] == [3]


@pytest.mark.parametrize(
    "other",
    [
        clause(2, LIKE.format(""), confidence=0.7),
        clause(2, LIKE.format(""), confidence=0.79),
        clause(2, LIKE.format(""), stance=Stance.PROTECTIVE),
        clause(2, f"“Renewal” means this: {LIKE.format('')}"),
        clause(2, f"1. Definitions\n 1. “Renewal” means this: {LIKE.format('')}"),
        clause(2, "How does my subscription renew automatically at the end of each billing period?"),
        clause(2, ""),
        clause(2, "Last updated: 3 March 2026"),
    ],
    ids=["unsure", "not sure enough", "opposite stance", "definition", "definitions", "question", "empty", "date"],
)
def test_what_can_not_be_compared_is_left_out(other: Clause) -> None:
    assert _chosen(other) == []


def test_who_says_where_more_is_told_says_nothing() -> None:
    told = "Further information on how your plan renews automatically at the end of each billing period is {}."
    assert clause(2, told.format("set out in our guide")).points_elsewhere
    assert not clause(2, told.format("no secret of ours")).points_elsewhere


def test_the_order_of_the_candidates_does_not_matter() -> None:
    words = ("apples", "barley", "cedar", "dahlia", "elder", "fennel", "ginger")
    candidates = [clause(n, LIKE.format(f"It covers {word}.")) for n, word in enumerate(words, 2)]
    expected = _chosen(*candidates)
    for seed in range(5):
        random.Random(seed).shuffle(candidates)  # noqa: S311 (an order, not a secret)
        assert _chosen(*candidates) == expected


def test_one_sentence_on_what_a_term_means_only_defines() -> None:
    assert only_defines("“Breach” means loss of data of Larkwell;")
    assert only_defines("A.8. “Clauses” or “SCCs” means the clauses that the Commission approved.")
    assert not only_defines("“Feedback” means what you tell us. We use it freely.")
    assert only_defines("The terms “Processor” and “Controller” shall have the meanings given in the Act.")
    assert not only_defines("Larkwell tells you of a breach.")


def test_a_promise_to_users_is_not_set_beside_a_contract_between_companies() -> None:
    transfer = load_catalogue()["international-transfer"]
    text = "{} data that moves abroad has appropriate safeguards, such as standard contractual clauses of the Union."
    ours = clause(1, text.format("Your"))
    theirs = clause(2, text.format("For transfers by the data exporter to the data importer,"))
    also_ours = clause(3, text.format("When users write to us, their"))
    assert [one.clause.record for one in choose(transfer, ours, [theirs, also_ours]).telling] == [3]
    assert choose(transfer, theirs, [ours, also_ours]).telling == ()

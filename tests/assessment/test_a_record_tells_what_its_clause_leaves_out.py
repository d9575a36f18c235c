"""Whom a clause shelters, what it rules out besides, and when something ends: a record says no more than its words."""

from __future__ import annotations

import pytest

from conductatlas.assessment.addressees import begins_for_businesses, people_left_out
from conductatlas.assessment.limits import limit_of
from conductatlas.assessment.territory import people_of_document
from tests.assessment.composed import composed, written


@pytest.mark.parametrize(
    ("clause_type", "words", "said", "unsaid"),
    [
        (
            "liability-limitation",
            "Our licensors and suppliers will have no liability of any kind under this agreement.",
            "Those whom it shelters owe you nothing, by its words; it does not say what Larkwell owes",
            "A loss that such a clause leaves out is yours to carry",
        ),
        (
            "liability-limitation",
            "Larkwell is not liable for any loss of data.",
            "A loss that such a clause leaves out is yours to carry",
            "Those whom it shelters owe you nothing, by its words; it does not say what Larkwell owes",
        ),
        (
            "no-sale-commitment",
            "We do not sell, rent or otherwise make your data available to third parties, except where law demands it.",
            "other ways of making data available",
            "does not rule out other kinds of sharing",
        ),
        ("no-sale-commitment", "We do not sell your data.", "does not rule out other kinds of sharing", "other ways"),
        (
            "arbitration-opt-out",
            "A claim for public injunctive relief is heard by a court once the arbitration has ended.",
            "for the benefit of the public",
            "can be sought in court",
        ),
        (
            "arbitration-opt-out",
            "Either side may ask a court for an injunction.",
            "Injunctions or similar orders can be sought in court",
            "for the benefit of the public",
        ),
        (
            "indefinite-retention",
            "Some data is kept by law. Once the legal periods have expired, we delete it for good.",
            "On deletion in the end, it says:",
            "replaces an open end",
        ),
        (
            "retention-period",
            "We store your account data until we delete it.",
            "until Larkwell chooses to delete it",
            "stays until you ask for its deletion",
        ),
    ],
)
def test_a_sentence_holds_for_the_words(clause_type: str, words: str, said: str, unsaid: str) -> None:
    told = written(composed(clause_type, words))
    assert said in told
    assert unsaid not in told


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("12.1. You are a Commercial Customer. Try to settle a dispute with us first.", True),
        ("If you are a business, you answer for your staff.", True),
        ("You are a Consumer. Try to settle a dispute with us first.", False),
        ("Where you are in business, tell us.", False),
    ],
)
def test_a_paragraph_for_businesses_says_so_first(words: str, begins: bool) -> None:
    assert begins_for_businesses(words) is begins


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "You are a Consumer. Write to us before you sue.",
            "is only for those of whom it can say “You are a Consumer”",
        ),
        (
            "IF YOU ARE IN THE UNITED STATES OR CANADA, you join no class action.",
            "holds only “IF YOU ARE IN THE UNITED STATES OR CANADA”",
        ),
        (
            "For others outside of Designated Countries, the courts of Ostmark decide.",
            "is only for “others outside of Designated Countries”",
        ),
        (
            "IMPORTANT NOTICE: IF YOU ARE IN THE UNITED STATES, you join no class action.",
            "holds only “IF YOU ARE IN THE UNITED STATES”",
        ),
    ],
)
def test_a_clause_for_some_says_whom_it_is_for(words: str, said: str) -> None:
    assert limit_of(words, (), ()).told == f"By its words this {said}."


def test_those_outside_a_place_leave_its_people_out() -> None:
    assert people_left_out("For others outside of the European Union, the courts of Ostmark decide.") == {
        "EEA residents"
    }


def test_a_document_for_those_outside_a_place_ends_its_name_before_the_next_condition() -> None:
    opening = (
        "These terms apply if you live outside the United States or if your principal place of business is outside it."
    )
    assert people_of_document(opening) == (frozenset(), frozenset(("US residents",)))

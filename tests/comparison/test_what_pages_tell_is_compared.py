"""What the page of one clause tells of its words and that of the other does not is a difference, where it is sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import load_catalogue, load_prose, placeholders
from conductatlas.comparison import Clause, difference
from conductatlas.comparison.composed import _sentences
from tests.comparison.clauses import clause

LEAVING = "You may cancel your plan in the settings of your account."
UNTIL_THE_END = f"{LEAVING} You will keep access until the end of the period that you paid for."
KEPT = "After you cancel, you keep access until the paid time ends"


def _said(clause_type: str, this: str | Clause, other: str | Clause) -> str:
    ours, theirs = (one if isinstance(one, Clause) else clause(number, one) for number, one in ((1, this), (2, other)))
    return difference(load_catalogue()[clause_type], ours, theirs).sentence


def test_what_only_the_other_tells_is_a_difference() -> None:
    said = _said(
        "fees-and-billing",
        "Fees are due each month, at our prices.",
        "Fees are due each month. Your mobile operator may charge you, and data charges are yours to pay.",
    )
    assert said == "Costs that others charge you, for your connection for example, are left to you."


def test_what_only_this_one_tells_is_no_lack_of_the_other() -> None:
    said = _said("no-sale-commitment", "We do not currently sell your data.", "We never sell your data to anybody.")
    assert said == ""


def test_another_word_of_the_same_family_is_no_silence() -> None:
    # That lapsed accounts are warned is told of a notice; a clause that writes e-mails may do the same.
    notice = "We may close an account that was not used for a year, and we give you notice before we do so."
    letters = "We may close an account that was not used for a year, and we e-mail you when it is time."
    assert "notice beforehand" not in _said("inactivity-closure", letters, notice)


def test_what_a_clause_beside_this_one_says_is_no_difference() -> None:
    this = replace(clause(1, LEAVING), beside="You will continue to have access until the end of the paid period.")
    assert KEPT not in _said("cancellation-terms", this, UNTIL_THE_END)
    assert KEPT in _said("cancellation-terms", LEAVING, UNTIL_THE_END)


def test_an_item_of_a_list_is_not_said_to_lack_anything() -> None:
    this = clause(1, "- cancelling your plan in the settings of your account.")
    assert KEPT not in _said("cancellation-terms", this, UNTIL_THE_END)


def test_an_age_and_the_one_before_it_may_be_one_limit() -> None:
    assert "names the age" not in _said(
        "age-requirement",
        "You must be at least 13 years old. If you are under 18, ask your parents first.",
        "You must be at least 13 years old. Parents of those aged 17 or less must agree.",
    )


def test_other_ages_are_told() -> None:
    said = _said("age-requirement", "You must be at least 13 years old.", "You must be at least 16 years old.")
    assert said == "It names the age of 16, where this one names the age of 13."


def test_where_nothing_is_told_nothing_is_said() -> None:
    assert _said("governing-law", "It applies.", "It applies, too.") == ""


@pytest.mark.parametrize("clause_type", [one.id for one in load_catalogue().types])
def test_sentences_stand_by_themselves(clause_type: str) -> None:
    for one in _sentences(clause_type):
        assert not placeholders(one.said)
        assert one.said[0].isupper()
        assert not one.said.endswith((".", ",", ";"))
        assert "{" not in one.lowered
        assert " read " not in one.said


def test_most_of_the_prose_is_compared() -> None:
    conditional = [
        one
        for clause_type in load_catalogue().types
        if (prose := load_prose().get(clause_type.id))
        for one in prose.what
        if prose.conditions[one].when is not None
    ]
    compared = sum(len(_sentences(one.id)) for one in load_catalogue().types)
    assert compared >= len(conditional) * 2 // 3

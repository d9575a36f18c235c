"""What is told of two clauses is of their type, and holds without what bounds it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import difference
from conductatlas.comparison.matters import are_on_one_matter
from tests.comparison.clauses import clause


def _said(clause_type: str, this: str, other: str) -> str:
    return difference(load_catalogue()[clause_type], clause(1, this), clause(2, other)).sentence


def test_a_time_that_only_stands_by_the_way_is_no_trait_of_a_licence() -> None:
    this = "You grant us a worldwide licence to host your songs."
    kept = f"{this[:-1]} (and so to store songs that nobody fetched for up to 30 days)."
    assert "30 days" not in _said("content-licence", this, kept)
    assert "30 days" in _said("retention-period", "We delete songs.", "We store songs for up to 30 days.")


def test_a_law_named_in_a_time_limit_is_no_trait_of_it() -> None:
    this = "A claim against Larkwell must be filed within one year; else it is barred."
    other = f"{this} These words are governed by the laws of Ireland."
    assert "Ireland" not in _said("claim-time-limit", this, other)


def test_of_two_laws_none_is_told_instead_of_the_other() -> None:
    one = "The laws of France govern these terms."
    two = "The federal laws of Canada and the laws of Ontario govern these terms."
    assert " or " not in _said("governing-law", one, two)


def test_that_two_licences_are_not_exclusive_hides_how_they_differ() -> None:
    this = "We grant you a non-exclusive, revocable licence to use the Larkwell songbook."
    other = "We grant you a non-exclusive licence to use the Corvid songbook."
    assert _said("revocable-access-licence", this, other) == ""


def test_two_licences_are_alike_where_they_are_called_the_same() -> None:
    this = "You grant us a worldwide, perpetual licence to host your songs."
    assert _said("content-licence", this, this) == "Like this one, it calls the licence worldwide and perpetual."
    assert _said("content-licence", this, this.replace("worldwide", "worldwide, royalty-free")) == ""


@pytest.mark.parametrize("bound", ["use reasonable efforts to give you", "where feasible give you"])
def test_a_notice_that_is_only_attempted_is_not_promised(bound: str) -> None:
    notice = "We will {} notice by e-mail before changes take effect."
    promise = notice.format("give you")
    assert "promises notice" in _said("terms-change-notice", promise, f"The ferry sails. {promise}")
    assert "promises notice" not in _said("terms-change-notice", promise, notice.format(bound))


def test_changes_of_which_only_some_hold_at_once_do_not_all() -> None:
    at_once = "Changes are effective immediately upon posting."
    assert "as soon as" in _said("terms-change-notice", at_once, f"The ferry sails. {at_once}")
    some = "Changes that are not material are effective immediately upon posting."
    assert "as soon as" not in _said("terms-change-notice", some, some)


def test_an_age_beside_somebody_who_may_agree_is_not_the_lowest() -> None:
    thirteen = "You must be at least 13 years old."
    other = "You must be at least 18 years old or have leave from your representative."
    assert "18" not in _said("age-requirement", thirteen, other)


def test_that_both_only_name_something_is_no_likeness() -> None:
    words = "We hand letters to the coast guard on a court order{}."
    assert _said("government-disclosure", words.format(""), words.format(", or where we like")) == ""


def test_what_is_paid_to_users_limits_another_thing_than_what_they_pay() -> None:
    paid = "Our total liability does not exceed what {} in twelve months."
    assert are_on_one_matter("liability-limitation", paid.format("you paid"), paid.format("you paid us"))
    assert not are_on_one_matter("liability-limitation", paid.format("you paid"), paid.format("was paid to you"))


def test_a_time_that_is_only_attempted_is_not_like_a_promised_one() -> None:
    notice = "{} give you at least 30 days of notice of new prices."
    promise, attempt = notice.format("We will"), notice.format("Where feasible, we will")
    assert "30 days" in _said("price-change", promise, f"The ferry sails. {promise}")
    assert "30 days" not in _said("price-change", promise, attempt)


def test_a_notice_given_where_feasible_is_not_told_of_one_clause_alone() -> None:
    plain = "We may rewrite these prices."
    assert "30 days" in _said("price-change", plain, f"{plain} We give you 30 days of notice.")
    assert "30 days" not in _said("price-change", plain, f"{plain} Where feasible, we give you 30 days of notice.")


def test_an_exclusive_licence_is_told_beside_one_that_is_not() -> None:
    this = "You grant us a non-exclusive licence to host your songs."
    assert _said("content-licence", this, this.replace("non-", "")) == (
        "It calls the licence exclusive, where this one calls it non-exclusive."
    )


def test_a_licence_that_others_may_use_is_told_beside_one_that_they_may_not() -> None:
    this = "You grant us a non-transferable licence to host your songs."
    assert _said("content-licence", this, this.replace("non-", "")) == (
        "It calls the licence transferable, where this one calls it non-transferable."
    )


def test_what_a_grade_rests_on_is_told_once() -> None:
    text = "You grant us a worldwide and revocable licence to host your songs."
    start = text.index("revocable")
    this = clause(1, "You grant us a worldwide licence to host your songs.", severity=Severity.HIGH)
    other = replace(
        clause(2, text, reason="it can be revoked", modifier="licence-by-choice"), evidence=(start, start + 9)
    )
    assert difference(load_catalogue()["content-licence"], this, other).sentence == (
        "It is graded medium (it can be revoked), where this one is graded high."
    )


def test_that_no_right_to_a_logo_is_granted_reserves_no_rights() -> None:
    reserved = "Larkwell reserves all rights that are not expressly granted here."
    logo = "No licence to use the Larkwell logo is granted to you for adverts."
    assert "reserves all rights" in _said("provider-ip-reserved", reserved, f"It sings. {reserved}")
    assert "reserves all rights" not in _said("provider-ip-reserved", logo, f"It sings. {logo}")


def test_leaving_for_a_change_is_not_leaving_without_a_cause() -> None:
    free = "You may end this agreement at any time."
    bound = "If you do not agree to a change, you can terminate this agreement at any time."
    assert "without a cause" in _said("user-termination", free, f"It sings. {free}")
    assert "without a cause" not in _said("user-termination", free, bound)

"""The sentence beside a comparison says what differs, and only what was found."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, Stance, load_catalogue
from conductatlas.comparison import difference
from tests.comparison.clauses import RENEWAL, clause

# It says all that `RENEWAL` says, but for the time.
_RENEWS = "It renews unless you cancel beforehand, and we charge the payment method on file."

_NOTHING = ""


def _said(clause_type: str, this: str, other: str) -> str:
    return difference(load_catalogue()[clause_type], clause(1, this), clause(2, other)).sentence


@pytest.mark.parametrize(
    ("clause_type", "this", "other", "expected"),
    [
        (
            "auto-renewal",
            RENEWAL.format(14),
            RENEWAL.format(30),
            "It names a notice of 30 days, where this one names a notice of 14 days.",
        ),
        (
            "auto-renewal",
            _RENEWS,
            RENEWAL.format(30),
            "It names a notice of 30 days.",
        ),
        (
            "breach-notification",
            "We notify you within 24 hours of a breach.",
            "We notify you within 72 hours of a breach.",
            "It names 72 hours for telling of a breach, where this one names 24 hours for telling of a breach.",
        ),
        (
            "governing-law",
            "The laws of Ireland apply.",
            "The laws of Malta apply.",
            "It applies the law of Malta, where this one applies the law of Ireland.",
        ),
        (
            "targeted-advertising",
            "We show ads for shops.",
            "We show ads for shops. You can opt out of them.",
            "It offers a way to opt out.",
        ),
    ],
)
def test_facts_that_differ_are_told(clause_type: str, this: str, other: str, expected: str) -> None:
    assert _said(clause_type, this, other) == expected


@pytest.mark.parametrize(
    ("clause_type", "this", "other"),
    [
        # It may be a period of notice that was not read as one.
        ("auto-renewal", f"{_RENEWS} We write some weeks earlier.", RENEWAL.format(30)),
        (
            "targeted-advertising",
            "We show ads for shops, as you choose.",
            "We show ads for shops. You can opt out of them.",
        ),
    ],
)
def test_what_may_only_not_have_been_found_is_not_called_missing(clause_type: str, this: str, other: str) -> None:
    said = _said(clause_type, this, other)
    assert not said or said.startswith("Like this one")


def test_what_the_other_leaves_out_of_a_list_is_not_claimed() -> None:
    said = _said("third-party-sharing", "We share your data with advertisers.", "We share your data.")
    assert said == _NOTHING


def test_the_grade_is_told_first_with_the_reason() -> None:
    this = clause(1, "It renews every month.", severity=Severity.HIGH)
    other = clause(2, f"{this.text} You can cancel it.", reason="cancelling is easy", modifier="renewal-with-exit")
    told = difference(load_catalogue()["auto-renewal"], this, other)
    assert told.sentence == "It is graded medium (cancelling is easy), where this one is graded high."
    assert (told.grade, told.facts) == (True, 0)


def test_another_stance_alone_is_not_told() -> None:
    other = clause(2, "It renews.", stance=Stance.NEUTRAL)
    assert difference(load_catalogue()["auto-renewal"], clause(1, "It renews."), other).sentence == _NOTHING


def test_facts_that_the_type_does_not_turn_on_are_not_told() -> None:
    assert _said("governing-law", "It applies.", "It applies. We keep logs for 30 days.") == _NOTHING


def test_what_the_page_of_a_type_shows_is_told_too() -> None:
    this, other = "We grant you a limited licence.", "We grant you a limited, revocable licence."
    assert _said("provider-ip-reserved", this, other) == "It also calls the licence revocable."


def test_the_time_to_answer_a_request_is_no_notice() -> None:
    answered = "You may complain. We answer within 30 days or notify you."
    assert _said("regulator-complaint", answered, "You may complain.") == _NOTHING


def test_the_months_that_a_limit_of_liability_counts_are_no_notice() -> None:
    limit = "Our liability is limited to the amounts paid in the 12 months prior to the claim."
    assert "notice" not in _said("liability-limitation", "We are not liable.", limit)


def test_more_figures_than_a_sentence_holds_are_neither_told_nor_called_missing() -> None:
    many = " ".join(f"We give {days} days of notice." for days in (1, 2, 3, 4, 5))
    assert "notice" not in _said("auto-renewal", RENEWAL.format(30), many)


def test_a_sum_is_not_told_alone_beside_direct_loss_that_is_left_out() -> None:
    ours = "We are not responsible for storms or for delays of the ferry."
    cap = "In no case are we liable for more than $70."
    assert "USD 70" in _said("liability-limitation", ours, cap)
    both = f"We are not liable for any direct, indirect or incidental damages. {cap}"
    assert "USD 70" not in _said("liability-limitation", ours, both)


@pytest.mark.parametrize(
    ("changes", "told"), [("changes", "30 days"), ("material changes", "30 days for some changes")]
)
def test_notice_of_changes_that_weigh_is_told_as_notice_of_some(changes: str, told: str) -> None:
    this = "We will tell you of changes to these terms."
    other = f"We will give you at least 30 days' notice of {changes} to these terms."
    assert f"names a notice of at least {told}" in _said("terms-change-notice", this, other).rstrip(".")
    assert _said("terms-change-notice", this, other).endswith(f"{told}.")


_IN_DELAWARE = "All claims will be litigated exclusively in the courts of Delaware."
_IN_A_DISTRICT = (
    "All claims will be litigated exclusively in the United States District Court for the Central District of Alder. "
    "If that court has no jurisdiction, they will be litigated in the Superior Court of Alder, County of Birch."
)


def test_courts_by_parts_of_their_names_are_not_told_as_places() -> None:
    assert _said("jurisdiction-venue", _IN_DELAWARE, _IN_A_DISTRICT) == _NOTHING
    one = "All claims will be litigated exclusively in the courts of Malta."
    assert "courts of Malta" in _said("jurisdiction-venue", _IN_DELAWARE, one)


def test_what_is_told_of_two_places_rests_on_the_words_for_both() -> None:
    both = "All claims are brought in the courts of Dublin, Ireland. Other disputes are brought in the courts of Malta."
    found = difference(load_catalogue()["jurisdiction-venue"], clause(1, _IN_DELAWARE), clause(2, both))
    assert "Malta" in found.sentence
    (told,) = found.told
    assert told.place is not None
    assert both[slice(*told.place)].startswith("Dublin")
    assert both[slice(*told.place)].endswith("Malta")


def test_no_ground_of_a_grade_is_missing_where_a_clause_points_to_its_grounds() -> None:
    retained = load_catalogue()["indefinite-retention"]
    legal = "We may keep your letters after you delete them, to comply with the law."
    other = clause(2, legal, severity=Severity.MEDIUM, reason="legal needs", modifier="kept-for-stated-need")
    plain, pointing = (
        clause(1, f"We may keep your letters{why} even after you delete them.", severity=Severity.HIGH)
        for why in ("", " for the above reasons")
    )
    assert difference(retained, plain, other).grade
    assert not difference(retained, pointing, other).grade

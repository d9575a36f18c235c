"""Of several grounds, conditions or duties that a clause names, one is not told as if it were the only one."""

from __future__ import annotations

import pytest

from conductatlas.assessment import ClauseAtLaw, compose, in_rows
from conductatlas.assessment.reserves import reserve_told
from conductatlas.catalogue import load_catalogue, load_laws, load_prose
from tests.assessment.composed import composed, written

_SECRET = "All that is said in the arbitration proceeding, and any award by the arbitrator, will be confidential."
_SENT = "Any dispute will be resolved by binding arbitration in Ohio, and each side keeps the proceeding secret."


def _told(clause_type: str, words: str) -> str:
    return " ".join(in_rows(composed(clause_type, words).what))


def _refs(clause_type: str, words: str) -> set[tuple[str, str]]:
    stance = load_catalogue()[clause_type].stance
    clause = ClauseAtLaw(clause_type, words, stance, "Larkwell", False, frozenset())
    return {
        (law.id, part.ref)
        for law in load_laws().shown()
        for part in law.provisions
        if any(clause.is_spoken_to(part, one) for one in part.speaks_to)
    }


def test_all_grounds_of_a_suspension_are_told() -> None:
    words = (
        "We may suspend an account if the user violates these terms, if a security threat comes from it or if we are "
        "required to do so by law."
    )
    assert "A breach, a danger to security and what the law requires are among the grounds." in _told(
        "unilateral-termination", words
    )
    assert "the law requires" not in _told("unilateral-termination", "We may suspend accounts that break our rules.")


def test_that_the_law_may_forbid_a_notice_is_no_ground() -> None:
    words = "We may suspend an account if you violate these terms. We tell you first, unless required by law not to."
    assert "what the law requires" not in _told("unilateral-termination", words).lower()


def test_that_users_cannot_leave_is_told() -> None:
    words = "We may suspend accounts that break our rules. You may not terminate this agreement without our consent."
    assert "users can't freely end it themselves" in _told("unilateral-termination", words)
    assert "freely end it" not in _told("unilateral-termination", "You may not rent it out. We may end this agreement.")


@pytest.mark.parametrize(
    ("words", "answer", "unsaid"),
    [
        (
            "You must be at least 13 years old. You are not barred from the service by a list of sanctions.",
            "Whoever meets all that the clause asks, of which an age is only one part.",
            "The clause says",
        ),
        (
            "You must be at least 18 years old and able to form a binding contract.",
            "In the words of the clause, with whatever else it asks: “You must be at least 18",
            "Whoever meets",
        ),
        (
            "You must be at least 13 years old to use the service.",
            "The clause says: “You must be at least 13 years old to use the service”",
            "whatever else",
        ),
        (
            "The service is not directed to children under 13.",
            "Not by itself: permission at home does not change what the clause says.",
            "On use by children",
        ),
        (
            "You meet the age restrictions that stand beside a feature.",
            "It names no age itself.",
            "Test the sign-up form",
        ),
    ],
)
def test_who_may_use_a_service_is_answered_with_all_that_is_asked(words: str, answer: str, unsaid: str) -> None:
    told = written(composed("age-requirement", words))
    assert answer in told
    assert unsaid not in told


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            "You grant us a worldwide, royalty-free licence. Such uses are made with no compensation paid to you.",
            "Yes: by its words no payment is owed for it.",
        ),
        (
            "You grant us a worldwide, royalty-free licence to show your content.",
            "Yes: the permission is called royalty-free, by its words.",
        ),
    ],
)
def test_whether_something_is_paid_is_answered_in_short(words: str, answer: str) -> None:
    told = written(composed("content-licence", words))
    assert answer in told
    assert "On payment, it says" not in told


def test_laws_on_a_duty_to_arbitrate_are_not_shown_beside_secrecy_alone() -> None:
    assert not _refs("mandatory-arbitration", _SECRET)
    laws = {law for law, _ in _refs("mandatory-arbitration", _SENT)}
    assert {"us-faa", "eu-unfair-terms", "uk-cra"} <= laws
    assert "to be kept confidential" in _told("mandatory-arbitration", _SECRET)


def test_a_right_to_end_that_only_one_side_has_is_measured_by_the_lists() -> None:
    held = _refs("unilateral-termination", "We may end this agreement. You may not terminate it without our consent.")
    assert {("eu-unfair-terms", "Annex, point 1(f)"), ("uk-cra", "Schedule 2, paragraph 7")} <= held
    assert ("uk-cra", "Schedule 2, paragraph 7") not in _refs("unilateral-termination", "We may end this agreement.")


def test_a_profile_needs_a_ground_and_can_be_objected_to() -> None:
    found = _refs("profiling-personalisation", "We show you ads by what we and other parties know of you.")
    assert {("eu-gdpr", f"Article {one}") for one in ("6(1)", "13", "14")} <= found
    assert any(ref.startswith("Article 21") for law, ref in found if law == "eu-gdpr")
    assert ("eu-gdpr", "Article 7") in _refs("legal-basis", "We rely on your consent.")


def test_the_rules_of_the_provider_are_no_condition() -> None:
    assert not reserve_told("We share it, subject to our terms and conditions for such use.", ())
    assert reserve_told("We share it, subject to your approval.", ())


def test_what_weighs_for_an_unsure_type_is_not_told_to_speak_for_it() -> None:
    one = load_catalogue()["prohibited-conduct"]
    words = "You must keep the keys safe."
    found = compose(
        one, load_prose().get(one.id), one.severity, (), "Larkwell", words=words, unsure=True, own_words=(words,)
    )
    assert found is not None
    assert found.what[0] == "Among what weighed most in the program's reading is: “You must keep the keys safe”."


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        (
            "arbitration-opt-out",
            "You can use the platform at https://ec.europa.eu/consumers/odr.",
            "which was closed in July 2025",
        ),
        ("informal-dispute-first", "The parties shall first try to settle a dispute.", "both sides have to"),
        ("informal-dispute-first", "Time is tolled while the parties talk.", "stand still while the step lasts"),
        (
            "profiling-personalisation",
            "We show you personalised posts based on information from you.",
            "shown or offered is fitted to them by data",
        ),
    ],
)
def test_what_a_clause_does_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in _told(clause_type, words)

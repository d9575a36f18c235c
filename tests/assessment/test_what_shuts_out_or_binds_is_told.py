"""What shuts out a review, binds a vendor, or is what an opt-out excepts from is told, and no advice against it."""

from __future__ import annotations

import pytest

from conductatlas.assessment import compose
from conductatlas.assessment.quoting import is_quotable
from conductatlas.catalogue import load_catalogue, load_prose
from tests.assessment.composed import composed, written

_SUSPENDED = "Corvid Mail may suspend the account of whoever throws stones at other birds."
_READMITTED = "We may readmit somebody based on an appeal."


@pytest.mark.parametrize(
    "shut",
    [
        "Suspensions for stones larger than an egg will not be eligible for appeal.",
        "There is no right of appeal against a suspension for large stones.",
        "A suspension for large stones can't be appealed.",
    ],
)
def test_nobody_is_sent_to_a_review_that_the_clause_shuts_out(shut: str) -> None:
    told = composed("unilateral-termination", f"{_SUSPENDED} {_READMITTED} {shut}")
    assert "Use the way to a review" not in written(told)
    assert f"On what can't be looked at again, it says: “{shut[:-1]}”." in told.what
    assert "Use the way to a review" in written(composed("unilateral-termination", f"{_SUSPENDED} {_READMITTED}"))


def test_a_review_that_is_open_to_who_does_not_agree_is_told() -> None:
    words = f"{_SUSPENDED} If you do not agree, you may appeal our decision within ten days."
    assert "Use the way to a review" in written(composed("unilateral-termination", words))


def test_what_points_to_the_terms_of_vendors_is_whole_by_itself() -> None:
    words = "Our payment providers use your details in accordance with their Privacy Policy."
    assert (
        "It points to terms, or a privacy policy, of such vendors themselves."
        in composed("service-provider-sharing", words).what
    )


def _told_of_vendors(beside: str) -> str:
    shared = "We share your seeds with vendors that carry them to the nests of others."
    assessment = compose(
        load_catalogue()["service-provider-sharing"],
        load_prose().get("service-provider-sharing"),
        load_catalogue()["service-provider-sharing"].severity,
        [],
        "Larkwell",
        words=f"{shared} {beside}",
        stated=shared,
        own_words=[shared],
        weighed=[(shared, 0.9), (beside, 0.1)],
    )
    assert assessment is not None
    return " ".join(assessment.what)


def test_what_binds_vendors_is_told_from_beside_the_sharing() -> None:
    binds = "Those vendors are allowed to use your seeds only to carry them for Larkwell."
    assert f"On how such vendors are bound, it says: “{binds[:-1]}”." in _told_of_vendors(binds)


@pytest.mark.parametrize(
    "beside",
    ["Those vendors may use your seeds for meals of their own.", "These vendors are not agents of Larkwell."],
)
def test_what_binds_nobody_is_not_told_as_binding(beside: str) -> None:
    assert "are bound" not in _told_of_vendors(beside)


def test_that_somebody_may_be_a_partner_is_no_reason() -> None:
    question = "share my data with service providers"
    sentence = "We may share your seeds if we partner with a third party to provide flights on our behalf."
    reason = "We share your seeds with vendors to provide flights on our behalf."
    asked, answered = (
        [one for one in composed("service-provider-sharing", words).faq if question in one.question]
        for words in (sentence, reason)
    )
    assert not asked
    assert answered


def test_how_to_opt_out_is_answered_by_where_that_stands() -> None:
    words = "The customer may opt-out of lessons for our parrots as described in the Parrot Notice of Corvid Mail."
    (told,) = (one for one in composed("ai-training-opt-out", words).faq if "How do I stop" in one.question)
    assert told.answer == (f"On how that is done, it points elsewhere: “{words[:-1]}”.",)


def test_what_users_authorise_is_a_sentence_that_can_be_quoted() -> None:
    assert is_quotable("The customer authorizes Corvid Mail to read the prompts for lessons of its parrots.")

"""A duty stands beside the clause of whoever owes it, and a right beside that of whoever has it."""

from __future__ import annotations

from datetime import date

import pytest

from conductatlas.assessment import ClauseAtLaw, institutional
from conductatlas.catalogue import How, Severity, load_catalogue, load_laws
from tests.assessment.bearing_refs import refs_bearing_on

_ON = date(2026, 11, 28)
_OF_OTHERS = "Subprocessors keep security measures no less strict than those of Larkwell in this exhibit."
_OWN = "Larkwell protects your data by encryption."
_RIGHTS = "You have the right to object to the processing of your personal data."
_SOLD_ALL_THE_SAME = "We do not sell your data as such. Ad networks get it for targeted advertising."
_OF_THE_UNION = "Where the GDPR applies, subprocessors are bound alike."
_NOT_SOLD = "We do not sell or share personal data for targeted advertising."
_ANNOUNCED = "Please read this section carefully: it contains mandatory binding arbitration and a class action waiver."


def _laws_of(clause_type: str, words: str, terms_type: str) -> dict[str, set[str]]:
    """The provisions that speak to a clause of a document, by law."""
    stance = load_catalogue()[clause_type].stance
    clause = ClauseAtLaw.of(clause_type, words, stance, platform="Larkwell", terms_type=terms_type, headings=())
    found = institutional(clause, Severity.LOW, load_laws(), _ON)
    lines = [line for group in found.groups for line in group.laws] if found else []
    return {line.id: {point.ref for point in line.points} for line in lines}


def test_what_is_asked_of_other_processors_meets_the_law_on_these() -> None:
    found = _laws_of("security-measures", _OF_OTHERS, "Privacy Policy")
    assert "Article 28(2) and (4)" in found["eu-gdpr"] & found["uk-gdpr"]
    assert found["us-co-cpa"] == {"§ 6-1-1305(3) and (4)"}


def test_what_a_controller_does_for_its_users_meets_the_law_on_controllers() -> None:
    found = _laws_of("security-measures", _OWN, "Privacy Policy")
    assert "Article 28(2) and (4)" not in found["eu-gdpr"] | found["uk-gdpr"]
    assert found["us-co-cpa"] == {"§ 6-1-1308"}


@pytest.mark.parametrize("terms_type", ["Developer Terms", "Privacy Policy"])
def test_rights_that_readers_have_in_their_own_data_are_told_in_any_document(terms_type: str) -> None:
    assert "Article 21" in _laws_of("objection-opt-out-right", _RIGHTS, terms_type)["eu-gdpr"]


def test_a_contract_on_data_of_others_gives_its_customer_no_rights_of_people() -> None:
    assert "eu-gdpr" not in _laws_of("objection-opt-out-right", _RIGHTS, "Data Processor Agreement")


@pytest.mark.parametrize("law", ["eu-gdpr", "uk-gdpr"])
def test_a_right_to_have_use_restricted_meets_the_article_on_it(law: str) -> None:
    said = "Restriction: you have the right to restrict our processing of your data."
    assert "Article 18" in refs_bearing_on(law, "objection-opt-out-right", said)
    assert "Article 18" in refs_bearing_on(law, "objection-opt-out-right", "You may ask us to freeze the processing.")
    assert "Article 18" in refs_bearing_on(law, "rights-limits", "We may refuse a restriction of processing.")
    assert "Article 18" not in refs_bearing_on(law, "objection-opt-out-right", "You may restrict who sees your posts.")


def test_what_is_owed_to_residents_of_a_place_meets_the_laws_of_that_place() -> None:
    said = "We disclose a breach of personal data without unreasonable delay"
    assert "eu-gdpr" not in _laws_of("breach-notification", f"{said} to a resident of California.", "Privacy Policy")
    assert "eu-gdpr" in _laws_of("breach-notification", f"{said} to those whose data it is.", "Privacy Policy")


def test_an_announcement_of_a_waiver_is_not_taken_for_it() -> None:
    assert _laws_of("class-action-waiver", _ANNOUNCED, "Terms of Service") == {}


def test_that_an_agreement_holds_is_told_no_further_than_its_own_words_go() -> None:
    act = load_laws().law("us-faa")
    assert act is not None
    assert all("as far as" in one.why for one in act.spoken_to() if one.how is How.SUPPORTS)


def test_a_provision_that_turns_on_what_is_done_is_told_alike_of_all_clauses() -> None:
    act = load_laws().law("us-ftc-act")
    assert act is not None
    assert {one.how for one in act.spoken_to()} == {How.CONDITIONS}


@pytest.mark.parametrize(
    ("law", "clause_type", "words", "ref", "told"),
    [
        ("eu-gdpr", "access-portability-right", "You have the right to port it.", "Article 20", True),
        ("us-ca-ccpa", "access-portability-right", "You have a right to know what we hold.", "§ 1798.110", True),
        ("us-ca-ccpa", "access-portability-right", "You may have errors corrected.", "§ 1798.106", True),
        ("us-ca-ccpa", "access-portability-right", "Use the export tool.", "§ 1798.110", False),
        ("eu-gdpr", "personal-data-collected", "We collect health data about the apps you run.", "Article 9", False),
        ("eu-gdpr", "personal-data-collected", "We collect health data that you enter.", "Article 9", True),
        ("eu-gdpr", "objection-opt-out-right", "Choose in your ad preferences.", "Article 21", True),
        ("eu-eprivacy", "objection-opt-out-right", "Browsers let you block cookies.", "Article 5(3)", True),
        ("us-ca-ccpa", "objection-opt-out-right", "Opt out of the sharing of it here.", "§ 1798.120", True),
        ("uk-cra", "account-security-duty", "You answer for any action under it.", "Section 62", True),
        ("us-ca-ccpa", "targeted-advertising", _SOLD_ALL_THE_SAME, "§ 1798.120", True),
        ("us-ca-ccpa", "targeted-advertising", _NOT_SOLD, "§ 1798.120", False),
        ("us-co-cpa", "data-processing-terms", "Subprocessors are bound alike.", "§ 6-1-1305(3) and (4)", True),
        ("us-co-cpa", "data-processing-terms", _OF_THE_UNION, "§ 6-1-1305(3) and (4)", False),
        ("eu-consumer-rights", "no-refund", "A payment is final for the payer.", "Article 9", False),
        ("eu-consumer-rights", "no-refund", "A payment is final.", "Article 9", True),
        ("eu-digital-content", "refund-right", "You have a legal guarantee of the service.", "Article 14", True),
        ("eu-digital-content", "refund-right", "You can withdraw within 14 days.", "Article 14", False),
        ("eu-data-act", "liability-limitation", "We owe nothing for loss of customer data.", "Article 13", True),
        ("eu-data-act", "liability-limitation", "No more if customer data infringe rights.", "Article 13", False),
        ("eu-dsa", "prohibited-conduct", "You may not sell postage.", "Article 14", False),
        ("us-dmca", "content-removal", "We remove what infringes copyright.", "17 U.S.C. § 512(c)", False),
        ("us-dmca", "content-removal", "On notice we remove what infringes.", "17 U.S.C. § 512(c)", True),
    ],
)
def test_a_provision_is_shown_by_the_words(law: str, clause_type: str, words: str, ref: str, told: bool) -> None:
    assert (ref in refs_bearing_on(law, clause_type, words)) is told


def test_a_purchase_that_is_final_is_measured_by_the_right_to_withdraw_and_not_forbidden_by_it() -> None:
    law = load_laws().law("eu-consumer-rights")
    assert law is not None
    assert {one.how for one in law.spoken_to() if one.clause_type == "no-refund"} == {How.LIMITS}


def test_the_directive_on_unfair_terms_is_told_where_it_holds() -> None:
    law = load_laws().law("eu-unfair-terms")
    assert law is not None
    assert law.holds_in == "the European Economic Area"

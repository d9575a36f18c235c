"""A provision of law is not shown where the words deny what it is about, or have it in another sense."""

from __future__ import annotations

import re

import pytest

from conductatlas.assessment import ClauseAtLaw, laws_bearing_on
from conductatlas.catalogue import Law, Stance, load_laws
from tests.assessment.bearing_refs import refs_bearing_on

_IN_COURT = "The courts of Port Hollow have exclusive jurisdiction."
_SEAT = "The arbitration takes place in Port Hollow. An award can be entered in any court of competent jurisdiction."
_CLASS_IN_ARBITRATION = "The arbitrator hears claims in an individual capacity only. You waive class arbitration."
_CLASS_IN_COURT = "You waive taking part in a class action."
_PROMOTIONS = "We send you promotional e-mail."
_NO_PROMOTIONS = "We send you non-promotional e-mail, such as word of your order."
_OF_SERVICE = "You can't opt out of our e-mail on outages, which is not promotional."
_CUSTOMERS = "Larkwell deletes Customer Data after 30 days."
_BENEFICIARIES = "Data subjects may enforce these Clauses as third-party beneficiaries, with exceptions."
_INSTRUCTED = "The processor acts on documented instructions of the customer."
_NONE_FROM_OTHERS = "We do not receive any information from third parties."
_FROM_OTHERS = "We receive information from third parties, such as data brokers."
_NOTHING_SOLD = "You may opt out of the sale of personal information. Larkwell does not sell or share any."
_SOLD = "You may opt out of the sale of personal information."
_MOVED = "You may request that we send your data to somebody else, where that is technically feasible."
_IDENTITY = "We verify your identity before we answer, which may take 45 days."
_ASKED_FOR = "User content that you request to be deleted is queued, which may take up to 30 days."
_KEPT = "We keep your personal data for 30 days."
_TO_SUE = "A claim must be filed within one year after it arose."
_COOKIES = "If you delete our cookies, some of the pages may not work."
_NOT_ERASED = "We may refuse to delete what a law has us keep."
_HOME = "If you live in the Union, a claim is heard by the courts of the country where you live, else in Port Hollow."
_THEIRS = "Suits go to a court in Port Hollow, but we may sue in a court in the country in which you reside."
_SWITCHED = "After the switching process we erase all exportable data and digital assets."
_UNTOLD = "These terms may change without notice. If you do not agree, stop using the ferry."
_TOLD = "We tell you of a change of these terms by letter. If you do not agree, stop using the ferry."
_OTHER_OWN = "Your map shows what you did in other services, and from other harbour services of ours."
_OF_ANOTHER = "We learn your tastes from other companies."
_BY_CUSTOMER = "Letters are kept until the day on which they are deleted by Customer."
_CLAIMS = "If you pay late we may assign the claim to somebody else."
_ALL_OF_IT = "We may assign this contract to anybody."
_UNPAID = "We suspend your berth until you pay. You may cancel at any time; payments already made are non-refundable."
_ENDED = "If we terminate your berth, payments already made are non-refundable."
_NO_EFFECT = "Profiling by machine will not have any consequences for you."
_CAPPED = "For all claims in a calendar year our liability is limited to the fees of that year."


@pytest.mark.parametrize(
    ("law", "clause_type", "words", "ref", "told"),
    [
        ("ca-casl", "electronic-communications", _PROMOTIONS, "Sections 6, 10 and 11", True),
        ("ca-casl", "electronic-communications", _NO_PROMOTIONS, "Sections 6, 10 and 11", False),
        ("eu-eprivacy", "electronic-communications", _NO_PROMOTIONS, "Article 13", False),
        ("uk-pecr", "electronic-communications", _OF_SERVICE, "Regulation 22", False),
        ("us-can-spam", "electronic-communications", _OF_SERVICE, "15 U.S.C. § 7704(a)", False),
        ("eu-brussels-ia", "jurisdiction-venue", _IN_COURT, "Articles 17 to 19", True),
        ("eu-brussels-ia", "jurisdiction-venue", _SEAT, "Articles 17 to 19", False),
        ("uk-cjja", "jurisdiction-venue", _SEAT, "Sections 15A to 15E", False),
        ("eu-unfair-terms", "jurisdiction-venue", _SEAT, "Annex, point 1(q)", False),
        ("us-faa", "class-action-waiver", _CLASS_IN_ARBITRATION, "9 U.S.C. § 2", True),
        ("us-faa", "class-action-waiver", _CLASS_IN_COURT, "9 U.S.C. § 2", False),
        ("ca-pipeda", "retention-period", _CUSTOMERS, "Schedule 1, clause 4.5", False),
        ("au-privacy", "retention-period", _CUSTOMERS, "Australian Privacy Principle 11", False),
        ("eu-gdpr", "rights-limits", _COOKIES, "Article 17", False),
        ("uk-gdpr", "rights-limits", _NOT_ERASED, "Article 17", True),
        ("eu-brussels-ia", "jurisdiction-venue", _HOME, "Articles 17 to 19", False),
        ("eu-brussels-ia", "jurisdiction-venue", _THEIRS, "Articles 17 to 19", True),
        ("eu-gdpr", "deletion-right", _SWITCHED, "Article 17", False),
        ("eu-gdpr", "access-portability-right", "You may export the exportable data.", "Article 20", False),
        ("eu-gdpr", "access-portability-right", "You may export your data.", "Article 20", True),
        ("eu-unfair-terms", "terms-change-notice", _UNTOLD, "Annex, point 2(b)", False),
        ("eu-unfair-terms", "terms-change-notice", _TOLD, "Annex, point 2(b)", True),
        ("eu-gdpr", "profiling-personalisation", _OTHER_OWN, "Article 14", False),
        ("eu-gdpr", "profiling-personalisation", _OF_ANOTHER, "Article 14", True),
        ("eu-gdpr", "retention-period", _BY_CUSTOMER, "Article 5(1)(e)", False),
        ("eu-unfair-terms", "provider-assignment", _CLAIMS, "Annex, point 1(p)", False),
        ("au-acl", "provider-assignment", _CLAIMS, "Section 23", False),
        ("au-acl", "provider-assignment", _ALL_OF_IT, "Section 23", True),
        ("eu-unfair-terms", "no-refund", _UNPAID, "Annex, point 1(f)", False),
        ("uk-cra", "no-refund", _ENDED, "Schedule 2, paragraph 7", True),
        ("us-co-cpa", "ai-automated-decisions", _NO_EFFECT, "§ 6-1-1306(1)(a)", False),
        ("eu-dsa", "prohibited-conduct", "You may not publish posts by our APIs.", "Article 14", False),
        ("eu-unfair-terms", "claim-time-limit", _TO_SUE, "Annex, point 1(q)", True),
        ("uk-cra", "claim-time-limit", _CAPPED, "Schedule 2, paragraph 20", False),
        ("eu-dsa", "profiling-personalisation", "We suggest people to follow.", "Article 27", True),
        ("eu-dsa", "profiling-personalisation", "We learn your style for code suggestions.", "Article 27", False),
        ("us-co-cpa", "sensitive-data-collection", "Sensitive data are your log-in and card.", "§ 6-1-1308", False),
        ("us-co-cpa", "sensitive-data-collection", "We ask for data on your health.", "§ 6-1-1308", True),
        ("us-coppa", "childrens-data", "We do not sell personal data of minors.", "15 U.S.C. § 6502", False),
        ("eu-eprivacy", "device-data-access", "Your voice is only processed on your device.", "Article 5(3)", False),
        ("eu-eprivacy", "communications-scanning", "If you choose to sync it, we read emails.", "Article 5(1)", False),
        ("eu-gdpr", "data-loss-backup", "The launcher has a backup and restore feature.", "Article 32", False),
        ("eu-gdpr", "data-loss-backup", "We are not liable for the loss of data.", "Article 32", True),
        ("eu-eprivacy", "targeted-advertising", "We aim ads at you by cookies.", "Article 5(3)", True),
        ("eu-eprivacy", "targeted-advertising", "We aim ads at you by what you like.", "Article 5(3)", False),
        ("eu-gdpr", "data-processing-terms", _INSTRUCTED, "Article 28(3)", True),
        ("eu-gdpr", "data-processing-terms", _BENEFICIARIES, "Article 28(3)", False),
        ("eu-gdpr", "third-party-data-sources", _FROM_OTHERS, "Article 14", True),
        ("uk-gdpr", "third-party-data-sources", _NONE_FROM_OTHERS, "Article 14", False),
        ("us-ca-ccpa", "objection-opt-out-right", _SOLD, "§ 1798.120", True),
        ("us-ca-ccpa", "objection-opt-out-right", _NOTHING_SOLD, "§ 1798.120", False),
        (
            "us-co-cpa",
            "objection-opt-out-right",
            f"{_SOLD} We do NOT engage in targeted advertising.",
            "§ 6-1-1306(1)(a)",
            False,
        ),
        ("us-co-cpa", "objection-opt-out-right", _NOTHING_SOLD, "§ 6-1-1306(1)(a)", False),
        ("eu-gdpr", "rights-limits", _IDENTITY, "Article 12", True),
        ("eu-gdpr", "rights-limits", _MOVED, "Article 12", False),
        ("eu-gdpr", "retention-period", _ASKED_FOR, "Article 17", True),
        ("uk-gdpr", "retention-period", _KEPT, "Article 17", False),
        ("us-ca-ccpa", "retention-period", _KEPT, "§ 1798.100(a)(3)", True),
        ("us-ca-ccpa", "retention-period", _CUSTOMERS, "§ 1798.100(a)(3)", False),
    ],
)
def test_a_law_speaks_to_what_the_words_do(law: str, clause_type: str, words: str, ref: str, told: bool) -> None:
    assert (ref in refs_bearing_on(law, clause_type, words)) is told


def test_what_a_law_said_before_it_was_amended_is_true_of_what_is_told_of_it() -> None:
    """Words that went before an amendment are set beside what the law said then, too."""
    found = load_laws().law("uk-gdpr")
    assert found is not None
    said = {part.ref: part.says for part in found.provisions}
    assert "interests that the law recognises" not in said["Article 6(1)"]
    assert "to the company" not in said["Article 13"]


@pytest.mark.parametrize(("terms_type", "told"), [("Privacy Policy", True), ("Law Enforcement Guidelines", False)])
def test_what_is_owed_to_people_is_not_set_beside_guidelines_for_authorities(terms_type: str, told: bool) -> None:
    clause = ClauseAtLaw.of(
        *("access-portability-right", "A user can download a copy of their data.", Stance.PROTECTIVE),
        platform="Larkwell",
        terms_type=terms_type,
        headings=(),
    )
    assert ("eu-gdpr" in laws_bearing_on(clause)) is told


@pytest.mark.parametrize(("terms_type", "told"), [("Terms of Service", True), ("Law Enforcement Guidelines", False)])
@pytest.mark.parametrize(
    ("law", "clause_type", "words"),
    [
        ("eu-dsa", "terms-change-notice", "We may update these guidelines, and will tell of it on our website."),
        ("eu-dsa", "unilateral-terms-change", "We may update these guidelines at any time."),
        (
            "eu-consumer-rights",
            "fees-and-billing",
            "You pay the price of each search in advance, with all extra charges.",
        ),
    ],
)
def test_what_is_owed_to_those_who_agree_to_terms_is_not_set_beside_guidelines_for_authorities(
    law: str, clause_type: str, words: str, terms_type: str, told: bool
) -> None:
    stance = Stance.PROTECTIVE if clause_type == "terms-change-notice" else Stance.ADVERSE
    clause = ClauseAtLaw.of(clause_type, words, stance, platform="Larkwell", terms_type=terms_type, headings=())
    assert (law in laws_bearing_on(clause)) is told


def test_people_who_look_at_special_kinds_of_data_are_under_the_rule_on_these() -> None:
    def provisions(words: str) -> set[str]:
        one = ClauseAtLaw.of(
            *("ai-human-review", words, Stance.ADVERSE),
            platform="Corvid Mail",
            terms_type="Privacy Policy",
            headings=("Privacy",),
        )
        gdpr = next(law for law in load_laws().laws if law.id == "eu-gdpr")
        return {part.ref for part in gdpr.provisions if any(one.is_spoken_to(part, says) for says in part.speaks_to)}

    assert "Article 9" in provisions("Our staff may read letters that have information with special protections.")
    assert "Article 9" not in provisions("Our staff may read your letters.")


@pytest.mark.parametrize("law", load_laws().laws, ids=lambda law: law.id)
def test_no_article_is_counted_twice_for_a_clause(law: Law) -> None:
    """Provisions of a law that can speak to one clause name other articles, each by itself."""
    for clause_type in sorted(law.clause_types()):
        named = [
            article
            for part in law.provisions
            if part.verified and any(one.clause_type == clause_type for one in part.speaks_to)
            for article in _articles(part.ref)
        ]
        assert len(named) == len(set(named)), (clause_type, named)


def _articles(ref: str) -> set[int]:
    """The articles that a reference to whole ones names; none where it names parts of one, or something else."""
    if not ref.startswith("Article") or "(" in ref:
        return set()
    ranges = re.findall(r"(\d+)(?: to (\d+))?\b(?![A-Z])", ref)
    return {one for first, last in ranges for one in range(int(first), int(last or first) + 1)}

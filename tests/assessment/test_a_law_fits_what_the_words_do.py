"""A provision of law is shown where the words do what it is about, not wherever the type of clause is met."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_laws


def _refs(law: str, clause_type: str, words: str) -> set[str]:
    found = load_laws().law(law)
    assert found is not None
    return {
        part.ref
        for part in found.provisions
        for one in part.speaks_to
        if one.clause_type == clause_type and one.bears_on(words)
    }


_ENDED_FOR_BREACH = "If Larkwell suspends the service for a violation of these rules, fees paid in advance are kept."

_BATCHED = "If many claimants file demands, the administrator groups them in batches with one arbitrator for each."
_BARRED_BY_LAW = "The consumer's action for a lack of conformity is time-barred after 26 months."
_OF_A_BANK = "Beside our price, additional fees may be charged by your bank."
_NOT_AS_SOLD = "If the goods are not in conformity, you may ask for repair or withdraw from the contract."


@pytest.mark.parametrize(
    ("law", "clause_type", "words", "ref", "told"),
    [
        ("eu-gdpr", "retention-period", "Customer Data is deleted after 30 days.", "Article 5(1)(e)", False),
        ("eu-gdpr", "retention-period", "Customer Data is deleted after 30 days.", "Article 28(3)", True),
        ("eu-gdpr", "retention-period", "We keep your name for a year.", "Article 5(1)(e)", True),
        ("eu-gdpr", "aggregated-data-use", "Sellers see totals of who looked.", "Article 5(1)(e)", False),
        ("eu-gdpr", "objection-opt-out-right", "Under the CCPA you may refuse ads.", "Article 21", False),
        ("eu-gdpr", "objection-opt-out-right", "You may object to marketing.", "Article 21", True),
        ("eu-gdpr", "security-measures", "The Receiving Party keeps secrets safe.", "Article 32", False),
        ("eu-unfair-terms", "acceptance-by-use", "If you use it after a change of terms", "Annex, point 1(i)", False),
        ("eu-unfair-terms", "acceptance-by-use", "If you use it after a change of terms", "Annex, point 1(j)", True),
        ("eu-unfair-terms", "terms-change-notice", "We tell you of new terms.", "Annex, point 2(b)", True),
        ("eu-gdpr", "retention-period", "Orders are saved to your list, and used for ads.", "Article 13", False),
        ("eu-gdpr", "retention-period", "Orders are saved to your list for a year.", "Article 13", True),
        ("eu-gdpr", "retention-period", "Wir bewahren Bestellungen auf, solange es nötig ist.", "Article 13", True),
        ("eu-unfair-terms", "no-refund", _ENDED_FOR_BREACH, "Annex, point 1(d)", False),
        ("eu-unfair-terms", "no-refund", _ENDED_FOR_BREACH, "Annex, point 1(f)", True),
        ("eu-unfair-terms", "no-refund", "Payments are final.", "Annex, point 1(d)", False),
        ("eu-unfair-terms", "no-refund", "Payments are final also if you cancel.", "Annex, point 1(d)", True),
        ("uk-cra", "no-refund", _ENDED_FOR_BREACH, "Schedule 2, paragraph 4", False),
        ("uk-cra", "no-refund", _ENDED_FOR_BREACH, "Schedule 2, paragraph 7", True),
        ("uk-cra", "no-refund", _ENDED_FOR_BREACH, "Section 57", False),
        ("uk-cra", "no-refund", "Payments are final.", "Section 57", True),
        ("eu-consumer-rights", "fees-and-billing", "We may offer access by subscription.", "Article 6(1)", False),
        ("eu-consumer-rights", "fees-and-billing", "A subscription is billed each month.", "Article 6(1)", True),
        ("us-faa", "mandatory-arbitration", "Disputes are settled by arbitration in Stockholm.", "9 U.S.C. § 2", False),
        ("us-faa", "mandatory-arbitration", "Disputes are settled by arbitration.", "9 U.S.C. § 2", True),
        ("us-faa", "mandatory-arbitration", _BATCHED, "9 U.S.C. § 2", False),
        ("us-faa", "mandatory-arbitration", _BATCHED, "9 U.S.C. § 402", False),
        ("us-faa", "mandatory-arbitration", "The seat of arbitration is Elm.", "9 U.S.C. § 2", False),
        ("eu-unfair-terms", "mandatory-arbitration", "The fees follow the rules.", "Annex, point 1(q)", False),
        ("us-faa", "class-action-waiver", _BATCHED, "9 U.S.C. § 402", False),
        ("us-faa", "class-action-waiver", "You waive class actions.", "9 U.S.C. § 402", True),
        ("uk-cra", "class-action-waiver", "What fails of it is severed.", "Schedule 2, paragraph 20", False),
        ("us-ca-ccpa", "class-action-waiver", "You waive class actions.", "§ 1798.192", False),
        ("us-ca-ccpa", "class-action-waiver", "You waive class actions on privacy.", "§ 1798.192", True),
        ("uk-cra", "claim-time-limit", "Dispute an invoice within seven days.", "Schedule 2, paragraph 20", False),
        ("uk-cra", "claim-time-limit", "Any claim must be filed in a year.", "Schedule 2, paragraph 20", True),
        ("eu-unfair-terms", "claim-time-limit", _BARRED_BY_LAW, "Annex, point 1(q)", False),
        ("eu-unfair-terms", "informal-dispute-first", "Raise it with us informally.", "Annex, point 1(q)", False),
        ("eu-unfair-terms", "informal-dispute-first", "Write before you sue.", "Annex, point 1(q)", True),
        ("eu-unfair-terms", "governing-law", "The laws of France govern.", "Article 6(2)", False),
        ("eu-rome-i", "governing-law", "The laws of France govern.", "Article 6", True),
        ("uk-cra", "governing-law", "The laws of England govern.", "Section 74", False),
        ("uk-cra", "governing-law", "The laws of Nevada govern.", "Section 74", True),
        ("uk-cra", "no-refund", "You waive the right of withdrawal.", "Section 57", False),
        ("eu-consumer-rights", "cancellation-terms", "Change your plan at any time.", "Article 9", False),
        ("eu-consumer-rights", "cancellation-terms", "Cancel your plan without refund.", "Article 9", True),
        ("eu-unfair-terms", "auto-renewal", "It renews unless you cancel before it does.", "Annex, point 1(h)", False),
        ("eu-unfair-terms", "auto-renewal", "It renews unless ended 30 days before.", "Annex, point 1(h)", True),
        ("us-ftc-act", "auto-renewal", "It renews until you cancel.", "Section 5(a)", False),
        ("au-acl", "price-change", "We may raise prices, and you may cancel.", "Section 23", False),
        ("au-acl", "price-change", "We may raise prices.", "Section 23", True),
        ("eu-consumer-rights", "fees-and-billing", "Rate limits are on our pricing page.", "Article 6(1)", False),
        ("eu-consumer-rights", "fees-and-billing", "You can choose a paid subscription.", "Article 6(1)", False),
        ("eu-consumer-rights", "fees-and-billing", _OF_A_BANK, "Article 22", False),
        ("eu-consumer-rights", "taxes-responsibility", "Pay for data plans and taxes.", "Article 6(1)", False),
        ("us-efta", "payment-authorisation", "Pay for credits by ACH transfer.", "15 U.S.C. § 1693e", False),
        ("us-efta", "payment-authorisation", "A monthly ACH debit pays it.", "15 U.S.C. § 1693e", True),
        ("eu-consumer-rights", "refund-right", _NOT_AS_SOLD, "Article 9", False),
        ("eu-consumer-rights", "refund-right", "You may withdraw within 14 days.", "Article 9", True),
        ("uk-dpa", "regulator-complaint", "Under the UK extension of the DPF, ask us.", "Section 165", False),
    ],
)
def test_a_provision_is_shown_by_the_words(law: str, clause_type: str, words: str, ref: str, told: bool) -> None:
    assert (ref in _refs(law, clause_type, words)) is told

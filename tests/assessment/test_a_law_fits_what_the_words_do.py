"""A provision of law is shown where the words do what it is about, not wherever the type of clause is met."""

from __future__ import annotations

import pytest

from tests.assessment.bearing_refs import refs_bearing_on

_ENDED_FOR_BREACH = "If Larkwell suspends the service for a violation of these rules, fees paid in advance are kept."

_WEIGHED = "We weigh our legitimate interests in using their information with regard to minors."
_FINAL_BUT_REFUNDED = "All sales are final. But if we cancel your order, we will refund any payment."
_BATCHED = "If many claimants file demands, the administrator groups them in batches with one arbitrator for each."
_BARRED_BY_LAW = "The consumer's action for a lack of conformity is time-barred after 26 months."
_OF_A_BANK = "Beside our price, additional fees may be charged by your bank."
_NO_WARRANTIES = "We give no warranties, statutory or other, on the service as is. It replaces no professional advice."
_DONE_ELSEWHERE = "We may ban members of a hateful group for off-platform conduct."
_REPORTED = "If we find child sexual abuse material, we will report it to the authorities."
_ASKED_OF_OFFICERS = "Officers state their badge number and, in cases of child abuse, the number of any NCMEC report."
_NOT_AS_SOLD = "If the goods are not in conformity, you may ask for repair or withdraw from the contract."


@pytest.mark.parametrize(
    ("law", "clause_type", "words", "ref", "told"),
    [
        ("eu-gdpr", "retention-period", "Customer Data is deleted after 30 days.", "Article 5(1)(e)", False),
        ("eu-gdpr", "retention-period", "Customer Data is deleted after 30 days.", "Article 28(3)", False),
        ("eu-gdpr", "retention-period", "Customer Data is deleted 30 days after termination.", "Article 28(3)", True),
        ("eu-gdpr", "retention-period", "We keep your name for a year.", "Article 5(1)(e)", True),
        ("eu-gdpr", "aggregated-data-use", "Sellers see totals of who looked.", "Article 5(1)(e)", False),
        ("eu-gdpr", "objection-opt-out-right", "Under the CCPA you may refuse ads.", "Article 21", False),
        ("eu-gdpr", "objection-opt-out-right", "You may object to marketing.", "Article 21", True),
        ("eu-gdpr", "security-measures", "The Receiving Party keeps secrets safe.", "Article 32", False),
        ("eu-unfair-terms", "acceptance-by-use", "If you use it after a change of terms", "Annex, point 1(i)", False),
        ("eu-unfair-terms", "acceptance-by-use", "If you use it after a change of terms", "Annex, point 1(j)", True),
        ("eu-unfair-terms", "terms-change-notice", "We tell you of new terms.", "Annex, point 2(b)", False),
        ("eu-unfair-terms", "terms-change-notice", "Told of new terms, you may cancel.", "Annex, point 2(b)", True),
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
        ("eu-gdpr", "ai-automated-decisions", "Automated tools help our staff to find spam.", "Article 22", False),
        ("eu-gdpr", "ai-automated-decisions", "Automated tools help our staff to find spam.", "Article 13", False),
        ("eu-gdpr", "ai-automated-decisions", "A machine takes the decision on your credit.", "Article 22", True),
        ("uk-gdpr", "ai-automated-decisions", "Automated tools find spam.", "Articles 22A to 22C", False),
        ("eu-dsa", "ai-automated-decisions", "You may restrict use of your data.", "Article 17", False),
        ("eu-dsa", "ai-automated-decisions", "Automated tools remove posts.", "Article 17", True),
        ("eu-gdpr", "ai-feedback-training-grant", "Ratings of answers train our models.", "Article 7", False),
        ("eu-gdpr", "ai-feedback-training-grant", "By rating, you agree that we train on it.", "Article 7", True),
        ("eu-ai-act", "ai-training-on-user-content", "Reviews train our spam algorithms.", "Article 53(1)", False),
        ("eu-ai-act", "ai-training-on-user-content", "Chats train our language models.", "Article 53(1)", True),
        (
            "eu-ai-act",
            "ai-use-disclosure-duty",
            "A chatbot must disclose that it is one.",
            "Article 50(2) and (4)",
            False,
        ),
        ("eu-ai-act", "ai-use-disclosure-duty", "A chatbot must disclose that it is one.", "Article 50(1)", True),
        ("eu-ai-act", "ai-use-disclosure-duty", "You must label deepfakes.", "Article 50(2) and (4)", True),
        ("eu-dsa", "moderation-appeal", "You get a copy of the reporter's complaint.", "Article 14", False),
        ("eu-dsa", "moderation-appeal", "You get a copy of the reporter's complaint.", "Articles 20 and 21", False),
        ("eu-dsa", "moderation-appeal", "Report brigading never ends a channel.", "Article 16", False),
        ("eu-dsa", "moderation-appeal", "You can report a post with the form.", "Article 16", True),
        ("eu-dsa", "moderation-appeal", "You can appeal within a month.", "Articles 20 and 21", True),
        ("au-acl", "warranty-disclaimer", _NO_WARRANTIES, "Sections 64 and 64A", True),
        ("au-acl", "warranty-disclaimer", "Our letters are no legal advice, as is any.", "Sections 64 and 64A", False),
        ("eu-dsa", "unilateral-termination", _DONE_ELSEWHERE, "Article 14", False),
        ("eu-dsa", "unilateral-termination", _DONE_ELSEWHERE, "Article 17", False),
        ("eu-dsa", "unilateral-termination", _DONE_ELSEWHERE, "Articles 20 and 21", False),
        ("eu-dsa", "unilateral-termination", "We may ban members for hateful posts.", "Article 17", True),
        ("us-child-reports", "government-disclosure", _REPORTED, "18 U.S.C. § 2258A(a) and (f)", True),
        ("us-child-reports", "government-disclosure", _ASKED_OF_OFFICERS, "18 U.S.C. § 2258A(a) and (f)", False),
        ("us-child-reports", "government-disclosure", "We report threats.", "18 U.S.C. § 2258A(a) and (f)", False),
        ("us-coppa", "age-requirement", "You must be at least 16 to sign up.", "15 U.S.C. § 6502", False),
        ("us-coppa", "age-requirement", "Whoever was below this Minimum Age may stay.", "15 U.S.C. § 6502", False),
        ("eu-gdpr", "age-requirement", "Posts of an account holder under 16 are hidden.", "Article 8", False),
        ("eu-gdpr", "age-requirement", "You must be at least 16.", "Article 8", True),
        ("us-coppa", "childrens-data", "We do not knowingly sell data of people under 16.", "15 U.S.C. § 6502", False),
        ("eu-gdpr", "ai-training-opt-out", "You can choose to help us to improve it.", "Article 21", False),
        ("us-coppa", "childrens-data", _WEIGHED, "15 U.S.C. § 6502", False),
        ("eu-gdpr", "childrens-data", _WEIGHED, "Article 8", False),
        ("eu-gdpr", "childrens-data", _WEIGHED, "Article 6(1)", True),
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
        ("eu-unfair-terms", "no-refund", "If we cancel, sales stay final.", "Annex, point 1(f)", True),
        ("eu-unfair-terms", "no-refund", _FINAL_BUT_REFUNDED, "Annex, point 1(f)", False),
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
    assert (ref in refs_bearing_on(law, clause_type, words)) is told


_ON_THIRD_PARTIES = "We learn of your activity on other apps and devices."
_NOT_FOR_ADS = "We fit what Larkwell shows you (other than ads) to your interests."
_NOT_COLLECTED = "Larkwell is not designed to process health data, and we do not ask for it."


@pytest.mark.parametrize(
    ("law", "clause_type", "words", "ref", "told"),
    [
        ("eu-gdpr", "electronic-communications", "We send you marketing e-mails.", "Article 7", False),
        ("eu-gdpr", "electronic-communications", "You consent to marketing e-mails.", "Article 7", True),
        ("uk-gdpr", "electronic-communications", "You can opt out of marketing e-mails.", "Article 21", True),
        ("uk-gdpr", "electronic-communications", "We send you receipts.", "Article 21", False),
        ("eu-eprivacy", "cross-site-tracking", _ON_THIRD_PARTIES, "Article 5(3)", False),
        ("eu-eprivacy", "cross-site-tracking", "A cookie of ours is set on other sites.", "Article 5(3)", True),
        ("uk-pecr", "cross-site-tracking", _ON_THIRD_PARTIES, "Regulation 6 and Schedule A1", False),
        ("eu-gdpr", "cross-site-tracking", "We log views of content and ads.", "Article 21", False),
        ("eu-gdpr", "cross-site-tracking", "We use your visits elsewhere to show you ads.", "Article 21", True),
        ("us-ftc-act", "cross-site-tracking", "Partners tell us of your visits.", "Section 5(a)", False),
        ("us-ftc-act", "cross-site-tracking", "This happens whether or not you are signed in.", "Section 5(a)", True),
        ("us-ca-ccpa", "cross-site-tracking", "Sellers tell us what you buy, for ads.", "§ 1798.120", False),
        ("us-ca-ccpa", "cross-site-tracking", "Ad networks follow you on our site.", "§ 1798.120", True),
        ("us-ca-ccpa", "targeted-advertising", "We do not sell or share data for targeted ads.", "§ 1798.120", False),
        ("eu-gdpr", "targeted-advertising", "We help sellers to measure how their ads do.", "Article 21", False),
        ("eu-gdpr", "targeted-advertising", "We do not use your data for advertising.", "Article 21", False),
        ("eu-dsa", "targeted-advertising", "The Ads API may be used by advertisers.", "Article 26(1)", False),
        ("eu-dsa", "targeted-advertising", "We show you ads that fit you.", "Article 26(1)", True),
        ("eu-gdpr", "profiling-personalisation", _NOT_FOR_ADS, "Article 21", False),
        ("eu-gdpr", "profiling-personalisation", "We do not build profiles of people.", "Article 6(1)", False),
        ("eu-gdpr", "legal-basis", "People under the age of consent are kept safe.", "Article 7", False),
        ("eu-gdpr", "legal-basis", "We look for spam and stop threats.", "Article 6(1)", False),
        ("uk-gdpr", "legal-basis", "You may object where we rely on a legitimate interest.", "Article 13", False),
        ("uk-gdpr", "legal-basis", "You may object where we rely on a legitimate interest.", "Article 21", True),
        ("uk-gdpr", "legal-basis", "We rely on a legitimate interest.", "Article 21", False),
        ("eu-gdpr", "aggregated-data-use", "Totals no longer identify you.", "Article 5(1)(e)", False),
        ("eu-gdpr", "aggregated-data-use", "We may keep totals for ever.", "Article 5(1)(e)", True),
        ("eu-gdpr", "broad-purpose-use", "We use your name to deliver your parcel.", "Article 5(1)(b)", False),
        ("eu-gdpr", "broad-purpose-use", "We use your data to improve our services.", "Article 5(1)(b)", True),
        ("in-dpdp", "broad-purpose-use", "We use data to improve.", "Section 6(1) to (3)", False),
        ("eu-dma", "data-combination", "We join what you do on your devices.", "Article 5(2)", False),
        ("eu-dma", "data-combination", "We join what you do across our products.", "Article 5(2)", True),
        ("us-co-cpa", "sensitive-data-collection", "We collect your passport number.", "§ 6-1-1308", False),
        ("us-co-cpa", "sensitive-data-collection", "We collect data on your health.", "§ 6-1-1308", True),
        ("us-co-cpa", "sensitive-data-collection", _NOT_COLLECTED, "§ 6-1-1308", False),
        ("us-ca-ccpa", "sensitive-data-collection", "We collect data on your health.", "§ 1798.135", False),
        ("ca-casl", "device-data-access", "Apps that you install from a store read photos.", "Section 8", False),
        ("eu-gdpr", "do-not-track-ignored", "For people in certain US states we heed it.", "Article 21", False),
    ],
)
def test_a_law_on_data_is_shown_by_what_is_done_with_it(
    law: str, clause_type: str, words: str, ref: str, told: bool
) -> None:
    assert (ref in refs_bearing_on(law, clause_type, words)) is told

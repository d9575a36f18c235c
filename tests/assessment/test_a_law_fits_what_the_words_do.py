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

_WEIGHED = "We weigh our legitimate interests in using their information with regard to minors."


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
        ("eu-unfair-terms", "no-refund", "Payments are final.", "Annex, point 1(d)", True),
        ("uk-cra", "no-refund", _ENDED_FOR_BREACH, "Schedule 2, paragraph 4", False),
        ("uk-cra", "no-refund", _ENDED_FOR_BREACH, "Schedule 2, paragraph 7", True),
        ("uk-cra", "no-refund", _ENDED_FOR_BREACH, "Section 57", False),
        ("uk-cra", "no-refund", "Payments are final.", "Section 57", True),
        ("eu-consumer-rights", "fees-and-billing", "We may offer access by subscription.", "Article 6(1)", False),
        ("eu-consumer-rights", "fees-and-billing", "A subscription is billed each month.", "Article 6(1)", True),
        ("us-faa", "mandatory-arbitration", "An arbitrator in Stockholm decides.", "9 U.S.C. § 2", False),
        ("us-faa", "mandatory-arbitration", "An arbitrator decides.", "9 U.S.C. § 2", True),
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
        ("us-coppa", "age-requirement", "You must be at least 16 to sign up.", "15 U.S.C. § 6502", False),
        ("us-coppa", "age-requirement", "Whoever was below this Minimum Age may stay.", "15 U.S.C. § 6502", False),
        ("eu-gdpr", "age-requirement", "Posts of an account holder under 16 are hidden.", "Article 8", False),
        ("eu-gdpr", "age-requirement", "You must be at least 16.", "Article 8", True),
        ("us-coppa", "childrens-data", "We do not knowingly sell data of people under 16.", "15 U.S.C. § 6502", False),
        ("eu-gdpr", "ai-training-opt-out", "You can choose to help us to improve it.", "Article 21", False),
        ("us-coppa", "childrens-data", _WEIGHED, "15 U.S.C. § 6502", False),
        ("eu-gdpr", "childrens-data", _WEIGHED, "Article 8", False),
        ("eu-gdpr", "childrens-data", _WEIGHED, "Article 6(1)", True),
    ],
)
def test_a_provision_is_shown_by_the_words(law: str, clause_type: str, words: str, ref: str, told: bool) -> None:
    assert (ref in _refs(law, clause_type, words)) is told

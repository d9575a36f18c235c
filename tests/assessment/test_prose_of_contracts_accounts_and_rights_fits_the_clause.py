"""What is told of clauses on contracts, accounts and data rights fits their words: no advice on what they lack."""

from __future__ import annotations

import pytest

from tests.assessment.composed import composed, written

_CHANGE = "We may change these terms. By continuing to use the service after a change you agree to it."
_CLICK = "By clicking “I agree” or by using the service you accept these terms."
_MATERIAL = "We may change these terms. We give you 30 days' notice of material changes."
_BREACH_ONLY = "Either party may terminate this agreement if the other party materially breaches it."
_LEAVE = "You can close your account at any time in the settings."
_NEITHER = "Neither party may assign this agreement without the consent of the other."
_AT_WILL = "Larkwell may suspend your account at any time for any reason, without prior notice."
_APPEAL = "If you breach the rules we may close your account. You can appeal within 20 days."
_RATES = "Larkwell may set rate limits for the interface and throttle requests above them."
_GOVERNMENT = "It is licensed to U.S. government end users with only those rights as are granted to all others."
_ARBITRATION = "All that is said in the arbitration, and the award, is confidential."
_STAFF = "Larkwell binds its personnel to confidentiality."
_SUBS = "Larkwell may appoint sub-processors. The customer can object within 10 days."
_ADS = "You can opt out at www.aboutads.info of advertisements of the companies that take part there."
_CORRECTION = "You have the right to have inaccurate data corrected."
_IDENTITY = "Before we answer a request we verify your identity."
_OFFICER = "You can reach our data protection officer at officer@larkwell.example."


@pytest.mark.parametrize(
    ("clause_type", "words", "told"),
    [
        ("acceptance-by-use", _CHANGE, "use that goes on stands for agreement"),
        ("acceptance-by-use", _CLICK, "a clearer yes than use alone"),
        (
            "acceptance-by-use",
            "If you do not agree, do not use the service.",
            "On not agreeing, it says: “If you do not",
        ),
        ("unilateral-terms-change", _MATERIAL, "On changes that matter more, it says:"),
        ("unilateral-terms-change", "We change this text on 30 days notice.", "The notice that it states is 30 days"),
        ("unilateral-terms-change", "Please check this page regularly for changes.", "for you to look at the text"),
        ("terms-change-notice", "We notify you of changes by e-mail.", "On e-mail, it says:"),
        ("terms-change-notice", "We post the new text on this page.", "Of posting on a website, it says:"),
        ("service-modification", _RATES, "Find out which limits apply"),
        ("service-modification", "We may drop features without notice.", "On notice, it says:"),
        ("service-modification", "We may end a paid plan at any time.", "Are prepaid fees returned"),
        ("provider-assignment", _NEITHER, "It binds both sides"),
        ("provider-assignment", "You may not assign this agreement. We may assign it freely.", "cannot be handed over"),
        ("incorporated-terms", "In a conflict the order form will prevail.", "which text comes first"),
        ("electronic-communications", "We send you offers and marketing by e-mail.", "Unsubscribe from marketing"),
        ("export-sanctions", "The software is a commercial item for a government end user.", "public body"),
        ("export-sanctions", _GOVERNMENT, "It is about use by the government of the United States."),
        ("export-sanctions", _GOVERNMENT, "the government gets only the rights that all other users get"),
        ("export-sanctions", _GOVERNMENT, "If you act for a public body of the United States"),
        ("deletion-right", "You can delete your account in the settings.", "The account you can delete yourself"),
        ("deletion-right", "You can delete your letters in the settings.", "Some things you can delete yourself"),
        ("data-processing-terms", _SUBS, "What follows if we object"),
        ("general-provisions", "These terms are the entire agreement.", "written terms are the whole agreement"),
        ("unilateral-termination", _AT_WILL, "On the reasons that it needs, it says:"),
        ("unilateral-termination", _APPEAL, "Use the way to a review"),
        (
            "termination-effects",
            "After the end no refund is due, unless required by law.",
            "an exception that the clause makes",
        ),
        ("user-termination", _LEAVE, "You can leave when you like"),
        ("user-termination", _BREACH_ONLY, "serious breach by the other side"),
        ("account-security-duty", "You are responsible for all activities under your account.", "put down to you"),
        ("account-security-duty", "You must not share your password.", "On sharing, it says"),
        ("identity-verification", "We may verify your age with proof of identity.", "Ask who performs the check"),
        ("account-non-transferable", "You may not sell or transfer your account.", "Not by the words of this clause"),
        ("account-creation", "Your employer manages the account.", "its administrators have the powers"),
        ("access-portability-right", "You can download a copy of your data.", "Open an export"),
        ("deletion-right", "You can delete your account in the settings.", "you can delete yourself"),
        ("objection-opt-out-right", "You can withdraw your consent.", "from that moment on"),
        ("rights-limits", _IDENTITY, "You can be asked to show who you are"),
        ("rights-limits", "We may refuse requests that are excessive.", "Are the exceptions a closed list"),
        ("regulator-complaint", "You can complain to a supervisory authority.", "As a rule no: it is free"),
    ],
)
def test_what_the_words_of_a_clause_call_for_is_told(clause_type: str, words: str, told: str) -> None:
    assert told in written(composed(clause_type, words))


@pytest.mark.parametrize(
    ("clause_type", "words", "untold"),
    [
        ("acceptance-by-use", _CLICK, "a new version"),
        ("acceptance-by-use", _CHANGE, "a clearer yes than use alone"),
        ("unilateral-terms-change", "We may change this privacy policy.", "order form"),
        ("unilateral-terms-change", _MATERIAL, "For which changes is notice promised"),
        ("terms-change-notice", "We post the new text on this page.", "e-mail address"),
        ("terms-change-notice", "We tell you 30 days ahead.", "How long is the lead time"),
        ("service-modification", _RATES, "Export important data"),
        ("service-modification", "We may drop features without notice.", "The words 'without notice' would"),
        ("service-modification", "We may drop features.", "prepaid"),
        ("provider-assignment", _NEITHER, "Make assignment mutual"),
        ("provider-assignment", "You may not assign this agreement.", "a company that you did not choose"),
        ("incorporated-terms", "The usage policy is part of these terms.", "other compan"),
        ("electronic-communications", "We send you notices by e-mail.", "nsubscribe"),
        ("electronic-communications", "We send you notices by e-mail.", "telephone number only"),
        ("export-sanctions", "The software is a commercial item for a government end user.", "Screen users"),
        ("confidentiality", _ARBITRATION, "prices under negotiation"),
        ("confidentiality", _STAFF, "talk publicly"),
        ("data-processing-terms", _SUBS, "can we object"),
        ("service-levels-support", "Support is provided by e-mail.", "credit"),
        ("general-provisions", "If a part is invalid the rest stays in force.", "entire-agreement"),
        ("unilateral-termination", _AT_WILL, "Watch for new grounds"),
        ("unilateral-termination", _APPEAL, "an appeal if Larkwell offers one"),
        ("termination-effects", "Upon the end Section 5 survives.", "money back"),
        ("user-termination", _BREACH_ONLY, "app store"),
        ("user-termination", _BREACH_ONLY, "You can leave when you like"),
        ("inactivity-closure", "We may free user names that are not used.", "balances"),
        ("account-security-duty", "Keep your password secret.", "put down to you"),
        ("identity-verification", "You must give accurate details.", "performs the check"),
        ("account-non-transferable", "You may have only one account.", "resale value"),
        ("account-creation", "To post you must create an account.", "employer"),
        ("access-portability-right", _CORRECTION, "Download"),
        ("deletion-right", "You can ask us to delete data.", "subscriptions"),
        ("objection-opt-out-right", _ADS, "One channel named"),
        ("objection-opt-out-right", "You can unsubscribe from our newsletter.", "consent"),
        ("rights-limits", "We may refuse requests that are excessive.", "proof of who"),
        ("regulator-complaint", _OFFICER, "complaint to an authority"),
    ],
)
def test_what_does_not_fit_the_words_of_a_clause_is_left_out(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))

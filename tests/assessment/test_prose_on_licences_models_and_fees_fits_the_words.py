"""What is told of licences, of work on models and of fees follows from the words of the clause, and from no others."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity
from tests.assessment.composed import composed, written

# A type of clause, words of one, a part of a sentence, and whether it is told.
_CASES = [
    # A permission for other users is no term of the provider's.
    (
        "content-licence",
        "You grant us a worldwide licence. You also grant each user a perpetual licence to your posts.",
        "gives other users a permission",
        True,
    ),
    (
        "content-licence",
        "You grant us a worldwide licence to your posts.",
        "gives other users a permission",
        False,
    ),
    # The rights that one needs are no purpose, and a caption is no bound.
    ("content-licence", "You have all rights necessary to grant us a licence.", "words that tie a use", False),
    ("content-licence", "Limited licence to Larkwell. You grant us a licence.", "words that tie a use", False),
    ("content-licence", "You grant us a licence for the purpose of showing your posts.", "words that tie a use", True),
    (
        "content-licence",
        "You hereby assign all rights to us. Where that is void, you grant us a licence.",
        "changes its owner and what is only licensed",
        True,
    ),
    ("content-licence", "We hereby assign to you the output, and you grant us a licence.", "changes its owner", False),
    (
        "content-licence-survival",
        "You assign all rights. If they cannot be assigned, you grant us a perpetual, exclusive licence.",
        "where the rights cannot be transferred",
        True,
    ),
    (
        "content-licence-survival",
        "The licence is irrevocable and lasts for a reasonable time after you remove the content.",
        "On when the permission ends after you remove the content",
        True,
    ),
    (
        "ai-no-training-commitment",
        "When you use web search, you see pages of others. We do not use them to train our models.",
        "though not without conditions",
        False,
    ),
    (
        "ai-no-training-commitment",
        "When you use the paid plan, we do not train on your content.",
        "though not without conditions",
        True,
    ),
    ("fees-and-billing", "Fees are due. Holds by any other payment processor are yours.", "A payment partner", False),
    # What the provider makes itself is nothing that passes.
    (
        "content-ownership-transfer",
        "We will own all rights in anything we develop from your suggestions.",
        "what Larkwell itself makes out of what you give",
        True,
    ),
    (
        "content-ownership-transfer",
        "We will own all rights in anything we develop from your suggestions.",
        "no longer yours to dispose of",
        False,
    ),
    ("content-ownership-transfer", "You assign your suggestions to us.", "no longer yours to dispose of", True),
    (
        "content-ownership-transfer",
        "Customer assigns all feedback to us. You own the output.",
        "On what is yours, it says:",
        True,
    ),
    ("name-likeness-use", "We may name you as a customer without your prior consent.", "needs consent", False),
    ("name-likeness-use", "Neither party may use a logo without prior consent.", "the clause binds both sides", True),
    (
        "content-responsibility",
        "You warrant that, to your knowledge, the content infringes no rights of others.",
        "The clause says:",
        True,
    ),
    ("content-responsibility", "Respect the rights and the dignity of others.", "Keep proof of the rights", False),
    ("provider-ip-reserved", "Nothing grants you any licence to the marks.", "Does a licence make me the owner", False),
    ("provider-ip-reserved", "We grant you a licence to use the app.", "Does a licence make me the owner", True),
    ("copyright-takedown", "Ask the host to take the copy down.", "made to Larkwell", False),
    # AI
    (
        "ai-training-on-user-content",
        "We train models on posts. Newsletters are sent where you have opted in to receive them.",
        "On your agreement, it says:",
        False,
    ),
    ("ai-training-on-user-content", "We train models on it unless you opted out.", "On refusing, it says:", True),
    ("ai-training-opt-out", "Data is used for training unless you opt out.", "Until you refuse", True),
    ("ai-training-opt-out", "You can opt out of training.", "Until you refuse", False),
    ("ai-training-opt-out", "We do not train on it without your consent.", "Without agreement the use is not", True),
    ("ai-training-opt-out", "Business users are opted out of training by default.", "can be refused", False),
    (
        "ai-training-opt-out",
        "Depending on your plan you may opt out of training.",
        "On refusing the use, it says:",
        True,
    ),
    ("ai-no-training-commitment", "We never train on it, and no human reads it.", "nobody looks at my data", False),
    ("ai-output-ownership", "We transfer files. You own the output.", "An assignment of ownership", False),
    (
        "ai-output-ownership",
        "If you have more revenue, you need a plan to own output.",
        "On rights in outputs, it says:",
        True,
    ),
    ("ai-output-accuracy-disclaimer", "You must inform your users that output may err.", "Tell your own users", True),
    (
        "ai-automated-decisions",
        "Tools do not replace human review where required by law.",
        "On the part of people, it says:",
        False,
    ),
    ("ai-automated-decisions", "Decisions are taken after human review.", "On the part of people, it says:", True),
    ("ai-use-disclosure-duty", "Content without a label may be removed.", "What is the stated consequence", False),
    # Payments
    ("payment-authorisation", "You give a valid card.", "a new confirmation from you", False),
    ("price-change", "Prices change at any time. A change takes effect at the next renewal.", "at any time.", False),
    (
        "taxes-responsibility",
        "You report income and withholding taxes on your earnings.",
        "before you are paid",
        False,
    ),
    ("taxes-responsibility", "We may withhold tax from your earnings.", "before you are paid", True),
    ("fees-and-billing", "You bear the fees of your mobile or internet provider.", "Check whether prices", False),
    ("fees-and-billing", "You bear the fees of your mobile or internet provider.", "your own phone or internet", True),
    ("late-payment", "We send a reminder before we suspend the account.", "is a reminder needed", False),
    ("cancellation-terms", "A refund is at the discretion of Larkwell.", "leaves a refund to the discretion", True),
    ("refund-right", "We may terminate the service and refund prepaid fees.", "Acting in time", False),
    ("refund-right", "You can withdraw from the contract within 14 days.", "Acting in time", True),
    (
        "refund-right",
        "A refund is due within 5 days. Later fees are non-refundable.",
        "On what is not refunded, it says:",
        True,
    ),
]


@pytest.mark.parametrize(("clause_type", "words", "part", "told"), _CASES)
def test_a_sentence_is_told_only_where_the_words_bear_it(clause_type: str, words: str, part: str, told: bool) -> None:
    assert (part in written(composed(clause_type, words))) is told


def test_consent_given_in_advance_is_told_beside_uses_that_need_approval() -> None:
    words = "Each party consents to the use of its logo. With prior written approval we may also quote you."
    told = written(composed("name-likeness-use", words, Severity.MEDIUM))
    assert "gives consent to some use beforehand" in told

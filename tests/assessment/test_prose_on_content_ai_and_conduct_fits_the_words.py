"""What is told of clauses on content, AI and conduct is true of their words, and does not ask what they settle."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_prose
from tests.assessment.composed import composed, written

# A type of clause, words that settle something, words that do not, and what is told only of the first.
_TOLD = [
    (
        "content-licence",
        "You grant us a perpetual, sublicensable licence to your inputs.",
        "You grant us a revocable, non-sublicensable licence to your inputs.",
        ["By its words a permission can be passed on to others", "By its words a permission has no end"],
    ),
    (
        "content-licence",
        "You grant us a licence to use your posts for any purpose.",
        "You grant us a licence, which you may end for any reason.",
        ["On how far the use goes, it says:"],
    ),
    (
        "content-licence",
        "You grant us a licence to your posts, and hereby irrevocably assign translations.",
        "You grant us, our successors and assigns a licence to your posts.",
        ["The clause speaks of an assignment too"],
    ),
    (
        "content-licence-survival",
        "The licence goes on for copies that others have made and for backups.",
        "The licence is perpetual to the extent permitted by law.",
        ["The clause says:"],
    ),
    (
        "content-ownership-transfer",
        "All feedback becomes our property and is considered our confidential information.",
        "You assign to us all rights in the translations.",
        ["confidential information of Larkwell"],
    ),
    (
        "name-likeness-use",
        "Neither party may use the name or logo of the other without prior written consent.",
        "We may use your name and logo in lists of customers.",
        ["The clause says:", "Who in our organisation gives"],
    ),
    (
        "suggestions-grant",
        "You hereby assign to us all rights in your feedback.",
        "We may use your feedback without payment.",
        ["rights in feedback come to belong to Larkwell"],
    ),
    (
        "content-responsibility",
        "You warrant that the people in your photos gave their consent.",
        "You answer for the code that you send.",
        ["Ask the people who are recognisable"],
    ),
    (
        "revocable-access-licence",
        "Credits are non-refundable. Credits have no cash value and expire after a year.",
        "Games are licensed, and your licence does not expire.",
        ["On when it expires, it says:", "On refunds, it says:"],
    ),
    (
        "copyright-takedown",
        "You can send a counter-notice. Accounts of repeat infringers are closed.",
        "Send complaints on copyright to our agent.",
        ["Answer a complaint in the way that the clause speaks of", "infringe again and again"],
    ),
    (
        "ai-training-on-user-content",
        "We do not use inputs to train our models unless you have explicitly agreed.",
        "We use inputs to train our models. You can opt out.",
        ["by way of exceptions to a promise not to train", "On your agreement, it says:"],
    ),
    (
        "ai-feedback-training-grant",
        "We train on your feedback and the associated input and output.",
        "We train on your feedback.",
        ["One click on a rating"],
    ),
    (
        "ai-no-training-commitment",
        "We do not train on your data by default.",
        "We never train on your data.",
        ["though not without conditions"],
    ),
    (
        "ai-output-accuracy-disclaimer",
        "Outputs can be wrong, and you use them at your own risk.",
        "Outputs may not be unique.",
        ["Verify facts, figures", "By its words the risk of the use is yours", "Can I rely on an output?"],
    ),
    (
        "ai-automated-decisions",
        "We do not make automated decisions about you.",
        "Decisions on your account are made by automated systems.",
        ["On decisions that are not taken, it says:", "Does that mean that no machine decides about me?"],
    ),
    (
        "ai-automated-decisions",
        "Tools assist us, and our moderation is human-led.",
        "Tools decide on the removal of content.",
        ["On the part of people, it says:"],
    ),
    (
        "ai-use-disclosure-duty",
        "You must not remove watermarks or labels.",
        "Content without a label may be removed, restricted or labelled by us.",
        ["Marks or labels that are there must stay"],
    ),
    (
        "scraping-reverse-engineering-ban",
        "You must not use bots or scrape the site.",
        "You must not decompile the app or extract the source code.",
        ["Make an inventory of automated access", "can use a script, a third-party client"],
    ),
    (
        "criticism-benchmark-ban",
        "You must not benchmark the service.",
        "You must not make public statements about us.",
        ["Measuring or comparing the service"],
    ),
    (
        "content-removal",
        "We may remove content at our sole discretion and without notice.",
        "We remove content that breaks the law, and notify you of it.",
        ["On acting without notice, it says:"],
    ),
    (
        "monitoring-rights",
        "We have no obligation to monitor content.",
        "We monitor use for breaches of these terms.",
        ["Larkwell need not watch"],
    ),
    (
        "moderation-appeal",
        "You can appeal within six months.",
        "You can report content that breaks the rules.",
        [
            "Use an appeal promptly",
            "On having a decision looked at again, it says:",
            "How do I contest a decision of the platform?",
        ],
    ),
    (
        "third-party-conduct-disclaimer",
        "The terms of a seller govern your transaction with that merchant.",
        "We link to other websites. Our privacy policy does not apply to them.",
        ["Report fraud to Larkwell"],
    ),
]


@pytest.mark.parametrize(("clause_type", "settling", "open_words", "told"), _TOLD)
def test_what_words_settle_is_told_of_them_alone(
    clause_type: str, settling: str, open_words: str, told: list[str]
) -> None:
    for sentence in told:
        assert sentence in written(composed(clause_type, settling))
        assert sentence not in written(composed(clause_type, open_words))


# A type of clause, words that settle something, and what would ask or say the contrary.
_UNTOLD = [
    ("content-licence", "You grant us a perpetual licence to your inputs.", "Before you rely on deletion"),
    ("content-licence", "A licence for the limited purpose of operating the service.", "does not clearly tie"),
    ("content-licence", "You grant us a licence to your inputs.", "Post reduced or watermarked versions"),
    (
        "content-licence",
        "You grant us a licence to your name, logos and marks.",
        "Read the scope of the licence before",
    ),
    ("content-ownership-retained", "You own your outputs.", "Does ownership extend to generated output"),
    ("content-ownership-transfer", "We own all feedback.", "such as in a portfolio"),
    ("moral-rights-waiver", "You waive moral rights in your feedback.", "Put your name or mark into the work"),
    ("name-likeness-use", "We may list your logo.", "Use an avatar and a nickname"),
    ("content-responsibility", "You answer for inputs and outputs.", "Does it cover output"),
    ("provider-ip-reserved", "We own the service.", "Does the licence extend to affiliates"),
    ("revocable-access-licence", "Promotional codes can be withdrawn.", "Use up credits soon"),
    ("ai-training-on-user-content", "You can opt out of training.", "Look whether the account settings"),
    ("ai-no-training-commitment", "We do not train on data unless you opt in.", "Look for exceptions close by"),
    ("ai-competing-model-restriction", "You must not train any model on outputs.", "What counts as competing"),
    ("ai-automated-decisions", "We do not make automated decisions.", "for a review by a person if"),
    ("ai-human-review", "Our staff may read reviews of products.", "Look whether a setting stops the storage"),
    ("ai-use-disclosure-duty", "Tell people that they are interacting with an AI.", "see what it has to say and where"),
    ("prohibited-conduct", "Ads must not mislead or sell drugs.", "Report content that breaks the rules"),
    ("scraping-reverse-engineering-ban", "You must not decompile the app.", "browser extensions"),
    ("monitoring-rights", "Ads are reviewed before they run.", "messages and files"),
    ("moderation-appeal", "You can report content.", "Use an appeal promptly"),
    ("third-party-conduct-disclaimer", "We do not answer for other users.", "you have linked to your account"),
]


@pytest.mark.parametrize(("clause_type", "words", "untold"), _UNTOLD)
def test_what_words_settle_or_do_not_speak_of_is_not_told(clause_type: str, words: str, untold: str) -> None:
    assert untold not in written(composed(clause_type, words))
    assert any(untold in sentence for _, said in load_prose().by_type[clause_type].sections() for sentence in said)


@pytest.mark.parametrize("severity", [Severity.HIGH, Severity.NONE])
def test_a_clause_that_rules_automated_decisions_out_is_told_as_such_at_any_grade(severity: Severity) -> None:
    words = "We do not use processes for automated decision-making."
    assert "Automated systems can decide" not in written(composed("ai-automated-decisions", words, severity))

"""What is told of clauses on conduct, accounts and liability follows from their words, each in its own sense."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_laws, load_prose
from tests.assessment.composed import composed, written

_CUSTOM_APP = "You may not sell the custom app. We are not a party to your users' terms."
_STORE = "These terms are between you and us, not with Apple, and Apple is not responsible for the app."
_ENDING = "We may end your account for any reason. You may leave whenever you like."
_YOU_LEAVE = "You may end this contract for any reason. We may close accounts that breach these terms."
_FEES_ONLY = "The liability of each party is limited to fees paid in the previous 12 months."
_MUTUAL = "Neither party is liable for indirect damages. Our total liability will not exceed the fees paid."
_DEPENDS = "You can delete your account; upon our review and agreement we will end the contract."
_UNTIL_REPORTED = "You are responsible for anything that happens under your account unless you report misuse."
_BOTH = "A party is released from liability for events beyond the party's control."

# A type of clause, words, what is told of them, and like words in another sense, of which it is not told.
_TOLD = [
    (
        "unilateral-termination",
        "We may suspend accounts for violations of our rules.",
        "On grounds, it says:",
        "We take context into account when a violation is looked at.",
    ),
    (
        "account-non-transferable",
        "You may not open more than one account.",
        "On several accounts, it says:",
        "You may not share login credentials between multiple users on an account.",
    ),
    (
        "account-security-duty",
        "You may not share your password with anyone.",
        "No: the clause speaks against it.",
        "You may not share your API key with any third party.",
    ),
    (
        "identity-verification",
        "You must use your real name.",
        "It asks for a real name",
        "You do not have to use your real name, but your details must be accurate.",
    ),
    (
        "account-creation",
        "You must create an account to use the service.",
        "No: by its words you need one",
        "You may need to create an account to use the service.",
    ),
    (
        "account-creation",
        "You must create an account to use the service.",
        "No: by its words you need one",
        "In order to create an account, you need to register your phone number.",
    ),
    (
        "inactivity-closure",
        "We may close an account that was inactive for over a year.",
        "The clause says: “We may close",
        "We may close an account that was inactive for long.",
    ),
    (
        "name-likeness-use",
        "We use your name in promotion only with your prior written consent.",
        "Must Larkwell ask before",
        "A press release needs your prior consent. Notwithstanding the foregoing, you hereby grant us your name.",
    ),
    (
        "copyright-takedown",
        "You may send us a counter-notice through the form.",
        "How do I answer a complaint",
        "We pass on the complaint with advice on a counter-notice.",
    ),
    (
        "prohibited-conduct",
        "We may ban what we deem wrong.",
        "On whose judgement counts, it says:",
        "Use it at your own discretion.",
    ),
    (
        "content-removal",
        "We make exceptions for news.",
        "On exceptions, it says",
        "We remove content that breaks the law.",
    ),
    (
        "moderation-appeal",
        "You can send a counter-notice.",
        "since it has legal consequences",
        "You can appeal the decision.",
    ),
    (
        "monitoring-rights",
        "Human reviewers moderate: human review is used.",
        "People can look",
        "We respect human rights.",
    ),
    (
        "monitoring-rights",
        "We have no obligation to monitor content.",
        "need not watch",
        "We monitor use and have no obligation to notify you.",
    ),
    ("third-party-conduct-disclaimer", _STORE, "rather than to the store", _CUSTOM_APP),
    (
        "third-party-conduct-disclaimer",
        "You may connect other services to your account.",
        "you have linked to your account",
        "You may use third-party services.",
    ),
    (
        "criticism-benchmark-ban",
        "You must not publish benchmarks.",
        "The clause says:",
        "Report incidents that affect security measures, and make no public statements.",
    ),
    ("unilateral-termination", _ENDING, "On the reasons that it needs, it says:", _YOU_LEAVE),
    (
        "termination-effects",
        "On termination you shall pay all outstanding fees.",
        "sums that are still due",
        "Termination is without prejudice to accrued rights.",
    ),
    (
        "termination-effects",
        "You must delete all copies of the software.",
        "keep a note that you did",
        "We will delete your data.",
    ),
    (
        "termination-effects",
        "If you end for breach you are entitled to receive a refund.",
        "On a refund, it says:",
        "You are not entitled to a refund.",
    ),
    ("user-termination", _DEPENDS, "On a step of Larkwell, it says:", "You can delete your account at any time."),
    (
        "user-termination",
        "If you do not accept a change, you may terminate the contract.",
        "A part of it says:",
        "If you would like to close your account, you may close it in the settings.",
    ),
    (
        "user-termination",
        "You may end this agreement at any time.",
        "You can leave when you like",
        "You may end this agreement at any time with 30 days' prior notice.",
    ),
    (
        "identity-verification",
        "You must use your real name.",
        "People who need a pseudonym",
        "You must not give false information.",
    ),
    (
        "account-creation",
        "You must create an account to post.",
        "you need one",
        "You can delete an account.",
    ),
    (
        "account-non-transferable",
        "You must not transfer your account without our consent.",
        "so ask before you promise anything",
        "You may not share your key without our permission. When your account ends, delete it.",
    ),
    ("liability-limitation", _FEES_ONLY, "Negotiate a higher cap", "We are not liable for loss of profits."),
    ("liability-limitation", _MUTUAL, "Does the cap hold for both sides?", "Neither party is liable for lost profits."),
    (
        "liability-limitation",
        "You agree that nothing in these terms limits liability for death.",
        "On what is excepted, it says:",
        "Except as required by law, we are not liable for personal injury.",
    ),
    (
        "warranty-disclaimer",
        "Larkwell warrants that the software will work as described. All else is as is.",
        "On what is warranted, it says:",
        "Larkwell does not warrant that the software will work.",
    ),
    (
        "user-indemnification",
        "You indemnify us against claims arising from A. your use or misuse of the app.",
        "even without a breach",
        "You indemnify us against claims arising from your use of the app in violation of these terms.",
    ),
    (
        "equitable-relief",
        "You agree that a breach will cause irreparable harm.",
        "agreed beforehand",
        "Either of us may ask for relief to prevent irreparable harm.",
    ),
    (
        "release-of-claims",
        "Your dealings with sellers are your own affair.",
        "Use payment and insurance options",
        "We disclaim warranties from course of dealing.",
    ),
]


@pytest.mark.parametrize(("clause_type", "words", "told", "other_sense"), _TOLD)
def test_a_sentence_is_told_of_words_in_their_sense_alone(
    clause_type: str, words: str, told: str, other_sense: str
) -> None:
    assert told in written(composed(clause_type, words))
    assert told not in written(composed(clause_type, other_sense))


# What a clause settles is not asked of it.
_SETTLED = [
    ("account-security-duty", _UNTIL_REPORTED, "once misuse has been reported"),
    (
        "unilateral-termination",
        "We may suspend you if we believe that you broke a rule.",
        "Who decides whether a ground",
    ),
    (
        "liability-preserved",
        "These exclusions do not apply in this clause where unlawful.",
        "only to the part in which",
    ),
    ("force-majeure", _BOTH, "Does such a clause excuse both sides?"),
    ("termination-effects", "These duties survive for a period of two years.", "For how long do the parts"),
    ("content-removal", "We may remove posts without notice.", "Are notice and reasons given"),
    ("prohibited-conduct", "Do not spam. You may lose access.", "Where the rule does not say so itself"),
    ("account-non-transferable", "Accounts pass on only with our consent: ask first.", "Not by the words of this"),
    ("criticism-benchmark-ban", "No benchmarks, unless others can replicate them.", "if the method is disclosed"),
    ("provider-indemnification", "We defend paid use of the service.", "Users of free plans should check"),
]


@pytest.mark.parametrize(("clause_type", "words", "asked"), _SETTLED)
def test_what_a_clause_settles_is_not_asked(clause_type: str, words: str, asked: str) -> None:
    assert asked not in written(composed(clause_type, words))
    assert any(asked in sentence for _, said in load_prose().by_type[clause_type].sections() for sentence in said)


@pytest.mark.parametrize(
    ("clause_type", "words", "bears"),
    [
        ("user-indemnification", "You indemnify us against all claims.", True),
        ("user-indemnification", "A party seeking indemnity gives notice of the claim.", False),
        ("liability-limitation", "We have no liability for any loss of data.", True),
        ("liability-limitation", "We have no liability for any loss that came about through no fault of ours.", False),
    ],
)
def test_laws_on_one_sided_terms_have_no_say_on_procedure_or_on_what_is_nobodys_fault(
    clause_type: str, words: str, bears: bool
) -> None:
    speaks = [
        one
        for law in load_laws().shown()
        if law.of_consumers
        for part in law.provisions
        for one in part.speaks_to
        if one.clause_type == clause_type
    ]
    assert any(one.bears_on(words) for one in speaks) is bears


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("We terminate accounts of repeat infringers.", "Repeated infringement of the rights"),
        (
            "We terminate accounts of repeat infringers, and of users who infringe even if not repeat infringers.",
            "Infringement of the rights",
        ),
    ],
)
def test_repetition_is_a_ground_only_where_one_infringement_is_not_enough(words: str, ground: str) -> None:
    told = composed("unilateral-termination", words).what
    assert [one for one in told if "nfringement of the rights of others is" in one] == [
        f"{ground} of others is among the grounds."
    ]

"""Of payments, disputes, liability and storage nothing is told that the words of the clause settle otherwise."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue, load_prose
from tests.assessment.composed import composed, written

_CASES = [
    ("equitable-relief", "We can ask a court for an injunction.", "order you to do or to stop something", True),
    ("equitable-relief", "For each breach you owe liquidated damages of $500.", "order you to do or to stop", False),
    (
        "mandatory-arbitration",
        "Disputes go to arbitration. You may opt out of a change to this agreement within 30 days.",
        "opt out in time",
        False,
    ),
    ("mandatory-arbitration", "Disputes go to arbitration. You may opt out within 30 days.", "opt out in time", True),
    (
        "release-of-claims",
        "You release us from claims over what our service does in third-party services.",
        "comes from others",
        False,
    ),
    ("release-of-claims", "You release us from claims over the acts of other users.", "comes from others", True),
    ("fees-and-billing", "Your earnings are sent each month.", "the order, the plan or the price list", False),
    ("fees-and-billing", "You pay the fees of your plan.", "the order, the plan or the price list", True),
    # Payments
    ("auto-renewal", "The order form says whether the service will renew.", "leaves to the order or the plan", True),
    ("auto-renewal", "The plan renews by itself each month.", "leaves to the order or the plan", False),
    ("auto-renewal", "It renews at the then-current rates.", "which can differ from yours", True),
    (
        "auto-renewal",
        "It renews. You keep your access until the end of the paid term.",
        "you keep the use of the time",
        True,
    ),
    (
        "free-trial-conversion",
        "After the trial the account is deactivated unless you select a plan.",
        "the trial runs out, unless",
        True,
    ),
    (
        "free-trial-conversion",
        "After the trial we charge the plan unless you cancel.",
        "the trial runs out, unless",
        False,
    ),
    (
        "no-refund",
        "Fees are non-refundable except where the law requires a refund.",
        "exception for what the law",
        True,
    ),
    ("no-refund", "Fees are non-refundable.", "exception for what the law", False),
    ("no-refund", "Credits are final, and unused credits expire after a year.", "expiry date", True),
    ("no-refund", "We charge your credit card. Fees are final.", "expiry date", False),
    (
        "refund-right",
        "You can withdraw from this contract within 14 days without giving any reason.",
        "need not give",
        True,
    ),
    (
        "refund-right",
        "We refund it not later than 14 days from the day on which you tell us.",
        "How long do I have",
        False,
    ),
    ("price-change", "We can change prices. They take effect on your next renewal.", "from the next term", True),
    ("price-change", "We can change our prices at any time.", "Look at the price again before each payment", True),
    (
        "price-change",
        "We can change prices with 30 days' notice.",
        "Look at the price again before each payment",
        False,
    ),
    ("payment-authorisation", "We do not store your payment details.", "can be stored", False),
    (
        "fees-and-billing",
        "Larkwell pays the earnings into your payment account each month.",
        "pays out to people",
        True,
    ),
    ("fees-and-billing", "Larkwell sends an invoice each month.", "pays out to people", False),
    ("taxes-responsibility", "All prices include VAT.", "Add tax to listed prices", False),
    ("taxes-responsibility", "Fees do not include taxes.", "Add tax to listed prices", True),
    ("taxes-responsibility", "We can withhold tax from your payouts.", "before you are paid", True),
    ("late-payment", "You may not withhold any sum. Overdue sums bear interest of 5%.", "holding anything back", True),
    ("late-payment", "Overdue sums bear interest of 5%.", "Losing access", False),
    ("cancellation-terms", "You can end your participation in the program.", "leave a programme", True),
    ("cancellation-terms", "You can cancel your plan.", "leave a programme", False),
    # Disputes
    (
        "mandatory-arbitration",
        "We arbitrate all disputes. Larkwell will pay the filing fees.",
        "On who pays fees or costs",
        True,
    ),
    ("mandatory-arbitration", "We arbitrate all disputes.", "On who pays fees or costs", False),
    (
        "mandatory-arbitration",
        "We arbitrate all disputes. You can opt out within 30 days.",
        "If you want to keep",
        True,
    ),
    (
        "class-action-waiver",
        "No class actions. Class-wide settlements stay open.",
        "settlement for a whole class",
        True,
    ),
    ("jury-trial-waiver", "Each party waives a jury.", "both sides give up a jury", True),
    ("jury-trial-waiver", "You waive a jury.", "both sides give up a jury", False),
    ("arbitration-opt-out", "Either of us can go to a small claims court.", "Send an opt-out", False),
    ("arbitration-opt-out", "You can opt out of arbitration by post.", "Send an opt-out", True),
    ("informal-dispute-first", "Before filing a claim, write to us.", "Yes: by these words", True),
    ("informal-dispute-first", "Limitation periods are tolled during the talks.", "stand still while", True),
    (
        "informal-dispute-first",
        "Limitation periods will not be tolled during the talks.",
        "stand still while the step lasts",
        False,
    ),
    (
        "governing-law",
        "If you live in Ostmark, its law applies. In all other cases that of Alder.",
        "is not the same for all users",
        True,
    ),
    ("governing-law", "The law of Alder applies.", "is not the same for all users", False),
    ("jurisdiction-venue", "You can sue in your local courts.", "far away", False),
    ("jurisdiction-venue", "The courts of Alder decide.", "far away", True),
    ("claim-time-limit", "You must notify us in writing within 7 days.", "tell Larkwell of it in time", True),
    ("claim-time-limit", "Any claim must be filed within a year.", "tell Larkwell of it in time", False),
    # Liability
    ("warranty-disclaimer", "The content is no medical advice.", "acceptance test", False),
    ("warranty-disclaimer", "The service comes as is, without warranty.", "acceptance test", True),
    ("liability-limitation", "Service credits are your sole remedy.", "shuts out other remedies", True),
    (
        "liability-limitation",
        "Our total liability will not exceed the fees paid.",
        "By its words a limit depends on what was paid",
        True,
    ),
    ("liability-preserved", "Nothing here limits liability for fraud or death.", "grave fault or harm", True),
    ("liability-preserved", "Some states do not allow such limits.", "grave fault or harm", False),
    (
        "user-indemnification",
        "You indemnify us for claims arising from your use of the service.",
        "even without a breach",
        True,
    ),
    (
        "user-indemnification",
        "You indemnify us for claims arising from your unlawful use of it.",
        "even without a breach",
        False,
    ),
    ("provider-indemnification", "This does not apply to free plans.", "falls away", True),
    ("release-of-claims", "You release us from all claims, known or unknown.", "don't yet know of", True),
    ("release-of-claims", "You use it at your own risk.", "don't yet know of", False),
    ("release-of-claims", "You release us from all claims.", "Inform the insurer of released claims", True),
    ("release-of-claims", "You assume the risk of loss from what you download.", "release", False),
    ("release-of-claims", "You assume the risk of loss from what you download.", "Who bears a risk has the loss", True),
    ("arbitration-opt-out", "Claims in a small claims court stay outside.", "fit a small-claims court", True),
    (
        "arbitration-opt-out",
        "Court orders in equity, equitable relief, stay outside.",
        "fit a small-claims court",
        False,
    ),
    (
        "force-majeure",
        "Neither party answers for events beyond its control, other than payment.",
        "Duties to pay are",
        True,
    ),
    ("force-majeure", "We do not answer for events beyond our control.", "Duties to pay are", False),
    # Storage and security
    ("retention-period", "We keep data as long as needed.", "words: “We keep data as long as needed”.", True),
    (
        "indefinite-retention",
        "We handle requests under applicable laws. Posts can stay.",
        "Legal duties or claims",
        False,
    ),
    ("security-measures", "We protect Customer data by appropriate measures.", "Use a password", False),
    # Disputes
    (
        "jury-trial-waiver",
        "You waive a trial by jury in any action on a contract between the parties.",
        "both sides give up a jury",
        False,
    ),
    ("jury-trial-waiver", "You and Larkwell each waive a trial by jury.", "both sides give up a jury", True),
    ("governing-law", "The Federal Arbitration Act and the laws of Nevada govern.", "Federal law of the", True),
    ("governing-law", "The laws of Nevada govern.", "Federal law of the", False),
    (
        "informal-dispute-first",
        "If nothing is settled in 45 days after the Dispute Notice, go on as stated in Section 9.",
        "What should the notice contain? In the words",
        False,
    ),
    (
        "informal-dispute-first",
        "Write to us before you sue. The notice must describe the claim.",
        "What should the notice contain? The clause says, among other things: “The notice must describe the claim”",
        True,
    ),
    (
        "jurisdiction-venue",
        "An award may be entered in any court having jurisdiction.",
        "The clause says",
        False,
    ),
    (
        "jurisdiction-venue",
        "You and Larkwell accept the jurisdiction of those courts.",
        "The clause says",
        False,
    ),
    ("jurisdiction-venue", "You sue in the courts of Alder.", "The clause says", True),
    (
        "governing-law",
        "The laws of Elm govern, unless prohibited by the laws of the country in which you reside.",
        "is not the same for all users",
        False,
    ),
    (
        "governing-law",
        "The laws of Elm govern, unless prohibited by the laws of the country in which you reside.",
        "at least the mandatory rules",
        False,
    ),
    ("governing-law", "You keep the laws of your country of residence.", "at least the mandatory rules", True),
    (
        "mandatory-arbitration",
        "All go to arbitration. Time stands still until the case is heard or opted out of arbitration.",
        "On opting out, it says",
        False,
    ),
    ("mandatory-arbitration", "All go to arbitration. You may opt out by letter.", "On opting out, it says", True),
    (
        "arbitration-opt-out",
        "You have the right to opt out of arbitration where you live.",
        "would weaken this clause",
        False,
    ),
    (
        "arbitration-opt-out",
        "You may opt out of arbitration within 30 days.",
        "or a change from e-mail to post, would weaken this clause",
        True,
    ),
    (
        "free-trial-conversion",
        "The features of a free trial may differ from those of a paid plan.",
        "On the end of the trial",
        False,
    ),
    (
        "free-trial-conversion",
        "When the free trial ends we charge your card. We may offer a free trial to new users of a paid plan.",
        "On the end of the trial, it says: “When the free trial ends we charge your card”",
        True,
    ),
    (
        "price-change",
        "With a fixed term the price stays. Else we may change prices with 30 days' notice.",
        "By this clause it can change prices",
        False,
    ),
    ("refund-right", "Fill in this form only if you wish to withdraw from the contract.", "Count the days", False),
    ("refund-right", "You may withdraw from the contract within 14 days.", "Count the days", True),
    ("refund-right", "If it lacks conformity, withdraw from the contract.", "about a right to withdraw", False),
    (
        "no-refund",
        "You waive the right of withdrawal.",
        "money that was paid does not come back",
        False,
    ),
    (
        "taxes-responsibility",
        "Unless noted, fees do not include taxes. You are responsible for taxes, excluding those on our income.",
        "Who pays the tax? The clause says, among other things: “You are responsible",
        True,
    ),
    ("no-security-guarantee", "You send data at your own risk.", "the risk is yours", True),
    ("no-security-guarantee", "No system is completely secure.", "the risk is yours", False),
    ("breach-notification", "Larkwell may attempt to notify you of a breach.", "promises nothing", True),
    ("breach-notification", "Larkwell shall notify Customer of a breach.", "Change the password", False),
    ("data-loss-backup", "We can permanently delete your content.", "a deletion is final", True),
    (
        "data-loss-backup",
        "During an outage you may temporarily not be able to retrieve content.",
        "a deletion is final",
        False,
    ),
    (
        "governing-law",
        "If you are a consumer in the EEA, the laws of your country apply. In all other cases Elm law governs.",
        "For consumers it is the law of the country where they live",
        False,
    ),
    ("no-refund", "All sales are final.", "Payments that it names are not paid back", True),
    (
        "no-refund",
        "You may cancel for a full refund in five days. After that, all sales are final.",
        "Payments that it names are not paid back",
        False,
    ),
    ("breach-notification", "We will notify you of a breach.", "the duty to tell is binding", True),
    (
        "breach-notification",
        "The data exporter shall notify the data importer of a breach.",
        "the duty to tell is binding",
        False,
    ),
]


@pytest.mark.parametrize(("clause_type", "words", "sentence", "is_told"), _CASES)
def test_a_sentence_is_told_where_the_words_bear_it(clause_type: str, words: str, sentence: str, is_told: bool) -> None:
    assert (sentence in written(composed(clause_type, words))) is is_told


def test_every_type_of_these_categories_has_sentences_that_depend_on_words() -> None:
    types = [
        one.id for one in load_catalogue().types if one.category in {"payments", "disputes", "liability", "retention"}
    ]
    assert [one for one in types if not _depends_on_words(one)] == []
    assert {one[0] for one in _CASES} == set(types)


def _depends_on_words(clause_type: str) -> bool:
    conditions = load_prose().by_type[clause_type].conditions.values()
    return any(one.when is not None or one.unless is not None for one in conditions)

"""A point is told of a clause by words that make it, once, and not beside a reason that tells the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import difference
from conductatlas.comparison.points import points_of
from tests.comparison.clauses import clause

_LIABILITY = load_catalogue()["liability-limitation"]
_GENERAL = load_catalogue()["general-provisions"]


def test_employees_who_get_rights_are_no_denial_of_employment() -> None:
    this = clause(1, "Our suppliers and distributors are intended third party beneficiaries of this document.")
    other = clause(
        2, "There are no third party beneficiaries, but our affiliates, suppliers and employees are intended ones."
    )
    assert "employee" not in difference(_GENERAL, this, other).sentence
    denies = clause(3, "Nothing in it makes you a partner, agent or employee of ours, or grants third parties rights.")
    assert "nobody becomes partner, agent or employee" in difference(_GENERAL, this, denies).sentence


def test_a_carve_out_is_told_once() -> None:
    carved = "Except for fraud and gross negligence, we are not liable for lost profits."
    other = replace(
        clause(2, carved, reason="some liability is carved out, such as for intent or gross negligence"),
        evidence=(0, carved.index(",")),
    )
    this = clause(1, "We are not liable for lost profits.", severity=Severity.HIGH)
    told = difference(_LIABILITY, this, other).sentence
    assert told.count("gross negligence") == 1
    assert "leaves liability for intent" not in told
    # Where the grades are alike the point is told.
    alike = difference(_LIABILITY, replace(this, severity=Severity.MEDIUM), other).sentence
    assert "leaves liability for intent" in alike


def test_that_both_sides_are_spared_is_told_where_the_other_speaks_of_third_parties_only() -> None:
    mutual = clause(1, "Neither party is liable for lost profits or other damages of that kind.")
    alone = clause(2, "We are not liable for lost profits, nor for what third parties do.")
    told = difference(_LIABILITY, mutual, alone).sentence
    assert told.startswith("No words on the other side's liability were found in it")


def test_whose_liability_is_capped_is_told() -> None:
    alone = clause(
        1,
        "Neither party is liable for lost profits. Larkwell's total liability will not exceed what you paid us.",
    )
    each = clause(2, "Each party's total liability for damages shall not exceed what was paid under this contract.")
    told = difference(_LIABILITY, alone, each).sentence
    assert (
        "it caps the liability of either side, where this one caps the liability of the provider alone" in told.lower()
    )


def _makes(clause_type: str, predicate: str, text: str) -> bool:
    (point,) = (one for one in points_of(clause_type) if one.says == predicate)
    return point.said_in(text, ((0, len(text)),)) is not None


_NOTICE_TO = "names an agent, mailbox or form for notices"
_ELSEWHERE = "lets the provider go to other courts too"
_CREDITS = "names points, credits or virtual goods"
_REPEATED = "names repeated or serious breaches"


@pytest.mark.parametrize(
    ("clause_type", "predicate", "says_so", "does_not"),
    [
        (
            "copyright-takedown",
            _NOTICE_TO,
            "Write to our Designated Agent, Larkwell Mill.",
            "State that the use is not authorised by the owner, its agent or the law, in any form.",
        ),
        (
            "jurisdiction-venue",
            _ELSEWHERE,
            "Larkwell may seek an injunction in any court of competent jurisdiction.",
            "We shall bring any dispute which may arise here to the competent court of your country of residence.",
        ),
        (
            "jurisdiction-venue",
            _ELSEWHERE,
            "Notwithstanding this, we may bring proceedings before other courts.",
            "You may bring your claim against us, and we may bring ours against you, in any competent court there.",
        ),
        (
            "jurisdiction-venue",
            _ELSEWHERE,
            "CORVID MAY BRING A CLAIM IN ANY COURT.",
            "ANY DISPUTE WHICH MAY BE BROUGHT HERE CAN BE TAKEN TO ANY COURT.",
        ),
        (
            "refund-right",
            "tells of the right to withdraw that consumers have by law",
            "Consumers have a statutory right to withdraw.",
            "We answer for any lack of conformity under the legal guarantee.",
        ),
        ("no-refund", _CREDITS, "Prepaid credits expire after a year.", "There are no refunds or credits for a month."),
        ("no-refund", _CREDITS, "We sell virtual goods.", "Pay with your credit card."),
        (
            "unilateral-termination",
            _REPEATED,
            "We end the accounts of those who repeatedly break these rules, as repeated violations show.",
            "If, though repeatedly asked, you name no other bank, we may end the contract.",
        ),
        (
            "unilateral-termination",
            "names inactivity as a ground",
            "We may close dormant accounts.",
            "When we end the contract we return prepaid, unused fees.",
        ),
        (
            "general-provisions",
            "says who may pass the contract on",
            "Neither party may assign this contract.",
            "It binds the parties and their permitted assigns.",
        ),
        (
            "electronic-communications",
            "offers a way out of messages",
            "Change what you get in your notification settings.",
            "Depending on your settings we write to you about new mills.",
        ),
        (
            "ai-output-accuracy-disclaimer",
            "warns of offensive output",
            "Output may be harmful to some.",
            "We do not promise that it is free of harmful components.",
        ),
    ],
)
def test_a_word_in_another_sense_makes_no_point(clause_type: str, predicate: str, says_so: str, does_not: str) -> None:
    assert _makes(clause_type, predicate, says_so)
    assert not _makes(clause_type, predicate, does_not)

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


def test_a_carve_out_that_only_one_of_two_clauses_makes_is_told_where_liability_is_preserved() -> None:
    kept = clause(1, "The limits of this section do not apply to liability for fraud or gross negligence of ours.")
    other = clause(2, "Nothing in these terms affects the rights that you have by law as a consumer.")
    told = difference(load_catalogue()["liability-preserved"], kept, other).sentence
    assert "no words on intent, fraud or gross negligence were found in it" in told.lower()


def test_an_item_that_goes_on_with_a_line_above_it_is_not_told_to_be_silent() -> None:
    ban = load_catalogue()["ai-competing-model-restriction"]
    other = clause(2, "Using the outputs to develop rival models, or assisting anyone in developing them, is barred.")
    whole = clause(1, "You may not use our outputs to develop any rival models.")
    assert "helping others to do it were found in this one" in difference(ban, whole, other).sentence
    for item in (
        "2.To develop any rival models with our outputs.",
        "*   Use our outputs to develop any rival models.",
        "(a) develop any rival models with our outputs;",
        "develop any rival models with our outputs;",
    ):
        assert "helping others" not in difference(ban, clause(1, item), other).sentence
        assert "helping others" not in difference(ban, other, clause(1, item)).sentence
    for section in (
        "3. You may not use our outputs to develop any rival models.",
        "*   4.2 Use of our outputs to develop any rival models is barred.",
        "*   **Rival models.** Do not develop them with our outputs.",
        "2. Rival models. You may not develop them with our outputs.",
    ):
        assert "helping others to do it" in difference(ban, clause(1, section), other).sentence

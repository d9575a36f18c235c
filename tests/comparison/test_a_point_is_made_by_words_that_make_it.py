"""A point is told of a clause by words that make it, once, and not beside a reason that tells the same."""

from __future__ import annotations

from dataclasses import replace

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.comparison import difference
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

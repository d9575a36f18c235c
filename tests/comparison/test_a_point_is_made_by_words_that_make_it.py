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

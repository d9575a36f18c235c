"""What stands in a document for others, or of another effect, is not set beside a clause before its like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import Clause, choose
from tests.comparison.clauses import clause

CHANGE = "unilateral-terms-change"
MEASURES = "security-measures"
CHANGES = "Larkwell may change this text from time to time, and writes the date of the last change at its top."
SAFE = "We keep letters safe with locks on each cabinet, and test the locks every {}."


def _chosen(clause_type: str, this: Clause, *others: Clause) -> list[int]:
    return [one.clause.record for one in choose(load_catalogue()[clause_type], this, others).telling]


def _in(terms_type: str, record: int, text: str) -> Clause:
    return replace(clause(record, text), terms_type=terms_type)


def test_a_contract_that_changes_is_not_set_beside_a_notice_on_privacy() -> None:
    this = _in("Terms of Service", 1, CHANGES)
    like = CHANGES.replace("Larkwell may", "We can in spring")
    contract, notice = _in("Developer Terms", 2, like), _in("Privacy Policy (German)", 3, like)
    assert _chosen(CHANGE, this, contract) == [2]
    assert _chosen(CHANGE, this, notice) == []
    assert _chosen(CHANGE, notice, contract) == []
    assert _chosen(CHANGE, this, clause(4, like)) == [4]


def test_a_contract_on_the_data_of_a_customer_is_not_set_beside_a_promise_to_users() -> None:
    this = _in("Privacy Policy", 1, "For you, " + SAFE.format("week"))
    duty = _in("Data Processor Agreement", 2, SAFE.format("spring"))
    assert _chosen(MEASURES, this, replace(duty, terms_type="")) == [2]
    assert _chosen(MEASURES, this, duty) == []
    assert _chosen(MEASURES, _in("Privacy Policy", 1, SAFE.format("week")), duty) == []


@pytest.mark.parametrize("terms_type", ["Terms of Service", "Privacy Policy", ""])
def test_what_is_for_the_same_readers_goes_first(terms_type: str) -> None:
    this = _in(terms_type, 1, SAFE.format("week"))
    nearer = SAFE.format("spring").replace("cabinet", "crate beneath the pier")
    others = _in("Developer Terms", 2, nearer), _in("Community Guidelines", 3, f"{nearer} Guests sign a ledger.")
    first = 3 if terms_type else 2
    assert _chosen(MEASURES, this, *others)[0] == first


def test_what_is_for_businesses_alone_is_not_set_beside_what_is_for_all() -> None:
    this, like = clause(1, SAFE.format("week")), clause(2, SAFE.format("spring"))
    for_businesses = replace(like, heading="Safety > For business users and organisations only")
    assert _chosen(MEASURES, this, like) == [2]
    assert _chosen(MEASURES, this, for_businesses) == []
    assert _chosen(MEASURES, replace(this, heading="For business customers"), for_businesses) == [2]

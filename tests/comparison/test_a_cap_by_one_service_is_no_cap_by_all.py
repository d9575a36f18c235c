"""A cap by what was paid for the service at issue alone is not told as like one by all that was paid."""

from __future__ import annotations

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import difference
from tests.comparison.clauses import clause

_ALL = "Our liability will not exceed the greater of $100 or the amount you have paid us in the past 12 months."
_ONE = (
    "Our liability will not exceed the greater of $100 or the amount you paid for the service that gave rise to the "
    "claim in the past 12 months."
)


def _shared(this: str, other: str) -> str:
    return difference(load_catalogue()["liability-limitation"], clause(1, this), clause(2, other)).sentence


def test_caps_by_the_same_payments_are_alike() -> None:
    assert "Like this one" in _shared(_ALL, _ALL.replace("past", "last"))
    assert "Like this one" in _shared(_ONE, _ONE.replace("past", "last"))


def test_caps_by_other_payments_are_not_told_as_alike() -> None:
    assert "Like this one" not in _shared(_ALL, _ONE)
    assert "Like this one" not in _shared(_ONE, _ALL)

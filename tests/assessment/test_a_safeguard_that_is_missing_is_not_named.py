"""A safeguard counts as named where a clause relies on it; not where it says that there is none."""

from __future__ import annotations

import pytest

from conductatlas.assessment import is_relied_on
from conductatlas.comparison.points import points_of
from tests.assessment.composed import composed

_SAFEGUARD = "On a safeguard, it says:"
_POINT = "names decisions that a country's protection is adequate"
_WEAKER = "By its own words protection abroad can be weaker."
_ANOTHER = "By its own words the laws abroad can differ."
_WITHOUT = (
    "We send data to countries that the Commission has not recognized as having an adequate level of protection.",
    "Data goes to lands that don’t have an adequacy decision.",
    "Where a partner is not subject to an adequacy decision, we sign a contract with it.",
    "Data goes to states whose laws have not been deemed “adequate” by any authority.",
    "Data goes to a place that is deemed not to ensure an adequate level of protection.",
    "In the absence of an adequacy decision we ask you.",
    "To learn more about the decisions on the adequacy of protection, read their page.",
    "Where data leaves Norway, we require an adequate level of data protection.",
)
_WITH = (
    "We rely on adequacy decisions of the Commission.",
    "We send data only to countries that the Commission has recognised as giving adequate protection.",
    "We do not send data abroad unless there is an adequacy decision.",
    "We never send data abroad without an adequacy decision.",
    "Not only adequacy decisions allow us to send data abroad.",
)


@pytest.mark.parametrize("words", _WITHOUT)
def test_a_finding_that_is_missing_is_not_named(words: str) -> None:
    assert _SAFEGUARD not in " ".join(composed("international-transfer", words).what)
    assert not _makes_the_point(words)


@pytest.mark.parametrize("words", _WITH)
def test_a_finding_that_is_relied_on_is_named(words: str) -> None:
    assert f"{_SAFEGUARD} “{words.rstrip('.')}”." in composed("international-transfer", words).what
    assert _makes_the_point(words)


def test_contract_clauses_that_stand_in_for_a_decision_are_named() -> None:
    words = "Transfers to countries that have no adequacy decision take place under the standard contractual clauses."
    assert is_relied_on(words, words.index("standard"))
    assert not is_relied_on(words, words.index("adequacy"))


def test_that_protection_was_not_found_adequate_is_told_as_what_it_is() -> None:
    told = composed("international-transfer", _WITHOUT[0]).impact
    assert "By its own words data can go to countries whose protection has not been found adequate." in told
    assert _WEAKER not in told


def test_another_law_is_not_told_as_a_weaker_one() -> None:
    told = composed(
        "international-transfer", "Your data is kept in Chile, where laws may differ from those at home."
    ).impact
    assert _ANOTHER in told
    assert _WEAKER not in told
    told = composed("international-transfer", "Chile may have laws that are different and less protective.").impact
    assert _WEAKER in told
    assert _ANOTHER not in told


def _makes_the_point(words: str) -> bool:
    (point,) = (one for one in points_of("international-transfer") if one.says == _POINT)
    return point.said_in(words, ((0, len(words)),)) is not None

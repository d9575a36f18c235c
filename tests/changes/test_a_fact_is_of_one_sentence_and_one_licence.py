"""A figure became another one only within one sentence, and what a licence is called is told only of the only one."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes.effects.shifts import shifts

_CATALOGUE = load_catalogue()
_LICENCE = "You grant us a royalty-free licence to host the drawings that you post on Corvid"
_CHILDREN = "We do not knowingly collect, keep or use data from children under {} years of age, who may not use Corvid."


def _phrases(clause_type: str, before: str, after: str) -> list[str]:
    return [one.phrase for one in shifts(_CATALOGUE[clause_type], before, after)]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (_CHILDREN.format("16"), ["the age named falls from 18 years to 16 years"]),
        ("We do not knowingly sell or share the data of consumers under 16 years of age.", []),
    ],
)
def test_a_figure_that_another_sentence_states_did_not_fall(after: str, told: list[str]) -> None:
    assert _phrases("childrens-data", _CHILDREN.format("18"), after) == told


def test_an_adjective_of_a_second_licence_is_not_told() -> None:
    second = "You also grant every other keeper a limited licence to copy them."
    assert _phrases("content-licence", f"{_LICENCE}.", f"{_LICENCE} and elsewhere. {second}") == []
    alone = _LICENCE.replace("a royalty-free", "a limited, royalty-free")
    assert _phrases("content-licence", f"{_LICENCE}.", f"{alone}.") == ["the licence is now limited"]


def test_how_long_a_deletion_takes_is_no_period_of_retention() -> None:
    deleted = "If you delete your account, your letters are deleted."
    after = f"{deleted[:-1]} within 14 days."
    assert _phrases("deletion-right", deleted, after) == ["the time until a deletion is now stated: 14 days"]

"""For whom a promise holds is told with all places that the clause names, or not at all."""

from __future__ import annotations

import pytest

from conductatlas.provisions import find_facts
from tests.assessment.composed import composed

_TOLD = "need not hold for others"


@pytest.mark.parametrize(
    ("people", "named"),
    [
        ("users in the EEA, UK and/or Switzerland", {"EEA residents", "UK residents", "Swiss residents"}),
        ("users in the EEA/UK/Switzerland", {"EEA residents", "UK residents", "Swiss residents"}),
        ("users in Australia, the European Union, or the United Kingdom", {"EEA residents", "UK residents"}),
        ("users in the United States and Canada", {"US residents", "Canadian residents"}),
    ],
)
def test_every_place_of_a_list_is_found(people: str, named: set[str]) -> None:
    facts = find_facts(f"We protect the data of {people} by contracts.")
    assert named <= {fact.value for fact in facts if fact.kind == "applies-to"}


def test_a_place_behind_a_comma_that_begins_something_else_is_none_of_the_list() -> None:
    facts = find_facts("If you are located in the United States, California law applies to you.")
    assert [fact.value for fact in facts if fact.kind == "applies-to"] == ["US residents"]


def test_people_are_told_with_all_of_their_places_or_not_at_all() -> None:
    (told,) = (one for one in _what("users in the EEA, UK and/or Switzerland") if _TOLD in one)
    assert "people in the EU or the EEA, UK residents and Swiss residents" in told
    assert not any(_TOLD in one for one in _what("users in the EEA, the United Kingdom or Thailand"))


def _what(people: str) -> tuple[str, ...]:
    return composed("international-transfer", f"When we move the data of {people} abroad, we sign contracts.").what

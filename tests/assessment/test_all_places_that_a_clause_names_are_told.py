"""Of the people to whom a passage limits itself all places that it lists are found."""

from __future__ import annotations

import pytest

from conductatlas.provisions import find_facts


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

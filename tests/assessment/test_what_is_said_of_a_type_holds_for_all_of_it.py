"""What is said of every clause of a type is true of each matter that the type takes in."""

from __future__ import annotations

from conductatlas.assessment import compose
from conductatlas.catalogue import load_catalogue, load_prose


def test_a_bare_date_is_not_told_as_naming_a_company_alone() -> None:
    kind = load_catalogue()["contracting-entity-contact"]
    words = "For members of the mill: revised on 3 May 2025."
    found = compose(kind, load_prose().get(kind.id), kind.severity, (), "Larkwell", words=words, stated=words)
    assert found is not None
    said = (*found.in_general.why, *found.in_general.impact)
    assert said
    assert all("which text applies" in one for one in said if "whom" in one)

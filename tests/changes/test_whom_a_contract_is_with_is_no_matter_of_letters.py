"""Another company, or another form of it, in a clause on who the other side is, is told as reworded beside others."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Bearing, Pair, compare, meanings
from conductatlas.provisions import default_finder
from conductatlas.reading import read_markdown

_TERMS = (
    "These terms are a contract between you and {}, 12 Quay Street, Larkwell. Write to us at desk@corvid.example.\n\n"
    "We keep your letters for {} days."
)


@pytest.mark.parametrize(
    ("before", "after", "is_letter"),
    [
        ("Corvid Mail Inc.", "Corvid Mail LLC", False),
        ("Corvid Mail LLC", "Corvid Mail Inc.", False),
        ("Corvid Mail Inc.", "Heron Group Limited", False),
        ("Corvid Mail, Inc.", "Corvid Mail Inc", True),
    ],
)
def test_the_company_of_a_contract(before: str, after: str, *, is_letter: bool) -> None:
    old, new = read_markdown(_TERMS.format(before, 30)), read_markdown(_TERMS.format(after, 90))
    outcome = compare(default_finder(), old, new)
    meant = meanings(load_catalogue(), Bearing(default_finder()), outcome.followed, Pair(old, new), outcome)
    on_party = [means.to_the_letter for one, means in meant if one.clause_type == "contracting-entity-contact"]
    assert all(on_party) if is_letter else on_party == [False]

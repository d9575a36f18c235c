"""Whom a change of grade favours is told only where what the grade rests on held for all."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.changes.effects.regrading import regraded, rests_on_all
from conductatlas.changes.following.standing import Standing
from conductatlas.provisions import default_finder, grade
from conductatlas.reading import read_markdown

_CATALOGUE = load_catalogue()
_AFTER = "We use what you write in the mill book to train our models."


@pytest.mark.parametrize(
    ("way_out", "for_all"),
    [
        ("You can opt out of this at any time.", True),
        ("If you use our Paid Services, you can opt out of this at any time.", False),
        ("Consumers in the EU can opt out of this at any time.", False),
    ],
)
def test_a_way_out_for_some_is_no_loss_for_all(way_out: str, for_all: bool) -> None:
    clause_type = _CATALOGUE["ai-training-on-user-content"]
    before = f"{_AFTER} {way_out}"
    was = grade(clause_type, before)
    stood = Standing(1, clause_type.id, before, was.severity.value, was.stance.value, 0.9)
    document = read_markdown(_AFTER)
    after = default_finder().finding(document, clause_type.id, 0, 0, ((0, len(_AFTER)),), (0.9,))
    assert was.reasons
    assert rests_on_all(_CATALOGUE, stood, after) is for_all
    assert ("(before: it says that one can opt out)" in regraded(_CATALOGUE, stood, after, document)) is for_all

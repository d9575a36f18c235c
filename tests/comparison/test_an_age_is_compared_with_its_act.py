"""An age below which data is not sold is none below which it is not collected."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import load_catalogue
from conductatlas.comparison import difference
from tests.comparison.clauses import clause

_CHILDREN = load_catalogue()["childrens-data"]
_COLLECTS = "We do not knowingly collect data of anybody under 13."


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("We do not knowingly gather or use data of anybody under 16.", True),
        ("We do not knowingly sell or share data of anybody under 16.", False),
        ("We do not knowingly gather data of anybody under 16, or with no say of an adult under 18.", True),
    ],
)
def test_an_age_is_set_against_one_for_the_same_act(words: str, told: bool) -> None:
    sentence = difference(_CHILDREN, clause(1, words), clause(2, _COLLECTS)).sentence
    assert ("where this one names 16" in sentence) is told

"""A sentence lends a change the grade of its type only where it states that itself, not for what stands above it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

import pytest

from conductatlas.changes import Pair
from conductatlas.changes.aligning.own_words import own_words
from conductatlas.changes.effects.bearing import Bearing, Rewording
from conductatlas.provisions import Finder, Unit
from conductatlas.reading import read_markdown

_TYPE = "content-removal"
_HEADING = "What we take down"
_OLD = "We take down drawings of these kinds:\n\n* burning mills"


class _Reading:
    """A finder that says of each unit how likely it states the one type."""

    def __init__(self, chance: Callable[[Unit], float]) -> None:
        self._chance = chance

    def reading(self, language: str) -> _Reading:
        return self

    def judge(self, units: Sequence[Unit]) -> Sequence[Mapping[str, float]]:
        return [{_TYPE: self._chance(unit)} for unit in units]


def _is_graded(new: str, chance: Callable[[Unit], float]) -> bool:
    pair = Pair(read_markdown(_OLD), read_markdown(new))
    rewording = Rewording(_TYPE, _OLD, new, own_words(_OLD, new, pair), _HEADING, "", "en", {}, pair)
    return Bearing(cast("Finder", _Reading(chance))).is_stated_by_edit(rewording)


@pytest.mark.parametrize(("without", "graded"), [(0.2, False), (0.6, True)])
def test_what_only_the_heading_makes_likely_has_no_grade(without: float, graded: bool) -> None:
    new = f"{_OLD}\n\nA drawing of the quay may have to be looked at by our keepers."
    assert _is_graded(new, lambda unit: 0.9 if unit.context else without) is graded


@pytest.mark.parametrize("blank", ["\n\n", "\n    \n\n"])
def test_a_line_of_its_own_is_no_item_of_the_list_above(blank: str) -> None:
    new = f"{_OLD}{blank}The keepers look at drawings of the quay on Mondays."
    assert not _is_graded(new, lambda unit: 0.9 if "take down" in unit.text else 0.0)


def test_an_item_states_what_leads_into_its_list() -> None:
    assert _is_graded(f"{_OLD}\n* sinking boats", lambda unit: 0.9 if "take down" in unit.text else 0.0)


@pytest.mark.parametrize(
    "leading", ["We limit the view of these drawings to adults aged 18:", "We add a label to these drawings:"]
)
def test_what_leads_into_a_list_can_rule_the_type_out(leading: str) -> None:
    assert not _is_graded(f"{_OLD}\n\n{leading}\n\n* sinking boats", lambda _: 0.9)

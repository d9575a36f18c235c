"""A change is not called better for users while it is open whether other clauses came or went with it."""

from __future__ import annotations

import pytest

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import ChangeKind, Direction, Told, Verdict, direction_of, explain
from conductatlas.changes.captures.editions import WHETHER_SAID_BEFORE, WHETHER_STILL_SAID

_COUNTED = "2 blocks came, went or changed in words that may carry an effect."


def _told(direction: Direction) -> Told:
    return Told(ChangeKind.ADDED, "ai-no-training-commitment", None, Severity.NONE, direction)


@pytest.mark.parametrize("is_open", [f"Words came. {WHETHER_SAID_BEFORE}", f"Words went. {WHETHER_STILL_SAID}"])
def test_what_is_open_may_weigh_against_what_is_better(is_open: str) -> None:
    better, worse = ([_told(one)] for one in (Direction.BETTER, Direction.WORSE))
    assert direction_of(better, (), (_COUNTED,)) is Direction.BETTER
    assert direction_of(better, (), (_COUNTED, is_open)) is Direction.UNJUDGED
    assert direction_of(worse, (), (_COUNTED, is_open)) is Direction.WORSE
    said = [explain(load_catalogue(), Verdict.SUBSTANTIVE, better, reasons=some) for some in ((), (is_open,))]
    assert ["better for users" in one for one in said] == [True, False]

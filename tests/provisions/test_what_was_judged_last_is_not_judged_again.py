"""Memory of judgements is bounded, and what was judged last stays in it when it is full."""

from __future__ import annotations

from collections.abc import Sequence

from pytest import MonkeyPatch

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import Finder, Unit, finder
from conductatlas.provisions.model import load_model


def _unit(number: int) -> Unit:
    return Unit(0, 0, 0, 1, "", "", f"The miller keeps sack {'x' * number} until spring.", "")


def test_the_units_judged_last_stay_in_memory(monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(finder, "_MOST_JUDGED", 4)
    judging = Finder(load_model(), load_catalogue())
    asked: list[int] = []
    anew = judging._judge_anew

    def counted(units: Sequence[Unit]) -> tuple[dict[str, float], ...]:
        asked.append(len(units))
        return anew(units)

    monkeypatch.setattr(judging, "_judge_anew", counted)
    for number in range(1, 6):
        judging.judge([_unit(number)])
    asked.clear()
    judging.judge([_unit(5)])
    judging.judge([_unit(4)])
    assert asked == []
    judging.judge([_unit(1)])
    assert asked == [1]
    assert len(judging._judged) <= 4

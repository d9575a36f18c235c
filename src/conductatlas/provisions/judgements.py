"""Judging units once for each distinct text, whoever asks; what people decided goes before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from conductatlas.provisions.finder import Finder
from conductatlas.provisions.units import Unit

# How many judgements stay in memory; beyond it the oldest go.
_MOST_KEPT = 60_000

# What was judged before by a method, by the keys of units; those that never were are left out.
LookUp = Callable[[str, Sequence[str]], Mapping[str, Mapping[str, float]]]


def nothing_known(method: str, keys: Sequence[str]) -> Mapping[str, Mapping[str, float]]:
    """What is looked up where nothing is stored."""
    return {}


class Judgements:
    """Judgements in memory, behind them those that are looked up, behind them the finder.

    `decided` is people's word by the key of a unit: 1 for a clause type that it states, 0 for one that it does not.
    """

    def __init__(
        self, finder: Finder, decided: Mapping[str, Mapping[str, float]], look_up: LookUp = nothing_known
    ) -> None:
        self._finder = finder
        self._decided = decided
        self._look_up = look_up
        self._kept: dict[str, Mapping[str, float]] = {}

    def confidences(self, units: Sequence[Unit]) -> tuple[Mapping[str, float], ...]:
        """What the finder, or a person, says of each unit: clause types with their confidences."""
        judged = self.judged(units)
        if not self._decided:
            return tuple(judged)
        return tuple([self._with_decisions(unit.key, one) for unit, one in zip(units, judged, strict=True)])

    def judged(self, units: Sequence[Unit]) -> list[Mapping[str, float]]:
        """What the finder alone says of each unit."""
        missing = {unit.key: unit for unit in units if unit.key not in self._kept}
        if missing:
            self._kept.update(self._look_up(self._finder.method, sorted(missing)))
            fresh = [unit for key, unit in missing.items() if key not in self._kept]
            self._kept.update(zip([unit.key for unit in fresh], self._finder.judge(fresh), strict=True))
        found = [self._kept[unit.key] for unit in units]
        # All at once: a look for the oldest passes over all that went before it.
        for key in list(islice(self._kept, max(0, len(self._kept) - _MOST_KEPT))):
            del self._kept[key]
        return found

    def _with_decisions(self, key: str, judged: Mapping[str, float]) -> Mapping[str, float]:
        decided = self._decided.get(key)
        if not decided:
            return judged
        chances = {**judged, **decided}
        return {name: chances[name] for name in sorted(chances) if chances[name]}

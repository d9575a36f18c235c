"""Judging units of text once for each distinct text and method, whatever process asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conductatlas.provisions import Finder, Unit
from conductatlas.records.models import StoredJudgement
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.review import Decisions

# How many judgements stay in memory; beyond it the oldest go, and are read from the database when asked for again.
_MOST_KEPT = 40_000
_KEYS_PER_QUERY = 500


class JudgementCache:
    """Judgements in memory, behind them those in the database, behind them the finder; people's word goes before."""

    def __init__(self, batch: Batch, decisions: Decisions) -> None:
        self._decisions = decisions
        self._batch = batch
        self._kept: dict[tuple[str, str], Mapping[str, float]] = {}
        self.judged = 0

    def confidences(self, finder: Finder, units: Sequence[Unit]) -> tuple[Mapping[str, float], ...]:
        """What a finder, or a person, says of each unit: clause types with their confidences."""
        method = finder.method
        missing = {unit.key: unit for unit in units if (method, unit.key) not in self._kept}
        keys = sorted(missing)
        for start in range(0, len(keys), _KEYS_PER_QUERY):
            part = keys[start : start + _KEYS_PER_QUERY]
            for row in StoredJudgement.objects.filter(method=method, key__in=part):
                self._kept[method, row.key] = row.confidences
                del missing[row.key]
        if missing:
            fresh = list(missing.values())
            for unit, judgement in zip(fresh, finder.judge(fresh), strict=True):
                self._kept[method, unit.key] = judgement
                self._batch.add(StoredJudgement(key=unit.key, method=method, confidences=dict(judgement)))
            self.judged += len(fresh)
        found = tuple(self._decided(self._kept[method, unit.key], unit.key) for unit in units)
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return found

    def _decided(self, judgement: Mapping[str, float], key: str) -> Mapping[str, float]:
        """The method's judgement, with what people decided in its place."""
        decided = self._decisions.types(key)
        if not decided:
            return judgement
        chances = {**judgement, **decided}
        return {name: chances[name] for name in sorted(chances) if chances[name]}

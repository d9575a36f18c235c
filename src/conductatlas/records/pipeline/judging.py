"""Judging units of text once for each distinct text and method, whatever process asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from conductatlas.provisions import Finder, Unit
from conductatlas.records.models import StoredJudgement
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.review import Decisions

# How many judgements stay in memory; beyond it the oldest go, and are read from the database when asked for again.
_MOST_KEPT = 40_000
_KEYS_PER_QUERY = 500


class JudgementCache:
    """Judgements in memory, behind them those in the database, behind them the finder; people's word goes before."""

    def __init__(self, finder: Finder, batch: Batch, decisions: Decisions) -> None:
        self._finder = finder
        self._decisions = decisions
        self._batch = batch
        self._kept: dict[str, Mapping[str, float]] = {}
        self.judged = 0

    def confidences(self, units: Sequence[Unit]) -> tuple[Mapping[str, float], ...]:
        """What the finder, or a person, says of each unit: clause types with their confidences."""
        by_key = {unit.key: unit for unit in units}
        fresh = [by_key[key] for key in self._unknown(by_key)]
        if fresh:
            self._take({unit.key: found for unit, found in zip(fresh, self._finder.judge(fresh), strict=True)})
        found = tuple(self._decided(unit.key) for unit in units)
        self._forget()
        return found

    def take_over(self, judgements: Mapping[str, Mapping[str, float]]) -> None:
        """Keep what the same finder said of units, by their keys, somewhere else."""
        self._take({key: judgements[key] for key in self._unknown(judgements)})
        self._forget()

    def are_decided(self, keys: Iterable[str]) -> bool:
        """Whether people have decided about any of these units."""
        return any(self._decisions.types(key) for key in keys)

    def _unknown(self, keys: Iterable[str]) -> list[str]:
        """Those of some keys, in their order, that were never judged; the judgements of the others are in memory."""
        missing = dict.fromkeys(key for key in keys if key not in self._kept)
        looked_up = sorted(missing)
        for start in range(0, len(looked_up), _KEYS_PER_QUERY):
            part = looked_up[start : start + _KEYS_PER_QUERY]
            for row in StoredJudgement.objects.filter(method=self._finder.method, key__in=part):
                self._kept[row.key] = row.confidences
                del missing[row.key]
        return list(missing)

    def _take(self, judgements: Mapping[str, Mapping[str, float]]) -> None:
        """Keep and store judgements that are new."""
        for key, judgement in judgements.items():
            self._kept[key] = judgement
            self._batch.add(StoredJudgement(key=key, method=self._finder.method, confidences=dict(judgement)))
        self.judged += len(judgements)

    def _forget(self) -> None:
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    def _decided(self, key: str) -> Mapping[str, float]:
        """The method's judgement, with what people decided in its place."""
        decided = self._decisions.types(key)
        if not decided:
            return self._kept[key]
        chances = {**self._kept[key], **decided}
        return {name: chances[name] for name in sorted(chances) if chances[name]}

"""Judgements in the database: each distinct unit of text and method is judged once, whatever process asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conductatlas.records.models import StoredJudgement
from conductatlas.records.pipeline.batch import Batch

_KEYS_PER_QUERY = 500
# How many keys are remembered as stored, to spare look-ups.
_MOST_KEYS = 200_000


class StoredJudgements:
    """The judgements of one method that are stored, and those that a batch adds to them."""

    def __init__(self, method: str, batch: Batch) -> None:
        self._method = method
        self._batch = batch
        self._stored: set[str] = set()
        self.added = 0

    def look_up(self, keys: Sequence[str]) -> dict[str, Mapping[str, float]]:
        """The judgements of some units, by their keys, as far as they are stored."""
        return {
            row.key: row.confidences
            for part in _parts(keys)
            for row in StoredJudgement.objects.filter(method=self._method, key__in=part)
        }

    def add(self, judgements: Mapping[str, Mapping[str, float]]) -> None:
        """Store the judgements that are not stored yet, in their order."""
        unsure = [key for key in judgements if key not in self._stored]
        for part in _parts(unsure):
            known = StoredJudgement.objects.filter(method=self._method, key__in=part)
            self._stored.update(known.values_list("key", flat=True))
        for key in unsure:
            if key not in self._stored:
                row = StoredJudgement(key=key, method=self._method, confidences=dict(judgements[key]))
                self._batch.add(row)
                self.added += 1
        self._stored.update(unsure)

    def forget(self) -> None:
        """Keep memory flat: called after a write, when every key can be looked up again."""
        if len(self._stored) > _MOST_KEYS:
            self._stored.clear()


def _parts(keys: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _KEYS_PER_QUERY):
        yield ordered[start : start + _KEYS_PER_QUERY]

"""Judgements in the database: each distinct unit of text and method is judged once, whatever process asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conductatlas.records.models import StoredJudgement
from conductatlas.records.pipeline.batch import Batch

_KEYS_PER_QUERY = 500
# How many keys are remembered as stored, to spare look-ups.
_MOST_KEYS = 200_000


class StoredJudgements:
    """The judgements that are stored, and those that a batch adds to them."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._stored: set[tuple[str, str]] = set()
        self.added = 0

    def look_up(self, method: str, keys: Sequence[str]) -> dict[str, Mapping[str, float]]:
        """The judgements of some units by a method, by their keys, as far as they are stored."""
        return {
            row.key: row.confidences
            for part in _parts(keys)
            for row in StoredJudgement.objects.filter(method=method, key__in=part)
        }

    def add(self, method: str, judgements: Mapping[str, Mapping[str, float]]) -> None:
        """Store the judgements by a method that are not stored yet, in their order."""
        unsure = [key for key in judgements if (method, key) not in self._stored]
        for part in _parts(unsure):
            known = StoredJudgement.objects.filter(method=method, key__in=part)
            self._stored.update((method, key) for key in known.values_list("key", flat=True))
        for key in unsure:
            if (method, key) not in self._stored:
                self._batch.add(StoredJudgement(key=key, method=method, confidences=dict(judgements[key])))
                self.added += 1
        self._stored.update((method, key) for key in unsure)

    def forget(self) -> None:
        """Keep memory flat: called after a write, when every key can be looked up again."""
        if len(self._stored) > _MOST_KEYS:
            self._stored.clear()


def _parts(keys: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _KEYS_PER_QUERY):
        yield ordered[start : start + _KEYS_PER_QUERY]

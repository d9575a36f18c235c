"""The model: one linear classifier for each clause type over words and word pairs, with calibrated probabilities."""

from __future__ import annotations

import hashlib
import io
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from conductatlas.provisions.features import features
from conductatlas.provisions.units import Unit

_WEIGHTS = "weights.npz"
_DIGITS = 4


@dataclass(frozen=True)
class Model:
    """Weights in memory.

    A unit's features are weighted by (1 + ln count) times inverse document frequency and scaled to length 1; a type's
    score is their product with the type's weights, and its probability the logistic function of slope and offset.
    """

    types: tuple[str, ...]
    method: str
    vocabulary: Mapping[str, int]
    idf: NDArray[np.float32]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    intercepts: NDArray[np.float32]
    slopes: NDArray[np.float32]
    offsets: NDArray[np.float32]
    thresholds: NDArray[np.float32]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The features, by their rows."""
        return tuple(sorted(self.vocabulary, key=self.vocabulary.__getitem__))

    def probabilities(self, units: Sequence[Unit]) -> NDArray[np.float64]:
        """The probability of each type (columns, as in `types`) for each unit (rows), rounded to 4 digits."""
        scores = np.zeros((len(units), len(self.types)), np.float32)
        for row, unit in enumerate(units):
            scores[row] = self._score(features(unit.text, unit.context, unit.lead_in))
        scores = scores * self.scales + self.intercepts
        chances = 1.0 / (1.0 + np.exp(-(self.slopes * scores + self.offsets).astype(np.float64)))
        return np.round(chances, _DIGITS)

    def contributions(self, unit: Unit, clause_type: str) -> tuple[tuple[str, float], ...]:
        """What each feature of a unit adds to the score of a type, the strongest first (negative: speaks against)."""
        column = self.types.index(clause_type)
        rows, values = self._weighted(features(unit.text, unit.context, unit.lead_in))
        added = self.weights[rows, column].astype(np.float32) * values * self.scales[column]
        found = [self.names[row] for row in rows]
        pairs = [(feature, round(float(amount), _DIGITS)) for feature, amount in zip(found, added, strict=True)]
        return tuple(sorted(pairs, key=lambda pair: (-abs(pair[1]), pair[0])))

    def _score(self, found: Sequence[str]) -> NDArray[np.float32]:
        rows, values = self._weighted(found)
        # No matrix product: its rounding depends on the processor, and results must not.
        weighted = self.weights[rows].astype(np.float32) * values[:, None]
        total: NDArray[np.float32] = weighted.sum(axis=0)
        return total

    def _weighted(self, found: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The rows of the known features of a unit, and their weighted counts scaled to length 1."""
        counts = Counter(map(self.vocabulary.get, found))
        del counts[None]
        rows = np.fromiter(counts, np.int64, len(counts))
        values = np.fromiter((_damped(count) for count in counts.values()), np.float32, len(counts))
        values *= self.idf[rows]
        length = math.sqrt(float((values * values).sum()))
        return rows, values / length if length else values


@lru_cache(maxsize=4096)
def _damped(count: int) -> float:
    return 1.0 + math.log(count)


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The model that comes with the system; its method names the weights' hash."""
    raw = files(__package__).joinpath(_WEIGHTS).read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as data:
        vocabulary = data["vocabulary"].tobytes().decode("utf-8").split("\n")
        return Model(
            types=tuple(data["types"].tobytes().decode("utf-8").split("\n")),
            method=f"linear-2 {hashlib.sha256(raw).hexdigest()[:8]}",
            vocabulary={feature: row for row, feature in enumerate(vocabulary)},
            **{
                name: data[name]
                for name in ("idf", "weights", "scales", "intercepts", "slopes", "offsets", "thresholds")
            },
        )

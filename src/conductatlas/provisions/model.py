"""The model: for each clause type one linear classifier over words, then one curve that sees its strongest rivals."""

from __future__ import annotations

import hashlib
import io
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from conductatlas.provisions.feature_rows import FeatureRows
from conductatlas.provisions.features import features
from conductatlas.provisions.units import Unit

_WEIGHTS = "weights.npz"
_DIGITS = 4
# The lowest own score with which a type is considered; of those, one in ten is right.
LOWEST = -3.0
# How many other types are heard.
_RIVALS = 2
# A feature that occurs more often counts as if it occurred so often.
_HIGHEST_COUNT = 1000
# 1 + ln count, by count. Of the logarithms of Python, which round alike on every processor.
_DAMPED = np.array([0.0, *(1.0 + math.log(count) for count in range(1, _HIGHEST_COUNT + 1))], np.float32)
# The fields of a model that are arrays, by which the file of weights names them too.
ARRAYS = ("idf", "weights", "scales", "intercepts", "slopes", "offsets", "rival_weights")


@dataclass(frozen=True)
class Model:
    """Weights in memory.

    A unit's features are weighted by (1 + ln count) times inverse document frequency and scaled to length 1; a type's
    own score is their product with the type's weights, and its intercept. The log-odds of a type are slope times its
    own score, plus its offset, plus what its rivals say: `rival_weights` times the highest and the second-highest score
    among the other types. Its probability is the logistic function of these (see `heard`).
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
    rival_weights: NDArray[np.float32]
    threshold: float

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The features, by their rows."""
        return tuple(sorted(self.vocabulary, key=self.vocabulary.__getitem__))

    @cached_property
    def _feature_rows(self) -> FeatureRows:
        return FeatureRows(self.vocabulary)

    def probabilities(self, units: Sequence[Unit]) -> NDArray[np.float64]:
        """The probability of each type (columns, as in `types`) for each unit (rows), rounded to 4 digits."""
        own = self._own_scores(units)
        return np.round(heard(own, self.slopes, self.offsets, self.rival_weights), _DIGITS)

    def contributions(self, unit: Unit, clause_type: str) -> tuple[tuple[str, float], ...]:
        """What each feature of a unit adds to the own score of a type, the strongest first (negative: speaks against).

        The probability does not rest on these alone: see `said_by_rivals`.
        """
        column = self.types.index(clause_type)
        rows, values = self._weighted(map(self.vocabulary.get, features(unit.text, unit.context, unit.lead_in)))
        added = self.weights[rows, column].astype(np.float32) * values * self.scales[column]
        return _strongest_first([self.names[row] for row in rows], added)

    def said_by_rivals(self, unit: Unit, clause_type: str) -> tuple[tuple[str, float], ...]:
        """What the two other types that score highest add to the log-odds of a type, the highest first."""
        own, column = self._own_scores([unit])[0], self.types.index(clause_type)
        strongest = [one for one in np.argsort(-own, kind="stable") if one != column][:_RIVALS]
        return tuple(
            (self.types[one], round(float(weight * own[one]), _DIGITS))
            for weight, one in zip(self.rival_weights, strongest, strict=True)
        )

    def _own_scores(self, units: Sequence[Unit]) -> NDArray[np.float32]:
        """The own score of each type (columns) for each unit (rows)."""
        scores = np.zeros((len(units), len(self.types)), np.float32)
        for row, unit in enumerate(units):
            scores[row] = self._score(self._feature_rows.of(unit.text, unit.context, unit.lead_in))
        own: NDArray[np.float32] = scores * self.scales + self.intercepts
        return own

    def _score(self, found: Iterable[int | None]) -> NDArray[np.float32]:
        rows, values = self._weighted(found)
        # No matrix product: its rounding depends on the processor, and results must not.
        weighted = self.weights.take(rows, axis=0).astype(np.float32)
        weighted *= values[:, None]
        total: NDArray[np.float32] = weighted.sum(axis=0)
        return total

    def _weighted(self, found: Iterable[int | None]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The rows of the known features of a unit, each once, and their weighted counts scaled to length 1."""
        counts = Counter(found)
        del counts[None]
        rows = np.fromiter(counts, np.int64, len(counts))
        values = _DAMPED[np.minimum(np.fromiter(counts.values(), np.int64, len(counts)), _HIGHEST_COUNT)]
        values *= self.idf[rows]
        length = math.sqrt(float((values * values).sum()))
        return rows, values / length if length else values


def heard(
    own: NDArray[Any], slopes: NDArray[Any], offsets: NDArray[Any], rival_weights: NDArray[Any]
) -> NDArray[np.float64]:
    """The probability of each type (columns) for each unit (rows), by own scores and those of the strongest rivals.

    Nothing where the own score is under `LOWEST`: the curve was not made for what is that unlikely.
    """
    highest, second = rivals(own)
    log_odds = slopes * own + offsets + (rival_weights[0] * highest + rival_weights[1] * second)
    chances: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-log_odds.astype(np.float64)))
    return np.where(own >= LOWEST, chances, 0.0)


def recalibrated(chances: NDArray[np.float64], slope: float, offset: float) -> NDArray[np.float64]:
    """Probabilities with other log-odds: slope times their own, plus an offset; rounded to 4 digits, 0 remains 0."""
    inside = np.clip(chances, 10.0**-_DIGITS, 1 - 10.0**-_DIGITS)
    log_odds = slope * np.log(inside / (1 - inside)) + offset
    return np.where(chances > 0, np.round(1.0 / (1.0 + np.exp(-log_odds)), _DIGITS), 0.0)


def rivals(scores: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """For each cell of own scores (rows: units) the highest and the second-highest score among the other types.

    There must be three types at least.
    """
    ordered = np.sort(scores, axis=1)
    first, second, third = (ordered[:, [-place]] for place in (1, 2, 3))
    return np.where(scores >= first, second, first), np.where(scores >= second, third, second)


def _strongest_first(names: Sequence[str], amounts: NDArray[np.float32]) -> tuple[tuple[str, float], ...]:
    pairs = [(name, round(float(amount), _DIGITS)) for name, amount in zip(names, amounts, strict=True)]
    return tuple(sorted(pairs, key=lambda pair: (-abs(pair[1]), pair[0])))


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The model that comes with the system; its method names the weights' hash."""
    raw = files(__package__).joinpath(_WEIGHTS).read_bytes()
    with np.load(io.BytesIO(raw), allow_pickle=False) as data:
        vocabulary = data["vocabulary"].tobytes().decode("utf-8").split("\n")
        return Model(
            types=tuple(data["types"].tobytes().decode("utf-8").split("\n")),
            method=f"linear-6 {hashlib.sha256(raw).hexdigest()[:8]}",
            vocabulary={feature: row for row, feature in enumerate(vocabulary)},
            threshold=float(data["threshold"]),
            **{name: data[name] for name in ARRAYS},
        )

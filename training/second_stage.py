"""The second stage of the model: how likely a type is, given its own score and the highest scores of other types.

One curve serves all types, so that a few numbers are learned from all passages, and rare types lean on common ones. It
learns from scores that classifiers of the first stage gave to platforms that they had not seen: scores of passages that
a classifier learned from are far too sure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from conductatlas.provisions.model import LOWEST, heard, rivals

Matrix = NDArray[Any]

_FOLDS_WITHIN = 3
# Keeps the logarithm of a type's frequency finite.
_RAREST = 1e-4
_THRESHOLDS = np.arange(0.1, 0.7, 0.02)


@dataclass(frozen=True)
class SecondStage:
    """For each type slope and offset of its own score, and the weights of the two highest scores of other types."""

    slopes: Matrix
    offsets: Matrix
    rival_weights: Matrix

    def probabilities(self, scores: Matrix) -> Matrix:
        """The probability of each type, by the scores of the first stage."""
        return heard(scores, self.slopes, self.offsets, self.rival_weights)


def fit_second_stage(scores: Matrix, labels: Matrix) -> SecondStage:
    """Fit the second stage on held-out scores of the first (passages × types) and the labels of the same passages.

    Slope and offset of a type depend on nothing but how frequent it is.
    """
    frequency = np.log(labels.mean(axis=0) + _RAREST)
    highest, second = rivals(scores)
    common = np.broadcast_to(frequency, scores.shape)
    known = np.stack([scores, scores * common, common, highest, second], axis=-1)
    inside = scores >= LOWEST
    fitted = LogisticRegression(C=1.0, max_iter=1000).fit(known[inside], labels[inside])
    slope, slope_of_frequent, offset_of_frequent, *rival_weights = fitted.coef_[0]
    return SecondStage(
        slopes=slope + slope_of_frequent * frequency,
        offsets=fitted.intercept_[0] + offset_of_frequent * frequency,
        rival_weights=np.array(rival_weights),
    )


def held_out_probabilities(
    scores: Matrix, labels: Matrix, platforms: list[str], learned_from: NDArray[np.bool_]
) -> Matrix:
    """Probabilities of each passage by a second stage that learned from some of the passages of other platforms."""
    chances = np.zeros(scores.shape)
    for seen, unseen in GroupKFold(_FOLDS_WITHIN).split(scores, groups=platforms):
        known = seen[learned_from[seen]]
        chances[unseen] = fit_second_stage(scores[known], labels[known]).probabilities(scores[unseen])
    return chances


def choose_threshold(chances: Matrix, labels: Matrix) -> float:
    """The probability from which on findings are taken: half of the best F1 that any common threshold reaches.

    With calibrated probabilities that is the threshold of the best F1 (Z. Lipton, C. Elkan and B. Naryanaswamy, Optimal
    thresholding of classifiers to maximize F1 measure, 2014), and it wavers less than the top of a flat curve.
    """
    return max(f1(chances >= level, labels) for level in _THRESHOLDS) / 2


def f1(found: Matrix, labels: Matrix) -> float:
    """F1 of what was found against labels, counted over all their cells."""
    right = float((found & (labels > 0)).sum())
    return 2 * right / max(1.0, float(found.sum() + labels.sum()))

"""The second stage of the model: what the scores of all types together say of each type.

It learns from scores that classifiers of the first stage gave to platforms that they had not seen: scores of passages
that a classifier learned from are far too sure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from conductatlas.provisions.model import logistic

Matrix = NDArray[Any]

_FOLDS_WITHIN = 3
_C = 0.5
# Types with fewer passages take the curve of all types over their own score: a stage of their own would be guesswork.
_FEWEST_FOR_OWN_STAGE = 8
# The own score is made larger for fitting, which lets it count for more before it is held back.
_OWN_SCORE = 3.0
_THRESHOLDS = np.arange(0.1, 0.7, 0.02)


@dataclass(frozen=True)
class SecondStage:
    """For each type (columns) the weights of all types' squashed scores, and slope and offset of its own score."""

    links: Matrix
    slopes: Matrix
    offsets: Matrix

    def probabilities(self, scores: Matrix) -> Matrix:
        """The probability of each type, by the scores of the first stage; as `Model.probabilities` works it out."""
        chances: Matrix = logistic(scores * self.slopes + self.offsets + logistic(scores) @ self.links)
        return chances


def fit_second_stage(scores: Matrix, labels: Matrix) -> SecondStage:
    """Fit the second stage on held-out scores of the first (passages × types) and the labels of the same passages."""
    common = LogisticRegression(C=1e6).fit(scores.reshape(-1, 1), labels.reshape(-1))
    squashed = logistic(scores)
    columns = range(labels.shape[1])
    often = [column for column in columns if labels[:, column].sum() >= _FEWEST_FOR_OWN_STAGE]
    links = np.zeros((labels.shape[1], labels.shape[1]))
    slopes = np.full(labels.shape[1], common.coef_[0, 0])
    offsets = np.full(labels.shape[1], common.intercept_[0])
    fitted = Parallel(n_jobs=-1)(delayed(_fit_type)(squashed, scores[:, column], labels[:, column]) for column in often)
    for column, (said, slope, offset) in zip(often, fitted, strict=True):
        links[:, column], slopes[column], offsets[column] = said, slope, offset
    return SecondStage(links, slopes, offsets)


def _fit_type(squashed: Matrix, own: Matrix, truth: Matrix) -> tuple[Matrix, float, float]:
    """The weights of all squashed scores for one type, the slope of its own score, and the offset."""
    classifier = LogisticRegression(C=_C, solver="liblinear", random_state=0)
    classifier.fit(np.column_stack([squashed, own * _OWN_SCORE]), truth)
    weights = classifier.coef_[0]
    return weights[:-1], float(weights[-1]) * _OWN_SCORE, float(classifier.intercept_[0])


def held_out_probabilities(scores: Matrix, labels: Matrix, platforms: list[str]) -> Matrix:
    """Probabilities of each passage by a second stage that learned from other platforms."""
    chances = np.zeros(scores.shape)
    for seen, unseen in GroupKFold(_FOLDS_WITHIN).split(scores, groups=platforms):
        chances[unseen] = fit_second_stage(scores[seen], labels[seen]).probabilities(scores[unseen])
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

"""What was learned from changes that readers judged: how telling the signs are, of nearness and of importance.

`training/train_sentences.py` makes the file of weights from `training/sentences.jsonl` and `training/nearest.jsonl`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_WEIGHTS = "learned.json"


class Learned(NamedTuple):
    """How telling each sign is, by name, of a linear model, and each number of the vectors of words, by whose they are.

    What it gives is the sum over the signs, the vectors and the intercept.
    """

    intercept: float
    signs: Mapping[str, float]
    vectors: Mapping[str, NDArray[np.float32]]

    def of(self, signs: Mapping[str, float], vectors: Mapping[str, NDArray[np.float32]] | None = None) -> float:
        """What it gives for some signs and vectors."""
        told = sum(weight * signs[name] for name, weight in self.signs.items())
        said = sum(float(weights @ (vectors or {})[name]) for name, weights in self.vectors.items())
        return self.intercept + told + said


@cache
def learned(name: str) -> Learned:
    """One of the models that come with the program: 'nearest' or 'importance'."""
    stored = json.loads(files(__package__).joinpath(_WEIGHTS).read_text(encoding="utf-8"))[name]
    vectors = {whose: np.array(its, np.float32) for whose, its in stored["vectors"].items()}
    return Learned(stored["intercept"], stored["signs"], vectors)

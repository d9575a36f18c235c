"""The eight unfair-clause kinds of CLAUDETTE / UNFAIR-ToS by sentence: the words of our model, and cues of each kind.

    python training/unfair_sentences.py --labelled DIRECTORY

Trained only on the training part, whose documents also set the thresholds (cross-validation by document); measured on
the validation part. The public task's own way of counting: F1 for each kind over sentences, and their mean. Kinds have
as few as nine sentences there, so an interval is told too (95 %, percentiles of a bootstrap over sentences).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from second_stage import f1
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC
from train_model import FOLDS, SENTENCE_KINDS, read_rows
from unfair_cues import NAMES, cues

from conductatlas.provisions.features import features

_RESAMPLES = 2000
# How much a logit of the cues counts beside a margin of the words.
_CUE_WEIGHT = 0.4


def _vectorisers() -> list[TfidfVectorizer]:
    """Words, stems and pairs as the model reads them, and runs of 3 to 6 characters."""
    return [
        TfidfVectorizer(analyzer=_features, min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 6), min_df=3, sublinear_tf=True, max_features=150_000),
    ]


def _features(sentence: str) -> list[str]:
    return features(sentence, "", "")


def _cue_table(sentences: list[str]) -> NDArray[Any]:
    """For each sentence, which cues stand in it."""
    return np.array([[float(name in found) for name in NAMES] for found in map(cues, sentences)])


def scores(train: list[str], truth: NDArray[Any], test: list[str]) -> NDArray[Any]:
    """Scores of test sentences for each kind by classifiers that learned from the training sentences.

    A linear SVM reads words and runs of characters, a logistic regression the cues; their scores are added up.
    """
    vectorisers = _vectorisers()
    seen = sparse.hstack([one.fit_transform(train) for one in vectorisers]).tocsr()
    unseen = sparse.hstack([one.transform(test) for one in vectorisers]).tocsr()
    seen_cues, unseen_cues = _cue_table(train), _cue_table(test)
    columns = [
        LinearSVC(C=1.0, class_weight={0: 1.0, 1: 4.0}, random_state=0).fit(seen, column).decision_function(unseen)
        + _CUE_WEIGHT * LogisticRegression(C=0.1, max_iter=500).fit(seen_cues, column).decision_function(unseen_cues)
        for column in truth.T
    ]
    return np.stack(columns, axis=1)


def threshold(held_out: NDArray[Any], truth: NDArray[Any]) -> float:
    """The score of a kind from which as many held-out sentences are found as are of it.

    With few sentences of a kind the level of the best F1 hangs on one or two of them; this does not.
    """
    return float(np.sort(held_out)[-max(1, int(truth.sum()))])


def _macro(found: NDArray[Any], truth: NDArray[Any]) -> float:
    return float(np.mean([f1(found[:, kind], truth[:, kind]) for kind in range(truth.shape[1])]))


def interval(found: NDArray[Any], truth: NDArray[Any]) -> tuple[float, float]:
    """Between which values the macro F1 of 95 % of resamples of the sentences lies."""
    draws = np.random.default_rng(0).integers(0, len(truth), (_RESAMPLES, len(truth)))
    low, high = np.percentile([_macro(found[draw], truth[draw]) for draw in draws], [2.5, 97.5])
    return float(low), float(high)


def _tell(name: str, found: NDArray[Any], truth: NDArray[Any]) -> None:
    low, high = interval(found, truth)
    sys.stdout.write(f"{name:26s} {_macro(found, truth):.3f} ({low:.3f} to {high:.3f})\n")


def crossed(held_out: NDArray[Any], truth: NDArray[Any], documents: list[str]) -> NDArray[Any]:
    """What is found in the training part if the thresholds of some documents come from the others."""
    found = np.zeros(truth.shape, dtype=bool)
    for some, others in GroupKFold(FOLDS).split(truth, groups=documents):
        levels = [threshold(held_out[some, kind], truth[some, kind]) for kind in range(truth.shape[1])]
        found[others] = held_out[others] >= np.array(levels)
    return found


def main() -> None:
    """Train, choose thresholds, measure."""
    parser = argparse.ArgumentParser(description="Find eight kinds of unfair clauses by sentence.")
    parser.add_argument("--labelled", type=Path, required=True)
    options = parser.parse_args()
    rows = list(read_rows(options.labelled / "claudette-tos-sentences.jsonl"))
    kinds = sorted(SENTENCE_KINDS)
    truth = np.array([[int(kind in row["labels"]) for kind in kinds] for row in rows])
    texts = [row["text_original"] or "" for row in rows]
    train = np.array([row["split"] == "train" for row in rows])
    seen = [text for text, inside in zip(texts, train, strict=True) if inside]
    documents = [row["doc"] for row, inside in zip(rows, train, strict=True) if inside]
    held_out = np.zeros((len(seen), len(kinds)))
    for some, others in GroupKFold(FOLDS).split(seen, groups=documents):
        held_out[others] = scores([seen[row] for row in some], truth[train][some], [seen[row] for row in others])
    thresholds = [threshold(held_out[:, kind], truth[train][:, kind]) for kind in range(len(kinds))]
    found = crossed(held_out, truth[train], documents)
    _tell("cross-validated macro F1", found, truth[train])
    unseen = [text for text, inside in zip(texts, train, strict=True) if not inside]
    found = scores(seen, truth[train], unseen) >= np.array(thresholds)
    unseen_truth = truth[~train]
    for kind, name in enumerate(kinds):
        sys.stdout.write(f"{SENTENCE_KINDS[name]:26s} {f1(found[:, kind], unseen_truth[:, kind]):.3f}\n")
    _tell("macro F1", found, unseen_truth)


if __name__ == "__main__":
    main()

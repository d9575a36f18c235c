"""Train the model of `conductatlas.provisions` and write its weights.

    python training/train_model.py --labelled DIRECTORY --output src/conductatlas/provisions/weights.npz --report FILE

DIRECTORY holds `passages.jsonl` (passages with clause types, see training/README.md) and the two sentence sets with
eight unfair-clause kinds. The same inputs give the same bytes. Validation is by platform: no platform's passages are
ever in training and in validation at once.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sparse
from numpy.typing import NDArray
from second_stage import Matrix, choose_threshold, f1, fit_second_stage, held_out_probabilities
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from conductatlas.catalogue import load_catalogue
from conductatlas.provisions.features import features
from conductatlas.provisions.model import ARRAYS, Model
from conductatlas.reading import visible_text

FOLDS = 5
_FEWEST_DOCUMENTS = 3
_PRIOR_WEIGHT = 0.5
_SENTENCE_WEIGHT = 0.3
_SHORTEST_SENTENCE = 40
# Weak regularisation: a type is told by a few words of many thousands.
_C = 100.0
# Of the dual solver, which needs a tenth of the time of the primal one; scores differ by less than 0.01.
_TOLERANCE = 0.01
_MOST_PASSES = 1000
_SENTENCE_SETS = (
    ("claudette-tos-sentences.jsonl", "text_original"),
    ("multilingual-tos-en-sentences.jsonl", "text"),
)
SENTENCE_KINDS = {
    "a": "mandatory-arbitration",
    "ch": "unilateral-terms-change",
    "cr": "content-removal",
    "j": "jurisdiction-venue",
    "law": "governing-law",
    "ltd": "liability-limitation",
    "ter": "unilateral-termination",
    "use": "acceptance-by-use",
}


@dataclass(frozen=True)
class Material:
    """Everything that is learned from, as features and types."""

    passages: list[list[str]]
    labels: NDArray[np.int64]
    platforms: list[str]
    sentences: list[list[str]]
    sentence_types: list[frozenset[str]]
    definitions: list[list[str]]
    types: list[str]
    # Which passages come as documents have them; most of our own were drawn for being hard.
    as_they_come: NDArray[np.bool_]

    def of(self, rows: NDArray[np.int64]) -> Material:
        """The same with some of the passages only."""
        return replace(
            self,
            passages=[self.passages[row] for row in rows],
            labels=self.labels[rows],
            platforms=[self.platforms[row] for row in rows],
            as_they_come=self.as_they_come[rows],
        )


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_material(directory: Path, own: Path | None) -> Material:
    """Read the labelled sets; each sentence that stands in both sentence sets is taken once.

    `own` holds further passages in the form of `passages.jsonl`, as `fetch_passages.py` writes them.
    """
    catalogue = load_catalogue()
    types = [clause_type.id for clause_type in catalogue]
    reference = list(read_rows(directory / "passages.jsonl"))
    passages = [*reference, *(read_rows(own) if own else ())]
    labels = np.zeros((len(passages), len(types)), np.int64)
    for row, passage in enumerate(passages):
        for label in passage["labels"]:
            labels[row, types.index(label["type"])] = 1
    sentences: dict[str, frozenset[str]] = {}
    for name, key in _SENTENCE_SETS:
        for sentence in read_rows(directory / name):
            text = sentence[key] or ""
            if len(text) >= _SHORTEST_SENTENCE and text not in sentences:
                sentences[text] = frozenset(
                    SENTENCE_KINDS[kind] for kind in sentence["labels"] if kind in SENTENCE_KINDS
                )
    return Material(
        passages=[
            features(visible_text(passage["text"]), passage["context"], passage.get("lead_in", ""))
            for passage in passages
        ],
        labels=labels,
        platforms=[passage["path"].split("/")[0] for passage in passages],
        sentences=[features(text, "", "") for text in sentences],
        sentence_types=list(sentences.values()),
        definitions=[features(f"{one.title}. {one.means}", one.title, "") for one in catalogue],
        types=types,
        as_they_come=np.arange(len(passages)) < len(reference),
    )


@dataclass(frozen=True)
class FirstStage:
    """One classifier for each type over the features of a passage."""

    vectoriser: TfidfVectorizer
    weights: Matrix
    intercepts: Matrix

    def scores(self, passages: list[list[str]]) -> Matrix:
        """The own score of each type (columns) for passages, given as features."""
        scores: Matrix = self.vectoriser.transform(passages) @ self.weights + self.intercepts
        return scores


def fit(material: Material, rows: NDArray[np.int64]) -> FirstStage:
    """Fit the first stage on some of the passages, the definitions of the types, and the sentences."""
    vectoriser = TfidfVectorizer(analyzer=list, min_df=_FEWEST_DOCUMENTS, sublinear_tf=True)
    passages = vectoriser.fit_transform([material.passages[row] for row in rows])
    definitions = vectoriser.transform(material.definitions)
    sentences = vectoriser.transform(material.sentences)
    unions = {True: sparse.vstack([passages, definitions, sentences]), False: sparse.vstack([passages, definitions])}
    fitted = [
        _fit_type(unions[name in SENTENCE_KINDS.values()], *_truth(material, rows, name)) for name in material.types
    ]
    weights = np.stack([one for one, _ in fitted], axis=1)
    return FirstStage(vectoriser, weights, np.array([intercept for _, intercept in fitted]))


def _truth(material: Material, rows: NDArray[np.int64], name: str) -> tuple[Matrix, Matrix]:
    """What is known of a type, and how much each example counts: passages, definitions, and sentences if they tell."""
    truth = [material.labels[rows, material.types.index(name)], [int(name == other) for other in material.types]]
    importance = [np.ones(len(rows)), np.full(len(material.types), _PRIOR_WEIGHT)]
    if name in SENTENCE_KINDS.values():
        truth.append([int(name in found) for found in material.sentence_types])
        importance.append(np.full(len(material.sentences), _SENTENCE_WEIGHT))
    return np.concatenate(truth), np.concatenate(importance)


def _fit_type(examples: Matrix, truth: Matrix, importance: Matrix) -> tuple[Matrix, float]:
    classifier = LogisticRegression(
        C=_C,
        class_weight="balanced",
        solver="liblinear",
        dual=True,
        tol=_TOLERANCE,
        max_iter=_MOST_PASSES,
        random_state=0,
    )
    classifier.fit(examples, truth, sample_weight=importance)
    return classifier.coef_[0], float(classifier.intercept_[0])


def fit_by_fold(material: Material) -> list[tuple[NDArray[np.int64], FirstStage]]:
    """For each fold of platforms its rows, and a first stage that never saw them."""
    fitted = []
    for seen, unseen in GroupKFold(FOLDS).split(material.passages, groups=material.platforms):
        fitted.append((unseen, fit(material, seen)))
        sys.stderr.write(f"fold with {len(unseen)} passages of unseen platforms done\n")
    return fitted


def held_out_scores(material: Material, fitted: list[tuple[NDArray[np.int64], FirstStage]]) -> Matrix:
    """Scores of each passage by the first stage that never saw its platform."""
    scores = np.zeros(material.labels.shape)
    for unseen, first in fitted:
        scores[unseen] = first.scores([material.passages[row] for row in unseen])
    return scores


def put_together(first: FirstStage, scores: Matrix, material: Material, method: str) -> tuple[Model, Matrix]:
    """Fit the second stage and choose the threshold; return the model and held-out probabilities of each passage.

    The second stage learns from held-out scores of the first, of passages as they come: among those that were drawn for
    being hard the same score is right less often. The threshold comes from held-out probabilities of these passages.
    """
    come = material.as_they_come
    chances = held_out_probabilities(scores, material.labels, material.platforms, come)
    second = fit_second_stage(scores[come], material.labels[come])
    small, scales = quantise(first.weights)
    model = Model(
        types=tuple(material.types),
        method=method,
        vocabulary=first.vectoriser.vocabulary_,
        idf=first.vectoriser.idf_.astype(np.float32),
        weights=small,
        scales=scales.astype(np.float32),
        intercepts=first.intercepts.astype(np.float32),
        slopes=second.slopes.astype(np.float32),
        offsets=second.offsets.astype(np.float32),
        rival_weights=second.rival_weights.astype(np.float32),
        threshold=choose_threshold(chances[come], material.labels[come]),
    )
    return model, chances


def quantise(weights: Matrix) -> tuple[NDArray[np.int8], Matrix]:
    """Weights as whole numbers from -127 to 127, with one scale a type."""
    scales = np.abs(weights).max(axis=0) / 127
    scales[scales == 0] = 1
    return np.round(weights / scales).astype(np.int8), scales


def write_weights(path: Path, model: Model) -> None:
    """Write a model as an npz file whose bytes depend on nothing but it (numpy's own writer stores the time)."""
    arrays: dict[str, NDArray[Any]] = {
        "vocabulary": np.frombuffer("\n".join(model.names).encode(), np.uint8),
        "types": np.frombuffer("\n".join(model.types).encode(), np.uint8),
        "threshold": np.array(model.threshold),
    }
    arrays |= {name: getattr(model, name) for name in ARRAYS}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.asarray(array, order="C"), allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), buffer.getvalue(), zipfile.ZIP_DEFLATED
            )


def main() -> None:
    """Train, validate, write."""
    parser = argparse.ArgumentParser(description="Train the model of provisions.")
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("--own", type=Path, help="further labelled passages, as fetch_passages.py writes them")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--report", type=Path, required=True)
    options = parser.parse_args()
    material = read_material(options.labelled, options.own)
    scores = held_out_scores(material, fit_by_fold(material))
    model, chances = put_together(fit(material, np.arange(len(material.passages))), scores, material, "trained")
    write_weights(options.output, model)
    report = _report(material, chances, model.threshold) | {
        "threshold": round(model.threshold, 2),
        "features": len(model.vocabulary),
        "bytes": options.output.stat().st_size,
    }
    options.report.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(report, indent=2) + "\n")


def _report(material: Material, chances: Matrix, threshold: float) -> dict[str, Any]:
    found = chances >= threshold
    folds = []
    for _, unseen in GroupKFold(FOLDS).split(material.passages, groups=material.platforms):
        folds.append(round(f1(found[unseen], material.labels[unseen]), 3))
    columns = [column for column in range(len(material.types)) if material.labels[:, column].sum() >= 5]
    macro = float(np.mean([f1(found[:, column], material.labels[:, column]) for column in columns]))
    right = float((found & (material.labels > 0)).sum())
    bins = []
    for low in np.arange(0.3, 1.0, 0.1):
        inside = (chances >= low) & (chances < low + 0.1)
        if inside.sum():
            bins.append([round(float(low), 1), int(inside.sum()), round(float(material.labels[inside].mean()), 3)])
    return {
        "passages": len(material.passages),
        "platforms": len(set(material.platforms)),
        "precision": round(right / float(found.sum()), 3),
        "recall": round(right / float(material.labels.sum()), 3),
        "micro_f1": round(f1(found, material.labels), 3),
        "macro_f1_of_types_with_5": round(macro, 3),
        "micro_f1_by_fold": folds,
        "micro_f1_as_they_come": round(f1(found[material.as_they_come], material.labels[material.as_they_come]), 3),
        "reliability_from_count_right": bins,
    }


if __name__ == "__main__":
    main()

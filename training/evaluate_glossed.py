"""How well French and German passages are judged through the glossaries, and how sure their findings are.

    python training/evaluate_glossed.py --archive contrib=GITDIR --archive pga=GITDIR \
        --output src/conductatlas/provisions/evaluation_glossed.json

`labels-fr-de.jsonl` beside this file keeps the labelled passages, in the manner of `labels.jsonl`. They were read
before anything was predicted of them. The glossaries were written and mended on the platforms named here;
the others were judged once, with the confidence fitted on the former. The output holds these figures for each language;
at last the slope and offset fitted on all passages are printed, which are those of `provisions/glossed.py`.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from fetch_passages import fetched
from sklearn.linear_model import LogisticRegression

from archives import add_archive_option, archives_of
from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import Finder, Glossed, load_glossary
from conductatlas.provisions.evaluation import Case, Judged, evaluate, labelled_as
from conductatlas.provisions.glossed import THRESHOLD
from conductatlas.provisions.model import load_model

_LABELS = Path(__file__).with_name("labels-fr-de.jsonl")
# The platforms on which the glossaries were written; those of one company are on one side.
_MENDED_ON = frozenset(
    (
        *("Cdiscount", "Facebook", "Facebook Ads", "Facebook Payments", "Google Contributor", "Instagram"),
        *("Reserve with Google", "SNCF Pro", "Spotify", "Wix"),
    )
)
_THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
_LOWEST = 0.02
_FREE = 1e6


def main() -> None:
    """Judge, fit, measure, write."""
    parser = argparse.ArgumentParser(description="Measure what is judged through the glossaries.")
    add_archive_option(parser)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    labels = [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]
    languages = {label["id"]: label["language"] for label in labels}
    finders = {name: _as_the_model_says(name) for name in sorted(set(languages.values()))}
    known: dict[str, list[Case]] = {name: [] for name in finders}
    unseen: dict[str, list[Case]] = {name: [] for name in finders}
    for row in fetched(labels, archives_of(options)):
        language = languages[row["id"]]
        half = known if row["path"].split("/")[0] in _MENDED_ON else unseen
        half[language].append(_case(finders[language], row))
    slope, offset = _fitted([case for cases in known.values() for case in cases])
    evaluations = {}
    for language, cases in unseen.items():
        sure = [_recalibrated(case, slope, offset) for case in cases]
        for threshold in _THRESHOLDS:
            result = evaluate([_from(case, threshold) for case in sure])
            sys.stdout.write(
                f"{language} from {threshold}: precision {result.precision.value:.3f} "
                f"({result.precision.low:.3f} to {result.precision.high:.3f}), recall {result.recall.value:.3f}, "
                f"F1 {result.micro_f1.value:.3f}, macro {result.macro_f1.value:.3f}, "
                f"severity {result.severity_kappa.value:.3f}, stance {result.stance_right.value:.3f}\n"
            )
        at_best = evaluate([_from(case, load_model().threshold) for case in cases])
        sys.stdout.write(f"{language} at the English threshold: F1 {at_best.micro_f1}, macro {at_best.macro_f1}\n")
        evaluations[language] = asdict(evaluate([_from(case, THRESHOLD) for case in sure]))
    options.output.write_text(json.dumps(evaluations, indent=1) + "\n", encoding="utf-8")
    every = [case for half in (known, unseen) for cases in half.values() for case in cases]
    sys.stdout.write(f"fitted on the known: {slope:.3f} {offset:.3f}; on all: {_fitted(every)}\n")


def _as_the_model_says(language: str) -> Finder:
    """A finder that shows all that is at all likely, as sure as the model is of it."""
    return Finder(load_model(), load_catalogue(), Glossed(load_glossary(language), 1.0, 0.0, _LOWEST))


def _case(finder: Finder, row: dict[str, str]) -> Case:
    found = finder.judge_passage(row["text"], row["context"], row["lead_in"])
    judged = [Judged(one.clause_type, one.severity.value, one.stance.value, one.confidence) for one in found]
    return Case(row["path"], labelled_as(row["labels"]), tuple(judged))  # type: ignore[arg-type]


def _fitted(cases: list[Case]) -> tuple[float, float]:
    """Slope and offset of the log-odds with which the confidence of what was found fits best."""
    odds, right = [], []
    for case in cases:
        labelled = {one.clause_type for one in case.labelled}
        odds += [[_log_odds(one.confidence)] for one in case.found]
        right += [one.clause_type in labelled for one in case.found]
    curve = LogisticRegression(C=_FREE).fit(np.array(odds), np.array(right))
    return float(curve.coef_[0][0]), float(curve.intercept_[0])


def _recalibrated(case: Case, slope: float, offset: float) -> Case:
    found = [
        replace(one, confidence=1 / (1 + math.exp(-slope * _log_odds(one.confidence) - offset))) for one in case.found
    ]
    return replace(case, found=tuple(found))


def _log_odds(confidence: float) -> float:
    inside = min(max(confidence, 1e-4), 1 - 1e-4)
    return math.log(inside / (1 - inside))


def _from(case: Case, threshold: float) -> Case:
    return replace(case, found=tuple(one for one in case.found if one.confidence >= threshold))


if __name__ == "__main__":
    main()

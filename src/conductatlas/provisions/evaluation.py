"""How well findings agree with labelled passages: by type, severity and stance, with intervals and calibration.

A finding counts for a passage when the two overlap by at least half of the shorter. Types are compared as pairs of
passage and type; severity and stance where the type was found. Intervals are 95 % percentile intervals of a bootstrap
that draws whole platforms (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13): passages of
one platform are alike, and drawing them one by one would promise too much.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from conductatlas.catalogue import Severity

_RECORDED = "evaluation.json"
_RECORDED_GLOSSED = "evaluation_glossed.json"
_RESAMPLES = 1000
_SEED = 0
_FEWEST_FOR_MACRO = 5
_LOWEST_BIN = 20
_BIN = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A clause type with its severity and stance, as labelled or as found; `confidence` is 1 for labels."""

    clause_type: str
    severity: str
    stance: str
    confidence: float = 1.0


def labelled_as(labels: Iterable[Mapping[str, str]]) -> tuple[Judged, ...]:
    """Labels as files of labelled passages hold them: `type`, `severity` and `stance`."""
    return tuple(Judged(label["type"], label["severity"], label["stance"]) for label in labels)


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled passage: its platform, what was labelled, and what was found there."""

    platform: str
    labelled: tuple[Judged, ...]
    found: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A figure with the interval it lies in with 95 % confidence."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TypeLine:
    """How well one clause type is found; `labelled` is how many passages carry it."""

    clause_type: str
    labelled: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class CalibrationLine:
    """Of the findings with a confidence from `low` to `high`, how many there are and which share is right."""

    low: float
    high: float
    found: int
    right: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole table. `macro_f1` is over the types with five or more labelled passages."""

    passages: int
    platforms: int
    pairs: int
    precision: Share
    recall: Share
    micro_f1: Share
    macro_f1: Share
    severity_right: Share
    severity_kappa: Share
    stance_right: Share
    passages_exact: Share
    empty_left_empty: Share
    types: tuple[TypeLine, ...]
    calibration: tuple[CalibrationLine, ...]


def overlaps(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two passages, given in code points, share at least half of the shorter one."""
    shared = min(end, other_end) - max(start, other_start)
    return shared > 0 and 2 * shared >= min(end - start, other_end - other_start)


def evaluate(cases: Sequence[Case]) -> Evaluation:
    """Compare what was found with what was labelled. Raises ValueError where there are no cases."""
    if not cases:
        raise ValueError("no labelled passages")
    names = sorted({one.clause_type for case in cases for one in (*case.labelled, *case.found)})
    platforms = sorted({case.platform for case in cases})
    counts = np.stack([_counts([one for one in cases if one.platform == name], names) for name in platforms])
    whole = counts.sum(axis=0)
    draws = np.random.default_rng(_SEED).integers(0, len(platforms), (_RESAMPLES, len(platforms)))
    resampled = [_figures(counts[draw].sum(axis=0), len(names)) for draw in draws]
    figures = _figures(whole, len(names))
    shares = {name: _share(figures[name], [one[name] for one in resampled]) for name in figures}
    right, wrong, missed = _by_type(whole, len(names))
    return Evaluation(
        passages=len(cases),
        platforms=len(platforms),
        pairs=int(right.sum() + missed.sum()),
        types=tuple(
            TypeLine(name, int(tp + fn), *_precision_recall_f1(tp, fp, fn))
            for name, tp, fp, fn in zip(names, right, wrong, missed, strict=True)
        ),
        calibration=_calibration(cases),
        **shares,
    )


def _counts(cases: Iterable[Case], names: Sequence[str]) -> NDArray[np.int64]:
    """Everything that figures are made of, as one row of counts that can be added up over platforms.

    For each type right, wrong and missed; then the 4 × 4 table of severities; then stances right and compared,
    passages, exact ones, empty ones, empty ones left empty.
    """
    index = {name: position for position, name in enumerate(names)}
    types = np.zeros((3, len(names)), np.int64)
    severities = np.zeros((4, 4), np.int64)
    rest = np.zeros(6, np.int64)
    for case in cases:
        want = {one.clause_type: one for one in case.labelled}
        got = {one.clause_type: one for one in case.found}
        for name in want.keys() | got.keys():
            types[(2 if name not in got else 1 if name not in want else 0), index[name]] += 1
        for name in want.keys() & got.keys():
            severities[Severity(want[name].severity).rank, Severity(got[name].severity).rank] += 1
            rest[0] += want[name].stance == got[name].stance
            rest[1] += 1
        rest[2] += 1
        rest[3] += want.keys() == got.keys()
        rest[4] += not want
        rest[5] += not want and not got
    return np.concatenate([types.ravel(), severities.ravel(), rest])


def _by_type(row: NDArray[np.int64], names: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    right, wrong, missed = row[: 3 * names].reshape(3, names)
    return right, wrong, missed


def _figures(row: NDArray[np.int64], names: int) -> dict[str, float]:
    right, wrong, missed = _by_type(row, names)
    precision, recall, micro = _precision_recall_f1(right.sum(), wrong.sum(), missed.sum())
    often = right + missed >= _FEWEST_FOR_MACRO
    f1 = 2 * right[often] / np.maximum(1, 2 * right[often] + wrong[often] + missed[often])
    severities = row[3 * names : 3 * names + 16].reshape(4, 4)
    stance, compared, passages, exact, empty, left_empty = row[3 * names + 16 :]
    return {
        "precision": precision,
        "recall": recall,
        "micro_f1": micro,
        "macro_f1": float(f1.mean()) if often.any() else 0.0,
        "severity_right": _ratio(severities.trace(), severities.sum()),
        "severity_kappa": _weighted_kappa(severities),
        "stance_right": _ratio(stance, compared),
        "passages_exact": _ratio(exact, passages),
        "empty_left_empty": _ratio(left_empty, empty),
    }


def _precision_recall_f1(right: float, wrong: float, missed: float) -> tuple[float, float, float]:
    return _ratio(right, right + wrong), _ratio(right, right + missed), _ratio(2 * right, 2 * right + wrong + missed)


def _ratio(part: float, whole: float) -> float:
    return float(part / whole) if whole else 0.0


def _weighted_kappa(table: NDArray[np.int64]) -> float:
    """Agreement beyond chance with linear weights (J. Cohen, Psychological Bulletin 70, 1968, 213-220)."""
    count = table.sum()
    distance = np.abs(np.subtract.outer(np.arange(4), np.arange(4)))
    expected = (np.outer(table.sum(axis=1), table.sum(axis=0)) * distance).sum() / max(1, count * count)
    return 1 - float((table * distance).sum() / max(1, count) / expected) if expected else 1.0


def _share(value: float, resampled: Sequence[float]) -> Share:
    low, high = np.percentile(resampled, (2.5, 97.5))
    return Share(round(value, 4), round(float(low), 4), round(float(high), 4))


def _calibration(cases: Iterable[Case]) -> tuple[CalibrationLine, ...]:
    bins: dict[int, list[bool]] = defaultdict(list)
    for case in cases:
        labelled = {one.clause_type for one in case.labelled}
        for one in case.found:
            tenth = min(int(one.confidence * 100), 99) // _BIN * _BIN
            bins[max(tenth, _LOWEST_BIN - _BIN)].append(one.clause_type in labelled)
    return tuple(
        CalibrationLine(low / 100, (low + _BIN) / 100, len(right), round(sum(right) / len(right), 4))
        for low, right in sorted(bins.items())
    )


def found_in(
    findings: Mapping[str, Sequence[tuple[int, int, Judged]]], path: str, start: int, end: int
) -> tuple[Judged, ...]:
    """What was found in a labelled passage: `findings` gives places and judgements by the path they end with."""
    first: dict[str, Judged] = {}
    for place_start, place_end, judged in findings.get(path, ()):
        if overlaps(start, end, place_start, place_end):
            first.setdefault(judged.clause_type, judged)
    return tuple(first.values())


@lru_cache(maxsize=1)
def recorded_evaluation() -> Evaluation:
    """How well the method that comes with the system did on platforms that it had not seen (see training/README.md)."""
    return _loaded(json.loads(files(__package__).joinpath(_RECORDED).read_bytes()))


@lru_cache(maxsize=1)
def recorded_glossed_evaluations() -> dict[str, Evaluation]:
    """The same for each language that is read through a glossary; intervals draw documents in place of platforms."""
    raw = json.loads(files(__package__).joinpath(_RECORDED_GLOSSED).read_bytes())
    return {language: _loaded(evaluation) for language, evaluation in raw.items()}


def _loaded(raw: dict[str, Any]) -> Evaluation:
    raw |= {name: Share(**value) for name, value in raw.items() if isinstance(value, dict)}
    raw["types"] = tuple(TypeLine(**line) for line in raw["types"])
    raw["calibration"] = tuple(CalibrationLine(**line) for line in raw["calibration"])
    return Evaluation(**raw)

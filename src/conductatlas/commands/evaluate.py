"""`conductatlas evaluate`: how well the finder agrees with labelled passages."""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from conductatlas.catalogue import Severity, Stance, load_catalogue
from conductatlas.commands.main import CommandError
from conductatlas.provisions import default_finder
from conductatlas.provisions.evaluation import Case, Evaluation, Judged, Share, evaluate, found_in, labelled_as

_FIGURES = (
    ("precision", "micro precision"),
    ("recall", "micro recall"),
    ("micro_f1", "micro F1"),
    ("macro_f1", "macro F1 (types with 5 or more)"),
    ("severity_right", "severity right"),
    ("severity_kappa", "severity, linear weighted kappa"),
    ("stance_right", "stance right"),
    ("passages_exact", "passages with exactly their types"),
    ("empty_left_empty", "passages without a provision left so"),
)
# What rows hold under which names.
_LABELS: dict[str, type] = {"path": str, "labels": list}
_PLACE: dict[str, type] = {"start": int, "end": int}
_FINDING: dict[str, type] = {"path": str, **_PLACE, "clause_type": str, "severity": str, "stance": str}
_OPTIONAL: dict[str, type] = {"text": str, "context": str, "lead_in": str, "confidence": float}
_LABEL = ("type", "severity", "stance")
_WORDS: dict[type, str] = {str: "text", list: "list", int: "whole number", float: "number"}


def run(options: argparse.Namespace) -> int:
    """Evaluate the finder on the labelled passages as they stand, or findings that are given in a file."""
    labels = list(_rows(options.labels, _LABELS | _PLACE if options.findings else _LABELS))
    if not labels:
        raise CommandError(f"{options.labels}: holds no labelled passages")
    found = _given(options) if options.findings else None
    cases = [
        Case(
            platform=row["path"].split("/")[0],
            labelled=labelled_as(row["labels"]),
            found=_found(options.labels, row)
            if found is None
            else found_in(found, _path_in(found, row), row["start"], row["end"]),
        )
        for row in labels
    ]
    result = evaluate(cases)
    if options.format == "json":
        sys.stdout.write(json.dumps(asdict(result), indent=1) + "\n")
    else:
        _write(result)
    return 0


def _rows(path: Path, needed: Mapping[str, type]) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file; CommandError names the line that can't be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: not UTF-8 from byte {error.start:,} on") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise CommandError(f"{path}: line {number} is not JSON ({error})") from error
        problem = _problem(row, needed)
        if problem:
            raise CommandError(f"{path}: line {number} {problem}")
        yield row


def _problem(row: Any, needed: Mapping[str, type]) -> str:
    """What is wrong with a row; empty where it can be used."""
    if not isinstance(row, dict):
        return "is no object of JSON"
    missing = [key for key in needed if key not in row]
    if missing:
        return f"lacks {', '.join(missing)}"
    kinds = {**_OPTIONAL, **needed}
    wrong = [key for key, kind in kinds.items() if key in row and not _is(row[key], kind)]
    if wrong:
        return f"holds no {_WORDS[kinds[wrong[0]]]} as {wrong[0]}"
    labels = row.get("labels", ())
    if not all(isinstance(one, dict) and all(key in one for key in _LABEL) for one in labels):
        return "has a label that lacks its type, severity or stance"
    grades = [tuple(one[key] for key in _LABEL) for one in labels]
    if "clause_type" in row:
        grades.append((row["clause_type"], row["severity"], row["stance"]))
    return next(filter(None, (_ungraded(*grade) for grade in grades)), "")


def _is(value: Any, kind: type) -> bool:
    return isinstance(value, (int, float) if kind is float else kind) and not isinstance(value, bool)


def _ungraded(clause_type: Any, severity: Any, stance: Any) -> str:
    """What is wrong with a clause type and its grade; empty where nothing is."""
    if not isinstance(clause_type, str) or clause_type not in load_catalogue():
        return f"names an unknown clause type, {clause_type}"
    if severity not in [one.value for one in Severity]:
        return f"names an unknown severity, {severity}"
    return "" if stance in [one.value for one in Stance] else f"names an unknown stance, {stance}"


def _found(path: Path, row: dict[str, Any]) -> tuple[Judged, ...]:
    if "text" not in row:
        raise CommandError(f"{path}: has no texts; fetch them first (see training/README.md), or give --findings")
    return tuple(
        Judged(one.clause_type, one.severity.value, one.stance.value, one.confidence)
        for one in default_finder().judge_passage(row["text"], row.get("context", ""), row.get("lead_in", ""))
    )


def _given(options: argparse.Namespace) -> dict[str, list[tuple[int, int, Judged]]]:
    """Findings in the form of `analyse --format jsonl`, by each end of their path."""
    found: dict[str, list[tuple[int, int, Judged]]] = defaultdict(list)
    for row in _rows(options.findings, _FINDING):
        judged = Judged(row["clause_type"], row["severity"], row["stance"], row.get("confidence", 1.0))
        parts = row["path"].split("/")
        for first in range(len(parts)):
            found["/".join(parts[first:])].append((row["start"], row["end"], judged))
    return found


def _path_in(found: Mapping[str, Any], row: dict[str, Any]) -> str:
    """The path that a label's findings go by: with its collection where findings name it, as two may share a path."""
    whole = f"{row.get('collection')}/{row['path']}"
    return whole if whole in found else str(row["path"])


def _write(result: Evaluation) -> None:
    sys.stdout.write(f"{'clause type':36s} {'labelled':>8s} {'precision':>9s} {'recall':>7s} {'F1':>6s}\n")
    for line in sorted(result.types, key=lambda one: (-one.labelled, one.clause_type)):
        sys.stdout.write(
            f"{line.clause_type:36s} {line.labelled:8,d} {line.precision:9.3f} {line.recall:7.3f} {line.f1:6.3f}\n"
        )
    sys.stdout.write(f"\n{result.passages:,} passages of {result.platforms} platforms, {result.pairs:,} labels\n")
    for name, title in _FIGURES:
        share: Share = getattr(result, name)
        sys.stdout.write(f"{title:38s} {share.value:.3f}   (95 %: {share.low:.3f} to {share.high:.3f})\n")
    sys.stdout.write("\nconfidence       found   right\n")
    for bin_ in result.calibration:
        sys.stdout.write(f"{bin_.low:.1f} to {bin_.high:.1f}  {bin_.found:10,d}   {bin_.right:.3f}\n")

"""`conductatlas explain`: why the passage at an offset got its types and its grades."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from conductatlas.catalogue import load_catalogue
from conductatlas.commands.main import CommandError
from conductatlas.provisions import Explanation, default_finder
from conductatlas.reading import ReadingError, language_of, read_file

_FEATURES_SHOWN = 8


def run(options: argparse.Namespace) -> int:
    """Explain the unit of text that an offset lies in."""
    try:
        document = read_file(Path(options.file))
    except ReadingError as error:
        raise CommandError(error) from error
    finder, catalogue = default_finder().reading(language_of(document)), load_catalogue()
    unit = next((one for one in finder.units(document) if one.start <= options.offset < one.end), None)
    if unit is None:
        raise CommandError(f"{options.file}: no passage at offset {options.offset:,} (a heading, or outside the text)")
    source = document.text[unit.start : unit.end]
    sys.stdout.write(f"{options.file} [{unit.start}:{unit.end}]\n{source}\n\nheadings: {unit.context or 'none'}\n")
    for one in finder.explain(unit):
        _write(one, catalogue[one.clause_type].title)
        graded = finder.grade(one.clause_type, source)
        if one.possible and one.confidence >= one.threshold:
            why = "; ".join(reason.explanation for reason in graded.reasons) or "the usual grade of its type"
            sys.stdout.write(f"  graded {graded.severity.value}, {graded.stance.value}: {why}\n")
    return 0


def _write(one: Explanation, title: str) -> None:
    taken = one.possible and one.confidence >= one.threshold
    verdict = "taken" if taken else "below its threshold" if one.possible else "ruled out by its cue"
    if one.settled:
        verdict = "settled by its words"
    sys.stdout.write(f"\n{title}: {one.confidence:.2f} against {one.threshold:.2f}, {verdict}\n")
    if taken:
        sys.stdout.write(f"  words: {_amounts(one.features[:_FEATURES_SHOWN])}\n")
        sys.stdout.write(f"  what else it may state: {_amounts(one.rivals)}\n")


def _amounts(pairs: Sequence[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {amount:+.2f}" for name, amount in pairs)

"""`conductatlas compare`: what a new version of a text does to the old one, as the importer would record it."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    Bearing,
    Pair,
    SentenceChanges,
    Standing,
    Verdict,
    compare,
    direction_of,
    explain,
    foremost,
    gravity_by,
    meanings,
    sentence_changes,
    states_by,
    summarise,
    summarise_item,
    tell,
)
from conductatlas.commands.main import CommandError
from conductatlas.provisions import ENGLISH, default_finder
from conductatlas.reading import Document, ReadingError, language_of, read_file

# As many sentences are told at most.
_MOST_SENTENCES = 8


def run(options: argparse.Namespace) -> int:
    """Compare two files and print the verdict with what became of each provision."""
    try:
        old, new = read_file(Path(options.old)), read_file(Path(options.new))
    except ReadingError as error:
        raise CommandError(error) from error
    finder, catalogue = default_finder(), load_catalogue()
    language = language_of(old) or ENGLISH
    outcome = compare(finder, old, new)
    touched = meanings(catalogue, Bearing(finder), outcome.followed, Pair(old, new), outcome)
    told = [tell(one, means) for one, means in touched]
    found = SentenceChanges()
    if outcome.verdict is Verdict.SUBSTANTIVE:
        found = sentence_changes(old, new, _MOST_SENTENCES, gravity_by(finder, language), states_by(finder, language))
    above_all = foremost(found, language) if outcome.verdict is Verdict.SUBSTANTIVE else ()
    result = {
        "verdict": outcome.verdict.value,
        "changes": [
            {
                "kind": one.kind.value if one.kind else None,
                "clause_type": one.clause_type,
                "old": _old_place(one.before, old),
                "new": {"start": one.after.start, "end": one.after.end} if one.after else None,
                "severity_before": one.before.severity if one.before else None,
                "severity_after": one.after.severity.value if one.after else None,
                "edit_graded": means.graded,
                "direction": means.direction.value,
                "shifts": [asdict(shift) for shift in means.shifts],
                "summary": summarise_item(catalogue, one, means),
            }
            for one, means in touched
        ],
        "moved_blocks": outcome.moved_blocks,
        "summary": summarise(catalogue, outcome.verdict, told, outcome.reasons, above_all),
        "direction": direction_of(told, (), outcome.reasons).value,
        "explanation": explain(catalogue, outcome.verdict, told, reasons=outcome.reasons),
        "sentences": _sentences(found),
        "effective_date": outcome.effective_date.isoformat() if outcome.effective_date else None,
        "reasons": list(outcome.reasons),
    }
    if options.format == "json":
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    else:
        _write_text(result, old, new)
    return 0


def _sentences(found: SentenceChanges) -> list[dict[str, str]]:
    """The sentences that say most of what came, went or was edited: as they stood and as they stand."""
    return [{name: getattr(one, name) for name in ("how", "under", "lead_in", "before", "after")} for one in found.told]


def _old_place(before: Standing | None, old: Document) -> dict[str, int] | None:
    if before is None:
        return None
    first, last = old.places(before.quote)[0]
    return {"start": old.blocks[first].start, "end": old.blocks[last].end}


def _write_text(result: dict[str, Any], old: Document, new: Document) -> None:
    sys.stdout.write(f"{result['verdict']}: {result['summary']}\n")
    sys.stdout.write("".join(f"  {reason}\n" for reason in result["reasons"]))
    for one in result["sentences"]:
        sys.stdout.write(
            "\n" + "".join(f"  {sign} {one[side]}\n" for sign, side in (("-", "before"), ("+", "after")) if one[side])
        )
    for said in (result["explanation"], result["effective_date"] and f"It applies from {result['effective_date']}."):
        if said:
            sys.stdout.write(f"\n{said}\n")
    for one in result["changes"]:
        sys.stdout.write(f"\n{one['summary']}\n")
        for sign, place, document in (("-", one["old"], old), ("+", one["new"], new)):
            if place:
                quote = document.text[place["start"] : place["end"]]
                sys.stdout.write("".join(f"  {sign} {line}\n" for line in quote.splitlines() if line.strip()))

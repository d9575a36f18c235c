"""Tell how the verdicts that an import recorded agree with those of a reader, on the judged pairs that it holds.

    python training/compare_recorded.py [--pairs training/pairs.jsonl] [--show]

works on the database that the settings name, with the pairs of `compare_pairs.py`. An import knows more than a pair: it
holds what looks doubtful until a later capture confirms it, compares with the last good version, and tells of a text
that came back nothing but that. So a pair one of whose versions was set aside counts as failed; left out are those
whose versions were not set beside each other, and those of which the later one came back.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

import django
from compare_pairs import Pair, count_verdict, read_pairs

_CAME_BACK = "The text is again that of version"
_LEFT_OUT = ("not on record", "set beside another version", "held", "a text that came back")


def recorded(pair: Pair) -> str:
    """The verdict on record of a pair, or why there is none."""
    from conductatlas.records.models import Change, Version

    versions = Version.objects.filter(
        document__collection__slug=pair.collection, document__path=pair.path, reference__in=(pair.old, pair.new)
    )
    found = {one.reference: one for one in versions}
    if len(found) < len({pair.old, pair.new}):
        return "not on record"
    if any(one.failed for one in found.values()):
        return "failed"
    if any(one.held for one in found.values()):
        return "held"
    change = Change.objects.filter(version=found[pair.new]).first()
    if change is None or change.previous_id != found[pair.old].pk:
        return "set beside another version"
    if any(reason.startswith(_CAME_BACK) for reason in change.reasons):
        return "a text that came back"
    return change.verdict


def main() -> None:
    """Look up, count, print."""
    parser = argparse.ArgumentParser(description="Tell how recorded verdicts agree with those of a reader.")
    parser.add_argument("--pairs", type=Path, default=Path(__file__).with_name("pairs.jsonl"))
    parser.add_argument("--show", action="store_true", help="print each pair that is judged otherwise")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")
    django.setup()
    counts: Counter[str] = Counter()
    for pair in read_pairs(options.pairs):
        got = recorded(pair)
        if got in _LEFT_OUT:
            counts[f"left out: {got}"] += 1
            continue
        if not count_verdict(counts, pair, got) and options.show:
            sys.stdout.write(f"{pair.id} {pair.verdict} {list(pair.also)} -> {got} {pair.path}\n")
    for name, number in sorted(counts.items()):
        sys.stdout.write(f"{number:6,}  {name}\n")
    sys.stdout.write(f"{counts['right'] / max(1, counts['pairs']):.3f}  share right\n")


if __name__ == "__main__":
    main()

"""Compare pairs of real consecutive versions, and tell how the verdicts agree with those of a reader.

    python training/compare_pairs.py --archive NAME=GITDIR … [--pairs training/pairs.jsonl] [--show] [--output FILE]

`pairs.jsonl` names each pair by collection, path and two commits, with the verdict that a reader gave it (for a failed
one also the `side` that failed) and, under `also`, others that a careful reader could defend; it holds none of the
texts. A pair counts as right when the verdict is one of these. Counted besides: failed or technical pairs that were
called substantive, substantive ones that were called less than editorial, and removals whose words the new text still
holds word for word.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from archives import add_archive_option, archives_of, bytes_at
from conductatlas.changes import ChangeKind, Step, compare
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_LESS_THAN_EDITORIAL = ("none", "technical", "failed")


@dataclass(frozen=True)
class Pair:
    """Two versions of one document, and how a reader judged what the second did."""

    id: str
    collection: str
    path: str
    old: str
    new: str
    verdict: str
    also: tuple[str, ...]


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a JSONL file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Pair(
            **{name: row[name] for name in ("id", "collection", "path", "old", "new", "verdict")},
            also=tuple(row["also"]),
        )
        for row in rows
    ]


def count_verdict(counts: Counter[str], pair: Pair, got: str) -> bool:
    """Count a verdict on a pair beside the reader's, and say whether it is one that the reader allows."""
    allowed = (pair.verdict, *pair.also)
    right = got in allowed
    counts["pairs"] += 1
    counts["right"] += right
    counts["failed or technical called substantive"] += (
        got == "substantive" and "substantive" not in allowed and "editorial" not in allowed
    )
    counts["substantive called less than editorial"] += (
        pair.verdict == "substantive" and got in _LESS_THAN_EDITORIAL and not right
    )
    return right


def still_stated(outcome: Step, new: Document) -> list[str]:
    """The clause types of removals whose every block stands word for word in the new text."""
    standing = set(new.visible)
    kept = []
    for one in outcome.followed:
        if one.kind is ChangeKind.REMOVED and one.before is not None:
            lines = [visible for visible in read_markdown(one.before.quote).visible if visible]
            if lines and all(line in standing for line in lines):
                kept.append(one.clause_type)
    return kept


def main() -> None:
    """Compare, count, print."""
    parser = argparse.ArgumentParser(description="Tell how verdicts agree with those of a reader.")
    parser.add_argument("--pairs", type=Path, default=Path(__file__).with_name("pairs.jsonl"))
    add_archive_option(parser)
    parser.add_argument("--show", action="store_true", help="print each pair that is judged otherwise")
    parser.add_argument("--output", type=Path, help="write what was found for each pair, a JSON object a line")
    options = parser.parse_args()
    archives = archives_of(options)
    finder = default_finder()
    counts: Counter[str] = Counter()
    table: Counter[tuple[str, str]] = Counter()
    slowest = 0.0
    rows = []
    for pair in read_pairs(options.pairs):
        old, new = (
            read_markdown(bytes_at(archives[pair.collection], commit, pair.path).decode("utf-8", "replace"))
            for commit in (pair.old, pair.new)
        )
        started = time.perf_counter()
        outcome = compare(finder, old, new)
        slowest = max(slowest, time.perf_counter() - started)
        got = outcome.verdict.value
        kept = still_stated(outcome, new)
        right = count_verdict(counts, pair, got)
        counts["removals"] += sum(one.kind is ChangeKind.REMOVED for one in outcome.followed)
        counts["removals still stated word for word"] += len(kept)
        table[pair.verdict, got] += 1
        if options.show and (not right or kept):
            sys.stdout.write(f"{pair.id} {pair.verdict} {list(pair.also)} -> {got} {kept} {pair.path}\n")
            sys.stdout.write("".join(f"      {reason}\n" for reason in outcome.reasons))
        rows.append({"id": pair.id, "verdict": got, "reasons": outcome.reasons})
    for name, number in counts.items():
        sys.stdout.write(f"{number:6,}  {name}\n")
    sys.stdout.write(f"{counts['right'] / max(1, counts['pairs']):.3f}  share right; slowest pair {slowest:.2f} s\n")
    for (said, got), number in sorted(table.items()):
        sys.stdout.write(f"{number:6,}  {said} -> {got}\n")
    if options.output:
        options.output.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()

"""How well two readings of the same passages agree: micro F1 over types, and severities where both gave the type.

python training/agreement.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

_LABELS = Path(__file__).with_name("labels.jsonl")


def main() -> None:
    """Compare `labels` with `second` wherever a passage was read twice."""
    rows = [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]
    twice = [row for row in rows if "second" in row]
    both = given = same_severity = exact = 0
    for row in twice:
        one = {label["type"]: label["severity"] for label in row["labels"]}
        other = {label["type"]: label["severity"] for label in row["second"]}
        both += len(one.keys() & other.keys())
        given += len(one) + len(other)
        same_severity += sum(one[name] == other[name] for name in one.keys() & other.keys())
        exact += one.keys() == other.keys()
    sys.stdout.write(
        f"{len(rows):,} passages of {len({row['path'].split('/')[0] for row in rows}):,} platforms, "
        f"{len(twice):,} read twice\n"
        f"types, micro F1: {2 * both / given:.3f}\n"
        f"same severity, where both gave the type: {same_severity / both:.3f}\n"
        f"passages with the same set of types: {exact / len(twice):.3f}\n"
    )


if __name__ == "__main__":
    main()

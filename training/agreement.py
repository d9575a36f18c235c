"""How well two readings of the same passages agree: micro F1 over types, and severities where both gave the type.

python training/agreement.py
"""

from __future__ import annotations

import sys

from fetch_passages import own_labels

from conductatlas.provisions.evaluation import Case, evaluate, labelled_as


def main() -> None:
    """Compare `labels` with `second` wherever a passage was read twice."""
    rows = own_labels()
    platforms = {row["path"].split("/")[0] for row in rows}
    agreed = evaluate(
        [
            Case(row["path"].split("/")[0], labelled_as(row["labels"]), labelled_as(row["second"]))
            for row in rows
            if "second" in row
        ]
    )
    sys.stdout.write(
        f"{len(rows):,} passages of {len(platforms):,} platforms, {agreed.passages:,} read twice\n"
        f"types, micro F1: {agreed.micro_f1.value:.3f}\n"
        f"same severity, where both gave the type: {agreed.severity_right.value:.3f}\n"
        f"passages with the same set of types: {agreed.passages_exact.value:.3f}\n"
    )


if __name__ == "__main__":
    main()

"""How common each word is among the clauses on record: what comparisons weigh words by.

python training/word_weights.py --output src/conductatlas/comparison/word_counts.txt

Reads the database that the settings name. Written are stems and in how many passages each stands, and no text.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

# A stem that stands in fewer passages counts as one that stands in this many: names and misspellings say little.
_FEWEST = 15


def main() -> None:
    """Count stems over the distinct passages that stand today."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True)
    output: Path = parser.parse_args().output
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")
    import django

    django.setup()
    from conductatlas.provisions import content_stems
    from conductatlas.reading import visible_text
    from conductatlas.records.models import Passage, Wording

    standing = Passage.objects.filter(id__in=Wording.standing().values("passage")).values_list("text", flat=True)
    counts: Counter[str] = Counter()
    passages = 0
    for text in standing.iterator():
        passages += 1
        counts.update(set(content_stems(visible_text(text))))
    kept = sorted((stem, count) for stem, count in counts.items() if count >= _FEWEST)
    lines = [f"{passages} {_FEWEST}", *(f"{stem} {count}" for stem, count in kept)]
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(kept):,} stems of {passages:,} passages\n")


if __name__ == "__main__":
    main()

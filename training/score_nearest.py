"""Tell how often what a change shows as nearest to a sentence says the like, as a reader judged it.

    python training/score_nearest.py --archive NAME=GITDIR … [--judged training/nearest.jsonl]

`nearest.jsonl` names sentences that came or went by collection, path, two commits and the hash of their words, and of
those of the other text that a reader saw beside each the hashes: `same` say the same in other words, `part` are of the
same rule, wider, narrower or in part, and `other` are neither; it holds none of the texts. Counted is by halves of the
documents; the signs were weighed on both (see `train_sentences.py`, which tells how they do on documents not seen).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from archives import add_archive_option, archives_of, bytes_at
from conductatlas.changes.sentences.nearest import Nearest, states_by
from conductatlas.changes.sentences.other_words import rarity
from conductatlas.changes.sentences.said import Said, said_alone
from conductatlas.changes.sentences.sentences_apart import as_read
from conductatlas.provisions import default_finder
from conductatlas.reading import Document, read_markdown

_LENGTH = 16


def hash_of(words: str) -> str:
    """By what words are known here that are not kept."""
    return hashlib.sha256(words.encode()).hexdigest()[:_LENGTH]


@lru_cache(maxsize=8)
def text_of(repository: str, commit: str, path: str) -> Document:
    """A version of a document."""
    return read_markdown(bytes_at(repository, commit, path).decode("utf-8", "replace"))


def judged_sentence(row: Mapping[str, Any], old: Document, new: Document) -> tuple[Said, Document, Nearest] | None:
    """A judged sentence of one of two texts, as they are read, the other text, and what that has near to it.

    None where no such sentence came or went.
    """
    sides = said_alone(old, new)
    (own, others), text = (sides, new) if row["how"] == "went" else (sides[::-1], old)
    said = next((one for one in own if hash_of(one.line) == row["sentence"]), None)
    if said is None:
        return None
    alone = {one.line for one in others}
    return said, text, Nearest(text, alone, rarity(old, new), states_by(default_finder()))


def _nearest(repository: str, row: Mapping[str, Any]) -> Said | None:
    """What is shown beside a judged sentence; None where nothing is."""
    old, new = (as_read(text_of(repository, row[side], row["path"])) for side in ("old", "new"))
    found = judged_sentence(row, old, new)
    return found[2].to(found[0].text) if found else None


def main() -> None:
    """Find, compare, count, print."""
    parser = argparse.ArgumentParser(description="Tell how often the nearest sentence says the like.")
    parser.add_argument("--judged", type=Path, default=Path(__file__).with_name("nearest.jsonl"))
    add_archive_option(parser)
    options = parser.parse_args()
    archives = archives_of(options)
    counts: Counter[tuple[int, str]] = Counter()
    for line in options.judged.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        half = int(hash_of(row["path"]), 16) % 2
        found = _nearest(archives[row["collection"]], row)
        judged = next(
            (name for name in ("same", "part", "other") if found and hash_of(found.line) in row[name]), "not seen"
        )
        counts[half, "sentences"] += 1
        counts[half, "of which the other text has the same"] += bool(row["same"])
        counts[half, "or a part"] += bool(row["same"] or row["part"])
        if found:
            counts[half, f"shown: {judged}"] += 1
    for half in (0, 1):
        for (which, name), number in sorted(counts.items()):
            if which == half:
                sys.stdout.write(f"half {half}  {number:5}  {name}\n")


if __name__ == "__main__":
    main()

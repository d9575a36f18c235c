"""Fetch the texts of our own labels from the public archives that they were read in.

    python training/fetch_passages.py --archive contrib=GITDIR --archive pga=GITDIR … --output passages.jsonl

`labels.jsonl` beside this file keeps for each labelled passage the collection, commit, path, offsets (code points), the
SHA-256 of the text, and the labels; never the text. This script reads the texts from git repositories of these
collections and writes what `train_model.py` reads. A passage whose archive is not given is left out; one whose text has
another hash ends the run.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from archives import add_archive_option, archives_of, bytes_at
from conductatlas.provisions import surroundings
from conductatlas.reading import Document, read_markdown

_LABELS = Path(__file__).with_name("labels.jsonl")


def own_labels() -> list[dict[str, Any]]:
    """The rows of `labels.jsonl`."""
    return [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]


def fetched(labels: list[dict[str, Any]], archives: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The labelled passages of the archives that are given, with text and headings, in the order of the labels."""
    documents: dict[tuple[str, str, str], Document] = {}
    for label in labels:
        if label["collection"] not in archives:
            continue
        key = (label["collection"], label["commit"], label["path"])
        if key not in documents:
            content = bytes_at(archives[label["collection"]], label["commit"], label["path"])
            documents[key] = read_markdown(content.decode("utf-8", "replace"))
        document = documents[key]
        text = document.text[label["start"] : label["end"]]
        if sha256(text.encode()).hexdigest() != label["sha256"]:
            sys.exit(f"{label['id']}: the archive's text at {label['commit'][:8]} is not the one that was labelled")
        # The block itself, not a unit: some of what was labelled is no unit, since it can state nothing.
        block = next(place for place, one in enumerate(document.blocks) if one.start <= label["start"] < one.end)
        context, lead_in = surroundings(document, block)
        yield {
            "id": label["id"],
            "collection": label["collection"],
            "path": label["path"],
            "start": label["start"],
            "end": label["end"],
            "context": context,
            "lead_in": lead_in,
            "text": text,
            "labels": label["labels"],
        }


def main() -> None:
    """Fetch and write."""
    parser = argparse.ArgumentParser(description="Fetch the texts of our own labels from public archives.")
    add_archive_option(parser)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    archives = archives_of(options)
    with options.output.open("w", encoding="utf-8") as output:
        for row in fetched(own_labels(), archives):
            output.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

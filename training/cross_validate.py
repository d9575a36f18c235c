"""Find the provisions of whole documents with models that never saw their platforms.

    python training/cross_validate.py --labelled DIRECTORY --archive NAME=GITDIR … --heads FILE --output findings.jsonl

For each fold of platforms a model is trained on the others, with the recipe of `train_model.py`, and the whole finder
(units, cues, thresholds, passages, grades) runs on the documents that hold labelled passages. The second stage and the
threshold of a fold come from the passages of the other folds, as first stages that never saw them score these. The
output has the form of `conductatlas analyse --format jsonl`, to be scored against `passages.jsonl`. FILE gives the
commit of each archive at which the passages were labelled. With `--by-company` no platform of a company that a fold is
judged on was learned from either.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from companies import company_of
from train_model import FOLDS, fit_by_fold, held_out_scores, put_together, read_material

from archives import add_archive_option, archives_of, bytes_at
from conductatlas.catalogue import load_catalogue
from conductatlas.provisions import Finder
from conductatlas.reading import read_markdown


def main() -> None:
    """Train, find, write."""
    parser = argparse.ArgumentParser(description="Find provisions with models that never saw the platform.")
    parser.add_argument("--labelled", type=Path, required=True)
    parser.add_argument("--own", type=Path)
    add_archive_option(parser)
    parser.add_argument("--heads", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--by-company", action="store_true", help="keep the platforms of a company together")
    options = parser.parse_args()
    archives = archives_of(options)
    heads = json.loads(options.heads.read_text(encoding="utf-8"))
    passages = [json.loads(line) for line in (options.labelled / "passages.jsonl").open(encoding="utf-8")]
    material = read_material(options.labelled, options.own)
    group_of = company_of if options.by_company else str
    material = replace(material, platforms=[group_of(platform) for platform in material.platforms])
    fitted = fit_by_fold(material)
    scores = held_out_scores(material, fitted)
    with options.output.open("w", encoding="utf-8") as output:
        for number, (unseen, first) in enumerate(fitted, 1):
            seen = np.setdiff1d(np.arange(len(scores)), unseen)
            finder = Finder(put_together(first, scores[seen], material.of(seen), "fold")[0], load_catalogue())
            groups = {material.platforms[row] for row in unseen}
            paths = {
                (one["collection"], one["path"]) for one in passages if group_of(one["path"].split("/")[0]) in groups
            }
            for collection, path in sorted(paths):
                text = bytes_at(archives[collection], heads[collection], path).decode()
                for finding in finder.find(read_markdown(text)):
                    for start, end in finding.places:
                        row = {
                            "path": f"{collection}/{path}",
                            "start": start,
                            "end": end,
                            "clause_type": finding.clause_type,
                        }
                        row |= {"severity": finding.severity.value, "stance": finding.stance.value}
                        row |= {"confidence": finding.confidence}
                        output.write(json.dumps(row) + "\n")
            sys.stderr.write(f"fold {number} of {FOLDS}: {len(paths)} documents of unseen platforms\n")


if __name__ == "__main__":
    main()

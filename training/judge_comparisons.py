"""Whether what is set beside a provision has the same effect: a draw to read, and what readers found.

python training/judge_comparisons.py draw --seed 5 --number 100 > pairs.txt
python training/judge_comparisons.py score training/comparisons.jsonl

`draw` takes provisions at random from the database that the settings name, and shows the first comparison of each with
the clause that it stands beside. A pair is named by the hash of both passages, which are the same in every database
that holds the same archives. `score` says how many of the judged pairs are of the same effect, and whether the first
comparisons in the database are still those; where the same words stand on several platforms, it looks at one of them.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conductatlas.records.models import Wording

_SHOWN = 700
# As the page of a record has it.
_LONGEST_QUOTE = 480


def main() -> None:
    """Draw pairs to judge, or count the judgements."""
    parser = argparse.ArgumentParser(description=__doc__)
    actions = parser.add_subparsers(dest="action", required=True)
    draw = actions.add_parser("draw")
    draw.add_argument("--seed", type=int, required=True)
    draw.add_argument("--number", type=int, default=100)
    score = actions.add_parser("score")
    score.add_argument("judged", type=Path)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")
    import django

    django.setup()
    if options.action == "draw":
        _draw(options.seed, options.number)
    else:
        _score([json.loads(line) for line in options.judged.read_text("utf-8").splitlines()])


def _draw(seed: int, number: int) -> None:
    """Show first comparisons until there are enough; say of how many provisions there was none."""
    from conductatlas.reading import visible_text

    shown = drawn = same = 0
    for wording in _at_random(seed):
        drawn += 1
        chosen, identical = _first(wording)
        same += bool(identical) and not chosen
        if chosen is None:
            continue
        shown += 1
        other, quoted, difference = chosen
        pair = {"clause_type": wording.provision.clause_type, "this": _name(wording), "other": _name(other)}
        sys.stdout.write(f"{shown}. {json.dumps(pair)}\n")
        for label, one, words in (("A", wording, wording.passage.text), ("B", other, quoted)):
            sys.stdout.write(f"{label} {one.severity:6} {visible_text(words)[:_SHOWN]}\n")
        sys.stdout.write(f"= {difference}\n\n")
        if shown == number:
            break
    sys.stdout.write(f"{drawn} provisions drawn, {shown} with a comparison, {same} more in the same words only\n")


def _score(judged: list[dict[str, Any]]) -> None:
    counts = Counter(one["judgement"] for one in judged)
    sys.stdout.write(f"{len(judged)} pairs judged: {', '.join(f'{n} {word}' for word, n in counts.most_common())}\n")
    now = Counter[str]()
    for one in judged:
        wording = _wording(one["clause_type"], one["this"])
        chosen = _first(wording)[0] if wording else None
        known = chosen is not None and _name(chosen[0]) == one["other"]
        now["not in this database" if wording is None else "still the first" if known else "no longer the first"] += 1
    sys.stdout.write(f"of them: {', '.join(f'{n} {word}' for word, n in now.most_common())}\n")


def _at_random(seed: int) -> Iterator[Wording]:
    from conductatlas.records.models import Wording

    # By the hash of the words, so that the order does not hang on the order of an import.
    found = Wording.standing().order_by("passage__sha256", "provision__clause_type", "provision")
    ids = list(found.values_list("id", flat=True))
    random.Random(seed).shuffle(ids)  # noqa: S311 (a draw that anyone can repeat)
    loaded = Wording.objects.select_related("passage", "provision__document__platform")
    for one in ids:
        yield loaded.get(id=one)


def _first(wording: Wording) -> tuple[tuple[Wording, str, str] | None, int]:
    """The first comparison of a wording, what is quoted and told of it, and how many say the same in the same words."""
    from conductatlas.comparison import shown_part
    from conductatlas.records.models import Wording
    from conductatlas.site.presenters.kinship import parties_of
    from conductatlas.site.presenters.other_platforms import compare

    document = wording.provision.document
    this, chosen, *_ = compare(wording.provision, wording, parties_of([document])[document.pk])
    if not chosen.telling:
        return None, len(chosen.same_words)
    first = chosen.telling[0]
    other = Wording.standing().select_related("passage").get(provision=first.clause.record)
    part = shown_part(wording.provision.clause_type, this, first, _LONGEST_QUOTE)
    quoted, difference = part if part else (None, first.difference)
    return (other, quoted.text if quoted else "", difference.sentence), len(chosen.same_words)


def _wording(clause_type: str, sha256: str) -> Wording | None:
    from conductatlas.records.models import Wording

    found = Wording.standing().filter(provision__clause_type=clause_type, passage__sha256=sha256)
    return found.select_related("passage", "provision__document__platform").order_by("provision").first()


def _name(wording: Wording) -> str:
    return wording.passage.sha256


if __name__ == "__main__":
    main()

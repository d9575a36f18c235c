"""Draw removed or added provisions at random, each beside what the other version says, for a reader to judge.

    python training/draw_changes.py {removed,added} [--number 50] [--seed 1] [--json FILE]
    python training/draw_changes.py score training/changes.jsonl

works on the database that the settings name. Drawn is from the items of substantive changes; what returned is left out.
A removal is real where no document of the platform says any more what the passage said, an addition where none said it
before. `--json` writes what names each item, by collection, path, commits and the hash of its passage, for the
judgements to be added to (`real`, `cause`); `score` counts them by draw.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import django

from conductatlas.changes.aligning.restated import content, share
from conductatlas.reading import Document as ReadDocument
from conductatlas.reading import read_markdown, visible_text

if TYPE_CHECKING:
    from conductatlas.records.models import ChangeItem

_WIDTH = 110
_QUOTE, _NEAR = 420, 200
# How many of the nearest blocks are shown.
_NEAREST = 3


def drawn(kind: str, number: int, seed: int) -> tuple[int, list[ChangeItem]]:
    """How many items of a kind there are, and some drawn from them: the same from the same records."""
    from conductatlas.records.models import ChangeItem

    of_kind = ChangeItem.objects.filter(kind=kind, returned=False, change__verdict="substantive")
    order = ("change__document__collection__slug", "change__document__path", "change__version__ordinal", "position")
    ids = list(of_kind.order_by(*order).values_list("id", flat=True))
    random.Random(seed).shuffle(ids)  # noqa: S311
    rows = of_kind.select_related(
        "change__version__text",
        "change__previous__text",
        "change__document__collection",
        "change__document__platform",
        "provision",
        "before__passage",
        "after__passage",
    ).in_bulk(ids[:number])
    return len(ids), [rows[one] for one in ids[:number]]


def names_of(item: ChangeItem) -> dict[str, object]:
    """What names an item without its text."""
    change, wording = item.change, item.before or item.after
    assert wording is not None  # noqa: S101 (an item has one at least)
    return {
        "kind": item.kind,
        "collection": change.document.collection.slug,
        "path": change.document.path,
        "old": change.previous.reference,
        "new": change.version.reference,
        "clause_type": item.provision.clause_type,
        "sha256": hashlib.sha256(wording.passage.text.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def shown(item: ChangeItem) -> Iterator[str]:
    """The lines in which an item is shown to a reader."""
    change, wording = item.change, item.before or item.after
    assert wording is not None  # noqa: S101 (an item has one at least)
    old, new = (read_markdown(one.text.text) for one in (change.previous, change.version))
    counts = Counter(change.items.values_list("kind", flat=True))
    stayed = sum(count for line, count in zip(new.word_lines, new.word_counts, strict=True) if line in old.word_lines)
    yield "=" * _WIDTH
    yield (
        f"{item.id} {item.provision.permanent_id} {item.provision.clause_type} {wording.confidence:.2f} "
        f"{change.permanent_id} {change.document.collection.slug} {change.document.path} {change.recorded_at:%Y-%m-%d}"
    )
    yield f"  {sum(old.word_counts):,} to {sum(new.word_counts):,} words, {stayed:,} stayed; {dict(counts)}"
    yield f"  under “{item.provision.heading[:60]}”: {textwrap.shorten(wording.passage.text, _QUOTE)}"
    said = content(visible_text(wording.passage.text))
    here = [("", new if item.kind == "removed" else old)]
    near = [
        (share(said, content(visible)), name, visible)
        for name, document in (*here, *_elsewhere(item))
        for visible in document.visible
    ]
    for much, name, visible in sorted(near, key=lambda one: -one[0])[:_NEAREST]:
        yield f"    {much:.2f} {name or 'here'}: {_around(visible, said)}"


def _around(visible: str, said: frozenset[str]) -> str:
    """The part of a long block that has most of some words in it."""
    tokens = visible.split()
    step, size = 10, 32
    windows = [" ".join(tokens[first : first + size]) for first in range(0, max(1, len(tokens) - size + step), step)]
    best = max(windows, key=lambda window: len(content(window) & said), default="")
    return textwrap.shorten(best, _NEAR)


def _elsewhere(item: ChangeItem) -> Iterator[tuple[str, ReadDocument]]:
    """The other documents of the platform, as they stood at that moment."""
    from conductatlas.records.models import Document, Version

    change = item.change
    others = Document.objects.filter(platform=change.document.platform, collection=change.document.collection)
    for other in others.exclude(id=change.document_id).order_by("id"):
        good = Version.objects.filter(document=other, failed=False, held="", recorded_at__lte=change.recorded_at)
        version = good.select_related("text").order_by("-ordinal").first()
        if version is not None:
            yield other.terms_type, read_markdown(version.text.text)


def score(path: Path) -> Iterator[str]:
    """How many of each draw are real, and the causes of the others."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for draw in sorted({row["draw"] for row in rows}):
        judged = [row for row in rows if row["draw"] == draw]
        causes = Counter(row["cause"] for row in judged if not row["real"])
        told = ", ".join(f"{number} {cause}" for cause, number in causes.most_common())
        yield f"{draw}: {sum(row['real'] for row in judged)} of {len(judged)} are real; {told}"


def main() -> None:
    """Draw and print, or count what was judged."""
    parser = argparse.ArgumentParser(description="Draw removals or additions for a reader to judge.")
    parser.add_argument("what", choices=("removed", "added", "score"))
    parser.add_argument("judgements", nargs="?", type=Path, default=Path(__file__).with_name("changes.jsonl"))
    parser.add_argument("--number", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="write what names each item drawn, a JSON object a line")
    options = parser.parse_args()
    if options.what == "score":
        sys.stdout.writelines(f"{line}\n" for line in score(options.judgements))
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conductatlas.settings")
    django.setup()
    total, items = drawn(options.what, options.number, options.seed)
    sys.stdout.write(f"{total:,} {options.what}\n")
    for item in items:
        sys.stdout.writelines(f"{line}\n" for line in shown(item))
    if options.json:
        options.json.write_text("".join(json.dumps(names_of(one)) + "\n" for one in items), encoding="utf-8")


if __name__ == "__main__":
    main()

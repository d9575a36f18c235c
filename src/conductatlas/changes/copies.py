"""Sentences that stand in two texts, and in fewer places than before or in more: which, and where they no longer do."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from conductatlas.changes.alignment import Alignment
from conductatlas.changes.said import Said, said_in
from conductatlas.reading import Document


class Copy(NamedTuple):
    """A sentence that stands in both texts, and the heading over a place in which only one has it; empty where none."""

    text: str
    under: str


def places_without(
    document: Document, other: Document, lines: Collection[str], alignment: Alignment, *, is_old: bool
) -> list[Said]:
    """For each of some sentences that a text has more often than another one a place that lacks it there.

    What stands in a block for which the other text has none, or one without the sentence, stands there no more, or did
    not before. A sentence for which no place is sure is left out.
    """
    if not lines:
        return []
    held: dict[int, set[str]] = {}
    for one in said_in(other):
        held.setdefault(one.block, set()).add(one.line)
    edges = alignment.from_old if is_old else alignment.from_new
    found: dict[str, Said] = {}
    for one in said_in(document):
        if one.line not in lines or one.line in found:
            continue
        beside = [edge.new if is_old else edge.old for edge in edges.get(one.block, ())]
        if not any(one.line in held.get(block, ()) for block in beside):
            found[one.line] = one
    return list(found.values())


def told_copies(some: Iterable[tuple[Said, str]]) -> tuple[Copy, ...]:
    """Copies of sentences with the headings over them, each sentence once."""
    return tuple({said.line: Copy(said.text, under) for said, under in some}.values())

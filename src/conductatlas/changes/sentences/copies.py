"""Sentences that stand in two texts, and in fewer places than before or in more: which, and where they no longer do."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from conductatlas.changes.aligning.alignment import Alignment
from conductatlas.changes.sentences.said import Said, said_in
from conductatlas.reading import Document


class Copy(NamedTuple):
    """A sentence that stands in both texts, and the heading over a place in which only one has it; empty where none.

    Where both have it under that heading, there is no such place: `also_under` is the heading over one that both have.
    """

    text: str
    under: str
    also_under: str = ""


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


def told_copies(
    some: Iterable[tuple[Said, str]], other: Document, beside: Mapping[int, Said], heading: Callable[[Said], str]
) -> tuple[Copy, ...]:
    """Copies of sentences with the headings over them, each sentence once.

    `other` is the text that has each less often, `beside` those of its sentences that say nearly what one in a place
    does, `heading` the title over a sentence of it. A place is told only where none that it has is under that heading.
    """
    copies = {said.line: (said, under) for said, under in some}
    lines = {beside[said.place].line if said.place in beside else said.line: said.line for said, _ in copies.values()}
    stands: dict[str, list[str]] = {}
    for one in said_in(other):
        if one.line in lines:
            stands.setdefault(lines[one.line], []).append(heading(one))
    told = []
    for line, (said, under) in copies.items():
        places = stands.get(line, [])
        also = under if under in places else next(filter(None, places), "")
        told.append(Copy(said.text, "" if under in places or not places else under, also))
    return tuple(told)

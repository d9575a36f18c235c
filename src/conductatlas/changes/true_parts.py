"""Which blocks really came out of a larger one, or went into it: redlines show those together.

A block is taken for a part of a larger one whose words have its own in their order. In a table of thousands of words
any sentence is, and one that a text says again elsewhere came out of none.
"""

from __future__ import annotations

from dataclasses import replace

from conductatlas.changes.alignment import Alignment, Edge
from conductatlas.changes.words import hashed_runs
from conductatlas.reading import Document

# A block went into another one where this share of its runs of so many words stands there.
_RUN, _MOST = 4, 0.5


def with_true_parts(old: Document, new: Document, alignment: Alignment) -> Alignment:
    """An alignment without those parts; a block that was taken for one alone came or went."""
    parts = [edge for edge in alignment.edges if edge.part]
    if not parts:
        return alignment
    whole_of_old = {edge.old: edge.new for edge in alignment.edges if not edge.part}
    whole_of_new = {edge.new: edge.old for edge in alignment.edges if not edge.part}

    def is_true(edge: Edge) -> bool:
        part, whole = old.word_lines[edge.old], new.word_lines[edge.new]
        partner = whole_of_new.get(edge.new)
        other = "" if partner is None else old.word_lines[partner]
        if edge.new not in whole_of_new and (edge.old in whole_of_old or len(part) > len(whole)):
            part, whole = whole, part
            partner = whole_of_old.get(edge.old)
            other = "" if partner is None else new.word_lines[partner]
        # What the whole had as often without it neither came out of it nor went into it.
        return _stands(part, whole) and _times(part, other) < max(1, _times(part, whole))

    edges = tuple(edge for edge in alignment.edges if not edge.part or is_true(edge))
    has_old, has_new = {edge.old for edge in edges}, {edge.new for edge in edges}
    lost = {edge.old for edge in parts} - has_old, {edge.new for edge in parts} - has_new
    return replace(
        alignment,
        edges=edges,
        removed=tuple(sorted({*alignment.removed, *lost[0]})),
        added=tuple(sorted({*alignment.added, *lost[1]})),
    )


def _stands(part: str, whole: str) -> bool:
    if _times(part, whole):
        return True
    runs = list(hashed_runs(part.split(), _RUN))
    held = frozenset(hashed_runs(whole.split(), _RUN))
    return bool(runs) and sum(run in held for run in runs) >= _MOST * len(runs)


def _times(part: str, whole: str) -> int:
    return f" {whole} ".count(f" {part} ")

"""Whether words of a passage changed between two versions, and not merely the bounds that the finder drew around it."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.changes.alignment import Alignment, Edge
from conductatlas.changes.furniture import is_furniture
from conductatlas.reading import Document


def was_edited(
    old_blocks: frozenset[int], new_blocks: Sequence[int], old: Document, new: Document, alignment: Alignment
) -> bool:
    """Whether words of a passage changed, given by its blocks in both versions, apart from what belongs to the page."""
    before, after = old.word_counts, new.word_counts
    return any(
        _is_edited(after[block], [(edge, before[edge.old]) for edge in alignment.from_new.get(block, ())])
        and not _is_of_page(new, block)
        for block in new_blocks
    ) or any(
        _is_edited(before[block], [(edge, after[edge.new]) for edge in alignment.from_old.get(block, ())])
        and not _is_of_page(old, block)
        for block in old_blocks
    )


def _is_of_page(document: Document, block: int) -> bool:
    """Whether a block belongs to the page; what a sentence leads into is an item of its list, however short."""
    if document.blocks[block].lead_in is not None:
        return not document.word_counts[block]
    return is_furniture(document.source(block), document.visible[block])


def _is_edited(count: int, edges: Sequence[tuple[Edge, int]]) -> bool:
    """Whether a block of so many words has words that stand in no block of the other version as they do here.

    Its edges come with how many words the other block of each has. A block that took up others word for word has words
    of its own where all of theirs are fewer.
    """
    same = [(edge, other) for edge, other in edges if edge.likeness == 1.0]
    return all(edge.part for edge, _ in same) and sum(other for _, other in same) < count

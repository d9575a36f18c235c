"""Whether words of a passage changed between two versions, and not merely the bounds that the finder drew around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conductatlas.changes.aligning.alignment import Alignment, Edge
from conductatlas.changes.layout.furniture import is_furniture
from conductatlas.reading import Document


def was_edited(
    old_blocks: frozenset[int], new_blocks: Sequence[int], old: Document, new: Document, alignment: Alignment
) -> bool:
    """Whether words of a passage changed, given by its blocks in both versions, apart from what belongs to the page."""
    before, after = old.word_counts, new.word_counts
    return any(
        _is_edited(after[block], [(edge, before[edge.old]) for edge in alignment.from_new.get(block, ())])
        and (_joins_list(new, block, alignment.from_new) or not is_furniture(new.source(block), new.visible[block]))
        for block in new_blocks
    ) or any(
        _is_edited(before[block], [(edge, after[edge.new]) for edge in alignment.from_old.get(block, ())])
        and (_joins_list(old, block, alignment.from_old) or not is_furniture(old.source(block), old.visible[block]))
        for block in old_blocks
    )


def _joins_list(document: Document, block: int, edges: Mapping[int, Sequence[Edge]]) -> bool:
    """Whether a block is an item that came to, or went from, a list after a lead-in of which another item stayed.

    Such an item is none of the page's labels, however short: 'Private phone numbers'.
    """
    blocks = document.blocks
    lead_in = blocks[block].lead_in
    if lead_in is None or edges.get(block) or "](" in document.source(block):
        return False
    items = (one for one in range(lead_in + 1, len(blocks)) if blocks[one].lead_in == lead_in)
    return any(edge.likeness == 1.0 and not edge.part for one in items for edge in edges.get(one, ()))


def _is_edited(count: int, edges: Sequence[tuple[Edge, int]]) -> bool:
    """Whether a block of so many words has words that stand in no block of the other version as they do here.

    Its edges come with how many words the other block of each has. A block that took up others word for word has words
    of its own where all of theirs are fewer.
    """
    same = [(edge, other) for edge, other in edges if edge.likeness == 1.0]
    return all(edge.part for edge, _ in same) and sum(other for _, other in same) < count

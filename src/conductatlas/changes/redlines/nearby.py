"""What stands around a passage in its text: the other half of one that was divided, or a neighbour that it took up."""

from __future__ import annotations

from conductatlas.reading import Document

# In code points, on either side.
_REACH = 1500


def around(quote: str, document: Document) -> str:
    """A passage, where it stands first in a document, with the blocks on either side that begin or end near it."""
    places = document.places(quote)
    if not places:
        return quote
    first, last = places[0]
    blocks = document.blocks
    start, end = blocks[first].start, blocks[last].end
    while first > 0 and start - blocks[first - 1].start <= _REACH:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].end - end <= _REACH:
        last += 1
    return document.text[blocks[first].start : blocks[last].end]

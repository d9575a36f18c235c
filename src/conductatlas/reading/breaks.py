"""Thematic breaks: the lines '* * *', '- - -' and '___' that part what stands above them from what stands below."""

from __future__ import annotations

import re

from conductatlas.reading.document import BlockKind, Document, kept_with_document

BREAK = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")


@kept_with_document
def below_breaks(document: Document) -> tuple[int, ...]:
    """The blocks that a thematic break parts from the words above them, in order.

    One right behind a heading only underlines that, and parts nothing.
    """
    found: list[int] = []
    worded: int | None = None
    end = 0
    parted = False
    for place, block in enumerate(document.blocks):
        # Most blocks have nothing but line ends between them.
        between = document.text[end : block.start].strip()
        parted = parted or bool(between and any(BREAK.match(line.rstrip()) for line in between.split("\n")))
        if parted and worded is not None and document.blocks[worded].kind is not BlockKind.HEADING:
            found.append(place)
        parted = False
        if document.word_counts[place]:
            worded = place
        end = block.end
    return tuple(found)

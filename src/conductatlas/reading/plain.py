"""Plain text to blocks: paragraphs, list items, and lines that stand as headings do."""

from __future__ import annotations

import re

from conductatlas.reading.document import Block, BlockKind, Document
from conductatlas.reading.markdown import read_markdown

_NUMBERED = re.compile(
    r"(?:(?:section|article|part|chapter|clause)\s+)?(\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6})[.):]?\s+\S", re.I
)
_LONGEST_HEADING = 90
_SENTENCE_END = (".", ";", ",", ":", "!", "?")


def read_plain(text: str) -> Document:
    """Find the blocks of a plain text; offsets are code points into it as it stands.

    Paragraphs and lists are told as in Markdown, by blank lines and by marks. A short line by itself that ends no
    sentence, and is numbered or written in capitals, is a heading; '2.1' stands under '2'.
    """
    document = read_markdown(text)
    blocks: list[Block] = []
    headings: list[int] = []
    for ordinal, block in enumerate(document.blocks):
        level = block.level if block.kind is BlockKind.HEADING else _heading_level(document.source(ordinal), block)
        if level:
            while headings and blocks[headings[-1]].level >= level:
                headings.pop()
            parent = headings[-1] if headings else None
            blocks.append(Block(BlockKind.HEADING, block.start, block.end, level, parent))
            headings.append(ordinal)
            continue
        lead_in = block.lead_in
        if lead_in is not None and blocks[lead_in].kind is BlockKind.HEADING:
            lead_in = None
        blocks.append(block._replace(heading=headings[-1] if headings else None, lead_in=lead_in))
    return Document(text, tuple(blocks), document.read)


def _heading_level(source: str, block: Block) -> int:
    """The level that a line has as a heading, 0 where it is none."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or "\n" in source or len(source) > _LONGEST_HEADING:
        return 0
    if source.endswith(_SENTENCE_END) or not any(character.isalpha() for character in source):
        return 0
    numbered = _NUMBERED.match(source)
    if numbered:
        return min(6, 2 + numbered.group(1).count("."))
    return 1 if source.isupper() and block.kind is BlockKind.PARAGRAPH else 0

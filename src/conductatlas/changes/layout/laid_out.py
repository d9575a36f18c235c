"""Blocks that another text has as several blocks in a row: where lines end is how a text is laid out, not what it says.

An address is one paragraph in one capture, and a paragraph for each line in the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from conductatlas.reading import Document, kept_with_document

# No more blocks are put together.
_MOST_BLOCKS = 40


def laid_out_otherwise(document: Document, blocks: Iterable[int], other: Document) -> tuple[set[int], set[int]]:
    """Those of some blocks of a document that another one has as several in a row, in the same words, and these."""
    ours: set[int] = set()
    theirs: set[int] = set()
    for block in blocks:
        found = _in_a_row(document.word_lines[block], other)
        if found:
            ours.add(block)
            theirs.update(found)
    return ours, theirs


def _in_a_row(line: str, other: Document) -> list[int]:
    """The first blocks in a row of which the words are those of a line; none where a single one has them."""
    for first in _beginning_with(other).get(line.partition(" ")[0], ()):
        found, left = [first], line
        for number in range(first, min(first + _MOST_BLOCKS, len(other.word_lines))):
            its = other.word_lines[number]
            if not its:
                continue
            if left == its:
                return [*found, number] if number > first else []
            if not left.startswith(f"{its} "):
                break
            found.append(number)
            left = left[len(its) + 1 :]
    return []


@kept_with_document
def _beginning_with(document: Document) -> Mapping[str, list[int]]:
    """The blocks of a document by their first words."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(document.word_lines):
        if line:
            found[line.partition(" ")[0]].append(number)
    return found

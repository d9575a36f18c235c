"""What a passage took up or gave away while its text has it before and after: that did not come, and did not go."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.reading import (
    visible_text,
    word_count,
)

# Where a sentence, an item or a cell of a table ends in a text as it stands.
_BOUNDS = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\n(?=\s*(?:[*+>#-]|\d+[.)]))|\|")
# Shorter lines stand in many places, and say little there.
_FEWEST_WORDS = 5


def sentence_at(passage: str, start: int, end: int) -> str:
    """The sentence, the item or the cell of a passage in which a place of it lies, as a reader sees it."""
    bounds = _bounds_of(passage)
    first = bisect_right(bounds, (start, len(passage))) - 1
    last = bisect_left(bounds, (end, end))
    return visible_text(passage[bounds[first][1] : bounds[last][0] if last < len(bounds) else len(passage)])


@lru_cache(maxsize=16)
def _bounds_of(passage: str) -> Sequence[tuple[int, int]]:
    return ((0, 0), *(found.span() for found in _BOUNDS.finditer(passage)))


def did_not_go(words: str, text: KeptText) -> bool:
    """Whether some words of an old passage, as a reader sees them, still stand in the new text; not of too few."""
    return word_count(words) >= _FEWEST_WORDS and text.times(words) > 0


def did_not_come(words: str, old: KeptText, new: KeptText) -> bool:
    """Whether some words of a new passage stood in the old text, and as often as in the new one; not of too few."""
    return word_count(words) >= _FEWEST_WORDS and old.times(words) >= max(1, new.times(words))

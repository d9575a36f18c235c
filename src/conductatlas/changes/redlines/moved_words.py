"""How much the words say that came or went between two wordings: a trifle is not what a version did above all."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from conductatlas.provisions import content_stems
from conductatlas.reading import visible_text, words

# A word that turns what is said, or a figure, weighs as much as so many others.
_TURNS = frozenset(
    (
        *("not", "never", "no", "nor", "cannot", "may", "can", "must", "shall", "will", "should", "only", "unless"),
        *("except", "without", "any", "all", "always", "solely"),
    )
)
_WEIGHT_OF_TURN = 4


@lru_cache(maxsize=512)
def moved_words(before: str, after: str) -> int:
    """How many words that say something came or went between two wordings, given as they stand in their documents.

    Those that went and came again neither came nor went, so that their order is of no matter.
    """
    said, says = (Counter(words(visible_text(one))) for one in (before, after))
    moved = list(((said - says) + (says - said)).elements())
    turns = sum(word in _TURNS or word.isdigit() for word in moved)
    return _WEIGHT_OF_TURN * turns + len(content_stems(" ".join(moved)))

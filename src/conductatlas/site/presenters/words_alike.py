"""How the words of one passage stand in another of its type: whole, as a part of it, or nearly."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from conductatlas.changes import is_same_provision
from conductatlas.reading import visible_text, word_line

# Fewer words stand within others by accident.
FEWEST_WITHIN = 5
# Words are nearly those of another passage from this likeness on.
_NEARLY = 0.8


class How(Enum):
    """How the words of a passage stand in another one, the nearest first."""

    SAME, WITHIN, NEARLY = range(3)


@lru_cache(maxsize=4096)
def how_it_stands(words: str, other: str) -> How | None:
    """How the words of a passage stand in another one of its type; None where they do not."""
    line, whole = word_line(visible_text(words)), word_line(visible_text(other))
    if line == whole:
        return How.SAME
    if line.count(" ") + 1 < FEWEST_WITHIN:
        return None
    if f" {line} " in f" {whole} ":
        return How.WITHIN
    return How.NEARLY if is_same_provision(words, other, _NEARLY) else None

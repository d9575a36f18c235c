"""The words of a text, as comparisons see them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\w+(?:['’.@/-]\w+)*")
# Tokens that a page makes anew at each load: long, and mixing digits with letters as no word does.
_RANDOM_TOKEN = re.compile(r"(?=\w*\d)(?=\w*[a-zA-Z])[\w-]{16,}|[0-9a-fA-F]{12,}")
# Above this number of words Indel distance is no longer cheap; likeness is then judged on the words as a bag.
_LONGEST_SEQUENCE = 5000


@lru_cache(maxsize=131072)
def words(visible: str) -> tuple[str, ...]:
    """The words of a visible text in lower case, without punctuation and without random tokens."""
    return tuple(word.lower() for word in _WORD.findall(visible) if not _RANDOM_TOKEN.fullmatch(word))


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of two word sequences is common and in the same order: 0 (nothing) to 1 (the same)."""
    if not old and not new:
        return 1.0
    if max(len(old), len(new)) > _LONGEST_SEQUENCE:
        return _likeness_of_bags(old, new)
    return Indel.normalized_similarity(old, new)


def _likeness_of_bags(old: Sequence[str], new: Sequence[str]) -> float:
    counts: dict[str, int] = {}
    for word in old:
        counts[word] = counts.get(word, 0) + 1
    common = 0
    for word in new:
        if counts.get(word, 0) > 0:
            counts[word] -= 1
            common += 1
    return 2 * common / (len(old) + len(new))

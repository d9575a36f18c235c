"""Whether the words that changed in a passage bear on the clause that it states, or on something else in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from conductatlas.provisions import STATES, Finder, JudgedPart, Judgements, judged_parts
from conductatlas.reading import visible_text, words

# A sentence that by itself states a type with less than this probability says nothing of it.
_SAYS_NOTHING = 0.1
# 'We may exercise these rights …': what it says depends on the sentence before it.
_REFERS_BACK = re.compile(
    r"(?:[\w’']+ ){0,4}(?:this|that|these|those|such|it|they|them|its|the (?:foregoing|above|same))\b"
)
_PASSAGES_KEPT = 4096
# The sentences, items and rows of a passage, each with its words.
_Parts = tuple[tuple[JudgedPart, str], ...]


class Bearing:
    """Tells which clauses of a reworded passage its changed sentences speak to; it keeps what it judged last."""

    def __init__(self, finder: Finder) -> None:
        """`finder` reads English: sentences in another language are not to be asked about."""
        self._judge = Judgements(finder, {}).judged
        self._parts = lru_cache(_PASSAGES_KEPT)(self._divided)

    def is_elsewhere(self, clause_type: str, before: str, after: str, heading: str = "", lead_in: str = "") -> bool:
        """Whether only sentences changed that do not state a type, beside one that states it word for word as before.

        Where no sentence states it by itself, or one that changed refers back to one that does, this can't be told, and
        the answer is no. `heading` and `lead_in` are what stands above the passage.
        """
        old, new = self._parts(before, heading, lead_in), self._parts(after, heading, lead_in)
        stood, stands = {said for _, said in old}, {said for _, said in new}
        if not any(said in stood and _chance(part, clause_type) >= STATES for part, said in new):
            return False
        if stood == stands:
            return False
        return not (_touches(clause_type, old, stands) or _touches(clause_type, new, stood))

    def _divided(self, passage: str, heading: str, lead_in: str) -> _Parts:
        return tuple(
            (part, said)
            for part in judged_parts(self._judge, passage, heading, lead_in)
            if (said := " ".join(words(visible_text(passage[part.start : part.end]))))
        )


def _touches(clause_type: str, parts: _Parts, others: set[str]) -> bool:
    """Whether a sentence that the other passage has not states a type, or refers back to one that does."""
    return any(
        _chance(part, clause_type) >= _SAYS_NOTHING
        or (previous is not None and _chance(previous, clause_type) >= STATES and _REFERS_BACK.match(said))
        for previous, part, said in _with_previous(parts)
        if said not in others
    )


def _with_previous(parts: _Parts) -> Iterator[tuple[JudgedPart | None, JudgedPart, str]]:
    previous = None
    for part, said in parts:
        yield previous, part, said
        previous = part


def _chance(part: JudgedPart, clause_type: str) -> float:
    return part.chances.get(clause_type, 0.0)

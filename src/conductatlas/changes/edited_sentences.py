"""Whether a sentence is another one edited, by the words of both."""

from __future__ import annotations

from collections.abc import Sequence

from conductatlas.changes.words import in_order, likeness

# Two sentences are one before and after where so much of both is common, …
LIKE = 0.4
# … or so much of the shorter one stands in the other, nearly all where that is much longer; …
WITHIN, NEARLY_WITHIN, _TIMES_LONGER, _MOST_TIMES_LONGER = 0.7, 0.9, 2.5, 4
# … of so few words that is an accident.
_FEW = 4


def likeness_of_edit(one: Sequence[str], other: Sequence[str], like: float = LIKE, within: float = WITHIN) -> float:
    """How like two sentences are, given by their words: from `like` to 1, or 0 where neither is the other one edited.

    `within`: so much of the shorter one stands in the other, in order, where they are less like.
    """
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    if len(longer) > _MOST_TIMES_LONGER * len(shorter):
        return 0.0
    found = likeness(one, other, like)
    if found >= like:
        return found
    needed = within if len(longer) <= _TIMES_LONGER * len(shorter) else NEARLY_WITHIN
    return like if len(shorter) > _FEW and in_order(shorter, longer, needed) >= needed else 0.0

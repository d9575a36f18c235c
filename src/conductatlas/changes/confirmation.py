"""Which versions must be confirmed before anything is said of them, and by what they are.

Excursions from a text and back to it last twelve hours at the median, and nearly nine in ten are over within two days
(measured on the histories of four collections); what stands longer was seen again at every later look at the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from conductatlas.changes.tracking import ChangeKind, Followed
from conductatlas.changes.words import words
from conductatlas.reading import Document

# How long a version that would remove much must stand, …
STANDS_FOR = timedelta(hours=72)
# … and how long one that looks like a failed capture.
FAILURE_STANDS_FOR = timedelta(days=14)
# Much is half of the provisions, or a quarter where there are many, but more than a few in any case.
_FEWEST_REMOVED, _LARGE_SHARE = 5, 0.5
_MANY_REMOVED, _SMALLER_SHARE = 10, 0.25


def removes_much(standing: int, followed: Sequence[Followed]) -> str:
    """Say how much of `standing` provisions a version would remove, in one sentence; empty where it is not much."""
    removed = sum(one.kind is ChangeKind.REMOVED for one in followed)
    most = removed >= _FEWEST_REMOVED and removed >= _LARGE_SHARE * standing
    many = removed >= _MANY_REMOVED and removed >= _SMALLER_SHARE * standing
    return f"It would remove {removed:,} of {standing:,} provisions at once." if most or many else ""


def is_nearer(text: Document, one: Document, other: Document) -> bool:
    """Whether a text has more in common, by whole blocks, with `one` than with `other`."""
    return _in_common(text, one) > _in_common(text, other)


def _in_common(text: Document, other: Document) -> float:
    """Which share of the words of two texts stands in blocks that both have: 0 to 1."""
    left, right = ([words(visible) for visible in one.visible] for one in (text, other))
    shared = set(left) & set(right)
    common = sum(len(block) for block in (*left, *right) if block in shared)
    return common / max(1, sum(map(len, left)) + sum(map(len, right)))

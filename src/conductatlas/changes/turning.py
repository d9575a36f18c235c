"""Whether words that keep something from a platform came or went with a change: then whom it favours is not told."""

from __future__ import annotations

import re
from collections import Counter

from conductatlas.changes.shifts import Direction

_PROTECTS = re.compile(
    r"\b(?:not|never|cannot|only|consent|permission|appeal|object|opt(?:ed|ing|s)?[ -]in)\b|n['’]t\b", re.IGNORECASE
)


def unless_turned(direction: Direction, before: str, after: str) -> Direction:
    """A direction that was worked out between two passages, neutral where such words speak against it.

    For the better is nothing that took away a 'not' or an 'only with your consent', for the worse nothing that brought
    one.
    """
    had, has = (Counter(found[0].lower() for found in _PROTECTS.finditer(one)) for one in (before, after))
    against = had - has if direction is Direction.BETTER else has - had
    return Direction.NEUTRAL if against and direction in (Direction.BETTER, Direction.WORSE) else direction

"""Whether words that keep something from a platform came or went with a change: then whom it favours is not told."""

from __future__ import annotations

import re
from collections import Counter

from conductatlas.changes.effects.shifts import Direction

_PROTECTS = re.compile(
    r"\b(?:not|never|cannot|only|consent|permission|appeal|object|opt(?:ed|ing|s)?[ -]in)\b|n['’]t\b", re.IGNORECASE
)

_KEEPS_FROM_DATA = re.compile(
    r"(?:\bnot|\bnever|n['’]t)\b[^.;]{0,60}\b(?:collect|process|use|share|sell|disclose|retain|store|train|track)"
    r"|\bprotections? for\b|\bspecial (?:care|protections?)\b",
    re.IGNORECASE,
)


def keeps_from_data(visible: str) -> bool:
    """Whether a passage, as a reader sees it, says what is not done with data, or how some people are protected."""
    return _KEEPS_FROM_DATA.search(visible) is not None


def unless_turned(direction: Direction, before: str, after: str) -> Direction:
    """A direction that was worked out between two passages, not judged where such words speak against it.

    For the better is nothing that took away a 'not' or an 'only with your consent', for the worse nothing that brought
    one.
    """
    had, has = (Counter(found[0].lower() for found in _PROTECTS.finditer(one)) for one in (before, after))
    against = had - has if direction is Direction.BETTER else has - had
    return Direction.UNJUDGED if against and direction in (Direction.BETTER, Direction.WORSE) else direction

"""How grave it is that a platform no longer promises not to do something, or promises less of it."""

from __future__ import annotations

import re
from collections import Counter

from conductatlas.catalogue import Severity
from conductatlas.changes.redline import SegmentKind, redline
from conductatlas.changes.standing import ChangeKind
from conductatlas.reading import visible_text

# The ids of clause types that promise not to do something end so.
_COMMITMENT = "-commitment"
# What makes an exception from a promise.
_EXCEPTS = re.compile(
    r"\b(?:unless|except|although|however|other than|by default|only if|may still|opt(?:ed)?[- ]?in)\b", re.IGNORECASE
)
# What it is promised not to do.
_ACTS = re.compile(
    r"\b(?:sell|sold|share[ds]?|sharing|rent(?:ed)?|trade[ds]?|lease[ds]?|disclose[ds]?|transfer(?:red)?|train(?:ed|ing)?"
    r"|fine-?tune[ds]?|improve[ds]?|develop(?:ed)?)\b",
    re.IGNORECASE,
)


def grade_of_loss(clause_type: str, kind: str, before: str, after: str) -> Severity:
    """How grave it is what became of a promise, given as it stood and as it stands; none for what is none, or stays.

    A promise burdens nobody, and has no grade of its own.
    """
    if not clause_type.endswith(_COMMITMENT):
        return Severity.NONE
    lost = kind == ChangeKind.REMOVED or (
        kind == ChangeKind.REWORDED and promises_less(visible_text(before), visible_text(after))
    )
    return Severity.MEDIUM if lost else Severity.NONE


def promises_less(before: str, after: str) -> bool:
    """Whether an exception came into a promise, or an act that it excludes was struck with nothing in its place."""
    if Counter(_excepted(after)) - Counter(_excepted(before)):
        return True
    segments = redline(before, after)
    stays = [one.text for one in segments if one.kind is SegmentKind.INSERTED]
    return any(
        one.kind is SegmentKind.DELETED
        and _ACTS.search(one.text) is not None
        and not (place + 1 < len(segments) and segments[place + 1].kind is SegmentKind.INSERTED)
        and not any(_ACTS.search(text) for text in stays)
        for place, one in enumerate(segments)
    )


def _excepted(said: str) -> list[str]:
    return [found[0].lower() for found in _EXCEPTS.finditer(said)]

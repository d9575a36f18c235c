"""Whether the words of a clause speak to a question that is asked of it."""

from __future__ import annotations

from conductatlas.provisions import content_stems

_FEWEST = 2
_SHARE = 0.4


def is_spoken_to(question: str, words: str, *, apart_from: str) -> bool:
    """Whether so much of a question stands in a clause's words that these may well answer it.

    `apart_from` are words that say nothing of that: the title of the type, and the names of who acts.
    """
    asked = frozenset(content_stems(question)) - frozenset(content_stems(apart_from))
    spoken = len(asked & frozenset(content_stems(words)))
    return spoken >= _FEWEST and spoken >= _SHARE * len(asked)

"""Whether one passage goes on in another: by words that stand in a row, not by what both are about.

Two passages of one type speak of the same things, and a long list has the words of many a sentence somewhere.
"""

from __future__ import annotations

from functools import lru_cache

from conductatlas.changes.words import FEWEST_WORDS_TO_STAND_FOR, hashed_runs, likeness
from conductatlas.reading import visible_text, words

# Words stand in a row in another passage where so many of them do.
_RUN = 4
# A passage goes on in another one that holds this share of its runs of words, or is as like it as this.
_MOST_RUNS, _LIKE = 0.5, 0.6


def goes_on_in(before: str, after: str) -> bool:
    """Whether a quote is another one reworded, or most of the shorter one's words stand in the longer one in a row."""
    shorter, longer = sorted((before, after), key=len)
    return stands_nearly_in(shorter, longer)


def stands_nearly_in(quote: str, other: str) -> bool:
    """Whether most of a quote's words stand in another one in a row, or the two are one passage reworded."""
    part, whole = words(visible_text(quote)), words(visible_text(other))
    return _share_in_a_row(part, whole) >= _MOST_RUNS or likeness(part, whole, _LIKE) >= _LIKE


def _share_in_a_row(part: tuple[str, ...], whole: tuple[str, ...]) -> float:
    """Which share of the runs of neighbouring words of a passage stands in another: 0 (none) to 1 (all).

    Very few words, which stand anywhere by accident, are held to stand nowhere.
    """
    if len(part) < FEWEST_WORDS_TO_STAND_FOR:
        return 0.0
    runs = _runs(part)
    return len(runs & _runs(whole)) / len(runs)


# One passage is asked about beside many.
@lru_cache(maxsize=2048)
def _runs(of: tuple[str, ...]) -> frozenset[int]:
    return frozenset(hashed_runs(of, _RUN))

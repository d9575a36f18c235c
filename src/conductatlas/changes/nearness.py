"""Whether one passage goes on in another: by words that stand in a row, not by what both are about.

Two passages of one type speak of the same things, and a long list has the words of many a sentence somewhere.
"""

from __future__ import annotations

from conductatlas.changes.words import FEWEST_WORDS_TO_STAND_FOR, likeness
from conductatlas.reading import visible_text, words

# Words stand in a row in another passage where so many of them do.
_RUN = 4
# A passage goes on in another one that holds this share of its runs of words, or is as like it as this.
_MOST_RUNS, _LIKE = 0.5, 0.6


def goes_on_in(before: str, after: str) -> bool:
    """Whether a quote is another one reworded, or most of the shorter one's words stand in the longer one in a row."""
    one, other = words(visible_text(before)), words(visible_text(after))
    return share_in_a_row(*sorted((one, other), key=len)) >= _MOST_RUNS or likeness(one, other, _LIKE) >= _LIKE


def share_in_a_row(part: tuple[str, ...], whole: tuple[str, ...]) -> float:
    """Which share of the runs of neighbouring words of a passage stands in another: 0 (none) to 1 (all).

    Very few words, which stand anywhere by accident, are held to stand nowhere.
    """
    if len(part) < FEWEST_WORDS_TO_STAND_FOR:
        return 0.0
    held = set(zip(*(whole[first:] for first in range(_RUN)), strict=False))
    runs = list(zip(*(part[first:] for first in range(_RUN)), strict=False))
    return sum(run in held for run in runs) / len(runs)

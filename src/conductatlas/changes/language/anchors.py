"""Where two very long rows of words are cut, so that what is between two cuts can be compared by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from conductatlas.changes.language.words import hashed_runs

# So many words in a row that each side has once are the same place of both.
_RUN = 8
# Cuts are so many words apart at least.
_APART = 500


def cut_at_anchors(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where to cut both, in order; the last place is the end of both.

    Cut is behind what both begin with, ahead of what both end with, and between ahead of words in a row that each side
    has once, of as many such runs as are in the same order in both.
    """
    last = other = start = _alike(old, new)
    yield start, start
    end = _alike(old[start:][::-1], new[start:][::-1])
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    for place, its in _in_order(_shared(before, after)):
        if min(start + place - last, start + its - other) >= _APART:
            last, other = start + place, start + its
            yield last, other
    yield len(old) - end, len(new) - end
    yield len(old), len(new)


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with alike."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(old), len(new)))


def _shared(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the runs that both have once, in the order of the old ones."""
    places, others = _once(old), _once(new)
    return [(place, others[run]) for run, place in places.items() if run in others]


def _once(words: Sequence[str]) -> dict[int, int]:
    runs = list(hashed_runs(words, _RUN))
    times = Counter(runs)
    return {run: place for place, run in enumerate(runs) if times[run] == 1}


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many pairs of places, given in the order of the first ones, as are in the same order in both."""
    # By length of a row in order: its last place that comes first, and which pair that is.
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]

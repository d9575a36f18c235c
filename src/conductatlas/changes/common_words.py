"""Which of many lines may have most of their words in common, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import floor

from conductatlas.reading import BLOCKS_IN_MEMORY

# What is lost when shares of numbers are worked out.
_ROUNDING = 1e-9


def sharing_words(some: Sequence[str], others: Sequence[str], share: float) -> list[tuple[int, int]]:
    """The pairs of lines, by their places, where so much of the shorter one's words may stand in the longer one.

    None of these is left out, and most others are: a line that has none of another one's rarest words, one more than
    this may lack, lacks too many (prefix filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity
    Joins in Data Cleaning", ICDE 2006). Rare is what stands in few of `some`. In the order of the lines.
    """
    times = Counter(chain.from_iterable(map(distinct_words, some)))
    holders, begun = _places(map(distinct_words, some)), _places(_rarest(line, times, share) for line in some)
    found: set[tuple[int, int]] = set()
    for other, line in enumerate(others if some else ()):
        distinct = distinct_words(line)
        # What none of them has is the rarest of all.
        held = _rarest(line, times, share) if len(distinct - times.keys()) <= _lacking(line, share) else ()
        for places in (
            *(holders[word] for word in held if word in holders),
            *(begun[word] for word in begun.keys() & distinct),
        ):
            found.update((place, other) for place in places)
    return [(place, other) for place, other in sorted(found) if _may_share(some[place], others[other], share)]


def _may_share(one: str, other: str, share: float) -> bool:
    """Whether so many of the shorter line's distinct words stand in the longer one that so much of it may."""
    shorter, longer = sorted((one, other), key=_length)
    return len(distinct_words(shorter) - distinct_words(longer)) <= _lacking(shorter, share)


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def distinct_words(line: str) -> frozenset[str]:
    """The words of a line, each once."""
    return frozenset(line.split())


def _lacking(line: str, share: float) -> int:
    """How many of a line's words may be lacking where a share of them is there."""
    return floor((1 - share) * _length(line) + _ROUNDING)


def _length(line: str) -> int:
    return line.count(" ") + 1


def _rarest(line: str, times: Counter[str], share: float) -> list[str]:
    return sorted(distinct_words(line), key=lambda word: (times[word], word))[: _lacking(line, share) + 1]


def _places(lines: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """The places of the lines that hold each word."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for word in line:
            found[word].append(place)
    return dict(found)

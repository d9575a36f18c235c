"""Sentences that went of which one that came says the like in other words: two halves of one rewording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from conductatlas.changes.common_words import distinct_words
from conductatlas.changes.said import Said

# By so many letters words of at least so many are the same, in whatever form.
_LETTERS, _SHORTEST = 6, 4
# A word is telling where it stands in so few sentences of both texts, or in such a share.
_IN_FEW, _IN_SHARE = 4, 0.01
# Two sentences are of one subject where so much of what the shorter tells is common, and so many telling words are;
# of sentences that do not stand in the same place more.
_NEAR, _NEAR_TELLING = 0.5, 2
_FAR, _FAR_TELLING = 0.65, 3
_TIMES_LONGER = 3
# So many pairs are compared at most.
_MOST_COMPARED = 40_000


def in_other_words(
    went: Sequence[Said], came: Sequence[Said], all_said: Iterable[Said], are_near: Callable[[Said, Said], bool]
) -> list[tuple[Said, Said]]:
    """The sentences that went, each with the one that came of the same subject, the likest first, and each once.

    `all_said` are those of both texts; `are_near`: whether two stand in the same place. No row of a table is one.
    """
    went, came = ([one for one in some if not one.is_row] for some in (went, came))
    if not went or not came or len(went) * len(came) > _MOST_COMPARED:
        return []
    lines = [one.line for one in all_said]
    often = Counter(chain.from_iterable(map(_stems, lines)))
    few = max(_IN_FEW, _IN_SHARE * len(lines))
    tells = {stem: log(1 + len(lines) / times) for stem, times in often.items()}
    found = []
    for one in went:
        for other in came:
            common = _stems(one.line) & _stems(other.line)
            telling = sum(often[stem] <= few for stem in common)
            shorter, longer = sorted(map(len, (one.line, other.line)))
            if telling < _NEAR_TELLING or longer > _TIMES_LONGER * shorter:
                continue
            whole = min(sum(map(tells.__getitem__, _stems(side.line))) for side in (one, other))
            share = sum(map(tells.__getitem__, common)) / whole
            near = are_near(one, other)
            if share >= (_NEAR if near else _FAR) and telling >= (_NEAR_TELLING if near else _FAR_TELLING):
                found.append((share, one, other))
    pairs: list[tuple[Said, Said]] = []
    taken: set[tuple[str, int]] = set()
    for _, one, other in sorted(found, key=lambda entry: -entry[0]):
        ends = {("went", one.place), ("came", other.place)}
        if taken.isdisjoint(ends):
            taken |= ends
            pairs.append((one, other))
    return pairs


@lru_cache(maxsize=8192)
def _stems(line: str) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in distinct_words(line) if len(word) >= _SHORTEST)

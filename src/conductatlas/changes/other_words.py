"""Sentences that went of which one that came says the like in other words: two halves of one rewording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from conductatlas.changes.said import Said
from conductatlas.provisions import content_stems

# By so many letters words are the same, in whatever form.
_LETTERS = 6
# A word is telling where it stands in so few sentences of each text, or in such a share.
_IN_FEW, _IN_SHARE = 4, 0.01
# Two sentences are of one subject where so much of what the shorter tells is common, and so many telling words are;
# of sentences that do not stand in the same place more.
_NEAR, _NEAR_TELLING = 0.5, 2
_FAR, _FAR_TELLING = 0.65, 3
_TIMES_LONGER = 3
# So many pairs are compared at most.
_MOST_COMPARED = 40_000


def in_other_words(
    went: Sequence[Said],
    came: Sequence[Said],
    texts: tuple[Sequence[Said], Sequence[Said]],
    are_near: Callable[[Said, Said], bool],
) -> list[tuple[Said, Said]]:
    """The sentences that went, each with the one that came of the same subject, the likest first, and each once.

    `texts` are the sentences of both; `are_near`: whether two stand in the same place. No row of a table is one.
    """
    went, came = ([one for one in some if not one.is_row] for some in (went, came))
    if not went or not came or len(went) * len(came) > _MOST_COMPARED:
        return []
    before, after = map(_times, texts)
    often, most = before | after, max(map(len, texts))
    few = max(_IN_FEW, _IN_SHARE * most)
    tells = {stem: log(1 + most / times) for stem, times in often.items()}
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


def rarity(texts: Iterable[Sequence[Said]]) -> Mapping[str, float]:
    """How rare each word is in the sentences of two texts, whichever has it more often."""
    texts = tuple(texts)
    before, after = map(_times, texts)
    most = max(map(len, texts))
    return {stem: log(1 + most / times) for stem, times in (before | after).items()}


def share_of_rare(line: str, other: str, rare: Mapping[str, float]) -> float:
    """Which share of what a sentence says stands in another one, by how rare its words are: 0 to 1."""
    stems = _stems(line)
    whole = sum(rare.get(stem, 0.0) for stem in stems)
    return sum(rare.get(stem, 0.0) for stem in stems & _stems(other)) / whole if whole else 0.0


# Two texts are asked about several times.
@lru_cache(maxsize=2)
def _times(text: tuple[Said, ...]) -> Counter[str]:
    """In how many sentences of a text each word stands."""
    return Counter(chain.from_iterable([_stems(one.line) for one in text]))


@lru_cache(maxsize=8192)
def _stems(line: str) -> frozenset[str]:
    return frozenset(stem[:_LETTERS] for stem in content_stems(line))

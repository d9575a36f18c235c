"""Sentences that went of which one that came says the like in other words: two halves of one rewording."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from conductatlas.changes.common_words import holders
from conductatlas.changes.said import Said
from conductatlas.provisions import content_stems

# By so many letters words are the same, in whatever form.
_LETTERS = 6
# A word is telling where it stands in so few sentences of each text, or in such a share.
_IN_FEW, _IN_SHARE = 4, 0.01
# Two sentences are of one subject where so much of what the shorter tells is common, and so many telling words are;
# of sentences that do not stand in the same place more; …
_NEAR, _NEAR_TELLING = 0.5, 2
_FAR, _FAR_TELLING = 0.65, 3
# … or so much of what each tells, however far apart; or in the same place less of each, but as much of both together; …
_OF_EACH, _OF_EACH_NEAR, _OF_BOTH, _FEWEST_COMMON = 0.45, 0.3, 0.8, 4
# … or less, but so many words.
_OF_BOTH_IN_MANY, _MANY_COMMON = 0.6, 8
_TIMES_LONGER = 3
# What is no more than this of what a sentence tells is said in passing.
_NOT_IN_PASSING = 0.25
# So many pairs are compared at most.
_MOST_COMPARED = 400_000


def in_other_words(
    went: Sequence[Said],
    came: Sequence[Said],
    texts: tuple[tuple[Said, ...], tuple[Said, ...]],
    are_near: Callable[[Said, Said], bool],
) -> list[tuple[Said, Said]]:
    """The sentences that went, each with the one that came of the same subject, the likest first, and each once.

    `texts` are the sentences of both; `are_near`: whether two stand in the same place. No row of a table is one.
    """
    went, came = ([one for one in some if not one.is_row] for some in (went, came))
    if not went or not came or len(went) * len(came) > _MOST_COMPARED:
        return []
    often, tells = _often(texts), rarity(texts)
    few = max(_IN_FEW, _IN_SHARE * max(map(len, texts)))
    whole = {one.line: sum(map(tells.__getitem__, _stems(one.line))) for one in (*went, *came)}
    found = []
    for one in went:
        stems = _stems(one.line)
        for other in came:
            common = stems & _stems(other.line)
            if len(common) < _NEAR_TELLING:
                continue
            shorter, longer = sorted(map(len, (one.line, other.line)))
            if longer > _TIMES_LONGER * shorter:
                continue
            told = sum(map(tells.__getitem__, common))
            shares = sorted(told / whole[side.line] for side in (one, other))
            telling = sum(often[stem] <= few for stem in common)
            if _are_of_one_subject(shares, len(common), telling, near=are_near(one, other)):
                found.append((sum(shares), one, other))
    pairs: list[tuple[Said, Said]] = []
    taken: set[tuple[str, int]] = set()
    for _, one, other in sorted(found, key=lambda entry: -entry[0]):
        ends = {("went", one.place), ("came", other.place)}
        if taken.isdisjoint(ends):
            taken |= ends
            pairs.append((one, other))
    return pairs


def _are_of_one_subject(shares: Sequence[float], common: int, telling: int, *, near: bool) -> bool:
    """Whether two sentences are, by the shares that the common words are of each, the smaller share first."""
    least, most = shares
    if most >= (_NEAR if near else _FAR) and telling >= (_NEAR_TELLING if near else _FAR_TELLING):
        return True
    if common < _FEWEST_COMMON:
        return False
    if least >= _OF_EACH or not near:
        return least >= _OF_EACH
    both = least + most
    return (least >= _OF_EACH_NEAR and both >= _OF_BOTH) or (common >= _MANY_COMMON and both >= _OF_BOTH_IN_MANY)


@lru_cache(maxsize=2)
def rarity(texts: tuple[tuple[Said, ...], tuple[Said, ...]]) -> Mapping[str, float]:
    """How rare each word is in the sentences of two texts, whichever has it more often."""
    most = max(map(len, texts))
    return {stem: log(1 + most / times) for stem, times in _often(texts).items()}


def share_of_rare(line: str, other: str, rare: Mapping[str, float]) -> float:
    """Which share of what a sentence says stands in another one, by how rare its words are: 0 to 1."""
    stems = _stems(line)
    whole = sum(rare.get(stem, 0.0) for stem in stems)
    return sum(rare.get(stem, 0.0) for stem in stems & _stems(other)) / whole if whole else 0.0


# Two texts are asked about several times.
@lru_cache(maxsize=2)
def _often(texts: tuple[tuple[Said, ...], tuple[Said, ...]]) -> Counter[str]:
    """In how many sentences of one of two texts each word stands, whichever has it more often."""
    before, after = (Counter(chain.from_iterable([_stems(one.line) for one in text])) for text in texts)
    return before | after


class Saying:
    """Which share of a sentence some others say, any one of them, by how rare its words are."""

    def __init__(self, others: Iterable[Said], rare: Mapping[str, float]) -> None:
        self._rare = rare
        said = [_stems(one.line) for one in others if not one.is_row]
        self._wholes = list(map(self._told, said))
        self._holders = holders(said)

    def share(self, line: str) -> float:
        """The largest share that one of the others says, not in passing; 0 of a sentence that says hardly anything."""
        stems = _stems(line)
        if len(stems) < _FEWEST_COMMON:
            return 0.0
        held: defaultdict[int, float] = defaultdict(float)
        for stem in stems:
            for other in self._holders.get(stem, ()):
                held[other] += self._rare.get(stem, 0.0)
        much = (told for other, told in held.items() if told >= _NOT_IN_PASSING * self._wholes[other])
        return max(much, default=0.0) / self._told(stems)

    def _told(self, stems: Iterable[str]) -> float:
        return sum(self._rare.get(stem, 0.0) for stem in stems)


@lru_cache(maxsize=8192)
def _stems(line: str) -> frozenset[str]:
    return frozenset(stem[:_LETTERS] for stem in content_stems(line))

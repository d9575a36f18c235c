"""Sentences that went of which one that came says the like in other words: two halves of one rewording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, product
from math import log

from conductatlas.changes.language.common_words import ROUNDING, holders
from conductatlas.changes.language.conditions import begins_with_condition
from conductatlas.changes.language.related_words import stems_in
from conductatlas.changes.sentences.said import Said, said_in
from conductatlas.reading import Document, kept_with_document, word_line

# A word is telling where it stands in so few sentences of each text, or in such a share.
_IN_FEW, _IN_SHARE = 4, 0.01
# Two sentences are of one subject where so much of what the shorter tells is common, and so many telling words are;
# of sentences that do not stand in the same place more; …
_NEAR, _NEAR_TELLING = 0.5, 2
_FAR, _FAR_TELLING = 0.65, 3
# … or so much of what each tells, however far apart; or in the same place less of each, but as much of both together; …
OF_EACH, _OF_EACH_NEAR, _OF_BOTH, _FEWEST_COMMON = 0.45, 0.3, 0.8, 4
# … or less, but so many words.
_OF_BOTH_IN_MANY, _MANY_COMMON = 0.6, 8
_TIMES_LONGER = 3
# What is no more than this of what a sentence tells is said in passing.
_NOT_IN_PASSING = 0.25
# What tells what a reader, or the other side, may do or has to, says more than what only names or describes.
_BINDS = re.compile(r"\b(?:may|can|must|shall|will|should|cannot|not|never)\b")
_OF_SOMEBODY = re.compile(r"\b(?:you|your|we|us|our|users?|customers?)\b")
# Words that are a name together tell no more than one: that two sentences name a thing makes them of no one subject.
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+")
# So many pairs are compared at most.
_MOST_COMPARED = 400_000


def in_other_words(
    went: Sequence[Said],
    came: Sequence[Said],
    old: Document,
    new: Document,
    are_near: Callable[[Said, Said], bool],
    least: float = 0.0,
) -> list[tuple[Said, Said]]:
    """The sentences that went, each with the one that came of the same subject, the likest first, and each once.

    `old` and `new` are the texts; `are_near`: whether two stand in the same place; `least`: such a share of what each
    tells is common. No row of a table is one.
    """
    went, came = ([one for one in some if not one.is_row] for some in (went, came))
    if not went or not came or len(went) * len(came) > _MOST_COMPARED:
        return []
    often, tells = _often(old, new), rarity(old, new)
    few = max(_IN_FEW, _IN_SHARE * max(len(said_in(old)), len(said_in(new))))
    whole = {one.line: sum(map(tells.__getitem__, stems_in(one.line))) for one in (*went, *came)}
    found = []
    stems_of = [stems_in(other.line) for other in came]
    those_with = holders(stems_of)
    for one in went:
        stems = stems_in(one.line)
        shared = Counter(chain.from_iterable([those_with.get(stem, ()) for stem in stems]))
        for place in sorted(place for place, number in shared.items() if number >= _NEAR_TELLING):
            other, common = came[place], stems & stems_of[place]
            shorter, longer = sorted(map(len, (one.line, other.line)))
            if longer > _TIMES_LONGER * shorter or _only_describes(one.line, other.line):
                continue
            told = sum(map(tells.__getitem__, common))
            shares = sorted(told / whole[side.line] for side in (one, other))
            telling = _told_apart([stem for stem in common if often[stem] <= few], one, other)
            if shares[0] >= least and _are_of_one_subject(shares, len(common), telling, near=are_near(one, other)):
                found.append((sum(shares), one, other))
    pairs: list[tuple[Said, Said]] = []
    taken: set[tuple[str, int]] = set()
    for _, one, other in sorted(found, key=lambda entry: -entry[0]):
        ends = {("went", one.place), ("came", other.place)}
        if taken.isdisjoint(ends):
            taken |= ends
            pairs.append((one, other))
    return pairs


def _told_apart(telling: Sequence[str], one: Said, other: Said) -> int:
    """How many things the telling words that two sentences share tell: those that are a name's in both are one."""
    left, things = set(telling), 0
    for name, its in product(_names(one.text), _names(other.text)):
        shared = left & name & its
        if len(shared) > 1:
            left -= shared
            things += 1
    return things + len(left)


@lru_cache(maxsize=8192)
def _names(text: str) -> tuple[frozenset[str], ...]:
    """The words of each name in a sentence."""
    return tuple(stems_in(word_line(name)) for name in _NAME.findall(text))


def _only_describes(line: str, other: str) -> bool:
    """Whether of two sentences one tells what somebody may do or has to, and the other one speaks of nobody."""
    one, its = _speaks_of(line), _speaks_of(other)
    return (all(one) and not any(its)) or (all(its) and not any(one))


# Each of many sentences is asked about beside each of many others.
@lru_cache(maxsize=8192)
def _speaks_of(line: str) -> tuple[bool, bool]:
    """Whether a sentence tells what is done or has to be, and whether it speaks of somebody."""
    return _BINDS.search(line) is not None, _OF_SOMEBODY.search(line) is not None


def _are_of_one_subject(shares: Sequence[float], common: int, telling: int, *, near: bool) -> bool:
    """Whether two sentences are, by the shares that the common words are of each, the smaller share first."""
    least, most = shares
    if most >= (_NEAR if near else _FAR) and telling >= (_NEAR_TELLING if near else _FAR_TELLING):
        return True
    if common < _FEWEST_COMMON:
        return False
    if least >= OF_EACH or not near:
        # Far apart, words that stand all over the texts tell nothing.
        return least >= OF_EACH and (near or telling >= _NEAR_TELLING)
    both = least + most
    return (least >= _OF_EACH_NEAR and both >= _OF_BOTH) or (common >= _MANY_COMMON and both >= _OF_BOTH_IN_MANY)


@lru_cache(maxsize=2)
def rarity(old: Document, new: Document) -> Mapping[str, float]:
    """How rare each word is in the sentences of two texts, whichever has it more often."""
    most = max(len(said_in(old)), len(said_in(new)))
    return {stem: log(1 + most / times) for stem, times in _often(old, new).items()}


def share_of_rare(line: str, other: str, rare: Mapping[str, float]) -> float:
    """Which share of what a sentence says stands in another one, by how rare its words are: 0 to 1."""
    stems = stems_in(line)
    whole = sum(rare.get(stem, 0.0) for stem in stems)
    return sum(rare.get(stem, 0.0) for stem in stems & stems_in(other)) / whole if whole else 0.0


def words_in_common(line: str, other: str) -> int:
    """How many words that say something two sentences have in common, in whatever forms, each once."""
    return len(stems_in(line) & stems_in(other))


class Sharers:
    """Some sentences, by their places, found by the words that they have in common with another one."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._holders = holders(map(stems_in, lines))

    def with_words_of(self, line: str, fewest: int) -> list[int]:
        """Those that have so many words in common with a sentence, in whatever forms, each word once."""
        shared = Counter(chain.from_iterable([self._holders.get(stem, ()) for stem in stems_in(line)]))
        return sorted(place for place, number in shared.items() if number >= fewest)

    def that_may_say(self, line: str, least: float, rare: Mapping[str, float]) -> list[int]:
        """Those that say such a share of a sentence, by how rare its words are, and some that say less."""
        return sorted(_perhaps(stems_in(line), least, self._holders, rare))


def is_said_in_one(
    one: Said, document: Document, rare: Mapping[str, float], least: float, but_for: Callable[[Said], bool]
) -> bool:
    """Whether such a share of what a sentence says stands in one of a text; not in one under a condition of its own.

    `but_for`: nor in some of its sentences.
    """
    said = said_in(document)
    is_conditional = begins_with_condition(one.text)
    perhaps = (said[place] for place in _perhaps(stems_in(one.line), least, _holders_in(document), rare))
    return any(
        share_of_rare(one.line, other.line, rare) >= least
        and begins_with_condition(other.text) <= is_conditional
        and not but_for(other)
        for other in perhaps
    )


@lru_cache(maxsize=2)
def _holders_in(document: Document) -> dict[str, list[int]]:
    """The places of the sentences of a text that hold each word."""
    return holders(stems_in(one.line) for one in said_in(document))


def _perhaps(
    stems: Collection[str], least: float, holding: Mapping[str, Iterable[int]], rare: Mapping[str, float]
) -> set[int]:
    """Those that may say such a share of a sentence, given by its stems, of some by what holds each.

    What lacks all of the sentence's rarest words says too little of it.
    """
    whole = left = sum(rare.get(stem, 0.0) for stem in stems)
    found: set[int] = set()
    for stem in sorted(stems, key=lambda stem: (-rare.get(stem, 0.0), stem)):
        if left < least * whole - ROUNDING:
            break
        found.update(holding.get(stem, ()))
        left -= rare.get(stem, 0.0)
    return found


# Two texts are asked about several times.
@lru_cache(maxsize=2)
def _often(old: Document, new: Document) -> Counter[str]:
    """In how many sentences of one of two texts each word stands, whichever has it more often."""
    return _times(old) | _times(new)


@kept_with_document
def _times(document: Document) -> Counter[str]:
    """In how many sentences of a text each word stands."""
    return Counter(chain.from_iterable([stems_in(one.line) for one in said_in(document)]))


class Saying:
    """What some sentences say of another one, any one of them, by how rare its words are."""

    def __init__(self, others: Iterable[Said], rare: Mapping[str, float]) -> None:
        self._rare = rare
        self._others = others
        self._known: dict[tuple[str, float], bool] = {}

    # Most texts have no section of which it is asked.
    @cached_property
    def _said(self) -> list[frozenset[str]]:
        return [stems_in(one.line) for one in self._others if not one.is_row]

    @cached_property
    def _wholes(self) -> list[float]:
        return list(map(self._told, self._said))

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        return holders(self._said)

    def has(self, line: str, least: float) -> bool:
        """Whether one of the others says such a share, not in passing; never where a sentence says hardly anything."""
        known = self._known.get((line, least))
        if known is None:
            known = self._known[line, least] = self._has(line, least)
        return known

    def _has(self, line: str, least: float) -> bool:
        """The same, not remembered."""
        stems = stems_in(line)
        if len(stems) < _FEWEST_COMMON:
            return False
        whole = self._told(stems)
        return any(
            told >= least * whole and told >= _NOT_IN_PASSING * self._wholes[other]
            for other in _perhaps(stems, least, self._holders, self._rare)
            for told in [self._told([stem for stem in stems if stem in self._said[other]])]
        )

    def _told(self, stems: Iterable[str]) -> float:
        return sum(self._rare.get(stem, 0.0) for stem in stems)

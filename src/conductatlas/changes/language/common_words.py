"""Which of many lines may have most of their words in common, found without comparing each with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from math import floor

from conductatlas.reading import BLOCKS_IN_MEMORY

# What is lost when shares of numbers are worked out.
ROUNDING = 1e-9
# Of so few lines each is compared, which is done sooner than looking for the words that they may have in common.
_FEW = 24


def sharing_words(some: Sequence[str], others: Sequence[str], share: float) -> list[tuple[int, int]]:
    """The pairs of lines, by their places, where so much of the shorter one's words may stand in the longer one.

    None of these is left out, and most others are: a line that has none of another one's rarest words, one more than
    this may lack, lacks too many (prefix filtering: Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity
    Joins in Data Cleaning", ICDE 2006). Rare is what stands in few of `some`. In the order of the lines.
    """
    words_of = [distinct_words(line) for line in some]
    times = Counter(chain.from_iterable(words_of))
    rank = {word: place for place, word in enumerate(sorted(times, key=lambda word: (times[word], word)))}
    bits = {word: 1 << place for word, place in rank.items()}
    # How long each line is, how many distinct words it may lack and has, and these as bits: most of the time goes into
    # counting what two lines have in common.
    measures = [
        (length, _lacking(length, share), len(words), sum(map(bits.__getitem__, words)))
        for length, words in zip(map(_length, some), words_of, strict=True)
    ]
    every, few = range(len(some)), len(some) <= _FEW
    of_word = {} if few else holders(words_of)
    begun = (
        {} if few else holders(_rarest(words, rank, one[1] + 1) for words, one in zip(words_of, measures, strict=True))
    )
    all_known, all_begun = frozenset(rank), frozenset(begun)
    least = min((number - lacking for _, lacking, number, _ in measures), default=0)
    found: list[tuple[int, int]] = []
    for other, line in enumerate(others if some else ()):
        distinct = distinct_words(line)
        known = distinct & all_known
        if not known:
            continue
        length = _length(line)
        lacking = _lacking(length, share)
        # Neither can be the shorter one of a pair that has enough in common.
        if len(known) < min(least, len(distinct) - lacking):
            continue
        perhaps: Iterable[int] = every
        if not few:
            # What none of them has is the rarest of all.
            unknown = len(distinct) - len(known)
            held = _rarest(known, rank, lacking + 1 - unknown) if unknown <= lacking else ()
            perhaps = {place for word in held for place in of_word[word]}
            perhaps.update([place for word in known & all_begun for place in begun[word]])
        number, own = len(distinct), sum(map(bits.__getitem__, known))
        for place in perhaps:
            its_length, its_lacking, its_number, its_bits = measures[place]
            common = (its_bits & own).bit_count()
            if its_number - common <= its_lacking if its_length <= length else number - common <= lacking:
                found.append((place, other))
    return sorted(found)


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def distinct_words(line: str) -> frozenset[str]:
    """The words of a line, each once."""
    return frozenset(line.split())


def _lacking(length: int, share: float) -> int:
    """How many of so many words may be lacking where a share of them is there."""
    return floor((1 - share) * length + ROUNDING)


def _length(line: str) -> int:
    return line.count(" ") + 1


def _rarest(words: Iterable[str], rank: Mapping[str, int], number: int) -> list[str]:
    return sorted(words, key=rank.__getitem__)[:number]


def holders(lines: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """The places of the lines, each given as its words, that hold each word."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        for word in line:
            found[word].append(place)
    return dict(found)

"""Whether one passage goes on in another: by words that stand in a row, not by what both are about.

Two passages of one type speak of the same things, and a long list has the words of many a sentence somewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from conductatlas.changes.language.common_words import holders
from conductatlas.changes.language.words import FEWEST_WORDS_TO_STAND_FOR, hashed_runs, likeness
from conductatlas.reading import visible_text, words

# Words stand in a row in another passage where so many of them do.
_RUN = 4
# A passage goes on in another one that holds this share of its runs of words, or is as like it as this.
_MOST_RUNS, _LIKE = 0.5, 0.6
# What is lost when shares of numbers are worked out.
_ROUNDING = 1e-6


def goes_on_in(before: str, after: str) -> bool:
    """Whether a quote is another one reworded, or most of the shorter one's words stand in the longer one in a row."""
    shorter, longer = sorted((before, after), key=len)
    return stands_nearly_in(shorter, longer)


def stands_nearly_in(quote: str, other: str) -> bool:
    """Whether most of a quote's words stand in another one in a row, or the two are one passage reworded."""
    part, whole = words(visible_text(quote)), words(visible_text(other))
    return _share_in_a_row(part, whole) >= _MOST_RUNS or _are_alike(part, whole)


class Passages:
    """Passages, of which those are soon found in which another nearly stands."""

    def __init__(self, quotes: Sequence[str]) -> None:
        self._shown = [words(visible_text(quote)) for quote in quotes]
        self._distinct = [frozenset(shown) for shown in self._shown]
        self._with_word = holders(self._distinct)
        self._all_runs = frozenset[int]().union(*map(_runs, self._shown))

    def nearly_holding(self, quote: str) -> list[int]:
        """The places of the passages in which a quote nearly stands (`stands_nearly_in`), in order."""
        part = words(visible_text(quote))
        if not part:
            return [place for place, shown in enumerate(self._shown) if not shown]
        return sorted({*self._holding_runs(part), *self._like(part)})

    def _holding_runs(self, part: tuple[str, ...]) -> Iterator[int]:
        """The passages in which most of the runs of words of one stand."""
        runs = _runs(part)
        # What lacks too many in all of them does so in each.
        if len(part) < FEWEST_WORDS_TO_STAND_FOR or len(runs & self._all_runs) / len(runs) < _MOST_RUNS:
            return iter(())
        return (place for place, shown in enumerate(self._shown) if _share_in_a_row(part, shown) >= _MOST_RUNS)

    def _like(self, part: tuple[str, ...]) -> Iterator[int]:
        """The passages of which one is another wording."""
        distinct = len(set(part))
        holding = [self._with_word[word] for word in set(part) if word in self._with_word]
        for place, common in Counter(chain.from_iterable(holding)).items():
            shown = self._shown[place]
            # How many words both have where they are just so much alike; no word that only one has is among them.
            least = _LIKE / 2 * (len(part) + len(shown)) - _ROUNDING
            lacking, too_many = distinct - common, len(self._distinct[place]) - common
            if lacking <= len(part) - least and too_many <= len(shown) - least and _are_alike(part, shown):
                yield place


# They are asked about until one of them changes.
@lru_cache(maxsize=32)
def passages(quotes: tuple[str, ...]) -> Passages:
    """Passages, made ready once for all that ask."""
    return Passages(quotes)


def _are_alike(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return likeness(part, whole, _LIKE) >= _LIKE


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

"""What the other text has nearest to a sentence that came or went: the like in other words, likely and not surely.

Where it is sure that two sentences are one rewording they are told as that. Of the rest a reader sees, beside the one
that came or went, the sentence that is nearest to it of those that only the other text has, and judges for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from math import sqrt

from conductatlas.changes.sentences.binding import lays_down
from conductatlas.changes.sentences.other_words import Sharers, share_of_rare, words_in_common
from conductatlas.changes.sentences.said import Said
from conductatlas.changes.sentences.sentence_weights import points_elsewhere
from conductatlas.provisions import Finder, reads_language
from conductatlas.reading import visible_text, word_line

# The clause types that a sentence states by itself, each with its probability.
States = Callable[[str], Mapping[str, float]]

# How near two sentences are: by the shares of each that both say, and by what both state by themselves; from so much on
# one is shown beside the other. Of sentences that a reader compared, three in four are of one subject then.
_OF_TYPES, _NEAR = 0.3, 0.5
# … or so much more, where one of them is a rule, and the other only tells or explains.
_OF_ONE_RULE = 0.1
# What says less by itself, or has less in common, is never near. So many are looked at for what they state.
_FEWEST, _FEWEST_COMMON, _LOOKED_AT = 5, 2, 6
_BARE, _EXAMPLE = re.compile(r"[?:]\W*\Z|://"), re.compile(r"\W*for (?:example|instance)\b", re.IGNORECASE)


def states_by(finder: Finder, language: str = "en") -> States:
    """The clause types that a sentence of a language states by itself, as a finder judges it.

    None in a language that no finder reads.
    """
    if not reads_language(language):
        return states_nothing
    reading = finder.reading(language)

    def states(sentence: str) -> Mapping[str, float]:
        return reading.chances_of(visible_text(sentence))

    return states


def states_nothing(sentence: str) -> Mapping[str, float]:
    """No clause types, whatever a sentence says."""
    return {}


class Nearest:
    """Which of the sentences that one of two texts has alone is nearest to one of the other text."""

    def __init__(self, alone: Iterable[Said], rare: Mapping[str, float], states: States) -> None:
        """`rare`: how rare each word is in both texts."""
        self._alone = [one for one in alone if not one.is_row and _says_something(one.text, one.line)]
        self._rare = rare
        self._states = states

    @cached_property
    def _sharers(self) -> Sharers:
        return Sharers(one.line for one in self._alone)

    def to(self, text: str) -> Said | None:
        """The sentence that is nearest to one of the other text; None where none is near."""
        line = word_line(text)
        if not _says_something(text, line):
            return None
        perhaps = [self._alone[place] for place in self._sharers.with_words_of(line, _FEWEST_COMMON)]
        by_words = {one.place: self._by_words(line, one.line) for one in perhaps}
        perhaps = [one for one in perhaps if by_words[one.place] >= _NEAR - _OF_TYPES]
        perhaps = sorted(perhaps, key=lambda one: -by_words[one.place])[:_LOOKED_AT]
        near = {one: by_words[one.place] + self._by_what_is_stated(text, one.text) for one in perhaps}
        best = max(near, key=near.__getitem__, default=None)
        return best if best and near[best] >= _NEAR else None

    def _by_words(self, line: str, other: str) -> float:
        """How much two sentences say that the other one says too, by how rare its words are."""
        return sqrt(share_of_rare(line, other, self._rare) * share_of_rare(other, line, self._rare))

    def _by_what_is_stated(self, text: str, other: str) -> float:
        """How near two sentences are by what they state: how likely it is one clause type, and whether one is no rule.

        It may be less than nothing.
        """
        types, its = self._states(text), self._states(other)
        in_both = max((min(types[one], its[one]) for one in types.keys() & its.keys()), default=0.0)
        are_alike = bool(lays_down(text)) == bool(lays_down(other))
        return _OF_TYPES * in_both - (0 if are_alike else _OF_ONE_RULE)


def _says_something(text: str, line: str) -> bool:
    """Whether a sentence, which is such a line of words, says something by itself.

    No question does, no example, no address, nor what only leads into a list or points elsewhere.
    """
    is_bare = _BARE.search(text) or _EXAMPLE.match(text) or points_elsewhere(text)
    return not is_bare and words_in_common(line, line) >= _FEWEST

"""What the other text has nearest to a sentence that came or went: the like in other words, likely and not surely.

Where it is sure that two sentences are one rewording they are told as that. Of the rest a reader sees, beside the one
that came or went, the sentence of the other text that is nearest to it, whether both texts have that or only the other
one, and judges for themselves. How telling the signs of nearness are was learned from pairs that readers judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from math import exp
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from conductatlas.changes.language.related_words import direction_of, stems_in
from conductatlas.changes.sentences.learned import learned
from conductatlas.changes.sentences.other_words import share_of_rare
from conductatlas.changes.sentences.said import Said, said_in
from conductatlas.changes.sentences.sentence_weights import points_elsewhere
from conductatlas.provisions import Finder, reads_language
from conductatlas.reading import Document, kept_with_document, visible_text, word_line

# The clause types that a sentence states by itself, each with its probability.
States = Callable[[str], Mapping[str, float]]

# From so much on one is shown beside the other: of those that readers judged three in four say the same then, or say it
# wider, narrower or in part.
_NEAR = 0.5
# What says less by itself is never near. So many, the likest in meaning, are looked at.
_FEWEST, _LOOKED_AT = 5, 8
_BARE, _EXAMPLE = re.compile(r"[?:]\W*\Z|://"), re.compile(r"\W*for (?:example|instance)\b", re.IGNORECASE)


class Near(NamedTuple):
    """A sentence of the other text, and how likely it is that it states the same rule or a part of it: 0 to 1."""

    said: Said
    likely: float


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
    """Which of the sentences of one of two texts is nearest to one of the other text."""

    def __init__(self, document: Document, alone: Collection[str], rare: Mapping[str, float], states: States) -> None:
        """`alone`: the lines of the sentences that only this text has; `rare`: how rare each word is in both texts."""
        self._saying = _saying_something(document)
        self._alone = frozenset(alone)
        self._rare = rare
        self._states = states
        self._known: dict[str, Near | None] = {}

    def to(self, text: str) -> Said | None:
        """The sentence that is nearest to one of the other text; None where none is near."""
        best = self.best(text)
        return best.said if best and best.likely >= _NEAR else None

    def best(self, text: str) -> Near | None:
        """The sentence that most likely states what one of the other text does; None where either says nothing."""
        if text not in self._known:
            self._known[text] = self._best(text)
        return self._known[text]

    def _best(self, text: str) -> Near | None:
        line = word_line(text)
        some, directions = self._saying
        if not some or not says_something(text, line):
            return None
        nearness = directions @ direction_of(line)
        likest = np.argsort(-nearness, kind="stable")[:_LOOKED_AT]
        perhaps = [(some[place], float(nearness[place])) for place in likest if some[place].line != line]
        found = [Near(one, self._likely(text, line, one, near)) for one, near in perhaps]
        return max(found, key=lambda one: one.likely, default=None)

    def _likely(self, text: str, line: str, other: Said, nearness: float) -> float:
        return 1 / (1 + exp(-learned("nearest").of(self.signs(text, line, other, nearness))))

    def signs(self, text: str, line: str, other: Said, nearness: float) -> dict[str, float]:
        """The signs of nearness of a sentence, which is such a line of words, to one of this text.

        That is how near they are in meaning (-1 to 1), the shares of each that the other one says, by how rare words
        are, how likely both state one clause type, and whether only this text has its sentence.
        """
        types, its = self._states(text), self._states(other.text)
        return {
            "meaning": nearness,
            "share": share_of_rare(line, other.line, self._rare),
            "share_of_other": share_of_rare(other.line, line, self._rare),
            "one_type": max((min(types[one], its[one]) for one in types.keys() & its.keys()), default=0.0),
            "alone": float(other.line in self._alone),
        }


@kept_with_document
def _saying_something(document: Document) -> tuple[tuple[Said, ...], NDArray[np.float32]]:
    """The sentences of a text that say something by themselves, each different one once, and their vectors."""
    by_line = {one.line: one for one in said_in(document) if not one.is_row and says_something(one.text, one.line)}
    directions = [direction_of(line) for line in by_line]
    return tuple(by_line.values()), np.array(directions, np.float32)


def says_something(text: str, line: str) -> bool:
    """Whether a sentence, which is such a line of words, says something by itself.

    No question does, no example, no address, nor what only leads into a list or points elsewhere.
    """
    is_bare = _BARE.search(text) or _EXAMPLE.match(text) or points_elsewhere(text)
    return not is_bare and len(stems_in(line)) >= _FEWEST

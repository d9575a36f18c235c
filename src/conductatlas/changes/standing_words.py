"""Sentences that one of two passages lacks while its text has them elsewhere, word for word or nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from conductatlas.reading import visible_words

# A sentence with the white space behind it.
_SENTENCES = re.compile(r"\S.*?(?:(?<=[.!?;:])\s+|\n+|\Z)", re.DOTALL)
# Shorter lines stand in many places, and say little there.
_FEWEST_WORDS = 5
# Each sentence is held against all others: passages of more are compared as they are.
_MOST_SENTENCES = 120
# One may be part of another that is longer.
_LONGEST = 3
# Of two sentences that are nearly the same, so many of the shorter one's words are, in this order.
_NEARLY = 0.8
# … and at least so many of its distinct words are in the longer one.
_NEARLY_SHARED = 0.7


def with_what_stands(passage: str, other: str, text: str) -> str:
    """The words of a passage, with those sentences of another that its own text has elsewhere, as the text has them.

    They stand where the other passage has them, so that comparing both marks only what was edited in them. A sentence
    that the passage itself has in other words is left: it was edited there. Very long passages are left as they are.
    """
    own, others = _SENTENCES.findall(passage), _SENTENCES.findall(other)
    if max(len(own), len(others)) > _MOST_SENTENCES:
        return passage
    lines = {one.strip() for one in own}
    elsewhere = [one for one in _sentences_of(text) if one not in lines]
    place, space = 0, " "
    for one in others:
        line = one.strip()
        at = next((number for number in range(place, len(own)) if own[number].strip() == line), None)
        if at is None:
            at, likeness = _most_like(line, own)
            if likeness < _NEARLY:
                stands, found = _most_like(line, elsewhere)
                if found < max(_NEARLY, likeness):
                    continue
                if place and not own[place - 1][-1].isspace():
                    own[place - 1] += space
                own.insert(place, elsewhere[stands] + (_space_behind(one) or " "))
                at = place
        place, space = max(place, at + 1), _space_behind(one) or " "
    return "".join(own).rstrip()


def _space_behind(sentence: str) -> str:
    return sentence[len(sentence.rstrip()) :]


# Of a text, several passages are mostly compared one after the other.
@lru_cache(maxsize=8)
def _sentences_of(text: str) -> Sequence[str]:
    return tuple(one.strip() for one in _SENTENCES.findall(visible_words(text)))


@lru_cache(maxsize=8192)
def _words_of(sentence: str) -> tuple[list[str], frozenset[str]]:
    words = sentence.split()
    return words, frozenset(words)


def _most_like(sentence: str, others: Iterable[str]) -> tuple[int, float]:
    """The place of the sentence that is most like one, and how like it is from 0 to 1; short ones are like none."""
    words, distinct = _words_of(sentence)
    best = (0, 0.0)
    if len(words) < _FEWEST_WORDS:
        return best
    matcher = SequenceMatcher(None, b=words, autojunk=False)
    for place, other in enumerate(others):
        other_words, others_distinct = _words_of(other)
        least, most = sorted((len(words), len(other_words)))
        # To count is much quicker than to compare.
        if least < max(_FEWEST_WORDS, most / _LONGEST) or len(distinct & others_distinct) < _NEARLY_SHARED * min(
            len(distinct), len(others_distinct)
        ):
            continue
        matcher.set_seq1(other_words)
        same = sum(block.size for block in matcher.get_matching_blocks())
        best = max(best, (place, same / least), key=lambda found: found[1])
    return best

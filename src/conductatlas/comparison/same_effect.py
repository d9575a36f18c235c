"""Whether two sentences that say the same thing by a word of theirs say it to the same effect.

One may deny it, except something from it, only try to do it, do it beforehand, or say it of somebody else: then the
likeness would hide what matters.
"""

from __future__ import annotations

import re

from conductatlas.provisions import content_stems

_SENTENCE_END = re.compile(r"[.!?][\"”’)*_]{0,3}\s|\n|;\s")
_LONGEST = 900
_DENIES = re.compile(r"\b(?:not|never|no|neither|nor|none|cannot|without|refus\w+|declin\w+)\b|n[’']t\b", re.IGNORECASE)
# What turns the effect of a sentence round; both have it, or neither.
_OTHER_TURNS = (
    r"\b(?:notwithstanding|even if|subject to|only)\b",
    r"\A\W*(?:\w+\W+){0,3}(?:if|where|when|once) (?:you|the customer|a user|users)\b",
    r"\b(?:attempt\w*|try|tries|endeavou?r\w*|efforts?|where (?:possible|appropriate|practicable)|may|might|can)\b",
    r"\b(?:before|beforehand|prior|in advance|advance|ahead)\b",
    r"\bopt(?:ed|ing|s)?[ -]?out\b",
    r"\bopt(?:ed|ing|s)?[ -]?in\b",
    r"\bon behalf of\b",
    r"\b(?:either|each|both|neither) (?:party|parties|side|of us)\b",
)
_TURNS = (_DENIES, *(re.compile(words, re.IGNORECASE) for words in _OTHER_TURNS))
# What excepts something: two sentences that do except the same only where they say it in nearly the same words.
_EXCEPTS = re.compile(
    r"\b(?:unless|except(?:ions?|ing|ed)?|other than|excluding|save (?:for|as|that)|provided,? (?:\w+,? )?that)\b",
    re.IGNORECASE,
)
_NEARLY_THE_SAME = 0.8
# What is only attempted, or done where it can be.
ATTEMPTS = re.compile(
    r"\befforts?\b|\bwhere (?:feasible|possible|practicable|appropriate)\b|\b(?:try|tries|aims?|endeavou?rs?) to\b",
    re.IGNORECASE,
)


def are_to_one_effect(this: str, at: tuple[int, int], other: str, other_at: tuple[int, int]) -> bool:
    """Whether the sentences around two places, each in its clause, turn round the same way."""
    ours, theirs = sentence_around(this, *at), sentence_around(other, *other_at)
    return except_alike(ours, theirs) and all(
        bool(words.search(ours)) is bool(words.search(theirs)) for words in _TURNS
    )


def turned_apart(ours: str, theirs: str) -> int:
    """How many of the words that turn an effect round only one of two sentences has."""
    turns = (_EXCEPTS, *_TURNS)
    return sum(1 for words in turns if bool(words.search(ours)) is not bool(words.search(theirs)))


def bounds(sentence: str) -> bool:
    """Whether a sentence excepts something, or only tries to do what it says."""
    return any(words.search(sentence) for words in (_EXCEPTS, ATTEMPTS))


def except_alike(ours: str, theirs: str) -> bool:
    """Whether neither of two sentences excepts anything, or both do in nearly the same words."""
    excepting = [_EXCEPTS.search(one) is not None for one in (ours, theirs)]
    if not all(excepting):
        return not any(excepting)
    words, others = set(content_stems(ours)), set(content_stems(theirs))
    return len(words & others) >= _NEARLY_THE_SAME * len(words | others)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence around a place."""
    ends = _SENTENCE_END.search(text, end, end + _LONGEST)
    return text[_sentence_start(text, start) : ends.start() if ends else end + _LONGEST]


def _sentence_start(text: str, place: int) -> int:
    first = max(0, place - _LONGEST)
    return max((found.end() for found in _SENTENCE_END.finditer(text, first, place)), default=first)

"""Whether a sentence holds in some cases alone, by what it begins with, and whether it needs all of them or any."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from conductatlas.changes.language.quotations import denies
from conductatlas.reading import words

# '3.2. If you pay us, …', '(b) unless you object, …'; behind 'when' or 'where' may stand what is always so.
_CONDITION = re.compile(
    r"\W*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,3}(?:\.\d{1,3})*)[.)]\s+)?(?:if|unless|only)\s", re.IGNORECASE
)
# What stands ahead of one condition or several, no farther than so many words from what joins these.
_CONDITIONAL = frozenset(("if", "when", "where", "unless", "until", "except", "provided"))
_JOINING, _FARTHEST = {"and": "or", "or": "and"}, 30
# What turns a word round that stands behind it, of so many letters: 'irrevocable', 'indirect', 'unlimited'.
_TURNING, _FEWEST_LETTERS = ("non-", "non", "un", "in", "ir", "im"), 5


def begins_with_condition(sentence: str) -> bool:
    """Whether a sentence begins with a condition: 'If you pay us, you can object at any time'."""
    return _CONDITION.match(sentence) is not None


def hold_in_the_same_cases(one: str, other: str) -> bool:
    """Whether of two sentences in much the same words neither begins with a condition, nor denies, alone."""
    if begins_with_condition(one) != begins_with_condition(other):
        return False
    return denies(one.split()) == denies(other.split())


def turn_a_word(line: str, other: str) -> bool:
    """Whether of two lines of words one has the opposite of a word of the other, as 'irrevocable' and 'revocable'."""
    left, right = set(line.split()), set(other.split())
    return _turns(left, right) or _turns(right, left)


def _turns(some: set[str], others: set[str]) -> bool:
    """Whether some words have the opposite of one of others which they lack, and that these lack."""
    return any(
        word.startswith(turning) and len(rest) >= _FEWEST_LETTERS and rest in others - some
        for word in some - others
        for turning in _TURNING
        for rest in [word.removeprefix(turning)]
    )


def needs_otherwise(one: str, other: str) -> bool:
    """Whether of two states of a sentence one needs all of its conditions, where the other needs any of them.

    'If you are of age and live in the valley' holds for fewer than 'if you are of age or live in the valley'.
    """
    before, after = words(one.lower()), words(other.lower())
    if _CONDITIONAL.isdisjoint(before) or _CONDITIONAL.isdisjoint(after):
        return False
    return any(
        _JOINING.get(before[edit.src_pos]) == after[edit.dest_pos]
        and not _CONDITIONAL.isdisjoint(before[max(0, edit.src_pos - _FARTHEST) : edit.src_pos])
        and not _CONDITIONAL.isdisjoint(after[max(0, edit.dest_pos - _FARTHEST) : edit.dest_pos])
        for edit in Levenshtein.editops(before, after)
        if edit.tag == "replace"
    )

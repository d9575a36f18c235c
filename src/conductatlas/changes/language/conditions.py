"""Whether a sentence holds in some cases alone, by what it begins with."""

from __future__ import annotations

import re

from conductatlas.changes.language.quotations import denies

# '3.2. If you pay us, …', '(b) unless you object, …'; behind 'when' or 'where' may stand what is always so.
_CONDITION = re.compile(
    r"\W*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,3}(?:\.\d{1,3})*)[.)]\s+)?(?:if|unless|only)\s", re.IGNORECASE
)


def begins_with_condition(sentence: str) -> bool:
    """Whether a sentence begins with a condition: 'If you pay us, you can object at any time'."""
    return _CONDITION.match(sentence) is not None


def hold_in_the_same_cases(one: str, other: str) -> bool:
    """Whether of two sentences in much the same words neither begins with a condition, nor denies, alone."""
    if begins_with_condition(one) != begins_with_condition(other):
        return False
    return denies(one.split()) == denies(other.split())

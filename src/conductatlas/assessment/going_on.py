"""What a clause goes on with behind what it states: what limits that, right behind it, or grants all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from conductatlas.assessment.quoting import LONGEST, STATES, is_quotable, quoted

_TURNS = re.compile(
    r"(?:however|but|nevertheless|nonetheless|that said|notwithstanding (?:the )?(?:foregoing|above|this|that))\b,? "
    r"(?=\w)",
    re.IGNORECASE,
)
# Wherever it stands beside a promise on training: 'When you come without an account, you grant us … for training'.
_ON_TRAINING = frozenset(("ai-training-opt-out", "ai-no-training-commitment"))
_GRANTS_TRAINING = re.compile(
    r"\b(?:you|customers?|users?) (?:\w+ ){0,2}(?:grants?|gives?|licen[cs]es?|assigns?)\b"
    r"(?:(?!\b(?:not|never|exclud\w+|except|other than|without)\b)[^.;])*\btrain(?:s|ing)?\b",
    re.IGNORECASE,
)


def goes_on_with(weighed: Sequence[tuple[str, float]], own_words: Sequence[str] = ()) -> str:
    """The sentence with which a clause goes on behind the first that states its type, if it begins with 'However'.

    `weighed` are its sentences in their order, each with the probability that it states the type. Where the clause is
    told by `own_words`, the sentence before it must be the last of these. Empty where there is none.
    """
    behind = (
        said
        for (before, chance), (said, _) in pairwise(weighed)
        if chance >= STATES and _TURNS.match(said) and (not own_words or own_words[-1].endswith(before))
    )
    return next(behind, "")


def grants_beside(clause_type: str, weighed: Sequence[tuple[str, float]]) -> str:
    """The sentence beside a promise on training by which users grant just that; empty where there is none."""
    if clause_type not in _ON_TRAINING:
        return ""
    return next((said for said, _ in weighed if _GRANTS_TRAINING.search(said)), "")


def told_as_going_on(sentence: str) -> str:
    """The sentence of a page that quotes what a clause goes on with; empty where that can't be quoted by itself."""
    turns = _TURNS.match(sentence)
    if len(sentence) > LONGEST or not is_quotable(f"… {sentence[turns.end() :]}" if turns else sentence):
        return ""
    return f"Behind what it gives, it goes on: {quoted(sentence)}."


def told_as_granting(sentence: str) -> str:
    """The sentence of a page that quotes a grant beside a promise; empty where that can't be quoted by itself."""
    return f"It also says: {quoted(sentence)}." if len(sentence) <= LONGEST and is_quotable(sentence) else ""

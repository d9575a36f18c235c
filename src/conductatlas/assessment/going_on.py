"""What a clause goes on with behind what it states: what limits that, right behind it, or grants all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from conductatlas.assessment.quoting import LONGEST, LONGEST_PAIR, STATES, is_quotable, quoted, within_quotation

_TURNS = re.compile(
    r"(?:however|but|nevertheless|nonetheless|that said|notwithstanding (?:the )?(?:foregoing|above|this|that))\b,? "
    r"(?=\w)",
    re.IGNORECASE,
)
# Wherever it stands beside a promise on training: 'When you come without an account, you grant us … for training'.
_ON_TRAINING = frozenset(("ai-training-opt-out", "ai-no-training-commitment"))
_GRANTS_TRAINING = re.compile(
    r"(?:\b(?:you|customers?|users?) (?:\w+ ){0,2}(?:grants?|gives?|licen[cs]es?|assigns?)"
    r"|(?<!\bif )(?<!\bwhen )(?<!\bwhere )(?<!\bunless )(?<!\bonce )(?<!\bif the )(?<!\bwhen the )(?<!\bunless the )"
    r"\b(?:you|customers?|users?) (?:hereby |expressly |also )?authori[sz]es?)\b"
    r"(?:(?!\b(?:not|never|exclud\w+|except|other than|without)\b)[^.;])*\btrain(?:s|ing)?\b",
    re.IGNORECASE,
)
# 'They are used to improve our models', beside what is not used for training.
_IMPROVES = re.compile(
    r"(?!.*\b(?:not|never|unless|without)\b)(?!.*n['’]t\b)"
    r".*\bused?\b[^.;]{0,200}\b(?:to|for) (?:[\w,]+ ){0,5}?(?:train|improv)\w*",
    re.IGNORECASE,
)

# Wherever it stands beside a right to deletion: 'Closing your account does not delete our copies of your letters.'
_ON_DELETION = frozenset(("deletion-right",))
_LEAVES = re.compile(
    r"\b(?:delet(?:e|ing|ion)|remov(?:e|ing|al)|clos(?:e|ing|ure)|deactivat(?:e|ing|ion)|clear(?:ing)?|uninstall(?:ing)?)\b"
    r"(?:(?!\b(?:if|unless|until|when)\b)[^.;]){0,140}?\b(?:may|might|will|would|does|do)(?: not|n['’]t)\b"
    r"(?: (?:\w+ly|necessarily|fully|always))? (?:delete|remove|erase)\b",
    re.IGNORECASE,
)

# What binds those who get data, wherever it stands beside: 'These companies may use it only to provide the service.'
_ON_RECIPIENTS = frozenset(("service-provider-sharing",))
_BINDS = re.compile(
    r"(?:(?:these|those|such|all|our|the) (?:[\w-]+ ){0,4}?)?(?:companies|providers|vendors|contractors|processors"
    r"|partners|recipients|third parties|agents|suppliers|entities)\b"
    r"(?=[^.;]*\b(?:us(?:e|ing)|process\w*|disclos\w*)\b)"
    r"[^.;]{0,20}\b(?:are|may|can|will|must|shall)\b(?! (?:also )?be (?:able|used))[^.;]{0,80}"
    r"\b(?:only|solely|not(?! only)|never)\b",
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
    """The sentence beside a promise by which it gives less: users grant the training, or what they delete is kept.

    Empty for none, and beside promises on anything else.
    """
    if clause_type in _ON_DELETION:
        return next((said for said, _ in weighed if _LEAVES.search(said)), "")
    if clause_type not in _ON_TRAINING:
        return ""
    return next((said for said, _ in weighed if _GRANTS_TRAINING.search(said) or _IMPROVES.match(said)), "")


def binds_beside(clause_type: str, weighed: Sequence[tuple[str, float]]) -> str:
    """The sentence beside a sharing with vendors that says what these may do with the data; empty for none."""
    if clause_type not in _ON_RECIPIENTS:
        return ""
    return next((said for said, _ in weighed if _BINDS.match(said)), "")


def going_on_told(weighed: Sequence[tuple[str, float]], own_words: Sequence[str], told: Sequence[str]) -> str:
    """What a clause goes on with, told; empty where there is no such sentence, or it was quoted before."""
    said = goes_on_with(weighed, own_words)
    # Elsewhere it is quoted without its first word.
    return _told_as_going_on(said) if _is_unquoted(said.partition(" ")[2], told) else ""


def grant_told(clause_type: str, weighed: Sequence[tuple[str, float]], told: Sequence[str]) -> str:
    """What a clause says beside a promise by which it gives less, told; empty for none, or if it was quoted before."""
    said = grants_beside(clause_type, weighed)
    return _told_as_granting(said) if _is_unquoted(said, told) else ""


def binding_told(clause_type: str, weighed: Sequence[tuple[str, float]], told: Sequence[str]) -> str:
    """What binds those who get data, told; empty where nothing does, or how they are bound was told before."""
    said = binds_beside(clause_type, weighed)
    return _told_as_binding(said) if _is_unquoted(said, told) else ""


def _is_unquoted(said: str, told: Sequence[str]) -> bool:
    """Whether something is said, and was not quoted before."""
    quote = within_quotation(said).rstrip(".")
    return quote != "" and quote not in " ".join(told)


def _told_as_going_on(sentence: str) -> str:
    """The sentence of a page that quotes what a clause goes on with; empty where that can't be quoted by itself."""
    turns = _TURNS.match(sentence)
    if len(sentence) > LONGEST or not is_quotable(f"… {sentence[turns.end() :]}" if turns else sentence):
        return ""
    return f"Behind what it gives, it goes on: {quoted(sentence)}."


def _told_as_binding(sentence: str) -> str:
    """The sentence of a page that quotes what binds vendors; empty where it is long, or could not be told by itself."""
    first, _, rest = sentence.partition(" ")
    named = f"Our {rest}" if first.lower() in ("these", "those", "such") else sentence
    fits = len(sentence) <= LONGEST and is_quotable(named)
    return f"On how such vendors are bound, it says: {quoted(sentence)}." if fits else ""


def _told_as_granting(sentence: str) -> str:
    """The sentence of a page that quotes a grant beside a promise; empty where that can't be quoted by itself."""
    return f"It also says: {quoted(sentence)}." if len(sentence) <= LONGEST_PAIR and is_quotable(sentence) else ""

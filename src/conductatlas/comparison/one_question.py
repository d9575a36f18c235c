"""Whether two figures answer the same question, by the sentences in which they stand.

A time within which users leave is no time within which they are told, a time at most none at least, and a figure from
which something is excepted none for all.
"""

from __future__ import annotations

import re

from conductatlas.comparison.same_effect import ATTEMPTS, except_alike, sentence_around

_Place = tuple[int, int]

# So much before a figure says how it bounds.
_BEFORE = 48
_BOUNDS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:at least|(?:not?|never) (?:less|fewer|sooner|earlier) than|minimum|or more)\b",
        r"\b(?:within|no later than|not later than|up to|at most|(?:not?|never) (?:more|longer) than|maximum|exceed)\b",
        r"\b(?:after|following|once)\b",
    )
)
# What a sentence is about; both figures are of the same, or they are not compared.
_MATTERS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bterminat|\bcancel|\bclos(?:e|es|ed|ing|ure)\b",
        r"\brenew",
        r"\bchang|\bmodif|\bupdat|\bamend|\brevis",
        r"\bprices?\b|\bfees?\b|\bcharg",
        r"\brefund|\breimburs|\breturn|\bwithdraw",
        r"\bbreach|\bincident|\bviolat",
        r"\bdelet|\beras|\bdestroy|\bpurg|\bremov",
        r"\bback-?ups?\b|\barchiv",
        r"\blogs?\b|\bcookies?\b|\bIP\b",
        r"\baccounts?\b",
        r"\bcontent\b|\bprompts?\b|\bconversations?\b|\bmessages?\b|\binputs?\b|\boutputs?\b",
        r"\brequests?\b|\bcomplain|\bappeal",
        r"\bextend|\bextension",
        r"\bmonthly\b|\b(?:per|a|each) month\b",
        r"\bannual|\byearly\b|\bper annum\b|\b(?:per|a|each) year\b",
        r"\barbitrat|\bmediat|\binformal",
        r"\binactiv",
        (
            r"\b(?:you|customers?|users?|subscribers?|either party|each party)\b[^.;]{0,40}"
            r"\b(?:must|shall|may|can|will|agree)\b"
        ),
        r"\b(?:parent|guardian)",
        ATTEMPTS.pattern,
        r"\b(?:greater|higher|more) of\b|\bwhichever is (?:the )?(?:greater|higher|larger|more)\b",
        r"\b(?:less(?:er)?|lower) of\b|\bwhichever is (?:the )?(?:less(?:er)?|lower|smaller)\b",
    )
)


def answer_one_question(this: str, at: _Place, other: str, other_at: _Place) -> bool:
    """Whether two figures, each at a place in its clause, bound the same thing in the same way."""
    ours, theirs = sentence_around(this, *at), sentence_around(other, *other_at)
    if not except_alike(ours, theirs):
        return False
    if any(bool(words.search(ours)) is not bool(words.search(theirs)) for words in _MATTERS):
        return False
    before, others_before = this[max(0, at[0] - _BEFORE) : at[0]], other[max(0, other_at[0] - _BEFORE) : other_at[0]]
    return all(bool(words.search(before)) is bool(words.search(others_before)) for words in _BOUNDS)

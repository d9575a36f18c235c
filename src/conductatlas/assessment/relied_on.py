"""Whether a clause names something as that on which it relies.

What it says to be missing, and what it only points to for reading, it does not rely on.
"""

from __future__ import annotations

import re

_REACH = 140
_MISSING = re.compile(
    r"(?<!\bor )\b(?:not\b(?! (?:only|just|merely)\b)|cannot\b|never\b|no longer\b|lacks?\b|lacking\b|absence of\b"
    r"|lack of\b|instead of\b|rather than\b|(?:there (?:is|are)|ha(?:s|ve)|by|under|with) no\b)"
    r"|n[’']t\b(?! (?:only|just|merely)\b)"
    # 'We transfer nothing without these clauses'.
    r"|(?<!\w)without\b",
    re.IGNORECASE,
)
_NOT_WITHOUT = re.compile(r"(?:\b(?:not|no|never|nothing)\b|n[’']t\b)[^.;,]* without\Z", re.IGNORECASE)
# Where something else begins than what is missing.
_TURNS = re.compile(
    r"[.;:!?](?!\w)|,(?! (?:or|nor|the|an?)\b)|\b(?:but|unless|except|until|only|other than|however|where|when|if)\b"
    r"|\b(?:we|us|you|they)\b"
    # 'Countries that have no such decision: transfers there take place under …'.
    r"|\b(?:decisions?|protection|countr(?:y|ies))\b[^.;,]{0,80} "
    r"(?:takes?|is|are|will|shall|may|can|must|rel(?:y|ies))\b",
    re.IGNORECASE,
)
_FOR_READING = re.compile(
    r"\b(?:(?:learn|read|know|find out|see) (?:more )?(?:information |details )?"
    r"|(?:more|for|further|additional) (?:information|details) )(?:about|on|regarding|concerning)\b[^.;,]{0,60}\Z",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r" ?\([^()]*\)")


def is_relied_on(text: str, start: int) -> bool:
    """Whether what words at a place of a text name is neither said to be missing nor only pointed to."""
    before = _BRACKETS.sub("", text[max(0, start - _REACH) : start])
    if _FOR_READING.search(before):
        return False
    missing = [one for one in _MISSING.finditer(before) if not _TURNS.search(before, one.end())]
    return not missing or _NOT_WITHOUT.search(before[: missing[-1].end()]) is not None

"""Who gives the notice whose length a passage states."""

from __future__ import annotations

import re

from conductatlas.provisions.facts.letters import small_letters

USER, EITHER = "the user", "either side"

_USERS = r"(?:you|customers?|users?|subscribers?|clients?|members?|licensees?)"
_REACH = 400
# Where another sentence begins, or what somebody else does: 'on 5 days' notice, and we may do so on 10 days' notice'.
_ENDS = re.compile(
    rf"[.;!?]\s|\n\s*\n|(?<=\w)[’']?[^.;\w]{{1,2}}(?:and|but|while|whereas|except(?: that)?)\s"
    rf"(?:that\s)?(?:we|{_USERS}|either party)\s(?:must|may|can|will|shall|have|has)\b"
    r"|\bexcept (?:that )?(?=(?:[\w’'-]+ ){1,3}(?:must|may|will|shall)\b)"
)
_OF_EITHER = re.compile(
    r"\b(?:either|each|any|both|one) (?:of (?:the|us|our) )?part(?:y|ies)\b|\beither (?:you or|we or|us or|of us\b)"
    r"|\b(?:to|gives?|giving|notif(?:y|ies|ying)|provid(?:e|es|ing)) (?:the other|each other)\b"
)
_TO_USER = re.compile(
    r"\b(?:notif(?:y|ies|ying)|inform(?:s|ing)?|tell(?:s|ing)?|remind(?:s|ing)?|alert(?:s|ing)?|e-?mail(?:s|ing)?"
    r"|giv(?:e|es|ing)|provid(?:e|es|ing)(?: to)?|send(?:s|ing)?(?: to)?)"
    rf" (?:(?:all|our|the|each|affected|active) ){{0,2}}(?<!by ){_USERS}\b"
    rf"|\bnotice\b[^.;]{{0,40}}?\bto (?:the )?{_USERS}\b|\b{_USERS} (?:will|shall|must|may) (?:be|receive|get|have)\b"
)
_GIVES = (
    r"(?:giv|provid|send|notif|inform|terminat|cancel|end|submit|deliver|issu|remov|clos|reduc|discontinu|declin|opt)"
    r"(?:e|es|y|ies|ing|s)?\b"
)
_BY_USER = re.compile(rf"\b{_USERS} (?:(?!receiv|be\b|not\b)[\w’']+ ){{0,6}}?{_GIVES}")
_TO_PROVIDER = re.compile(
    r"\b(?:notif(?:y|ies|ying)|inform(?:s|ing)?|tell(?:s|ing)?|giv(?:e|es|ing)|provid(?:e|es|ing)|send(?:s|ing)?) us\b"
    r"|\bnotice\b[^.;]{0,40}?\bto us\b"
)
_BY_PROVIDER = re.compile(r"\bwe\b|\b(?:may|will|shall|can|reserves?)\b")


def giver_of_notice(text: str, start: int, end: int) -> str:
    """Who gives a notice whose length stands at a place: `USER`, `EITHER`; empty for the provider or where unclear."""
    lowered = small_letters(text)
    begins = max((found.end() for found in _ENDS.finditer(lowered, max(0, start - _REACH), start)), default=0)
    ends = _ENDS.search(lowered, end)
    before, after = lowered[max(begins, start - _REACH) : start], lowered[end : ends.start() if ends else end + _REACH]
    said = f"{before}\0{after}"
    if _TO_USER.search(said):
        return ""
    if _OF_EITHER.search(said):
        return EITHER
    if _TO_PROVIDER.search(said):
        return USER
    acts = list(_BY_USER.finditer(before))
    return USER if acts and not _BY_PROVIDER.search(before, acts[-1].end()) else ""

"""Which words of a clause count for a sentence that rests on them.

Those of a duty that is denied do not, nor those of a title that is only cited, nor a safeguard that is missing; nor,
for what is told of all of it, those of a sentence that is for some people or cases.
"""

from __future__ import annotations

import re

from conductatlas.assessment.limits import condition_of
from conductatlas.assessment.relied_on import is_relied_on
from conductatlas.catalogue import QUOTED, WAY, placeholders
from conductatlas.provisions import TO_OTHERS, TO_PROVIDER, grantee

_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“(]?[A-Z0-9])|\n")
_DUTY = r"(?:obligation|obligations|duty|duties|requirement|responsibility(?= to\b))"
_NO_DUTY = re.compile(
    r"\b(?:(?:not|never) (?:be )?(?:\w+ )?(?:required|obliged|obligated|bound) to\b"
    r"|not under (?:an|any) (?:\w+ )?obligation to\b"
    rf"|(?:no|(?:not|never) (?:have|assume|undertake|accept) (?:an|any)|without (?:an|any)) (?:\w+ )?{_DUTY}\b"
    r"|(?:do|does|shall|will|did) not (?:undertake|commit|promise) to\b"
    r"|nor (?:will|shall|do|does|are|is|can|must) (?:we|it|they|[A-Z]\w+)\b)",
    re.IGNORECASE,
)
_WITHOUT_LIMITING = re.compile(r"\bwithout (?:limiting|limitation (?:of|to)|prejudice to)\b[^,;:]*\Z", re.IGNORECASE)
# Where something else begins than what is denied.
_TURNS = re.compile(
    r"[;:)]|\b(?:but|however|although|though|except|unless|while|whereas|yet)\b"
    r"|\b(?:we|you|it|they|and|or) (?:may|can|will|shall|reserve)\b|\breserves? the right\b",
    re.IGNORECASE,
)
# 'We may, but are not obliged to, remove', 'disputes that you are not required to arbitrate'.
_NOT_ALONE = re.compile(
    r"\b(?:may|can|right)\b[^.;]{0,60}\b(?:but|though|although)\b[^.;,]{0,40}\Z"
    r"|\b(?:although|though|while|even if)\b[^.;]*\Z"
    r"|\b(?:that|which|who)(?: \w+){0,4} (?:is|are|has|have|do|does)? ?\Z",
    re.IGNORECASE,
)
_NUMBERED = r"(?:sections?|articles?|clauses?|paragraphs?|parts?|exhibits?|annex|appendix|schedule)"
# 'Section 8 (Exclusive Remedies)', 'the section titled “How disputes are settled”', 'under the heading “Fees”'.
_CITED = re.compile(
    rf"\b{_NUMBERED} [\dA-Z][\w.]*(?:\([a-z0-9]+\))* ?\((?P<named>[A-Z“\"][^()]{{2,80}})\)"
    rf"|\b(?:{_NUMBERED}|heading|pages?|polic(?:y|ies))(?: below| above)?,? (?:titled|entitled|called|headed|named)? ?"
    r"[“\"](?P<titled>[^”\"]{2,100})[”\"]"
    rf"|\b(?:see|in|under) [“\"](?P<quoted>[^”\"]{{2,80}})[”\"] ?(?:{_NUMBERED}\b|(?:above|below)\b)"
    rf"|[“\"](?P<before>[^”\"]{{2,80}})[”\"] {_NUMBERED}\b",
    re.IGNORECASE,
)
_BY_AGENT = re.compile(r"\b(?:if|where|when) (?:an?|the|your) (?:authori[sz]ed )?agent\b", re.IGNORECASE)
_OF_A_PERMISSION = "The permission "
_GRANTS = re.compile(r"\bgrants?\b[^.;]{0,40}", re.IGNORECASE)
# A subject is one for whomever it is, and whatever is said of it.
_NAMES_A_SUBJECT = re.compile(
    r"(?:It|The clause|This clause)(?: itself)?(?: also)? (?:speaks|names|mentions)\b"
    r"|.*\bamong (?:its subjects|what it speaks of)\b"
)
# What is said of nothing that a clause does without.
_RELIES = re.compile(r"On a safeguard, it says\b|It (?:mentions|speaks of) (?:a )?safeguards?\b")
# This is told of some only, who are named, or of how they differ.
_OF_SOME = re.compile(
    r"\b(?:some|whoever|whether|those|not the same|which of|adults?|parents?|guardians?|child(?:ren)?|consumers?"
    r"|compan(?:y|ies)|organi[sz]ations?|California)\b",
    re.IGNORECASE,
)


def counts_for(sentence: str, found: re.Match[str]) -> bool:
    """Whether words of a clause bear a sentence of the prose whose pattern has found them."""
    if _is_cited(found) or (sentence.startswith(_OF_A_PERMISSION) and _is_of_another_grant(found)):
        return False
    if _RELIES.match(sentence) and not is_relied_on(found.string, found.start()):
        return False
    if _NAMES_A_SUBJECT.match(sentence) or placeholders(sentence) & {QUOTED, WAY}:
        return True
    if _SENTENCE_ENDS.search(found.group()):
        return True
    return not _is_denied(found) and (_OF_SOME.search(sentence) is not None or not _is_for_some(found))


def _is_of_another_grant(found: re.Match[str]) -> bool:
    """Whether words stand in a licence to other users, beside one to the provider."""
    if grantee(found.string, found.start()) != TO_OTHERS:
        return False
    return any(grantee(found.string, one.end()) == TO_PROVIDER for one in _GRANTS.finditer(found.string))


def _is_cited(found: re.Match[str]) -> bool:
    """Whether words stand in the title of another section, which says nothing here."""
    start, end = found.span()
    begins, ends = _sentence_around(found)
    for cited in _CITED.finditer(found.string, begins, ends):
        title = cited.span(cited.lastgroup or 0)
        if title[0] <= start and end <= title[1] and end > start:
            return True
    return False


def _is_denied(found: re.Match[str]) -> bool:
    """Whether what words speak of is what nobody has to do by them, or something that is only left untouched."""
    before = found.string[_sentence_around(found)[0] : found.start()]
    if _WITHOUT_LIMITING.search(before):
        return True
    return any(
        not _TURNS.search(before, denial.end()) and not _NOT_ALONE.search(before[: denial.start()])
        for denial in _NO_DUTY.finditer(before)
    )


def _is_for_some(found: re.Match[str]) -> bool:
    """Whether words stand in a sentence for some people or cases, and the clause does not begin with those."""
    words, (start, end) = found.string, _sentence_around(found)
    first = _SENTENCE_ENDS.search(words)
    own = _limited_to(words[start:end])
    return bool(own) and own != _limited_to(words[: first.start() if first else len(words)])


def _limited_to(sentence: str) -> str:
    """For whom or for which case a sentence is, in its words; empty where for all."""
    by_agent = _BY_AGENT.search(sentence)
    return (condition_of(sentence.strip()) or (by_agent.group() if by_agent else "")).lower()


def _sentence_around(found: re.Match[str]) -> tuple[int, int]:
    ends = [one.end() for one in _SENTENCE_ENDS.finditer(found.string)]
    begins = max((one for one in ends if one <= found.start()), default=0)
    return begins, min((one for one in ends if one > found.start()), default=len(found.string))

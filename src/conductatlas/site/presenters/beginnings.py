"""How the words that a record quotes begin, as a reader sees them."""

from __future__ import annotations

import re

# What ends after a few words is a title or a label, though it begins with a small letter.
_WITHIN_A_SENTENCE = re.compile(
    r"[\s*•·+-]*(?:\(?(?:[a-zA-Z]|[ivxIVX]{2,5}|\d{1,2})[.)]\s+)?[a-z]{2,},?\s+(?:[^.!?]|\.\w){40}"
)
# 'To exercise these rights', before any right was named.
_OF_RIGHTS_ABOVE = re.compile(
    r"(?:(?!\brights?\b)[^.:;?!\n]){0,80}\b(?:these|such|those|(?:the )?(?:above|foregoing)) (?:\w+ )?rights?\b",
    re.IGNORECASE,
)
# 'For the above reasons', 'for the purposes described above', in a first sentence.
_OF_GROUNDS_ABOVE = re.compile(
    r"[^.:;?!\n]{0,300}?\b(?:(?:the|these|those|such) (?:above|foregoing|aforementioned) "
    r"(?P<what>reasons|purposes|grounds)"
    r"|(?:the|these) (?P<those>reasons|purposes|grounds) (?:(?:listed|set out|described|stated|given) )?above)\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\W*(?:in (?:summary|short|brief|a nutshell)|summary|to summari[sz]e|TL;?DR)\b\W?[:,]", re.IGNORECASE
)


def begins_within_a_sentence(words: str) -> bool:
    """Whether words begin within a sentence."""
    return _WITHIN_A_SENTENCE.match(words) is not None


def named_above(words: str) -> str:
    """Of what the first sentence of some words speaks as named above: 'rights', 'reasons'; empty for nothing."""
    if _OF_RIGHTS_ABOVE.match(words):
        return "rights"
    found = _OF_GROUNDS_ABOVE.match(words)
    return (found["what"] or found["those"]).lower() if found else ""


def call_themselves_summary(words: str) -> bool:
    """Whether words call themselves a summary."""
    return _SUMMARY.match(words) is not None

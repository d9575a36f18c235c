"""What a sentence lays down: what the other side may do or does, what a reader has to, and what is promised to them."""

from __future__ import annotations

import re
from functools import lru_cache

# Who may do something, or promises it: not the reader, nor what a sentence is about.
_NOT_THEY = (
    r"(?!(?:you|users?|customers?|they|it|this|that|there|these|who|which|and|or|not|how|what|content|people|others)\b)"
)
_NOTES = r"(?: (?!not\b|only\b)\w+){0,3}?"
_ACTS = (
    r"(?:suspend|terminat|cancel|disabl|delet|remov|restrict|limit|block|refus|den(?:y|ies|ied)|declin|charg|bill|increas"
    r"|rais|chang|modif|amend|discontinu|monitor|review|access|screen|scan|record|shar|disclos|s[eo]ll|sold|transfer"
    r"|assign|us(?:e[ds]?|ing)\b|collect|retain|withh[eo]ld|requir|revok|ban\b|banned|report|grant|waiv|forfeit|expir"
    r"|take (?:\w+ )?(?:action|measures)|combin|process|stor(?:e[ds]?|ing)\b|receiv|analy[sz]|profil|recover|deduct"
    r"|clos(?:e[ds]?|ing)\b)\w*"
)
_READER = r"(?:you|users?|customers?|members?|subscribers?|developers?|licensees?|creators?|sellers?|advertisers?)"
# That one agrees to a text is no rule of it.
_AGREES = r"agree(?! to (?:adhere|abide|comply|be bound|the |these |our ))"
_IS_BOUND = r"(?:are|is|will be)(?: \w+)?? (?:responsible|liable|required|obligated|charged|prohibited)"
_PAYMENTS = r"(?:pay|refund|reimburs|compensat|bear|indemnif)\w*"
_GIVES = rf"(?:{_PAYMENTS}|(?:credit|notif|inform|delet|erase|respond|ensur|defend|return|restor|waive)\w*)"
_RULES = re.compile(
    # What the other side may do, or does with what is a reader's.
    r"\b(?:reserves?|retains?) the right\b"
    r"|\b(?:have|has) (?:the|a) right to \w+"
    r"|\b(?:sole|absolute|own) (?:and absolute )?discretion\b"
    rf"|\b{_NOT_THEY}\w+,? (?:may|can|might|will){_NOTES} {_ACTS}"
    rf"|\b(?:may|can|might|will){_NOTES} be(?: \w+)?? {_ACTS}"
    rf"|\bwe(?: (?:also|automatically))? (?!use){_ACTS}"
    # What a reader has to do, or may not.
    rf"|\b{_READER}(?: \w+){{0,3}}? (?:{_AGREES}|waive|consent to|represent|(?:hereby )?grants?|{_IS_BOUND})\b"
    rf"|\b{_READER} (?:will|may|can)? ?(?:not|never|only)\b"
    r"|\bno ?(?:one|body) (?:may|can)\b|\b(?:expires?|lapses?|forfeits?)\b"
    r"|\b(?:must|shall)\b(?! mean)|\bnon-?refundable\b|\bno refunds?\b|\b(?:is|are) (?:strictly )?prohibited\b"
    # What is promised to a reader.
    rf"|\b{_NOT_THEY}\w+ (?:will|shall)(?: \w+){{0,2}}? {_GIVES}"
    rf"|\b{_NOT_THEY}\w+ (?:(?:do|does|will|shall) not|(?:do|does|wo)n['’]t) \w+",
    re.IGNORECASE,
)
# 'We will pay both fees': what is promised in money.
_PAYS = re.compile(rf"\b{_NOT_THEY}\w+ (?:will|shall)(?: \w+){{0,2}}? {_PAYMENTS}", re.IGNORECASE)


@lru_cache(maxsize=8192)
def lays_down(sentence: str) -> frozenset[str]:
    """What a sentence lays down: the last word of each act, duty or promise; empty where it only tells or explains.

    'We may share' and 'we may also share' lay down the same.
    """
    return frozenset(found[0].lower().rsplit(maxsplit=1)[-1] for found in _RULES.finditer(sentence))


def promises_to_pay(sentence: str) -> bool:
    """Whether a sentence says that the other side pays something, or gives money back."""
    return _PAYS.search(sentence) is not None

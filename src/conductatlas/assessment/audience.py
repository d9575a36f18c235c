"""For whom a document says that it is, in its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from conductatlas.assessment.quoting import ends_abbreviated
from conductatlas.assessment.territory import FOR_PEOPLE
from conductatlas.reading import Document, visible_text

# In so many characters a document says that consumers are not meant by it; further down it may speak of one product.
_SAYS_SO_WITHIN = 12_000
_SUBJECT = (
    r"(?:(?:the|our|this|these|all) )?(?:[\w’'.&-]*\w ){0,3}?"
    r"(?:services?|products?|platform|software|solutions?|offerings?|terms|agreement|conditions)"
    r"(?: (?:under|of|described in|provided under) (?:these|this) \w+)?"
)
_CONSUMERS = r"consumers?\b(?! (?:protection|law|rights?|data|report|claims?|privacy))(?!['’])"
# What does not limit the rights of consumers is for them.
_NO_RIGHT = (
    r"(?!(?:limit|affect|exclu|restrict|prejud|depriv|waiv|modif|alter|reduc|impair|right|liab|remed|guarant|warrant))"
    r"[\w’'-]+"
)
# 'The Service is not intended for use by consumers', 'this Agreement applies to X, and does not apply to consumers'.
_NOT_FOR_CONSUMERS = re.compile(
    rf"(?:\A|[.!?:*_] ?)\W{{0,3}}{_SUBJECT} (?:only )?(?:(?:is|are|does|do) not"
    rf"|(?:is|are|appl(?:y|ies)) [^.;]{{0,300}}?(?:and|but) (?:(?:is|are|does|do) )?not) (?:{_NO_RIGHT},? ){{0,20}}?"
    rf"(?:for|by|to|with) (?:[\w-]+ ){{0,3}}?{_CONSUMERS}",
    re.IGNORECASE,
)
_BUSINESS = r"(?:business|commercial|enterprise|professional)"
_NOT_PRIVATE = r"(?:(?!\b(?:personal|private|individuals?|consumers?|non-?commercial)\b)[^.;])"
# 'The Services are offered only to businesses', 'you shall use the Service solely for your internal business purposes'.
_FOR_BUSINESS_ALONE = re.compile(
    rf"(?:\A|[.!?:*_] ?)\W{{0,3}}{_SUBJECT} (?:is|are) (?:\w+ ){{0,3}}?(?:intended|designed|meant|offered|provided"
    rf"|available)\b{_NOT_PRIVATE}{{0,60}}\b(?:only|solely|exclusively)\b{_NOT_PRIVATE}{{0,60}}"
    rf"\b(?:{_BUSINESS} (?:users?|customers?|use|purposes)|businesses|companies|organi[sz]ations|legal entities)\b"
    rf"|(?:\A|[.!?:*_] ?)\W{{0,3}}{_SUBJECT} (?:is|are) (?:only )?for {_BUSINESS} "
    rf"{_NOT_PRIVATE}{{0,20}}?(?:users|customers)\b"
    rf"|\b(?:access|use)\b(?: and use)? (?:the |our )?(?:\w+ ){{0,2}}?(?:services?|products?|platform|software)\b"
    rf"{_NOT_PRIVATE}{{0,120}}\b(?:(?:solely|only|exclusively) for {_NOT_PRIVATE}{{0,30}}?"
    r"\bbusiness (?:purposes|operations|use)\b"
    rf"|for (?:your|its|customer['’]s) (?:own )?(?:internal )?business (?:purposes|operations|use) only\b)",
    re.IGNORECASE,
)
# Who the other side is.
_OF_ORGANISATIONS = re.compile(
    r"\b(?:between|by|with) (?:and between )?(?:the |an? )?(?:business customer|organi[sz]ation|company)\b"
    rf"{_NOT_PRIVATE}{{0,120}}\(\"Customer\"\)",
    re.IGNORECASE,
)
# Whom it also turns to, where only a purpose speaks of businesses.
_TO_CONSUMERS = re.compile(
    r"\b(?:(?:if|where|when|unless) (?:you(?:['’]re| are)|(?:the )?customer is) (?:an? )?(?:[\w-]+ ){0,2}"
    r"|as an? (?:\w+[ -])?)consumers?\b"
    r"|\b(?:your|their|a) personal capacity\b"
    r"|\bpersonal(?:,| and| or) (?:non-?commercial|household|private) (?:use|purposes)\b",
    re.IGNORECASE,
)
# 'These Terms apply to you if you are a consumer', 'govern your personal use as an Ostmark consumer'.
_CONSUMERS_ALONE = re.compile(r"\b(?:if you are|use as) an? (?:[\w-]+ ){0,3}consumer\b(?!,? or\b)", re.IGNORECASE)
_STRAIGHT = str.maketrans("“”", '""')
_FIRST_WORD = re.compile(r"\w")
# The name of a company may end in a full stop, with what it is called here behind it.
_SENTENCE_ENDS = re.compile(
    r"[.!?](?:[\"”’)*_]*)(?= [A-Z]|\Z)|(?<!\bInc)(?<!\bLtd)(?<!\bCorp)[.!?](?:[\"”’)*_]*)(?= [\"“(])"
)


@dataclass(frozen=True, slots=True)
class Audience:
    """By which of its words, as a reader sees them, a document says for whom it is, and in which of its blocks.

    `businesses`: whether it is for businesses alone; `of_part`: whether other parts of it are for others.
    """

    said: str
    block: int
    businesses: bool
    of_part: bool = False

    @property
    def consumers(self) -> bool:
        """Whether it is for consumers alone."""
        return not self.businesses and _CONSUMERS_ALONE.search(self.said) is not None


def audiences_of(document: Document) -> tuple[Audience, ...]:
    """The words by which a document says that it is for businesses alone, or else for the people of which places.

    Of the latter there are several where it is several texts in a row. None where it says neither.
    """
    opening = _opening(document)
    for pattern in (_NOT_FOR_CONSUMERS, _OF_ORGANISATIONS, _FOR_BUSINESS_ALONE):
        for number, block in opening:
            found = pattern.search(block)
            if found and (pattern is not _FOR_BUSINESS_ALONE or not _TO_CONSUMERS.search(document.text)):
                return (_said(block, found, number, businesses=True),)
    if not any(FOR_PEOPLE.search(block) for _, block in opening):
        return ()
    blocks = enumerate(document.visible)
    matched = ((number, block, FOR_PEOPLE.search(block)) for number, block in blocks)
    said = [_said(block, found, number, businesses=False) for number, block, found in matched if found]
    several = len({one.said for one in said}) > 1
    return tuple(replace(one, of_part=several) for one in said)


def audience_at(audiences: Sequence[Audience], blocks: Sequence[int]) -> Audience | None:
    """Of those that a document names, for whom the text is in which all of some blocks stand, which are never none.

    None where they stand in texts for several.
    """
    found = [_audience_above(audiences, block) for block in blocks]
    return found[0] if len({one.said if one else "" for one in found}) == 1 else None


def _audience_above(audiences: Sequence[Audience], block: int) -> Audience | None:
    before = [one for one in audiences if one.block <= block]
    if len(audiences) > 1:
        return before[-1] if before else None
    return audiences[0] if audiences else None


def _said(block: str, found: re.Match[str], number: int, *, businesses: bool) -> Audience:
    """The sentence in which the words stand that were found, from its first word on."""
    words = block.translate(_STRAIGHT)
    first = _FIRST_WORD.search(words, found.start())
    begin = first.start() if first else found.start()
    stops = [one.end() for one in _SENTENCE_ENDS.finditer(words) if not ends_abbreviated(words[: one.end()])]
    begins = max((stop for stop in stops if stop <= begin), default=0)
    ends = next((stop for stop in stops if stop >= max(found.end(), begins + 1)), len(words))
    return Audience(words[begins:ends].strip(" *_"), number, businesses)


def _opening(document: Document) -> list[tuple[int, str]]:
    """The first blocks, as a reader sees them, with their ordinals."""
    first = takewhile(lambda one: one[1].start <= _SAYS_SO_WITHIN, enumerate(document.blocks))
    return [(number, visible_text(document.source(number)).translate(_STRAIGHT)) for number, _ in first]

"""What is at stake for a reader in a sentence: money, time, rights, data, whom one deals with, and who decides."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d+|two|three|five|six|seven|ten|twelve|fourteen|thirty|sixty|ninety)"
_TIMES = r"Stunden|Tagen?|Wochen|Monaten?|Jahren?|heures|jours|semaines|mois|ans?"
_RECIPIENT = (
    r"(?:third[- ]part|partners?\b|affiliates?\b|advertis|law enforcement|governments?\b|employers?\b|group compan"
    r"|administrators?\b)"
)
_COMPANY = r"(?-i:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|B\.V|Pte|Corporation)"
_STAKES = tuple(
    re.compile("|".join(patterns), re.IGNORECASE)
    for patterns in (
        (
            r"\bresponsib(?:le|ility) for\b|\bliab(?:le|ility)\b|\bindemnif|\bwaive|\bforfeit|\bat your own risk\b",
            r"\b(?:costs?|fees|charges?|expenses?|penalt(?:y|ies))\b",
            r"\byou (?:(?:must|shall|may) not|must (?:pay|notify|obtain|comply)|(?:are|will be) required to)\b",
        ),
        (
            rf"\b{_NUMBER}\)? (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|percent|{_TIMES})\b",
            r"\d ?%|[$€£]\s?\d|\b\d[\d.,]* (?:euros?|dollars?|EUR|USD)\b",
        ),
        (r"\brights? to\b|\bopt[- ]?(?:out|in)\b|\brefund|\b(?:withdraw|object to|appeal)\b|\byour consent\b",),
        (rf"\b(?:shar(?:e|ed|es|ing)|disclos\w+|sell(?:s|ing)?|sold|transfer\w*)\b.{{0,90}}\b{_RECIPIENT}",),
        (
            r"\b(?:train|develop|improve)\w*\b.{0,40}\b(?:ai|models?|algorithms?|machine learning)\b",
            r"\bmodels?\b.{0,30}\btrained\b",
        ),
        (rf"\b(?:agreement|contract\w*|controller|provided by|operated by)\b.{{0,80}}\b{_COMPANY}\b",),
        (r"\barbitrat|\bgovern(?:ed by|ing law)\b|\bjurisdiction\b|\bcourts?\b|\bclass action|\bjury\b",),
    )
)


def stakes_moved(before: str, after: str) -> int:
    """Of how many of the things at stake for a reader one of two sentences speaks otherwise; one may be empty."""
    spoken = (([found[0].lower() for found in one.finditer(said)] for said in (before, after)) for one in _STAKES)
    return sum(said != says for said, says in spoken)

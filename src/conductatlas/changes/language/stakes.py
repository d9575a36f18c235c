"""What is at stake for a reader in a sentence: money, time, rights, data, whom one deals with, and who decides."""

from __future__ import annotations

import re

from conductatlas.changes.language.words import has_digit

_NUMBER_WORDS = ("two", "three", "five", "six", "seven", "ten", "twelve", "fourteen", "thirty", "sixty", "ninety")
_NUMBER = rf"(?:\d+|{'|'.join(_NUMBER_WORDS)})"
_TIMES = r"Stunden|Tagen?|Wochen|Monaten?|Jahren?|heures|jours|semaines|mois|ans?"
_RECIPIENT = (
    r"(?:third[- ]part|partners?\b|affiliates?\b|advertis|law enforcement|governments?\b|employers?\b|group compan"
    r"|administrators?\b)"
)
_COMPANY = r"(?-i:Inc|LLC|L\.L\.C|Ltd|Limited|GmbH|B\.V|Pte|Corporation)"
# Each with signs, of which every sentence that speaks of it has one; a figure stands for the word of a number.
_STAKES = tuple(
    (signs, re.compile("|".join(patterns), re.IGNORECASE))
    for signs, patterns in (
        (
            (
                *("responsib", "liab", "indemnif", "waive", "forfeit", "risk", "cost", "fees", "charge", "expense"),
                *("penalt", "you must ", "you shall not", "you may not", "you are required", "you will be required"),
            ),
            (
                r"\bresponsib(?:le|ility) for\b|\bliab(?:le|ility)\b|\bindemnif|\bwaive|\bforfeit|\bat your own risk\b",
                r"\b(?:costs?|fees|charges?|expenses?|penalt(?:y|ies))\b",
                r"\byou (?:(?:must|shall|may) not|must (?:pay|notify|obtain|comply)|(?:are|will be) required to)\b",
            ),
        ),
        (
            _NUMBER_WORDS,
            (
                rf"\b{_NUMBER}\)? (?:\w+ )?(?:hours?|days?|weeks?|months?|years?|percent|{_TIMES})\b",
                r"\d ?%|[$€£]\s?\d|\b\d[\d.,]* (?:euros?|dollars?|EUR|USD)\b",
            ),
        ),
        (
            ("right", "opt", "refund", "withdraw", "object", "appeal", "consent"),
            (r"\brights? to\b|\bopt[- ]?(?:out|in)\b|\brefund|\b(?:withdraw|object to|appeal)\b|\byour consent\b",),
        ),
        (
            ("shar", "disclos", "sell", "sold", "transfer"),
            (rf"\b(?:shar(?:e|ed|es|ing)|disclos\w+|sell(?:s|ing)?|sold|transfer\w*)\b.{{0,90}}\b{_RECIPIENT}",),
        ),
        (
            ("biometric", "face", "facial", "voice", "health", "location", "child", "government"),
            (
                r"\bbiometric|\bfac(?:e|ial)\b|\bvoice ?prints?\b|\bhealth (?:data|information)\b|\bgovernment ID\b",
                r"\bgovernment[- ]issued\b|\bprecise (?:\w+ )?location\b",
                r"\bchildren['’]s (?:\w+ )?(?:data|information)\b",
            ),
        ),
        (
            ("train", "develop", "improve"),
            (
                r"\b(?:train|develop|improve)\w*\b.{0,40}\b(?:ai|models?|algorithms?|machine learning)\b",
                r"\bmodels?\b.{0,30}\btrained\b",
            ),
        ),
        (
            ("agreement", "contract", "controller", "provided by", "operated by"),
            (rf"\b(?:agreement|contract\w*|controller|provided by|operated by)\b.{{0,80}}\b{_COMPANY}\b",),
        ),
        (
            ("arbitrat", "govern", "jurisdiction", "court", "class action", "jury"),
            (r"\barbitrat|\bgovern(?:ed by|ing law)\b|\bjurisdiction\b|\bcourts?\b|\bclass action|\bjury\b",),
        ),
        (
            ("discretion", "notice", "at any time", "reason"),
            (
                r"\bdiscretion\b|\bwithout (?:any |prior |further |advance )*notice\b|\bfor any (?:or no )?reason\b",
                r"\b(?:may|can|right),? (?:to \w+ )?at any time\b",
            ),
        ),
    )
)


def stakes_moved(before: str, after: str) -> int:
    """Of how many of the things at stake for a reader one of two sentences speaks otherwise; one may be empty."""
    if not before or not after:
        return sum(one.search(before or after) is not None for one in _perhaps_spoken(before or after) if one)
    return sum(said != says for said, says in zip(_spoken(before), _spoken(after), strict=True))


def _spoken(sentence: str) -> list[list[str]]:
    """What a sentence says of each of the things at stake, in small letters."""
    return [[found[0].lower() for found in one.finditer(sentence)] if one else [] for one in _perhaps_spoken(sentence)]


def _perhaps_spoken(sentence: str) -> list[re.Pattern[str] | None]:
    """The patterns of the things at stake, but for those of which a sentence has no sign."""
    small = sentence.lower()
    if has_digit(sentence):
        small += _NUMBER_WORDS[0]
    return [one if any(map(small.__contains__, signs)) else None for signs, one in _STAKES]

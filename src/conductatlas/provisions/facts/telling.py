"""Which figures of a passage can be told of its clause as they stand, and which only in their sentence.

A figure that is one of several to choose from, or that is for something else than its kind says, would be told wrongly
by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.letters import small_letters
from conductatlas.provisions.facts.numbers import NUMBER
from conductatlas.provisions.facts.speech import SENTENCE_END

_PERIODS = frozenset(
    (
        *("notice-period", "retention-period", "refund-period", "claim-deadline", "opt-out-deadline"),
        *("inactivity-period", "liability-period"),
    )
)
FIGURES = _PERIODS | {"liability-cap", "amount", "minimum-age"}

# 'For 7, 14, 30 or 90 days, as you choose', 'in five to ten days': the last of them alone is what no word says.
_ONE_OF_SEVERAL = re.compile(rf"(?<![\w.,$€£]){NUMBER},? ?(?:or |to |- ?|– ?)\Z")
_LONGEST_NUMBERS = 60
# The time to report a wrong charge is no time in which one can have money back.
_WRONG_CHARGE = re.compile(
    r"\b(?:erroneous|in error|errors?|incorrect(?:ly)?|by mistake|mistaken(?:ly)?|wrong(?:ly|ful)?|discrepanc(?:y|ies)"
    r"|unauthori[sz]ed|overcharg\w*|double[ -]charg\w*|disputed? (?:a |the |any )?(?:charge|payment|invoice|fee)s?)\b"
)
# Nor is the time in which one has to pay one in which something is kept.
_TO_PAY = re.compile(
    r"\b(?:pay|pays|paid|paying|payment|settle[sd]?)\b(?! (?:plan|account|service)s?\b)[^.;]{0,60}"
    r"\b(?:within|(?:not|no) later than) (?:a period of |the (?:first |next )?)?\Z"
)
_IS_KEPT = re.compile(
    r"\b(?:retain|retention|keep|kept|stor(?:e|ed|es|age|ing)\b|delet|eras|purg|remain|sav(?:e|ed|es|ing)\b|remov|destr"
    r"|anonymi|maintain|h[eo]ld|archiv|expir|dispos|available|log|back-?up|cache|preserv|queued|persist|last|recycl"
    r"|clear|de-?identif|irretriev|restor|recover|process|collect)"
)
# What stands in a list or a table, or in a line of its own, is led into by what stands above it.
_LISTED = re.compile(r"\s*(?:[-*+•·>|]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])")
_LINE_END = re.compile(r"\n")
_ABBREVIATED = re.compile(r"(?:\b[a-z]\.[a-z]|\b(?:no|nos|inc|ltd|art|sec|rs|approx))\.\Z", re.IGNORECASE)
_LONGEST_ABBREVIATION = 8
_LONGEST_SENTENCE, _AROUND = 320, 130


def told_figures(facts: Sequence[Fact], passage: str) -> tuple[Fact, ...]:
    """The facts without the figures that say, each by itself, what the passage does not say."""
    lowered = small_letters(passage)
    return tuple(fact for fact in facts if not _is_one_of_several(lowered, fact) and not _is_for_another(lowered, fact))


def sentence_slice(passage: str, fact: Fact) -> tuple[int, int]:
    """Where the sentence of a fact starts and ends; of a very long one the words next to the fact."""
    begins, stop = _bounds(passage, fact)
    ends = min(stop + 1, len(passage))
    if ends - begins <= _LONGEST_SENTENCE:
        return begins, ends
    near, far = max(begins, fact.start - _AROUND), min(ends, fact.end + _AROUND)
    return (
        near if near == begins else passage.find(" ", near, fact.start) + 1 or fact.start,
        far if far == ends else max(fact.end, passage.rfind(" ", fact.end, far)),
    )


def _bounds(passage: str, fact: Fact) -> tuple[int, int]:
    """Where the sentence of a fact starts, and where the stop is that ends it."""
    begins = max((found.end() for found in _ends(passage, 0, fact.start)), default=0)
    return begins, min((found.start() for found in _ends(passage, fact.end, len(passage))), default=len(passage))


def _ends(passage: str, start: int, end: int) -> list[re.Match[str]]:
    """Where sentences end; each line is one at least, whatever it leads into."""
    sentences = [
        found
        for found in SENTENCE_END.finditer(passage, start, end)
        if not _ABBREVIATED.search(passage, max(0, found.start() - _LONGEST_ABBREVIATION), found.start() + 1)
    ]
    return [*_LINE_END.finditer(passage, start, end), *sentences]


def _is_one_of_several(lowered: str, fact: Fact) -> bool:
    if fact.kind not in _PERIODS:
        return False
    return _ONE_OF_SEVERAL.search(lowered, max(0, fact.start - _LONGEST_NUMBERS), fact.start) is not None


def _is_for_another(lowered: str, fact: Fact) -> bool:
    """Whether the sentence of a figure gives it for something else than its kind says."""
    if fact.kind not in ("refund-period", "retention-period"):
        return False
    begins, stop = _bounds(lowered, fact)
    sentence = lowered[begins:stop]
    if fact.kind == "refund-period":
        return _WRONG_CHARGE.search(sentence) is not None
    if _TO_PAY.search(lowered, begins, fact.start):
        return True
    line = lowered[lowered.rfind("\n", 0, fact.start) + 1 : stop]
    alone = sentence.strip() == lowered[fact.start : fact.end]
    return not alone and not _LISTED.match(line) and _IS_KEPT.search(sentence) is None

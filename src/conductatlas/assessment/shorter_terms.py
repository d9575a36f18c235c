"""Where a clause gives less time than a law that speaks to it, the two are set beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from conductatlas.english import series
from conductatlas.provisions import Fact, find_facts, qualifier, sentence_slice

# 'Consumers may withdraw within 14 days without a reason'.
_TIME_TO_LEAVE = re.compile(r"\b(?:withdraw|cancel)\b[^.;]*\bwithin (?P<days>\d+) days\b")
# 'We pay it back within 5 days', 'if you live in Ostmark, you have 7 days'.
_NO_TIME_OF_ALL = re.compile(
    r"\b(?:[Ww]e|will|shall) (?:\w+ )?(?:pay|issue|process|send|make)\b"
    r"|\b(?:residing|residents?|reside|lives?|living|located|based) (?:in|of) (?:the )?"
    r"(?!European|EEA|EU\b|United Kingdom|UK\b)[A-Z]"
)
_DAYS = {"hours": 1 / 24, "days": 1.0}


@dataclass(frozen=True, slots=True)
class TimeAtLaw:
    """What a provision of a law says, and how it is cited."""

    cited: str
    says: str


def time_beside(words: str, provisions: Sequence[TimeAtLaw]) -> str:
    """The sentence that sets a clause's shortest time to leave beside the longer one of laws; empty where none is."""
    own = [
        (float(fact.value) * _DAYS[fact.unit], fact)
        for fact in find_facts(words)
        if fact.kind == "refund-period" and fact.unit in _DAYS and _is_of_anybody(fact, words)
    ]
    longer = list(_longer(min((days for days, _ in own), default=float("inf")), provisions))
    if not longer:
        return ""
    fact = min(own, key=lambda one: one[0])[1]
    given = series(sorted({days for days, _ in longer}, key=int))
    unit = fact.unit.removesuffix("s") if fact.value == "1" else fact.unit
    return (
        f"These words name {fact.value} {unit} for a refund or withdrawal; consumers have {given} days as a rule, with "
        f"exceptions, under {series([cited for _, cited in longer])}."
    )


def _is_of_anybody(fact: Fact, words: str) -> bool:
    """Whether a time is one in which people can leave, and not only people of a place with other laws."""
    start, end = sentence_slice(words, fact)
    return not qualifier(fact, words) and not _NO_TIME_OF_ALL.search(words[start:end])


def _longer(days: float, provisions: Sequence[TimeAtLaw]) -> Iterator[tuple[str, str]]:
    """The provisions that give more days, with how many."""
    for one in provisions:
        found = _TIME_TO_LEAVE.search(one.says)
        if found and int(found["days"]) > days:
            yield found["days"], one.cited

"""A clause as comparisons between platforms see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from conductatlas.catalogue import Severity, Stance
from conductatlas.comparison.likeness import Weights, weigh
from conductatlas.provisions import Fact, only_asks
from conductatlas.reading import visible_text

_DEFINITION = re.compile(
    r"(?:\W{0,3}[\w.]{1,6}[.)]\s)?(?:[Tt]h(?:e|ese)\s(?:\w+\s){0,2}(?:terms?|words?|expressions?),?\s)?"
    r"(?:[\"'][^\"']{2,60}[\"'],?\s(?:(?:and|or)\s)?){1,9}(?:shall\s|will\s|each\s)?"
    r"(?:means?|refers?\sto|ha(?:s|ve)\sthe\s(?:same\s)?meanings?)\b"
)
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[\"'(]?[A-Z]")


@dataclass(frozen=True)
class Clause:
    """The current words of a provision, its grade and what it states.

    `record` is the number of the provision, `platform` anything that tells platforms apart. `reason` says in words why
    the grade is not the usual one of the type; `confidence` is that of its finding.
    """

    record: int
    platform: str
    text: str
    severity: Severity
    stance: Stance
    reason: str
    confidence: float
    facts: tuple[Fact, ...]

    @cached_property
    def weights(self) -> Weights:
        """What the clause speaks of."""
        return weigh(self.text)

    @cached_property
    def defines(self) -> bool:
        """Whether it begins by saying what a word means: its effect lies in other clauses."""
        return _DEFINITION.match(visible_text(self.text)) is not None

    @cached_property
    def asks(self) -> bool:
        """Whether it is a question and no more, such as the heading of an answer: it states nothing."""
        return only_asks(visible_text(self.text))


def only_defines(text: str) -> bool:
    """Whether words do no more than say what a term means, in one sentence."""
    visible = visible_text(text)
    found = _DEFINITION.match(visible)
    return found is not None and _NEXT_SENTENCE.search(visible, found.end()) is None

"""A clause as comparisons between platforms see it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from conductatlas.catalogue import Severity, Stance
from conductatlas.comparison.likeness import Weights, weigh
from conductatlas.provisions import Fact
from conductatlas.reading import visible_text

_DEFINITION = re.compile(
    r"(?:\(?\w{1,4}[.)]\s)?[\"'][^\"']{2,60}[\"'],?\s(?:shall\s|will\s|each\s)?(?:means?|refers?\sto|has\sthe\smeaning)\b"
)

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
        """Whether it begins by saying what a word means: such a clause has no effect of its own."""
        return _DEFINITION.match(visible_text(self.text)) is not None

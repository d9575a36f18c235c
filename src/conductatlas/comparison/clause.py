"""A clause as comparisons between platforms see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from conductatlas.catalogue import Severity, Stance
from conductatlas.comparison.likeness import weigh
from conductatlas.provisions import Fact


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
    def weights(self) -> Mapping[str, float]:
        """The words of the clause, each with its weight."""
        return weigh(self.text)

"""A finding: one provision in one text."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.catalogue import Severity, Stance
from conductatlas.provisions.facts import Fact
from conductatlas.provisions.grading import Reason
from conductatlas.reading import Document


@dataclass(frozen=True, slots=True)
class Finding:
    """One clause type's passage, graded, with the facts in it.

    `start` and `end` are code points into the document's text, `first` and `last` block ordinals, both included. A
    passage that stands several times word for word is one finding; `places` are all its (start, end), the first first.
    `confidence` is the model's probability, the mean over the passage's units; on platforms that the model had not seen
    it says how often findings are right. Offsets of `reasons` and `facts` are into the passage.
    """

    clause_type: str
    start: int
    end: int
    first: int
    last: int
    places: tuple[tuple[int, int], ...]
    confidence: float
    severity: Severity
    stance: Stance
    reasons: tuple[Reason, ...]
    facts: tuple[Fact, ...]

    def quote(self, document: Document) -> str:
        """The exact words: the slice of the text that the finding covers."""
        return document.text[self.start : self.end]

"""A finding: one provision in one text."""

from __future__ import annotations

from typing import NamedTuple

from conductatlas.catalogue import Severity, Stance
from conductatlas.provisions.facts import Fact, find_facts
from conductatlas.provisions.grading import Reason

ENGLISH = "en"
# Below this confidence a finding is likelier wrong than right.
LIKELY = 0.5


class Finding(NamedTuple):
    """One clause type's passage, graded, with the facts in it.

    `start` and `end` are code points into the document's text, `first` and `last` block ordinals, both included. A
    passage that stands several times word for word is one finding; `places` are all its (start, end), the first first.
    `confidence` is the model's probability, or more where plain words say so, the mean over the passage's units; on
    platforms that the model had not seen it says how often findings are right. `quote` are the exact words: the slice
    of the text that it covers. Offsets of `reasons` and `facts` are into them. `language` (ISO 639-1) is the one that
    the passage was read in.
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
    quote: str
    language: str = ENGLISH

    @property
    def reads_facts(self) -> bool:
        """Whether facts are looked for in it: their patterns are English words."""
        return self.language == ENGLISH

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts in it; looked for when they are asked for, which few findings of a text that hardly changed are.

        None where facts are not read.
        """
        return find_facts(self.quote) if self.reads_facts else ()

"""Judging what is read through a glossary: as English words for the model, and less sure of itself than that is."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from conductatlas.catalogue import ClauseType
from conductatlas.provisions.glossing import Glossary
from conductatlas.provisions.grading import Grade, grade
from conductatlas.provisions.model import recalibrated
from conductatlas.provisions.units import PARTICULAR, Unit
from conductatlas.reading import is_english, visible_text

# The rules of judging so; the number changes whenever any of their results, or what stands below, may.
_RULES = "glossed-1"
SLOPE, OFFSET, THRESHOLD = 1.04, -0.32, 0.71
# A line by itself that ends like no sentence, or with dots before a page number, is a title or a line of a table of
# contents: those of pages that were made of PDF files stand in no heading.
_LONGEST_TITLE = 9
_SENTENCE_ENDS = (".", ";", ":", "!", "?")
_LEADERS = "....."


@dataclass(frozen=True)
class Glossed:
    """How a language is read through a glossary.

    Its findings are less sure than the model says: their log-odds are `slope` times the model's, plus `offset`, and
    they count from `threshold` on. Those that are shipped are fitted on all labelled French and German passages
    (`training/evaluate_glossed.py`), so that of what counts some 0.85 is right.
    """

    glossary: Glossary
    slope: float = SLOPE
    offset: float = OFFSET
    threshold: float = THRESHOLD

    @property
    def method(self) -> str:
        """The name of everything that this adds to a method."""
        return f"{_RULES}-{self.glossary.method}"

    def read(self, unit: Unit) -> Unit:
        """A unit in English words; what of it is English anyway, as it is."""
        context, lead_in, text = (self._gloss(one) for one in (unit.context, unit.lead_in, unit.text))
        return unit._replace(context=context, lead_in=lead_in, text=text)

    def _gloss(self, shown: str) -> str:
        return shown if is_english(shown) else self.glossary.gloss(shown).text

    def confidence(self, chances: NDArray[np.float64]) -> NDArray[np.float64]:
        """How sure findings are of which the model says so much."""
        return recalibrated(chances, self.slope, self.offset)

    def grade(self, clause_type: ClauseType, quote: str) -> Grade:
        """Grade a passage, given as it stands in its document; the words that reasons rest on are its own."""
        if is_english(visible_text(quote)):
            return grade(clause_type, quote)
        gloss = self.glossary.gloss(quote)
        graded = grade(clause_type, gloss.text)
        places = [gloss.source(reason.start, reason.end) for reason in graded.reasons]
        reasons = [
            replace(reason, start=start, end=end) for reason, (start, end) in zip(graded.reasons, places, strict=True)
        ]
        return replace(graded, reasons=tuple(reasons))


def is_title(unit: Unit) -> bool:
    """Whether a unit is a title and no more; an address, a day or an e-mail address is none."""
    shown = unit.text.rstrip()
    if unit.lead_in or PARTICULAR.search(shown):
        return False
    is_short = len(shown.split(maxsplit=_LONGEST_TITLE)) <= _LONGEST_TITLE
    return (is_short and not shown.endswith(_SENTENCE_ENDS)) or shown.rstrip(" 0123456789").endswith(_LEADERS)

"""Where in a passage words count as grounds for how it is graded as a clause of one type.

In what states the type, in what leads into it, in a sentence beside it that states nothing else, and in one that states
what the words themselves are about. What stands in a sentence on another matter is no ground for this one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

from conductatlas.provisions.sentences import STATES, JudgedPart, is_item, is_row, judged_parts, leads_in, whole_spans
from conductatlas.provisions.units import Unit
from conductatlas.reading import visible_text

Judge = Callable[[Sequence[Unit]], Sequence[Mapping[str, float]]]
# From this probability on a part states something else.
_STATES_ANOTHER = 0.5
# So few words are a number or a title.
_LONGEST_LABEL = 4
_NUMBER = re.compile(r"\s*[*+-]?\s*\(?[a-zA-Z0-9]{1,4}[.)]\s*")
# What limits what was said before it, be it a few sentences on.
_EXCEPTS = re.compile(
    r"[\W_]*(?:however|unless|except|notwithstanding|nothing (?:in|herein)|to the extent"
    r"|(?:some|certain) (?:jurisdictions|states|countries)|for (?:users|consumers|customers|residents)"
    r"|if you (?:are|live|reside)|this (?:does|shall|will) not)\b",
    re.IGNORECASE,
)
# How good a ground is, the best first.
_OWN, _BESIDE, _NONE = 0, 1, 2


class Grounds:
    """The parts of a passage by what they are for a clause of one type in it; judged only where that is asked for.

    Without a judge, or where the passage is one sentence, all of it is about the clause.
    """

    def __init__(self, clause_type: str, passage: str, judge: Judge | None) -> None:
        self._clause_type = clause_type
        self._passage = passage
        self._judge = judge
        self._spans = whole_spans(passage) if judge else []
        self._ranked: list[tuple[JudgedPart, int]] | None = None

    def rank(self, start: int, end: int, kindred: Collection[str]) -> int | None:
        """How good a ground words from `start` to `end` are, 0 being the best; None where they are none.

        `kindred` are the other types in whose sentences such words are about this one too.
        """
        if self._judge is None or len(self._spans) < 2:
            return _OWN
        if self._ranked is None:
            self._ranked = self._ranks(self._judge)
        ranks = (
            min(rank, _BESIDE) if any(part.chances.get(one, 0.0) >= _STATES_ANOTHER for one in kindred) else rank
            for part, rank in self._ranked
            if part.start < end and start < part.end
        )
        best = min(ranks, default=_OWN)
        return None if best == _NONE else best

    def _ranks(self, judge: Judge) -> list[tuple[JudgedPart, int]]:
        """The parts with their ranks, but for numbers and titles."""
        parts: list[JudgedPart] = []
        items: list[bool] = []
        numbered = False
        for part in judged_parts(judge, self._passage, spans=self._spans):
            if not self._is_label(part):
                parts.append(part)
                items.append(numbered or is_item(self._passage, part.start))
            numbered = _NUMBER.fullmatch(self._passage, part.start, part.end) is not None
        own = self._own(parts, items)
        ranks = [_OWN if one else _NONE for one in own]
        for place, part in enumerate(parts):
            neighbours = own[max(0, place - 1) : place + 2]
            beside = any(neighbours) or (any(own[:place]) and self._excepts(part))
            if not own[place] and beside and not items[place] and self._may_go_with_another(part):
                ranks[place] = _BESIDE
        return list(zip(parts, ranks, strict=True))

    def _own(self, parts: Sequence[JudgedPart], items: Sequence[bool]) -> list[bool]:
        """Which parts state the type, or lead into an item that does."""
        chances = [part.chances.get(self._clause_type, 0.0) for part in parts]
        least = min(STATES, max(chances, default=0.0))
        own = [chance >= least for chance in chances]
        lead_in: int | None = None
        for place, part in enumerate(parts):
            if items[place] and own[place] and lead_in is not None:
                own[lead_in] = True
            if leads_in(self._passage, part.start, part.end):
                lead_in = place
            elif not items[place]:
                lead_in = None
        return own

    def _excepts(self, part: JudgedPart) -> bool:
        return _EXCEPTS.match(self._passage, part.start) is not None

    def _may_go_with_another(self, part: JudgedPart) -> bool:
        """Whether a part that does not state the type may go with a neighbour that does: it states nothing else."""
        return not is_row(self._passage, part.start) and max(part.chances.values(), default=0.0) < _STATES_ANOTHER

    def _is_label(self, part: JudgedPart) -> bool:
        return len(visible_text(self._passage[part.start : part.end]).split()) <= _LONGEST_LABEL

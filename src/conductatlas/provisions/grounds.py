"""Where in a passage words count as grounds for how it is graded as a clause of one type.

In what states the type, in what leads into it, in a sentence beside it that states nothing else, and in one that states
what the words themselves are about. What stands in a sentence on another matter, or in an example, is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from itertools import compress

from conductatlas.provisions.sentences import STATES, JudgedPart, is_item, is_row, judged_parts, leads_in, whole_spans
from conductatlas.provisions.units import PARTICULAR, Unit
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
# What tells one case of what was said before it.
_EXAMPLE = re.compile(r"[\W_]*(?:for (?:example|instance)|by way of example)\b", re.IGNORECASE)
# What goes on about what the sentence before it names.
_REFERS = re.compile(r"[\W_]*(?:it|they|these|this|those|such|doing so)\b", re.IGNORECASE)
_THIS = re.compile(
    r"\b(?:this|these|those|such)\s(?!agreement|terms|polic|notice|service|section|document|site|website|information|data\b"
    r"|content|account|user|case|purpose|cases|time)([^\W\d_]{4,})(?:\s([^\W\d_]{4,}))?",
    re.IGNORECASE,
)
# So much of a word tells it from others, whatever its ending.
_STEM = 7
# How good a ground is, the best first; what goes with the clause but is no ground is an item beside, or one case of it.
_OWN, _BESIDE, _CASE, _NONE = range(4)


class Grounds:
    """The parts of a passage by what they are for a clause of one type in it; judged only where that is asked for.

    Without a judge, or where the passage is one sentence, all of it is about the clause.
    """

    def __init__(self, clause_type: str, passage: str, judge: Judge | None, heading: str = "") -> None:
        self._clause_type = clause_type
        self._heading = heading
        self._passage = passage
        self._judge = judge

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return whole_spans(self._passage)

    @cached_property
    def _parts(self) -> list[tuple[JudgedPart, int]]:
        """The parts with their ranks, but for numbers and titles; none where there is nothing to tell apart."""
        return self._ranks(self._judge) if self._judge and len(self._spans) > 1 else []

    def rank(self, start: int, end: int, kindred: Collection[str]) -> int | None:
        """How good a ground words from `start` to `end` are, 0 being the best; None where they are none.

        `kindred` are the other types in whose sentences such words are about this one too.
        """
        ranks = [
            _with_kindred(part, rank, kindred) for part, rank in self._parts if part.start < end and start < part.end
        ]
        best = min(ranks, default=_OWN)
        return best if best <= _BESIDE else None

    def about(self, kindred: Collection[str]) -> tuple[tuple[int, int], ...]:
        """Where the sentences, items and rows stand that are about the clause; all of the passage where it is one.

        With those that state a type of `kindred`, and with the items of a list of which one states the clause.
        """
        if not self._parts:
            return ((0, len(self._passage)),)
        ranked = ((part, _with_kindred(part, rank, kindred)) for part, rank in self._parts)
        return tuple((part.start, part.end) for part, rank in ranked if rank != _NONE)

    def _ranks(self, judge: Judge) -> list[tuple[JudgedPart, int]]:
        """The parts with their ranks, but for numbers and titles."""
        parts: list[JudgedPart] = []
        items: list[bool] = []
        numbered = False
        for part in judged_parts(judge, self._passage, self._heading, spans=self._spans):
            item = numbered or is_item(self._passage, part.start)
            if not self._is_label(part, item=item):
                parts.append(part)
                items.append(item)
            numbered = _NUMBER.fullmatch(self._passage, part.start, part.end) is not None
        own = self._own(parts, items)
        ranks = [_OWN if one else _NONE for one in own]
        announced = False
        for place, part in enumerate(parts):
            announced = own[place] if leads_in(self._passage, part.start, part.end) else announced and items[place]
            if not own[place] and announced and self._may_go_with_another(part):
                ranks[place] = _CASE
            if not own[place] and not items[place] and self._goes_with(place, parts, own):
                ranks[place] = _BESIDE
            if ranks[place] != _NONE and self._is_case(place, parts, own):
                ranks[place] = _CASE
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

    def _goes_with(self, place: int, parts: Sequence[JudgedPart], own: Sequence[bool]) -> bool:
        """Whether a part goes with those that state the type: it refers to one, or states nothing else beside them."""
        part = parts[place]
        before = [one for one, is_own in zip(parts[:place], own, strict=False) if is_own]
        if before and (before[-1] is parts[place - 1] and _REFERS.match(self._passage, part.start)):
            return True
        if any(self._names_again(part, one) for one in before):
            return True
        if place + 1 < len(parts) and own[place + 1] and _REFERS.match(self._passage, parts[place + 1].start):
            return True
        excepts = before and _EXCEPTS.match(self._passage, part.start)
        return bool(excepts or any(own[max(0, place - 1) : place + 2])) and self._may_go_with_another(part)

    def _is_case(self, place: int, parts: Sequence[JudgedPart], own: Sequence[bool]) -> bool:
        """Whether a part is an example of what surely states the type, does not surely so itself, nor speaks of it."""
        sure = [one.chances.get(self._clause_type, 0.0) >= _STATES_ANOTHER for one in parts[: place + 1]]
        if sure[place] or not any(sure) or not _EXAMPLE.match(self._passage, parts[place].start):
            return False
        return not any(self._names_again(parts[place], one) for one in compress(parts, own[:place]))

    def _names_again(self, part: JudgedPart, earlier: JudgedPart) -> bool:
        """Whether a part speaks of what an earlier one names: 'to opt out of this arbitration'."""
        again = _THIS.finditer(self._passage, part.start, part.end)
        stems = {word[:_STEM].lower() for found in again for word in found.groups() if word}
        said = self._passage[earlier.start : earlier.end].lower() if stems else ""
        return any(stem in said for stem in stems)

    def _may_go_with_another(self, part: JudgedPart) -> bool:
        """Whether a part that does not state the type may go with a neighbour that does: it states nothing else."""
        return not is_row(self._passage, part.start) and max(part.chances.values(), default=0.0) < _STATES_ANOTHER

    def _is_label(self, part: JudgedPart, *, item: bool) -> bool:
        if _NUMBER.fullmatch(self._passage, part.start, part.end):
            return True
        shown = visible_text(self._passage[part.start : part.end])
        return not item and len(shown.split()) <= _LONGEST_LABEL and not PARTICULAR.search(shown)


def _with_kindred(part: JudgedPart, rank: int, kindred: Collection[str]) -> int:
    """The rank of a part where the types of `kindred` count too."""
    is_kin = any(part.chances.get(one, 0.0) >= _STATES_ANOTHER for one in kindred)
    return min(rank, _BESIDE) if is_kin else rank

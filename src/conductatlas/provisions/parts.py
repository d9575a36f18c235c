"""Which sentences, items and rows of a passage state what it was found to state, and which facts are theirs.

A passage can hold several clause types, and a table much besides: a kind of data that stands somewhere in it need not
be what the clause of one type is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from conductatlas.provisions.facts import Fact, find_facts
from conductatlas.provisions.finder import Finder, default_finder
from conductatlas.provisions.grading import kindred_of
from conductatlas.provisions.grounds import Grounds
from conductatlas.provisions.sentences import STATES, is_row, judged_parts

# What a passage mentions somewhere. Figures, places and ways out are kept wherever they stand: their kind says what
# they are for.
MENTIONS = frozenset(("applies-to", "data-category", "purpose", "recipient"))
# A row stands for itself: in a table that is mostly about other things, beside one that is sure to state a type, those
# that are not tell nothing of it.
SURE_OF_A_ROW = 0.8
_PASSAGES_REMEMBERED = 1024
_ROW = re.compile(r"^\|.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A slice of a passage, and the probability that it states a clause type by itself."""

    start: int
    end: int
    chance: float


def stating_parts(finder: Finder, clause_type: str, passage: str, heading: str = "") -> tuple[Part, ...]:
    """The sentences, items and rows of a passage that state a clause type, in the order of the text.

    `heading` is the one above the passage. Where no part is likely to state the type by itself, the likeliest one does.
    """
    return stating_of(_weighed(finder, clause_type, passage, heading))


@lru_cache(maxsize=_PASSAGES_REMEMBERED)
def weighed_parts(clause_type: str, passage: str, heading: str) -> tuple[Part, ...]:
    """All parts of a passage with the probability that each states a clause type, as the system's own model has it."""
    return _weighed(default_finder(), clause_type, passage, heading)


@lru_cache(maxsize=_PASSAGES_REMEMBERED)
def parts_of_clause(clause_type: str, passage: str, heading: str) -> tuple[Part, ...]:
    """The parts of a passage that state a clause type, as the model that comes with the system judges them.

    Where few rows of a table state it, and one is sure to, those that are not sure are left out.
    """
    parts = stating_of(weighed_parts(clause_type, passage, heading))
    rows = frozenset(part for part in parts if is_row(passage, part.start))
    few = 2 * len(rows) < sum(1 for _ in _ROW.finditer(passage))
    if not few or not any(row.chance >= SURE_OF_A_ROW for row in rows):
        return parts
    return tuple(part for part in parts if part not in rows or part.chance >= SURE_OF_A_ROW)


@lru_cache(maxsize=_PASSAGES_REMEMBERED)
def words_about(clause_type: str, passage: str, heading: str) -> str:
    """The sentences, items and rows of a passage that are about its clause of one type, as they stand there.

    Those that state it, what leads into them and the other items of their list, what stands beside them and states
    nothing else, and what states a type that moves their grade.
    """
    about = Grounds(clause_type, passage, default_finder().judge, heading).about(kindred_of(clause_type))
    rows = {one.start for one in parts_of_clause(clause_type, passage, heading)}
    kept = (passage[start:end] for start, end in about if not is_row(passage, start) or start in rows)
    return "\n\n".join(kept)


def _weighed(finder: Finder, clause_type: str, passage: str, heading: str) -> tuple[Part, ...]:
    judged = judged_parts(finder.judge, passage, heading)
    return tuple(Part(one.start, one.end, one.chances.get(clause_type, 0.0)) for one in judged)


def stating_of(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Those of some weighed parts that are likely to state their type by themselves, or else the likeliest."""
    least = min(STATES, max((part.chance for part in parts), default=0.0))
    return tuple(part for part in parts if part.chance >= least)


def facts_of_parts(facts: Sequence[Fact], passage: str, parts: Sequence[Part]) -> tuple[Fact, ...]:
    """The facts of a passage without the mentions that none of some parts of it makes.

    A fact stands where the passage first mentions its value; a part may mention it again, further on.
    """
    mentioned = {(fact.kind, fact.value) for fact in facts if fact.kind in MENTIONS}
    kept = [fact for fact in facts if fact.kind not in MENTIONS and not _is_of_another_row(fact, passage, parts)]
    for fact in (*(one for one in facts if one.kind in MENTIONS), *_mentions(passage, parts)):
        value = (fact.kind, fact.value)
        if value in mentioned and any(part.start <= fact.start < part.end for part in parts):
            kept.append(fact)
            mentioned.remove(value)
    return tuple(sorted(kept))


def _is_of_another_row(fact: Fact, passage: str, parts: Sequence[Part]) -> bool:
    """Whether a way out stands in a row of a table that is none of the parts: it is one out of something else."""
    if fact.kind != "opt-out" or not passage.startswith("|", passage.rfind("\n", 0, fact.start) + 1):
        return False
    return not any(part.start <= fact.start < part.end for part in parts)


def _mentions(passage: str, parts: Sequence[Part]) -> Iterator[Fact]:
    for part in parts:
        for fact in find_facts(passage[part.start : part.end]):
            yield replace(fact, start=part.start + fact.start, end=part.start + fact.end)

"""All facts of a passage."""

from __future__ import annotations

from functools import lru_cache

from conductatlas.provisions.facts.amounts import find_amounts
from conductatlas.provisions.facts.dates import find_dates
from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.law import find_law
from conductatlas.provisions.facts.mentions import find_mentions
from conductatlas.provisions.facts.periods import find_periods
from conductatlas.provisions.facts.terms import find_ages, find_licence_terms, find_opt_outs

_FINDERS = (
    find_periods,
    find_amounts,
    find_law,
    find_licence_terms,
    find_ages,
    find_opt_outs,
    find_dates,
    find_mentions,
)


@lru_cache(maxsize=16384)
def find_facts(text: str) -> tuple[Fact, ...]:
    """Every fact that a passage states, in the order of the text; two of one kind never share a place."""
    found = sorted(fact for finder in _FINDERS for fact in finder(text))
    kept: list[Fact] = []
    ends: dict[str, int] = {}
    for fact in found:
        if fact.start >= ends.get(fact.kind, 0):
            kept.append(fact)
            ends[fact.kind] = fact.end
    return tuple(kept)

"""All facts of a passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter

from conductatlas.provisions.facts.amounts import find_amounts
from conductatlas.provisions.facts.costs import find_costs
from conductatlas.provisions.facts.data import CATEGORIES, find_data_categories
from conductatlas.provisions.facts.dates import find_dates
from conductatlas.provisions.facts.fact import Fact
from conductatlas.provisions.facts.law import find_law
from conductatlas.provisions.facts.letters import without_marks
from conductatlas.provisions.facts.licence import ACTS, find_licence_acts
from conductatlas.provisions.facts.periods import find_periods, periods
from conductatlas.provisions.facts.purposes import PURPOSES, find_purposes
from conductatlas.provisions.facts.recipients import RECIPIENTS, find_recipients
from conductatlas.provisions.facts.scope import find_scopes, named_scopes
from conductatlas.provisions.facts.terms import find_ages, find_licence_terms, find_opt_outs

_FINDERS = (find_periods, find_amounts, find_law, find_licence_terms, find_ages, find_dates, find_costs)
# These give each value once, and one place may speak of two: 'provide and improve our services'.
_FINDERS_OF_MENTIONS = (find_data_categories, find_recipients, find_purposes, find_scopes, find_licence_acts)
_CLOSED_LISTS = (CATEGORIES, RECIPIENTS, PURPOSES, ACTS)
# The order of facts themselves, without a comparison that builds two tuples each time.
_ORDER = attrgetter("start", "end", "kind", "value", "unit")


@lru_cache(maxsize=16384)
def find_facts(text: str) -> tuple[Fact, ...]:
    """Every fact that a passage states, in the order of the text.

    Two figures, dates or names of one kind never share a place; categories, recipients and the like may.
    """
    read = without_marks(text)
    # The channel of an opt-out may be an address.
    kept = _apart((*_figures(read), *find_opt_outs(text)))
    kept.extend(_mentions(read))
    kept.sort(key=_ORDER)
    return tuple(kept)


def _apart(found: Iterable[Fact]) -> list[Fact]:
    """Some facts in the order of the text, without those that share a place with one of their kind before them."""
    kept: list[Fact] = []
    ends: dict[str, int] = {}
    for fact in sorted(found, key=_ORDER):
        if fact.start >= ends.get(fact.kind, 0):
            kept.append(fact)
            ends[fact.kind] = fact.end
    return kept


def find_figures(text: str) -> list[Fact]:
    """Of the facts of a passage the figures, dates and names, without ways out and what it only mentions."""
    return _apart(_figures(without_marks(text)))


# Where a page makes the addresses of its links anew at each load, no other character of a passage changes.
@lru_cache(maxsize=16384)
def _figures(read: str) -> tuple[Fact, ...]:
    """The figures, dates and names that a passage without marks states."""
    return tuple([fact for finder in _FINDERS for fact in finder(read)])


@lru_cache(maxsize=16384)
def _mentions(read: str) -> tuple[Fact, ...]:
    """What a passage without marks mentions."""
    return tuple([fact for finder in _FINDERS_OF_MENTIONS for fact in finder(read)])


def find_stated_dates(text: str, day_first: bool | None = None) -> Iterator[Fact]:
    """Of the facts of a passage the dates alone, in the order of the text; in figures the day stands first or second.

    Those that may be read either way are left out where that is not told.
    """
    return find_dates(without_marks(text), day_first)


def find_laws(text: str) -> list[Fact]:
    """Of the facts of a passage whose law and whose courts it names, in the order of the text."""
    return _apart(find_law(without_marks(text)))


def find_limits(text: str) -> list[Fact]:
    """Of the facts of a passage those to whom it limits itself, in the order of the text."""
    return sorted(find_scopes(without_marks(text)), key=_ORDER)


@lru_cache(maxsize=1024)
def named_values(text: str) -> frozenset[tuple[str, str]]:
    """The values with their units that a passage names at all, whatever it says of them.

    Those of the closed lists, people and plans, periods and sums: what is no fact of a passage may stand in its words.
    """
    read = without_marks(text)
    named = {(value, "") for one in _CLOSED_LISTS for value in one.values(read)}
    named.update((value, "") for value in named_scopes(read))
    named.update((value, unit) for _, _, value, unit in periods(read))
    named.update((fact.value, fact.unit) for fact in find_amounts(read))
    return frozenset(named)

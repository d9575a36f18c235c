"""The facts of a clause in one line a kind, for lists and tables of many clauses."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.english import amount, short_series
from conductatlas.provisions import Fact, qualifier, told_by_themselves
from conductatlas.records.models import Wording
from conductatlas.site.presenters.clause_facts import WAY_OUT, is_shown, is_told_as_way_out, name_of_kind, stored_facts

# Dates say when a text is from; the name of a channel is no unit.
_LEFT_OUT = frozenset(("effective-date", "last-updated"))
_NO_UNIT = "channel"
_MOST_VALUES = 4


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A kind of fact with what a clause states of it, in words."""

    kind: str
    stated: str


def stated_facts(wording: Wording) -> tuple[StatedFact, ...]:
    """The kinds of facts that a wording states and its clause type turns on, each once.

    Its provision and its passage must be loaded.
    """
    passage = wording.passage.text
    stated: dict[str, dict[str, None]] = {}
    for fact in told_by_themselves(stored_facts(wording.facts), passage):
        told = fact.kind not in _LEFT_OUT and is_shown(wording.provision.clause_type, fact.kind)
        if told and (fact.kind != WAY_OUT or is_told_as_way_out(fact, passage)):
            stated.setdefault(fact.kind, {})[_said(fact, passage)] = None
    return tuple(StatedFact(name_of_kind(kind), short_series([*said], _MOST_VALUES)) for kind, said in stated.items())


def _said(fact: Fact, passage: str) -> str:
    """A value with its unit, and with what it holds for where that is not everything."""
    value = amount(fact.value, fact.unit) if fact.unit and fact.unit != _NO_UNIT else fact.value
    holds_for = qualifier(fact, passage)
    return f"{value} ({holds_for})" if holds_for else value

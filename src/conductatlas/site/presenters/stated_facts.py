"""The facts of a clause in one line a kind, for lists and tables of many clauses."""

from __future__ import annotations

from dataclasses import dataclass

from conductatlas.english import short_series
from conductatlas.provisions import told_by_themselves, values_by_kind
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
    return tuple(
        StatedFact(name_of_kind(kind), short_series([_said(value, unit) for value, unit in values], _MOST_VALUES))
        for kind, values in values_by_kind(
            [
                fact
                for fact in told_by_themselves(stored_facts(wording.facts), wording.passage.text)
                if fact.kind != WAY_OUT or is_told_as_way_out(fact, wording.passage.text)
            ]
        ).items()
        if kind not in _LEFT_OUT and is_shown(wording.provision.clause_type, kind)
    )


def _said(value: str, unit: str) -> str:
    return f"{value} {unit}" if unit and unit != _NO_UNIT else value

"""What is composed about a clause, as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conductatlas.assessment import Assessment, compose
from conductatlas.catalogue import Severity, load_catalogue, load_prose
from conductatlas.provisions import Fact
from conductatlas.records.models import Provision, Wording
from conductatlas.site.presenters.links import ClauseTypeLink, clause_type_link


@dataclass(frozen=True, slots=True)
class Analysis:
    """The written part of a provision's record; no `assessment` where the catalogue has no prose for the type."""

    assessment: Assessment | None
    related: tuple[ClauseTypeLink, ...]


def analyse_provision(provision: Provision, wording: Wording, platform: str) -> Analysis:
    """Compose the written part of a provision's record from a wording of it."""
    catalogue = load_catalogue()
    if provision.clause_type not in catalogue:
        return Analysis(None, ())
    prose = load_prose().get(provision.clause_type)
    severity = Severity(provision.severity)
    assessment = compose(catalogue[provision.clause_type], prose, severity, stored_facts(wording.facts), platform)
    return Analysis(assessment, tuple(clause_type_link(one) for one in (prose.related if prose else ())))


def stored_facts(stored: Sequence[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """The facts of a wording from what is stored of them."""
    return tuple(Fact(one["start"], one["end"], one["kind"], one["value"], one["unit"]) for one in stored)

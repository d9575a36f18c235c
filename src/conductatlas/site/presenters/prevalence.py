"""How common a clause type is, and where else it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Count, Min, QuerySet

from conductatlas.reading import visible_text
from conductatlas.records.models import Platform, Provision, ProvisionState, Wording
from conductatlas.site.presenters.links import (
    DocumentLink,
    ProvisionLink,
    by_severity,
    document_link,
    excerpt,
    provision_link,
)

_ELSEWHERE_SHOWN = 4
# How many platforms are looked at for the clauses that are most alike.
_CANDIDATES = 60
_EXCERPT = 420
_WORD = re.compile(r"\w{4,}")


@dataclass(frozen=True, slots=True)
class Prevalence:
    """On how many of all platforms a clause type stands today."""

    platforms: int
    of_platforms: int


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same clause type in a document of another platform."""

    provision: ProvisionLink
    document: DocumentLink
    quote: str


def prevalence_of(clause_type: str) -> Prevalence:
    """Count the platforms that state a clause type, and all platforms."""
    stating = standing(clause_type).aggregate(count=Count("document__platform", distinct=True))["count"]
    return Prevalence(stating, Platform.objects.count())


def standing(clause_type: str) -> QuerySet[Provision]:
    """The provisions of a clause type that stand today."""
    return Provision.objects.filter(clause_type=clause_type, state=ProvisionState.STANDING)


def elsewhere(provision: Provision, quote: str) -> tuple[Elsewhere, ...]:
    """The clauses of the same type on other platforms whose words are most like these; one for each platform."""
    firsts = (
        standing(provision.clause_type)
        .exclude(document__platform=provision.document.platform_id)
        .order_by()
        .values("document__platform")
        .annotate(first=Min("id"))
        .order_by("first")
        .values_list("first", flat=True)[:_CANDIDATES]
    )
    wordings = Wording.objects.filter(provision__in=list(firsts), last_version=None).select_related(
        "passage", "provision__document__platform"
    )
    own = _words(quote)
    ordered = sorted(
        wordings, key=lambda wording: (-_likeness(own, _words(wording.passage.text)), wording.provision_id)
    )
    return tuple(
        Elsewhere(
            provision_link(wording.provision),
            document_link(wording.provision.document),
            excerpt(wording.passage.text, _EXCERPT),
        )
        for wording in ordered[:_ELSEWHERE_SHOWN]
    )


def other_risks(provision: Provision, limit: int) -> tuple[ProvisionLink, ...]:
    """The gravest of the other provisions of the same document, high and medium ones only; one of each clause type."""
    others = (
        Provision.objects.filter(
            document=provision.document_id, state=ProvisionState.STANDING, severity__in=("high", "medium")
        )
        .exclude(clause_type=provision.clause_type)
        .annotate(rank=by_severity("severity"))
        .order_by("-rank", "id")
    )
    gravest: dict[str, Provision] = {}
    for other in others:
        gravest.setdefault(other.clause_type, other)
    return tuple(provision_link(other) for other in list(gravest.values())[:limit])


def _words(quote: str) -> frozenset[str]:
    return frozenset(_WORD.findall(visible_text(quote).lower()))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two clauses have in common (Jaccard)."""
    return len(one & other) / (len(one | other) or 1)

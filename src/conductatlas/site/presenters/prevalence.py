"""How common a clause type is, and what else its document holds."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from conductatlas.records.models import Platform, Provision, ProvisionState
from conductatlas.site.presenters.links import ProvisionLink, by_severity, provision_link


@dataclass(frozen=True, slots=True)
class Prevalence:
    """On how many of all platforms a clause type stands today."""

    platforms: int
    of_platforms: int


def prevalence_of(clause_type: str) -> Prevalence:
    """Count the platforms that state a clause type, and all platforms."""
    stating = standing(clause_type).aggregate(count=Count("document__platform", distinct=True))["count"]
    return Prevalence(stating, Platform.objects.count())


def standing(clause_type: str) -> QuerySet[Provision]:
    """The provisions of a clause type that stand today."""
    return Provision.objects.filter(clause_type=clause_type, state=ProvisionState.STANDING)


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

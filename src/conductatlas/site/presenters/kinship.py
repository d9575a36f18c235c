"""Which documents belong together: those of one company, and those that are one text under two names."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from django.db.models import Count

from conductatlas.assessment import company_named
from conductatlas.catalogue import company_of
from conductatlas.records.models import Document, Platform, Wording
from conductatlas.records.surroundings import beginning_of

# A document that has so many of another's passages, and so great a share of all, is its copy or its successor.
_FEWEST_PASSAGES, _LEAST_SHARE = 5, 0.5


def companies_of(document: Document) -> frozenset[str]:
    """The companies that a document, whose platform is loaded, is of: that of its platform, and the one it names."""
    platform = document.platform.name
    last = document.good_versions().select_related("text").first()
    named = company_named(beginning_of(last), platform) if last else platform
    return frozenset(company_of(name).casefold() for name in (platform, named))


def count_companies(platforms: Iterable[int]) -> tuple[int, int]:
    """How many companies some platforms belong to, given by their keys, and how many all platforms do."""
    some = set(platforms)
    names = Platform.objects.values_list("pk", "name")
    companies = [(key in some, company_of(name)) for key, name in names]
    return len({name for counts, name in companies if counts}), len({name for _, name in companies})


def copies_of(document: Document) -> frozenset[int]:
    """The keys of documents of other platforms that share most of their passages with a document."""
    standing = Wording.standing()
    own = set(standing.filter(provision__document=document).values_list("passage", flat=True))
    if len(own) < _FEWEST_PASSAGES:
        return frozenset()
    least = max(_FEWEST_PASSAGES, ceil(_LEAST_SHARE * len(own)))
    shared = (
        standing.filter(passage__in=own)
        .exclude(provision__document__platform=document.platform_id)
        .values("provision__document")
        .annotate(passages=Count("passage", distinct=True))
        .filter(passages__gte=least)
    )
    return frozenset(shared.values_list("provision__document", flat=True))

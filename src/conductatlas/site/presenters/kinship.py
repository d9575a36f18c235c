"""Which documents belong together: those of one company, and those that are one text under two names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from django.db.models import Count, OuterRef, Subquery

from conductatlas.assessment import company_named
from conductatlas.catalogue import company_of
from conductatlas.records.models import Document, Platform, Version, Wording
from conductatlas.records.surroundings import beginning_of
from conductatlas.site.presenters.links import DocumentLink, document_link
from conductatlas.site.presenters.recency import Recency

# A document that has so many of another's passages, and so great a share of all, is its copy or its successor.
_FEWEST_PASSAGES, _LEAST_SHARE = 5, 0.5
# So many documents with the very same text are named.
_MOST_NAMED = 3


def companies_of(platform: str, named: str) -> frozenset[str]:
    """The companies that a document is of: that of its platform, and the one that it names as its party."""
    return frozenset(company_of(name).casefold() for name in (platform, named))


def parties_of(documents: Iterable[Document]) -> Mapping[int, str]:
    """The companies that some documents, whose platforms are loaded, name as their parties today, by their keys."""
    names = {document.pk: document.platform.name for document in documents}
    good = Version.objects.filter(document=OuterRef("document"), failed=False, held="").order_by("-ordinal")
    last = Version.objects.filter(document__in=names, pk=Subquery(good.values("pk")[:1])).select_related("text")
    named = {one.document_id: company_named(beginning_of(one), names[one.document_id]) for one in last}
    return {**names, **named}


def count_companies(platforms: Iterable[int]) -> tuple[int, int, int]:
    """How many companies some platforms belong to, given by their keys, how many all do, and how many platforms are."""
    some = set(platforms)
    names = Platform.objects.values_list("pk", "name")
    companies = [(key in some, company_of(name)) for key, name in names]
    stating = {name for counts, name in companies if counts}
    return len(stating), len({name for _, name in companies}), len(companies)


def copies_of(document: Document, passages: Collection[int]) -> frozenset[int]:
    """The keys of documents of other platforms that share most of a document's passages, given by their keys."""
    own = set(passages)
    if len(own) < _FEWEST_PASSAGES:
        return frozenset()
    shared = (
        Wording.standing()
        .filter(passage__in=own)
        .exclude(provision__document__platform=document.platform_id)
        .values("provision__document")
        .annotate(passages=Count("passage", distinct=True))
        .filter(passages__gte=max(_FEWEST_PASSAGES, ceil(_LEAST_SHARE * len(own))))
    )
    return frozenset(shared.values_list("provision__document", flat=True))


def also_recorded_as(version: Version) -> tuple[DocumentLink, ...]:
    """Other documents that had the very text of a version, byte for byte, in the order in which they were taken up."""
    same = Version.objects.filter(text=version.text_id, failed=False, held="").exclude(document=version.document_id)
    others = Document.listed().filter(pk__in=same.values("document")).select_related("platform")
    return tuple(map(document_link, others.order_by("id")[:_MOST_NAMED]))


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as lists hold it, with what tells which others are of its kind. As objects all would take longer."""

    id: int
    collection_id: int
    platform_id: int
    platform: str
    terms_type: str
    language: str


def listed_documents() -> tuple[Listed, ...]:
    """All documents that lists hold."""
    values = ("id", "collection_id", "platform_id", "platform__name", "terms_type", "language")
    return tuple(Listed(*row) for row in Document.listed().values_list(*values))


def superseded(documents: Iterable[Listed], recency: Mapping[int, Recency]) -> frozenset[int]:
    """The keys of those documents of which it is not known whether they stand, where a later one in their place does.

    That is one of the same type and language: of the same platform, or of another one of the company where everything
    of the platform is told of in the past tense.
    """
    of_kinds: dict[tuple[str, str, str], list[Listed]] = defaultdict(list)
    living: set[int] = set()
    for one in documents:
        if one.id in recency:
            of_kinds[company_of(one.platform), one.terms_type, one.language].append(one)
            living.update(() if recency[one.id].past else (one.platform_id,))

    def replaces(other: Listed, one: Listed) -> bool:
        of_its_platform = other.platform_id == one.platform_id or one.platform_id not in living
        later = recency[other.id].recorded_at > recency[one.id].recorded_at
        return of_its_platform and later and not recency[other.id].past

    return frozenset(
        one.id
        for alike in of_kinds.values()
        for one in alike
        if recency[one.id].past and any(replaces(other, one) for other in alike)
    )

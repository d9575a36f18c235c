"""Clause types: the index of them, and where one of them stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from conductatlas.catalogue import Category, ClauseType, Severity, load_catalogue
from conductatlas.records.models import Platform, Provision, ProvisionState, Wording
from conductatlas.site.presenters.laws import LawLink, laws_on
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    GradeCount,
    ProvisionLink,
    by_severity,
    clause_type_link,
    document_link,
    excerpt,
    grade_counts,
    provision_link,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import Prevalence, standing

SORTS = {"severity": "gravest first", "platform": "by platform", "newest": "newest first"}
_PER_PAGE = 30
_EXCERPT = 240


@dataclass(frozen=True, slots=True)
class ClauseTypeLine:
    """A clause type in the index."""

    clause_type: ClauseTypeLink
    means: str
    severity: str
    stance: str
    platforms: int
    provisions: int


@dataclass(frozen=True, slots=True)
class CategoryGroup:
    """The clause types of a category."""

    id: str
    title: str
    clause_types: tuple[ClauseTypeLine, ...]


@dataclass(frozen=True, slots=True)
class ClauseTypes:
    """The index of all clause types."""

    platforms: int
    categories: tuple[CategoryGroup, ...]


@dataclass(frozen=True, slots=True)
class StatedLine:
    """A provision of the clause type, with its first words."""

    provision: ProvisionLink
    document: DocumentLink
    since: datetime
    quote: str


@dataclass(frozen=True, slots=True)
class ClauseTypePage:
    """What a clause type is, how common it is, and all provisions of it. `grades` count platforms by their gravest."""

    clause_type: ClauseTypeLink
    means: str
    severity: str
    stance: str
    raised_when: str
    lowered_when: str
    prevalence: Prevalence
    laws: tuple[LawLink, ...]
    grades: tuple[GradeCount, ...]
    sort: str
    only: str
    paging: Paging
    provisions: tuple[StatedLine, ...]


def present_clause_types() -> ClauseTypes:
    """All clause types by category, with how many platforms state each."""
    counts = {
        clause_type: (platforms, provisions)
        for clause_type, platforms, provisions in Provision.objects.filter(state=ProvisionState.STANDING)
        .order_by()
        .values_list("clause_type")
        .annotate(Count("document__platform", distinct=True), Count("id"))
    }
    catalogue = load_catalogue()
    return ClauseTypes(
        Platform.objects.count(),
        tuple(_group(category, catalogue.of_category(category.id), counts) for category in catalogue.categories),
    )


def _group(
    category: Category, clause_types: tuple[ClauseType, ...], counts: dict[str, tuple[int, int]]
) -> CategoryGroup:
    return CategoryGroup(
        category.id,
        category.title,
        tuple(
            ClauseTypeLine(
                clause_type_link(one.id), one.means, one.severity.value, one.stance.value, *counts.get(one.id, (0, 0))
            )
            for one in clause_types
        ),
    )


def present_clause_type(clause_type: ClauseType, sort: str, only: str, page: int) -> ClauseTypePage:
    """A clause type and a page of its standing provisions; `sort` is one of SORTS, `only` a severity or empty."""
    provisions = standing(clause_type.id)
    gravest: dict[int, int] = dict(
        provisions.order_by().values_list("document__platform").annotate(gravest=Max(by_severity("severity")))
    )
    by_rank: dict[int, int] = defaultdict(int)
    for rank in gravest.values():
        by_rank[rank] += 1
    if only:
        provisions = provisions.filter(severity=only)
    order = {
        "severity": ("-rank", "document__platform__name", "id"),
        "platform": ("document__platform__name", "-rank", "id"),
        "newest": ("-first_version__recorded_at", "id"),
    }[sort]
    places = paging(page, provisions.count(), _PER_PAGE)
    shown = list(
        provisions.annotate(rank=by_severity("severity"))
        .select_related("document__platform", "first_version")
        .order_by(*order)[places.offset : places.offset + places.per_page]
    )
    quotes = dict(
        Wording.objects.filter(provision__in=shown, last_version=None).values_list("provision_id", "passage__text")
    )
    return ClauseTypePage(
        clause_type=clause_type_link(clause_type.id),
        means=clause_type.means,
        severity=clause_type.severity.value,
        stance=clause_type.stance.value,
        raised_when=clause_type.raise_note,
        lowered_when=clause_type.lower_note,
        prevalence=Prevalence(len(gravest), Platform.objects.count()),
        laws=laws_on(clause_type.id),
        grades=grade_counts((severity.value, by_rank[severity.rank]) for severity in Severity),
        sort=sort,
        only=only,
        paging=places,
        provisions=tuple(
            StatedLine(
                provision_link(provision),
                document_link(provision.document),
                provision.first_version.recorded_at,
                excerpt(quotes.get(provision.id, ""), _EXCERPT),
            )
            for provision in shown
        ),
    )

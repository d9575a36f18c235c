"""The index of clause types."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from conductatlas.catalogue import Category, ClauseType, load_catalogue
from conductatlas.records.models import Platform
from conductatlas.site.presenters.links import ClauseTypeLink, clause_type_link
from conductatlas.site.presenters.prevalence import counted_once


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


def present_clause_types() -> ClauseTypes:
    """All clause types by category, with how many platforms state each."""
    counts = {
        clause_type: (platforms, provisions)
        for clause_type, platforms, provisions in counted_once()
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

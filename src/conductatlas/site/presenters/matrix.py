"""Platforms and clause types as a matrix: who states what, and how grave."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Max, QuerySet
from django.utils.safestring import SafeString

from conductatlas.catalogue import Category, Severity, Stance, load_catalogue
from conductatlas.records.models import Kind, Platform, Wording
from conductatlas.site.presenters.counted_once import Ceased, ceased
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.kinship import listed_documents
from conductatlas.site.presenters.links import (
    GradeCount,
    PlatformLink,
    by_severity,
    clause_type_link,
    grade_counts,
    platform_link,
    rank,
    record_path,
    severity_in_words,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import counted_wordings_once, whether_unsure
from conductatlas.site.presenters.records_until import RecordsUntil, records_until
from conductatlas.site.rendering.timeline import draw_profile

SORTS = {"severity": "gravest first", "platform": "by name"}
_PER_PAGE = 30
_NOT_STATED = "not-stated"
# The severities by their ranks, the gravest first.
_RANKS = {one.rank: one.value for one in sorted(Severity, key=lambda one: -one.rank)}


@dataclass(frozen=True, slots=True)
class Cell:
    """The gravest that a platform states of a clause type or of a category, and how many there are.

    Of a clause type `count` is how many provisions stand, and `path` leads to the gravest, if there is one to one that
    the program is sure of; of a category it is how many of its clause types are so grave, and `path` leads to the
    category. `unsure`: whether the program is unsure of all that are so grave, and nobody has reviewed them.
    `stance` is that of the gravest clause, empty for a category.
    """

    severity: str
    stance: str
    unsure: bool
    count: int
    path: str

    @property
    def said(self) -> str:
        """What stands in the cell: a severity by itself would read as if nothing were stated where it is none."""
        if self.severity != Severity.NONE:
            return self.severity
        return "protective" if self.stance == Stance.PROTECTIVE else "stated"


@dataclass(frozen=True, slots=True)
class Column:
    """A clause type or a category; over all platforms, how many state it and how grave their gravest clause is.

    `path` leads to what the column stands for.
    """

    id: str
    title: str
    path: str
    platforms: int
    grades: tuple[GradeCount, ...]
    bar: SafeString = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class Row:
    """A platform with a cell for each column; None where it states nothing of the kind.

    `ceased` is given where none of its documents is known to stand today.
    """

    platform: PlatformLink
    ceased: Ceased | None
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class CategoryChoice:
    """A category that the matrix can be narrowed down to."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """A page of the matrix: platforms by the clause types of a category, or, without one, by all categories."""

    category: CategoryChoice | None
    categories: tuple[CategoryChoice, ...]
    sort: str
    records_until: RecordsUntil
    of_platforms: int
    columns: tuple[Column, ...]
    paging: Paging
    rows: tuple[Row, ...]


def present_matrix(category: Category | None, sort: str, page: int, now: datetime) -> Matrix:
    """A page of the matrix, in one of the SORTS."""
    catalogue = load_catalogue()
    types = catalogue.of_category(category.id) if category else tuple(catalogue)
    column_of = {one.id: one.id if category else one.category for one in types}
    gravest = _gravest(column_of)
    names = dict(Platform.objects.values_list("id", "name"))
    ordered = sorted(names, key=lambda platform: (names[platform].lower(), platform))
    if sort == "severity":
        ordered.sort(key=lambda platform: _weight(gravest.get(platform, {}).values()), reverse=True)
    places = paging(page, len(ordered), _PER_PAGE)
    ids = ordered[places.offset : places.offset + places.per_page]
    cells = gravest_cells(ids, list(column_of)) if category else _cells_of_categories(ids, gravest, column_of)
    heads = (
        [(one.id, one.title, clause_type_link(one.id).path) for one in types]
        if category
        else [(one.id, one.title, _category_path(one.id)) for one in catalogue.categories]
    )
    shown = Platform.objects.in_bulk(ids)
    gone = ceased(listed_documents())
    return Matrix(
        category=CategoryChoice(category.id, category.title) if category else None,
        categories=tuple(CategoryChoice(one.id, one.title) for one in catalogue.categories),
        sort=sort,
        records_until=records_until(now),
        of_platforms=len(names),
        columns=_columns(heads, gravest, column_of, len(names)),
        paging=places,
        rows=tuple(
            Row(
                platform_link(shown[platform]),
                gone.get(platform),
                tuple(cells.get((platform, head[0])) for head in heads),
            )
            for platform in ids
        ),
    )


def gravest_cells(platforms: Collection[int], clause_types: Collection[str]) -> dict[tuple[int, str], Cell]:
    """The gravest standing provision of each platform and clause type, with how many stand.

    Of several so grave it is one that the program is sure of, and then the oldest record.
    """
    found = (
        _standing(clause_types)
        .filter(provision__document__platform__in=platforms)
        .annotate(unsure=whether_unsure())
        .values_list(
            "provision__document__platform", "provision__clause_type", "severity", "stance", "unsure", "provision"
        )
        .order_by("provision")
    )
    cells: dict[tuple[int, str], Cell] = {}
    for platform, clause_type, severity, stance, unsure, number in found:
        before = cells.get((platform, clause_type))
        count = before.count + 1 if before else 1
        if before is None or (rank(severity), not unsure) > (rank(before.severity), not before.unsure):
            before = Cell(severity, stance, unsure, count, record_path(Kind.PROVISION, number))
        cells[platform, clause_type] = replace(before, count=count)
    return cells


def _standing(clause_types: Collection[str]) -> QuerySet[Wording]:
    return counted_wordings_once().filter(provision__clause_type__in=clause_types)


@dataclass(frozen=True, slots=True, order=True)
class _Gravest:
    """The rank of the gravest provision of a clause type, and whether the program is sure of one that is so grave."""

    rank: int
    sure: bool


def _gravest(clause_types: Collection[str]) -> Mapping[int, Mapping[str, _Gravest]]:
    """For each platform the gravest of each clause type that it states."""
    found = (
        _standing(clause_types)
        .order_by()
        .annotate(unsure=whether_unsure())
        .values_list("provision__document__platform", "provision__clause_type", "unsure")
        .annotate(gravest=Max(by_severity("severity")))
    )
    gravest: dict[int, dict[str, _Gravest]] = defaultdict(dict)
    for platform, clause_type, unsure, highest in found:
        of_types, one = gravest[platform], _Gravest(highest, not unsure)
        of_types[clause_type] = max(one, of_types.get(clause_type, one))
    return gravest


def _weight(gravest: Iterable[_Gravest]) -> tuple[int, ...]:
    """How many there are of each severity, the gravest first: what platforms are ordered by."""
    counts = Counter(one.rank for one in gravest)
    return tuple(counts[severity] for severity in _RANKS)


def _cells_of_categories(
    platforms: Collection[int], gravest: Mapping[int, Mapping[str, _Gravest]], column_of: Mapping[str, str]
) -> dict[tuple[int, str], Cell]:
    """The gravest severity of each platform and category, and how many clause types have it."""
    cells: dict[tuple[int, str], Cell] = {}
    for platform in platforms:
        of_categories: dict[str, list[_Gravest]] = defaultdict(list)
        for clause_type, found in gravest.get(platform, {}).items():
            of_categories[column_of[clause_type]].append(found)
        for category, of_types in of_categories.items():
            highest = max(of_types)
            count = sum(one.rank == highest.rank for one in of_types)
            cells[platform, category] = Cell(
                _RANKS[highest.rank], "", not highest.sure, count, _category_path(category)
            )
    return cells


def _columns(
    heads: Iterable[tuple[str, str, str]],
    gravest: Mapping[int, Mapping[str, _Gravest]],
    column_of: Mapping[str, str],
    of_platforms: int,
) -> tuple[Column, ...]:
    """The columns, each with how grave the gravest of each platform in it is."""
    ranks: dict[str, Counter[int]] = defaultdict(Counter)
    for of_types in gravest.values():
        highest: dict[str, int] = {}
        for clause_type, found in of_types.items():
            column = column_of[clause_type]
            highest[column] = max(found.rank, highest.get(column, 0))
        for column, grade in highest.items():
            ranks[column][grade] += 1
    return tuple(_column(head, ranks[head[0]], of_platforms) for head in heads)


def _column(head: tuple[str, str, str], ranks: Counter[int], of_platforms: int) -> Column:
    grades = grade_counts((_RANKS[one], count) for one, count in ranks.items())
    stating = ranks.total()
    parts = [*((grade.severity, grade.count) for grade in grades), (_NOT_STATED, of_platforms - stating)]
    said = ", ".join(f"{grade.count} {severity_in_words(grade.severity)}" for grade in grades if grade.count)
    bar = draw_profile(parts, title=f"{stating} of {of_platforms} platforms: {said or 'not found on any'}")
    return Column(*head, stating, grades, bar)


def _category_path(category: str) -> str:
    return f"/matrix?category={category}"

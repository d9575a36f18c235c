"""What a workspace answers for: the platforms of its vendor list, and the changes of all that it watches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from conductatlas.accounts.models import Workspace
from conductatlas.catalogue import Severity, load_catalogue, load_laws
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.records.models import Change, ChangeItem, ItemKind, Kind, Platform, Verdict, parse_permanent_id
from conductatlas.workbench.models import Vendor

_NOTHING = Q(pk__in=[])


def vendor_platforms(workspace: Workspace) -> QuerySet[Platform]:
    """The platforms of the vendor list, and those that are watched as such, by name."""
    watched = Watch.objects.filter(workspace=workspace, kind=WatchKind.PLATFORM).values("target")
    listed = Vendor.objects.filter(workspace=workspace).exclude(platform=None).values("platform")
    return Platform.objects.filter(Q(slug__in=watched) | Q(id__in=listed)).order_by("name")


def inbox_changes(workspace: Workspace) -> QuerySet[Change]:
    """The changes that a workspace answers for, whenever they were recorded: no failed captures, nothing taken back.

    Of its vendors' documents the substantive ones; of what else it watches those that the watch lets through. Paused
    watches count: to pause one is to be told less, not to answer for less. Saved searches do not bring changes here.
    """
    listed = Vendor.objects.filter(workspace=workspace).exclude(platform=None).values("platform")
    chosen = [Q(document__platform__in=listed, verdict=Verdict.SUBSTANTIVE)]
    chosen += [_lets_through(watch) for watch in Watch.objects.filter(workspace=workspace)]
    return Change.listed().exclude(verdict=Verdict.FAILED).filter(reduce(or_, chosen))


def _lets_through(watch: Watch) -> Q:
    """The condition on changes that a watch sets."""
    verdicts = watch.verdicts or [Verdict.SUBSTANTIVE]
    found = Q(verdict__in=verdicts)
    if watch.directions:
        found &= Q(direction__in=watch.directions)
    if watch.language:
        found &= Q(document__language=watch.language)
    grades = _from(watch.least_severity)
    number = parse_permanent_id(watch.target)
    if watch.kind == WatchKind.PLATFORM:
        return found & Q(document__platform__slug=watch.target, severity__in=grades)
    if watch.kind == WatchKind.DOCUMENT and number is not None and number[0] is Kind.DOCUMENT:
        return found & Q(document=number[1], severity__in=grades)
    items = ChangeItem.objects.filter(change=OuterRef("pk"))
    items = items.filter(Q(before__severity__in=grades) | Q(after__severity__in=grades))
    if watch.kind == WatchKind.PROVISION and number is not None and number[0] is Kind.PROVISION:
        return found & Q(Exists(items.filter(provision=number[1])))
    types = _clause_types(watch)
    return found & Q(Exists(items.filter(provision__clause_type__in=sorted(types)))) if types else _NOTHING


def _clause_types(watch: Watch) -> frozenset[str]:
    """The clause types that a watch is about; none for a kind that is not about clause types."""
    if watch.kind == WatchKind.CLAUSE_TYPE:
        return frozenset([watch.target])
    if watch.kind == WatchKind.CATEGORY:
        return frozenset(one.id for one in load_catalogue().of_category(watch.target))
    law = load_laws().law(watch.target) if watch.kind == WatchKind.LAW else None
    return frozenset(one.clause_type for one in law.spoken_to()) if law else frozenset()


def _from(least: str) -> list[str]:
    """The severities from one on."""
    floor = Severity(least).rank if least in set(Severity) else 0
    return [severity.value for severity in Severity if severity.rank >= floor]


def meant(items: QuerySet[ChangeItem]) -> QuerySet[ChangeItem]:
    """Those of the items that changed what a clause says: not what only moved, or was reworded to the letter only."""
    return items.exclude(kind=ItemKind.MOVED).exclude(to_the_letter=True)


def laws_touched(clauses: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The laws of the register, by id, that speak to one of some clauses at least: clause types and their words."""
    words_of: dict[str, list[str]] = defaultdict(list)
    for clause_type, words in clauses:
        words_of[clause_type].append(words)
    return tuple(
        law.id
        for law in load_laws().shown()
        if any(one.bears_on(words) for one in law.spoken_to() for words in words_of.get(one.clause_type, ()))
    )

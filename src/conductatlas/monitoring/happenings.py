"""What came to be known in a time, and what of it somebody watches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from conductatlas.accounts.models import Timing, User, Workspace
from conductatlas.monitoring.audience import Audience, covered_watches
from conductatlas.monitoring.matching import Facts, facts_of, matching_items
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.records.models import (
    Change,
    ChangeItem,
    Document,
    Erratum,
    ErratumKind,
    Kind,
    News,
    Provision,
    UnsettledClause,
    Verdict,
    parse_permanent_id,
    taken_out,
)

# What a digest tells of besides changes: what a person decided about a record.
_CORRECTIONS = (ErratumKind.CORRECTED, ErratumKind.WITHDRAWN, ErratumKind.MERGED, ErratumKind.REINSTATED)

# How far back a single watch is followed: a feed shows the latest of it.
_MOST_LOOKED_AT = 200
_LOADED_AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Happening:
    """A change that somebody watches: the items that are watched in it, and the watches that ask for it."""

    change: Change
    items: tuple[ChangeItem, ...]
    because: tuple[Watch, ...]


def changes_between(since: datetime, until: datetime) -> QuerySet[Change]:
    """The changes that came to be known from one moment to another, and that still hold."""
    news = News.objects.filter(change=OuterRef("pk"), at__gte=since, at__lt=until)
    return Change.listed().exclude(verdict=Verdict.FAILED).filter(Exists(news))


def watches_of(user: User, now: datetime) -> list[Watch]:
    """What a person is told of: the watches of their workspaces that are not paused and that the plans cover."""
    audience = Audience(now)
    return [watch for one in _workspaces(user) for watch in covered_watches(one, audience.opened(one))]


def may_have_daily(user: User, now: datetime) -> bool:
    """Whether a plan of one of a person's workspaces tells more often than weekly."""
    audience = Audience(now)
    return not settings.PLANS or any(audience.opened(one).timing != Timing.WEEKLY for one in _workspaces(user))


def _workspaces(user: User) -> QuerySet[Workspace]:
    """A person's own workspace, and the organisations of whose watches they are told."""
    mine = Q(personal_of=user) | Q(personal_of=None, memberships__user=user, memberships__told=True)
    return Workspace.objects.filter(mine).distinct().order_by("id")


def latest_of(watch: Watch) -> Iterator[Happening]:
    """What happened to what a watch watches, the latest first, among the latest that can be for it at all."""
    changes = _possible(Change.listed().exclude(verdict=Verdict.FAILED), [watch])
    changes = changes.filter(verdict__in=watch.verdicts or [Verdict.SUBSTANTIVE])
    latest = changes.select_related("document__platform", "version").order_by("-recorded_at", "-id")
    for facts in _facts(latest[:_MOST_LOOKED_AT]):
        items = matching_items(watch, facts)
        if items is not None:
            yield Happening(facts.change, items, (watch,))


def watched_changes(watches: Sequence[Watch], since: datetime, until: datetime) -> list[Happening]:
    """What happened in a time to what is watched, the first first."""
    changes = _possible(changes_between(since, until), watches).select_related("document__platform", "version")
    found = []
    for facts in _facts(changes.order_by("recorded_at", "id")):
        asked = [(watch, matching_items(watch, facts)) for watch in watches]
        because = tuple(watch for watch, items in asked if items is not None)
        if because:
            items = {item.position: item for _, some in asked for item in some or ()}
            found.append(Happening(facts.change, tuple(items[position] for position in sorted(items)), because))
    return found


def _facts(changes: QuerySet[Change]) -> Iterator[Facts]:
    """What watches ask of changes, in their order; loaded for a few at a time."""
    ordered = list(changes)
    for start in range(0, len(ordered), _LOADED_AT_ONCE):
        yield from facts_of(ordered[start : start + _LOADED_AT_ONCE])


def watched_errata(watches: Sequence[Watch], since: datetime, until: datetime) -> list[Erratum]:
    """The corrections that were made in a time to records of what is watched, the first first."""
    errata = Erratum.objects.filter(kind__in=_CORRECTIONS, decided_at__gte=since, decided_at__lt=until)
    return [one for one in errata.order_by("decided_at", "id") if _concerns(one, watches)]


def _possible(changes: QuerySet[Change], watches: Sequence[Watch]) -> QuerySet[Change]:
    """The changes that can be for one of the watches at all: of what is watched elsewhere nothing is loaded."""
    targets = _targets(watches)
    if targets[WatchKind.SEARCH]:
        return changes
    documents = [number for kind, number in _numbers(targets[WatchKind.DOCUMENT]) if kind is Kind.DOCUMENT]
    provisions = [number for kind, number in _numbers(targets[WatchKind.PROVISION]) if kind is Kind.PROVISION]
    types = sorted(_clause_types(watches))
    touched = Q(provision__in=provisions) | Q(provision__clause_type__in=types)
    items = ChangeItem.objects.filter(touched, change=OuterRef("pk"))
    went = taken_out().filter(Q(id__in=provisions) | Q(clause_type__in=types))
    asked = Q(provision__in=provisions) | Q(clause_type__in=types)
    unsettled = UnsettledClause.listed().filter(asked, change=OuterRef("pk"))
    platforms = sorted(targets[WatchKind.PLATFORM])
    of_document = Q(document__platform__slug__in=platforms) | Q(document__in=documents)
    return changes.filter(of_document | Exists(items) | Exists(went) | Exists(unsettled))


def _concerns(erratum: Erratum, watches: Sequence[Watch]) -> bool:
    """Whether the record of an erratum is watched: by itself, with its document or platform, or for its clause type.

    A search asks for words, and an erratum has none.
    """
    named = parse_permanent_id(erratum.record)
    if named is None:
        return False
    kind, number = named
    of_document = {Kind.DOCUMENT: Q(id=number), Kind.PROVISION: Q(provisions=number), Kind.CHANGE: Q(changes=number)}
    document = Document.objects.filter(of_document[kind]).select_related("platform").first()
    if document is None:
        return False
    touched = Q(items__change=number) if kind is Kind.CHANGE else Q(id=number if kind is Kind.PROVISION else None)
    provisions = list(Provision.objects.filter(touched).distinct()) if kind is not Kind.DOCUMENT else []
    targets, types = _targets(watches), _clause_types(watches)
    return (
        document.platform.slug in targets[WatchKind.PLATFORM]
        or document.permanent_id in targets[WatchKind.DOCUMENT]
        or any(one.permanent_id in targets[WatchKind.PROVISION] for one in provisions)
        or any(one.clause_type in types for one in provisions)
    )


def _targets(watches: Iterable[Watch]) -> dict[str, set[str]]:
    targets: dict[str, set[str]] = {kind: set() for kind in WatchKind.values}
    for watch in watches:
        targets[watch.kind].add(watch.target)
    return targets


def _clause_types(watches: Iterable[Watch]) -> set[str]:
    return {one for watch in watches for one in watch.clause_types()}


def _numbers(targets: Iterable[str]) -> Iterable[tuple[Kind, int]]:
    return filter(None, map(parse_permanent_id, targets))

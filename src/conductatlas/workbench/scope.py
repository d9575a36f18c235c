"""What a workspace answers for: the platforms of its vendor list, and the changes of all that it watches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from conductatlas.accounts.models import Workspace
from conductatlas.assessment import ClauseAtLaw, laws_bearing_on
from conductatlas.catalogue import Law, Severity, load_catalogue, load_laws
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.records.at_law import before_and_after, clauses_at_law
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    Direction,
    ItemKind,
    Kind,
    Platform,
    TrackedDocument,
    UnsettledClause,
    Verdict,
    parse_permanent_id,
    taken_out,
)
from conductatlas.workbench.models import Vendor

_NOTHING = Q(pk__in=[])
# What nobody asks of an item that is only looked at for the laws that speak to it; to read it all takes longer.
_OF_WORDING = ("facts", "reasons")
_NOT_ASKED = (
    *("phrases", "shifts", "change__explanation", "change__reasons"),
    *(f"{wording}__{one}" for wording in ("before", "after") for one in _OF_WORDING),
)


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
    """The condition on changes that a watch sets: what `monitoring.matching` asks of one change, asked of all at once.

    But for one thing: a watch on a law lets all changes of the clause types through that the law speaks to, whatever
    their words.
    """
    of_document = Q(verdict__in=watch.verdicts or [Verdict.SUBSTANTIVE])
    if watch.language:
        of_document &= Q(document__language__iexact=watch.language) | Q(document__language="")
    if watch.region:
        of_document &= _is_for(watch.region)
    items = ChangeItem.objects.filter(change=OuterRef("pk")).exclude(provision__state__in=TAKEN_BACK)
    number = parse_permanent_id(watch.target)
    if watch.kind == WatchKind.PLATFORM:
        return of_document & Q(document__platform__slug=watch.target) & _passes(watch, items, whole=True)
    if watch.kind == WatchKind.DOCUMENT:
        is_it = Q(document=number[1]) if number is not None and number[0] is Kind.DOCUMENT else _NOTHING
        return of_document & is_it & _passes(watch, items, whole=True)
    if watch.kind == WatchKind.PROVISION:
        if number is None or number[0] is not Kind.PROVISION:
            return _NOTHING
        passes = _passes(watch, items.filter(provision=number[1]))
        return of_document & (passes | _leaves_open(watch, Q(id=number[1]), Q(provision=number[1])))
    types = sorted(watch.clause_types())
    if not types:
        return _NOTHING
    passes = _passes(watch, items.filter(provision__clause_type__in=types))
    if watch.kind != WatchKind.LAW:
        passes |= _leaves_open(watch, Q(clause_type__in=types), Q(clause_type__in=types))
    return of_document & passes


def _passes(watch: Watch, aimed: QuerySet[ChangeItem], *, whole: bool = False) -> Q:
    """Whether one of the items that a watch aims at passes its thresholds; a `whole` document may have none at all."""
    grades = _from(watch.least_severity)
    passing = aimed.filter(direction__in=watch.directions) if watch.directions else aimed
    if watch.least_severity == Severity.NONE:
        found = Q(Exists(passing))
    else:
        grave = passing.filter(Q(before__severity__in=grades) | Q(after__severity__in=grades))
        grave = grave.exclude(kind=ItemKind.MOVED)
        # What left the clause saying the same counts where nothing else changed.
        found = Q(Exists(meant(grave))) | (Q(Exists(grave)) & ~Q(Exists(meant(aimed))))
    if whole and watch.least_severity == Severity.NONE:
        of_change = Q(direction__in=watch.directions) if watch.directions else Q()
        found |= of_change & ~Q(Exists(aimed))
    return found


def _leaves_open(watch: Watch, of_provisions: Q, of_words: Q) -> Q:
    """Whether words came or went that a watch aims at, while nobody can tell what that means or whom it favours.

    They are the words of provisions that were taken out, or those of an unsettled clause type.
    """
    if watch.directions and Direction.UNJUDGED not in watch.directions:
        return _NOTHING
    grades = _from(watch.least_severity)
    grave_types = [one.id for one in load_catalogue() if one.severity.value in grades]
    grave = Q(provision__severity__in=grades) | Q(provision=None, clause_type__in=grave_types)
    words = UnsettledClause.listed().filter(of_words, grave, change=OuterRef("pk"))
    return Q(Exists(taken_out().filter(of_provisions, severity__in=grades))) | Q(Exists(words))


def _is_for(region: str) -> Q:
    """Whether a document is declared for a region, as far as that is known."""
    declared = TrackedDocument.objects.filter(document=OuterRef("document"))
    known = declared.exclude(declaration__watch__region__in=["", None]).filter(declaration__watch__has_key="region")
    return ~Q(Exists(known)) | Q(Exists(known.filter(declaration__watch__region__iexact=region)))


def _from(least: str) -> list[str]:
    """The severities from one on."""
    floor = Severity(least).rank if least in set(Severity) else 0
    return [severity.value for severity in Severity if severity.rank >= floor]


def meant(items: QuerySet[ChangeItem]) -> QuerySet[ChangeItem]:
    """Those of the items that changed what a clause says: not the slight ones."""
    return items.exclude(ChangeItem.SLIGHT)


def clauses_changed(items: QuerySet[ChangeItem]) -> Iterator[tuple[ChangeItem, ClauseAtLaw]]:
    """Items of changes, each with its clause as the change left it, or as it was where it went."""
    related = items.select_related("change", "provision__document__platform", "before__passage", "after__passage")
    loaded = list(related.defer(*_NOT_ASKED))
    return zip(loaded, clauses_at_law([before_and_after(item)[-1] for item in loaded]), strict=True)


def laws_touched(clauses: Iterable[ClauseAtLaw]) -> tuple[Law, ...]:
    """The laws of the register that bear on one of some clauses at least."""
    speaking = {law for clause in clauses for law in laws_bearing_on(clause)}
    return tuple(law for law in load_laws().shown() if law.id in speaking)

"""Platforms: the list of them, and what one of them publishes."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Lower
from django.utils.safestring import SafeString

from conductatlas.catalogue import company_of
from conductatlas.records.models import Change, Document, Kind, Platform, Provision, Verdict, Version, permanent_id
from conductatlas.site.presenters.change_filters import DOCUMENTED
from conductatlas.site.presenters.change_list import ChangeLine, change_lines
from conductatlas.site.presenters.citation import Citation, cite_platform
from conductatlas.site.presenters.counted_once import Ceased, ceased, second_recordings
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.kinship import listed_documents
from conductatlas.site.presenters.links import (
    DocumentLink,
    GradeCount,
    PlatformLink,
    document_link,
    grade_counts,
    platform_link,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import counted
from conductatlas.site.presenters.record_notes import RecordNotes, notes_on_platform
from conductatlas.site.presenters.records_until import (
    RecordsUntil,
    latest_of_collections,
    records_until,
    until,
)
from conductatlas.site.rendering.timeline import draw_profile

RECENT = timedelta(days=30)
_PLATFORMS_PER_PAGE = 50
_CHANGES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class PlatformLine:
    """A platform in the list. A document that several collections record counts once.

    `ceased` is given where none of its documents is known to stand today. `recent_changes` is None where nobody looked
    in the time that it counts.
    """

    platform: PlatformLink
    documents: int
    provisions: tuple[GradeCount, ...]
    recent_changes: int | None
    last_change_at: datetime | None
    ceased: Ceased | None


@dataclass(frozen=True, slots=True)
class Platforms:
    """A page of the list of platforms; `query` is what their names, or their companies', have in them."""

    query: str
    paging: Paging
    records_until: RecordsUntil
    platforms: tuple[PlatformLine, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of a platform. `last_change_at` is the latest substantive or editorial change.

    `collection` names who records it where another collection records one of the same title; else it is empty.
    `counts_as` is the record that counts in its place, where another collection recorded that later; else it is empty.
    """

    document: DocumentLink
    collection: str
    versions: int
    first_recorded_at: datetime | None
    last_change_at: datetime | None
    provisions: tuple[GradeCount, ...]
    counts_as: str


@dataclass(frozen=True, slots=True)
class RecentChanges:
    """How many changes were recorded in the days before now; None where nobody looked in that time."""

    days: int
    since: datetime
    substantive: int | None
    editorial: int | None

    @property
    def total(self) -> int | None:
        """All of them."""
        if self.substantive is None or self.editorial is None:
            return None
        return self.substantive + self.editorial


@dataclass(frozen=True)
class PlatformPage:
    """What one platform publishes and lately changed.

    `records_until` is of the collections that its documents are in.
    """

    platform: PlatformLink
    documents: tuple[DocumentLine, ...]
    provisions: tuple[GradeCount, ...]
    recent: RecentChanges
    records_until: RecordsUntil
    ceased: Ceased | None
    latest_changes: tuple[ChangeLine, ...]
    notes: RecordNotes
    citation: Citation
    profile: SafeString = field(metadata=PAGE_ONLY)

    @property
    def last_change_at(self) -> datetime | None:
        """When the latest substantive or editorial change was recorded."""
        return self.latest_changes[0].recorded_at if self.latest_changes else None

    @property
    def standing(self) -> int:
        """How many provisions stand."""
        return sum(grade.count for grade in self.provisions)


def present_platforms(page: int, now: datetime, query: str = "") -> Platforms:
    """A page of all platforms, by name, or of those with some words in their name or in that of their company."""
    sought = query.casefold()
    found = [
        platform
        for platform in Platform.objects.order_by(Lower("name"), "id")
        if sought in platform.name.casefold() or sought in company_of(platform.name).casefold()
    ]
    places = paging(page, len(found), _PLATFORMS_PER_PAGE)
    shown = found[places.offset : places.offset + places.per_page]
    ids = [platform.id for platform in shown]
    listed = [one for one in listed_documents() if one.platform_id in set(ids)]
    twice, gone = second_recordings(listed), ceased(listed)
    documents = Counter(one.platform_id for one in listed if one.id not in twice)
    grades = _grades(counted().filter(document__platform__in=ids).exclude(document__in=twice), "document__platform")
    changes = Change.listed_once().filter(document__platform__in=ids, verdict__in=DOCUMENTED).order_by()
    last: dict[int, tuple[datetime, int]] = {
        platform: (latest, recent)
        for platform, latest, recent in changes.values_list("document__platform").annotate(
            latest=Max("recorded_at"),
            recent=Count("id", filter=Q(recorded_at__gt=now - RECENT, recorded_at__lte=now)),
        )
    }
    latest = latest_of_collections()
    collections: dict[int, set[int]] = defaultdict(set)
    for one in listed:
        collections[one.platform_id].add(one.collection_id)

    def recent(platform: int) -> int | None:
        if until(now, collections[platform], latest).is_before(now - RECENT):
            return None
        return last[platform][1] if platform in last else 0

    return Platforms(
        query,
        places,
        until(now, latest, latest),
        tuple(
            PlatformLine(
                platform_link(platform),
                documents[platform.id],
                grade_counts(grades[platform.id]),
                recent(platform.id),
                last[platform.id][0] if platform.id in last else None,
                gone.get(platform.id),
            )
            for platform in shown
        ),
    )


def present_platform(platform: Platform, now: datetime) -> PlatformPage:
    """A platform: its documents, the grades of its standing provisions, and its latest changes."""
    documents = list(
        Document.listed()
        .filter(platform=platform)
        .select_related("platform", "collection")
        .order_by("terms_type", "id")
    )
    recorders: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        recorders[document.terms_type].add(document.collection.name)
    ids = [document.id for document in documents]
    grades = _grades(counted().filter(document__in=ids), "document")
    versions = dict(Version.objects.filter(document__in=ids).order_by().values_list("document").annotate(Count("id")))
    changes = Change.listed().filter(document__in=ids, verdict__in=DOCUMENTED)
    last = dict(changes.order_by().values_list("document").annotate(Max("recorded_at")))
    first = dict(Version.objects.filter(document__in=ids, ordinal=1).values_list("document", "recorded_at"))
    listed = [one for one in listed_documents() if one.platform_id == platform.id]
    twice = second_recordings(listed)
    once = Change.listed_once().filter(document__in=ids, verdict__in=DOCUMENTED)
    latest = once.select_related("document__platform", "version").order_by("-recorded_at", "-id")[:_CHANGES_SHOWN]
    totals: dict[str, int] = defaultdict(int)
    for key, pairs in grades.items():
        for severity, count in pairs if key not in twice else ():
            totals[severity] += count
    profile = grade_counts(totals.items())
    recorded = records_until(now, {document.collection_id for document in documents})
    return PlatformPage(
        platform=platform_link(platform),
        documents=tuple(
            DocumentLine(
                document_link(document),
                document.collection.name if len(recorders[document.terms_type]) > 1 else "",
                versions.get(document.id, 0),
                first.get(document.id),
                last.get(document.id),
                grade_counts(grades[document.id]),
                permanent_id(Kind.DOCUMENT, twice[document.id]) if document.id in twice else "",
            )
            for document in documents
        ),
        provisions=profile,
        recent=_recent(once, now, recorded),
        ceased=ceased(listed).get(platform.id),
        records_until=recorded,
        latest_changes=change_lines(list(latest)),
        notes=notes_on_platform(platform),
        citation=cite_platform(platform, now),
        profile=draw_profile(
            [(grade.severity, grade.count) for grade in profile], title="Standing provisions by severity"
        ),
    )


def _recent(changes: QuerySet[Change], now: datetime, recorded: RecordsUntil) -> RecentChanges:
    since = now - RECENT
    if recorded.is_before(since):
        return RecentChanges(RECENT.days, since, None, None)
    verdicts = dict(
        changes.filter(recorded_at__gt=since, recorded_at__lte=now)
        .order_by()
        .values_list("verdict")
        .annotate(Count("id"))
    )
    return RecentChanges(RECENT.days, since, verdicts.get(Verdict.SUBSTANTIVE, 0), verdicts.get(Verdict.EDITORIAL, 0))


def _grades(provisions: QuerySet[Provision], group: str) -> dict[int, list[tuple[str, int]]]:
    """How many of some provisions there are of each severity, for each group."""
    grades: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for key, severity, count in provisions.order_by().values_list(group, "severity").annotate(Count("id")):
        grades[key].append((severity, count))
    return grades

"""How recent what is on record of a document is: what was recorded of it since, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from conductatlas.catalogue import company_of, renaming_of
from conductatlas.english import count, day
from conductatlas.records.models import Document, Kind, Platform, Version
from conductatlas.site.presenters.links import DocumentLink, document_link, record_path

# Terms often stay the same for months, and collections record changes only. What was not recorded for half a year and
# longer, while its collection went on, may as well be collected no longer.
_LONG = timedelta(days=183)
_MONTHS = 12
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# So many documents of a company are named.
_MOST_OF_COMPANY = 3
_GOOD = Q(versions__failed=False, versions__held="")
_LATEST = Version.objects.filter(document=OuterRef("pk")).order_by("-recorded_at").values("recorded_at")


class Collected(Protocol):
    """What is known of a document where its recency is asked: its id, and that of its collection."""

    @property
    def id(self) -> int: ...

    @property
    def collection_id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Recency:
    """When the latest good version of a document was recorded, and whether it can be told of in the present tense.

    `seen_at` is when it was last found to say so: by that record, or by a later look of our own that brought the same.
    `collection_until` is of the latest record in its collection. It is `silent` where nothing was recorded of the
    document for long while its collection went on, and `unread` where later captures of it failed or are held; then
    what it states is told in the `past` tense.
    """

    recorded_at: datetime
    seen_at: datetime
    collection_until: datetime
    silent: bool
    unread: bool

    @property
    def past(self) -> bool:
        """Whether it is not known whether it still says so."""
        return self.silent or self.unread


@dataclass(frozen=True, slots=True)
class Since:
    """The captures after the latest good version, none of which could be read: how many, and what the latest brought.

    `told` counts them in words, `path` leads to all versions.
    """

    failed: int
    held: int
    latest_at: datetime
    because: str
    told: str
    path: str

    @property
    def alone(self) -> bool:
        """Whether it is one capture."""
        return self.failed + self.held == 1


@dataclass(frozen=True, slots=True)
class SameTerms:
    """A document of the same type and language, in another collection or of another platform, with a later version."""

    document: DocumentLink
    collection: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class NewName:
    """That a platform goes on under another name, since a month in words, and its later terms of a type under that."""

    name: str
    since: str
    terms: tuple[SameTerms, ...]


@dataclass(frozen=True, slots=True)
class RecencyNote:
    """What the pages of a document and its provisions say of its recency in words.

    `told` says what was not recorded since, or could not be read; empty where the document is not silent. `later` names
    the same terms where another collection has a later version of them. Where none has, and it is not known whether
    this document still stands, `renamed` has its later terms under another name of the platform, and else `of_company`
    terms of the same type of other platforms of the company that were recorded later.
    """

    told: str
    since: Since | None
    later: tuple[SameTerms, ...]
    renamed: NewName | None
    of_company: tuple[SameTerms, ...]


def recency_of(documents: Iterable[Collected]) -> Mapping[int, Recency]:
    """The recency of documents by their ids, in two queries; those without a good version are left out."""
    collections = {one.id: one.collection_id for one in documents}
    if not collections:
        return {}
    within = Document.objects.filter(collection__in=set(collections.values())).order_by().values_list("collection")
    until = dict(within.annotate(latest=Subquery(_LATEST[:1])).values_list("collection").annotate(Max("latest")))
    of_document = (
        Document.objects.filter(id__in=collections)
        .order_by()
        .annotate(
            good=Subquery(_LATEST.filter(failed=False, held="")[:1]),
            latest=Subquery(_LATEST[:1]),
            seen=Max("tracked__succeeded_at"),
        )
        .values_list("id", "collection", "good", "latest", "seen")
    )
    return {
        document: _recency(good, latest, seen, until[collection])
        for document, collection, good, latest, seen in of_document
        if good
    }


def note_on_recency(document: Document, recency: Recency | None) -> RecencyNote | None:
    """What to say of the recency of a document, whose platform must be loaded; None where there is nothing to say."""
    if recency is None:
        return None
    since, later = _since(document, recency) if recency.unread else None, _later(document, recency)
    # Its own terms are nearer than those of its company.
    alone = recency.past and not later
    renamed = _renamed(document, recency) if alone else None
    told = _told(document, recency, since, goes_on=renamed is not None) if recency.silent else ""
    if not (told or since or later):
        return None
    return RecencyNote(told, since, later, renamed, _of_company(document, recency) if alone and not renamed else ())


def _recency(good: datetime, latest: datetime, seen: datetime | None, until: datetime) -> Recency:
    seen = max(good, seen) if seen else good
    silent = until - max(latest, seen) >= _LONG
    return Recency(good, seen, until, silent, latest > seen)


def _told(document: Document, recency: Recency, since: Since | None, *, goes_on: bool) -> str:
    """What the collection did not record, or not so that it can be read, while it went on, and what that may mean.

    `goes_on`: there are later terms under another name of the platform, so that these were hardly left unchanged.
    """
    siblings = Version.objects.filter(
        document__platform=document.platform_id, document__collection=document.collection_id
    )
    others = siblings.exclude(document=document).filter(recorded_at__gt=recency.seen_at)
    collection = f"The collection, whose latest record is of {_day(recency.collection_until)},"
    for_long = f"since then, for {_long(recency.seen_at, recency.collection_until)}"
    if since:
        on = f"{'on' if since.alone else 'the latest on'} {_day(since.latest_at)}"
        because = f" ({since.because.rstrip('.')})" if since.because else ""
        return (
            f"{collection} has brought nothing of this document that could be read {for_long}: {since.told}, {on}"
            f"{because}.{'' if goes_on else ' It may be unchanged, or collected no longer.'}"
        )
    which = "this document" if others.exists() else f"this or any other document of {document.platform.name}"
    may_be = "" if goes_on else ": it may be unchanged, or collected no longer"
    return f"{collection} has recorded nothing of {which} {for_long}{may_be}."


def _long(since: datetime, until: datetime) -> str:
    """How much time passed, in words: more than so many months, or years from the first on, or nearly so many years."""
    months = (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day)
    years, left = divmod(months + 1, _MONTHS)
    if years and not left:
        return f"nearly {_years(years)}"
    years, half = divmod(months // (_MONTHS // 2), 2)
    if not years:
        return f"more than {_NUMBERS[months]} months"
    return f"more than {'a year and a half' if years == 1 and half else _years(years)}"


def _years(number: int) -> str:
    if number == 1:
        return "a year"
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} years"


def _since(document: Document, recency: Recency) -> Since | None:
    """The captures that brought nothing, one after the other, up to now."""
    later = Version.objects.filter(document=document, recorded_at__gt=recency.seen_at)
    later = later.exclude(failed=False, held="")
    rows = list(later.order_by("ordinal").values_list("recorded_at", "held", "change__reasons"))
    if not rows:
        return None
    held = sum(1 for _, why, _ in rows if why)
    failed = len(rows) - held
    latest_at, why, reasons = max(rows, key=lambda row: row[0])
    return Since(
        failed,
        held,
        latest_at,
        why or next(iter(reasons or ()), ""),
        _counted(failed, held),
        f"{record_path(Kind.DOCUMENT, document.id)}#versions",
    )


def _counted(failed: int, held: int) -> str:
    are = "is" if held == 1 else "are"
    if not failed:
        return f"{count(held, 'capture')} {are} held"
    return f"{count(failed, 'capture')} failed" + (f" and {held:,} {are} held" if held else "")


def _later(document: Document, recency: Recency) -> tuple[SameTerms, ...]:
    same = _of_its_kind(document, recency).filter(platform=document.platform_id)
    return _linked(same.exclude(collection=document.collection_id))


def _renamed(document: Document, recency: Recency) -> NewName | None:
    """The latest terms of its kind under another name of its platform; None where there are none."""
    renaming = renaming_of(document.platform.name)
    if renaming is None:
        return None
    terms = _linked(_of_its_kind(document, recency).filter(platform__name=renaming.to)[:_MOST_OF_COMPANY])
    return NewName(renaming.to, renaming.since, terms) if terms else None


def _of_company(document: Document, recency: Recency) -> tuple[SameTerms, ...]:
    """The latest terms of its kind of other platforms of its company."""
    company = company_of(document.platform.name)
    names = Platform.objects.exclude(pk=document.platform_id).values_list("pk", "name")
    kin = [platform for platform, name in names if company_of(name) == company]
    return _linked(_of_its_kind(document, recency).filter(platform__in=kin)[:_MOST_OF_COMPANY]) if kin else ()


def _of_its_kind(document: Document, recency: Recency) -> QuerySet[Any, Any]:
    """The documents of its type and language that were recorded on a later day, the latest first."""
    return (
        Document.listed()
        .filter(terms_type=document.terms_type, language=document.language)
        .annotate(recorded_at=Max("versions__recorded_at", filter=_GOOD))
        .filter(recorded_at__gte=_next_day(recency.recorded_at))
        .select_related("platform", "collection")
        .order_by("-recorded_at", "id")
    )


def _linked(documents: Iterable[Any]) -> tuple[SameTerms, ...]:
    """Links to documents that were asked with when they were recorded last."""
    return tuple(SameTerms(document_link(one), one.collection.name, one.recorded_at) for one in documents)


def _next_day(at: datetime) -> datetime:
    """When the day after a moment begins: pages tell days, in UTC."""
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _day(at: datetime) -> str:
    return day(at.astimezone(UTC))

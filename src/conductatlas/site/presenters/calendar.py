"""The days from which on documents say that they apply: as a page, and as a calendar to follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from conductatlas.catalogue import Severity
from conductatlas.changes import notice
from conductatlas.english import day
from conductatlas.records.models import Change, Kind
from conductatlas.site.citing import one_line
from conductatlas.site.feeds import CALENDAR, Calendar, Event
from conductatlas.site.presenters.change_filters import DOCUMENTED
from conductatlas.site.presenters.disclaimer import disclaimer
from conductatlas.site.presenters.feed_subjects import Subject, effective_dates
from conductatlas.site.presenters.links import DocumentLink, document_link, record_path
from conductatlas.site.presenters.paging import Paging, paging

_COMING_SHOWN = 40
_PAST_PER_PAGE = 20
# A calendar file goes back a year, and holds so many days at most: those ahead first, then the latest.
_KEPT = timedelta(days=365)
_MOST_EVENTS = 1_000


@dataclass(frozen=True, slots=True)
class Restated:
    """What a later version says of the day, where it was seen before the day came."""

    change: str
    path: str
    effective_date: date
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Announced:
    """A day from which on a document says that it applies, and the change with which it said so first."""

    effective_date: date
    document: DocumentLink
    change: str
    path: str
    recorded_at: datetime
    verdict: str
    severity: str
    direction: str
    summary: str
    notice: str
    restated: tuple[Restated, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """The days of one month; `name` is such as 'March 2026'."""

    month: str
    name: str
    days: tuple[Announced, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The days ahead, the nearest first, and a page of those that have come, the latest first."""

    today: date
    coming_count: int
    coming: tuple[Month, ...]
    paging: Paging
    past: tuple[Month, ...]

    @property
    def coming_shown(self) -> int:
        """How many of the days ahead are shown."""
        return sum(len(month.days) for month in self.coming)


def present_calendar(page: int, today: date) -> CalendarPage:
    """The page of all days; `page` is of those that have come. At most five queries."""
    announced = _announcing(effective_dates().changes)
    coming = announced.filter(effective_date__gt=today).order_by("effective_date", "id")
    past = announced.filter(effective_date__lte=today).order_by("-effective_date", "-id")
    places = paging(page, past.count(), _PAST_PER_PAGE)
    ahead = list(coming[:_COMING_SHOWN]) if places.page == 1 else []
    lines = _lines([*ahead, *past[places.offset : places.offset + places.per_page]])
    return CalendarPage(
        today=today,
        coming_count=coming.count(),
        coming=_by_month(lines[: len(ahead)]),
        paging=places,
        past=_by_month(lines[len(ahead) :]),
    )


def present_calendar_file(subject: Subject, name: str, today: date) -> Calendar:
    """The days that a subject's changes name, from a year ago on, the first one first; `name` is whose. Two queries."""
    announced = _announcing(subject.changes).filter(effective_date__gte=today - _KEPT)
    lines = _lines(list(announced.order_by("-effective_date", "-id")[:_MOST_EVENTS]))
    return Calendar(
        title=f"Effective dates: {one_line(name)}",
        description="The days from which on governance documents of online platforms say that they apply.",
        address=f"{settings.PUBLIC_ADDRESS}{subject.path}.{CALENDAR.ending}",
        events=tuple(_event(line) for line in reversed(lines)),
    )


def _announcing(changes: QuerySet[Change]) -> QuerySet[Change]:
    """Those of the changes with which a document named a day, each day once: where it was said first."""
    earlier = Change.listed().filter(
        document=OuterRef("document"),
        verdict__in=DOCUMENTED,
        effective_date=OuterRef("effective_date"),
        id__lt=OuterRef("id"),
    )
    named = changes.filter(effective_date__isnull=False).exclude(Exists(earlier))
    return named.select_related("document__platform")


def _lines(changes: Sequence[Change]) -> list[Announced]:
    """Changes that named a day, with what later versions said of it. One query."""
    later: dict[int, list[Change]] = defaultdict(list)
    documents = {change.document_id for change in changes}
    named = Change.listed().filter(document__in=documents, verdict__in=DOCUMENTED, effective_date__isnull=False)
    for change in named.order_by("recorded_at", "id").defer("explanation", "reasons"):
        later[change.document_id].append(change)
    return [_line(change, later[change.document_id]) for change in changes]


def _line(change: Change, named: Iterable[Change]) -> Announced:
    effective = change.effective_date
    assert effective is not None  # noqa: S101 (they were chosen by it)
    restated = (
        Restated(one.permanent_id, record_path(Kind.CHANGE, one.id), one.effective_date, one.recorded_at)
        for one in named
        if one.effective_date is not None
        and one.effective_date != effective
        and change.recorded_at < one.recorded_at
        and one.recorded_at.date() < effective
    )
    return Announced(
        effective_date=effective,
        document=document_link(change.document),
        change=change.permanent_id,
        path=record_path(Kind.CHANGE, change.id),
        recorded_at=change.recorded_at,
        verdict=change.verdict,
        severity=change.severity,
        direction=change.direction,
        summary=change.summary,
        notice=notice(effective, change.recorded_at.date()),
        restated=tuple(restated),
    )


def _by_month(lines: Sequence[Announced]) -> tuple[Month, ...]:
    return tuple(
        Month(month, f"{days[0].effective_date:%B %Y}", tuple(days))
        for month, group in groupby(lines, key=lambda line: f"{line.effective_date:%Y-%m}")
        if (days := list(group))
    )


def _event(line: Announced) -> Event:
    home = settings.PUBLIC_ADDRESS
    name = one_line(f"{line.document.platform.name}, {line.document.title}")
    restated = line.restated[-1] if line.restated else None
    told = [
        line.summary,
        line.notice,
        f"A version seen later, on {day(restated.recorded_at)}, names another day: {day(restated.effective_date)}."
        if restated
        else "",
        f"{home}{line.path}",
        disclaimer().advice,
    ]
    return Event(
        uid=f"{line.change}@{urlsplit(home).hostname or 'localhost'}",
        day=line.effective_date,
        title=f"{name}: applies from this day, as it says" + ("; another day was named later" if restated else ""),
        description="\n\n".join(one_line(part) for part in told if part),
        address=f"{home}{line.path}",
        updated=restated.recorded_at if restated else line.recorded_at,
        revision=len(line.restated),
        tags=() if line.severity == Severity.NONE.value else (f"{line.severity} severity",),
    )

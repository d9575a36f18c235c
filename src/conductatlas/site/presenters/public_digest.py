"""The digest of the whole atlas: what was recorded in a week, for everybody; as a page, and as an entry of a feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.template.loader import render_to_string

from conductatlas.english import count, day
from conductatlas.records.models import Change, Verdict
from conductatlas.site.feeds import Entry, Feed
from conductatlas.site.presenters.change_list import ChangeLine, change_lines
from conductatlas.site.presenters.corrections import ErratumLine, errata_between
from conductatlas.site.presenters.disclaimer import disclaimer
from conductatlas.site.presenters.following import Follow, follow
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import GradeCount, by_severity, grade_counts
from conductatlas.site.presenters.records_until import RecordsUntil, records_until

_PATH = "/digest"
_TITLE = "ConductAtlas: the week"
_WEEK = timedelta(weeks=1)
_CHANGES_SHOWN = 30
_ERRATA_SHOWN = 20
_IN_ENTRY = 12
_WEEKS_IN_FEED = 12


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the ISO calendar, in UTC: `name` is such as '2026-W48', `days` such as '23 to 29 November 2026'."""

    name: str
    path: str
    first_day: date
    last_day: date

    @property
    def since(self) -> datetime:
        """The moment with which it begins."""
        return datetime.combine(self.first_day, time(), UTC)

    @property
    def until(self) -> datetime:
        """The moment with which the next one begins."""
        return self.since + _WEEK

    @property
    def days(self) -> str:
        """From when to when, as a reader says it."""
        first, last = self.first_day, self.last_day
        if first.year != last.year:
            return f"{day(first)} to {day(last)}"
        return f"{first.day} to {day(last)}" if first.month == last.month else f"{first.day} {first:%B} to {day(last)}"


@dataclass(frozen=True, slots=True)
class WeekDigest:
    """What was recorded in a week: the gravest of its substantive changes, by platform where they weigh the same.

    `looked`: whether anybody looked in it; records may end before it. `latest` is the latest week before this one in
    which anything was recorded, where nothing was in this.
    """

    week: Week
    over: bool
    total: int
    severities: tuple[GradeCount, ...]
    platforms: int
    changes: tuple[ChangeLine, ...]
    errata: tuple[ErratumLine, ...]
    previous: Week | None
    next: Week | None
    latest: Week | None
    records_until: RecordsUntil
    looked: bool
    shown: int = field(metadata=PAGE_ONLY)

    @property
    def more(self) -> int:
        """How many changes are not shown."""
        return self.total - self.shown


def week_of(on: date) -> Week:
    """The week that holds a day."""
    year, number, _ = on.isocalendar()
    monday = date.fromisocalendar(year, number, 1)
    name = f"{year:04}-W{number:02}"
    return Week(name, f"{_PATH}/{name}", monday, monday + timedelta(days=6))


def week_named(name: str) -> Week | None:
    """The week '2026-W48'; None where there is none of that name."""
    year, _, number = name.partition("-W")
    if not (len(year) == 4 and len(number) == 2 and f"{year}{number}".isascii() and f"{year}{number}".isdigit()):
        return None
    try:
        return week_of(date.fromisocalendar(int(year), int(number), 1))
    except (ValueError, OverflowError):
        return None


def last_week(today: date) -> Week:
    """The latest week that is over."""
    return week_of(today - _WEEK)


def present_week(week: Week, now: datetime) -> WeekDigest:
    """The digest of a week. It tells of what was recorded then, whenever it came into this register."""
    changes = _recorded(week)
    severities = list(changes.values_list("severity", flat=True))
    lines = change_lines(list(_gravest_first(changes)[:_CHANGES_SHOWN]))
    earlier = _substantive().filter(recorded_at__lt=week.since).order_by("-recorded_at")
    latest = earlier.values_list("recorded_at", flat=True).first()
    this, recorded = week_of(now.date()), records_until(now)
    return WeekDigest(
        week=week,
        over=week.first_day < this.first_day,
        total=len(severities),
        severities=grade_counts(Counter(severities).items()),
        platforms=changes.values("document__platform").distinct().count(),
        changes=lines,
        errata=errata_between(week.since, week.until, _ERRATA_SHOWN),
        previous=week_of(week.first_day - _WEEK) if latest else None,
        next=week_of(week.first_day + _WEEK) if week.first_day < this.first_day else None,
        latest=week_of(latest.astimezone(UTC).date()) if latest and not severities else None,
        records_until=recorded,
        looked=not recorded.is_before(week.since),
        shown=len(lines),
    )


def follow_weeks() -> Follow:
    """Where the digest can be followed."""
    return follow(_TITLE, _PATH)


def weeks_feed(page: int, now: datetime) -> Feed:
    """A page of the feed: an entry for each week that is over, from the one of the first record on.

    Weeks after all records have none: nobody looked.
    """
    home = f"{settings.PUBLIC_ADDRESS}{_PATH}"
    begun = _substantive().order_by("recorded_at").values_list("recorded_at", flat=True).first()
    recorded = records_until(now)
    newest = last_week(now.date()).first_day
    if recorded.late and recorded.at:
        newest = min(newest, week_of(recorded.at.astimezone(UTC).date()).first_day)
    over = (newest - week_of(begun.astimezone(UTC).date()).first_day) // _WEEK + 1 if begun else 0
    start = (page - 1) * _WEEKS_IN_FEED
    weeks = [week_of(newest - back * _WEEK) for back in range(start, min(start + _WEEKS_IN_FEED, over))]
    return Feed(
        title=_TITLE,
        description="What changed in the governance documents of online platforms, week by week, the gravest first.",
        home=home,
        path=home,
        query="",
        entries=_entries(weeks),
        page=page,
        has_more=start + _WEEKS_IN_FEED < over,
    )


def _substantive() -> QuerySet[Change]:
    return Change.listed_once().filter(verdict=Verdict.SUBSTANTIVE)


def _recorded(week: Week) -> QuerySet[Change]:
    return _substantive().filter(recorded_at__gte=week.since, recorded_at__lt=week.until)


def _gravest_first(changes: QuerySet[Change]) -> QuerySet[Change]:
    """By severity, then by platform, then the latest first."""
    order = (
        by_severity("severity").desc(),
        by_severity("touches").desc(),
        "document__platform__name",
        "-recorded_at",
        "-id",
    )
    return changes.select_related("document__platform", "version").order_by(*order)


def _entries(weeks: Sequence[Week]) -> tuple[Entry, ...]:
    """The weeks as entries; three queries for all of them."""
    if not weeks:
        return ()
    found = _substantive().filter(recorded_at__gte=weeks[-1].since, recorded_at__lt=weeks[0].until)
    changes = list(_gravest_first(found))
    of_week = {
        week.name: [change for change in changes if week.since <= change.recorded_at < week.until] for week in weeks
    }
    shown = change_lines([one for some in of_week.values() for one in some[:_IN_ENTRY]])
    lines = {line.id: line for line in shown}
    return tuple(
        _entry(week, of_week[week.name], [lines[one.permanent_id] for one in of_week[week.name][:_IN_ENTRY]])
        for week in weeks
    )


def _entry(week: Week, changes: Sequence[Change], lines: Sequence[ChangeLine]) -> Entry:
    high = sum(change.severity == "high" for change in changes)
    number = count(len(changes), "substantive change")
    said = f"{number}, {high:,} of high severity" if changes else "no substantive change recorded"
    address = f"{settings.PUBLIC_ADDRESS}{week.path}"
    context = {"lines": lines, "more": len(changes) - len(lines), "address": address, "general": disclaimer()}
    return Entry(
        id=address,
        address=address,
        title=f"{week.days}: {said}",
        summary=f"From {week.days}, {said}.",
        content=render_to_string("site/digest_entry.html", context | {"home": settings.PUBLIC_ADDRESS, "said": said}),
        published=week.until,
        updated=week.until,
        data={"week": week.name, "changes": len(changes), "high": high},
    )

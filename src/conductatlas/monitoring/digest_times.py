"""When digests are due: a plain function of a person's wishes and the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from conductatlas.monitoring.models import DigestRhythm
from conductatlas.monitoring.zones import zone

_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A person's wishes: daily or weekly, at which local hour, and for a weekly digest on which day (0 is Monday)."""

    digest: str
    weekday: int
    hour: int
    time_zone: str


@dataclass(frozen=True, slots=True)
class Due:
    """A moment at which a digest is due, in UTC, and the local day that it falls on by its reader's calendar."""

    at: datetime
    on: date


def latest_due(rhythm: Rhythm, now: datetime) -> Due:
    """The latest moment, now or before, at which a digest was due.

    An hour that a day leaves out when clocks go forward counts as the one after it, and of one that comes twice the
    first counts: so each day has one moment, whatever clocks do.
    """
    there = zone(rhythm.time_zone)
    today = now.astimezone(there).date()
    # From tomorrow, since a clock that was put back may show a day again; a week and a day is enough.
    days = (today + timedelta(days=1 - back) for back in range(_DAYS_A_WEEK + 2))
    moments = (
        Due(datetime.combine(day, time(rhythm.hour), there).astimezone(UTC), day)
        for day in days
        if rhythm.digest == DigestRhythm.DAILY or day.weekday() == rhythm.weekday
    )
    return next(due for due in moments if due.at <= now)

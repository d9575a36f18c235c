"""When a document is looked at next: spread over the day, sooner after a change or a failure, later when steady."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# A change is looked at again soon for this long: what comes back at once was no change.
_RESTLESS = timedelta(days=2)
# A document that has not changed for this long is steady.
_STEADY = timedelta(days=30)
_RESTLESS_EVERY, _STEADY_EVERY = timedelta(hours=3), timedelta(hours=24)
DEFAULT_HOURS = 12.0
_FIRST_RETRY = timedelta(minutes=30)
# Doubling beyond this is longer than any interval between looks.
_MOST_DOUBLINGS = 12


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a document is looked at. `steady` is the longest that a change can go unseen while all goes well."""

    usual: timedelta
    restless: timedelta
    steady: timedelta


def cadence(hours: float = DEFAULT_HOURS) -> Cadence:
    """The cadence of a document that is to be looked at every so many hours; raises ValueError below a quarter hour."""
    if not hours >= 0.25:
        raise ValueError(f"a cadence is at least 0.25 hours, not {hours}")
    usual = timedelta(hours=hours)
    return Cadence(usual, min(_RESTLESS_EVERY, usual), max(usual, min(2 * usual, _STEADY_EVERY)))


def next_look(
    name: str, now: datetime, times: Cadence, *, changed_at: datetime | None = None, failures: int = 0
) -> datetime:
    """When to look at a document again, after a look at `now` that succeeded or was the last of `failures` in a row.

    Regular looks of a document fall on its own time within the interval, which follows from its `name` alone: so
    looks stay spread over the day after a restart, and without any randomness. Retries double from half an hour on
    until they are as rare as regular looks.
    """
    share = _share(name)
    if failures:
        wait = min(_FIRST_RETRY * 2.0 ** min(failures - 1, _MOST_DOUBLINGS), times.usual)
        # The last tenth differs by document, so that those of a host that was down do not all come back at once.
        return now + wait * (0.9 + 0.1 * share)
    interval = times.usual
    if changed_at is not None and now - changed_at < _RESTLESS:
        interval = times.restless
    elif changed_at is not None and now - changed_at >= _STEADY:
        interval = times.steady
    return _on_its_time(now + interval / 2, interval, share)


def _on_its_time(after: datetime, interval: timedelta, share: float) -> datetime:
    """The first moment after `after` that lies at `share` of an interval, counted from a fixed day."""
    passed = (after - _EPOCH) % interval
    own = interval * share
    return after - passed + own + (interval if own <= passed else timedelta())


def _share(name: str) -> float:
    """A number from 0 up to 1 that stands for a name, and is spread evenly over names."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:6]) / 2**48

"""When a document is looked at next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.schedule import cadence, next_look

_NOW = datetime(2025, 5, 4, 10, 30, tzinfo=UTC)
_TIMES = cadence()
_names = st.text(min_size=1)
_moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(_names, _moments, st.integers(0, 5000) | st.none(), st.integers(0, 100))
def test_a_look_is_never_in_the_past_and_never_later_than_the_cadence_allows(
    name: str, now: datetime, hours_since_change: int | None, failures: int
) -> None:
    changed_at = None if hours_since_change is None else now - timedelta(hours=hours_since_change)
    wait = next_look(name, now, _TIMES, changed_at=changed_at, failures=failures) - now
    assert timedelta(minutes=26) < wait <= 1.5 * _TIMES.steady


@given(_names, _moments)
def test_a_documents_regular_looks_are_exactly_one_interval_apart(name: str, now: datetime) -> None:
    first = next_look(name, now, _TIMES)
    assert abs(next_look(name, first, _TIMES) - first - _TIMES.usual) < timedelta(milliseconds=1)


def test_a_late_look_does_not_shift_the_ones_that_follow() -> None:
    first = next_look("Hearthbook/Terms.md", _NOW, _TIMES)
    after_a_late_one = next_look("Hearthbook/Terms.md", first + timedelta(hours=2), _TIMES)
    assert abs(after_a_late_one - first - _TIMES.usual) < timedelta(milliseconds=1)


def test_documents_are_spread_over_the_interval() -> None:
    looks = [next_look(f"Service {number}/Terms.md", _NOW, _TIMES) for number in range(1200)]
    by_hour = [sum(_NOW + timedelta(hours=6 + hour) <= look < _NOW + timedelta(hours=7 + hour) for look in looks)
               for hour in range(12)]  # fmt: skip
    assert sum(by_hour) == 1200
    assert max(by_hour) < 150


def test_what_changed_lately_is_looked_at_sooner_and_what_is_steady_later() -> None:
    def wait(days: float | None) -> timedelta:
        changed_at = None if days is None else _NOW - timedelta(days=days)
        return next_look("a", _NOW, _TIMES, changed_at=changed_at) - _NOW

    assert wait(0.1) <= timedelta(hours=4.5)
    assert timedelta(hours=6) < wait(10) <= timedelta(hours=18)
    assert wait(10) == wait(None)
    assert timedelta(hours=12) < wait(60) <= timedelta(hours=36)


def test_retries_double_until_they_are_as_rare_as_regular_looks() -> None:
    waits = [next_look("a", _NOW, _TIMES, failures=failures) - _NOW for failures in (1, 2, 3, 6, 200)]
    assert timedelta(minutes=27) <= waits[0] <= timedelta(minutes=30)
    assert waits == sorted(waits)
    assert waits[-1] <= _TIMES.usual


@pytest.mark.parametrize("hours", [0.0, -3.0, float("nan"), 0.1])
def test_a_cadence_that_would_hammer_a_host_is_refused(hours: float) -> None:
    with pytest.raises(ValueError, match=r"at least 0\.25 hours"):
        cadence(hours)


def test_a_rare_cadence_is_kept() -> None:
    assert cadence(72).steady == timedelta(hours=72)
    assert cadence(1).restless == timedelta(hours=1)

"""Digests are due at the reader's hour, by the reader's calendar: none twice, none skipped, whatever clocks do."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django import Settings

from conductatlas.accounts.models import Membership, Plan, User
from conductatlas.accounts.workspaces import create_organisation
from conductatlas.monitoring import digests
from conductatlas.monitoring.digest_times import Rhythm, latest_due
from conductatlas.monitoring.digests import enqueue_due
from conductatlas.monitoring.models import Channel, Delivery, Digest, Preferences
from conductatlas.monitoring.preferences import choose_digest
from conductatlas.monitoring.zones import zone_names
from tests.monitoring.readers import CONFIRMED, make_reader, prefer, reader_of
from tests.records_factory import at

pytestmark = pytest.mark.django_db

_SETTLED = timedelta(minutes=10)
_RHYTHMS = st.builds(
    Rhythm,
    digest=st.sampled_from(["daily", "weekly"]),
    weekday=st.integers(0, 6),
    hour=st.integers(0, 23),
    time_zone=st.sampled_from(zone_names()),
)
_MOMENTS = st.datetimes(datetime(2005, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(_RHYTHMS, _MOMENTS)
def test_the_latest_due_moment_is_the_readers_hour_on_the_right_day(rhythm: Rhythm, now: datetime) -> None:
    due = latest_due(rhythm, now)
    local = due.at.astimezone(ZoneInfo(rhythm.time_zone))
    assert due.at <= now
    assert now - due.at < timedelta(days=8 if rhythm.digest == "weekly" else 2)
    if rhythm.digest == "weekly":
        assert due.on.weekday() == rhythm.weekday
    asked = datetime.combine(due.on, time(rhythm.hour))
    # Where clocks go forward over the hour, the mail comes as much later; else it comes at the hour.
    assert asked <= local.replace(tzinfo=None) <= asked + timedelta(days=1)
    exists = asked.replace(tzinfo=local.tzinfo).astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) == asked
    assert (local.replace(tzinfo=None) == asked) is exists


@given(_RHYTHMS, _MOMENTS, st.integers(1, 400))
def test_each_day_or_week_has_one_digest_and_periods_leave_no_gap(rhythm: Rhythm, start: datetime, hours: int) -> None:
    """Whoever looks each hour meets each local day, or each of the chosen days of the week, exactly once."""
    looks = [start + timedelta(hours=one) for one in range(hours)]
    met = list(dict.fromkeys(latest_due(rhythm, now) for now in looks))
    assert [due.at for due in met] == sorted({due.at for due in met})
    steps = [(after.on - before.on).days for before, after in pairwise(met)]
    step = 7 if rhythm.digest == "weekly" else 1
    # Two islands once left out a whole day when they crossed the date line.
    assert all(one == step or rhythm.time_zone in ("Pacific/Apia", "Pacific/Fakaofo") for one in steps)


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        # Berlin's clocks go from two to three on 29 March 2026, and from three back to two on 25 October.
        (at(2026, 3, 28), 2, at(2026, 3, 28, 1)),
        (at(2026, 3, 29), 2, at(2026, 3, 29, 1)),
        (at(2026, 3, 30), 2, at(2026, 3, 30, 0)),
        (at(2026, 10, 25), 2, at(2026, 10, 25, 0)),
        (at(2026, 10, 26), 2, at(2026, 10, 26, 1)),
        (at(2026, 3, 29), 8, at(2026, 3, 29, 6)),
    ],
)
def test_clocks_that_change_move_no_digest_by_a_day(day: datetime, hour: int, utc: datetime) -> None:
    rhythm = Rhythm("daily", 0, hour, "Europe/Berlin")
    assert latest_due(rhythm, day.replace(hour=12)).at == utc


def _periods() -> list[tuple[datetime, datetime]]:
    return list(Digest.objects.order_by("until").values_list("since", "until"))


def test_the_first_digest_covers_what_came_since_the_channel_was_confirmed() -> None:
    channel = make_reader()
    prefer(channel, weekday=0, hour=8, time_zone="Europe/Paris")
    assert enqueue_due(CONFIRMED + _SETTLED) == 0
    assert enqueue_due(at(2026, 3, 9, 7)) == 0
    assert enqueue_due(at(2026, 3, 9, 7) + _SETTLED) == 1
    assert _periods() == [(CONFIRMED, at(2026, 3, 9, 7))]
    delivery = Delivery.objects.get()
    assert (delivery.kind, delivery.subject, delivery.state) == ("digest", "digest:weekly:2026-03-09", "due")
    assert delivery.channel == channel


def test_nothing_is_made_twice_however_often_one_looks() -> None:
    make_reader()
    assert [enqueue_due(at(2026, 3, 9, hour)) for hour in range(7, 20)] == [0, 0, 1, *[0] * 10]
    assert Delivery.objects.count() == 1


def test_who_chose_nothing_has_the_usual_digest_on_monday_at_eight() -> None:
    make_reader()
    assert enqueue_due(at(2026, 3, 9, 8) + _SETTLED) == 1
    assert Preferences.objects.get().digest_until == at(2026, 3, 9, 8)


def test_after_a_time_without_workers_one_digest_covers_all_of_it() -> None:
    channel = make_reader()
    prefer(channel, digest="daily", hour=8)
    assert enqueue_due(at(2026, 3, 3, 8) + _SETTLED) == 1
    assert enqueue_due(at(2026, 3, 20, 12)) == 1
    assert enqueue_due(at(2026, 3, 21, 12)) == 1
    assert _periods() == [
        (CONFIRMED, at(2026, 3, 3, 8)),
        (at(2026, 3, 3, 8), at(2026, 3, 20, 8)),
        (at(2026, 3, 20, 8), at(2026, 3, 21, 8)),
    ]


@hypothesis_settings(max_examples=50)
@given(st.lists(st.tuples(_RHYTHMS, st.integers(0, 400)), min_size=1, max_size=12))
def test_whatever_is_chosen_meanwhile_the_periods_meet(looks: list[tuple[Rhythm, int]]) -> None:
    """Zones, days and rhythms may change between any two looks: nothing is covered twice or left out."""
    with transaction.atomic():
        channel = make_reader()
        now = CONFIRMED
        for rhythm, hours in looks:
            now += timedelta(hours=hours)
            choose_digest(reader_of(channel), rhythm, now)
            enqueue_due(now)
            enqueue_due(now)
        periods = _periods()
        edges = [CONFIRMED, *(until for _, until in periods)]
        assert [since for since, _ in periods] == edges[:-1]
        assert all(since < until <= now for since, until in periods)
        transaction.set_rollback(True)


def test_a_second_digest_of_one_local_day_waits_for_the_next() -> None:
    channel = make_reader()
    prefer(channel, digest="daily", hour=8, time_zone="Asia/Tokyo")
    assert enqueue_due(at(2026, 3, 10, 0)) == 1
    prefer(channel, time_zone="America/Los_Angeles")
    assert enqueue_due(at(2026, 3, 10, 16)) == 0
    assert enqueue_due(at(2026, 3, 11, 16)) == 1
    assert _periods()[-1] == (at(2026, 3, 9, 23), at(2026, 3, 11, 15))


def test_of_two_workers_one_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second has read the same preferences before the first moved them."""
    channel = make_reader()
    prefer(channel, weekday=0, hour=8)
    real = digests._channels_due
    made: list[int] = []

    def read_then_wait(*arguments: object) -> list[Channel]:
        found = real(*arguments)  # type: ignore[arg-type]
        monkeypatch.setattr(digests, "_channels_due", real)
        made.append(enqueue_due(at(2026, 3, 9, 9)))
        return found

    monkeypatch.setattr(digests, "_channels_due", read_then_wait)
    made.append(enqueue_due(at(2026, 3, 9, 9)))
    assert made == [1, 0]
    assert Delivery.objects.count() == Digest.objects.count() == 1


@pytest.mark.parametrize(
    "changed", [{"stopped_at": CONFIRMED}, {"confirmed_at": None}, {"kind": "webhook"}], ids=lambda one: next(iter(one))
)
def test_only_confirmed_mail_that_is_not_stopped_gets_a_digest(changed: dict[str, object]) -> None:
    channel = make_reader()
    Channel.objects.filter(pk=channel.pk).update(**changed)
    assert enqueue_due(at(2026, 3, 10)) == 0


def test_no_digest_is_sent_to_who_wants_none_or_has_gone() -> None:
    prefer(make_reader(), digest="never")
    gone = make_reader("gone@example.org")
    gone.workspace.personal_of.is_active = False  # type: ignore[union-attr]
    gone.workspace.personal_of.save()  # type: ignore[union-attr]
    assert enqueue_due(at(2026, 3, 10)) == 0


def test_members_of_an_organisation_are_reached_though_they_watch_nothing_of_their_own() -> None:
    organisation = create_organisation("Harbour Ltd", User.objects.create_user("owner@example.org"))
    Membership.objects.create(workspace=organisation, user=User.objects.create_user("silent@example.org"), told=False)
    assert enqueue_due(CONFIRMED) == 0
    assert [channel.address for channel in Channel.objects.all()] == ["owner@example.org"]
    assert enqueue_due(at(2026, 3, 10)) == 1


def test_one_person_with_two_addresses_gets_one_digest() -> None:
    channel = make_reader()
    second = Channel.objects.create(
        workspace=channel.workspace, kind="email", address="other@example.org", confirmed_at=CONFIRMED
    )
    assert enqueue_due(at(2026, 3, 10)) == 1
    assert Delivery.objects.get().channel == channel != second


def test_a_digest_that_was_off_covers_what_comes_after_it_is_on_again() -> None:
    channel = make_reader()
    user = reader_of(channel)
    choose_digest(user, Rhythm("never", 0, 8, "UTC"), CONFIRMED)
    choose_digest(user, Rhythm("daily", 0, 8, "UTC"), at(2026, 4, 1, 12))
    assert enqueue_due(at(2026, 4, 1, 13)) == 0
    assert enqueue_due(at(2026, 4, 2, 9)) == 1
    assert _periods() == [(at(2026, 4, 1, 12), at(2026, 4, 2, 8))]


def test_where_the_plan_tells_once_a_week_a_daily_digest_is_weekly(settings: Settings) -> None:
    settings.PLANS = True
    assert Plan.objects.filter(price=0, offered=True, timing="weekly").exists()
    channel = make_reader()
    prefer(channel, digest="daily", weekday=0, hour=8)
    made = [enqueue_due(at(2026, 3, day, 9)) for day in range(3, 18)]
    assert sum(made) == 2
    assert sorted(Delivery.objects.values_list("subject", flat=True)) == [
        "digest:weekly:2026-03-09",
        "digest:weekly:2026-03-16",
    ]


def test_a_zone_that_is_known_no_more_counts_as_utc() -> None:
    prefer(make_reader(), time_zone="Mars/Olympus")
    assert enqueue_due(at(2026, 3, 9, 8) + _SETTLED) == 1


def test_looking_costs_the_same_however_many_people_there_are(django_assert_max_num_queries: object) -> None:
    for number in range(30):
        prefer(make_reader(f"{number}@example.org"), digest_until=at(2026, 3, 9, 8))
    with django_assert_max_num_queries(6, connection=connection):  # type: ignore[operator]
        assert enqueue_due(at(2026, 3, 10)) == 0

"""A digest holds what came to be known in its time of what its reader watches, and nothing else."""

from __future__ import annotations

import json
import re
from datetime import datetime

import pytest
from django.core.mail import EmailMultiAlternatives
from pytest_django import Settings

from conductatlas.accounts.models import Membership, User
from conductatlas.accounts.workspaces import create_organisation
from conductatlas.monitoring.digests import enqueue_due
from conductatlas.monitoring.messages import Message, compose_digest
from conductatlas.monitoring.models import Channel, Delivery, DeliveryKind, DeliveryState, Watch, WatchKind
from conductatlas.records.errata import log
from conductatlas.records.models import Change, ErratumKind, ItemKind, Kind, Verdict
from conductatlas.records.retraction import withdraw
from tests.monitoring.readers import make_news, make_reader, prefer, reader_of, watch
from tests.records_factory import World, at, make_change, make_item, make_version, make_world, reword

# The first Monday after the world's substantive change of 5 March 2026.
_MONDAY = at(2026, 3, 9, 12)


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    make_news(world.substantive)
    return world


@pytest.fixture
def channel(world: World) -> Channel:
    return make_reader()


def _digest(now: datetime = _MONDAY) -> Message | None:
    assert enqueue_due(now) == 1
    return compose_digest(Delivery.objects.filter(kind=DeliveryKind.DIGEST).order_by("-id")[0])


def _ids(message: Message | None) -> list[str]:
    assert message is not None
    return [one["id"] for one in message.values["changes"]]


def _rivals_change(world: World, severity: str = "high") -> Change:
    """A change of the other platform, on the same day."""
    version = make_version(world.rival, "# Terms\n\nOther words", at(2026, 3, 5, 10))
    before, after = reword(world.elsewhere, version, "We train our models on all that you post.", severity=severity)
    change = make_change(version, Verdict.SUBSTANTIVE, "1 provision reworded.", severity=severity)
    make_item(change, ItemKind.REWORDED, world.elsewhere, before, after)
    make_news(change)
    return change


def test_it_tells_of_the_week_of_what_is_watched(world: World, channel: Channel) -> None:
    watch(channel)
    _rivals_change(world)
    message = _digest()
    assert message is not None
    assert message.subject == "Weekly digest, 9 March 2026: 1 change, 1 of high severity"
    assert _ids(message) == ["CA-C-000002"]
    assert "From 2 March 2026, 09:00 (UTC) to 9 March 2026, 08:00 (UTC)." in message.text
    assert "[+and your private messages+]" in message.text
    assert json.loads(json.dumps(message.values))["period"] == {
        "since": "2026-03-02T09:00:00Z",
        "until": "2026-03-09T08:00:00Z",
    }
    assert message.headers["List-Id"] == "ConductAtlas digests <digests.localhost>"


def test_times_are_told_in_the_readers_zone(world: World, channel: Channel) -> None:
    watch(channel)
    prefer(channel, time_zone="America/New_York")
    message = _digest(at(2026, 3, 9, 13))
    assert message is not None
    # Clocks went forward there on 8 March.
    text = " ".join(message.text.split())
    assert "From 2 March 2026, 04:00 (America/New_York) to 9 March 2026, 08:00 (America/New_York)." in text


def test_platforms_stand_together_the_gravest_first(world: World, channel: Channel) -> None:
    watch(channel)
    watch(channel, target="tidewater-chat")
    _rivals_change(world, "medium")
    message = _digest()
    assert _ids(message) == ["CA-C-000002", "CA-C-000004"]
    assert message is not None
    assert message.text.index("Larkwell\n--------") < message.text.index("Tidewater Chat\n--------------")


@pytest.mark.parametrize(
    ("kind", "target", "items"),
    [
        (WatchKind.DOCUMENT, "CA-D-000001", 2),
        (WatchKind.PROVISION, "CA-P-000001", 1),
        (WatchKind.CLAUSE_TYPE, "deletion-right", 1),
        (WatchKind.CATEGORY, "ai", 1),
        (WatchKind.SEARCH, "private messages", 1),
        (WatchKind.DOCUMENT, "CA-D-000003", None),
        (WatchKind.CLAUSE_TYPE, "mandatory-arbitration", None),
    ],
)
def test_whatever_is_watched_is_told(
    world: World, channel: Channel, kind: WatchKind, target: str, items: int | None
) -> None:
    watch(channel, kind, target)
    message = _digest()
    assert message is not None
    told = [one["item_count"] for one in message.values["changes"]]
    assert told == ([] if items is None else [items])


def test_what_was_recorded_long_ago_and_came_to_be_known_now_is_told(world: World, channel: Channel) -> None:
    watch(channel, target="tidewater-chat")
    change = _rivals_change(world)
    Change.objects.filter(pk=change.pk).update(recorded_at=at(2025, 1, 1))
    assert _ids(_digest()) == [change.permanent_id]


def test_each_change_is_in_one_digest_only(world: World, channel: Channel) -> None:
    watch(channel)
    make_news(world.technical)
    prefer(channel, digest="daily")
    told = []
    for day in range(3, 12):
        if enqueue_due(at(2026, 3, day, 9)):
            message = compose_digest(Delivery.objects.order_by("-id")[0])
            told += _ids(message) if message else []
    assert told == ["CA-C-000002"]


def test_a_quiet_week_is_said_in_a_few_lines(world: World, channel: Channel) -> None:
    watch(channel, target="tidewater-chat")
    message = _digest()
    assert message is not None
    assert message.subject == "Weekly digest, 9 March 2026: nothing changed"
    assert "Nothing changed in what you watch." in message.text
    assert "all of Tidewater Chat" in message.text


def test_a_quiet_day_makes_no_mail(world: World, channel: Channel) -> None:
    watch(channel, target="tidewater-chat")
    prefer(channel, digest="daily")
    assert _digest() is None


def test_who_watches_nothing_is_told_nothing(world: World, channel: Channel) -> None:
    assert _digest() is None


def test_what_rests_is_not_told(world: World, channel: Channel) -> None:
    watch(channel, paused=True)
    assert _digest() is None


def test_what_was_taken_back_meanwhile_is_not_told(world: World, channel: Channel) -> None:
    watch(channel)
    withdraw(Kind.CHANGE, world.substantive.id, reviewer="Ada", reason="The page was cut.", at=at(2026, 3, 6))
    message = _digest()
    assert message is not None
    assert _ids(message) == []
    assert "CA-C-000002 withdrawn" in message.text
    assert "Why: The page was cut." in message.text


@pytest.mark.parametrize(
    ("kind", "target", "told"),
    [
        (WatchKind.PLATFORM, "larkwell", True),
        (WatchKind.DOCUMENT, "CA-D-000001", True),
        (WatchKind.PROVISION, "CA-P-000002", True),
        (WatchKind.CLAUSE_TYPE, "mandatory-arbitration", True),
        (WatchKind.PLATFORM, "tidewater-chat", False),
        (WatchKind.CLAUSE_TYPE, "data-sale", False),
        (WatchKind.PROVISION, "CA-P-000001", False),
    ],
)
def test_corrections_of_what_is_watched_are_told(
    world: World, channel: Channel, kind: WatchKind, target: str, told: bool
) -> None:
    watch(channel, kind, target)
    log(
        world.arbitration.permanent_id,
        ErratumKind.CORRECTED,
        before="high severity",
        after="medium severity",
        reason="A person may refuse.",
        by="Ada",
        at=at(2026, 3, 6),
    )
    message = _digest()
    assert message is not None
    assert ("A person may refuse." in message.text) is told
    assert [one["record"] for one in message.values["corrections"]] == (
        [world.arbitration.permanent_id] if told else []
    )


def test_many_long_corrections_leave_the_mail_whole(world: World, channel: Channel) -> None:
    watch(channel)
    for _ in range(60):
        log(
            "CA-C-000002",
            ErratumKind.CORRECTED,
            before="当社" * 2_000,
            after="<&>" * 2_000,
            reason="Because. " * 500,
            by="Ada",
            at=at(2026, 3, 6),
        )
    message = _digest()
    assert message is not None
    assert re.search(r"60 corrections, the first \d+ of them here\.", message.text)
    mail = EmailMultiAlternatives(message.subject, message.text, to=["reader@example.org"], headers=message.headers)
    mail.attach_alternative(message.html, "text/html")
    assert len(mail.message().as_bytes()) < 100_000


def test_what_was_told_at_once_is_marked(world: World, channel: Channel) -> None:
    watch(channel)
    Delivery.objects.create(
        channel=channel,
        kind=DeliveryKind.CHANGE,
        subject="CA-C-000002",
        state=DeliveryState.SENT,
        sent_at=at(2026, 3, 5, 11),
    )
    message = _digest()
    assert message is not None
    assert "You were told of it at once, on 5 March 2026." in message.text
    assert "You were told of it at once, on 5 March 2026." in message.html


def test_organisations_are_told_of_where_the_member_is(world: World, channel: Channel) -> None:
    owner = User.objects.create_user("owner@example.org")
    organisation = create_organisation("Harbour Ltd", owner)
    Watch.objects.create(workspace=organisation, kind=WatchKind.PLATFORM, target="larkwell")
    member = Membership.objects.create(workspace=organisation, user=reader_of(channel), told=True)
    assert _ids(_digest()) == ["CA-C-000002"]
    member.told = False
    member.save()
    assert compose_digest(Delivery.objects.get()) is None


def test_what_the_plan_does_not_cover_is_not_told(world: World, channel: Channel, settings: Settings) -> None:
    settings.PLANS = True
    watch(channel, target="tidewater-chat")
    watch(channel)
    message = _digest()
    assert message is not None
    assert _ids(message) == []


def test_a_delivery_that_is_no_digest_of_a_person_makes_no_mail(world: World, channel: Channel) -> None:
    watch(channel)
    delivery = Delivery.objects.create(channel=channel, kind=DeliveryKind.DIGEST, subject="digest:weekly:2026-03-09")
    assert compose_digest(delivery) is None

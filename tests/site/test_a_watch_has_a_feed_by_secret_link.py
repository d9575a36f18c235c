"""What a watch tells can be followed in a feed reader and a calendar, at an address that nobody can guess."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import Settings

from conductatlas.monitoring.models import Channel, Watch, WatchKind
from conductatlas.records.models import Change, Kind
from conductatlas.records.retraction import withdraw
from tests.monitoring.readers import make_reader, watch
from tests.records_factory import World, at

_ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def channel(world: World) -> Channel:
    return make_reader()


def _entries(client: Client, one: Watch) -> list[str]:
    """The ids of the entries of a watch's feed, which are the same in both forms."""
    path = f"/feeds/watch/{one.feed_secret}"
    atom, as_json = client.get(f"{path}.atom"), client.get(f"{path}.feed.json")
    assert atom.status_code == as_json.status_code == 200
    feed = ET.fromstring(atom.content)  # noqa: S314 (we wrote it)
    ids = [entry.findtext(f"{_ATOM}id", "") for entry in feed.findall(f"{_ATOM}entry")]
    assert [entry["id"] for entry in as_json.json()["items"]] == ids
    return ids


def test_the_feed_of_a_platform_tells_of_its_changes(client: Client, channel: Channel) -> None:
    one = watch(channel)
    assert _entries(client, one) == ["http://localhost:8000/CA-C-000002"]
    assert (
        "<title>ConductAtlas: all of Larkwell</title>"
        in client.get(f"/feeds/watch/{one.feed_secret}.atom").content.decode()
    )


@pytest.mark.parametrize(
    ("kind", "target", "more", "count"),
    [
        (WatchKind.CLAUSE_TYPE, "deletion-right", {}, 1),
        (WatchKind.PROVISION, "CA-P-000001", {}, 1),
        (WatchKind.SEARCH, "private messages", {}, 1),
        (WatchKind.PLATFORM, "larkwell", {"verdicts": ["technical"]}, 1),
        (WatchKind.PLATFORM, "larkwell", {"directions": ["better"]}, 0),
        (WatchKind.CLAUSE_TYPE, "data-sale", {}, 0),
        (WatchKind.PLATFORM, "larkwell", {"paused": True}, 0),
    ],
)
def test_it_tells_what_the_watch_asks_for(
    client: Client, channel: Channel, kind: WatchKind, target: str, more: dict[str, object], count: int
) -> None:
    assert len(_entries(client, watch(channel, kind, target, **more))) == count


def test_effective_dates_are_a_calendar(client: Client, channel: Channel, world: World) -> None:
    Change.objects.filter(pk=world.substantive.pk).update(effective_date=at(2099, 1, 1).date())
    answer = client.get(f"/feeds/watch/{watch(channel).feed_secret}.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    assert b"DTSTART;VALUE=DATE:20990101" in answer.content


def test_nobody_else_finds_or_keeps_it(client: Client, channel: Channel) -> None:
    one = watch(channel)
    answer = client.get(f"/feeds/watch/{one.feed_secret}.atom")
    assert answer["Cache-Control"] == "private, max-age=900"
    assert answer["X-Robots-Tag"] == "noindex"
    assert "Access-Control-Allow-Origin" not in answer
    for secret in (one.feed_secret[:-1] + "!", "A" * 32, str(one.pk)):
        assert client.get(f"/feeds/watch/{secret}.atom").status_code == 404
    assert client.post(f"/feeds/watch/{one.feed_secret}.atom").status_code == 405


def test_what_was_taken_back_leaves_it(client: Client, channel: Channel, world: World) -> None:
    withdraw(Kind.CHANGE, world.substantive.id, reviewer="Ada", reason="Cut.", at=at(2026, 3, 7))
    assert _entries(client, watch(channel)) == []


def test_what_the_plan_does_not_cover_is_not_in_it(client: Client, channel: Channel, settings: Settings) -> None:
    settings.PLANS = True
    watch(channel, target="tidewater-chat")
    assert _entries(client, watch(channel)) == []

"""The public digest: a week of the whole atlas as page, JSON and feed."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.records.models import Kind, Verdict
from conductatlas.records.retraction import withdraw
from conductatlas.site.presenters.public_digest import week_named, week_of
from tests.records_factory import World, at, make_change, make_document, make_version

pytestmark = pytest.mark.django_db


def _week(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_latest_week_that_is_over_is_shown(client: Client, world: World) -> None:
    with time_machine.travel(at(2026, 3, 10)):
        page = _week(client, "/digest")
    assert "<h1>2 to 8 March 2026</h1>" in page
    assert "1 substantive change of documents of 1 platform recorded." in page
    assert 'href="/CA-C-000002"' in page
    # Nothing was recorded before it.
    assert 'rel="prev"' not in page
    assert 'href="/digest/2026-W11" rel="next"' in page


def test_the_json_says_the_same(client: Client, world: World) -> None:
    with time_machine.travel(at(2026, 3, 10)):
        values = client.get("/digest/2026-W10.json").json()
    assert values["self"] == "http://localhost:8000/digest/2026-W10.json"
    assert [one["id"] for one in values["changes"]] == ["CA-C-000002"]
    assert (values["total"], values["week"]["name"], values["over"]) == (1, "2026-W10", True)
    assert values["severities"][0] == {"severity": "high", "count": 1}


def test_a_week_in_which_nothing_happened_says_so(client: Client, world: World) -> None:
    make_version(world.terms, "# Terms of Service, as they were", at(2026, 5, 4))
    with time_machine.travel(at(2026, 5, 5)):
        page = _week(client, "/digest")
    assert "No substantive change was recorded in this week." in page
    assert 'The latest week before it in which one was: <a href="/digest/2026-W10">2 to 8 March 2026</a>' in page


def test_the_running_week_says_that_it_is_not_over(client: Client, world: World) -> None:
    with time_machine.travel(at(2026, 3, 6)):
        page = _week(client, "/digest/2026-W10")
    assert "it is not over yet" in page
    assert 'rel="next"' not in page


@pytest.mark.parametrize(
    "name", ["2026-W54", "2026-W00", "2025-W53", "0000-W01", "9999-W01", "2026-w10", "x", "2026-W1"]
)
def test_weeks_that_are_none_or_have_not_come_are_not_there(client: Client, world: World, name: str) -> None:
    with time_machine.travel(at(2026, 3, 10)):
        assert client.get(f"/digest/{name}").status_code == 404
        assert client.get(f"/digest/{name}.json").status_code == 404


@given(st.dates())
def test_each_day_is_in_the_week_of_its_name(day: object) -> None:
    try:
        week = week_of(day)  # type: ignore[arg-type]
    except OverflowError:
        # The last days that there are have no whole week.
        return
    assert week.first_day <= day <= week.last_day  # type: ignore[operator]
    assert week_named(week.name) == week
    assert (week.last_day - week.first_day).days == 6


def test_the_gravest_stand_first_and_then_the_platforms(client: Client, world: World) -> None:
    for number, (platform, severity) in enumerate([("Zeta", "high"), ("Alpha", "low"), ("Beta", "high")]):
        document = make_document(platform)
        make_version(document, "# Terms", at(2026, 1, 1))
        version = make_version(document, f"# Terms {number}", at(2026, 3, 4))
        make_change(version, Verdict.SUBSTANTIVE, severity=severity)
    with time_machine.travel(at(2026, 3, 10)):
        values = client.get("/digest.json").json()
    names = [one["document"]["platform"]["name"] for one in values["changes"]]
    assert names == ["Beta", "Larkwell", "Zeta", "Alpha"]


def test_a_full_week_is_cut_and_counted(client: Client, world: World) -> None:
    document = make_document("Zeta")
    make_version(document, "# Terms", at(2026, 1, 1))
    for number in range(40):
        make_change(make_version(document, f"# Terms {number}", at(2026, 3, 4)), Verdict.SUBSTANTIVE)
    with time_machine.travel(at(2026, 3, 10)):
        page = _week(client, "/digest")
    assert "11 more are not shown here." in page
    assert len(page.encode()) < 60_000


def test_what_was_withdrawn_leaves_it_and_stands_among_the_corrections(client: Client, world: World) -> None:
    withdraw(Kind.CHANGE, world.substantive.id, reviewer="Ada", reason="The page was cut.", at=at(2026, 3, 7))
    with time_machine.travel(at(2026, 3, 10)):
        page = _week(client, "/digest")
    assert "No substantive change was recorded" in page
    assert "The page was cut." in page


def test_the_feed_has_an_entry_for_each_week_that_is_over(client: Client, world: World) -> None:
    with time_machine.travel(at(2026, 3, 18)):
        feed = client.get("/digest.feed.json").json()
        atom = client.get("/digest.atom")
        shown = client.get("/digest.json").json()
    quiet, full = feed["items"]
    assert [one["id"].rpartition("/")[2] for one in (quiet, full)] == ["2026-W11", "2026-W10"]
    assert quiet["title"] == "9 to 15 March 2026: no substantive change recorded"
    assert full["title"] == "2 to 8 March 2026: 1 substantive change, 1 of high severity"
    assert full["date_modified"] == "2026-03-09T00:00:00Z"
    assert "http://localhost:8000/CA-C-000002" in full["content_html"]
    assert len(ET.fromstring(atom.content).findall("{http://www.w3.org/2005/Atom}entry")) == 2  # noqa: S314
    assert shown["week"]["name"] == "2026-W11"


def test_old_weeks_are_on_later_pages_and_the_last_page_ends(client: Client, world: World) -> None:
    make_version(world.terms, "# Terms of Service, as they were", at(2026, 8, 31))
    with time_machine.travel(at(2026, 9, 1)):
        first = client.get("/digest.feed.json").json()
        last = client.get("/digest.feed.json?page=3").json()
        beyond = client.get("/digest.feed.json?page=9999999")
    assert len(first["items"]) == 12
    assert first["next_url"].endswith("page=2")
    assert last["items"][-1]["id"].endswith("2026-W10")
    assert "next_url" not in last
    assert beyond.status_code == 200


def test_an_empty_register_has_a_digest_too(client: Client) -> None:
    assert "No substantive change was recorded" in _week(client, "/digest")
    assert client.get("/digest.feed.json").json()["items"] == []


def test_programs_find_it(client: Client, world: World) -> None:
    assert "/digest</loc>" in client.get("/sitemaps/pages-1.xml").content.decode()
    page = client.get("/").content.decode()
    assert '<a href="/digest">Digest</a>' in page
    assert 'href="/digest.atom"' in client.get("/digest").content.decode()

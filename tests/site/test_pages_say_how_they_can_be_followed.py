"""A page whose subject can be followed says so: to people with a line of links, to programs in its head."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from conductatlas.records.models import Kind
from conductatlas.records.retraction import withdraw
from tests.records_factory import World, at

_FEEDS = {"application/atom+xml": ".atom", "application/feed+json": ".feed.json"}
_WITH_CALENDAR = {**_FEEDS, "text/calendar": ".ics"}


def _in_head(html: str) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">', html)
    return {media_type: unescape(href) for media_type, href in found}


@pytest.mark.parametrize(
    ("path", "address", "query", "endings"),
    [
        ("/", "/changes", "", _FEEDS),
        ("/changes", "/changes", "", _FEEDS),
        ("/changes?page=1", "/changes", "", _FEEDS),
        (
            "/changes?verdict=all&platform=larkwell&kind=removed&moon=full",
            "/changes",
            "?verdict=all&platform=larkwell&kind=removed",
            _FEEDS,
        ),
        ("/platforms/larkwell", "/platforms/larkwell", "", _WITH_CALENDAR),
        ("/CA-D-000001", "/CA-D-000001", "", _WITH_CALENDAR),
        ("/CA-P-000001?region=eu", "/CA-P-000001", "", _FEEDS),
        ("/CA-C-000002", "/CA-D-000001", "", _WITH_CALENDAR),
        ("/clause-types/data-sale?sort=platform", "/clause-types/data-sale", "", _FEEDS),
        ("/search?q=%22delete+your%22&standing=1&page=1", "/search", "?q=%22delete+your%22&standing=1", _FEEDS),
        ("/errata", "/errata", "", _FEEDS),
        ("/calendar", "/calendar", "", {"text/calendar": ".ics"}),
    ],
)
def test_a_page_names_its_feeds_and_they_are_there(
    client: Client, world: World, path: str, address: str, query: str, endings: dict[str, str]
) -> None:
    html = client.get(path).content.decode()
    named = _in_head(html)
    assert named == {media_type: f"{address}{ending}{query}" for media_type, ending in endings.items()}
    body = html.partition("<body>")[2]
    for media_type, href in named.items():
        assert f'<a href="{href.replace("&", "&amp;")}" type="{media_type}">' in body
        answer = client.get(href)
        assert answer.status_code == 200
        assert answer["Content-Type"].startswith(media_type)


@pytest.mark.parametrize("path", ["/changes?verdict=failed", "/search", "/matrix", "/about", "/CA-D-000001/text"])
def test_a_page_without_a_feed_names_none(client: Client, world: World, path: str) -> None:
    assert _in_head(client.get(path).content.decode()) == {}


def test_a_record_that_was_withdrawn_names_none(client: Client, world: World) -> None:
    withdraw(Kind.PROVISION, 1, reviewer="Ada", reason="It is none.", at=at(2026, 4, 1))
    assert _in_head(client.get("/CA-P-000001").content.decode()) == {}


def test_a_page_explains_the_feeds_and_each_page_leads_there(client: Client, world: World) -> None:
    html = client.get("/about").content.decode()
    assert '<a href="/feeds">Feeds</a>' in html
    assert '<a href="/calendar">Calendar</a>' in html
    guide = client.get("/feeds.json").json()
    for kind in guide["kinds"]:
        address = kind["address"].replace("NAME", "larkwell").replace("TYPE", "data-sale")
        query = "?q=train" if address == "/search" else ""
        for ending in kind["endings"]:
            assert client.get(f"{address}.{ending}{query}").status_code == 200
    assert all(kind["tells"] in unescape(client.get("/feeds").content.decode()) for kind in guide["kinds"])

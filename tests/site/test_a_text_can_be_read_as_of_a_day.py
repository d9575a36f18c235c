"""The text of a document as it stood at the end of a day."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import World, at, make_document, make_version


@pytest.mark.parametrize(
    ("day", "version"),
    [
        ("2026-01-10", 1),
        ("2026-01-11", 1),
        ("2026-02-01", 1),
        ("2026-03-04", 1),
        ("2026-03-05", 3),
        ("2026-03-20", 4),
        ("2030-01-01", 4),
        ("9999-12-31", 4),
    ],
)
def test_a_day_leads_to_the_good_version_that_stood_at_its_end(
    client: Client, world: World, day: str, version: int
) -> None:
    for path in (f"/CA-D-000001/as-of?date={day}", f"/CA-D-000001/as-of/{day}"):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (302, f"/CA-D-000001/text?version={version}")
    for path in (f"/CA-D-000001/as-of.json?date={day}", f"/CA-D-000001/as-of/{day}.json"):
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (302, f"/CA-D-000001/text.json?version={version}")
        assert response["Access-Control-Allow-Origin"] == "*"


def test_before_the_first_version_it_is_said_since_when_it_is_recorded(client: Client, world: World) -> None:
    response = client.get("/CA-D-000001/as-of?date=2026-01-09")
    assert response.status_code == 404
    assert "CA-D-000001 is recorded since 10 Jan 2026" in response.content.decode()
    as_json = client.get("/CA-D-000001/as-of/2026-01-09.json")
    assert (as_json.status_code, "since 10 Jan 2026" in as_json.json()["error"]) == (404, True)


def test_a_document_without_a_readable_version_says_so(client: Client, db: None) -> None:
    make_version(make_document("Hearthbook"), "Please wait.", at(2026, 1, 1), failed=True)
    response = client.get("/CA-D-000001/as-of/2026-02-01")
    assert response.status_code == 404
    assert "No version of CA-D-000001 could be read" in response.content.decode()


@pytest.mark.parametrize(
    "day", ["", "yesterday", "2026-02-30", "20260301", "2026-W10-1", "01-03-2026", "２０２６-03-01"]
)
def test_a_day_that_cannot_be_read_is_answered_with_how_to_write_it(client: Client, world: World, day: str) -> None:
    response = client.get("/CA-D-000001/as-of", {"date": day})
    assert response.status_code == 400
    assert "write it as year, month and day, such as 2025-03-01." in response.content.decode()
    as_json = client.get("/CA-D-000001/as-of.json", {"date": day})
    assert (as_json.status_code, "such as 2025-03-01" in as_json.json()["error"]) == (400, True)


def test_the_text_says_over_which_days_it_stood(client: Client, world: World) -> None:
    first = client.get("/CA-D-000001/text?version=1").content.decode()
    assert "stood until" in first
    assert '<time datetime="2026-03-05T09:00:00Z">5 Mar 2026</time>' in first
    assert client.get("/CA-D-000001/text.json?version=1").json()["replaced_by"]["number"] == 3
    assert "the latest: it stands since that day" in client.get("/CA-D-000001/text").content.decode()
    assert client.get("/CA-D-000001/text.json").json()["replaced_by"] is None
    assert "stood until" not in client.get("/CA-D-000001/text?version=2").content.decode()


def test_the_page_of_a_document_asks_for_a_day(client: Client, world: World) -> None:
    html = client.get("/CA-D-000001").content.decode()
    assert 'action="/CA-D-000001/as-of"' in html
    assert '<input type="date" name="date" min="2026-01-10" value="2026-03-20" required>' in html

"""The errata log: a page, JSON and a feed that say what changed in which record, why, and who decided so."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from conductatlas.records.errata import log
from conductatlas.records.models import ErratumKind, Kind
from conductatlas.records.retraction import merge, withdraw
from tests.records_factory import World, at

_WHO: dict[str, Any] = {"reviewer": "Ada", "reason": "It was recorded <twice> & once more."}
_ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def errata(world: World) -> World:
    withdraw(Kind.PROVISION, 2, at=at(2026, 4, 1), **_WHO)
    merge(Kind.DOCUMENT, 2, 1, at=at(2026, 4, 2), **_WHO)
    return world


def test_the_page_shows_the_latest_first_with_all_that_belongs_to_an_entry(client: Client, errata: World) -> None:
    page = client.get("/errata").content.decode()
    assert page.index("Larkwell, Privacy Policy") < page.index("Mandatory arbitration: Larkwell, Terms of Service")
    for words in (
        'href="/CA-P-000002"',
        "Withdrawn, by Ada.",
        "It was recorded &lt;twice&gt; &amp; once more.",
        "<dt>It said</dt><dd>Mandatory arbitration: high severity, adverse.</dd>",
        "<dt>It says</dt><dd>Withdrawn.</dd>",
        'Merged into another record: <a class="mono" href="/CA-D-000001">',
    ):
        assert words in page
    assert 'type="application/atom+xml"' in page
    assert 'href="/errata"' in client.get("/").content.decode()


def test_the_same_is_there_as_json(client: Client, errata: World) -> None:
    first, second = client.get("/errata.json").json()["errata"]
    assert (first["record"]["id"], first["kind"], first["target"]["id"]) == ("CA-D-000002", "merged", "CA-D-000001")
    assert second["before"] == "Mandatory arbitration: high severity, adverse."
    assert (second["decided_by"], second["decided_at"]) == ("Ada", "2026-04-01T09:00:00Z")


def test_the_feed_is_atom_with_permanent_entries(client: Client, errata: World, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    answer = client.get("/errata.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(answer.content)  # noqa: S314 (our own answer)
    ids = [one.findtext(f"{_ATOM}id") or "" for one in root.findall(f"{_ATOM}entry")]
    assert len(ids) == 2
    assert all(one.startswith("https://atlas.example/errata#erratum-") for one in ids)
    entry = root.findall(f"{_ATOM}entry")[1]
    assert entry.findtext(f"{_ATOM}title") == "CA-P-000002: withdrawn"
    assert entry.findtext(f"{_ATOM}updated") == "2026-04-01T09:00:00+00:00"
    # A reader of feeds shows the summary as HTML: what is in it must be escaped once more.
    assert "&lt;twice&gt; &amp; once more" in (entry.findtext(f"{_ATOM}summary") or "")
    link = entry.find(f"{_ATOM}link")
    assert link is not None
    assert link.get("href") == "https://atlas.example/CA-P-000002"
    assert client.get("/errata.atom").content == answer.content


def test_a_long_log_comes_in_pages_with_few_queries(
    client: Client, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    records = ["CA-P-000001", "CA-D-000001", "CA-C-000002", "platforms/larkwell"]
    for number in range(60):
        log(
            records[number % 4],
            ErratumKind.CORRECTED,
            before="It said. " * 20,
            after="It says. " * 20,
            reason="Because. " * 20,
            by="Ada",
            at=at(2026, 4, 1),
        )
    with django_assert_max_num_queries(6):
        page = client.get("/errata?page=2")
    assert "Page 2 of 3" in page.content.decode()
    assert len(page.content) < 60_000
    assert len(ET.fromstring(client.get("/errata.atom").content).findall(f"{_ATOM}entry")) == 50  # noqa: S314


def test_an_empty_log_is_no_error(client: Client, db: None) -> None:
    assert "Nothing was corrected" in client.get("/errata").content.decode()
    assert client.get("/errata.json").json()["errata"] == []
    assert client.get("/errata.atom").status_code == 200

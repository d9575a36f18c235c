"""A document that two collections record counts once in totals and profiles; what is no longer recorded is marked."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Document
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db
_QUOTE = "You must not grind after dark."


def _recorded(collection: str, month: int, platform: str = "Larkwell", year: int = 2026) -> Document:
    document = make_document(platform, collection=collection)
    make_provision(make_version(document, _QUOTE, at(year, month, 1)), "prohibited-conduct", _QUOTE, severity="low")
    return document


def test_only_the_one_that_was_recorded_last_counts(client: Client) -> None:
    older, later = _recorded("sample", 1), _recorded("another", 2)
    coverage = client.get("/index.json").json()["coverage"]
    assert [coverage[name] for name in ("documents", "recorded_twice", "provisions_standing")] == [1, 1, 1]
    (line,) = client.get("/platforms.json").json()["platforms"]
    assert (line["documents"], sum(one["count"] for one in line["provisions"])) == (1, 1)
    page = client.get("/platforms/larkwell.json").json()
    assert sum(one["count"] for one in page["provisions"]) == 1
    assert {one["document"]["id"]: one["counts_as"] for one in page["documents"]} == {
        older.permanent_id: later.permanent_id,
        later.permanent_id: "",
    }
    assert f'counted once, as <a href="/{later.permanent_id}">' in client.get("/platforms/larkwell").content.decode()


def test_documents_of_which_one_collection_has_several_each_count(client: Client) -> None:
    _recorded("another", 2)
    other = _recorded("sample", 1)
    other.path = "Larkwell/Terms of Service for schools.md"
    other.save()
    _recorded("sample", 3)
    assert client.get("/index.json").json()["coverage"]["documents"] == 3


def test_a_platform_of_which_nothing_current_is_known_is_marked(client: Client) -> None:
    _recorded("sample", 1, "Twitter", 2024)
    _recorded("sample", 1, "Larkwell", 2024)
    _recorded("sample", 1, "Ravenholt")
    for path in ("/platforms", "/matrix"):
        page = client.get(path).content.decode()
        assert page.count("goes on as X; last recorded 1 Jan 2024") == 1
        assert page.count("not recorded since 1 Jan 2024") == 1
    assert (
        "Not recorded since 1 Jan 2024: what stands here need not" in client.get("/platforms/larkwell").content.decode()
    )
    assert "not recorded since" not in client.get("/platforms/ravenholt").content.decode().lower()

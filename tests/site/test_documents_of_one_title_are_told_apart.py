"""Where two collections record a document of the same title, its platform's page says which line is whose."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import World, make_document

pytestmark = pytest.mark.django_db


def test_the_collection_is_named_where_another_records_the_same_title(client: Client) -> None:
    make_document("Fernpost", "Privacy Policy", "north")
    make_document("Fernpost", "Privacy Policy", "south")
    make_document("Fernpost", "Imprint", "south")
    lines = client.get("/platforms/fernpost.json").json()["documents"]
    told = [(line["document"]["title"], line["collection"]) for line in lines]
    assert told == [("Imprint", ""), ("Privacy Policy", "north"), ("Privacy Policy", "south")]
    page = client.get("/platforms/fernpost").content.decode()
    assert page.count("from south") == 1


def test_an_address_that_has_no_shorter_one_is_told_once(client: Client, world: World) -> None:
    assert "Short address" not in client.get("/platforms/larkwell").content.decode()
    assert "Short address" in client.get("/CA-P-000001").content.decode()

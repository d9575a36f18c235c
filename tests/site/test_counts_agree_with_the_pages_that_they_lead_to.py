"""A number and the page that it leads to count the same: what is likelier of another type counts nowhere as stated."""

from __future__ import annotations

from typing import Any

from django.test import Client

from conductatlas.records.models import Verdict, Wording
from tests.records_factory import World, at, make_change, make_document, make_provision, make_version


def _json(client: Client, path: str) -> Any:
    return client.get(path).json()


def test_what_is_likelier_of_another_type_counts_nowhere(client: Client, world: World) -> None:
    before = _json(client, "/index.json")["coverage"]["provisions_standing"]
    version = make_version(make_document("Quiet House"), "We sell.", at(2026, 1, 1))
    make_provision(version, "data-sale", "We sell.", severity="high")
    unlikely = make_provision(version, "data-sale", "We sell hats.", severity="high")
    Wording.objects.filter(provision=unlikely).update(confidence=0.3)

    assert _json(client, "/index.json")["coverage"]["provisions_standing"] == before + 1
    types = _json(client, "/clause-types.json")["categories"]
    assert sum(one["provisions"] for group in types for one in group["clause_types"]) == before + 1
    assert _json(client, "/clause-types/data-sale.json")["paging"]["total"] == 1
    assert _json(client, "/platforms/quiet-house.json")["provisions"][0] == {"severity": "high", "count": 1}
    line = next(
        one for one in _json(client, "/platforms.json")["platforms"] if one["platform"]["name"] == "Quiet House"
    )
    assert line["provisions"][0] == {"severity": "high", "count": 1}
    identifier = version.document.permanent_id
    document = _json(client, f"/{identifier}.json")
    assert document["grades"][0] == {"severity": "high", "count": 1}
    assert [one["provision"]["id"] for one in document["likelier_of_another_type"]] == [unlikely.permanent_id]
    assert "1 finding that is likelier of another type" in client.get(f"/{identifier}").content.decode()
    assert _json(client, f"/{identifier}/versions/1.json")["grades"][0] == {"severity": "high", "count": 1}


def test_a_law_counts_what_the_pages_of_its_types_list(client: Client, world: World) -> None:
    unlikely = make_provision(world.terms.versions.get(ordinal=2), "ai-training-on-user-content", "We train dogs.")
    Wording.objects.filter(provision=unlikely).update(confidence=0.3)
    total = _json(client, "/clause-types/ai-training-on-user-content.json")["paging"]["total"]
    parts = _json(client, "/laws/eu-gdpr.json")["parts"]
    lines = [line for part in parts for line in part["speaks_to"]]
    counts = {line["provisions"] for line in lines if line["clause_type"]["id"] == "ai-training-on-user-content"}
    assert counts == {total}


def test_a_change_that_two_collections_recorded_is_counted_once_on_the_first_page(client: Client, world: World) -> None:
    for collection in ("one", "two"):
        document = make_document("Quiet House", "Rules", collection)
        make_version(document, "We hum.", at(2026, 1, 1))
        make_change(make_version(document, "We hum and sing.", at(2026, 2, 1)), Verdict.SUBSTANTIVE)
    counted = _json(client, "/index.json")["coverage"]["substantive_changes"]
    assert counted == _json(client, "/changes.json")["paging"]["total"] == 2

"""The JSON-LD of a page uses types and properties as schema.org defines them, and says what the page says."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.records_factory import TRAINING_WORSE, World, at, make_document, make_provision, make_version, reword

_TEXT = "text"
# What schema.org (version 29) allows of what we use: for each property, the types that have it (they or those that they
# descend from) and what it may hold. A `DefinedTerm` is an Intangible; the others but `Organization` and
# `PropertyValue` are CreativeWorks.
_WORKS = {"WebPage", "Quotation", "DigitalDocument"}
_ALL = _WORKS | {"Organization", "DefinedTerm", "PropertyValue"}
_VOCABULARY: dict[str, tuple[set[str], set[str]]] = {
    "name": (_ALL, {_TEXT}),
    "url": (_ALL, {_TEXT}),
    "description": (_ALL, {_TEXT}),
    "identifier": (_ALL, {_TEXT, "PropertyValue"}),
    "mainEntityOfPage": (_ALL, {_TEXT, *_WORKS}),
    "about": (_WORKS, _ALL),
    "abstract": (_WORKS, {_TEXT}),
    "dateCreated": (_WORKS, {_TEXT}),
    "dateModified": (_WORKS, {_TEXT}),
    "datePublished": (_WORKS, {_TEXT}),
    "inLanguage": (_WORKS, {_TEXT}),
    "isAccessibleForFree": (_WORKS, {"boolean"}),
    "isBasedOn": (_WORKS, {_TEXT, *_WORKS}),
    "isPartOf": (_WORKS, {_TEXT, *_WORKS}),
    "mainEntity": (_WORKS, _ALL),
    "publisher": (_WORKS, {"Organization"}),
    "temporalCoverage": (_WORKS, {_TEXT}),
    "text": (_WORKS, {_TEXT}),
    "version": (_WORKS, {_TEXT, "number"}),
    "propertyID": ({"PropertyValue"}, {_TEXT}),
    "value": ({"PropertyValue"}, {_TEXT, "number"}),
}
_PAGES = ["/CA-P-000001", "/CA-P-000003", "/CA-C-000001", "/CA-C-000002", "/CA-D-000001", "/platforms/larkwell"]


def _linked_data(client: Client, path: str) -> dict[str, Any]:
    html = client.get(path).content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    found: dict[str, Any] = json.loads(data)
    return found


def _check(node: dict[str, Any]) -> None:
    assert node["@type"] in _ALL
    for name, value in node.items():
        if name.startswith("@"):
            continue
        having, holding = _VOCABULARY[name]
        assert node["@type"] in having, name
        for one in value if isinstance(value, list) else [value]:
            assert _kind(one) in holding, (name, one)
            if isinstance(one, dict):
                _check(one)


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return str(value["@type"])
    return {str: _TEXT, bool: "boolean", int: "number"}[type(value)]


@pytest.mark.parametrize("path", _PAGES)
def test_types_and_properties_are_those_of_schema_org(client: Client, world: World, path: str) -> None:
    data = _linked_data(client, path)
    assert data["@context"] == "https://schema.org"
    _check(data)


def test_a_clause_is_a_quotation_based_on_a_recorded_version(client: Client, world: World, settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    data = _linked_data(client, "/CA-P-000001")
    clause = data["mainEntity"]
    assert (data["@id"], data["identifier"]) == ("https://atlas.example/CA-P-000001", "CA-P-000001")
    assert clause["text"] == TRAINING_WORSE
    assert clause["temporalCoverage"] == "2026-01-10/.."
    assert clause["isPartOf"]["publisher"]["name"] == "Larkwell"
    based = clause["isBasedOn"]
    assert based["url"] == "https://atlas.example/CA-D-000001/versions/4"
    assert based["identifier"]["value"] == world.versions[3].text.sha256
    assert based["isBasedOn"] == ["https://larkwell.example/terms"]


def test_a_clause_that_is_gone_was_stated_until_a_day(client: Client, world: World) -> None:
    assert _linked_data(client, "/CA-P-000003")["mainEntity"]["temporalCoverage"] == "2026-01-10/2026-01-10"


def test_a_clause_that_nobody_recorded_for_long_was_stated_until_a_day(client: Client, world: World) -> None:
    day = _linked_data(client, "/CA-P-000001")["dateModified"][:10]
    make_version(make_document("Hearthbook", "Rules"), "# Rules\n\nBe kind.\n", at(2027, 4, 1))
    assert _linked_data(client, "/CA-P-000001")["mainEntity"]["temporalCoverage"] == f"2026-01-10/{day}"


def test_a_very_long_clause_is_told_by_its_beginning(client: Client, world: World) -> None:
    long = "We may do this, and that. " * 4_000
    version = make_version(world.terms, long, at(2026, 4, 1))
    provision = make_provision(version, "data-sale", long)
    clause = _linked_data(client, f"/{provision.permanent_id}")["mainEntity"]
    assert "text" not in clause
    assert clause["abstract"].endswith(" …")


def test_a_page_stays_small_whatever_the_length_of_its_clause(client: Client, world: World) -> None:
    version = make_version(world.terms, "x", at(2026, 4, 1))
    provision = make_provision(version, "data-sale", "\n\n".join(["We may sell what you give us. " * 60] * 60))
    for day in range(2, 9):
        version = make_version(world.terms, f"x{day}", at(2026, 4, day))
        reword(provision, version, "\n\n".join([f"We {day} may sell what you gave us. " * 60] * 60), severity="high")
    response = client.get(f"/{provision.permanent_id}")
    assert "The clause goes on" in response.content.decode()
    assert len(response.content) < 60_000

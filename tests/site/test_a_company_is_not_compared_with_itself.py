"""Platforms of one company, and copies of one text under two names, are no comparison for each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.test import Client

from conductatlas.records.models import Provision
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

MINE = "We may sell your personal data to advertisers and data brokers for money, and we give 30 days of notice."
THEIRS = "We may sell your personal data to data brokers and to other advertisers for money or other benefits."


def _clause(platform: str, quote: str, opening: str = "") -> Provision:
    version = make_version(make_document(platform, "Data Terms"), f"{opening}{quote}", at(2026, 1, 1))
    return make_provision(version, "data-sale", quote, severity="high")


def _others(client: Client, provision: Provision) -> Mapping[str, Any]:
    others: dict[str, Any] = client.get(f"/{provision.permanent_id}.json").json()["other_platforms"]
    return others


def _told(client: Client, provision: Provision) -> list[str]:
    return [one["provision"]["id"] for one in _others(client, provision)["telling"]]


def test_another_company_is_set_beside_a_clause(client: Client) -> None:
    mine, theirs = _clause("Larkwell", MINE), _clause("Tidewater Chat", THEIRS)
    assert _told(client, mine) == [theirs.permanent_id]


def test_a_company_that_the_catalogue_knows_is_not(client: Client) -> None:
    mine = _clause("Google Larkwell", MINE)
    _clause("YouTube", THEIRS)
    assert _told(client, mine) == []


def test_a_company_that_both_documents_name_is_not(client: Client) -> None:
    mine = _clause("Larkwell", MINE)
    _clause("Tidewater Chat", THEIRS, "These terms are between you and Larkwell Ltd.\n\n")
    assert _told(client, mine) == []


def test_a_copy_under_another_name_is_not(client: Client) -> None:
    clauses = [f"We may sell list {number} of your personal data to data brokers for money." for number in range(6)]
    text = "\n\n".join(clauses)
    versions = [
        make_version(make_document(name, "Data Terms"), f"{text}\n\n{own}", at(2026, 1, 1))
        for name, own in (("Larkwell", MINE), ("Tidewater Chat", THEIRS))
    ]
    for version in versions:
        for one in clauses:
            make_provision(version, "data-sale", one, severity="high")
    mine = make_provision(versions[0], "data-sale", MINE, severity="high")
    make_provision(versions[1], "data-sale", THEIRS, severity="high")
    assert _told(client, mine) == []


def test_the_same_words_of_the_same_company_are_told_apart(client: Client) -> None:
    mine, sister, other = (_clause(name, MINE) for name in ("Google Larkwell", "YouTube", "Tidewater Chat"))
    others = _others(client, mine)
    assert [one["provision"]["id"] for one in others["same_words"]] == [other.permanent_id]
    assert [one["provision"]["id"] for one in others["own_words"]] == [sister.permanent_id]
    page = client.get(f"/{mine.permanent_id}").content.decode()
    assert "In much the same words on other platforms of the company behind Google Larkwell: " in page


def test_prevalence_counts_companies_too(client: Client) -> None:
    mine = _clause("Google Larkwell", MINE)
    for name in ("YouTube", "Tidewater Chat"):
        _clause(name, MINE)
    assert _others(client, mine)["prevalence"] == "3 of 3 platforms (2 of 2 companies)"


def test_a_bare_pointer_is_set_beside_nothing(client: Client) -> None:
    mine = _clause("Larkwell", MINE)
    _clause(
        "Tidewater Chat", "For details on how we sell your personal data to data brokers, please refer to Section 1."
    )
    assert _told(client, mine) == []

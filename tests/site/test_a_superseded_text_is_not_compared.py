"""A text of which it is not known whether it stands is not set beside others where a later one in its place does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from conductatlas.records.models import Provision
from tests.records_factory import at, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

MINE = "We may sell your personal data to advertisers and data brokers for money, and we give 30 days of notice."
OLD = "We may sell your personal data to data brokers and to other advertisers for money or other benefits."
NEW = "We may sell your personal data to data brokers and to some advertisers for money or other favours."
LONG_AGO, LATELY = at(2024, 1, 1), at(2026, 1, 1)


def _clause(platform: str, quote: str, when: datetime, collection: str = "sample") -> Provision:
    version = make_version(make_document(platform, "Data Terms", collection), quote, when)
    return make_provision(version, "data-sale", quote, severity="high")


def _told(client: Client, provision: Provision) -> list[str]:
    page: Mapping[str, Any] = client.get(f"/{provision.permanent_id}.json").json()
    return [one["provision"]["id"] for one in page["other_platforms"]["telling"]]


def test_a_text_that_has_no_later_one_is_quoted_with_its_day(client: Client) -> None:
    mine, old = _clause("Larkwell", MINE, LATELY), _clause("Tidewater Chat", OLD, LONG_AGO)
    assert _told(client, mine) == [old.permanent_id]


def test_a_later_one_of_the_platform_in_another_collection_is_quoted_instead(client: Client) -> None:
    mine, _ = _clause("Larkwell", MINE, LATELY), _clause("Tidewater Chat", OLD, LONG_AGO)
    new = _clause("Tidewater Chat", NEW, LATELY, "other")
    assert _told(client, mine) == [new.permanent_id]


def test_it_is_not_quoted_though_the_later_one_says_nothing_of_it(client: Client) -> None:
    mine, _ = _clause("Larkwell", MINE, LATELY), _clause("Tidewater Chat", OLD, LONG_AGO)
    make_version(make_document("Tidewater Chat", "Data Terms", "other"), "We sell nothing.", LATELY)
    assert _told(client, mine) == []


def test_a_later_text_of_another_kind_replaces_nothing(client: Client) -> None:
    mine, old = _clause("Larkwell", MINE, LATELY), _clause("Tidewater Chat", OLD, LONG_AGO)
    make_version(make_document("Tidewater Chat", "Cookie Terms", "other"), "We sell nothing.", LATELY)
    assert _told(client, mine) == [old.permanent_id]


def test_a_platform_that_goes_on_under_another_name_is_quoted_under_that(client: Client) -> None:
    mine, _ = _clause("Larkwell", MINE, LATELY), _clause("Google Larks", OLD, LONG_AGO)
    new = _clause("YouTube", NEW, LATELY)
    assert _told(client, mine) == [new.permanent_id]


def test_a_platform_that_lives_beside_its_sister_keeps_its_unchanged_text(client: Client) -> None:
    mine, old = _clause("Larkwell", MINE, LATELY), _clause("Google Larks", OLD, LONG_AGO)
    make_version(make_document("Google Larks", "Cookie Terms"), "We use cookies.", LATELY)
    make_version(make_document("YouTube", "Data Terms"), "We sell nothing.", LATELY)
    assert _told(client, mine) == [old.permanent_id]

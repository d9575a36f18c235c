"""However much is recorded, a page takes a bounded number of queries and stays small."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from conductatlas.records.models import ItemKind, Verdict
from tests.records_factory import (
    at,
    make_change,
    make_document,
    make_item,
    make_provision,
    make_version,
    make_wording,
    reword,
)

_MOST_QUERIES = 30
_WORDS = "We may, at our discretion and without notice, do this and that with what you gave us, as often as we like. "


@pytest.fixture
def large(db: None) -> None:
    """Twelve platforms; the first has a document with many provisions, wordings, versions and changes."""
    for number in range(1, 13):
        first = make_version(make_document(f"House {number:02}"), _WORDS * 3, at(2026, 1, 1))
        for _ in range(3):
            make_provision(first, "data-sale", f"House {number}: {_WORDS}", severity="high")
    document = make_document("House 01", "Rules")
    version = make_version(document, "\n\n".join(f"{number}. {_WORDS}" for number in range(120)), at(2026, 1, 1))
    provisions = [
        make_provision(version, "third-party-sharing", f"{number}. {_WORDS}", severity="medium")
        for number in range(120)
    ]
    many = provisions[0]
    for day in range(40):
        version = make_version(document, f"{_WORDS * 20} Day {day}.", at(2026, 2, 1) + timedelta(days=day))
        before, after = reword(many, version, f"{_WORDS * 8} Day {day}.", severity="medium")
        change = make_change(version, Verdict.SUBSTANTIVE, severity="medium")
        make_item(change, ItemKind.REWORDED, many, before, after)
        for provision in provisions[1:12] if day == 39 else ():
            last = provision.wordings.get()
            make_item(change, ItemKind.MOVED, provision, last, last)
    other = make_provision(version, "data-sale", f"Long: {_WORDS * 60}", severity="high")
    make_wording(other, version, f"Longer: {_WORDS * 61}", severity="high")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/platforms",
        "/platforms/house-01",
        "/CA-D-000013",
        "/CA-D-000013?page=3",
        "/CA-D-000013/text?version=1",
        "/CA-D-000013/versions/9",
        "/CA-D-000013/compare/2/41",
        "/CA-D-000013/compare/41/1",
        "/CA-P-000037",
        "/CA-P-000037?page=2",
        "/CA-C-000040",
        "/clause-types",
        "/clause-types/data-sale",
        "/clause-types/data-sale?q=discretion&severity=high&stance=adverse&document=Rules&sort=changed",
        "/compare?platform=house-01&platform=house-02&platform=house-03&platform=house-04",
        "/compare?clause_type=data-sale&platform=house-01&platform=house-02&platform=house-03&platform=house-04",
        "/matrix",
        "/matrix?category=sharing",
        "/changes",
        "/changes?verdict=all&severity=medium&platform=house-01&category=sharing&kind=moved",
        "/search?q=discretion",
        "/methodology",
        "/about",
        "/sitemap.xml",
        "/sitemaps/provisions-1.xml",
    ],
)
def test_queries_and_sizes_are_bounded(
    client: Client, large: None, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(_MOST_QUERIES):
        response = client.get(path)
    assert response.status_code == 200
    assert len(response.content) < 60_000


def test_long_lists_come_in_pages(client: Client, large: None) -> None:
    first = client.get("/CA-D-000013").content.decode()
    assert "Page 1 of 6" in first
    assert 'href="?page=2#versions"' in first
    numbers = [line["version"]["number"] for page in range(1, 7) for line in _versions(client, page)]
    assert numbers == list(range(41, 0, -1))
    second = client.get("/CA-P-000037?page=9").content.decode()
    assert "Page 9 of 9" in second
    assert 'rel="next"' not in second


def _versions(client: Client, page: int) -> list[dict[str, dict[str, int]]]:
    lines: list[dict[str, dict[str, int]]] = client.get(f"/CA-D-000013.json?page={page}").json()["versions"]
    return lines

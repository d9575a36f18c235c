"""Platforms and clause types as a matrix that says in words what its colours say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from conductatlas.catalogue import load_catalogue
from tests.records_factory import World, at, make_document, make_provision, make_version


def _matrix(client: Client, query: str = "") -> dict[str, Any]:
    page: dict[str, Any] = client.get(f"/matrix.json{query}").json()
    return page


def test_a_category_has_a_column_for_each_clause_type(client: Client, world: World) -> None:
    page = _matrix(client, "?category=ai")
    assert [row["platform"]["name"] for row in page["rows"]] == ["Larkwell", "Tidewater Chat"]
    column = [one["id"] for one in page["columns"]].index("ai-training-on-user-content")
    cells = [row["cells"][column] for row in page["rows"]]
    assert cells == [
        {"severity": "high", "stance": "adverse", "unsure": False, "count": 1, "path": "/CA-P-000001"},
        {"severity": "high", "stance": "adverse", "unsure": False, "count": 1, "path": "/CA-P-000005"},
    ]
    assert page["columns"][column]["platforms"] == 2
    assert page["columns"][column]["grades"][0] == {"severity": "high", "count": 2}


def test_the_gravest_provision_of_a_platform_fills_its_cell(client: Client, world: World) -> None:
    version = make_version(make_document("Tidewater Chat", "Rules"), "text", at(2026, 1, 1))
    for severity in ("low", "medium"):
        make_provision(version, "data-sale", f"We sell data, {severity}.", severity=severity)
    page = _matrix(client, "?category=sharing")
    column = [one["id"] for one in page["columns"]].index("data-sale")
    (cell,) = [row["cells"][column] for row in page["rows"] if row["cells"][column]]
    assert (cell["severity"], cell["count"]) == ("medium", 2)
    assert client.get(cell["path"]).status_code == 200


def test_without_a_category_the_columns_are_categories(client: Client, world: World) -> None:
    page = _matrix(client)
    assert len(page["columns"]) == len(page["categories"])
    ai = [one["id"] for one in page["columns"]].index("ai")
    cell = {"severity": "high", "stance": "", "unsure": False, "count": 1, "path": "/matrix?category=ai"}
    assert page["rows"][0]["cells"][ai] == cell
    assert page["columns"][ai]["path"] == "/matrix?category=ai"


def test_what_is_removed_does_not_count(client: Client, world: World) -> None:
    page = _matrix(client, "?category=rights")
    assert all(cell is None for row in page["rows"] for cell in row["cells"])


def test_cells_hold_a_word_and_heads_say_what_they_head(client: Client, world: World) -> None:
    html = client.get("/matrix?category=ai").content.decode()
    assert '<td class="high"><a href="/CA-P-000001">high</a></td>' in html
    table = re.search(r'<table class="heat matrix".*?</table>', html, re.DOTALL)
    assert table is not None
    heads = re.findall(r"<th\b[^>]*>", table[0])
    assert heads
    assert all('scope="' in head for head in heads)


@pytest.mark.parametrize(
    ("query", "expected"), [("", ["zebra", "Ant", "bee"]), ("&sort=platform", ["Ant", "bee", "zebra"])]
)
def test_platforms_come_by_gravity_or_by_name(client: Client, db: None, query: str, expected: list[str]) -> None:
    for name, severity in (("bee", "low"), ("Ant", "medium"), ("zebra", "high")):
        version = make_version(make_document(name), "text", at(2026, 1, 1))
        make_provision(version, "data-sale", f"We sell data of {name}.", severity=severity)
    page = _matrix(client, f"?category=sharing{query}")
    assert [row["platform"]["name"] for row in page["rows"]] == expected


def test_a_full_page_of_platforms_stays_small(client: Client, db: None) -> None:
    largest = max(load_catalogue().categories, key=lambda one: len(load_catalogue().of_category(one.id)))
    for number in range(40):
        version = make_version(make_document(f"A house with a long name {number:02}"), "text", at(2026, 1, 1))
        for one in load_catalogue().of_category(largest.id):
            make_provision(version, one.id, f"{one.id} {number}", severity="medium")
    for query in (f"?category={largest.id}", f"?category={largest.id}&page=2", ""):
        response = client.get(f"/matrix{query}")
        assert len(response.content) < 60_000
    assert len(_matrix(client, f"?category={largest.id}&page=2")["rows"]) == 10

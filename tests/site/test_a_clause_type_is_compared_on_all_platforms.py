"""The page of a clause type lists all platforms that state it: narrowed down, in an order, and in pages."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from django.test import Client

from conductatlas.provisions import find_facts
from tests.records_factory import at, make_document, make_provision, make_version, make_wording


@pytest.fixture
def sellers(db: None) -> None:
    """Three platforms that sell data, each in its own way; the second reworded its clause last."""
    for platform, terms, quote, severity, stance, day in (
        (
            "Larkwell",
            "Privacy Policy",
            "We sell location data to brokers. You can opt out at out@larkwell.example.",
            "high",
            "adverse",
            3,
        ),
        ("Tidewater Chat", "Terms of Service", "We sell contact data.", "medium", "adverse", 1),
        ("quiet house", "Terms of Service", "Nobody may sell data. 100% sure_ly.", "none", "protective", 2),
    ):
        version = make_version(make_document(platform, terms), quote, at(2026, 1, day))
        facts = [asdict(fact) for fact in find_facts(quote)]
        made = make_provision(version, "data-sale", quote, severity=severity, stance=stance, facts=facts)
        if platform == "Tidewater Chat":
            later = make_version(version.document, quote + " All of it.", at(2026, 2, 1))
            made.wordings.update(last_version=version)
            make_wording(made, later, quote + " All of it.", severity=severity)


def _names(client: Client, query: str = "") -> list[str]:
    page: dict[str, Any] = client.get(f"/clause-types/data-sale.json{query}").json()
    return [line["document"]["platform"]["name"] for line in page["provisions"]]


def test_the_gravest_come_first(client: Client, sellers: None) -> None:
    assert _names(client) == ["Larkwell", "Tidewater Chat", "quiet house"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?sort=platform", ["Larkwell", "quiet house", "Tidewater Chat"]),
        ("?sort=changed", ["Tidewater Chat", "Larkwell", "quiet house"]),
        ("?severity=medium", ["Tidewater Chat"]),
        ("?stance=protective", ["quiet house"]),
        ("?document=Privacy+Policy", ["Larkwell"]),
        ("?document=Nothing+of+the+kind", []),
        ("?q=LOCATION+brokers", ["Larkwell"]),
        ("?q=tidewater", ["Tidewater Chat"]),
        ("?q=100%25", ["quiet house"]),
        ("?q=sure_l", ["quiet house"]),
        ("?q=%00data", ["Larkwell", "Tidewater Chat", "quiet house"]),
        ("?q=" + "xyzzy+" * 500, []),
        ("?severity=high&stance=protective", []),
    ],
)
def test_it_is_narrowed_down_and_put_in_order(client: Client, sellers: None, query: str, expected: list[str]) -> None:
    assert _names(client, query) == expected
    assert client.get(f"/clause-types/data-sale{query}").status_code == 200


def test_each_row_has_quote_grade_facts_and_dates(client: Client, sellers: None) -> None:
    page = client.get("/clause-types/data-sale.json?q=tidewater").json()
    (line,) = page["provisions"]
    assert (line["quote"], line["provision"]["severity"]) == ("We sell contact data. All of it.", "medium")
    assert (line["since"][:10], line["last_changed_at"][:10]) == ("2026-01-01", "2026-02-01")
    assert client.get("/clause-types/data-sale.json?q=larkwell").json()["provisions"][0]["facts"] == [
        {"kind": "way to opt out", "stated": "out@larkwell.example"}
    ]
    assert page["documents"] == ["Privacy Policy", "Terms of Service"]
    assert [one["count"] for one in page["grades"]] == [1, 1, 0, 1], "all platforms, whatever is looked for"


def test_what_was_asked_stands_in_the_form_again(client: Client, sellers: None) -> None:
    html = client.get("/clause-types/data-sale?severity=high&q=%22%3E%3Cb%3E&document=Privacy+Policy").content.decode()
    assert "<option selected>high</option>" in html
    assert "<option selected>Privacy Policy</option>" in html
    assert 'value="&quot;&gt;&lt;b&gt;"' in html
    assert "No clause of this type fits." in html


def test_long_lists_come_in_pages(client: Client, db: None) -> None:
    version = make_version(make_document("Larkwell"), "text", at(2026, 1, 1))
    for number in range(60):
        make_provision(version, "data-sale", f"Number {number}: we sell data.", severity="high")
    pages = [client.get(f"/clause-types/data-sale.json?page={page}").json() for page in (1, 2, 3)]
    assert [len(page["provisions"]) for page in pages] == [25, 25, 10]
    assert len({line["provision"]["id"] for page in pages for line in page["provisions"]}) == 60

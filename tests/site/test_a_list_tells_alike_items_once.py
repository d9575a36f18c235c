"""In lists of changes, what a version did alike to several clauses of a type is one line; no grade stands for none."""

from __future__ import annotations

from django.test import Client

from conductatlas.records.models import ItemKind, Verdict
from tests.records_factory import World, at, make_change, make_document, make_item, make_provision, make_version


def test_alike_items_are_told_once_with_their_number(client: Client, world: World) -> None:
    first = make_version(make_document("Tidewater Chat", "Payment Terms"), "Terms of payment.", at(2026, 4, 1))
    later = make_version(first.document, "Terms of payment. You pay each month, and each year.", at(2026, 4, 2))
    change = make_change(later, Verdict.SUBSTANTIVE, severity="low")
    for words in ("You pay each month.", "You pay each year.", "You pay each week."):
        provision = make_provision(later, "auto-renewal", words, severity="low")
        make_item(change, ItemKind.ADDED, provision, None, provision.wordings.get())
    other = make_provision(later, "price-change", "Prices may change.", severity="low")
    make_item(change, ItemKind.ADDED, other, None, other.wordings.get())
    told = next(one for one in client.get("/changes.json").json()["changes"] if one["id"] == change.permanent_id)
    assert told["item_count"] == 4
    assert sorted((item["clause_type"]["id"], item["alike"]) for item in told["items"]) == [
        ("auto-renewal", 2),
        ("price-change", 0),
    ]
    page = client.get("/changes").content.decode()
    assert "and 2 more like it" in page
    assert "more</a></li>" not in page


def test_a_change_without_a_grade_shows_none(client: Client, world: World) -> None:
    first = make_version(make_document("Tidewater Chat", "Payment Terms"), "Terms of payment.", at(2026, 4, 1))
    later = make_version(first.document, "Terms of payment. You pay each month.", at(2026, 4, 2))
    change = make_change(later, Verdict.SUBSTANTIVE)
    assert "none" not in client.get(f"/{change.permanent_id}").content.decode().split('class="at-a-glance"')[1][:300]
    graded = make_change(make_version(first.document, "You pay.", at(2026, 4, 3)), Verdict.SUBSTANTIVE, severity="high")
    assert "high" in client.get(f"/{graded.permanent_id}").content.decode().split('class="at-a-glance"')[1][:300]

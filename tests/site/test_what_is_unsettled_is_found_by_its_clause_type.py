"""Words of a clause that came or went are found by its type, also where no clause counts as added or removed."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Change, ProvisionState, UnsettledClause, Verdict
from tests.records_factory import at, make_change, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db
_CAME, _WENT = "ai-training-on-user-content", "ai-no-training-commitment"


@pytest.fixture
def change() -> Change:
    """A promise went and a permission came, and no item tells of either."""
    document = make_document("Larkwell")
    make_version(document, "We will not train on your plans.", at(2026, 1, 10))
    version = make_version(document, "We may train on your plans.", at(2026, 2, 10))
    change = make_change(version, Verdict.SUBSTANTIVE)
    provision = make_provision(version, _CAME, "We may train on your plans.", severity="high")
    UnsettledClause.objects.create(change=change, clause_type=_CAME, came=True, provision=provision)
    UnsettledClause.objects.create(change=change, clause_type=_WENT, came=False)
    return change


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (f"clause_type={_CAME}", [_CAME]),
        (f"clause_type={_WENT}", [_WENT]),
        ("category=ai", [_CAME, _WENT]),
        ("category=ai&kind=came", [_CAME]),
        ("kind=went", [_WENT]),
        ("category=ai&kind=removed", None),
        ("clause_type=deletion-right", None),
    ],
)
def test_a_filter_finds_it(client: Client, change: Change, query: str, found: list[str] | None) -> None:
    listed = client.get(f"/changes.json?{query}").json()["changes"]
    assert [[one["clause_type"]["id"] for one in line["unsettled"]] for line in listed] == ([found] if found else [])


def test_a_line_says_what_the_text_cannot_tell_and_leads_to_the_record(client: Client, change: Change) -> None:
    page = client.get(f"/changes?clause_type={_CAME}").content.decode()
    record = UnsettledClause.objects.get(came=True).provision
    assert record is not None
    assert f'words came in</span> <a href="/{record.permanent_id}">AI training on user content</a>' in page
    assert "whether the document said it before, the program can’t tell" in page
    # Of words outside of all records the change itself has the sentence.
    gone = client.get("/changes?category=ai&kind=went").content.decode()
    assert f'words taken out</span> <a href="/{change.permanent_id}">No-training commitment</a>' in gone


def test_the_feed_of_its_type_tells_of_it(client: Client, change: Change) -> None:
    text = client.get(f"/clause-types/{_WENT}.atom").content.decode()
    assert "words taken out, unsettled: No-training commitment" in text
    assert "whether the document still says it, the program can’t tell" in text


def test_what_a_person_took_back_is_not_found(client: Client, change: Change) -> None:
    record = UnsettledClause.objects.get(came=True).provision
    assert record is not None
    record.state = ProvisionState.WITHDRAWN
    record.save()
    assert client.get(f"/changes.json?clause_type={_CAME}").json()["changes"] == []


def test_a_list_without_such_a_filter_does_not_show_it(client: Client, change: Change) -> None:
    page = client.get("/changes").content.decode()
    assert change.permanent_id in page
    assert "words came in</span>" not in page

"""How old what is on record of a document is: told in the past tense where nothing, or nothing good, came since."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from conductatlas.catalogue import Renaming
from conductatlas.records.models import Document, Provision, TrackedDocument, Verdict, Version
from conductatlas.site.presenters import recency
from conductatlas.site.presenters.recency import recency_of
from tests.records_factory import at, make_change, make_document, make_provision, make_version

pytestmark = pytest.mark.django_db

_CLAUSE = "We may sell what we know of you to anybody who pays for it, whenever we like."
_LATE = at(2026, 8, 22)


def _recorded(day: datetime, platform: str = "Larkwell", collection: str = "sample") -> tuple[Document, Provision]:
    document = make_document(platform, collection=collection)
    return document, make_provision(make_version(document, f"# Terms\n\n{_CLAUSE}\n", day), "data-sale", _CLAUSE)


def _goes_on(platform: str = "Hearthbook", day: datetime = _LATE) -> Version:
    """The collection records another document on a day."""
    return make_version(make_document(platform, "Rules"), "# Rules\n\nBe kind.\n", day)


def _page(client: Client, record: Document | Provision) -> str:
    return client.get(f"/{record.permanent_id}").content.decode()


def test_what_a_search_finds_is_told_as_it_was_last_recorded(client: Client) -> None:
    _recorded(at(2024, 2, 17))
    _goes_on()
    found = " ".join(client.get("/search?q=anybody+pays").content.decode().split())
    assert "in these words since" in found
    assert ", as last recorded" in found
    assert "from sample" not in found


def test_what_two_collections_have_is_told_by_their_names(client: Client) -> None:
    _recorded(_LATE)
    _recorded(_LATE, collection="another")
    found = client.get("/search?q=anybody+pays").content.decode()
    assert ("· from sample" in found, "· from another" in found, ", as last recorded" in found) == (True, True, False)


def test_what_was_recorded_lately_stands(client: Client) -> None:
    document, provision = _recorded(_LATE - timedelta(days=100))
    _goes_on()
    assert "as it stands in" in _page(client, provision)
    assert "in the latest version on record" in _page(client, provision)
    assert "What its latest version states" in _page(client, document)
    told = client.get(f"/{document.permanent_id}.json").json()
    assert told["recency"]["collection_until"] == "2026-08-22T09:00:00Z"
    assert (told["recency"]["silent"], told["recency"]["unread"], told["recency_note"]) == (False, False, None)


def test_what_was_not_recorded_for_long_stood(client: Client) -> None:
    document, provision = _recorded(at(2025, 10, 28))
    _goes_on()
    page = _page(client, provision)
    assert "as it stood in" in page
    assert "in the last version that was recorded, of" in page
    assert "What it stated when last recorded" in _page(client, document)
    note = client.get(f"/{provision.permanent_id}.json").json()["recency_note"]["told"]
    assert note == (
        "The collection, whose latest record is of 22 August 2026, has recorded nothing of this or any other document "
        "of Larkwell since then, for more than nine months: it may be unchanged, or collected no longer."
    )
    assert note in page
    _goes_on("Larkwell", at(2026, 6, 1))
    assert "nothing of this document since then" in _page(client, provision)


def test_a_time_that_lacks_days_of_two_years_is_nearly_these(client: Client) -> None:
    document, _ = _recorded(at(2024, 8, 27))
    _goes_on()
    told = client.get(f"/{document.permanent_id}.json").json()["recency_note"]["told"]
    assert "since then, for nearly two years:" in told


def test_a_capture_that_failed_long_ago_is_told_with_the_silence_since(client: Client) -> None:
    document, provision = _recorded(at(2023, 5, 31))
    failed = make_version(document, "Nein", at(2023, 10, 19), failed=True)
    make_change(failed, Verdict.FAILED).reasons = ["The text has only 1 word."]
    _goes_on()
    page = _page(client, provision)
    assert "could be read since then, for more than three years: 1 capture failed, on 19" in page
    assert "Not read since" not in page


def test_a_collection_that_ended_with_the_document_says_nothing_of_it(client: Client) -> None:
    document, _ = _recorded(at(2023, 6, 29))
    assert "What its latest version states" in _page(client, document)
    assert "latest record" in _page(client, document)


def test_a_look_that_brought_the_same_keeps_it_present(client: Client) -> None:
    document, provision = _recorded(at(2025, 1, 1))
    _goes_on()
    TrackedDocument.objects.create(
        collection=document.collection,
        service="Larkwell",
        terms_type=document.terms_type,
        path=document.path,
        declaration={},
        document=document,
        next_look_at=_LATE,
        succeeded_at=_LATE,
    )
    page = _page(client, provision)
    assert "as it stands in" in page
    assert "Last seen unchanged" in page
    assert recency_of([document])[document.id].seen_at == _LATE


def test_captures_that_could_not_be_read_are_told_on_the_record(client: Client) -> None:
    document, provision = _recorded(at(2026, 5, 1))
    for day in (2, 3):
        failed = make_version(document, "Access denied", at(2026, 8, day), failed=True)
        make_change(failed, Verdict.FAILED).reasons = ["The text has only 2 words."]
    held = make_version(document, "# Terms", at(2026, 8, 4))
    held.held = "The text collapsed from 900 to 1 words."
    held.save()
    told = client.get(f"/{provision.permanent_id}.json").json()
    since = told["recency_note"]["since"]
    assert (since["failed"], since["held"], since["told"]) == (2, 1, "2 captures failed and 1 is held")
    assert since["because"] == held.held
    page = _page(client, provision)
    assert "as it stood in" in page
    assert f"Since then {since['told']}, the latest on" in page
    assert f'href="/{document.permanent_id}#versions"' in page
    make_version(document, f"# Terms\n\n{_CLAUSE} Really.\n", at(2026, 8, 5))
    assert "as it stands in" in _page(client, provision)


def test_the_same_terms_in_another_collection_are_named_where_these_are_later(client: Client) -> None:
    older, provision = _recorded(at(2025, 10, 28))
    _goes_on()
    newer, _ = _recorded(at(2026, 6, 15), collection="other")
    told = client.get(f"/{provision.permanent_id}.json").json()["recency_note"]["later"]
    assert [(one["document"]["id"], one["collection"]) for one in told] == [(newer.permanent_id, "other")]
    assert "Later terms of this kind in another collection: " in _page(client, provision)
    assert "Recorded later elsewhere" in _page(client, older)
    assert "Recorded later elsewhere" not in _page(client, newer)


def test_what_was_recorded_on_the_same_day_is_not_later(client: Client) -> None:
    _, provision = _recorded(at(2025, 10, 28, hour=8))
    _goes_on()
    _recorded(at(2025, 10, 28, hour=20), collection="other")
    assert not client.get(f"/{provision.permanent_id}.json").json()["recency_note"]["later"]


def test_later_terms_of_another_platform_of_the_company_are_named(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recency, "company_of", lambda name: "Lark" if name.startswith("Lark") else name)
    _, provision = _recorded(at(2025, 10, 28))
    newer, later = _recorded(at(2026, 8, 1), "Larkchat")
    _recorded(at(2026, 8, 2), "Tidewater")
    told = client.get(f"/{provision.permanent_id}.json").json()["recency_note"]["of_company"]
    assert [one["document"]["id"] for one in told] == [newer.permanent_id]
    assert "on other platforms of the same company" in _page(client, provision)
    assert "on other platforms of the same company" not in _page(client, later)


def test_later_terms_under_another_name_of_the_platform_are_named_as_such(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    renaming = Renaming("Larkwell", "Larkchat", "May 2026", "https://larkchat.example/news")
    monkeypatch.setattr(recency, "renaming_of", lambda name: renaming if name == "Larkwell" else None)
    monkeypatch.setattr(recency, "company_of", lambda name: "Lark" if name.startswith("Lark") else name)
    _, provision = _recorded(at(2025, 10, 28))
    newer, _ = _recorded(at(2026, 8, 1), "Larkchat")
    note = client.get(f"/{provision.permanent_id}.json").json()["recency_note"]
    assert [one["document"]["id"] for one in note["renamed"]["terms"]] == [newer.permanent_id]
    assert not note["of_company"]
    page = _page(client, provision)
    assert "Larkwell has been called Larkchat since May 2026. Later terms of this kind under that name" in page
    assert "it may be unchanged" not in page


def test_rows_of_comparisons_say_when_a_text_was_last_recorded(client: Client) -> None:
    _recorded(at(2025, 10, 28))
    _goes_on()
    _recorded(at(2026, 8, 1), "Tidewater")
    by_type = client.get("/clause-types/data-sale").content.decode()
    beside = client.get("/compare?clause_type=data-sale&platform=larkwell&platform=tidewater").content.decode()
    for page in (by_type, beside):
        assert page.count("as last recorded") == 1
    lines = client.get("/clause-types/data-sale.json").json()["provisions"]
    assert {line["document"]["platform"]["name"]: line["recency"]["silent"] for line in lines} == {
        "Larkwell": True,
        "Tidewater": False,
    }


def test_a_document_without_a_good_version_has_no_recency() -> None:
    document = make_document("Larkwell")
    make_version(document, "Access denied", _LATE, failed=True)
    assert recency_of([document]) == {}
    assert recency_of([]) == {}

"""A page that comes in another language for good goes on as a document of its own; one that strays does not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from conductatlas.provisions import default_finder
from conductatlas.records.models import Change, Document, Provision, ProvisionState, Version
from conductatlas.records.pipeline import Pipeline
from tests.records.worlds import ARBITRATION, CHANGES, INTRODUCTION, LAW, LIABILITY, START, record, text, version

pytestmark = pytest.mark.django_db

_ENGLISH = text(INTRODUCTION, LAW, LIABILITY, CHANGES)
_GERMAN = """\
# Nutzungsbedingungen

Diese Bedingungen gelten für alle Nutzerinnen und Nutzer unserer Dienste. Mit der Nutzung stimmen Sie ihnen zu.

Wir können diese Bedingungen jederzeit ändern und benachrichtigen Sie mindestens dreißig Tage vorher per E-Mail.

Es gilt das Recht der Bundesrepublik Deutschland, und Gerichtsstand ist Hamburg, soweit das Gesetz es erlaubt.
""".encode()
_GERMAN_LATER = _GERMAN.replace("dreißig".encode(), b"vierzehn")


def _documents() -> dict[str, Document]:
    return {one.language: one for one in Document.objects.order_by("id")}


def _of(document: Document) -> list[tuple[int, bool]]:
    return list(Version.objects.filter(document=document).order_by("ordinal").values_list("ordinal", "failed"))


def test_a_language_that_stays_for_two_weeks_gets_a_document_of_its_own() -> None:
    record(
        version(1, _GERMAN, days=1),
        version(2, _ENGLISH, days=2),
        version(3, _ENGLISH + b"\n", days=17),
        version(4, _ENGLISH + f"\n{ARBITRATION}\n".encode(), days=30),
    )
    german, english = _documents()["de"], _documents()["en"]
    assert _of(german) == [(1, False), (2, True)]
    assert _of(english) == [(1, False), (2, False)]
    assert (german.terms_type, english.terms_type) == ("Terms of Service", "Terms of Service (English)")
    assert (german.variant, english.variant) == ("", "en")
    assert Change.objects.get(document=english).verdict == "substantive"
    assert Provision.objects.filter(document=english, clause_type="mandatory-arbitration").exists()


def test_nothing_is_said_to_be_removed_when_the_language_changes() -> None:
    record(version(1, _ENGLISH, days=1), version(2, _GERMAN, days=2), version(3, _GERMAN_LATER, days=40))
    english = _documents()["en"]
    assert not Provision.objects.exclude(state=ProvisionState.STANDING).exists()
    assert set(Change.objects.filter(document=english).values_list("verdict", flat=True)) == {"failed"}
    assert _of(_documents()["de"]) == [(1, False)]


def test_a_language_that_is_seen_for_some_days_gets_none() -> None:
    record(version(1, _ENGLISH, days=1), version(2, _GERMAN, days=2), version(3, _GERMAN_LATER, days=15))
    assert _of(Document.objects.get()) == [(1, False), (2, True), (3, True)]


def test_nor_does_one_that_comes_now_and_then() -> None:
    days = [(1, _ENGLISH), (2, _GERMAN), (10, _ENGLISH), (20, _GERMAN_LATER), (30, _ENGLISH), (40, _GERMAN)]
    record(*(version(number, content, days=day) for number, (day, content) in enumerate(days, 1)))
    assert Document.objects.count() == 1


def test_once_both_are_known_each_version_goes_to_its_own() -> None:
    days = [(1, _ENGLISH), (2, _GERMAN), (20, _GERMAN_LATER), (21, _ENGLISH + b"\n"), (22, _GERMAN), (23, b"")]
    for number, (day, content) in enumerate(days, 1):
        record(version(number, content, days=day))  # each by a run of its own: all is rebuilt from the records
    english, german = _documents()["en"], _documents()["de"]
    assert _of(english) == [(1, False), (2, True), (3, False)]
    assert _of(german) == [(1, False), (2, False), (3, True)]


def test_a_page_that_stays_as_it_is_after_the_switch_is_taken_over_too() -> None:
    pipeline = Pipeline(default_finder(), "test")
    pipeline.record(version(1, _ENGLISH, days=1))
    strayed = pipeline.record(version(2, _GERMAN, days=2))
    assert strayed.failed
    document = strayed.document
    assert pipeline.seen_again(document, START + timedelta(days=9)) == document
    german = pipeline.seen_again(document, START + timedelta(days=17))
    assert german != document
    assert (german.language, german.variant, german.caught_up) == ("de", "de", True)
    assert _of(german) == [(1, False)]
    assert pipeline.seen_again(german, START + timedelta(days=40)) == german
    assert _of(german) == [(1, False)]


def test_their_pages_lead_to_each_other(client: Client) -> None:
    record(version(1, _GERMAN, days=1), version(2, _ENGLISH, days=2), version(3, _ENGLISH + b"\n", days=17))
    german, english = _documents()["de"], _documents()["en"]
    page = client.get(f"/{german.permanent_id}").content.decode()
    assert f'<a href="/{english.permanent_id}">English</a>, last recorded' in page
    (other,) = client.get(f"/{english.permanent_id}.json").json()["other_languages"]
    assert (other["document"]["id"], other["language"]) == (german.permanent_id, "de")

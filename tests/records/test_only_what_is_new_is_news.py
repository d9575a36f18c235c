"""What makes news: what becomes known after a document's past is on record, however it does; never the past itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from conductatlas.provisions import default_finder
from conductatlas.recorded import RecordedVersion
from conductatlas.records.models import (
    Change,
    DecisionKind,
    Document,
    Erratum,
    Kind,
    News,
    Provision,
    Version,
)
from conductatlas.records.news import IMPORT_ENDS_WITHIN
from conductatlas.records.pipeline import Pipeline
from conductatlas.records.retraction import merge, reinstate, withdraw
from conductatlas.records.review import decide
from tests.records import worlds
from tests.records.worlds import ARBITRATION, CHANGES, COOKIES, LAW, LIABILITY, RETENTION, record, text, version

pytestmark = pytest.mark.django_db

_FIRST = text(ARBITRATION, LAW, COOKIES, CHANGES)
_SECOND = text(ARBITRATION, LAW, COOKIES, CHANGES, LIABILITY)
_THIRD = text(LAW, COOKIES, CHANGES, LIABILITY, RETENTION)
_WHOLE = text(worlds.INTRODUCTION, worlds.AGE, ARBITRATION, LAW, LIABILITY, RETENTION, COOKIES, CHANGES)
_FEW = text(worlds.INTRODUCTION, worlds.AGE, "This page has a new layout, and all else stands elsewhere now.")
_WHO: dict[str, Any] = {"reviewer": "Ada", "reason": "It is so.", "at": worlds.START}


def _told() -> list[str]:
    return [one.change.permanent_id for one in News.objects.exclude(change=None).order_by("id") if one.change]


def test_the_past_of_a_document_is_no_news() -> None:
    record(version(1, _FIRST), version(2, _SECOND), version(3, _THIRD))
    assert Change.objects.count() == 2
    assert not News.objects.exists()
    assert Document.objects.get().caught_up


def test_what_a_later_import_brings_is_news_whatever_date_it_bears() -> None:
    record(version(1, _FIRST), version(2, _SECOND))
    record(version(1, _FIRST), version(2, _SECOND), version(3, _THIRD))
    assert _told() == ["CA-C-000002"]
    news = News.objects.get()
    assert news.at > worlds.START + timedelta(days=300)
    assert news.ready_at <= timezone.now(), "the import has ended"


def test_a_document_that_a_later_import_brings_first_has_a_past_too() -> None:
    record(version(1, _FIRST))
    other = "Hearthbook/Privacy Policy.md"
    record(version(1, _FIRST), version(2, _FIRST, other), version(3, _SECOND, other), version(4, _SECOND))
    assert _told() == ["CA-C-000002"]
    assert Change.objects.get(id=2).document.terms_type == "Terms of Service"


def test_news_of_an_import_waits_for_its_end_and_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    record(version(1, _FIRST))
    monkeypatch.setattr("conductatlas.records.pipeline.pipeline.import_ended", lambda collection, now: None)
    record(version(1, _FIRST), version(2, _SECOND))
    news = News.objects.get()
    assert news.ready_at - news.at == IMPORT_ENDS_WITHIN


def test_a_first_import_that_was_killed_goes_on_without_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("conductatlas.records.pipeline.pipeline._VERSIONS_PER_BATCH", 1)
    history = [version(1, _FIRST), version(2, _SECOND), version(3, _THIRD)]

    def killed() -> Iterator[RecordedVersion]:
        yield from history[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Pipeline(default_finder(), "test").run(killed())
    assert Version.objects.count() == 2
    assert not Document.objects.get().caught_up
    record(*history)
    assert not News.objects.exists()
    record(*history, version(4, _FIRST, days=200))
    assert len(_told()) == 1


def test_a_captured_version_is_news_at_once() -> None:
    pipeline = Pipeline(default_finder(), "test")
    pipeline.record(version(1, _FIRST))
    assert not News.objects.exists(), "the first version of all changes nothing"
    pipeline.record(version(2, _SECOND))
    assert _told() == ["CA-C-000001"]
    news = News.objects.get()
    assert news.ready_at == news.at


def _hold() -> Version:
    """A version that would remove most of its document at once, and is held."""
    pipeline = Pipeline(default_finder(), "test")
    pipeline.record(version(1, _WHOLE))
    pipeline.record(version(2, _FEW))
    return Version.waiting().select_related("document__platform", "document__collection").get()


def test_what_is_held_or_failed_is_no_news_until_it_is_confirmed() -> None:
    held = _hold()
    failed = Pipeline(default_finder(), "test").record(version(3, b"Not found"))
    assert failed.failed
    assert not News.objects.exists()
    Pipeline(default_finder(), "test").decide(held, "Ada looked at the page.", confirm=True)
    assert [Change.objects.get(id=int(one[-6:])).version for one in _told()] == [held]


def test_a_held_version_that_is_refused_is_no_news() -> None:
    Pipeline(default_finder(), "test").decide(_hold(), "Ada looked at the page.", confirm=False)
    assert Change.objects.get().verdict == "failed"
    assert not News.objects.exists()


def test_a_held_version_that_stood_long_enough_is_news() -> None:
    held = _hold()
    assert held.held_until is not None
    Pipeline(default_finder(), "test").seen_again(held.document, held.held_until)
    assert len(_told()) == 1


def test_errata_on_changes_provisions_and_documents_are_news() -> None:
    record(version(1, _FIRST), version(2, _SECOND))
    withdraw(Kind.CHANGE, 1, **_WHO)
    provision = Provision.objects.filter(state="standing").first()
    assert provision is not None
    decide(provision.id, DecisionKind.DISMISS, **_WHO)
    withdraw(Kind.DOCUMENT, 1, **_WHO)
    told = list(News.objects.order_by("id").values_list("erratum__record", "erratum__kind"))
    assert told == [
        ("CA-C-000001", "withdrawn"),
        (provision.permanent_id, "withdrawn"),
        ("CA-D-000001", "withdrawn"),
    ]
    assert News.objects.count() == Erratum.objects.count()


def test_what_is_given_back_is_news_again_where_it_was_before() -> None:
    record(version(1, _FIRST), version(2, _SECOND))
    record(version(1, _FIRST), version(2, _SECOND), version(3, _THIRD))
    assert _told() == ["CA-C-000002"]
    withdraw(Kind.DOCUMENT, 1, **_WHO)
    reinstate(Kind.DOCUMENT, 1, **_WHO)
    assert _told() == ["CA-C-000002", "CA-C-000002"]
    withdraw(Kind.CHANGE, 1, **_WHO)
    reinstate(Kind.CHANGE, 1, **_WHO)
    assert _told() == ["CA-C-000002", "CA-C-000002"], "the past is no news when it is given back either"
    merge(Kind.CHANGE, 2, 1, **_WHO)
    reinstate(Kind.CHANGE, 2, **_WHO)
    assert _told() == ["CA-C-000002"] * 3

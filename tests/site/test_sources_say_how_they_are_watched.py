"""The pages on sources say when each was seen, what goes wrong, and when the next look is."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client

from conductatlas.capture.fetching import Reason
from conductatlas.records.models import TrackedDocument
from tests.tracking.worlds import ADDRESS, World, watching

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return watching(tmp_path)


def _source() -> str:
    return f"/sources/{TrackedDocument.objects.get().pk}"


def test_without_any_source_the_page_says_how_to_begin(client: Client) -> None:
    assert "conductatlas track" in client.get("/sources").content.decode()
    assert client.get("/sources.json").json()["sources"] == []


def test_a_source_that_was_not_seen_yet_is_listed_as_such(world: World, client: Client) -> None:
    [line] = client.get("/sources.json").json()["sources"]
    assert (line["state"], line["succeeded_at"], line["document"]) == ("not seen yet", None, None)


def test_a_source_that_was_seen_leads_to_its_document_and_its_snapshot(world: World, client: Client) -> None:
    capture = world.look(0)
    shown = client.get(f"{_source()}.json").json()
    assert shown["source"]["document"]["id"] == "CA-D-000001"
    assert shown["captures"][0]["pages"][0]["sha256"] == capture.pages[0]["sha256"]
    html = client.get(_source()).content.decode()
    assert 'href="/CA-D-000001"' in html
    assert capture.pages[0]["sha256"] in html


def test_a_failure_is_told_with_its_reason_and_the_list_can_show_failures_alone(world: World, client: Client) -> None:
    world.look(0)
    world.answers[ADDRESS] = Reason.TLS
    world.look()
    html = client.get("/sources?state=failing").content.decode()
    assert "could not be trusted" in html
    assert client.get("/sources.json?state=well").json()["sources"] == []

    assert "The last 1 look failed" in client.get(_source()).content.decode()


def test_what_a_server_says_is_text_on_the_page(world: World, client: Client) -> None:
    tracked = TrackedDocument.objects.get()
    tracked.failures, tracked.reason, tracked.message = 1, "protocol", "<script>alert(1)</script>"
    tracked.save()
    assert "<script>alert" not in client.get("/sources").content.decode()
    assert "&lt;script&gt;alert" in client.get(_source()).content.decode()


def test_a_source_that_is_not_there_says_so(client: Client) -> None:
    response = client.get("/sources/7")
    assert response.status_code == 404
    assert "no source with this number" in response.content.decode()

"""The record of a provision: its words, how they changed, why it is graded so, and how to check it."""

from __future__ import annotations

import hashlib
import re

from django.test import Client

from conductatlas.records.models import ChangeItem
from tests.records_factory import ARBITRATION, TRAINING, TRAINING_WORSE, World


def test_the_words_are_quoted_as_they_stand(client: Client, world: World) -> None:
    html = client.get("/CA-P-000002").content.decode()
    assert f"<p>{ARBITRATION}</p></blockquote>" in html
    assert "it stands in 2 places, word for word" in html
    page = client.get("/CA-P-000002.json").json()
    assert page["quote"] == ARBITRATION
    assert page["severity"] == "high"
    (fact,) = page["facts"]
    assert (fact["kind"], fact["value"], fact["unit"]) == ("opt out deadline", "30", "days")
    stated = "You and Larkwell agree to settle every dispute by binding arbitration within 30 days."
    assert (fact["quote"], fact["holds_for"]) == (stated, "")
    assert page["reasons"] == [{"explanation": "it is binding", "quote": ARBITRATION}]


def test_the_hash_is_that_of_the_bytes_of_the_version(client: Client, world: World) -> None:
    page = client.get("/CA-P-000001.json").json()
    content = world.versions[3].text.content
    assert content is not None
    assert page["provenance"]["sha256"] == hashlib.sha256(content).hexdigest()
    assert page["provenance"]["reference"] == world.versions[3].reference
    assert page["last_version"]["number"] == 4
    assert page["first_version"]["number"] == 1
    html = client.get("/CA-P-000001").content.decode()
    assert page["provenance"]["sha256"] in html
    assert world.versions[3].reference in html


def test_a_removed_provision_was_last_verified_where_it_last_stood(client: Client, world: World) -> None:
    page = client.get("/CA-P-000003.json").json()
    assert page["state"] == "removed"
    assert page["last_version"]["number"] == 1
    assert "The document no longer states this" in client.get("/CA-P-000003").content.decode()


def test_wordings_are_compared_with_the_one_before(client: Client, world: World) -> None:
    latest, first = client.get("/CA-P-000001.json").json()["wordings"]
    assert (first["quote"], first["redline"]) == (TRAINING, None)
    kept_or_inserted = "".join(part["text"] for part in latest["redline"] if part["kind"] != "deleted")
    assert kept_or_inserted == TRAINING_WORSE
    html = client.get("/CA-P-000001").content.decode()
    assert re.search(r"<ins>[^<]*your private messages[^<]*</ins>", html)


def test_the_history_links_the_changes(client: Client, world: World) -> None:
    ChangeItem.objects.filter(provision_id=1).update(direction="worse")
    (event,) = client.get("/CA-P-000001.json").json()["events"]
    assert (event["kind"], event["change"]) == ("reworded", "CA-C-000002")
    assert (event["severity_before"], event["severity_after"]) == ("medium", "high")
    assert 'href="/CA-C-000002"' in client.get("/CA-P-000001").content.decode()


def test_machine_made_findings_are_marked_as_such(client: Client, world: World) -> None:
    html = client.get("/CA-P-000001").content.decode()
    assert "Found and graded by a program (test-1), with confidence 0.87" in html
    assert "gives no legal advice" in html
    assert "not affiliated with" in html


def test_an_address_without_its_end_is_not_stated(client: Client, world: World) -> None:
    stated = "https://larkwell.example/undefined-terms"
    world.versions[3].sources = ["https://git.larkwell.example/snapshots/commit/undefined", stated]
    world.versions[3].save()
    assert client.get("/CA-P-000001.json").json()["provenance"]["sources"] == [stated]
    page = client.get("/CA-P-000001").content.decode()
    assert stated in page
    assert "commit/undefined" not in page

"""'Verified' is said only where the stored bytes were really hashed, and what went wrong with them is said."""

from __future__ import annotations

import hashlib
import zlib

import pytest
import time_machine
from django.test import Client

from conductatlas.records.models import Passage, StoredText
from conductatlas.site.presenters.stored_bytes import Outcome, look_at_stored
from tests.records_factory import World


@time_machine.travel("2026-11-25T21:00:00Z", tick=False)
def test_a_page_says_when_the_bytes_were_hashed(client: Client, world: World) -> None:
    stored = client.get("/CA-P-000001.json").json()["provenance"]["stored"]
    assert stored == {"outcome": "verified", "at": "2026-11-25T21:00:00Z", "computed": world.versions[3].text.sha256}
    html = client.get("/CA-P-000001").content.decode()
    assert "hash verified <time" in html
    assert 'href="/CA-P-000001/verify"' in html


@pytest.mark.parametrize(
    ("compressed", "outcome", "said"),
    [
        (zlib.compress(b"another text"), "different", "the hash is another one"),
        (b"no zlib", "damaged", "could not be read"),
        (None, "not stored", "only its hash was kept"),
    ],
)
def test_what_is_not_as_recorded_is_said(
    client: Client, world: World, compressed: bytes | None, outcome: str, said: str
) -> None:
    StoredText.objects.filter(id=world.versions[3].text_id).update(compressed=compressed)
    html = client.get("/CA-P-000001").content.decode()
    assert said in html
    assert "hash verified" not in html
    assert client.get("/CA-P-000001.json").json()["provenance"]["stored"]["outcome"] == outcome
    page = client.get("/CA-P-000001/verify.json").json()
    assert page["verified"] is False
    assert page["words"]["places"] == 0
    assert "Not verified" in client.get("/CA-P-000001/verify").content.decode()


def test_a_change_of_damaged_texts_still_has_its_page(client: Client, world: World) -> None:
    StoredText.objects.filter(id=world.versions[2].text_id).update(compressed=b"no zlib")
    html = client.get("/CA-C-000002").content.decode()
    assert "A stored text is damaged" in html
    assert "1 provision removed and 1 reworded." in html
    assert client.get("/CA-C-000002.pdf").content.startswith(b"%PDF-")
    assert client.get("/CA-C-000002/verify.json").json()["verified"] is False


def test_a_very_large_text_is_hashed_only_where_that_is_asked_for() -> None:
    content = b"x" * 5_000_000
    text = StoredText(
        sha256=hashlib.sha256(content).hexdigest(), size=len(content), compressed=zlib.compress(content, level=1)
    )
    assert look_at_stored(text).outcome is Outcome.NOT_HASHED
    assert look_at_stored(text, largest=None).outcome is Outcome.VERIFIED


def test_the_words_are_looked_for_in_the_text(client: Client, world: World) -> None:
    page = client.get("/CA-P-000002/verify.json").json()
    assert page["verified"] is True
    assert page["words"]["places"] == 2
    assert page["versions"][0]["version"]["number"] == 4
    Passage.objects.filter(wordings__provision=world.arbitration).update(text="We never said this.")
    page = client.get("/CA-P-000002/verify.json").json()
    assert page["verified"] is False
    assert page["words"]["computed"] != page["words"]["recorded"]


def test_a_change_is_verified_on_both_sides(client: Client, world: World) -> None:
    page = client.get("/CA-C-000002/verify.json").json()
    assert page["verified"] is True
    assert [one["version"]["number"] for one in page["versions"]] == [3, 1]


def test_anyone_can_hash_the_bytes(client: Client, world: World) -> None:
    (check,) = client.get("/CA-D-000001/verify.json").json()["versions"]
    response = client.get(check["bytes_path"])
    assert hashlib.sha256(response.content).hexdigest() == check["recorded"]
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert check["command"] == f"git show '{world.versions[3].reference}:Larkwell/Terms of Service.md' | sha256sum"


@pytest.mark.parametrize("path", ["/CA-D-000001/versions/99.txt", "/CA-D-000099/verify", "/CA-P-000001/versions/1.txt"])
def test_what_is_not_there_is_said_so(client: Client, world: World, path: str) -> None:
    assert client.get(path).status_code == 404


def test_archived_copies_are_told_from_sources(client: Client, world: World) -> None:
    copy = "https://git.example/terms/snapshots/commit/0123456789abcdef0123456789abcdef01234567"
    world.versions[3].sources = [copy, "https://larkwell.example/terms"]
    world.versions[3].save()
    page = client.get("/CA-P-000001.json").json()["provenance"]
    assert page["archived"] == [copy]
    assert page["sources"] == ["https://larkwell.example/terms"]
    assert "Archived copies" in client.get("/CA-P-000001").content.decode()

"""The text of a version, with the provisions marked where they stand."""

from __future__ import annotations

import re

from django.test import Client

from tests.records_factory import (
    ARBITRATION,
    GONE,
    TRAINING,
    TRAINING_WORSE,
    World,
    at,
    make_document,
    make_provision,
    make_version,
)


def test_the_latest_good_text_is_shown_with_its_provisions(client: Client, world: World) -> None:
    html = client.get("/CA-D-000001/text").content.decode()
    assert TRAINING_WORSE in html
    assert GONE not in html
    assert html.count('id="CA-P-000001"') == 1
    assert html.count('href="/CA-P-000002"') == 2, "it stands in two places"
    assert html.count('id="CA-P-000002"') == 1, "and has one anchor"
    assert "CA-P-000003" not in html, "it is no longer stated"


def test_an_older_version_shows_what_was_stated_then(client: Client, world: World) -> None:
    html = client.get("/CA-D-000001/text?version=1").content.decode()
    assert TRAINING in html
    assert 'id="CA-P-000003"' in html
    assert 'class="row covered medium paragraph"' in html, "graded as it was then, not as it is now"


def test_a_failed_capture_is_shown_as_one_and_without_marks(client: Client, world: World) -> None:
    html = client.get("/CA-D-000001/text?version=2").content.decode()
    assert "Please verify that you are human." in html
    assert "This version is a failed capture" in html
    assert 'class="notes"' not in html


def test_the_json_gives_places_that_slice_to_the_quotes(client: Client, world: World) -> None:
    page = client.get("/CA-D-000001/text.json").json()
    places = {one["provision"]["id"]: one["places"] for one in page["provisions"]}
    assert [page["text"][start:end] for start, end in places["CA-P-000002"]] == [ARBITRATION, ARBITRATION]
    assert [page["text"][start:end] for start, end in places["CA-P-000001"]] == [TRAINING_WORSE]


def test_a_long_text_comes_in_parts_and_a_provision_is_found_in_its_part(client: Client, db: None) -> None:
    document = make_document("Larkwell")
    last = "In the end we sell everything that we know of you."
    text = "\n\n".join([*(f"Paragraph {number}. " + "Words follow words. " * 20 for number in range(400)), last])
    provision = make_provision(make_version(document, text, at(2026, 1, 1)), "data-sale", last)
    address = f"/{document.permanent_id}/text"
    first = client.get(address)
    assert len(first.content) < 60_000
    assert b"Paragraph 0." in first.content
    assert last not in first.content.decode()
    in_place = client.get(f"{address}?provision={provision.permanent_id}")
    assert f'id="{provision.permanent_id}"' in in_place.content.decode()
    assert len(in_place.content) < 60_000
    assert client.get(f"{address}?part=999999").content.decode().count(last) == 1
    assert client.get(f"{address}.json").json()["text"] == text


def test_the_record_links_to_its_place(client: Client, world: World) -> None:
    page = client.get("/CA-P-000003.json").json()
    assert page["text_path"] == "/CA-D-000001/text?version=1&provision=CA-P-000003#CA-P-000003"
    assert 'id="CA-P-000003"' in client.get(page["text_path"]).content.decode()


def test_no_level_is_left_out_between_headings(client: Client, db: None) -> None:
    text = "# Policy\n\n###### In force since May\n\nWords.\n\n## Data\n\n#### Kept data\n\nWords.\n\n# Annex\n"
    document = make_document("Larkwell")
    make_version(document, text, at(2026, 1, 1))
    html = client.get(f"/{document.permanent_id}/text").content.decode()
    assert re.findall(r"<h([1-6])>(Policy|In force|Data|Kept|Annex)", html) == [
        ("2", "Policy"),
        ("3", "In force"),
        ("3", "Data"),
        ("4", "Kept"),
        ("2", "Annex"),
    ]

"""Any two versions of a document are compared on request, in either order, and it is said that this is no record."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Document
from conductatlas.site.presenters import compared_texts
from tests.records import worlds
from tests.records_factory import World, at, make_document, make_version

_DANISH = """\
# Brugsvilkår

Disse vilkår gælder for alle brugere af vores tjenester. Ved at bruge dem accepterer du vilkårene.

Vi kan til enhver tid ændre disse vilkår og giver dig besked mindst tredive dage før pr. e-mail.

Dansk ret gælder, og sager føres ved retten i København, hvis loven tillader det.
"""
_FRENCH = """\
# Conditions d’utilisation

Bienvenue chez Hearthbook. Cette page vous dit comment le service fonctionne et ce que vous pouvez en attendre.

Nous pouvons suspendre ou résilier votre compte sans préavis.

Nos conseillers vous répondent sous trente jours ouvrés, du lundi au vendredi, par courrier ou par téléphone.
"""


@pytest.fixture
def three(db: None) -> Document:
    """A document of three versions: arbitration goes, then a retention period is reworded."""
    worlds.history(
        worlds.text(worlds.INTRODUCTION, worlds.ARBITRATION, worlds.LAW, worlds.RETENTION),
        worlds.text(worlds.INTRODUCTION, worlds.LAW, worlds.RETENTION),
        worlds.text(worlds.INTRODUCTION, worlds.LAW, worlds.RETENTION.replace("30 days", "12 months")),
    )
    return Document.objects.get()


def _kinds(client: Client, path: str) -> dict[str, str]:
    passages = client.get(f"{path}.json").json()["passages"]
    return {item["clause_type"]["id"]: item["kind"] for passage in passages for item in passage["items"]}


def test_versions_far_apart_are_compared_provision_by_provision(client: Client, three: Document) -> None:
    page = client.get("/CA-D-000001/compare/1/3.json").json()
    assert page["verdict"] == "substantive"
    assert page["severity"] == "high"
    assert page["reasons"]
    kinds = _kinds(client, "/CA-D-000001/compare/1/3")
    assert kinds["mandatory-arbitration"] == "removed"
    assert "reworded" in kinds.values()
    html = client.get("/CA-D-000001/compare/1/3").content.decode()
    assert "<del>30 days</del> <ins>12 months</ins>" in html
    assert worlds.ARBITRATION[:60] in html


def test_the_page_says_that_it_is_no_change_record(client: Client, three: Document) -> None:
    html = client.get("/CA-D-000001/compare/1/3").content.decode()
    assert "Made on request." in html
    assert "It is no change record" in html
    assert "CA-C-" not in html
    step = client.get("/CA-D-000001/compare/1/2")
    assert "Of this very step there is a record" in step.content.decode()
    assert "/CA-C-000001" in step.content.decode()


def test_read_backwards_what_was_removed_is_added(client: Client, three: Document) -> None:
    assert _kinds(client, "/CA-D-000001/compare/3/1")["mandatory-arbitration"] == "added"
    assert "Read backwards" in client.get("/CA-D-000001/compare/3/1").content.decode()
    assert "Read backwards" not in client.get("/CA-D-000001/compare/1/3").content.decode()


def test_a_provision_links_to_the_record_that_holds_its_words(client: Client, three: Document) -> None:
    for path in ("/CA-D-000001/compare/1/3", "/CA-D-000001/compare/3/1"):
        passages = client.get(f"{path}.json").json()["passages"]
        items = [item for passage in passages for item in passage["items"]]
        linked = {item["clause_type"]["id"]: item["provision"]["id"] for item in items if item["provision"]}
        assert linked["mandatory-arbitration"] == "CA-P-000001"
        html = client.get(path).content.decode()
        assert '<a href="/CA-P-000001">Mandatory arbitration</a>' in html
        assert ("found in this comparison alone" in html) == (len(linked) < len(items))


def test_pairs_lead_on_to_their_neighbours(client: Client, three: Document) -> None:
    page = client.get("/CA-D-000001/compare/1/2.json").json()
    assert page["earlier"] is None
    assert page["later"]["path"] == "/CA-D-000001/compare/2/3"
    assert page["swapped"]["path"] == "/CA-D-000001/compare/2/1"
    assert client.get("/CA-D-000001/compare/3/2.json").json()["earlier"]["path"] == "/CA-D-000001/compare/2/1"


def test_a_failed_capture_on_either_side_is_said_and_not_compared(client: Client, world: World) -> None:
    for path in ("/CA-D-000001/compare/1/2", "/CA-D-000001/compare/2/3"):
        html = client.get(path).content.decode()
        assert "Version 2 is a failed capture and no state of the document" in html
        page = client.get(f"{path}.json").json()
        assert (page["verdict"], page["redline"], page["passages"]) == (None, [], [])
    assert client.get("/CA-D-000001/compare/1/3.json").json()["later"]["path"] == "/CA-D-000001/compare/3/4"


def test_a_document_that_grew_tenfold_is_compared_in_both_directions(client: Client, db: None) -> None:
    """As a step from one day to the next it would be a failed capture; both are recorded as states, so it is none."""
    document = make_document("Hearthbook")
    make_version(document, worlds.text(worlds.LAW).decode(), at(2025, 1, 1))
    long = [f"{number}. {worlds.COOKIES} {worlds.AGE}" for number in range(40)]
    make_version(document, worlds.text(worlds.LAW, *long).decode(), at(2026, 1, 1))
    for path in ("/CA-D-000001/compare/1/2.json", "/CA-D-000001/compare/2/1.json"):
        assert client.get(path).json()["verdict"] == "substantive"


def test_the_same_text_twice_is_no_change(client: Client, db: None) -> None:
    document = make_document("Hearthbook")
    for day in (1, 2):
        make_version(document, worlds.text(worlds.LAW).decode(), at(2025, 1, day))
    page = client.get("/CA-D-000001/compare/1/2.json").json()
    assert (page["verdict"], page["summary"]) == ("same", "The two texts are the same.")
    assert "no change" in client.get("/CA-D-000001/compare/1/2").content.decode()


def test_a_language_that_is_not_judged_is_compared_as_a_text(client: Client, db: None) -> None:
    worlds.history(_DANISH.encode(), _DANISH.replace("tredive", "fjorten").encode())
    html = client.get("/CA-D-000001/compare/1/2").content.decode()
    assert "Compared as texts." in html
    assert "This document is written in Danish." in html
    assert "<del>tredive</del> <ins>fjorten</ins>" in html
    assert client.get("/CA-D-000001/compare/1/2.json").json()["passages"] == []


def test_a_language_that_is_read_through_a_glossary_is_compared_by_provisions(client: Client, db: None) -> None:
    new = _FRENCH.replace("trente jours", "quinze jours").replace("sans préavis", "avec un préavis raisonnable")
    worlds.history(_FRENCH.encode(), new.encode())
    html = client.get("/CA-D-000001/compare/1/2").content.decode()
    assert "Judged through a glossary." in html
    assert "<del>sans</del> <ins>avec un</ins> préavis" in html
    page = client.get("/CA-D-000001/compare/1/2.json").json()
    assert "written in French and was judged through a glossary" in page["reading_note"]
    (item,) = (one for passage in page["passages"] for one in passage["items"])
    assert (item["kind"], item["severity_before"], item["severity_after"]) == ("reworded", "high", "medium")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/CA-D-000001/compare/1/99", "has no version “99”: its versions are numbered from 1 to 4."),
        ("/CA-D-000001/compare/0/1", "has no version “0”"),
        ("/CA-D-000001/compare/1/last", "has no version “last”"),
        ("/CA-D-000001/compare/3/3", "Version 3 can&#x27;t be compared with itself"),
        ("/CA-D-000001/compare?from=3", "has no version without a number"),
        ("/CA-D-000001/compare?from=3&to=3", "Version 3 can&#x27;t be compared with itself"),
    ],
)
def test_versions_that_are_not_there_are_said_to_be_so(client: Client, world: World, path: str, said: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert said in response.content.decode()


def test_the_form_leads_to_the_address_of_the_pair(client: Client, world: World) -> None:
    html = client.get("/CA-D-000001").content.decode()
    assert 'action="/CA-D-000001/compare"' in html
    assert '<option value="3" selected>3: 5 Mar 2026</option>' in html
    assert '<option value="2"' not in html, "a failed capture is nothing to compare with"
    response = client.get("/CA-D-000001/compare?from=3&to=1")
    assert (response.status_code, response["Location"]) == (302, "/CA-D-000001/compare/3/1")
    response = client.get("/CA-D-000001/compare.json?from=3&to=1")
    assert (response.status_code, response["Location"]) == (302, "/CA-D-000001/compare/3/1.json")


def test_where_there_are_too_many_versions_for_a_list_their_numbers_are_typed(client: Client, db: None) -> None:
    document = make_document("Hearthbook")
    for hour in range(61):
        make_version(document, f"{worlds.LAW} {hour}", at(2025, 1, 1 + hour // 24, hour % 24))
    html = client.get("/CA-D-000001").content.decode()
    assert 'type="number" name="from" min="1" max="61" value="60"' in html
    assert "<select" not in html


def test_a_document_of_one_version_has_nothing_to_compare(client: Client, world: World) -> None:
    assert "/compare" not in client.get("/CA-D-000002").content.decode()


def test_a_version_leads_to_its_comparisons(client: Client, world: World) -> None:
    page = client.get("/CA-D-000001/versions/3.json").json()
    assert page["compare_before_path"] == "/CA-D-000001/compare/1/3", "the failed capture is passed over"
    assert page["compare_latest_path"] == "/CA-D-000001/compare/3/4"
    assert "Compare with the version before" in client.get("/CA-D-000001/versions/3").content.decode()
    assert client.get("/CA-D-000001/versions/2.json").json()["compare_before_path"] is None
    assert "Compare with" not in client.get("/CA-D-000001/versions/2").content.decode()


def test_a_comparison_is_worked_out_once_for_two_texts(
    client: Client, three: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get("/CA-D-000001/compare/1/3.json").json()

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(compared_texts, "compare_states", never)
    assert client.get("/CA-D-000001/compare/1/3.json").json() == first


def test_an_id_in_another_form_leads_to_the_right_one(client: Client, world: World) -> None:
    response = client.get("/ca-d-1/compare?from=1&to=3")
    assert (response.status_code, response["Location"]) == (301, "/CA-D-000001/compare?from=1&to=3")


def test_blocks_that_are_longer_than_a_page_go_on_in_the_next_part(client: Client, db: None) -> None:
    document = make_document("Hearthbook")
    made = [" ".join(f"{word}{number}" for number in range(12_000)) for word in ("old", "new")]
    for day, words in enumerate(made, 1):
        make_version(document, f"# Terms\n\n{worlds.LIABILITY} {words}\n\n{worlds.LAW}", at(2025, 1, day))
    first = client.get("/CA-D-000001/compare/1/2").content.decode()
    parts = int(first.split("Part 1 of ")[1].split("<")[0])
    assert parts > 5
    pages = [client.get(f"/CA-D-000001/compare/1/2?part={part}").content for part in range(1, parts + 1)]
    assert max(len(page) for page in pages) < 60_000
    assert "new11999" in pages[-1].decode() or "new11999" in pages[-2].decode()


def test_versions_that_differ_in_very_many_words_are_compared_as_texts(
    client: Client, three: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = client.get("/CA-D-000001/compare/1/3.json").json()
    monkeypatch.setattr(compared_texts, "_MOST_WORDS", 20)
    compared_texts.outcome_of.cache_clear()
    page = client.get("/CA-D-000001/compare/1/3.json").json()
    compared_texts.outcome_of.cache_clear()
    assert told["passages"] and told["sentences"] and not told["as_texts"]
    assert page["as_texts"] and not page["passages"] and page["sentences"] is None
    assert page["verdict"] == told["verdict"]
    assert "compared as texts" in page["summary"]
    assert page["redline"] == told["redline"]

"""Changes as Atom and JSON Feed: of everything, of a platform, a document, a provision, a clause type and a search."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from conductatlas.records.models import Change, ItemKind, Kind, Verdict
from conductatlas.records.retraction import merge, withdraw
from tests.records_factory import (
    World,
    at,
    make_change,
    make_document,
    make_item,
    make_provision,
    make_version,
    reword,
)

_ATOM = "{http://www.w3.org/2005/Atom}"
_HOME = "https://atlas.example"
_WHO: dict[str, Any] = {"reviewer": "Ada", "reason": "It was recorded twice."}
_MOST_QUERIES = 8


@pytest.fixture(autouse=True)
def _address(settings: Settings) -> None:
    settings.PUBLIC_ADDRESS = _HOME


def _atom(client: Client, path: str) -> ET.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(answer.content)  # noqa: S314 (our own answer)


def _entries(client: Client, path: str) -> list[ET.Element]:
    return _atom(client, path).findall(f"{_ATOM}entry")


def _json(client: Client, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    assert answer["Access-Control-Allow-Origin"] == "*"
    feed: dict[str, Any] = answer.json()
    return feed


def _ids(client: Client, path: str) -> list[str]:
    return [item["id"].removeprefix(f"{_HOME}/") for item in _json(client, path)["items"]]


def test_an_entry_says_what_changed_how_grave_it_is_and_shows_the_words(client: Client, world: World) -> None:
    world.substantive.effective_date = at(2026, 3, 20).date()
    world.substantive.direction, world.substantive.explanation = "worse", "For users it is worse than before."
    world.substantive.save()
    (entry,) = _entries(client, "/changes.atom")
    assert entry.findtext(f"{_ATOM}id") == f"{_HOME}/CA-C-000002"
    assert entry.findtext(f"{_ATOM}title") == "Larkwell, Terms of Service: 1 provision removed and 1 reworded"
    assert entry.findtext(f"{_ATOM}updated") == "2026-03-05T09:00:00+00:00"
    assert [one.get("term") for one in entry.findall(f"{_ATOM}category")] == [
        "substantive",
        "high severity",
        "worse for users",
    ]
    summary = entry.findtext(f"{_ATOM}summary") or ""
    assert "For users it is worse than before. The document says that it applies from 20 March 2026" in summary
    content = entry.find(f"{_ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    html = content.text or ""
    for words in (
        "high severity",
        "worse for users",
        "it was seen 15 days before",
        "<ins>and your private messages </ins>",
        "<del>You can delete your account at any time in the settings.</del>",
        f'href="{_HOME}/CA-P-000001"',
        f'href="{_HOME}/CA-C-000002"',
        "Put together by a program (test-1)",
        "gives no legal advice",
    ):
        assert words in html


@pytest.mark.django_db
def test_lines_of_a_redline_stay_apart(client: Client) -> None:
    old, new = "You shall not:\n\n* resell it;\n* lend it.", "You shall not:\n\n* resell it;\n* hire it out."
    document = make_document("Larkwell")
    provision = make_provision(make_version(document, old, at(2026, 1, 1)), "prohibited-conduct", old)
    version = make_version(document, new, at(2026, 2, 1))
    make_item(
        make_change(version, Verdict.SUBSTANTIVE),
        ItemKind.REWORDED,
        provision,
        *reword(provision, version, new, severity="medium"),
    )
    (entry,) = _entries(client, "/changes.atom")
    assert re.search(r"You shall not:(<br>)+resell it;(<br>)+", entry.findtext(f"{_ATOM}content") or "")


def test_json_feed_holds_the_same_and_values_for_programs(client: Client, world: World) -> None:
    feed = _json(client, "/changes.feed.json?verdict=all")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "ConductAtlas: all changes"
    assert feed["home_page_url"] == f"{_HOME}/changes?verdict=all"
    assert feed["feed_url"] == f"{_HOME}/changes.feed.json?verdict=all"
    technical, substantive = feed["items"]
    (entry,) = _entries(client, "/changes.atom")
    assert substantive["content_html"] == (entry.findtext(f"{_ATOM}content") or "")
    assert substantive["title"] == entry.findtext(f"{_ATOM}title")
    assert substantive["url"] == substantive["id"] == f"{_HOME}/CA-C-000002"
    assert substantive["date_published"] == "2026-03-05T09:00:00Z"
    values = substantive["_conductatlas"]
    assert (values["change"], values["verdict"], values["severity"]) == ("CA-C-000002", "substantive", "high")
    assert values["document"]["platform"]["name"] == "Larkwell"
    assert [item["kind"] for item in values["items"]] == ["reworded", "removed"], "the gravest first"
    # A change that touched no provision has no severity.
    assert technical["tags"] == ["technical"]


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("/changes", ["CA-C-000002"]),
        ("/changes?verdict=all", ["CA-C-000003", "CA-C-000002"]),
        ("/changes?verdict=technical", ["CA-C-000003"]),
        ("/changes?severity=low", []),
        ("/changes?direction=worse", []),
        ("/changes?platform=larkwell&severity=high", ["CA-C-000002"]),
        ("/changes?platform=tidewater-chat", []),
        ("/changes?category=ai&kind=reworded", ["CA-C-000002#category=ai&kind=reworded"]),
        ("/changes?category=ai&kind=removed", []),
        ("/changes?clause_type=deletion-right", ["CA-C-000002#clause_type=deletion-right"]),
        ("/changes?clause_type=deletion-right&category=ai", []),
        ("/platforms/larkwell", ["CA-C-000002"]),
        ("/platforms/tidewater-chat", []),
        ("/CA-D-000001", ["CA-C-000002"]),
        ("/CA-D-000002", []),
        ("/CA-P-000001", ["CA-C-000002#CA-P-000001"]),
        ("/CA-P-000002", []),
        ("/clause-types/ai-training-on-user-content", ["CA-C-000002#clause_type=ai-training-on-user-content"]),
        ("/clause-types/data-sale", []),
        ("/search?q=private+messages", ["CA-C-000002#q=private+messages"]),
        ("/search?q=delete", ["CA-C-000002#q=delete"]),
        ("/search?q=delete&standing=1", []),
        ("/search?q=train&type=deletion-right", []),
        ("/search?q=train&severity=high&standing=1", ["CA-C-000002#q=train&severity=high&standing=1"]),
        ("/search?q=%22%22", []),
        ("/search?q=nothing-of-the-kind", []),
    ],
)
def test_each_feed_holds_what_its_page_is_about(client: Client, world: World, path: str, ids: list[str]) -> None:
    address, _, query = path.partition("?")
    asked = f"?{query}" if query else ""
    assert _ids(client, f"{address}.feed.json{asked}") == ids
    feed = _atom(client, f"{address}.atom{asked}")
    assert [one.findtext(f"{_ATOM}id") for one in feed.findall(f"{_ATOM}entry")] == [f"{_HOME}/{one}" for one in ids]
    for name in ("id", "title", "updated", "author", "subtitle"):
        assert feed.find(f"{_ATOM}{name}") is not None
    links = {one.get("rel"): one.get("href", "") for one in feed.findall(f"{_ATOM}link")}
    assert set(links) == {"alternate", "self"}
    assert client.get(links["alternate"].removeprefix(_HOME)).status_code == 200
    assert client.get(links["self"].removeprefix(_HOME)).content == client.get(f"{address}.atom{asked}").content


def test_a_feed_of_some_clauses_tells_of_these_alone(client: Client, world: World) -> None:
    (item,) = _json(client, "/clause-types/deletion-right.feed.json")["items"]
    assert item["title"] == "Larkwell, Terms of Service, removed"
    assert "private messages" not in item["content_html"]
    assert item["tags"] == ["substantive", "no severity"], "the grade is that of the clauses it tells of"
    assert item["url"] == f"{_HOME}/CA-C-000002"


def test_failed_and_held_versions_are_in_no_feed(client: Client, world: World) -> None:
    held = make_version(world.terms, "Something much shorter.", at(2026, 4, 2))
    held.held = "Most of the text is gone."
    held.save()
    make_item(world.failed, ItemKind.REMOVED, world.training, world.training.wordings.first())
    for path in (
        "/changes.feed.json?verdict=all",
        "/platforms/larkwell.feed.json",
        "/CA-D-000001.feed.json",
        "/CA-P-000001.feed.json",
        "/clause-types/ai-training-on-user-content.feed.json",
        "/search.feed.json?q=train",
    ):
        ids = {one.partition("#")[0] for one in _ids(client, path)}
        assert world.failed.permanent_id not in ids
        assert "CA-C-000002" in ids
    answer = client.get("/changes.atom?verdict=failed")
    assert answer.status_code == 404
    assert b"Failed captures have no feed" in answer.content


def test_what_was_withdrawn_leaves_the_feeds(client: Client, world: World) -> None:
    withdraw(Kind.PROVISION, world.gone.id, at=at(2026, 4, 1), **_WHO)
    (item,) = _json(client, "/changes.feed.json")["items"]
    assert "CA-P-000003" not in item["content_html"]
    assert "1 provision that this counts was withdrawn or merged since." in item["content_html"]
    # Who read it before is told that it was corrected.
    assert (item["date_published"], item["date_modified"]) == ("2026-03-05T09:00:00Z", "2026-04-01T09:00:00Z")
    assert _atom(client, "/changes.atom").findtext(f"{_ATOM}updated") == "2026-04-01T09:00:00+00:00"
    assert [one["provision"]["id"] for one in item["_conductatlas"]["items"]] == ["CA-P-000001"]
    assert _ids(client, "/clause-types/deletion-right.feed.json") == []
    assert _ids(client, "/search.feed.json?q=delete") == []
    withdraw(Kind.CHANGE, world.substantive.id, at=at(2026, 4, 1), **_WHO)
    assert _ids(client, "/changes.feed.json") == []
    assert _ids(client, "/CA-P-000001.feed.json") == []


@pytest.mark.parametrize("ending", ["atom", "feed.json", "ics"])
def test_the_feed_of_a_record_that_was_taken_back_says_so_or_leads_on(
    client: Client, world: World, ending: str
) -> None:
    withdraw(Kind.DOCUMENT, 3, at=at(2026, 4, 1), **_WHO)
    gone = client.get(f"/CA-D-000003.{ending}")
    assert gone.status_code == 410
    assert b"CA-D-000003 was withdrawn" in gone.content
    merge(Kind.DOCUMENT, 2, 1, at=at(2026, 4, 2), **_WHO)
    merged = client.get(f"/CA-D-000002.{ending}")
    assert (merged.status_code, merged["Location"]) == (301, f"/CA-D-000001.{ending}")


def test_a_long_feed_comes_in_pages(client: Client, db: None) -> None:
    document = make_document("Larkwell")
    make_version(document, "First.", at(2025, 1, 1))
    for number in range(60):
        version = make_version(document, f"Words {number}.", at(2026, 1 + number // 28, 1 + number % 28))
        make_change(version, Verdict.SUBSTANTIVE)
    first, second = _json(client, "/CA-D-000001.feed.json"), _json(client, "/CA-D-000001.feed.json?page=2")
    assert first["next_url"] == second["feed_url"] == f"{_HOME}/CA-D-000001.feed.json?page=2"
    assert "next_url" not in second
    assert [len(feed["items"]) for feed in (first, second)] == [50, 10]
    ids = [item["id"] for feed in (first, second) for item in feed["items"]]
    assert ids == [f"{_HOME}/CA-C-{number:06}" for number in range(60, 0, -1)]
    links = {
        page: {one.get("rel"): one.get("href") for one in _atom(client, path).findall(f"{_ATOM}link")}
        for page, path in enumerate(("/CA-D-000001.atom", "/CA-D-000001.atom?page=2"), start=1)
    }
    assert links[1]["next"] == links[2]["self"] == f"{_HOME}/CA-D-000001.atom?page=2"
    assert links[2]["previous"] == links[2]["first"] == f"{_HOME}/CA-D-000001.atom"
    # All pages are one feed.
    assert {_atom(client, f"/CA-D-000001.atom?page={page}").findtext(f"{_ATOM}id") for page in (1, 2, 9)} == {
        f"{_HOME}/CA-D-000001"
    }


@pytest.fixture
def large(db: None) -> None:
    """A document whose 55 changes touch 40 provisions each."""
    document = make_document("Larkwell")
    version = make_version(document, "Start.", at(2025, 12, 1))
    provisions = [make_provision(version, "data-sale", f"{number}. We sell your data.") for number in range(40)]
    for day in range(55):
        version = make_version(document, f"Day {day}.", at(2026, 1 + day // 28, 1 + day % 28))
        change = make_change(version, Verdict.SUBSTANTIVE, severity="medium")
        before, after = reword(provisions[0], version, f"We sell your data on day {day}.", severity="medium")
        make_item(change, ItemKind.REWORDED, provisions[0], before, after)
        for provision in provisions[1:]:
            last = provision.wordings.get()
            make_item(change, ItemKind.MOVED, provision, last, last)


@pytest.mark.parametrize(
    "path",
    [
        "/changes",
        "/changes?verdict=all&severity=medium&platform=larkwell&category=sharing&kind=moved",
        "/platforms/larkwell",
        "/CA-D-000001",
        "/CA-P-000001",
        "/clause-types/data-sale",
        "/search?q=sell",
    ],
)
@pytest.mark.parametrize("ending", ["atom", "feed.json"])
def test_however_much_changed_a_feed_takes_few_queries_and_stays_small(
    client: Client, large: None, path: str, ending: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address, _, query = path.partition("?")
    with django_assert_max_num_queries(_MOST_QUERIES):
        answer = client.get(f"{address}.{ending}?{query}")
    assert answer.status_code == 200
    assert len(answer.content) < 400_000


def test_what_did_not_change_is_not_sent_again(client: Client, world: World) -> None:
    for path in ("/changes.atom", "/changes.feed.json", "/platforms/larkwell.atom", "/errata.feed.json"):
        first = client.get(path)
        again = client.get(path, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        compressed = client.get(path, headers={"accept-encoding": "gzip"})
        headers = {"accept-encoding": "gzip", "if-none-match": compressed["ETag"]}
        assert client.get(path, headers=headers).status_code == 304
    tag = client.get("/changes.atom")["ETag"]
    Change.objects.filter(id=world.substantive.id).update(taken_back=True)
    assert client.get("/changes.atom", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status", "message"),
    [
        ("/CA-C-000002.atom", 404, "CA-C-000002 happened once and has no feed; CA-D-000001 has one."),
        ("/CA-P-999999.atom", 404, "No provision has the id CA-P-999999 here."),
        ("/platforms/nobody.atom", 404, "No platform is recorded under “nobody”."),
        ("/clause-types/no-such-type.atom", 404, "The catalogue has no clause type “no-such-type”."),
        ("/search.atom", 400, "A feed of a search needs words to look for"),
        ("/search.atom?q=+", 400, "A feed of a search needs words to look for"),
    ],
)
def test_what_has_no_feed_says_so(client: Client, world: World, path: str, status: int, message: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert message in answer.content.decode()
    as_json = client.get(path.replace(".atom", ".feed.json"))
    assert as_json.status_code == status
    assert message in as_json.json()["error"]


def test_an_empty_feed_is_one_too_and_the_same_each_time(client: Client, db: None) -> None:
    for path in ("/changes.atom", "/search.atom?q=x", "/clause-types/data-sale.atom", "/errata.atom"):
        feed = _atom(client, path)
        assert feed.findall(f"{_ATOM}entry") == []
        assert feed.findtext(f"{_ATOM}updated") == "1970-01-01T00:00:00+00:00"
        assert client.get(path).content == client.get(path).content
    assert _json(client, "/changes.feed.json")["items"] == []


def test_an_id_in_another_form_leads_to_the_right_feed(client: Client, world: World) -> None:
    answer = client.get("/ca-d-1.atom?page=2")
    assert (answer.status_code, answer["Location"]) == (301, "/CA-D-000001.atom?page=2")


def test_only_reading_is_allowed(client: Client, world: World) -> None:
    assert client.head("/changes.atom").status_code == 200
    assert client.post("/changes.atom").status_code == 405

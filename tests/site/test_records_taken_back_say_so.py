"""A withdrawn record says so, a merged one leads on, and neither stands in a list, count, search or comparison."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from conductatlas.records.disputes import add_note, remove_note
from conductatlas.records.models import Kind
from conductatlas.records.retraction import merge, reinstate, withdraw
from conductatlas.site.presenters.disclaimer import disclaimer
from tests.records_factory import World, at

_WHO: dict[str, Any] = {"reviewer": "Ada", "reason": "It was recorded <twice>.", "at": at(2026, 4, 1)}


@pytest.mark.parametrize(("kind", "number"), [(Kind.PROVISION, 1), (Kind.DOCUMENT, 1), (Kind.CHANGE, 2)])
def test_a_withdrawn_record_answers_gone_says_why_and_still_shows_what_it_said(
    client: Client, world: World, kind: Kind, number: int
) -> None:
    path = f"/CA-{kind.value}-{number:06d}"
    before = client.get(path).content.decode()
    withdraw(kind, number, **_WHO)
    answer = client.get(path)
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "<strong>Withdrawn.</strong> This record was withdrawn by Ada" in page
    assert "It was recorded &lt;twice&gt;." in page
    assert 'datetime="2026-04-01T09:00:00Z"' in page
    headings = [line for line in before.splitlines() if line.startswith("<h1>")]
    assert headings[0] in page
    as_json = client.get(f"{path}.json")
    assert as_json.status_code == 410
    retraction = as_json.json()["notes"]["retraction"]
    assert (retraction["reason"], retraction["target"]) == ("It was recorded <twice>.", None)
    reinstate(kind, number, **_WHO)
    assert client.get(path).status_code == 200


def test_the_records_of_a_withdrawn_document_say_that_they_went_with_it(client: Client, world: World) -> None:
    withdraw(Kind.DOCUMENT, world.terms.id, **_WHO)
    for path in ("/CA-P-000001", "/CA-C-000002"):
        answer = client.get(path)
        assert answer.status_code == 410
        assert ">CA-D-000001</a>, and this record with it, was withdrawn by Ada" in answer.content.decode()
    assert client.get("/CA-P-000004").status_code == 200, "another document of the platform"


@pytest.mark.parametrize(
    ("kind", "number", "into"), [(Kind.PROVISION, 1, 5), (Kind.DOCUMENT, 2, 1), (Kind.CHANGE, 3, 2)]
)
def test_a_merged_record_leads_to_its_target_which_names_it(
    client: Client, world: World, kind: Kind, number: int, into: int
) -> None:
    merged, target = (f"CA-{kind.value}-{one:06d}" for one in (number, into))
    merge(kind, number, into, **_WHO)
    answer = client.get(f"/{merged}")
    assert (answer.status_code, answer["Location"]) == (301, f"/{target}")
    as_json = client.get(f"/{merged}.json")
    assert (as_json.status_code, as_json["Location"]) == (301, f"/{target}.json")
    assert as_json["Access-Control-Allow-Origin"] == "*"
    page = client.get(f"/{target}")
    assert page.status_code == 200
    assert "Records merged into this one" in page.content.decode()
    (referent,) = client.get(f"/{target}.json").json()["notes"]["referents"]
    assert referent["record"]["id"] == merged
    assert client.get(f"/ca-{kind.value.lower()}-{number}")["Location"] == f"/{merged}"


def test_a_chain_is_one_step(client: Client, world: World) -> None:
    merge(Kind.PROVISION, 1, 2, **_WHO)
    merge(Kind.PROVISION, 2, 5, **_WHO)
    assert client.get("/CA-P-000001")["Location"] == "/CA-P-000005"
    assert len(client.get("/CA-P-000005.json").json()["notes"]["referents"]) == 2


_TRAINING = "ai-training-on-user-content"
_LISTS = [
    "/index.json",
    "/platforms.json",
    "/platforms/larkwell.json",
    "/CA-D-000001.json",
    "/CA-D-000001/text.json",
    "/CA-D-000001/text.json?version=1",
    "/CA-D-000001/versions/1.json",
    "/CA-D-000001/versions/3.json",
    "/clause-types.json",
    "/clause-types/ai-training-on-user-content.json",
    "/changes.json?verdict=all",
    "/search.json?q=train",
    "/review.json",
    "/about.json",
]


def _mentions(client: Client, record: str) -> set[str]:
    def holds(value: object) -> bool:
        if isinstance(value, dict):
            return value.get("id") == record or any(holds(one) for one in value.values())
        return isinstance(value, list) and any(holds(one) for one in value)

    return {path for path in _LISTS if holds(client.get(path).json())}


@pytest.mark.parametrize("how", ["withdraw", "merge"])
def test_lists_counts_and_searches_leave_a_provision_out(client: Client, world: World, how: str) -> None:
    named = {
        path
        for path in _mentions(client, "CA-P-000001")
        if not path.startswith(("/index", "/changes", "/platforms/larkwell"))
    }
    assert len(named) >= 5
    counted = client.get("/index.json").json()["coverage"]["provisions_standing"]
    if how == "withdraw":
        withdraw(Kind.PROVISION, 1, **_WHO)
    else:
        merge(Kind.PROVISION, 1, 2, **_WHO)
    assert _mentions(client, "CA-P-000001") & named == set()
    assert client.get("/index.json").json()["coverage"]["provisions_standing"] == counted - 1
    grades = client.get("/CA-D-000001/versions/1.json").json()["grades"]
    assert sum(one["count"] for one in grades) == 2
    page = client.get(f"/clause-types/{_TRAINING}.json").json()
    assert page["prevalence"]["platforms"] == 1
    beside = client.get(f"/compare.json?clause_type={_TRAINING}&platform=larkwell&platform=tidewater-chat").json()
    assert [side["count"] for side in beside["sides"]] == [0, 1]
    row = client.get("/matrix.json?category=ai&sort=platform").json()["rows"][0]
    assert (row["platform"]["name"], row["cells"]) == ("Larkwell", [None] * len(row["cells"]))


def test_a_comparison_of_versions_does_not_link_to_it(client: Client, world: World) -> None:
    path = "/CA-D-000001/compare/1/3.json"
    assert "CA-P-000002" in client.get("/CA-D-000001/text.json").content.decode()
    before = client.get(path).content.decode()
    withdraw(Kind.PROVISION, 1, **_WHO)
    withdraw(Kind.PROVISION, 3, **_WHO)
    after = client.get(path).content.decode()
    assert "CA-P-000003" not in after
    assert "CA-P-000001" not in after
    assert len(after) <= len(before)


def test_a_withdrawn_change_is_told_of_neither_by_its_version_nor_by_its_provisions(
    client: Client, world: World
) -> None:
    said = world.substantive.summary
    paths = ("/CA-D-000001", "/CA-D-000001/versions/3")
    withdraw(Kind.CHANGE, world.substantive.id, **_WHO)
    for path in paths:
        page = client.get(path).content.decode()
        assert said not in page
        assert "The record of this change was withdrawn." in page
    lines = client.get("/CA-D-000001.json").json()["versions"]
    assert [one["verdict"] for one in lines] == ["technical", "withdrawn", "failed", "first"]
    assert client.get("/CA-P-000001.json").json()["events"] == []
    withdraw(Kind.DOCUMENT, world.terms.id, **_WHO)
    assert client.get("/CA-P-000001.json").json()["events"] != [], "a whole document still shows what it said"
    assert said in client.get("/CA-D-000001").content.decode()


def test_lists_leave_out_a_withdrawn_change_and_a_withdrawn_document(client: Client, world: World) -> None:
    withdraw(Kind.CHANGE, world.substantive.id, **_WHO)
    assert _mentions(client, "CA-C-000002") == set()
    assert client.get("/index.json").json()["coverage"]["substantive_changes"] == 0
    withdraw(Kind.DOCUMENT, world.terms.id, **_WHO)
    for path in ("/index.json", "/platforms/larkwell.json", "/changes.json?verdict=all", "/search.json?q=train"):
        assert "CA-D-000001" not in client.get(path).content.decode()
    larkwell = client.get("/platforms.json").json()["platforms"][0]
    assert (larkwell["platform"]["name"], larkwell["documents"]) == ("Larkwell", 1)


def test_changes_stay_as_they_were_recorded_and_mark_what_was_withdrawn_since(client: Client, world: World) -> None:
    for path in ("/CA-C-000002", "/changes"):
        assert "withdrawn since" not in client.get(path).content.decode()
    withdraw(Kind.PROVISION, world.training.id, **_WHO)
    for path in ("/CA-C-000002", "/changes"):
        assert client.get(path).content.decode().count("withdrawn since") == 1


def test_sitemaps_leave_them_out(client: Client, world: World) -> None:
    withdraw(Kind.DOCUMENT, world.terms.id, **_WHO)
    merge(Kind.PROVISION, 4, 5, **_WHO)
    root = ET.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 (our own answer)
    maps = [one.text or "" for one in root.iter() if one.tag.endswith("}loc")]
    listed = "".join(client.get(one.removeprefix("http://localhost:8000")).content.decode() for one in maps)
    assert "CA-D-000003" in listed
    assert "CA-P-000005" in listed
    for gone in ("CA-D-000001", "CA-P-000001", "CA-P-000004", "CA-C-000002"):
        assert gone not in listed


def test_a_statement_of_a_platform_stands_on_the_record_as_its_own(client: Client, world: World) -> None:
    words = "We never train on messages.\n\n<b>Never.</b>"
    note = add_note("CA-P-000001", "Larkwell, legal", words, "Signed.", operator="Ada", at=at(2026, 4, 2))
    page = client.get("/CA-P-000001").content.decode()
    assert "Larkwell, legal disputes this record" in page
    assert "Statement of Larkwell, legal" in page
    assert "These are its words, not ours." in page
    assert "&lt;b&gt;Never.&lt;/b&gt;" in page
    assert "How we made sure who sent it: Signed." in page
    (statement,) = client.get("/CA-P-000001.json").json()["notes"]["statements"]
    assert (statement["party"], statement["added_at"]) == ("Larkwell, legal", "2026-04-02T09:00:00Z")
    remove_note(note.pk, operator="Ada", reason="Taken back.", at=at(2026, 4, 3))
    assert "Larkwell, legal" not in client.get("/CA-P-000001").content.decode()


@pytest.mark.parametrize("path", ["/platforms/larkwell", "/CA-D-000001", "/CA-P-000001", "/CA-C-000002"])
def test_every_record_says_once_what_it_is_not(client: Client, world: World, path: str) -> None:
    page = client.get(path).content.decode()
    for words in (
        "It gives no legal advice, and does not decide whether a clause is lawful or can be enforced.",
        "It is not affiliated with, endorsed by or paid by Larkwell.",
        "Which law applies, and which rights it gives you whatever a document says, depends on where you live",
    ):
        assert page.count(words) == 1
    assert client.get(f"{path}.json").json()["notes"]["disclaimer"]["jurisdiction"].startswith("Which law applies")


@pytest.mark.parametrize("path", ["/", "/search?q=train", "/about", "/nothing"])
def test_every_other_page_does_too(client: Client, world: World, path: str) -> None:
    page = client.get(path).content.decode()
    assert "It gives no legal advice, and does not decide" in page
    assert "not affiliated with, endorsed by or paid by any platform that it names" in page


def test_the_company_behind_a_product_is_named_with_it() -> None:
    assert disclaimer("ChatGPT").affiliation == (
        "It is not affiliated with, endorsed by or paid by ChatGPT or its company, OpenAI."
    )
    assert disclaimer("Twitch").affiliation.endswith("paid by Twitch or companies of its group, such as Amazon.")
    assert disclaimer("Amazon Music").affiliation.endswith("paid by Amazon Music.")
    assert disclaimer("Larkwell").affiliation.endswith("paid by Larkwell.")

"""Two to four platforms side by side, for one clause type or for all of them."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records_factory import World, at, make_document, make_provision, make_version

BOTH = "/compare{}?platform=larkwell&platform=tidewater-chat"


def test_all_clause_types_that_any_of_them_states_are_listed_with_grades(client: Client, world: World) -> None:
    page = client.get(BOTH.format(".json")).json()
    rows = {row["clause_type"]["id"]: row for row in page["rows"]}
    assert set(rows) == {"ai-training-on-user-content", "mandatory-arbitration", "retention-period"}
    mine, theirs = rows["mandatory-arbitration"]["cells"]
    assert (mine["severity"], mine["path"], theirs) == ("high", "/CA-P-000002", None)
    assert rows["mandatory-arbitration"]["path"] == (
        "/compare?clause_type=mandatory-arbitration&platform=larkwell&platform=tidewater-chat"
    )
    assert client.get(rows["mandatory-arbitration"]["path"]).status_code == 200


def test_the_clauses_of_one_type_are_quoted_beside_each_other(client: Client, world: World) -> None:
    page = client.get(BOTH.format(".json") + "&clause_type=ai-training-on-user-content").json()
    quotes = [[one["quote"] for one in side["clauses"]] for side in page["sides"]]
    assert quotes == [
        ["We may use your content and your private messages to train our models for ever."],
        ["We train our models on what you post."],
    ]
    assert page["rows"] == []


def test_of_a_long_clause_the_first_sentence_that_states_it_is_quoted(client: Client, world: World) -> None:
    stated = "Any dispute is settled by arbitration, and not in court."
    scope = "to decide by binding arbitration what may be arbitrated."
    follow = f"The arbitrator, and no court, has exclusive authority {scope}"
    filling = " ".join(f"The hearing of day {day} is held in the old mill by the river." for day in range(30))
    version = make_version(make_document("Quiet House"), "text", at(2026, 1, 1))
    make_provision(version, "mandatory-arbitration", f"{stated} {filling} {follow}", severity="high")
    path = "/compare.json?platform=larkwell&platform=quiet-house&clause_type=mandatory-arbitration"
    (clause,) = client.get(path).json()["sides"][1]["clauses"]
    assert stated in clause["quote"]


def test_facts_stand_in_one_row_a_kind(client: Client, world: World) -> None:
    version = make_version(make_document("Quiet House"), "text", at(2026, 1, 1))
    facts = [{"kind": "opt-out-deadline", "value": "14", "unit": "days", "start": 0, "end": 2}]
    make_provision(version, "mandatory-arbitration", "Arbitrate within 14 days.", severity="high", facts=facts)
    path = "/compare.json?platform=larkwell&platform=tidewater-chat&platform=quiet-house"
    page = client.get(f"{path}&clause_type=mandatory-arbitration").json()
    assert page["facts"] == [{"kind": "opt out deadline", "stated": ["30 days", "", "14 days"]}]
    assert (
        "No such clause was found in its latest texts on record."
        in client.get(f"{path.replace('.json', '')}&clause_type=mandatory-arbitration").content.decode()
    )


def test_the_same_words_in_several_documents_are_shown_once(client: Client, world: World) -> None:
    for terms in ("Rules", "Guide"):
        version = make_version(make_document("Tidewater Chat", terms), "text", at(2026, 1, 1))
        make_provision(version, "data-sale", "We sell data.", severity="high")
    page = client.get(BOTH.format(".json") + "&clause_type=data-sale").json()
    assert [(side["count"], len(side["clauses"])) for side in page["sides"]] == [(0, 0), (1, 1)]


def test_a_platform_goes_by_its_name_too_and_counts_once(client: Client, world: World) -> None:
    path = "/compare.json?platform=LARKWELL&platform=larkwell&platform=+Tidewater+Chat&platform=&platform=%00"
    assert [one["name"] for one in client.get(path).json()["platforms"]] == ["Larkwell", "Tidewater Chat"]


@pytest.mark.parametrize("query", ["", "?platform=larkwell", "?platform=&platform=", "?clause_type=data-sale"])
def test_with_too_few_there_is_the_form(client: Client, world: World, query: str) -> None:
    response = client.get(f"/compare{query}")
    assert response.status_code == 200
    assert "Name two to four platforms" in response.content.decode()


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("?platform=nobody&platform=larkwell", 404, "No platform is recorded under “nobody”"),
        ("?clause_type=nothing", 404, "has no clause type “nothing”"),
        ("?platform=a&platform=b&platform=c&platform=d&platform=e", 400, "Two to four platforms"),
        ("?platform=%00larkwell%00x", 404, "No platform is recorded"),
        (f"?platform={'x' * 2000}", 404, "No platform is recorded"),
    ],
)
def test_what_can_not_be_compared_is_said_in_a_line(
    client: Client, world: World, query: str, status: int, said: str
) -> None:
    for path in ("/compare", "/compare.json"):
        response = client.get(f"{path}{query}")
        assert response.status_code == status
        assert said in response.content.decode()


@pytest.mark.parametrize("name", ["Tidewater", "tidewater chat", "Anthropic", "claude"])
def test_a_platform_goes_by_the_names_that_people_use(client: Client, world: World, name: str) -> None:
    make_version(make_document("Claude.ai"), "text", at(2026, 1, 1))
    answer = client.get("/compare.json", {"platform": ["larkwell", name]})
    assert len(answer.json()["platforms"]) == 2


def test_with_a_name_that_is_not_known_the_form_is_kept_and_near_ones_are_led_to(client: Client, world: World) -> None:
    for name in ("Google Maps", "YouTube"):
        make_version(make_document(name), "text", at(2026, 1, 1))
    answer = client.get("/compare?clause_type=data-sale&platform=Larkwell&platform=Gemini")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "No platform is recorded under “Gemini”. Perhaps you mean one of these:" in html
    near = '<a href="/compare?clause_type=data-sale&amp;platform=Larkwell&amp;platform=YouTube">YouTube</a>'
    assert near in html
    assert 'value="Gemini"' in html
    assert 'value="Larkwell"' in html
    assert 'value="data-sale" selected' in html


def test_with_too_few_that_is_said(client: Client, world: World) -> None:
    assert "Only Larkwell is named." in client.get("/compare?platform=larkwell&platform=larkwell").content.decode()
    assert "No platform is named." in client.get("/compare?clause_type=data-sale").content.decode()
    assert "is named" not in client.get("/compare").content.decode()


def test_all_clauses_of_a_platform_are_led_to(client: Client, world: World) -> None:
    version = make_version(make_document("Tidewater Chat", "Rules"), "text", at(2026, 1, 1))
    for number in range(3):
        make_provision(version, "data-sale", f"We sell data, part {number}.", severity="high")
    make_provision(make_version(make_document("Ant"), "a", at(2026, 1, 1)), "data-sale", "As Tidewater Chat, we sell.")
    html = client.get(BOTH.format("") + "&clause_type=data-sale").content.decode()
    assert '<a href="/clause-types/data-sale?platform=tidewater-chat#stands">All of them</a>' in html
    page = client.get("/clause-types/data-sale.json?platform=tidewater-chat").json()
    assert [line["document"]["platform"]["name"] for line in page["provisions"]] == ["Tidewater Chat"] * 3


def test_each_platform_that_states_a_type_is_ticked_once(client: Client, world: World) -> None:
    version = make_version(make_document("Tidewater Chat", "Rules"), "text", at(2026, 1, 1))
    for number in range(30):
        make_provision(version, "data-sale", f"We sell data, part {number}.", severity="high")
    make_provision(make_version(make_document("Zebra"), "z", at(2026, 1, 1)), "data-sale", "We sell.", severity="low")
    for query in ("", "?page=2"):
        html = client.get(f"/clause-types/data-sale{query}").content.decode()
        for slug in ("tidewater-chat", "zebra"):
            assert html.count(f'<input type="checkbox" name="platform" value="{slug}">') == 1

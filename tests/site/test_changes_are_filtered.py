"""The list of changes, narrowed down by verdict, severity, platform, and what was done to which kind of provision."""

from __future__ import annotations

import pytest
from django.test import Client

from conductatlas.records.models import Direction, ItemKind, ProvisionState, Verdict
from tests.records_factory import World, at, make_change, make_document, make_item, make_provision, make_version


def _found(client: Client, query: str) -> list[str]:
    return [change["id"] for change in client.get(f"/changes.json?{query}").json()["changes"]]


@pytest.fixture
def wider(world: World) -> World:
    """The world, and a change of the rival that adds a clause on payments."""
    version = make_version(make_document("Tidewater Chat", "Payment Terms"), "Terms of payment.", at(2026, 4, 1))
    later = make_version(version.document, "Terms of payment. You pay each month.", at(2026, 4, 2))
    provision = make_provision(later, "auto-renewal", "You pay each month.", severity="low")
    change = make_change(later, Verdict.SUBSTANTIVE, severity="low")
    make_item(change, ItemKind.ADDED, provision, None, provision.wordings.get())
    return world


@pytest.mark.parametrize(
    ("query", "changes"),
    [
        ("", ["CA-C-000004", "CA-C-000002"]),
        ("verdict=all", ["CA-C-000004", "CA-C-000003", "CA-C-000002", "CA-C-000001"]),
        ("kind=removed", ["CA-C-000002"]),
        ("kind=added", ["CA-C-000004"]),
        ("kind=moved", []),
        ("category=ai", ["CA-C-000002"]),
        ("category=payments", ["CA-C-000004"]),
        ("category=disputes", []),
        ("category=ai&kind=reworded", ["CA-C-000002"]),
        ("category=ai&kind=reworded&severity=high&platform=larkwell&verdict=substantive", ["CA-C-000002"]),
        ("category=ai&platform=tidewater-chat", []),
        ("clause_type=deletion-right", ["CA-C-000002"]),
        ("clause_type=deletion-right&kind=removed", ["CA-C-000002"]),
        ("clause_type=deletion-right&kind=reworded", []),
        ("clause_type=deletion-right&category=ai", []),
        ("from=2026-04-02", ["CA-C-000004"]),
        ("to=2026-04-01", ["CA-C-000002"]),
        ("from=2026-04-02&to=2026-04-02", ["CA-C-000004"]),
        ("from=2026-04-03", []),
    ],
)
def test_only_what_fits_is_listed(client: Client, wider: World, query: str, changes: list[str]) -> None:
    assert _found(client, query) == changes


def test_kind_and_category_must_meet_in_one_provision(client: Client, world: World) -> None:
    """The change rewords a clause on AI and removes one on the rights over data: it removes none on AI."""
    assert _found(client, "category=ai&kind=reworded") == ["CA-C-000002"]
    assert _found(client, "category=rights&kind=removed") == ["CA-C-000002"]
    assert _found(client, "category=ai&kind=removed") == []


def test_a_change_with_several_provisions_that_fit_is_listed_once(client: Client, world: World) -> None:
    make_item(world.substantive, ItemKind.REMOVED, world.arbitration, world.arbitration.wordings.get())
    assert _found(client, "kind=removed") == ["CA-C-000002"]


def test_what_was_looked_for_stands_first_in_a_line(client: Client, world: World) -> None:
    def shown(query: str) -> list[str]:
        (change,) = client.get(f"/changes.json?{query}").json()["changes"]
        return [item["clause_type"]["id"] for item in change["items"]]

    assert shown("") == ["ai-training-on-user-content", "deletion-right"], "the gravest first"
    assert shown("kind=removed") == ["deletion-right", "ai-training-on-user-content"]
    assert shown("category=rights") == ["deletion-right", "ai-training-on-user-content"]


def test_the_page_says_what_it_lists_and_keeps_the_filters(client: Client, world: World) -> None:
    html = client.get("/changes?platform=larkwell&category=ai&kind=reworded").content.decode()
    assert (
        "1 substantive change of Larkwell, with a provision reworded under “AI governance”, the latest first." in html
    )
    for chosen in ('value="larkwell" selected', 'value="ai" selected', 'value="reworded" selected'):
        assert chosen in html
    page = client.get("/changes.json?category=ai&kind=reworded").json()
    assert (page["category"], page["kind"]) == ("ai", "reworded")
    of_type = client.get("/changes?clause_type=deletion-right&kind=removed").content.decode()
    assert "1 substantive change, with a provision removed of the type “Deletion right”" in of_type
    assert '<option value="deletion-right" selected>Deletion right</option>' in of_type


def test_a_platform_leads_to_its_timeline(client: Client, world: World) -> None:
    html = client.get("/platforms/larkwell").content.decode()
    assert '<a href="/changes?platform=larkwell&amp;verdict=all">Timeline: all changes of Larkwell</a>' in html
    assert _found(client, "platform=larkwell&verdict=all") == ["CA-C-000003", "CA-C-000002", "CA-C-000001"]


def test_title_and_heading_name_what_is_chosen(client: Client, wider: World) -> None:
    def named(query: str) -> str:
        html = client.get(f"/changes?{query}").content.decode()
        title = html.partition("<title>")[2].partition(" · ")[0]
        assert f"<h1>{title}</h1>" in html
        return title

    assert named("") == "Changes"
    assert named("clause_type=deletion-right&platform=larkwell") == "Changes of Larkwell: Deletion right"
    assert named("category=ai&from=2026-04-01") == "Changes since 1 Apr 2026: AI governance"
    assert named("to=2026-04-01&severity=high") == "Changes until 1 Apr 2026"


def test_the_days_are_kept_in_the_form_and_in_feeds(client: Client, wider: World) -> None:
    html = client.get("/changes?from=2026-04-02&to=2026-05-01").content.decode()
    assert 'name="from" value="2026-04-02"' in html
    assert 'name="to" value="2026-05-01"' in html
    assert "1 substantive change recorded from 2 Apr 2026 to 1 May 2026, the latest first." in html
    assert "/changes.atom?from=2026-04-02&amp;to=2026-05-01" in html
    assert len(client.get("/changes.feed.json?from=2026-04-02&to=2026-05-01").json()["items"]) == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [("from=spring", "“spring” is no day"), ("from=2026-05-01&to=2026-04-01", "No day is both from 2026-05-01 on")],
)
def test_days_that_are_none_are_said_to_be_so(client: Client, world: World, query: str, said: str) -> None:
    answer = client.get(f"/changes.json?{query}")
    assert (answer.status_code, said in answer.json()["error"]) == (400, True)


def test_how_many_were_not_judged_stands_beside_those_that_favour_somebody(client: Client, world: World) -> None:
    """An address of old calls those neutral that were not judged."""
    world.substantive.direction = Direction.WORSE
    world.substantive.save()
    make_change(make_version(world.substantive.document, "Other terms.", at(2026, 7, 1)), Verdict.SUBSTANTIVE)
    assert client.get("/changes.json?direction=worse").json()["not_judged"] == 1
    page = client.get("/changes?direction=worse").content.decode()
    assert '<a href="/changes?direction=unjudged">1 more</a> that fit otherwise it was not judged' in page
    assert client.get("/changes.json").json()["not_judged"] == 0
    assert _found(client, "direction=neutral") == _found(client, "direction=unjudged") != []
    assert "not judged</option>" in client.get("/changes").content.decode()


def test_a_provision_that_is_worse_brings_a_version_that_was_not_judged_as_a_whole(
    client: Client, world: World
) -> None:
    world.substantive.items.filter(provision=world.gone).update(direction=Direction.WORSE)
    change = world.substantive.permanent_id
    assert change in _found(client, "direction=worse")
    assert change in _found(client, f"direction=worse&clause_type={world.gone.clause_type}")
    # Another provision of the version is looked for.
    assert change not in _found(client, f"direction=worse&clause_type={world.training.clause_type}")
    assert change not in _found(client, "direction=better") + _found(client, "direction=unjudged")
    (line,) = client.get("/changes.json?direction=worse").json()["changes"]
    assert line["items"][0]["provision"] == world.gone.permanent_id
    assert line["items"][0]["direction"] == "worse"
    page = client.get("/changes?direction=worse").content.decode()
    assert "worse for users, as a whole or in one provision" in page
    assert '<span class="quiet">worse for users</span>' in page
    world.gone.state = ProvisionState.WITHDRAWN
    world.gone.save()
    assert change not in _found(client, "direction=worse")

"""The form that makes and changes a watch, and the list of a workspace."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from conductatlas.accounts.models import AuditEntry, Membership, Plan, Role, User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring.models import Channel, Watch, WatchKind
from tests.monitoring.worlds import organisation, person, watches
from tests.records_factory import World

_PATH = "/watch?kind=platform&target=larkwell"


@pytest.fixture
def ada(client: Client, world: World) -> User:
    """Somebody who is signed in."""
    user = person()
    client.force_login(user)
    return user


def _slug(user: User) -> str:
    return personal_workspace(user).slug


@pytest.mark.parametrize(
    ("page", "kind", "target"),
    [
        ("/platforms/larkwell", "platform", "larkwell"),
        ("/CA-D-000001", "document", "CA-D-000001"),
        ("/CA-P-000001", "provision", "CA-P-000001"),
        ("/clause-types/data-sale", "clause-type", "data-sale"),
        ("/matrix?category=ai", "category", "ai"),
        ("/laws/eu-gdpr", "law", "eu-gdpr"),
        ("/search?q=train+our", "search", "train%20our"),
    ],
)
def test_every_page_of_what_can_be_watched_leads_to_the_form(
    client: Client, ada: User, page: str, kind: str, target: str
) -> None:
    path = f"/watch?kind={kind}&amp;target={target}"
    assert f'href="{path}"' in client.get(page).content.decode()
    form = client.get(path.replace("&amp;", "&"))
    assert form.status_code == 200
    assert "<script" not in form.content.decode()
    posted = {"workspace": _slug(ada), "least_severity": "low", "at_once": "on"}
    assert client.post(path.replace("&amp;", "&"), posted).status_code == 303
    made = Watch.objects.get()
    assert (made.kind, made.least_severity, made.at_once) == (kind, "low", True)
    assert client.get(f"/workspaces/{_slug(ada)}/watches").content.decode().count('class="kind"') == 1


def test_who_is_not_signed_in_is_led_there_and_back(client: Client, world: World) -> None:
    answer = client.get(_PATH)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/?next=%2Fwatch%3Fkind%3Dplatform")


def test_a_watch_is_made_once_and_then_changed(client: Client, ada: User) -> None:
    values = {"workspace": _slug(ada), "least_severity": "high", "directions": ["worse"], "verdicts": ["editorial"]}
    client.post(_PATH, values)
    page = client.get(_PATH).content.decode()
    assert "It is watched already" in page
    assert 'value="worse" checked' in page
    client.post(_PATH, {**values, "least_severity": "none", "directions": []})
    assert Watch.objects.values_list("least_severity", "directions", "verdicts").get() == ("none", [], ["editorial"])
    acts = AuditEntry.objects.order_by("id").values_list("action", flat=True)
    assert list(acts) == ["watch.added", "watch.changed"]


def test_the_list_says_in_words_what_is_asked_for_and_when_it_is_told(client: Client, ada: User) -> None:
    watches(ada, WatchKind.PLATFORM, "larkwell", least_severity="medium", directions=["worse", "mixed"], language="en")
    answer = client.get(f"/workspaces/{_slug(ada)}/watches")
    page = answer.content.decode()
    assert "Substantive changes of at least medium severity, worse for users or partly better, partly worse" in page
    assert "within minutes" in page
    values = client.get(f"/workspaces/{_slug(ada)}/watches.json")
    assert values.json()["watches"][0]["title"] == "Larkwell"
    assert "Access-Control-Allow-Origin" not in values
    assert values["Cache-Control"] == "private, no-store"
    assert client.get("/watch.json?kind=platform&target=larkwell").json()["watched_in"] == [_slug(ada)]


def test_it_can_be_paused_and_deleted(client: Client, ada: User) -> None:
    made = watches(ada, WatchKind.PLATFORM, "larkwell")
    root = f"/workspaces/{_slug(ada)}/watches/{made.pk}"
    assert client.post(f"{root}/pause").status_code == 303
    assert "Paused." in client.get(f"/workspaces/{_slug(ada)}/watches").content.decode()
    client.post(f"{root}/pause")
    assert not Watch.objects.get().paused
    assert client.get(f"{root}/delete").status_code == 405
    assert client.post(f"{root}/delete").status_code == 303
    assert not Watch.objects.exists()
    assert client.post(f"{root}/delete").status_code == 404


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"least_severity": "worst"}, "Choose one of the list."),
        ({"workspace": "nobody"}, "Choose one of the list."),
        ({"directions": ["up"]}, "Choose one of the list."),
        ({"verdicts": ["failed"]}, "Choose one of the list."),
        ({"language": "xx"}, "Choose one of the list."),
        ({"region": "somewhere else"}, "A region is a short code"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(client: Client, ada: User, changed: dict[str, str], says: str) -> None:
    answer = client.post(_PATH, {"workspace": _slug(ada), "least_severity": "none", **changed})
    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert not Watch.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "kind=platform",
        "kind=platform&target=nobody",
        "kind=moon&target=x",
        "kind=search&target=%2B%2B",
        "kind=law&target=x",
        "kind=provision&target=CA-D-000001",
        "kind=document&target=CA-D-999999",
        "kind=search&target=a%00b",
        f"kind=search&target={'x' * 301}",
    ],
)
def test_what_is_not_there_cannot_be_watched(client: Client, ada: User, query: str) -> None:
    assert client.get(f"/watch?{query}").status_code == 404


def test_a_viewer_of_an_organisation_sees_and_does_not_change(client: Client, ada: User) -> None:
    other = person("grace@reader.example")
    shared = organisation(other, name="Larkspur")
    Membership.objects.create(workspace=shared, user=ada, role=Role.VIEWER)
    made = watches(shared, WatchKind.PLATFORM, "larkwell")
    page = client.get(f"/workspaces/{shared.slug}/watches").content.decode()
    assert "Larkwell" in page
    assert "/delete" not in page
    assert client.post(f"/workspaces/{shared.slug}/watches/{made.pk}/delete").status_code == 403
    assert "Larkspur" not in client.get(_PATH).content.decode()
    assert client.get(f"/workspaces/{_slug(other)}/watches").status_code == 404


def _free(**fields: object) -> None:
    Plan.objects.update(offered=False)
    Plan.objects.create(key="little", name="Little", price=0, platforms=1, timing="weekly", **fields)
    Plan.objects.create(key="more", name="More", price=900, platforms=25, timing="same-day", features=["provisions"])


def test_the_limit_of_a_plan_is_told_kindly_where_it_bites(client: Client, ada: User, settings: Settings) -> None:
    settings.PLANS = True
    _free()
    values = {"workspace": _slug(ada), "least_severity": "none", "at_once": "on"}
    assert "With your plan you are told in a weekly digest." in client.get(_PATH).content.decode()
    assert client.post(_PATH, values).status_code == 303
    assert client.post(_PATH, values).status_code == 303, "what is watched already can be changed"
    refused = client.post("/watch?kind=platform&target=tidewater-chat", values)
    assert refused.status_code == 403
    assert "watches 1 platform, and you watch 1 already. The plan More lifts this." in refused.content.decode()
    refused = client.post("/watch?kind=clause-type&target=data-sale", values)
    assert "does not open watching single provisions and clause types" in refused.content.decode()
    assert Watch.objects.count() == 1


def test_the_address_of_an_account_becomes_a_channel_at_first_use(client: Client, world: World) -> None:
    user = User.objects.create_user("new@reader.example")
    client.force_login(user)
    assert not Channel.objects.exists()
    client.get(_PATH)
    made = Channel.objects.get()
    assert (made.address, made.workspace.personal_of, made.confirmed_at is None) == ("new@reader.example", user, False)

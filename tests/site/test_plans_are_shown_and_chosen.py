"""The public page of plans, and the page on which a workspace looks after its own."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts.models import AuditEntry, Feature, Membership, Plan, Role, Subscription, User
from conductatlas.accounts.subscriptions import assign, start_trial
from conductatlas.monitoring.models import Watch
from conductatlas.site.access import in_workspace
from tests.accounts.people import organisation, person, plan, workspace
from tests.records_factory import World


@pytest.fixture(autouse=True)
def _with_plans(settings: Settings) -> None:
    settings.PLANS = True


@pytest.fixture
def ada(client: Client, db: None) -> User:
    """Somebody, signed in."""
    somebody = person()
    client.force_login(somebody)
    return somebody


def test_the_plans_on_offer_are_public_with_price_and_what_each_opens(client: Client, db: None) -> None:
    Plan.objects.filter(key="compliance").update(currency="JPY")
    page = client.get("/plans").content.decode()
    for words in ("EUR 19 a month", "25 platforms", "JPY 14,900 a month", "Any number of platforms", "without a card"):
        assert words in page, words
    assert page.index("Free</h2>") < page.index("Monitor</h2>") < page.index("Compliance</h2>")
    answer = client.get("/plans.json")
    assert answer["Access-Control-Allow-Origin"] == "*"
    free, monitor, compliance = answer.json()["plans"]
    assert (free["costs"], monitor["platforms"], compliance["platforms"]) == ("free", 25, None)
    assert [one["feature"] for one in monitor["features"]] == ["channels", "provisions"]
    Plan.objects.filter(key="monitor").update(offered=False)
    assert "Monitor" not in client.get("/plans").content.decode()


def test_where_plans_are_off_everything_is_open(client: Client, settings: Settings, ada: User) -> None:
    settings.PLANS = False
    page = client.get("/plans").content.decode()
    assert "Everything is open here" in page
    assert "a month" not in page
    assert client.get("/plans.json").json()["plans"] == []
    own = client.get(f"/workspaces/{workspace().slug}/plan")
    assert "Everything is open here" in own.content.decode()
    assert client.post(f"/workspaces/{workspace().slug}/plan/trial", {"plan": "monitor"}).status_code == 409


def test_a_trial_is_started_and_ended_on_the_page(client: Client, ada: User) -> None:
    path = f"/workspaces/{workspace().slug}/plan"
    assert "Try Monitor for 14 days" in client.get(path).content.decode()
    started = client.post(f"{path}/trial", {"plan": "monitor"}, follow=True)
    page = started.content.decode()
    assert "Monitor is open to you for 14 days. No card is needed." in page
    assert "on trial until" in page
    assert "Try Monitor" not in page
    assert "Try Compliance for 14 days" in page
    again = client.post(f"{path}/trial", {"plan": "monitor"})
    assert again.status_code == 409
    assert "was tried here already" in again.content.decode()
    assert f'href="{path}.json"' in again.content.decode()
    assert "The plan is ended." in client.post(f"{path}/cancel", follow=True).content.decode()
    assert client.post(f"{path}/cancel").status_code == 409
    assert client.post(f"{path}/trial", {"plan": "nonsense"}).status_code == 409
    assert client.post(f"{path}/nonsense").status_code == 404
    acts = AuditEntry.objects.order_by("id").values_list("actor", "action")
    assert list(acts) == [("ada@example.org", "trial.started"), ("ada@example.org", "plan.ended")]


def test_what_is_used_and_what_rests_is_said(client: Client, ada: User, world: World) -> None:
    ours = workspace()
    for target in ("larkwell", "tidewater-chat"):
        Watch.objects.create(workspace=ours, kind="platform", target=target)
    document = world.arbitration.document.permanent_id
    Watch.objects.create(workspace=ours, kind="document", target=document)
    Watch.objects.create(workspace=ours, kind="clause-type", target="data-sale")
    Watch.objects.create(workspace=ours, kind="platform", target="paused-one", paused=True)
    answer = client.get(f"/workspaces/{ours.slug}/plan.json")
    assert answer["Cache-Control"] == "private, no-store"
    assert "Access-Control-Allow-Origin" not in answer
    page = answer.json()
    assert page["uses"] == [
        {"what": "platforms watched", "used": 2, "most": 1},
        {"what": "members", "used": 1, "most": 1},
    ]
    assert page["not_covered"] == ["all of Tidewater Chat", "the clause type “Sale of personal data”"]
    html = client.get(f"/workspaces/{ours.slug}/plan").content.decode()
    assert "more is used than the plan has" in html
    assert "All of Tidewater Chat" in html
    assign(ours, plan("monitor"), by="Ops", now=timezone.now())
    page = client.get(f"/workspaces/{ours.slug}/plan.json").json()
    assert (page["not_covered"], page["assigned"], page["plan"]["key"]) == ([], True, "monitor")


def test_only_administrators_and_owners_see_and_change_a_plan(db: None) -> None:
    ours = organisation(person("owner@example.org"))
    path = f"/workspaces/{ours.slug}/plan"
    for role in Role:
        member, browser = person(f"{role}-x@example.org"), Client()
        Membership.objects.create(workspace=ours, user=member, role=role)
        browser.force_login(member)
        allowed = role in (Role.ADMIN, Role.OWNER)
        for address in (path, f"{path}.json"):
            assert browser.get(address).status_code == (200 if allowed else 403), role
        for step in ("trial", "checkout", "portal", "cancel", "resume"):
            assert browser.post(f"{path}/{step}").status_code == (409 if allowed else 403), (role, step)
            assert browser.get(f"{path}/{step}").status_code == 405
    stranger = Client()
    assert stranger.get(path).status_code == 302
    assert stranger.post(f"{path}/trial", {"plan": "monitor"}).status_code == 302
    stranger.force_login(person("stranger@example.org"))
    assert stranger.get(path).status_code == 404
    assert stranger.post(f"{path}/trial", {"plan": "monitor"}).status_code == 404
    assert not Subscription.objects.exists()


def test_a_form_of_another_site_changes_no_plan(ada: User) -> None:
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(ada)
    for step in ("trial", "cancel"):
        assert guarded.post(f"/workspaces/{workspace().slug}/plan/{step}", {"plan": "monitor"}).status_code == 403
    assert not Subscription.objects.exists()


def test_what_a_plan_does_not_open_names_the_one_that_does(rf: RequestFactory, ada: User, settings: Settings) -> None:
    @in_workspace(Role.VIEWER, Feature.WORKBENCH)
    def view(request: HttpRequest, membership: Membership) -> HttpResponse:
        return HttpResponse("open")

    request = rf.get("/")
    request.user = ada
    ours = workspace()
    refused = view(request, workspace=ours.slug)
    assert refused.status_code == 403
    assert "The plan Compliance does." in refused.content.decode()
    assert f'href="/workspaces/{ours.slug}/plan"' in refused.content.decode()
    start_trial(ours, plan("compliance"), by=ada, now=timezone.now())
    assert view(request, workspace=ours.slug).content == b"open"

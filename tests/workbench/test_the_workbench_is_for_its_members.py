"""Who may open which page of the workbench, what plans open, and that nobody keeps a copy."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from conductatlas.accounts.models import Plan, Subscription
from tests.workbench.conftest import Team, signed_in

_PAGES = [
    "inbox",
    "inbox.json",
    "inbox/CA-C-000002",
    "inbox/CA-C-000002.json",
    "vendors",
    "vendors.json",
    "vendors.csv",
]
_PAGES += ["board", "board.json", "timeline", "timeline.json", "regulations", "regulations.json"]
_EXPORTS = ["report", "report.pdf", "report.csv", "report.xlsx", "report.json"]
_POSTS = ["inbox/CA-C-000002/decide", "vendors/add", "vendors/import", "vendors/1"]


@pytest.mark.parametrize("page", [*_PAGES, *_EXPORTS])
def test_pages_open_for_members_alone(team: Team, client: Client, page: str) -> None:
    path = f"{team.path}/{page}"
    assert signed_in(team.viewer).get(path).status_code == 200
    assert signed_in(team.stranger).get(path).status_code == 404
    anonymous = client.get(path)
    assert anonymous.status_code == 302
    assert anonymous["Location"].startswith("/account/login/?next=")


@pytest.mark.parametrize("page", _POSTS)
def test_only_those_who_may_change_it_change_anything(team: Team, client: Client, page: str) -> None:
    path = f"{team.path}/{page}"
    assert signed_in(team.viewer).post(path).status_code == 403
    assert signed_in(team.stranger).post(path).status_code == 404
    assert client.post(path).status_code == 302
    assert signed_in(team.owner).get(path).status_code == 405
    assert Client(enforce_csrf_checks=True).post(path).status_code == 403


@pytest.mark.parametrize("page", [*_PAGES, *_EXPORTS])
def test_plans_open_them(team: Team, settings: Settings, page: str) -> None:
    settings.PLANS = True
    client = signed_in(team.owner)
    assert client.get(f"{team.path}/{page}").status_code == 403
    Subscription.objects.create(workspace=team.workspace, plan=Plan.objects.get(key="compliance"))
    assert client.get(f"{team.path}/{page}").status_code == 200


@pytest.mark.parametrize("page", [*_PAGES, "report"])
def test_no_cache_and_no_search_engine_keeps_them(team: Team, page: str) -> None:
    answer = signed_in(team.owner).get(f"{team.path}/{page}")
    assert "no-store" in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer

"""The pages of organisations: made, renamed, members and roles, invitations taken up, left, handed over, deleted."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from conductatlas.accounts.models import AuditEntry, Membership, Role, User, Workspace
from conductatlas.accounts.workspaces import personal_workspace
from tests.accounts_factory import PASSWORD, latest_link, make_organisation, make_person, sign_in

pytestmark = pytest.mark.django_db


def _as(email: str) -> Client:
    client = Client()
    sign_in(client, email)
    return client


@pytest.fixture
def lantern() -> Workspace:
    """An organisation with somebody in each role, each called after it."""
    owner = make_person("owner@example.org")
    return make_organisation("Lantern Works", owner, admin=Role.ADMIN, member=Role.MEMBER, viewer=Role.VIEWER)


def _path(workspace: Workspace, *more: object) -> str:
    return "/".join(["/organisations", workspace.slug, *map(str, more)])


def _number(name: str) -> int:
    return User.objects.get(email=f"{name}@example.org").pk


def test_an_organisation_is_made_and_renamed() -> None:
    make_person("ada@example.org")
    ada = _as("ada@example.org")
    assert "Give it a name." in ada.post("/organisations/new", {"name": " "}).content.decode()
    made = ada.post("/organisations/new", {"name": "Lantern Works"})
    assert made.status_code == 303
    assert re.fullmatch(r"/organisations/lantern-works-[0-9a-f]{8}", made["Location"])
    page = ada.get(made["Location"]).content.decode()
    assert "You are its owner." in page
    assert ada.post(f"{made['Location']}/rename", {"name": "Lantern <b>"}).status_code == 303
    assert "Lantern &lt;b&gt;" in ada.get(made["Location"]).content.decode()
    assert set(AuditEntry.objects.values_list("action", flat=True)) == {"organisation.created", "organisation.renamed"}


def test_an_invitation_is_sent_opened_and_taken_up(transactional_db: None, lantern: Workspace, client: Client) -> None:
    admin = _as("admin@example.org")
    sent = admin.post(_path(lantern, "invite"), {"email": "new@example.org", "role": "member"})
    assert sent.status_code == 303
    assert "An invitation is on its way to new@example.org." in admin.get(sent["Location"]).content.decode()
    link = latest_link("new@example.org", "/invitations/")
    page = client.get(link)
    assert page["Cache-Control"] == "private, no-store"
    assert "admin@example.org invites new@example.org to join as member." in page.content.decode()
    sign_up = f"/account/signup/?next={link}"
    client.post(sign_up, {"email": "new@example.org", "password1": PASSWORD})
    assert client.post(latest_link("new@example.org", "/account/confirm-email/"))["Location"] == link
    assert "Join Lantern Works" in client.get(link).content.decode()
    assert client.post(link)["Location"] == _path(lantern)
    assert "You are its member." in client.get(_path(lantern)).content.decode()
    gone = client.get(link)
    assert gone.status_code == 404
    assert "Ask whoever invited you for a new one." in gone.content.decode()


def test_an_invitation_is_taken_up_from_the_account(lantern: Workspace) -> None:
    make_person("new@example.org")
    _as("admin@example.org").post(_path(lantern, "invite"), {"email": "new@example.org", "role": "viewer"})
    new = _as("new@example.org")
    button = re.search(r'action="(/account/invitations/\d+)"', new.get("/account").content.decode())
    assert button is not None
    stranger = make_person("stranger@example.org")
    assert _as(stranger.email).post(button.group(1)).status_code == 404
    assert new.post(button.group(1))["Location"] == _path(lantern)
    assert new.post(button.group(1)).status_code == 404


def test_an_invitation_of_another_is_not_taken_up(transactional_db: None, lantern: Workspace) -> None:
    make_person("stranger@example.org")
    _as("admin@example.org").post(_path(lantern, "invite"), {"email": "new@example.org", "role": "member"})
    link = latest_link("new@example.org", "/invitations/")
    stranger = _as("stranger@example.org")
    assert "this invitation is for new@example.org" in stranger.get(link).content.decode()
    assert stranger.post(link).status_code == 409
    assert not Membership.objects.filter(user__email="stranger@example.org").exists()


def test_a_refused_invitation_says_why_beside_the_form(lantern: Workspace, settings: Settings) -> None:
    admin = _as("admin@example.org")
    path = _path(lantern, "invite")
    wrong = admin.post(path, {"email": "no address", "role": "member"})
    assert wrong.status_code == 400
    assert '<p class="mistake">This is no e-mail address.</p>' in wrong.content.decode()
    assert admin.post(path, {"email": "new@example.org", "role": "owner"}).status_code == 400
    settings.PLANS = True
    full = admin.post(path, {"email": "new@example.org", "role": "member"})
    assert full.status_code == 409
    assert "Your plan, Free, has room for 1 member. The plan Compliance lifts this." in full.content.decode()
    assert 'value="new@example.org"' in full.content.decode()
    assert mail.outbox == []


def test_roles_change_members_go_and_ownership_passes(lantern: Workspace) -> None:
    owner = _as("owner@example.org")
    assert owner.post(_path(lantern, "members", _number("viewer"), "role"), {"role": "admin"}).status_code == 303
    assert Membership.objects.get(user=_number("viewer")).role == Role.ADMIN
    assert owner.post(_path(lantern, "members", _number("viewer"), "role"), {"role": "king"}).status_code == 400
    assert owner.post(_path(lantern, "members", _number("viewer"), "remove")).status_code == 303
    assert owner.post(_path(lantern, "leave")).status_code == 409
    assert owner.post(_path(lantern, "hand-over"), {"email": "x"}).status_code == 400
    nobody = owner.post(_path(lantern, "hand-over"), {"email": "nobody@example.org"})
    assert nobody.status_code == 409
    assert '<p class="mistake">No member has this address.</p>' in nobody.content.decode()
    assert owner.post(_path(lantern, "hand-over"), {"email": "Member@example.org"}).status_code == 303
    assert "You are its administrator." in owner.get(_path(lantern)).content.decode()
    assert owner.post(_path(lantern, "leave"))["Location"] == "/account"
    assert owner.get(_path(lantern)).status_code == 404
    actions = AuditEntry.objects.filter(workspace=lantern).values_list("action", flat=True)
    assert set(actions) == {
        "organisation.created",
        "member.role",
        "member.removed",
        "organisation.handed-over",
        "member.left",
    }


def test_the_trail_is_for_administrators_page_by_page(lantern: Workspace) -> None:
    for number in range(60):
        AuditEntry.objects.create(actor="x", action="member.role", subject=f"n{number}@example.org", workspace=lantern)
    admin = _as("admin@example.org")
    page = admin.get(_path(lantern, "trail"))
    assert "Page 1 of 2" in page.content.decode()
    values = admin.get(_path(lantern, "trail.json?page=2")).json()
    assert len(values["entries"]) == 11
    assert _as("member@example.org").get(_path(lantern, "trail")).status_code == 403


def test_an_organisation_is_deleted_by_its_name(lantern: Workspace) -> None:
    owner = _as("owner@example.org")
    owner.post("/account/reauthenticate/", {"password": PASSWORD})
    assert "Its 4 members keep their accounts." in owner.get(_path(lantern, "delete")).content.decode()
    assert "it is called Lantern Works" in owner.post(_path(lantern, "delete"), {"name": "Hearth"}).content.decode()
    assert owner.post(_path(lantern, "delete"), {"name": "Lantern Works"}).status_code == 303
    assert not Workspace.objects.exists()
    assert User.objects.count() == 4
    assert AuditEntry.objects.get(action="organisation.deleted").subject == "Lantern Works"


def test_ones_own_workspace_is_no_organisation() -> None:
    own = personal_workspace(make_person("ada@example.org"))
    ada = _as("ada@example.org")
    for path in (_path(own), _path(own, "trail"), _path(own, "delete")):
        assert ada.get(path).status_code == 404
    assert ada.post(_path(own, "leave")).status_code == 404
    assert ada.post(_path(own, "invite"), {"email": "ben@example.org", "role": "member"}).status_code == 404


def test_what_members_see_of_each_other_is_json_too(lantern: Workspace) -> None:
    values = _as("viewer@example.org").get(_path(lantern) + ".json").json()
    assert [one["role"] for one in values["members"]] == ["owner", "admin", "member", "viewer"]
    assert not any(one["may_become"] or one["may_remove"] for one in values["members"])
    assert values["invitations"] == []
    assert _as("admin@example.org").get(_path(lantern) + ".json").json()["members"][0]["may_become"] == []


def test_strangers_do_not_learn_that_it_is_there(lantern: Workspace, client: Client) -> None:
    make_person("stranger@example.org")
    assert _as("stranger@example.org").get(_path(lantern)).status_code == 404
    assert client.get(_path(lantern))["Location"].startswith("/account/login/?next=")


def test_forms_are_not_sent_from_elsewhere(lantern: Workspace) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(User.objects.get(email="owner@example.org"))
    assert browser.post(_path(lantern, "leave")).status_code == 403
    assert browser.post("/account/name", {"name": "x"}).status_code == 403


def test_many_members_come_in_pages(lantern: Workspace) -> None:
    for number in range(80):
        user = User.objects.create_user(
            f"somebody.with.a.long.address.{number:02}@example.org", name=f"Somebody {number}"
        )
        Membership.objects.create(workspace=lantern, user=user)
    owner = _as("owner@example.org")
    first = owner.get(_path(lantern))
    assert "84 members" in first.content.decode()
    assert len(first.content) < 60_000
    values = [owner.get(f"{_path(lantern)}.json?page={page}").json()["members"] for page in (1, 2, 3)]
    assert [len(one) for one in values] == [30, 30, 24]
    assert [one["role"] for one in values[0][:2]] == ["owner", "admin"]
    assert values[2][-1]["role"] == "viewer"

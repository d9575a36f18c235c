"""The page of one's own account, another name, another address, a copy of everything, and the end of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core import mail
from django.db.models import ForeignKey
from django.test import Client

from conductatlas.accounts.closing import delete_account, pseudonym
from conductatlas.accounts.models import AuditEntry, Membership, Plan, Role, Subscription, User, Workspace
from conductatlas.accounts.workspaces import RefusedError, personal_workspace
from conductatlas.monitoring.models import Attempt, Channel, Delivery, Preferences, Watch
from conductatlas.site.presenters.personal_data import personal_data
from tests.accounts_factory import latest_link, make_organisation, make_person, sign_in

pytestmark = pytest.mark.django_db

_ADA = "ada@example.org"
_NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def ada(client: Client) -> Client:
    """A browser in which Ada is signed in."""
    make_person(_ADA)
    sign_in(client, _ADA)
    return client


def _me() -> User:
    return User.objects.get(email=_ADA)


def _lately(client: Client) -> Client:
    client.post("/account/reauthenticate/", {"password": "a-quiet-register-of-terms"})
    return client


def _watching(user: User) -> Workspace:
    """A person with a row of every kind."""
    own = personal_workspace(user)
    watch = Watch.objects.create(workspace=own, kind="platform", target="larkwell", made_by=user)
    channel = Channel.objects.create(workspace=own, kind="email", address=user.email, added_by=user)
    delivery = Delivery.objects.create(channel=channel, kind="change", subject="CA-C-000001", because=[watch.pk])
    Attempt.objects.create(delivery=delivery, worked=False, detail="mailbox full")
    Preferences.objects.create(user=user, time_zone="Europe/Paris")
    return own


def test_the_page_says_who_one_is_and_where_one_belongs(ada: Client) -> None:
    _watching(_me())
    make_organisation("Lantern Works", _me(), ben=Role.MEMBER)
    page = ada.get("/account").content.decode()
    for words in (_ADA, "Lantern Works", "Your own", "1 watch in all", "none: who has your password is in"):
        assert words in page
    values = ada.get("/account.json").json()
    assert values["email"] == _ADA
    assert values["watches"] == 1
    assert [(one["name"], one["role"], one["members"]) for one in values["workspaces"]] == [
        ("Personal", "owner", 1),
        ("Lantern Works", "owner", 2),
    ]
    assert values["security"]["password"] is True


@pytest.mark.parametrize("path", ["/account", "/account.json", "/account/2fa/", "/organisations/new"])
def test_nothing_private_is_kept_or_read_by_others(ada: Client, path: str) -> None:
    response = ada.get(path)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Access-Control-Allow-Origin" not in response
    assert "ETag" not in response


def test_a_name_is_one_line(ada: Client) -> None:
    assert ada.post("/account/name", {"name": " Ada\n\x07 Lind "}).status_code == 303
    assert _me().name == "Ada Lind"
    assert "Ada Lind, ada@example.org" in ada.get("/account").content.decode()
    response = ada.post("/account/name", {"name": "a" * 121})
    assert response.status_code == 400
    assert 'class="mistake"' in response.content.decode()


def test_the_address_changes_when_the_new_one_is_confirmed(ada: Client) -> None:
    _lately(ada)
    assert ada.post("/account/email/", {"email": "new@example.org", "action_add": ""}).status_code == 302
    assert "To be changed to <strong>new@example.org" in ada.get("/account/email/").content.decode()
    assert "to be changed to new@example.org" in ada.get("/account").content.decode()
    assert _me().email == _ADA
    ada.post(latest_link("new@example.org", "/account/confirm-email/"))
    assert [(one.email, one.verified, one.primary) for one in EmailAddress.objects.all()] == [
        ("new@example.org", True, True)
    ]
    assert User.objects.get().email == "new@example.org"
    assert [one.to for one in mail.outbox][-1] == [_ADA]
    assert "from ada@example.org to new@example.org" in mail.outbox[-1].body
    entry = AuditEntry.objects.get(action="account.email-changed")
    assert (entry.actor, entry.subject) == (_ADA, "new@example.org")
    sign_in(Client(), "new@example.org")


def test_the_address_changes_under_a_second_factor_too(ada: Client) -> None:
    TOTP.activate(_me(), "JBSWY3DPEHPK3PXP")
    _lately(ada)
    assert ada.post("/account/email/", {"email": "new@example.org", "action_add": ""}).status_code == 302
    ada.post(latest_link("new@example.org", "/account/confirm-email/"))
    assert User.objects.get().email == "new@example.org"


def test_the_address_of_another_account_is_not_taken(ada: Client) -> None:
    make_person("ben@example.org")
    _lately(ada)
    ada.post("/account/email/", {"email": "ben@example.org", "action_add": ""})
    link = latest_link("ben@example.org", "/account/confirm-email/")
    assert "another account has it already" in ada.get(link).content.decode()
    ada.post(link)
    assert _me().email == _ADA


def _export(client: Client) -> dict[str, Any]:
    response = _lately(client).get("/account/export.json")
    assert response["Content-Disposition"] == 'attachment; filename="conductatlas-account.json"'
    values: dict[str, Any] = json.loads(response.content)
    return values


def test_the_export_holds_everything_and_opens_nothing(ada: Client) -> None:
    _watching(_me())
    make_organisation("Lantern Works", _me())
    TOTP.activate(_me(), "JBSWY3DPEHPK3PXP")
    values = _export(ada)
    assert values["account"]["email"] == _ADA
    assert [one["target"] for one in values["watches"]] == ["larkwell"]
    assert [one["address"] for one in values["channels"]] == [_ADA]
    assert values["deliveries"][0]["attempts"][0]["detail"] == "mailbox full"
    assert values["preferences"][0]["time_zone"] == "Europe/Paris"
    assert [one["kind"] for one in values["second_factors"]] == ["totp"]
    assert values["sessions"][0]["ip"] == "127.0.0.1"
    assert [one["action"] for one in values["audit_trail"]] == ["organisation.created"]
    text = json.dumps(values)
    secrets = [
        "JBSWY3DPEHPK3PXP",
        Channel.objects.get().secret,
        Watch.objects.get().feed_secret,
        UserSession.objects.get().session_key,
        _me().password,
    ]
    assert not [one for one in secrets if one in text]


def test_the_export_holds_nothing_of_other_people(ada: Client) -> None:
    ben = make_person("ben@example.org")
    _watching(ben)
    workspace = make_organisation("Lantern Works", ben)
    Membership.objects.create(workspace=workspace, user=_me(), role=Role.MEMBER)
    Watch.objects.create(workspace=workspace, kind="platform", target="hearthbook", made_by=ben)
    AuditEntry.objects.create(actor=ben.email, action="member.role", subject=_ADA, workspace=workspace)
    text = json.dumps(_export(ada))
    assert '"action": "member.role"' in text
    assert "ben@example.org" not in text
    assert "hearthbook" not in text
    assert "Lantern Works" in text


# Models with rows about a person, and where the export has them; who adds a model with people in it adds it there.
_TOLD = {
    "account.EmailAddress": "email_addresses",
    "mfa.Authenticator": "second_factors",
    "socialaccount.SocialAccount": "company_log_ins",
    "usersessions.UserSession": "sessions",
    "accounts.Workspace": "memberships",
    "accounts.Membership": "memberships",
    "accounts.Invitation": "invitations_sent",
    "monitoring.Channel": "channels",
    "monitoring.Preferences": "preferences",
    "monitoring.Watch": "watches",
    "workbench.Triage": "triage_assigned",
}


def test_every_model_that_points_to_a_person_is_in_the_export() -> None:
    pointing = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey) and field.related_model is User and not model._meta.auto_created
    }
    assert pointing == set(_TOLD)
    assert set(_TOLD.values()) <= set(personal_data(make_person("ben@example.org"), _NOW))


def test_an_account_is_deleted_with_all_that_is_its_own(ada: Client) -> None:
    own = _watching(_me())
    alone = make_organisation("Only Ada", _me())
    shared = make_organisation("Lantern Works", make_person("ben@example.org"), ada=Role.ADMIN)
    Watch.objects.create(workspace=shared, kind="platform", target="hearthbook", made_by=_me())
    page = _lately(ada).get("/account/delete").content.decode()
    assert "Only Ada, of which you are the only member" in page
    response = ada.post("/account/delete")
    assert (response.status_code, response["Location"]) == (303, "/")
    assert "Your account is deleted." in ada.get("/").content.decode()
    assert not User.objects.filter(email=_ADA).exists()
    assert not Workspace.objects.filter(pk__in=[own.pk, alone.pk]).exists()
    assert not any(model.objects.exists() for model in (Channel, Delivery, Attempt, Preferences))
    assert Watch.objects.get().target == "hearthbook"
    assert not EmailAddress.objects.filter(email=_ADA).exists()
    assert ada.get("/account").status_code == 302
    assert all("ada" not in str(one.get_decoded()) for one in Session.objects.all())


def test_the_trail_keeps_what_was_done_but_no_address(ada: Client) -> None:
    user = _me()
    AuditEntry.objects.create(actor="earlier@example.org", action="account.email-changed", subject=_ADA)
    AuditEntry.objects.create(actor="earlier@example.org", action="member.invited", subject="ben@example.org")
    AuditEntry.objects.create(actor="ben@example.org", action="member.role", subject=_ADA)
    delete_account(user)
    known = {value for one in AuditEntry.objects.all() for value in (one.actor, one.subject)}
    assert known == {pseudonym(_ADA), "ben@example.org"}
    assert _ADA not in pseudonym(_ADA)
    assert AuditEntry.objects.filter(action="account.deleted").count() == 1


def test_who_alone_owns_an_organisation_hands_over_first(ada: Client) -> None:
    make_organisation("Lantern Works", _me(), ben=Role.ADMIN)
    page = _lately(ada).get("/account/delete").content.decode()
    assert "You are the only owner of Lantern Works. Hand over to another member first." in page
    assert "Delete the account for good" not in page
    assert ada.post("/account/delete").status_code == 409
    assert User.objects.filter(email=_ADA).exists()


def test_what_is_being_paid_for_is_cancelled_first(ada: Client) -> None:
    own = personal_workspace(_me())
    plan = Plan.objects.get(key="monitor")
    paid = Subscription.objects.create(workspace=own, plan=plan, stripe_subscription="sub_1")
    with pytest.raises(RefusedError, match="has a paid plan"):
        delete_account(_me())
    paid.cancels = True
    paid.save()
    delete_account(_me())
    assert not User.objects.exists()


def test_authenticators_go_with_the_account(ada: Client) -> None:
    TOTP.activate(_me(), "JBSWY3DPEHPK3PXP")
    delete_account(_me())
    assert not Authenticator.objects.exists()

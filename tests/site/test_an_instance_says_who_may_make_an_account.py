"""CONDUCTATLAS_ACCOUNTS: everybody, those who were invited, or nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts.invitations import HOLDS_FOR, send_invitation, token_of
from conductatlas.accounts.models import Invitation, Role, User
from tests.accounts_factory import PASSWORD, latest_link, make_organisation, make_person, membership, sign_in

pytestmark = pytest.mark.django_db

_NEW = {"email": "ben@example.org", "password1": PASSWORD}


def _invitation(at: datetime | None = None) -> Invitation:
    ada = make_person("ada@example.org")
    workspace = make_organisation("Lantern Works", ada)
    return send_invitation(membership(workspace, ada), "ben@example.org", Role.MEMBER, at or timezone.now())


def test_a_closed_instance_makes_no_accounts(client: Client, settings: Settings) -> None:
    settings.ACCOUNTS = "closed"
    assert "/account/signup/" not in client.get("/account/login/").content.decode()
    for response in (client.get("/account/signup/"), client.post("/account/signup/", _NEW)):
        assert "New accounts are made by the people who run this instance." in response.content.decode()
    client.get(f"/invitations/{token_of(_invitation())}")
    client.post("/account/signup/", _NEW)
    assert not User.objects.filter(email="ben@example.org").exists()


def test_people_with_an_account_enter_a_closed_instance(client: Client, settings: Settings) -> None:
    settings.ACCOUNTS = "closed"
    make_person("ada@example.org")
    assert sign_in(client, "ada@example.org") == "/account"


def test_where_one_must_be_invited_the_invitation_is_the_way_in(client: Client, settings: Settings) -> None:
    settings.ACCOUNTS = "invited"
    path = f"/invitations/{token_of(_invitation())}"
    assert "Accounts are by invitation here." in client.get("/account/signup/").content.decode()
    assert "/account/signup/" not in client.get("/account/login/").content.decode()
    assert "Make an account" in client.get(path).content.decode()
    form = client.get(f"/account/signup/?next={path}").content.decode()
    assert 'value="ben@example.org"' in form
    response = client.post(f"/account/signup/?next={path}", {**_NEW, "email": "carl@example.org"})
    assert "use the address to which yours was sent" in response.content.decode()
    assert client.post(f"/account/signup/?next={path}", _NEW).status_code == 302
    assert client.post(latest_link("ben@example.org", "/account/confirm-email/"))["Location"] == path
    assert client.post(path).status_code == 303
    assert client.get("/account").status_code == 200


def test_an_invitation_that_ran_out_opens_no_account(client: Client, settings: Settings) -> None:
    settings.ACCOUNTS = "invited"
    found = _invitation()
    client.get(f"/invitations/{token_of(found)}")
    Invitation.objects.update(invited_at=datetime.now(UTC) - HOLDS_FOR - timedelta(seconds=1))
    client.post("/account/signup/", _NEW)
    assert not User.objects.filter(email="ben@example.org").exists()

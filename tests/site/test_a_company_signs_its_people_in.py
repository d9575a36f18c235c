"""OpenID Connect, against a provider that really answers: new and known people, what it vouches for, and failures."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from conductatlas.accounts.invitations import send_invitation
from conductatlas.accounts.models import AuditEntry, Role, User
from tests.accounts.company import Company
from tests.accounts_factory import make_organisation, make_person, membership, sign_in

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]

_ADA = "ada@example.org"


@pytest.fixture
def company(settings: Settings) -> Iterator[Company]:
    """A provider that the site is set up for."""
    provider = Company()
    provider.claims = {"sub": "17", "email": _ADA, "email_verified": True, "name": "Ada Lind"}
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings
    yield provider
    provider.close()


def _through(client: Client, path: str = "/account/oidc/company/login/") -> _MonkeyPatchedWSGIResponse:
    """Press the button, go to the company, and come back."""
    page = client.post(path)
    assert page.status_code == 200
    found = re.search(r'http-equiv="refresh" content="0;url=([^"]+)"', page.content.decode())
    assert found is not None
    there = requests.get(html.unescape(found.group(1)), allow_redirects=False, timeout=10)
    back = urlsplit(there.headers["Location"])
    assert back.path == "/account/oidc/company/login/callback/"
    return client.get(f"{back.path}?{back.query}")


def test_the_button_is_there_where_it_is_set_up(client: Client, company: Company) -> None:
    page = client.get("/account/login/").content.decode()
    assert "Sign in with Lantern Works" in page
    assert 'action="/account/oidc/company/login/?process=login"' in page


def test_without_a_company_there_is_no_button(client: Client) -> None:
    assert "/oidc/" not in client.get("/account/login/").content.decode()
    assert client.get("/account/oidc/company/login/").status_code == 404


def test_somebody_new_has_an_account_at_once_where_the_company_vouches(client: Client, company: Company) -> None:
    assert _through(client)["Location"] == "/account"
    user = User.objects.get()
    assert (user.email, user.name, user.has_usable_password()) == (_ADA, "Ada Lind", False)
    assert EmailAddress.objects.get().verified
    assert mail.outbox == []
    assert client.get("/account").status_code == 200
    again = Client()
    assert _through(again)["Location"] == "/account"
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize("said", [False, "false", "true", None, 1])
def test_an_address_that_the_company_does_not_vouch_for_is_confirmed_by_mail(
    client: Client, company: Company, said: object
) -> None:
    company.claims["email_verified"] = said
    assert _through(client)["Location"] == "/account/confirm-email/"
    assert not EmailAddress.objects.get().verified
    assert mail.outbox[-1].subject == "ConductAtlas: confirm your address"
    assert client.get("/account").status_code == 302


def test_a_known_person_enters_their_account_and_it_is_connected(client: Client, company: Company) -> None:
    user = make_person(_ADA)
    assert _through(client)["Location"] == "/account"
    assert SocialAccount.objects.get().user == user
    assert User.objects.count() == 1
    assert AuditEntry.objects.filter(actor=_ADA, action="company-log-in.added").exists()
    assert "Lantern Works opens your account now" in mail.outbox[-1].body
    sign_in(Client(), _ADA)
    page = client.get("/account/3rdparty/").content.decode()
    assert "Lantern Works" in page


def test_whoever_took_the_address_without_confirming_it_gains_nothing(client: Client, company: Company) -> None:
    squatter = make_person(_ADA, confirmed=False)
    assert _through(client)["Location"] == "/account/confirm-email/"
    assert not SocialAccount.objects.exists()
    assert mail.outbox[-1].subject == "ConductAtlas: you have an account already"
    assert not EmailAddress.objects.filter(user=squatter, verified=True).exists()


def test_an_address_that_is_not_vouched_for_enters_nobody_elses_account(client: Client, company: Company) -> None:
    make_person(_ADA)
    company.claims["email_verified"] = False
    assert _through(client)["Location"] == "/account/confirm-email/"
    assert not SocialAccount.objects.exists()
    assert client.get("/account").status_code == 302


def test_a_closed_account_stays_closed(client: Client, company: Company) -> None:
    user = make_person(_ADA)
    user.is_active = False
    user.save()
    _through(client)
    assert client.get("/account").status_code == 302


def test_the_second_factor_is_asked_for_all_the_same(client: Client, company: Company) -> None:
    TOTP.activate(make_person(_ADA), "JBSWY3DPEHPK3PXP")
    assert _through(client)["Location"] == "/account/2fa/authenticate/"


@pytest.mark.parametrize(("setting", "made"), [("open", True), ("invited", False), ("closed", False)])
def test_the_setting_of_who_may_make_an_account_holds_here_too(
    client: Client, company: Company, settings: Settings, setting: str, made: bool
) -> None:
    settings.ACCOUNTS = setting
    _through(client)
    assert User.objects.exists() is made


def test_who_is_invited_may_come_by_the_company(client: Client, company: Company, settings: Settings) -> None:
    settings.ACCOUNTS = "invited"
    owner = make_person("owner@example.org")
    workspace = make_organisation("Lantern Works", owner)
    send_invitation(membership(workspace, owner), _ADA, Role.MEMBER, timezone.now())
    assert _through(client)["Location"] == "/account"
    assert "Join Lantern Works" in client.get("/account").content.decode()


def test_who_stops_there_is_told_so(client: Client, company: Company) -> None:
    company.denies = True
    response = _through(client)
    assert response["Location"] == "/account/3rdparty/login/cancelled/"
    assert "You stopped signing in at your company." in client.get(response["Location"]).content.decode()


def test_a_token_for_somebody_else_is_refused(client: Client, company: Company) -> None:
    company.audience = "another site"
    page = _through(client)
    assert "gave an answer that can’t be read" in page.content.decode()
    assert not User.objects.exists()


def test_an_answer_that_nobody_asked_for_is_refused(client: Client, company: Company) -> None:
    page = client.get("/account/oidc/company/login/callback/?code=code-0&state=made-up")
    assert "That did not work" in page.content.decode()
    assert not User.objects.exists()


def test_a_company_that_does_not_answer_is_told_of(client: Client, company: Company) -> None:
    company.close()
    page = client.post("/account/oidc/company/login/")
    assert page.status_code == 502
    assert "That did not work" in page.content.decode()


def test_an_answer_without_what_must_be_in_it_is_told_of(client: Client, company: Company) -> None:
    del company.claims["sub"]
    page = _through(client)
    assert page.status_code == 502
    assert "That did not work" in page.content.decode()
    assert not User.objects.exists()


def test_the_company_is_disconnected_only_where_another_way_is_left(client: Client, company: Company) -> None:
    _through(client)
    number = SocialAccount.objects.get().pk
    refused = client.post("/account/3rdparty/", {"account": number}).content.decode()
    assert "Set a password or add a passkey first" in refused
    assert SocialAccount.objects.exists()

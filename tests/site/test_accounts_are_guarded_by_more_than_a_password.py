"""Codes of an app, recovery codes, sessions, showing again that it is you, and what the mails and the trail say."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.utils import timezone

from conductatlas.accounts.models import AuditEntry
from tests.accounts.one_time_codes import code_of
from tests.accounts_factory import PASSWORD, make_person, sign_in

pytestmark = pytest.mark.django_db

_ADA = "ada@example.org"


@pytest.fixture
def ada(client: Client) -> Client:
    """A browser in which Ada is signed in."""
    make_person(_ADA)
    sign_in(client, _ADA)
    return client


def _show_again(client: Client, path: str) -> str:
    """Ask for a page that wants to know again, answer with the password; gives where that leads."""
    asked = client.get(path)
    assert asked["Location"].startswith("/account/reauthenticate/")
    assert "Is it you?" in client.get(asked["Location"]).content.decode()
    return str(client.post(asked["Location"], {"password": PASSWORD})["Location"])


def _switch_codes_on(client: Client) -> str:
    assert _show_again(client, "/account/2fa/totp/activate/") == "/account/2fa/totp/activate/"
    page = client.get("/account/2fa/totp/activate/").content.decode()
    assert 'src="data:image/svg+xml' in page
    key = re.search(r'id="totp-key">([A-Z2-7]+)<', page)
    assert key is not None
    response = client.post("/account/2fa/totp/activate/", {"code": code_of(key.group(1))})
    assert response["Location"] == "/account/2fa/recovery-codes/"
    return key.group(1)


def _recovery_codes(client: Client) -> list[str]:
    return re.findall(r'<li class="mono">(\d{8})</li>', client.get("/account/2fa/recovery-codes/").content.decode())


@pytest.mark.django_db(transaction=True)
def test_codes_of_an_app_are_asked_for_after_the_password(ada: Client) -> None:
    key = _switch_codes_on(ada)
    assert mail.outbox[-1].subject == "ConductAtlas: codes of an app are switched on"
    assert AuditEntry.objects.filter(actor=_ADA, action="factor.added", detail={"kind": "totp"}).exists()
    other = Client()
    assert sign_in(other, _ADA) == "/account/2fa/authenticate/"
    assert other.get("/account").status_code == 302
    wrong = other.post("/account/2fa/authenticate/", {"code": "000000"})
    assert "The code is not right." in wrong.content.decode()
    assert other.post("/account/2fa/authenticate/", {"code": code_of(key)})["Location"] == "/account"
    assert "codes of an app" in other.get("/account").content.decode()


def test_a_code_is_taken_once(ada: Client) -> None:
    code = code_of(_switch_codes_on(ada))
    first, second = Client(), Client()
    sign_in(first, _ADA)
    sign_in(second, _ADA)
    answers = [one.post("/account/2fa/authenticate/", {"code": code}).status_code for one in (first, second)]
    assert answers[1] == 200
    assert second.get("/account").status_code == 302


def test_a_recovery_code_lets_in_once(ada: Client) -> None:
    _switch_codes_on(ada)
    codes = _recovery_codes(ada)
    assert len(codes) == 10
    text = ada.get("/account/2fa/recovery-codes/download/")
    assert text.content.decode().split() == codes
    assert "no-store" in text["Cache-Control"]
    other = Client()
    sign_in(other, _ADA)
    assert other.post("/account/2fa/authenticate/", {"code": codes[0]})["Location"] == "/account"
    assert "9 unused" in other.get("/account").content.decode()
    again = Client()
    sign_in(again, _ADA)
    assert again.post("/account/2fa/authenticate/", {"code": codes[0]}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_new_recovery_codes_end_the_old_ones(ada: Client) -> None:
    _switch_codes_on(ada)
    old = _recovery_codes(ada)
    assert ada.post("/account/2fa/recovery-codes/generate/").status_code == 302
    new = _recovery_codes(ada)
    assert not set(old) & set(new)
    assert AuditEntry.objects.filter(action="factor.renewed").exists()


def test_codes_are_switched_off(ada: Client) -> None:
    _switch_codes_on(ada)
    assert ada.post("/account/2fa/totp/deactivate/").status_code == 302
    assert not Authenticator.objects.exists()
    assert sign_in(Client(), _ADA) == "/account"
    assert AuditEntry.objects.filter(action="factor.removed").exists()


@pytest.mark.parametrize(
    "path",
    [
        "/account/2fa/totp/activate/",
        "/account/2fa/webauthn/add/",
        "/account/export.json",
        "/account/delete",
    ],
)
def test_what_matters_asks_again_who_it_is(ada: Client, path: str) -> None:
    assert _show_again(ada, path) == path
    assert ada.get(path).status_code == 200


def test_codes_are_guessed_a_few_times_only(ada: Client) -> None:
    key = _switch_codes_on(ada)
    other = Client()
    sign_in(other, _ADA)
    for _ in range(5):
        other.post("/account/2fa/authenticate/", {"code": "000000"})
    page = other.post("/account/2fa/authenticate/", {"code": code_of(key)}).content.decode()
    assert "Too many tries failed." in page


def test_sessions_are_listed_and_the_others_ended(ada: Client) -> None:
    other = Client(headers={"user-agent": "Lantern 4"})
    sign_in(other, _ADA)
    page = ada.get("/account/sessions/").content.decode()
    assert "Lantern 4" in page
    assert page.count("(this browser)") == 1
    assert ada.post("/account/sessions/").status_code == 302
    assert ada.get("/account").status_code == 200
    assert other.get("/account").status_code == 302
    assert "Lantern 4" not in ada.get("/account/sessions/").content.decode()


def test_sessions_that_have_run_out_are_swept_and_not_counted(ada: Client) -> None:
    sign_in(Client(), _ADA)
    assert ada.get("/account.json").json()["security"]["sessions"] == 2
    mine = ada.session.session_key
    Session.objects.exclude(session_key=mine).update(expire_date=timezone.now() - timedelta(minutes=1))
    assert ada.get("/account.json").json()["security"]["sessions"] == 1
    sign_in(Client(), _ADA)
    assert Session.objects.filter(expire_date__lt=timezone.now()).count() == 0


def test_pages_of_passkeys_bring_their_scripts_from_this_site_only(ada: Client) -> None:
    _show_again(ada, "/account/2fa/webauthn/add/")
    pages = [ada.get("/account/2fa/webauthn/add/"), Client().get("/account/login/")]
    for page in pages:
        assert "script-src 'self'" in page["Content-Security-Policy"]
        for script in re.findall(r"<script([^>]*)>", page.content.decode()):
            assert 'src="/static/' in script or 'type="application/json"' in script
        assert " onclick" not in page.content.decode()

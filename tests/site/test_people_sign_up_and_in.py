"""Signing up with an address that is confirmed, signing in and out, and a new password; what each tells strangers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend as EmailBackend
from django.test import Client
from pytest_django import Settings

from conductatlas.accounts.models import AuditEntry, CacheEntry, User
from tests.accounts_factory import PASSWORD, latest_link, make_person, sign_in

pytestmark = pytest.mark.django_db

_NEW = {"email": "Ada@Example.org", "password1": PASSWORD}


def test_an_account_is_made_confirmed_and_entered(client: Client) -> None:
    response = client.post("/account/signup/?next=/changes", _NEW)
    assert (response.status_code, response["Location"]) == (302, "/account/confirm-email/")
    assert "A link is on its way" in client.get(response["Location"]).content.decode()
    link = latest_link("ada@example.org", "/account/confirm-email/")
    assert not EmailAddress.objects.get().verified
    # Opening the link changes nothing yet: mail programs open links too.
    assert "ada@example.org" in client.get(link).content.decode()
    assert not EmailAddress.objects.get().verified
    assert client.post(link)["Location"] == "/changes"
    assert EmailAddress.objects.get().verified
    page = client.get("/account")
    assert page.status_code == 200
    assert "ada@example.org" in page.content.decode()
    assert AuditEntry.objects.filter(actor="ada@example.org", action="account.created").exists()


def test_the_link_alone_signs_nobody_in(client: Client) -> None:
    client.post("/account/signup/", _NEW)
    link = latest_link("ada@example.org", "/account/confirm-email/")
    elsewhere = Client()
    assert elsewhere.post(link)["Location"] == "/account/login/"
    assert elsewhere.get("/account")["Location"] == "/account/login/?next=%2Faccount"
    assert sign_in(elsewhere, "ada@example.org") == "/account"


def test_nobody_enters_before_the_address_is_confirmed(client: Client) -> None:
    make_person("ada@example.org", confirmed=False)
    assert sign_in(client, "ada@example.org") == "/account/confirm-email/"
    assert client.get("/account").status_code == 302
    assert "/account/confirm-email/" in mail.outbox[-1].body


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"email": "no address", "password1": PASSWORD}, "Enter a valid email address."),
        ({"email": "ada@example.org", "password1": "short"}, "at least 10 characters"),
        ({"email": "ada@example.org", "password1": "ada@example.org"}, "too similar"),
        ({"email": "", "password1": ""}, "This field is required."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(client: Client, sent: dict[str, str], says: str) -> None:
    page = client.post("/account/signup/", sent).content.decode()
    assert says in page
    assert 'role="alert"' in page
    assert 'class="mistake"' in page
    assert 'aria-invalid="true"' in page
    assert not User.objects.exists()


def test_signing_up_tells_nobody_who_has_an_account(client: Client) -> None:
    make_person("ada@example.org")
    known = client.post("/account/signup/", _NEW)
    unknown = Client().post("/account/signup/", {**_NEW, "email": "new@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert client.get(known["Location"]).content == client.get(unknown["Location"]).content
    assert [one.subject for one in mail.outbox] == [
        "ConductAtlas: you have an account already",
        "ConductAtlas: confirm your address",
    ]
    assert User.objects.filter(email="ada@example.org").count() == 1


def test_a_new_password_is_set_by_a_link_that_works_once(client: Client) -> None:
    make_person("ada@example.org")
    client.post("/account/password/reset/", {"email": "ada@example.org"})
    link = latest_link("ada@example.org", "/account/password/reset/key/")
    form = client.get(link)["Location"]
    new = "another-quiet-register"
    assert client.post(form, {"password1": new, "password2": new})["Location"] == "/account/password/reset/key/done/"
    sign_in(Client(), "ada@example.org", new)
    assert "This link does not work" in Client().get(link).content.decode()
    assert AuditEntry.objects.filter(action="password.reset").exists()
    assert mail.outbox[-1].subject == "ConductAtlas: your password is set anew"


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(client: Client) -> None:
    make_person("ada@example.org")
    for email in ("ada@example.org", "nobody@example.org"):
        response = client.post("/account/password/reset/", {"email": email})
        assert response["Location"] == "/account/password/reset/done/"
    assert [one.subject for one in mail.outbox] == [
        "ConductAtlas: set your password",
        "ConductAtlas: there is no account with this address",
    ]


def test_an_address_that_waits_for_its_confirmation_opens_nothing(client: Client) -> None:
    user = make_person("ada@example.org")
    EmailAddress.objects.create(user=user, email="mistyped@example.org", verified=False, primary=False)
    client.post("/account/password/reset/", {"email": "mistyped@example.org"})
    assert [one.subject for one in mail.outbox] == ["ConductAtlas: there is no account with this address"]


def test_links_in_mails_lead_to_the_public_address_whatever_the_request_says(
    client: Client, settings: Settings
) -> None:
    settings.PUBLIC_ADDRESS = "https://atlas.example"
    make_person("ada@example.org")
    client.post("/account/password/reset/", {"email": "ada@example.org"}, headers={"host": "127.0.0.1"})
    assert "https://atlas.example/account/password/reset/key/" in mail.outbox[-1].body
    assert "127.0.0.1/" not in mail.outbox[-1].body


def test_a_wrong_password_is_told_and_too_many_are_stopped(client: Client) -> None:
    make_person("ada@example.org")
    for _ in range(5):
        page = client.post("/account/login/", {"login": "ada@example.org", "password": "wrong"}).content.decode()
        assert "The address or the password is not right." in page
    page = client.post("/account/login/", {"login": "ada@example.org", "password": PASSWORD}).content.decode()
    assert "Too many tries failed." in page
    # The tries are counted in the database, so all processes of the site count together.
    assert CacheEntry.objects.filter(cache_key__contains="login_failed").exists()
    sign_in(client, make_person("ben@example.org").email)


def test_many_sign_ups_from_one_address_are_stopped(client: Client) -> None:
    for number in range(20):
        client.post("/account/signup/", {**_NEW, "email": f"{number}@example.org"})
    response = client.post("/account/signup/", {**_NEW, "email": "last@example.org"})
    assert response.status_code == 429
    assert "Too many tries" in response.content.decode()


def test_signing_out_takes_a_form_and_ends_the_session(client: Client) -> None:
    make_person("ada@example.org")
    sign_in(client, "ada@example.org")
    assert "Sign out" in client.get("/account/logout/").content.decode()
    assert client.get("/account").status_code == 200
    assert client.post("/account/logout/")["Location"] == "/"
    assert client.get("/account").status_code == 302


def test_one_is_led_on_within_the_site_only(client: Client) -> None:
    make_person("ada@example.org")
    assert sign_in(client, "ada@example.org", next="//elsewhere.example/") == "/account"
    assert sign_in(Client(), "ada@example.org", next="/changes") == "/changes"


def test_the_password_is_changed_with_the_old_one(client: Client) -> None:
    make_person("ada@example.org")
    other = Client()
    sign_in(client, "ada@example.org")
    sign_in(other, "ada@example.org")
    new = "another-quiet-register"
    wrong = {"oldpassword": "wrong", "password1": new, "password2": new}
    assert "This is not your current password." in client.post("/account/password/change/", wrong).content.decode()
    assert client.post("/account/password/change/", wrong | {"oldpassword": PASSWORD}).status_code == 302
    assert client.get("/account").status_code == 200
    assert other.get("/account").status_code == 302
    assert AuditEntry.objects.filter(action="password.changed").exists()


class _Down(EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise ConnectionRefusedError("connection refused")


def test_a_mail_server_that_does_not_answer_loses_nothing(
    client: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}._Down"
    page = client.post("/account/signup/", _NEW)
    assert page.status_code == 503
    assert "The server that takes our mail does not answer" in page.content.decode()
    assert "connection refused" in caplog.text
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    cache.clear()
    assert sign_in(Client(), "ada@example.org") == "/account/confirm-email/"
    client.post(latest_link("ada@example.org", "/account/confirm-email/"))
    settings.EMAIL_BACKEND = f"{__name__}._Down"
    sign_in(client, "ada@example.org")
    new = "another-quiet-register"
    changed = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/account/password/change/", changed).status_code == 302
    sign_in(Client(), "ada@example.org", new)

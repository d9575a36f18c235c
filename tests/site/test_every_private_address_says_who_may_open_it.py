"""Every private address carries a mark that says who may open it; those of django-allauth are listed by name."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.accounts_factory import make_person, sign_in
from tests.site.addresses import Address, every_address, private_addresses

# Who may open what django-allauth brings along. `stage`: who is half-way through signing in; others are led away.
_ALLAUTH = {
    "account_login": "public",
    "account_logout": "public",
    "account_inactive": "public",
    "account_signup": "public",
    "account_reauthenticate": "signed-in",
    "account_email": "signed-in",
    "account_email_verification_sent": "public",
    "account_confirm_email": "link",
    "account_change_password": "signed-in",
    "account_set_password": "signed-in",
    "account_reset_password": "public",
    "account_reset_password_done": "public",
    "account_reset_password_from_key": "link",
    "account_reset_password_from_key_done": "public",
    "account_confirm_login_code": "stage",
    "mfa_index": "signed-in",
    "mfa_authenticate": "stage",
    "mfa_reauthenticate": "signed-in",
    "mfa_activate_totp": "signed-in",
    "mfa_deactivate_totp": "signed-in",
    "mfa_view_recovery_codes": "signed-in",
    "mfa_generate_recovery_codes": "signed-in",
    "mfa_download_recovery_codes": "signed-in",
    "mfa_list_webauthn": "signed-in",
    "mfa_add_webauthn": "signed-in",
    "mfa_reauthenticate_webauthn": "signed-in",
    "mfa_remove_webauthn": "signed-in",
    "mfa_edit_webauthn": "signed-in",
    "mfa_login_webauthn": "public",
    "socialaccount_login_cancelled": "public",
    "socialaccount_login_error": "public",
    "socialaccount_signup": "stage",
    "socialaccount_connections": "signed-in",
    "openid_connect_login": "public",
    "openid_connect_callback": "link",
    "usersessions_list": "signed-in",
}
# Addresses of older releases of django-allauth, which lead on to those above.
_LEAD_ON = 4
# Whose secret is no part of the address: what comes is signed.
_SIGNED = {"stripe-webhook"}
_WHO = {"public", "link", "signed-in", "staff", "workspace"}

_OF_ALLAUTH = [one for one in every_address() if one.route.startswith("account/") and one.access is None]


@pytest.mark.parametrize("address", private_addresses(), ids=lambda one: one.name or one.route)
def test_a_private_address_has_its_mark(address: Address) -> None:
    assert address.access is not None, f"{address.route} does not say who may open it (site/access.py)"
    assert address.access.who in _WHO
    assert ("workspace" in address.parts) == (address.access.who == "workspace"), address.route
    secret = bool(address.parts) or address.name in _SIGNED
    assert address.access.who != "link" or secret, f"{address.route} has no part that could be secret"
    assert address.name, f"{address.route} has no name"


def test_names_are_given_once() -> None:
    names = [one.name for one in every_address() if one.name]
    assert sorted(names) == sorted(set(names))


def test_no_address_of_allauth_comes_along_unseen() -> None:
    assert {one.name for one in _OF_ALLAUTH if one.name} == set(_ALLAUTH)
    assert sum(not one.name for one in _OF_ALLAUTH) == _LEAD_ON
    assert all(one.of_allauth for one in _OF_ALLAUTH if one.name)


@pytest.mark.django_db
@pytest.mark.parametrize("address", [one for one in _OF_ALLAUTH if one.name], ids=lambda one: one.name)
def test_an_address_of_allauth_is_open_to_whom_the_list_says(address: Address, client: Client) -> None:
    try:
        path = reverse(address.name)
    except NoReverseMatch:
        path = reverse(address.name, kwargs=dict.fromkeys(address.parts, 1) | _made_up(address))
    who = _ALLAUTH[address.name]
    response = client.get(path)
    if who in ("signed-in", "stage"):
        assert response.status_code == 302
        assert response["Location"].startswith("/account/login/")
    else:
        assert not (response.status_code == 302 and "login/?next" in response["Location"])
    assert "no-store" in response["Cache-Control"]
    make_person("ada@example.org")
    sign_in(client, "ada@example.org")
    response = client.get(path)
    assert not (who == "signed-in" and response.get("Location", "").startswith("/account/login/"))
    assert "no-store" in response["Cache-Control"]


def _made_up(address: Address) -> dict[str, str]:
    values = {"key": "none", "uidb36": "1", "provider_id": "company"}
    return {part: values[part] for part in address.parts if part in values}

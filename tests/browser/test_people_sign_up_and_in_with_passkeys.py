"""Accounts in a real browser: signing up, a passkey on a virtual device, codes of an app, and what needs no scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page
from pytest_django import Settings

from conductatlas.accounts.models import User
from tests.accounts.company import Company
from tests.accounts.one_time_codes import code_of
from tests.accounts_factory import PASSWORD, latest_link, make_person

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]
_ADA = "ada@example.org"
# A device that keeps passkeys and asks for a finger, which is always there.
_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def _device(page: Page, **changes: object) -> Callable[[str, dict[str, Any]], Any]:
    """Give the page a device for passkeys; gives the way to talk to it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    added = session.send("WebAuthn.addVirtualAuthenticator", {"options": _DEVICE | changes})
    return lambda method, values: session.send(method, {"authenticatorId": added["authenticatorId"], **values})


def _sign_in(page: Page, email: str = _ADA) -> None:
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _show_again(page: Page) -> None:
    assert page.get_by_role("heading", level=1).inner_text() == "Is it you?"
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def _sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("You are signed out.").wait_for()


def test_signing_up_adding_a_passkey_and_signing_in_with_it_alone(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Sign in").click()
    page.get_by_role("link", name="Make one").click()
    page.get_by_label("E-mail address").fill(_ADA)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Look into your mail"
    page.goto(latest_link(_ADA, "/account/confirm-email/"))
    page.get_by_role("button", name="Yes, confirm it").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Account"

    device = _device(page)
    page.get_by_role("link", name="passkeys and second factor").click()
    page.get_by_role("link", name="Add a passkey").click()
    _show_again(page)
    page.get_by_label("What to call it").fill("Ada’s laptop")
    assert page.get_by_label("Sign in with it alone").is_checked()
    page.get_by_role("button", name="Add the passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator(".codes li").count() == 10
    assert len(device("WebAuthn.getCredentials", {})["credentials"]) == 1
    assert Authenticator.objects.get(type="webauthn").wrap().is_passwordless
    page.goto("/account")
    assert "Ada’s laptop" in page.locator("main").inner_text()

    _sign_out(page)
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/account")
    assert _ADA in page.locator("main").inner_text()
    assert "Account" in page.locator("header nav").inner_text()


def test_a_passkey_is_the_second_step_and_shows_that_it_is_you(open_page: OpenPage) -> None:
    make_person(_ADA)
    page = open_page("/account/login/")
    _device(page)
    _sign_in(page)
    page.goto("/account/2fa/webauthn/add/")
    _show_again(page)
    page.get_by_label("Sign in with it alone").uncheck()
    page.get_by_role("button", name="Add the passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    _sign_out(page)
    _sign_in(page)
    assert page.get_by_role("heading", level=1).inner_text() == "The second step"
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/account")
    page.goto("/account/delete")
    page.get_by_role("link", name="With a passkey").click()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("heading", name="Delete your account").wait_for()


def test_a_passkey_that_is_not_there_is_told_on_the_page(open_page: OpenPage) -> None:
    page = open_page("/account/login/")
    _device(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    trouble = page.get_by_role("alert")
    trouble.wait_for()
    assert "The passkey was not used" in trouble.inner_text()


def test_an_app_is_set_up_and_asked_for(open_page: OpenPage) -> None:
    make_person(_ADA)
    page = open_page("/account/login/", java_script_enabled=False)
    _sign_in(page)
    page.goto("/account/2fa/totp/activate/")
    _show_again(page)
    code = page.get_by_role("img", name="QR code that holds the key below")
    assert (code.bounding_box() or {"width": 0})["width"] == 220
    assert code.evaluate("image => image.naturalWidth") > 0
    key = page.locator("#totp-key").inner_text()
    page.get_by_label("Code that the app shows").fill(code_of(key))
    page.get_by_role("button", name="Switch it on").click()
    recovery = page.locator(".codes li").first.inner_text()
    _sign_out(page)
    _sign_in(page)
    page.get_by_label("Code").fill(recovery)
    page.get_by_role("button", name="Sign in", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Account"
    assert "codes of an app" in page.locator("main").inner_text()


def test_without_scripts_passkeys_are_not_offered_and_the_page_says_so(open_page: OpenPage) -> None:
    page = open_page("/account/login/", java_script_enabled=False)
    assert not page.get_by_role("button", name="Sign in with a passkey").is_visible()
    assert page.get_by_text("A passkey needs the scripts of this page").is_visible()


def test_an_organisation_grows_by_an_invitation_without_scripts(open_page: OpenPage) -> None:
    make_person(_ADA)
    make_person("ben@example.org")
    page = open_page("/account/login/", java_script_enabled=False)
    _sign_in(page)
    page.get_by_role("link", name="Make an organisation").click()
    page.get_by_label("Name of the organisation").fill("Lantern Works")
    page.get_by_role("button", name="Make it").click()
    page.get_by_label("E-mail address").fill("ben@example.org")
    page.get_by_label("Role", exact=True).select_option("viewer")
    page.get_by_role("button", name="Send the invitation").click()
    assert "An invitation is on its way to ben@example.org." in page.locator("main").inner_text()
    ben = open_page(latest_link("ben@example.org", "/invitations/"), java_script_enabled=False)
    ben.get_by_role("link", name="Sign in").last.click()
    ben.get_by_label("E-mail address").fill("ben@example.org")
    ben.get_by_label("Password").fill(PASSWORD)
    ben.get_by_role("button", name="Sign in", exact=True).click()
    ben.get_by_role("button", name="Join Lantern Works").click()
    assert "You are in Lantern Works now." in ben.locator("main").inner_text()
    page.reload()
    page.get_by_label("Role of ben@example.org").select_option("admin")
    page.get_by_role("button", name="Change the role of ben@example.org").click()
    ben.reload()
    assert "You are its administrator." in ben.locator("main").inner_text()
    assert User.objects.count() == 2


def test_a_company_lets_its_people_in_though_forms_lead_nowhere_else(open_page: OpenPage, settings: Settings) -> None:
    company = Company()
    try:
        company.claims = {"sub": "17", "email": _ADA, "email_verified": True, "name": "Ada Lind"}
        settings.SOCIALACCOUNT_PROVIDERS = company.settings
        page = open_page("/account/login/?next=/account", java_script_enabled=False)
        page.get_by_role("button", name="Sign in with Lantern Works").click()
        page.wait_for_url("**/account")
        assert "Ada Lind, ada@example.org" in page.locator("main").inner_text()
    finally:
        company.close()

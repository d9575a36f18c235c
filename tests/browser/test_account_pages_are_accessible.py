"""Pages of accounts pass axe-core's rules and fit a phone: in the light and in the dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from conductatlas.accounts.invitations import send_invitation
from conductatlas.accounts.models import Role, User
from tests.accounts_factory import make_organisation, make_person, membership, sign_in
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_pages_are_accessible import _OPTIONS

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]

OpenPage = Callable[..., Page]

_OPEN = ["/account/login/", "/account/signup/", "/account/password/reset/", "/account/confirm-email/"]
_OWN = [
    "/account",
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/2fa/webauthn/add/",
    "/account/2fa/webauthn/",
    "/account/2fa/recovery-codes/",
    "/account/email/",
    "/account/password/change/",
    "/account/reauthenticate/",
    "/account/sessions/",
    "/account/delete",
    "/account/logout/",
    "/organisations/new",
    "/organisations/{slug}",
    "/organisations/{slug}/trail",
    "/organisations/{slug}/delete",
]


@pytest.fixture
def session_of_ada(transactional_db: None) -> str:
    """A session in which Ada, who has all there is to have, lately showed that it is her."""
    ada = make_person("ada@example.org", name="Ada Lind")
    lantern = make_organisation("Lantern Works", ada, ben=Role.MEMBER)
    send_invitation(membership(lantern, ada), "somebody.with.a.long.address@example.org", Role.VIEWER, timezone.now())
    client = Client()
    sign_in(client, ada.email)
    client.post("/account/reauthenticate/", {"password": "a-quiet-register-of-terms"})
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _looked_at(page: Page, what: str, width: int) -> None:
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width, what
    results = Axe().run(page, options=_OPTIONS)
    assert results.violations_count == 0, f"{what}, {width} px: {results.generate_report()}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_before_signing_in(open_page: OpenPage, scheme: str) -> None:
    for path in _OPEN:
        for viewport in (DESKTOP, PHONE):
            page = open_page(path, viewport, color_scheme=scheme)
            _looked_at(page, path, viewport["width"])


@pytest.mark.parametrize(("viewport", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_pages_of_somebody_signed_in(
    open_page: OpenPage, session_of_ada: str, viewport: dict[str, int], scheme: str
) -> None:
    slug = User.objects.get(email="ada@example.org").workspaces.get(personal_of=None).slug
    page = open_page("/about", viewport, color_scheme=scheme)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session_of_ada, "url": page.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    for path in _OWN:
        if path == "/account/2fa/recovery-codes/":
            RecoveryCodes.activate(User.objects.get(email="ada@example.org"))
            TOTP.activate(User.objects.get(email="ada@example.org"), "JBSWY3DPEHPK3PXP")
        answer = page.goto(path.format(slug=slug))
        assert answer is not None
        assert answer.status == 200
        assert page.url.endswith(path.format(slug=slug)), f"{path} led to {page.url}"
        _looked_at(page, path, viewport["width"])
    assert Authenticator.objects.count() == 2

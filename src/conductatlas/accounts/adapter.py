"""How django-allauth's ways of signing in and up behave here."""

from __future__ import annotations

import logging
from ipaddress import ip_address
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.signup import send_unknown_account_mail
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from conductatlas.accounts.client_address import client_address
from conductatlas.accounts.invitations import invitation_of_session, is_invited
from conductatlas.accounts.models import User
from conductatlas.accounts.people import password_link

_SITE = "ConductAtlas"
_NO_MAIL = (
    "The server that takes our mail does not answer, so the mail that belongs here was not sent. "
    "Try again in a few minutes; an account that you have just made is kept, and signing in sends its link again."
)
_LOG = logging.getLogger(__name__)
_WAYS = {
    "reauthenticate": "With your password",
    "mfa_reauthenticate": "With a code",
    "mfa_reauthenticate:webauthn": "With a passkey",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Who may sign up, and what links in mails look like."""

    error_messages: ClassVar[dict[str, str]] = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed.",
        "cannot_remove_primary_email": "An account needs an address; change it instead.",
        "duplicate_email": "This is the address of your account already.",
        "email_password_mismatch": "The address or the password is not right.",
        "email_taken": "There is an account with this address already.",
        "enter_current_password": "This is not your current password.",
        "incorrect_code": "The code is not right. Codes of an app change every half minute.",
        "incorrect_password": "The password is not right.",
        "too_many_login_attempts": "Too many tries failed. Wait five minutes, or set a new password.",
        "rate_limited": "Too many tries. Wait a minute.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """As CONDUCTATLAS_ACCOUNTS says; where one must be invited, the link of an invitation was opened before."""
        if settings.ACCOUNTS == "invited":
            return invitation_of_session(request) is not None
        return bool(settings.ACCOUNTS == "open")

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that limits count by; one for all where the server is asked over a socket without any."""
        for address in (client_address(request), str(request.META.get("REMOTE_ADDR", ""))):
            try:
                return str(ip_address(address.partition("%")[0]))
            except ValueError:
                continue
        return "0.0.0.0"  # noqa: S104 (a value to count by, nothing listens on it)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        """A link under the public address, whatever name the request came by."""
        return settings.PUBLIC_ADDRESS + reverse("account_confirm_email", args=[emailconfirmation.key])

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The same for setting a password."""
        return password_link(key)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send, or say on a page that it could not be; what was stored before stays."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            _LOG.error("no mail could be sent (%s: %s)", template_prefix, error)
            values = {"title": "No mail could be sent", "message": _NO_MAIL}
            page = render(self.request, "site/404.html", values, status=503)
            raise ImmediateHttpResponse(page) from error

    def send_notification_mail(self, *args: Any, **values: Any) -> None:
        """Tell of what was done; that it was done does not hang on the mail."""
        try:
            super().send_notification_mail(*args, **values)
        except ImmediateHttpResponse:
            return

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """By which ways somebody may show that it is them, in our words."""
        return [one | {"description": _WAYS[one["id"]]} for one in super().get_reauthentication_methods(user)]

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """Send the link to confirmed addresses only, as soon as there is one.

        An address that waits for its confirmation may be mistyped: whoever reads its mail must not enter the account.
        """
        confirmed = EmailAddress.objects.filter(user=user, verified=True)
        if confirmed.exists() and not confirmed.filter(email=email.lower()).exists():
            send_unknown_account_mail(self.request, email)
        else:
            super().send_password_reset_mail(user, email, context)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors and passkeys."""

    error_messages: ClassVar[dict[str, str]] = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "unverified_email": "Confirm your address first.",
    }

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site as devices name it beside a passkey."""
        return {**super().get_public_key_credential_rp_entity(), "name": _SITE}

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        """What a passkey is called unless its owner calls it something."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return f"Passkey {number}"


class CompanyAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """A company's log-in by OpenID Connect."""

    error_messages: ClassVar[dict[str, str]] = DefaultSocialAccountAdapter.error_messages | {
        "connected_other": "This log-in belongs to another account already.",
        "no_password": "Set a password or add a passkey first; you could not sign in any more.",
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """The same setting holds; an invitation to the address that the company vouches for counts too."""
        if super().is_open_for_signup(request, sociallogin):
            return True
        return settings.ACCOUNTS == "invited" and any(map(is_invited, _vouched(sociallogin)))

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[User, str] | None:
        """The account with an address that both the company and its owner have confirmed, if there is one.

        An account whose address nobody confirmed may be somebody else's, who waits for its owner to come by.
        """
        for email in _vouched(sociallogin):
            known = EmailAddress.objects.filter(email=email, verified=True, user__is_active=True).first()
            if known is not None:
                return known.user, email
        return None

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """Take the name over, and an address as confirmed only where the company says so in so many words."""
        user: User = super().populate_user(request, sociallogin, data)
        user.name = " ".join(str(data.get("name") or "").split())[: User._meta.get_field("name").max_length]
        for address in sociallogin.email_addresses:
            address.verified = address.verified is True
        return user


def _vouched(sociallogin: SocialLogin) -> list[str]:
    return [one.email.lower() for one in sociallogin.email_addresses if one.verified is True]

"""The forms with which people sign up and add passkeys, where they differ from those of allauth."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import SignupForm as AllauthSignupForm
from allauth.core import context
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.conf import settings
from django.core.exceptions import ValidationError

from conductatlas.accounts.invitations import invitation_of_session


class SignupForm(AllauthSignupForm):  # type: ignore[misc]
    """Where one must be invited, the account is for the address that was."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        invitation = invitation_of_session(context.request)
        if invitation is not None:
            self.fields["email"].initial = invitation.email

    def clean_email(self) -> str:
        """Look at the invitation too."""
        email: str = super().clean_email()
        invitation = invitation_of_session(context.request)
        if settings.ACCOUNTS == "invited" and (invitation is None or invitation.email != email):
            raise ValidationError("Accounts are by invitation here: use the address to which yours was sent.")
        return email


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey signs in by itself unless its owner wants it beside the password only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True

"""What happens to the security of an account is noted in the audit trail, whoever does it by whatever page."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import (
    email_changed,
    password_changed,
    password_reset,
    password_set,
    user_logged_in,
    user_signed_up,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.socialaccount.signals import social_account_added, social_account_removed
from django.contrib.sessions.models import Session
from django.dispatch import receiver
from django.utils import timezone

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import User


@receiver(user_logged_in)
def _signed_in(**kwargs: Any) -> None:
    # Nobody else sweeps the sessions that have run out.
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


@receiver(user_signed_up)
def _signed_up(user: User, **kwargs: Any) -> None:
    audit(user, "account.created", user.email)


@receiver(email_changed)
def _email_changed(
    user: User, from_email_address: EmailAddress | None, to_email_address: EmailAddress, **kwargs: Any
) -> None:
    # The actor is the address as it was: so the trail of one person can be followed.
    before = from_email_address.email if from_email_address else user.email
    if before != to_email_address.email:
        audit(before, "account.email-changed", to_email_address.email)


@receiver([password_set, password_changed])
def _password_changed(user: User, **kwargs: Any) -> None:
    audit(user, "password.changed", user.email)


@receiver(password_reset)
def _password_reset(user: User, **kwargs: Any) -> None:
    audit(user, "password.reset", user.email)


@receiver(authenticator_added)
def _factor_added(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    audit(user, "factor.added", user.email, kind=authenticator.type)


@receiver(authenticator_removed)
def _factor_removed(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    audit(user, "factor.removed", user.email, kind=authenticator.type)


@receiver(authenticator_reset)
def _codes_made_anew(user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    audit(user, "factor.renewed", user.email, kind=authenticator.type)


@receiver(social_account_added)
def _company_added(sociallogin: Any, **kwargs: Any) -> None:
    audit(sociallogin.user, "company-log-in.added", sociallogin.user.email)


@receiver(social_account_removed)
def _company_removed(socialaccount: Any, **kwargs: Any) -> None:
    audit(socialaccount.user, "company-log-in.removed", socialaccount.user.email)

"""Accounts that the operator makes, and who may open the operators' pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import User
from conductatlas.accounts.workspaces import RefusedError


def add_person(email: str, *, staff: bool, password: str | None, actor: str) -> User:
    """Make an account whose address the operator vouches for. Raises RefusedError for what can't be used."""
    email = email.strip().lower()
    try:
        validate_email(email)
        if password is not None:
            validate_password(password, User(email=email))
    except ValidationError as error:
        raise RefusedError(" ".join(error.messages)) from error
    with transaction.atomic():
        if EmailAddress.objects.filter(email=email).exists() or User.objects.filter(email=email).exists():
            raise RefusedError("there is an account with this address already")
        user = User.objects.create_user(email, password, is_staff=staff)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        audit(actor, "account.created", email, staff=staff)
    return user


def password_key(user: User) -> str:
    """What a link to set a password holds; good until a password is set, for three days."""
    # Its forms can be loaded only after the adapter, which needs this module.
    from allauth.account.forms import default_token_generator

    return f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"


def password_link(key: str) -> str:
    """The address under which a password is set with a key (user and token) that allauth made."""
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
    return settings.PUBLIC_ADDRESS + path.replace("UID-KEY", quote(key))


def set_staff(email: str, staff: bool, actor: User | str, reason: str = "") -> User:
    """Open the operators' pages to somebody, or close them. Raises RefusedError where nobody has this address."""
    return _set("is_staff", email, staff, actor, "account.staff", staff=staff, reason=reason)


def set_active(email: str, active: bool, actor: User | str, reason: str = "") -> User:
    """Let somebody sign in again, or no more: they are signed out everywhere then. Raises RefusedError as above."""
    return _set("is_active", email, active, actor, "account.active", active=active, reason=reason)


def _set(field: str, email: str, value: bool, actor: User | str, action: str, **detail: Any) -> User:
    with transaction.atomic():
        user = User.objects.select_for_update().filter(email=email.strip().lower()).first()
        if user is None:
            raise RefusedError("there is no account with this address")
        setattr(user, field, value)
        user.save(update_fields=[field])
        audit(actor, action, user.email, **detail)
    return user

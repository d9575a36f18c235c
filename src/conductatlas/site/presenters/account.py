"""What a person sees of their own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Count, QuerySet

from conductatlas.accounts.invitations import HOLDS_FOR, invitations_to
from conductatlas.accounts.models import Invitation, Membership, Role, User

_MOST_INVITATIONS = 50


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey or security key."""

    name: str
    added_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Security:
    """How an account is guarded."""

    password: bool
    app: bool
    passkeys: tuple[Passkey, ...]
    recovery_codes: int
    companies: int
    sessions: int


@dataclass(frozen=True, slots=True)
class WorkspaceLine:
    """A workspace that one belongs to; an organisation has a page."""

    name: str
    slug: str
    personal: bool
    role: str
    members: int
    watches: int
    path: str


@dataclass(frozen=True, slots=True)
class InvitationLine:
    """An invitation that waits for an answer."""

    number: int
    organisation: str
    email: str
    role: str
    invited_by: str
    invited_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Account:
    """The page of one's own account."""

    email: str
    name: str
    new_email: str
    joined_at: datetime
    staff: bool
    security: Security
    workspaces: tuple[WorkspaceLine, ...]
    watches: int
    invitations: tuple[InvitationLine, ...]


def present_account(user: User, now: datetime) -> Account:
    """What there is to know of somebody's account."""
    pending = EmailAddress.objects.filter(user=user, verified=False).exclude(email=user.email).first()
    workspaces = _workspaces(user)
    return Account(
        user.email,
        user.name,
        pending.email if pending else "",
        user.joined_at,
        user.is_staff,
        _security(user, now),
        workspaces,
        sum(one.watches for one in workspaces),
        invitation_lines(invitations_to(user, now)[:_MOST_INVITATIONS]),
    )


def invitation_lines(invitations: QuerySet[Invitation]) -> tuple[InvitationLine, ...]:
    """Invitations as pages show them; workspace and inviter are loaded with them."""
    return tuple(
        InvitationLine(
            one.pk,
            one.workspace.name,
            one.email,
            Role(one.role).label,
            str(one.invited_by),
            one.invited_at,
            one.invited_at + HOLDS_FOR,
        )
        for one in invitations
    )


def organisation_path(slug: str) -> str:
    """The address of an organisation's page."""
    return f"/organisations/{slug}"


def _security(user: User, now: datetime) -> Security:
    factors = list(Authenticator.objects.filter(user=user).order_by("id"))
    codes = [one for one in factors if one.type == Authenticator.Type.RECOVERY_CODES]
    return Security(
        password=user.has_usable_password(),
        app=any(one.type == Authenticator.Type.TOTP for one in factors),
        passkeys=tuple(
            Passkey(str(one.wrap().name), one.created_at, one.last_used_at)
            for one in factors
            if one.type == Authenticator.Type.WEBAUTHN
        ),
        recovery_codes=len(codes[0].wrap().get_unused_codes()) if codes else 0,
        companies=SocialAccount.objects.filter(user=user).count(),
        sessions=UserSession.objects.filter(user=user, session_key__in=_current_sessions(now)).count(),
    )


def _current_sessions(now: datetime) -> QuerySet[Session, str]:
    return Session.objects.filter(expire_date__gt=now).values_list("session_key", flat=True)


def _workspaces(user: User) -> tuple[WorkspaceLine, ...]:
    memberships = Membership.objects.filter(user=user).select_related("workspace")
    counted = memberships.annotate(
        of_all=Count("workspace__memberships", distinct=True), watched=Count("workspace__watches", distinct=True)
    )
    return tuple(
        WorkspaceLine(
            one.workspace.name,
            one.workspace.slug,
            one.workspace.personal,
            Role(one.role).label,
            one.of_all,
            one.watched,
            "" if one.workspace.personal else organisation_path(one.workspace.slug),
        )
        for one in sorted(counted, key=lambda one: (not one.workspace.personal, one.workspace.name.lower(), one.pk))
    )

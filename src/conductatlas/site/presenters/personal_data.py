"""Everything that is held on a person, as they may take it with them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Model, Q, QuerySet

from conductatlas.accounts.models import AuditEntry, Invitation, Membership, Subscription, User
from conductatlas.monitoring.models import Attempt, Channel, Delivery, Preferences, Watch
from conductatlas.records.models import CorrectionRequest
from conductatlas.site.presenters.json import to_json
from conductatlas.workbench.models import Triage, TriageNote

# What is left out of each row: keys of rows, and what opens something.
_LEFT_OUT = {
    *("id", "user", "workspace", "channel", "delivery", "made_by", "added_by", "invited_by", "assignee"),
    *("secret", "feed_secret", "leased_by", "leased_until"),
}


def personal_data(user: User, now: datetime) -> dict[str, Any]:
    """All rows about a person, by subject, ready for JSON; no secrets, and nothing of other people."""
    own = Q(workspace__personal_of=user)
    addresses = list(EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True))
    known = {user.email, *addresses}
    return {
        "exported_at": to_json(now),
        "account": to_json(
            {
                "email": user.email,
                "name": user.name,
                "joined_at": user.joined_at,
                "last_login": user.last_login,
                "has_a_password": user.has_usable_password(),
                "may_open_the_operators_pages": user.is_staff,
            }
        ),
        "email_addresses": _rows(EmailAddress.objects.filter(user=user)),
        "second_factors": [_factor(one) for one in Authenticator.objects.filter(user=user).order_by("id")],
        "company_log_ins": _rows(SocialAccount.objects.filter(user=user)),
        "sessions": _rows(UserSession.objects.filter(user=user), "session_key", "data"),
        "preferences": _rows(Preferences.objects.filter(user=user)),
        "memberships": [
            _row(one) | {"workspace": one.workspace.name, "personal": one.workspace.personal}
            for one in Membership.objects.filter(user=user).select_related("workspace").order_by("id")
        ],
        "subscription_of_your_own_workspace": _rows(Subscription.objects.filter(own)),
        "watches": [
            _row(one) | {"workspace": one.workspace.name}
            for one in Watch.objects.filter(own | Q(made_by=user)).select_related("workspace").order_by("id")
        ],
        "channels": [
            _row(one) | {"workspace": one.workspace.name}
            for one in Channel.objects.filter(own | Q(added_by=user)).select_related("workspace").order_by("id")
        ],
        "deliveries": [_delivery(one) for one in _deliveries(user)],
        "invitations_sent": [
            _row(one) | {"workspace": one.workspace.name}
            for one in Invitation.objects.filter(invited_by=user).select_related("workspace").order_by("id")
        ],
        "invitations_received": [
            _row(one) | {"workspace": one.workspace.name}
            for one in Invitation.objects.filter(email__in=known).select_related("workspace").order_by("id")
        ],
        "problem_reports_that_wait": _rows(CorrectionRequest.objects.filter(email__in=known)),
        "triage_assigned": [
            _row(one, "change") | {"change": one.change.permanent_id, "workspace": one.workspace.name}
            for one in Triage.objects.filter(assignee=user).select_related("workspace", "change").order_by("id")
        ],
        "triage_notes": [
            _row(one, "triage") | {"workspace": one.triage.workspace.name}
            for one in TriageNote.objects.filter(by__in=known).select_related("triage__workspace").order_by("id")
        ],
        "audit_trail": [
            _row(one) | {"actor": one.actor if one.actor in known else "somebody else"}
            for one in AuditEntry.objects.filter(Q(actor__in=known) | Q(subject__in=known)).order_by("id")
        ],
    }


def _deliveries(user: User) -> QuerySet[Delivery]:
    found = Delivery.objects.filter(channel__workspace__personal_of=user)
    return found.select_related("channel").prefetch_related("attempts").order_by("id")


def _delivery(delivery: Delivery) -> dict[str, Any]:
    attempts: QuerySet[Attempt] = delivery.attempts.all()
    return _row(delivery) | {"channel": delivery.channel.address, "attempts": [_row(one) for one in attempts]}


def _factor(factor: Authenticator) -> dict[str, Any]:
    """What is known of a second factor, without what it consists of."""
    name = factor.wrap().name if factor.type == Authenticator.Type.WEBAUTHN else ""
    times = {"added_at": factor.created_at, "last_used_at": factor.last_used_at}
    return dict(to_json({"kind": factor.type, "name": str(name), **times}))


def _rows(rows: QuerySet[Any], *left_out: str) -> list[dict[str, Any]]:
    return [_row(one, *left_out) for one in rows]


def _row(row: Model, *left_out: str) -> dict[str, Any]:
    names = [one.name for one in row._meta.concrete_fields]
    kept = [name for name in names if name not in _LEFT_OUT and name not in left_out]
    return dict(to_json({name: _plain(row, name) for name in kept}))


def _plain(row: Model, name: str) -> Any:
    value = getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value

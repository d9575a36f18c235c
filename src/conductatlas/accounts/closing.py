"""Deleting an account: what goes, what stays, and under which name."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.dispatch import Signal
from django.utils.crypto import salted_hmac

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.members import is_alone_in, sole_owner_of
from conductatlas.accounts.models import AuditEntry, Invitation, Membership, Subscription, User, Workspace
from conductatlas.accounts.workspaces import RefusedError, is_paid_for, locked
from conductatlas.english import series

_EMAIL_CHANGED = "account.email-changed"

# Sent for each address of an account that is being deleted, inside the transaction; whoever keeps addresses puts the
# name in its place. Receivers get `address` and `name`.
address_erased = Signal()


def obstacles(user: User) -> list[str]:
    """What must be done before an account can be deleted, a line for each; nothing where it can be."""
    found = []
    if owned := sole_owner_of(user):
        names = series([one.name for one in owned])
        found.append(f"You are the only owner of {names}. Hand over to another member first.")
    found += [f"{one} has a paid plan. Cancel it first." for one in _going(user) if is_paid_for(one)]
    return found


def delete_account(user: User) -> None:
    """Delete a person with all that is theirs alone. Raises RefusedError as `obstacles` says.

    What they did in organisations stays in the audit trail, under a name from which nobody can tell who it was without
    the address and the secret key of the site. Organisations in which they are alone go with them.
    """
    with transaction.atomic():
        # Always in the same order, so that two who delete their accounts at once do not wait for each other.
        memberships = Membership.objects.filter(user=user).select_related("workspace").order_by("workspace_id")
        for membership in memberships:
            locked(membership.workspace)
        if told := obstacles(user):
            raise RefusedError(" ".join(told))
        _take_the_name_out(user)
        for session in UserSession.objects.filter(user=user):
            session.end()
        for workspace in _going(user):
            workspace.delete()
        user.delete()


def pseudonym(email: str) -> str:
    """The name under which a deleted account stays in the audit trail."""
    return f"deleted-{salted_hmac('conductatlas.accounts.closing', email.lower()).hexdigest()[:16]}"


def _going(user: User) -> list[Workspace]:
    """The workspaces that go with the account: their own, and those in which nobody else is."""
    memberships = Membership.objects.filter(user=user).select_related("workspace").order_by("workspace_id")
    return [one.workspace for one in memberships if one.workspace.personal or is_alone_in(user, one.workspace)]


def _take_the_name_out(user: User) -> None:
    """Leave no address in what stays."""
    name = pseudonym(user.email)
    audit(name, "account.deleted", name)
    addresses = _addresses_of(user)
    Invitation.objects.filter(email__in=addresses).delete()
    for address in addresses:
        AuditEntry.objects.filter(actor=address).update(actor=name)
        AuditEntry.objects.filter(subject=address).update(subject=name)
        Subscription.objects.filter(assigned_by=address).update(assigned_by=name)
        address_erased.send(sender=None, address=address, name=name)


def _addresses_of(user: User) -> set[str]:
    """All addresses that the account has or had, but for those that another account has now."""
    known = {user.email, *EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)}
    new = known
    while new:
        earlier = AuditEntry.objects.filter(action=_EMAIL_CHANGED, subject__in=new).values_list("actor", flat=True)
        new = set(earlier) - known
        known = known | new
    return known - set(User.objects.exclude(pk=user.pk).filter(email__in=known).values_list("email", flat=True))

"""The members of an organisation: who may do what to whom. An organisation always has an owner."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.limits import may_join
from conductatlas.accounts.models import Invitation, Membership, Role, User, Workspace
from conductatlas.accounts.workspaces import RefusedError, locked


def give_role(actor: Membership, user: int, role: Role) -> None:
    """Give a member another role. Raises RefusedError where the actor may not, or nobody would own it any more."""
    with transaction.atomic():
        acting, member = _both(actor, user)
        _refuse_unless_administrator(acting)
        if Role.OWNER in (Role(member.role), role) and acting.role != Role.OWNER:
            raise RefusedError("Only an owner makes somebody an owner, or takes that from them.")
        if member.role == Role.OWNER and role != Role.OWNER:
            _other_owner_than(member)
        before, member.role = member.role, role
        member.save(update_fields=["role"])
        audit(acting.user, "member.role", member.user.email, workspace=member.workspace, before=before, after=role)


def remove_member(actor: Membership, user: int) -> None:
    """Take a member out. Raises RefusedError where the actor may not."""
    with transaction.atomic():
        acting, member = _both(actor, user)
        _refuse_unless_administrator(acting)
        if member.role == Role.OWNER and acting.role != Role.OWNER:
            raise RefusedError("Only an owner removes an owner.")
        _end(member, acting.user, "member.removed")


def leave_organisation(membership: Membership) -> None:
    """Go. Raises RefusedError for the last owner, who must hand over first."""
    with transaction.atomic():
        _, member = _both(membership, membership.user_id)
        _end(member, member.user, "member.left")


def hand_over_to(actor: Membership, user: int) -> None:
    """Make another member an owner and oneself an administrator, in one."""
    with transaction.atomic():
        acting, member = _both(actor, user)
        if acting.role != Role.OWNER:
            raise RefusedError("Only an owner hands over.")
        if member.pk == acting.pk:
            raise RefusedError("Choose somebody else to hand over to.")
        Membership.objects.filter(pk=member.pk).update(role=Role.OWNER)
        Membership.objects.filter(pk=acting.pk).update(role=Role.ADMIN)
        audit(acting.user, "organisation.handed-over", member.user.email, workspace=member.workspace)


def refuse_without_seat(workspace: Workspace, now: datetime, *, promised: int = 0) -> None:
    """Raise RefusedError where the plan has no room for one more beside the members and what is promised to others.

    Whoever invites counts the open invitations as promised; of those who take one up, the first get the seats.
    """
    members = Membership.objects.filter(workspace=workspace).count()
    limit = may_join(workspace, members + promised, now)
    if limit is not None:
        raise RefusedError(f"{limit} Open invitations take up room too. Everybody who is in stays in.")


def sole_owner_of(user: User) -> list[Workspace]:
    """The organisations with other members that would have no owner without this person."""
    owned = Membership.objects.filter(user=user, role=Role.OWNER, workspace__personal_of=None)
    return [
        one.workspace
        for one in owned.select_related("workspace").order_by("workspace_id")
        if not _owners(one.workspace).exclude(user=user).exists() and not is_alone_in(user, one.workspace)
    ]


def is_alone_in(user: User, workspace: Workspace) -> bool:
    """Whether nobody else is a member."""
    return not Membership.objects.filter(workspace=workspace).exclude(user=user).exists()


def _both(actor: Membership, user: int) -> tuple[Membership, Membership]:
    """The memberships of who acts and of whom it is about, as they are now, with their workspace held."""
    workspace = locked(actor.workspace)
    members = Membership.objects.select_related("workspace", "user").filter(workspace=workspace)
    acting, member = members.filter(pk=actor.pk).first(), members.filter(user_id=user).first()
    if acting is None:
        raise RefusedError(f"You are no member of {workspace} any more.")
    if member is None:
        raise RefusedError("This person is no member any more.")
    return acting, member


def _refuse_unless_administrator(acting: Membership) -> None:
    if not Role(acting.role).includes(Role.ADMIN):
        raise RefusedError("Only administrators and owners change who is in, and as what.")


def _end(member: Membership, actor: User, action: str) -> None:
    if member.role == Role.OWNER:
        _other_owner_than(member)
    audit(actor, action, member.user.email, workspace=member.workspace)
    # Nobody comes in any more on the word of somebody who is out.
    Invitation.objects.filter(workspace=member.workspace, invited_by=member.user, accepted_at=None).delete()
    member.delete()


def _other_owner_than(member: Membership) -> None:
    if not _owners(member.workspace).exclude(pk=member.pk).exists():
        raise RefusedError(
            f"{member.workspace} would have no owner any more. Hand it over to another member first, or delete it."
        )


def _owners(workspace: Workspace) -> QuerySet[Membership]:
    return Membership.objects.filter(workspace=workspace, role=Role.OWNER)

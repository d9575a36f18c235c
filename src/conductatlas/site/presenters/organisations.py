"""What members see of their organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.invitations import open_invitations
from conductatlas.accounts.models import AuditEntry, Membership, Plan, Role, Workspace
from conductatlas.monitoring.models import Watch
from conductatlas.site.presenters.account import InvitationLine, invitation_lines, organisation_path
from conductatlas.site.presenters.paging import Paging, paging

ENTRIES_ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member, and which roles whoever looks may give them; none where they may not."""

    number: int
    name: str
    email: str
    role: str
    role_name: str
    joined_at: datetime
    is_you: bool
    may_become: tuple[str, ...]
    may_remove: bool


@dataclass(frozen=True, slots=True)
class Organisation:
    """The page of an organisation. `seats` is None for any number."""

    name: str
    slug: str
    path: str
    your_role: str
    may_manage: bool
    may_own: bool
    members: tuple[MemberLine, ...]
    invitations: tuple[InvitationLine, ...]
    plan: str
    seats: int | None
    watches: int


@dataclass(frozen=True, slots=True)
class TrailLine:
    """An act in the audit trail."""

    at: datetime
    actor: str
    action: str
    subject: str
    detail: dict[str, object]


@dataclass(frozen=True, slots=True)
class Trail:
    """What was done in an organisation, the latest first."""

    organisation: str
    path: str
    entries: tuple[TrailLine, ...]
    paging: Paging


def present_organisation(membership: Membership, now: datetime) -> Organisation:
    """An organisation as one of its members sees it; its invitations are for those who may invite."""
    workspace, role = membership.workspace, Role(membership.role)
    manages = role.includes(Role.ADMIN)
    waiting = open_invitations(now).filter(workspace=workspace).order_by("id")
    opened = entitlements(workspace, now)
    return Organisation(
        name=workspace.name,
        slug=workspace.slug,
        path=organisation_path(workspace.slug),
        your_role=role.label,
        may_manage=manages,
        may_own=role == Role.OWNER,
        members=_members(workspace, membership),
        invitations=invitation_lines(waiting) if manages else (),
        plan=Plan.objects.get(key=opened.plan).name if opened.plan else "",
        seats=opened.seats,
        watches=Watch.objects.filter(workspace=workspace).count(),
    )


def roles_to_give(role: Role) -> tuple[Role, ...]:
    """The roles that somebody may give others: no higher than their own."""
    return tuple(one for one in Role if role.includes(Role.ADMIN) and role.includes(one))


def present_trail(membership: Membership, page: int) -> Trail:
    """What was done in an organisation."""
    workspace = membership.workspace
    found = AuditEntry.objects.filter(workspace=workspace)
    place = paging(page, found.count(), ENTRIES_ON_A_PAGE)
    entries = found[place.offset : place.offset + place.per_page]
    return Trail(
        workspace.name,
        organisation_path(workspace.slug),
        tuple(TrailLine(one.at, one.actor, one.action, one.subject, one.detail) for one in entries),
        place,
    )


def _members(workspace: Workspace, viewer: Membership) -> tuple[MemberLine, ...]:
    members = list(Membership.objects.filter(workspace=workspace).select_related("user"))
    owners = sum(one.role == Role.OWNER for one in members)
    members.sort(key=lambda one: (-Role(one.role).rank, str(one.user).lower(), one.pk))
    return tuple(_member(one, viewer, last_owner=one.role == Role.OWNER and owners == 1) for one in members)


def _member(member: Membership, viewer: Membership, *, last_owner: bool) -> MemberLine:
    role, given = Role(member.role), roles_to_give(Role(viewer.role))
    may = role in given and not last_owner
    return MemberLine(
        member.user_id,
        member.user.name,
        member.user.email,
        role.value,
        role.label,
        member.joined_at,
        member.pk == viewer.pk,
        tuple(one.value for one in given) if may else (),
        may and member.pk != viewer.pk,
    )

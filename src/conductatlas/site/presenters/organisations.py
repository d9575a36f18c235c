"""What members see of their organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, IntegerField, When

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.invitations import open_invitations
from conductatlas.accounts.models import AuditEntry, Membership, Plan, Role, Workspace
from conductatlas.monitoring.models import Watch
from conductatlas.site.presenters.account import InvitationLine, invitation_lines, organisation_path
from conductatlas.site.presenters.paging import Paging, paging

ENTRIES_ON_A_PAGE = 50
MEMBERS_ON_A_PAGE = 30
_MOST_INVITATIONS = 50


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
    """The page of an organisation. `seats` is None for any number; of the members those of one page are there."""

    name: str
    slug: str
    path: str
    your_role: str
    may_manage: bool
    may_own: bool
    members: tuple[MemberLine, ...]
    paging: Paging
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


def present_organisation(membership: Membership, now: datetime, page: int = 1) -> Organisation:
    """An organisation as one of its members sees it; its invitations are for those who may invite."""
    workspace, role = membership.workspace, Role(membership.role)
    manages = role.includes(Role.ADMIN)
    waiting = open_invitations(now).filter(workspace=workspace).select_related("workspace", "invited_by").order_by("id")
    opened = entitlements(workspace, now)
    members, place = _members(workspace, membership, page)
    return Organisation(
        name=workspace.name,
        slug=workspace.slug,
        path=organisation_path(workspace.slug),
        your_role=role.label,
        may_manage=manages,
        may_own=role == Role.OWNER,
        members=members,
        paging=place,
        invitations=invitation_lines(waiting[:_MOST_INVITATIONS]) if manages else (),
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


def _members(workspace: Workspace, viewer: Membership, page: int) -> tuple[tuple[MemberLine, ...], Paging]:
    """The members of one page: those who may do most first."""
    found = Membership.objects.filter(workspace=workspace).select_related("user")
    place = paging(page, found.count(), MEMBERS_ON_A_PAGE)
    rank = Case(*[When(role=role.value, then=role.rank) for role in Role], output_field=IntegerField())
    ordered = found.annotate(rank=rank).order_by("-rank", "user__email")[place.offset : place.offset + place.per_page]
    one_owner = found.filter(role=Role.OWNER).count() == 1
    lines = (_member(one, viewer, last_owner=one.role == Role.OWNER and one_owner) for one in ordered)
    return tuple(lines), place


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

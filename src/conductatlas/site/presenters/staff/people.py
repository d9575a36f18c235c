"""People and workspaces, as operators see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from conductatlas.accounts.entitlements import standing, stands
from conductatlas.accounts.models import Membership, Subscription, SubscriptionState, User, Workspace
from conductatlas.accounts.subscriptions import is_paid_through_stripe
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.staff.audit import AuditLine, latest_about, latest_in

_PER_PAGE = 50
_MEMBERS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody with an account."""

    number: int
    path: str
    email: str
    name: str
    active: bool
    staff: bool
    joined_at: datetime
    last_login: datetime | None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """That somebody belongs to a workspace."""

    workspace: str
    workspace_path: str
    person: str
    person_path: str
    role: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """People whose address or name has some words in it, the latest first."""

    query: str
    paging: Paging
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody, where they belong, and what was done to their account."""

    person: PersonLine
    memberships: tuple[MemberLine, ...]
    audit: tuple[AuditLine, ...]


@dataclass(frozen=True, slots=True)
class WorkspaceLine:
    """A workspace and its plan; `plan` is empty where none stands but the free one."""

    slug: str
    path: str
    name: str
    personal: bool
    members: int
    watches: int
    plan: str
    state: str
    ends_at: datetime | None
    assigned_by: str
    through_stripe: bool


@dataclass(frozen=True, slots=True)
class WorkspacesPage:
    """Workspaces by words and by the state of their plan, the latest first."""

    query: str
    state: str
    paging: Paging
    workspaces: tuple[WorkspaceLine, ...]


@dataclass(frozen=True, slots=True)
class WorkspacePage:
    """A workspace, its members, and what was done in it."""

    workspace: WorkspaceLine
    stripe_customer: str
    stripe_subscription: str
    members: tuple[MemberLine, ...]
    audit: tuple[AuditLine, ...]


def present_people(query: str, page: int) -> PeoplePage:
    """A page of those whose address or name contains the query."""
    people = User.objects.filter(Q(email__icontains=query) | Q(name__icontains=query)).order_by("-joined_at", "-id")
    places = paging(page, people.count(), _PER_PAGE)
    return PeoplePage(query, places, tuple(map(_person, people[places.offset : places.offset + places.per_page])))


def present_person(person: User) -> PersonPage:
    """One of them."""
    memberships = Membership.objects.filter(user=person).select_related("workspace", "user").order_by("id")
    return PersonPage(_person(person), tuple(map(_member, memberships[:_MEMBERS_SHOWN])), latest_about(person.email))


def present_workspaces(query: str, state: str, page: int, now: datetime) -> WorkspacesPage:
    """A page of those whose name, slug or member's address contains the query."""
    named = Q(name__icontains=query) | Q(slug__icontains=query) | Q(members__email__icontains=query)
    found = Workspace.objects.filter(named) if query else Workspace.objects.all()
    if state == SubscriptionState.PAST_DUE:
        found = found.filter(subscription__state=state)
    elif state == SubscriptionState.ENDED:
        found = found.exclude(subscription=None).exclude(subscription__in=standing(now))
        found = found.exclude(subscription__state=SubscriptionState.PAST_DUE)
    elif state:
        found = found.filter(subscription__in=standing(now).filter(state=state))
    found = found.distinct().order_by("-created_at", "-id")
    places = paging(page, found.count(), _PER_PAGE)
    shown = list(found[places.offset : places.offset + places.per_page].values_list("pk", flat=True))
    rows = {one.pk: one for one in _loaded().filter(pk__in=shown)}
    return WorkspacesPage(query, state, places, tuple(_workspace(rows[pk], now) for pk in shown))


def present_workspace(slug: str, now: datetime) -> WorkspacePage | None:
    """One of them, if it is there."""
    found = _loaded().filter(slug=slug).first()
    if found is None:
        return None
    subscription = _subscription(found)
    members = Membership.objects.filter(workspace=found).select_related("workspace", "user").order_by("id")
    return WorkspacePage(
        _workspace(found, now),
        subscription.stripe_customer if subscription else "",
        subscription.stripe_subscription if subscription else "",
        tuple(map(_member, members[:_MEMBERS_SHOWN])),
        latest_in(found),
    )


def _loaded() -> QuerySet[Workspace]:
    rows = Workspace.objects.select_related("subscription__plan", "personal_of")
    return rows.annotate(member_count=Count("memberships", distinct=True), watch_count=Count("watches", distinct=True))


def _person(person: User) -> PersonLine:
    return PersonLine(
        person.pk,
        f"/staff/users/{person.pk}",
        person.email,
        person.name,
        person.is_active,
        person.is_staff,
        person.joined_at,
        person.last_login,
    )


def _member(membership: Membership) -> MemberLine:
    workspace = membership.workspace
    return MemberLine(
        workspace.name,
        f"/staff/workspaces/{workspace.slug}",
        membership.user.email,
        f"/staff/users/{membership.user_id}",
        membership.get_role_display(),
    )


def _subscription(workspace: Workspace) -> Subscription | None:
    return getattr(workspace, "subscription", None)


def _workspace(workspace: Workspace, now: datetime) -> WorkspaceLine:
    subscription = _subscription(workspace)
    stood = subscription if subscription is not None and stands(subscription, now) else None
    return WorkspaceLine(
        workspace.slug,
        f"/staff/workspaces/{workspace.slug}",
        workspace.personal_of.email if workspace.personal_of else workspace.name,
        workspace.personal,
        workspace.member_count,  # type: ignore[attr-defined]
        workspace.watch_count,  # type: ignore[attr-defined]
        stood.plan.name if stood else "",
        _state(subscription, stood),
        subscription.ends_at if subscription else None,
        stood.assigned_by if stood else "",
        is_paid_through_stripe(subscription),
    )


def _state(subscription: Subscription | None, stood: Subscription | None) -> str:
    if subscription is None:
        return ""
    # What ran out is called so, whether or not that was written down yet.
    unpaid = subscription.state == SubscriptionState.PAST_DUE
    return subscription.get_state_display() if stood or unpaid else SubscriptionState.ENDED.label

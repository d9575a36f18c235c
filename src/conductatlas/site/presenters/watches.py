"""What a workspace watches, its channels, and what was sent there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

from conductatlas.accounts.entitlements import entitlements
from conductatlas.accounts.models import Feature, Membership, Role, Workspace
from conductatlas.monitoring.audience import covered_watches
from conductatlas.monitoring.models import Attempt, Channel, ChannelKind, Delivery, DeliveryState, Watch, WatchKind
from conductatlas.monitoring.watching import filters_in_words, find_target, timing_in_words
from conductatlas.site.presenters.following import FollowLink
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.watch_feeds import follow_watch

_PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class WorkspaceLink:
    """A workspace, as its pages refer to it, and what the reader may do there."""

    slug: str
    name: str
    personal: bool
    may_watch: bool
    may_manage: bool


@dataclass(frozen=True, slots=True)
class WatchLine:
    """One watch: what it is of, which changes it asks for, when it is told. `covered`: by the plan.

    `feeds` have secret addresses, which open them to whoever knows them.
    """

    number: int
    kind: str
    kind_name: str
    target: str
    title: str
    target_path: str
    asks_for: str
    told: str
    paused: bool
    covered: bool
    since: datetime
    feeds: tuple[FollowLink, ...]


@dataclass(frozen=True, slots=True)
class WatchesPage:
    """What a workspace watches."""

    workspace: WorkspaceLink
    watches: tuple[WatchLine, ...]
    timing: str
    channels: int


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """One channel, and how it stands: `waiting` for its confirmation, `live` or `stopped`."""

    number: int
    kind: str
    kind_name: str
    address: str
    state: str
    since: datetime
    stopped_why: str
    failures: int
    deliveries: int
    secret: str


@dataclass(frozen=True, slots=True)
class ChannelsPage:
    """The channels of a workspace, and which kinds its plan opens."""

    workspace: WorkspaceLink
    channels: tuple[ChannelLine, ...]
    all_kinds: bool


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One try of a delivery."""

    at: datetime
    worked: bool
    detail: str


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """One delivery with its tries."""

    kind: str
    subject: str
    path: str
    channel: str
    state: str
    created_at: datetime
    sent_at: datetime | None
    next_try_at: datetime | None
    tries: int
    attempts: tuple[AttemptLine, ...]


@dataclass(frozen=True, slots=True)
class DeliveriesPage:
    """What was sent to the channels of a workspace, the latest first."""

    workspace: WorkspaceLink
    deliveries: tuple[DeliveryLine, ...]
    paging: Paging


def workspace_link(membership: Membership) -> WorkspaceLink:
    """Refer to a workspace."""
    workspace, role = membership.workspace, Role(membership.role)
    return WorkspaceLink(
        workspace.slug,
        "Your own" if workspace.personal else workspace.name,
        workspace.personal,
        role.includes(Role.MEMBER),
        role.includes(Role.ADMIN),
    )


def target_path(kind: str, target: str) -> str:
    """The address of what is watched."""
    roots = {
        WatchKind.PLATFORM: "/platforms/",
        WatchKind.CLAUSE_TYPE: "/clause-types/",
        WatchKind.LAW: "/laws/",
        WatchKind.SEARCH: "/search?q=",
        WatchKind.CATEGORY: "/matrix?category=",
    }
    return f"{roots.get(WatchKind(kind), '/')}{quote(target)}"


def watch_path(kind: str, target: str) -> str:
    """The address of the form that makes or changes a watch."""
    return f"/watch?{urlencode({'kind': kind, 'target': target})}"


def present_watches(membership: Membership, now: datetime) -> WatchesPage:
    """What a workspace watches, in the order in which it was added."""
    workspace = membership.workspace
    opened = entitlements(workspace, now)
    covered = {one.pk for one in covered_watches(workspace, opened)}
    watches = Watch.objects.filter(workspace=workspace).order_by("id")
    return WatchesPage(
        workspace_link(membership),
        tuple(_watch(one, workspace, now, one.paused or one.pk in covered) for one in watches),
        timing_in_words(workspace, now),
        Channel.objects.filter(workspace=workspace, stopped_at=None).exclude(confirmed_at=None).count(),
    )


def _watch(watch: Watch, workspace: Workspace, now: datetime, covered: bool) -> WatchLine:
    found = find_target(watch.kind, watch.target)
    return WatchLine(
        watch.pk,
        watch.kind,
        WatchKind(watch.kind).label,
        watch.target,
        found.title if found else watch.target,
        target_path(watch.kind, watch.target) if found else "",
        filters_in_words(watch),
        timing_in_words(workspace, now, at_once=watch.at_once),
        watch.paused,
        covered,
        watch.created_at,
        follow_watch(watch).links,
    )


def present_channels(membership: Membership, now: datetime) -> ChannelsPage:
    """The channels of a workspace; their secrets are for those who manage them."""
    link = workspace_link(membership)
    channels = Channel.objects.filter(workspace=membership.workspace).order_by("id")
    opens = entitlements(membership.workspace, now).opens(Feature.CHANNELS)
    return ChannelsPage(link, tuple(_channel(one, link.may_manage) for one in channels), opens)


def _channel(channel: Channel, manages: bool) -> ChannelLine:
    stopped = channel.stopped_at is not None
    state = "stopped" if stopped else "live" if channel.confirmed_at is not None else "waiting"
    return ChannelLine(
        channel.pk,
        channel.kind,
        ChannelKind(channel.kind).label,
        shown_address(channel),
        state,
        channel.stopped_at or channel.confirmed_at or channel.created_at,
        channel.stopped_why,
        channel.failures,
        channel.deliveries.count(),
        channel.secret if manages and channel.kind == ChannelKind.WEBHOOK else "",
    )


def shown_address(channel: Channel) -> str:
    """An address as pages show it: those of services hold tokens, of which only the beginning is shown."""
    if channel.kind != ChannelKind.APPRISE:
        return channel.address
    scheme, _, rest = channel.address.partition("://")
    return f"{scheme}://{rest[:6]}…"


def present_deliveries(membership: Membership, number: int) -> DeliveriesPage:
    """What was sent to the channels of a workspace, with every try."""
    found = Delivery.objects.filter(channel__workspace=membership.workspace).select_related("channel")
    place = paging(number, found.count(), _PER_PAGE)
    rows = list(found.order_by("-id")[place.offset : place.offset + _PER_PAGE])
    attempts: dict[int, list[Attempt]] = {}
    for attempt in Attempt.objects.filter(delivery__in=rows).order_by("id"):
        attempts.setdefault(attempt.delivery_id, []).append(attempt)
    lines = tuple(_delivery(one, attempts.get(one.pk, [])) for one in rows)
    return DeliveriesPage(workspace_link(membership), lines, place)


def _delivery(delivery: Delivery, attempts: list[Attempt]) -> DeliveryLine:
    waits = delivery.state == DeliveryState.DUE
    return DeliveryLine(
        delivery.get_kind_display(),
        delivery.subject,
        f"/{delivery.subject}" if delivery.subject.startswith("CA-") else "",
        shown_address(delivery.channel),
        delivery.get_state_display(),
        delivery.created_at,
        delivery.sent_at,
        delivery.next_try_at if waits else None,
        delivery.tries,
        tuple(AttemptLine(one.at, one.worked, one.detail) for one in attempts),
    )

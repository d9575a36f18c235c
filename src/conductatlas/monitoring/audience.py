"""Who is told: the channels of a workspace, and which of its watches its plan covers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from django.conf import settings

from conductatlas.accounts.entitlements import Entitlements, entitlements
from conductatlas.accounts.limits import Watched, which_count
from conductatlas.accounts.models import Feature, Membership, Timing, User, Workspace
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring.models import Channel, ChannelKind, Watch, WatchKind
from conductatlas.records.models import Document, parse_permanent_id


class Audience:
    """What is known of workspaces while news is worked off; each is looked up once."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._opened: dict[int, Entitlements] = {}
        self._covered: dict[int, frozenset[int]] = {}
        self._channels: dict[int, list[Channel]] = {}

    def opened(self, workspace: Workspace) -> Entitlements:
        """What the plan of a workspace opens."""
        if workspace.pk not in self._opened:
            self._opened[workspace.pk] = entitlements(workspace, self._now)
        return self._opened[workspace.pk]

    def hears_at_once(self, watch: Watch) -> bool:
        """Whether a watch is told as things happen; others are told in digests."""
        return watch.at_once and self.opened(watch.workspace).timing == Timing.SAME_DAY and self.covers(watch)

    def covers(self, watch: Watch) -> bool:
        """Whether the plan of its workspace covers a watch."""
        if not settings.PLANS:
            return True
        if watch.workspace_id not in self._covered:
            covered = covered_watches(watch.workspace, self.opened(watch.workspace))
            self._covered[watch.workspace_id] = frozenset(one.pk for one in covered)
        return watch.pk in self._covered[watch.workspace_id]

    def channels(self, workspaces: Iterable[Workspace]) -> dict[int, list[Channel]]:
        """The channels on which workspaces are told, by the ids of these: confirmed, not stopped, and in the plan."""
        wanted = {one.pk: one for one in workspaces}
        new = {key: one for key, one in wanted.items() if key not in self._channels}
        self._load(new)
        return {key: self._channels[key] for key in wanted}

    def _load(self, workspaces: dict[int, Workspace]) -> None:
        self._channels |= {key: [] for key in workspaces}
        live = Channel.objects.filter(confirmed_at__isnull=False, stopped_at=None).order_by("id")
        for channel in live.filter(workspace__in=workspaces):
            opened = self.opened(workspaces[channel.workspace_id])
            if channel.kind == ChannelKind.EMAIL or opened.opens(Feature.CHANNELS):
                self._channels[channel.workspace_id].append(channel)
        told = Membership.objects.filter(
            workspace__in=[key for key, one in workspaces.items() if not one.personal], told=True, user__is_active=True
        )
        for membership in told.filter(user__personal_workspace__channels=None).select_related("user"):
            account_channel(membership.user, self._now)
        own: dict[int, list[Channel]] = {}
        people = told.values_list("user_id", flat=True)
        for channel in live.filter(kind=ChannelKind.EMAIL, workspace__personal_of__in=people.distinct()).select_related(
            "workspace"
        ):
            own.setdefault(channel.workspace.personal_of_id or 0, []).append(channel)
        for workspace, user in told.values_list("workspace_id", "user_id"):
            self._channels[workspace].extend(own.get(user, []))


def account_channel(user: User, now: datetime) -> Channel:
    """A person's own e-mail channel, at the address of their account; made at its first use.

    The address of an account is confirmed before anybody can sign in with it, and need not be confirmed again.
    """
    workspace = personal_workspace(user)
    address = EmailAddress.objects.filter(user=user, email__iexact=user.email).first()
    confirmed = address is None or address.verified
    channel, _ = Channel.objects.get_or_create(
        workspace=workspace,
        kind=ChannelKind.EMAIL,
        address=user.email,
        defaults={"added_by": user, "confirmed_at": now if confirmed else None},
    )
    return channel


def covered_watches(workspace: Workspace, opened: Entitlements) -> list[Watch]:
    """Those of the watches of a workspace that are not paused and that its plan covers, the oldest first."""
    watches = list(Watch.objects.filter(workspace=workspace, paused=False).order_by("id"))
    counted = which_count([watched(one) for one in watches], opened)
    return [watch for watch, counts in zip(watches, counted, strict=True) if counts]


def watched(watch: Watch) -> Watched:
    """A watch as the limits of plans see it."""
    if watch.kind == WatchKind.PLATFORM:
        return Watched(watch.target)
    named = parse_permanent_id(watch.target) if watch.kind in (WatchKind.DOCUMENT, WatchKind.PROVISION) else None
    if named is None:
        return Watched("", closely=True)
    closely = watch.kind == WatchKind.PROVISION
    documents = Document.objects.filter(provisions=named[1]) if closely else Document.objects.filter(id=named[1])
    return Watched(documents.values_list("platform__slug", flat=True).first() or "", closely=closely)

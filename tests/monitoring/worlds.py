"""People who watch, in the invented world of records."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from conductatlas.accounts.models import Membership, Role, User, Workspace
from conductatlas.accounts.workspaces import create_organisation, personal_workspace
from conductatlas.monitoring.audience import account_channel
from conductatlas.monitoring.delivering import Courier
from conductatlas.monitoring.models import Channel, ChannelKind, Delivery, Watch, WatchKind
from conductatlas.monitoring.news import work_news
from conductatlas.records.models import Change, News

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)


def person(email: str = "ada@reader.example") -> User:
    """A person with a confirmed e-mail channel."""
    user = User.objects.create_user(email)
    account_channel(user, NOW)
    return user


def organisation(owner: User, *members: User, name: str = "Larkspur") -> Workspace:
    """An organisation with members."""
    workspace = create_organisation(name, owner)
    for member in members:
        Membership.objects.create(workspace=workspace, user=member, role=Role.MEMBER)
    return workspace


def watches(user_or_workspace: User | Workspace, kind: WatchKind, target: str, **how: Any) -> Watch:
    """A watch of a person's own, or of an organisation."""
    workspace = personal_workspace(user_or_workspace) if isinstance(user_or_workspace, User) else user_or_workspace
    return Watch.objects.create(workspace=workspace, kind=kind, target=target, **how)


def channel(workspace: Workspace, kind: ChannelKind, address: str, **how: Any) -> Channel:
    """A channel that is confirmed unless it is said otherwise."""
    return Channel.objects.create(workspace=workspace, kind=kind, address=address, **{"confirmed_at": NOW, **how})


def become_known(*changes: Change, at: datetime = NOW) -> None:
    """Let changes become news, and work that off."""
    for change in changes:
        News.objects.create(change=change, at=at, ready_at=at)
    work_all_news(at)


def work_all_news(at: datetime) -> None:
    """Work off all news that there is at a moment."""
    while work_news(at):
        pass


def told() -> list[tuple[str, str]]:
    """What is to be told, or was: addresses and subjects."""
    rows = Delivery.objects.order_by("channel__address", "subject")
    return list(rows.values_list("channel__address", "subject"))


class Clock:
    """A time that only passes when it is told to."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> datetime:
        """Let time pass."""
        self.now += timedelta(**time)
        return self.now


def courier(clock: Clock, name: str = "one", **how: Any) -> Courier:
    """A worker that lives at the time of a clock, and waits exactly as long as its pace says."""
    return Courier(name, now=clock, chance=lambda low, high: 1.0, **how)


def send_all(sender: Courier) -> None:
    """Send what is due now."""
    while sender.work():
        pass

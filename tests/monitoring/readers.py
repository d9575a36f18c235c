"""People who watch the invented world, for tests of what they are told."""

from __future__ import annotations

from datetime import datetime

from conductatlas.accounts.models import User
from conductatlas.accounts.workspaces import personal_workspace
from conductatlas.monitoring.models import Channel, ChannelKind, Preferences, Watch, WatchKind
from conductatlas.records.models import Change, News
from tests.records_factory import at

CONFIRMED = at(2026, 3, 2)


def make_reader(email: str = "reader@example.org", *, confirmed_at: datetime | None = CONFIRMED) -> Channel:
    """A person with an account, and their e-mail channel."""
    user = User.objects.create_user(email)
    workspace = personal_workspace(user)
    return Channel.objects.create(
        workspace=workspace, kind=ChannelKind.EMAIL, address=email, added_by=user, confirmed_at=confirmed_at
    )


def reader_of(channel: Channel) -> User:
    """Whose channel it is."""
    assert channel.workspace.personal_of is not None
    return channel.workspace.personal_of


def prefer(channel: Channel, **wishes: object) -> Preferences:
    """What the reader of a channel chose."""
    preferences, _ = Preferences.objects.update_or_create(user=reader_of(channel), defaults=wishes)
    return preferences


def watch(channel: Channel, kind: WatchKind = WatchKind.PLATFORM, target: str = "larkwell", **more: object) -> Watch:
    """Something that the reader of a channel watches."""
    return Watch.objects.create(workspace=channel.workspace, kind=kind, target=target, **more)


def make_news(change: Change, when: datetime | None = None) -> News:
    """That a change came to be known, at the time when it was recorded where no other is given."""
    moment = when or change.recorded_at
    return News.objects.create(change=change, at=moment, ready_at=moment)

"""What people choose of how they are told: their digest, which watches rest, and whether a channel is used at all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from conductatlas.accounts.models import Membership, User
from conductatlas.monitoring.digest_times import Rhythm
from conductatlas.monitoring.models import Channel, DigestRhythm, Preferences, Watch
from conductatlas.monitoring.stopping import go_on, stop_channel

UNSUBSCRIBED = "unsubscribed"
# Who did it, for the audit trail, where nobody signed in.
BY_LINK = "the link in a mail"


def preferences_of(user: User) -> Preferences:
    """A person's preferences; the usual ones where nothing was chosen, not stored."""
    return Preferences.objects.filter(user=user).first() or Preferences(user=user)


def choose_digest(user: User, wishes: Rhythm, now: datetime) -> None:
    """Store when a digest is to come. One that was off begins to cover what comes from now on."""
    with transaction.atomic():
        preferences, new = Preferences.objects.select_for_update().get_or_create(user=user)
        begins = not new and preferences.digest == DigestRhythm.NEVER and wishes.digest != DigestRhythm.NEVER
        preferences.digest, preferences.weekday = wishes.digest, wishes.weekday
        preferences.hour, preferences.time_zone = wishes.hour, wishes.time_zone
        changed = ["digest", "weekday", "hour", "time_zone"]
        if begins:
            preferences.digest_until = now
            changed.append("digest_until")
        preferences.save(update_fields=changed)


def own_watches(user: User) -> list[Watch]:
    """The watches of a person's own workspace, the oldest first."""
    return list(Watch.objects.filter(workspace__personal_of=user).order_by("id"))


def let_rest(user: User, shown: Collection[int], active: Collection[int]) -> None:
    """Pause those of a person's own watches that were shown and are not active, and take up those that are."""
    own = Watch.objects.filter(workspace__personal_of=user, pk__in=shown)
    own.exclude(pk__in=active).update(paused=True)
    own.filter(pk__in=active).update(paused=False)


def organisations_of(user: User) -> list[Membership]:
    """A person's memberships of organisations, by the names of these."""
    memberships = Membership.objects.filter(user=user, workspace__personal_of=None).select_related("workspace")
    return list(memberships.order_by("workspace__name", "id"))


def be_told(user: User, shown: Collection[int], told: Collection[int]) -> None:
    """Choose of which organisations' watches a person is told, among the memberships that were shown."""
    own = Membership.objects.filter(user=user, workspace__personal_of=None, pk__in=shown)
    own.exclude(pk__in=told).update(told=False)
    own.filter(pk__in=told).update(told=True)


def unsubscribe(channel: Channel, now: datetime, by: User | str = BY_LINK) -> None:
    """Send nothing more to a channel; one that was stopped before keeps its reason."""
    with transaction.atomic():
        stop_channel(channel, UNSUBSCRIBED, now, by)


def subscribe_again(channel: Channel, now: datetime, by: User | str = BY_LINK) -> None:
    """Use a stopped channel again. A person's next digest covers what comes from now on, as they chose not to hear."""
    if channel.stopped_at is None:
        return
    with transaction.atomic():
        go_on(channel, by)
        Preferences.objects.filter(user__personal_workspace=channel.workspace_id).update(digest_until=now)

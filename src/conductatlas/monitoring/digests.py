"""Making the digests that are due, each once, however many workers look and however long none did."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from conductatlas.accounts.models import Membership
from conductatlas.monitoring.audience import account_channel
from conductatlas.monitoring.digest_times import Due, Rhythm, latest_due
from conductatlas.monitoring.happenings import may_have_daily
from conductatlas.monitoring.models import (
    Channel,
    ChannelKind,
    Delivery,
    DeliveryKind,
    Digest,
    DigestRhythm,
    Preferences,
)

# What was noted just before a digest's time may be stored a little later: it is made when that has settled.
_SETTLES_WITHIN = timedelta(minutes=5)


def enqueue_due(now: datetime) -> int:
    """Make the deliveries of the digests that are due, and give how many were made.

    A digest covers the time from where the one before it ended, or from when its channel was confirmed. After a time in
    which nobody looked, one digest covers all of it.
    """
    _reach_members(now)
    _prefer_the_usual()
    settled = now - _SETTLES_WITHIN
    wishes = Preferences.objects.exclude(digest=DigestRhythm.NEVER)
    made = 0
    for row in wishes.values_list("digest", "weekday", "hour", "time_zone").distinct().order_by():
        rhythm = Rhythm(*row)
        due = latest_due(rhythm, settled)
        for channel in _channels_due(rhythm, due):
            made += _enqueue(channel, *_in_plan(channel, rhythm, due, now), now)
    return made


def digest_subject(rhythm: Rhythm, due: Due) -> str:
    """What a delivery of a digest is called: by the local day on which it was due."""
    return f"digest:{rhythm.digest}:{due.on.isoformat()}"


def _reach_members(now: datetime) -> None:
    """Whoever is told of what an organisation watches has a channel, if they have watched nothing of their own yet."""
    told = Membership.objects.filter(told=True, workspace__personal_of=None, user__is_active=True)
    reached = Channel.objects.filter(kind=ChannelKind.EMAIL, workspace__personal_of=OuterRef("user"))
    for membership in told.filter(~Exists(reached)).select_related("user"):
        account_channel(membership.user, now)


def _prefer_the_usual() -> None:
    """Whoever has a channel and said nothing gets the usual digest."""
    silent = _live_channels().filter(workspace__personal_of__preferences=None)
    people = silent.values_list("workspace__personal_of", flat=True).distinct()
    Preferences.objects.bulk_create([Preferences(user_id=one) for one in people], ignore_conflicts=True)


def _live_channels() -> QuerySet[Channel]:
    """The confirmed e-mail channels of people with an account."""
    return Channel.objects.filter(
        kind=ChannelKind.EMAIL,
        confirmed_at__isnull=False,
        stopped_at=None,
        workspace__personal_of__is_active=True,
    )


def _channels_due(rhythm: Rhythm, due: Due) -> list[Channel]:
    """For each person whose digest is due, their channel: the one to their account's address, or else the oldest."""
    chosen: dict[int, Channel] = {}
    channels = (
        _live_channels()
        .filter(
            workspace__personal_of__preferences__digest=rhythm.digest,
            workspace__personal_of__preferences__weekday=rhythm.weekday,
            workspace__personal_of__preferences__hour=rhythm.hour,
            workspace__personal_of__preferences__time_zone=rhythm.time_zone,
        )
        .alias(begun=Coalesce("workspace__personal_of__preferences__digest_until", "confirmed_at"))
        .filter(begun__lt=due.at)
        .select_related("workspace__personal_of__preferences")
        .order_by("id")
    )
    for channel in channels:
        person = channel.workspace.personal_of
        assert person is not None  # noqa: S101 (they were chosen by it)
        if person.pk not in chosen or channel.address.casefold() == person.email.casefold():
            chosen[person.pk] = channel
    return list(chosen.values())


def _in_plan(channel: Channel, rhythm: Rhythm, due: Due, now: datetime) -> tuple[Rhythm, Due]:
    """The rhythm and the moment as the reader's plans have it: some tell once a week, whatever was chosen."""
    person = channel.workspace.personal_of
    if rhythm.digest != DigestRhythm.DAILY or person is None or may_have_daily(person, now):
        return rhythm, due
    weekly = replace(rhythm, digest=DigestRhythm.WEEKLY)
    return weekly, latest_due(weekly, now - _SETTLES_WITHIN)


def _enqueue(channel: Channel, rhythm: Rhythm, due: Due, now: datetime) -> int:
    """Make one digest, unless another worker just did: whoever moves the end of the covered time makes it."""
    person = channel.workspace.personal_of
    assert person is not None and channel.confirmed_at is not None  # noqa: S101 (channels were chosen by both)
    covered = person.preferences.digest_until
    if (covered or channel.confirmed_at) >= due.at:
        return 0
    try:
        with transaction.atomic():
            unmoved = Preferences.objects.filter(user=person, digest_until=covered)
            if not unmoved.update(digest_until=due.at):
                return 0
            delivery = Delivery.objects.create(
                channel=channel,
                kind=DeliveryKind.DIGEST,
                subject=digest_subject(rhythm, due),
                created_at=now,
                next_try_at=now,
            )
            Digest.objects.create(
                delivery=delivery,
                rhythm=rhythm.digest,
                since=covered or channel.confirmed_at,
                until=due.at,
                time_zone=rhythm.time_zone,
            )
    except IntegrityError:
        # A digest of this day went out already, from another time zone: what came since is the next one's.
        return 0
    return 1

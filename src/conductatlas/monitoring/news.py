"""Working off the news: for each, the deliveries that it makes, in one transaction."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import QuerySet

from conductatlas.monitoring.audience import Audience
from conductatlas.monitoring.matching import facts_of, matching
from conductatlas.monitoring.models import Channel, Delivery, DeliveryKind, DeliveryState
from conductatlas.records.models import (
    Change,
    ChangeItem,
    Erratum,
    Kind,
    News,
    Verdict,
    parse_permanent_id,
    permanent_id,
)

_log = logging.getLogger(__name__)
# How many are worked off in one transaction at most, and for how many seconds: until it ends, an SQLite database has no
# other writer, and a worker that is killed has done nothing. How long one waits that could not be worked off.
_AT_ONCE = 50
_SECONDS = 1.0
_WAITS = timedelta(minutes=10)


def work_news(now: datetime) -> int:
    """Work off some of the news that wait; give their number, 0 where none waits.

    Several workers may do so at the same time: each piece of news is one worker's, and is marked as worked off in the
    transaction that stores its deliveries.
    """
    waiting = News.objects.filter(worked_at=None, ready_at__lte=now).order_by("ready_at", "id")
    if not waiting.exists():
        return 0
    with transaction.atomic():
        rows = list(locked(waiting)[:_AT_ONCE])
        audience, began, worked = Audience(now), time.monotonic(), 0
        for news in rows:
            if worked and time.monotonic() - began > _SECONDS:
                break
            worked += 1
            try:
                with transaction.atomic():
                    _work(news, audience, now)
            except Exception:
                # One that can't be worked off holds up none of the others.
                _log.exception("news %s can't be worked off; tried again in %s", news.pk, _WAITS)
                News.objects.filter(pk=news.pk).update(ready_at=now + _WAITS)
            else:
                News.objects.filter(pk=news.pk).update(worked_at=now)
    return worked


def locked(rows: QuerySet) -> QuerySet:  # type: ignore[type-arg]
    """The rows, locked until the transaction ends; those that another worker has locked are passed over.

    SQLite has one writer at a time, so there is nothing to lock.
    """
    skips = connection.features.has_select_for_update_skip_locked
    return rows.select_for_update(skip_locked=True, of=("self",)) if skips else rows


def _work(news: News, audience: Audience, now: datetime) -> None:
    if news.change_id is not None:
        change = Change.objects.select_related("document__platform", "version", "previous").get(pk=news.change_id)
        if holds(change):
            _tell_of(change, audience, now)
    elif news.erratum is not None:
        _correct(news.erratum, now)


def holds(change: Change) -> bool:
    """Whether a change may be told of: nobody took it back, and its version was not found to be a failed capture."""
    return not (change.taken_back or change.document.taken_back or change.verdict == Verdict.FAILED)


def _tell_of(change: Change, audience: Audience, now: datetime) -> None:
    watches = [watch for watch, _ in matching(facts_of([change])[0]) if audience.hears_at_once(watch)]
    channels = audience.channels(watch.workspace for watch in watches)
    because: dict[int, list[int]] = {}
    one_of: dict[tuple[str, str], int] = {}
    told = sorted(((channel, watch) for watch in watches for channel in channels[watch.workspace_id]), key=_by_age)
    for channel, watch in told:
        # One address is one channel here, whoever entered it how often.
        key = one_of.setdefault((channel.kind, channel.address.casefold()), channel.pk)
        if watch.pk not in because.setdefault(key, []):
            because[key].append(watch.pk)
    _enqueue(DeliveryKind.CHANGE, change.permanent_id, because, now)


def _by_age(told: tuple[Channel, object]) -> int:
    return told[0].pk


def _enqueue(kind: DeliveryKind, subject: str, because: dict[int, list[int]], now: datetime) -> None:
    dropped = Delivery.objects.filter(channel__in=because, subject=subject, state=DeliveryState.DROPPED)
    for one in list(dropped):
        # It was taken back before it was sent, and holds again.
        one.state, one.because, one.next_try_at, one.tries, one.message_id = (
            DeliveryState.DUE,
            because[one.channel_id],
            now,
            0,
            "",
        )
        one.save(update_fields=["state", "because", "next_try_at", "tries", "message_id"])
    Delivery.objects.bulk_create(
        [
            Delivery(channel_id=channel, kind=kind, subject=subject, because=watches, created_at=now, next_try_at=now)
            for channel, watches in because.items()
        ],
        500,
        ignore_conflicts=True,
    )


def _correct(erratum: Erratum, now: datetime) -> None:
    """Enqueue a correction for everybody who was told of a change that an erratum is about."""
    because: dict[int, list[int]] = {}
    for delivery in told_of(erratum).order_by("id"):
        because[delivery.channel_id] = sorted({*because.get(delivery.channel_id, []), *delivery.because})
    live = Channel.objects.filter(pk__in=because, confirmed_at__isnull=False, stopped_at=None)
    alive = set(live.values_list("pk", flat=True))
    kept = {channel: watches for channel, watches in because.items() if channel in alive}
    _enqueue(DeliveryKind.CORRECTION, erratum_subject(erratum), kept, now)


def erratum_subject(erratum: Erratum) -> str:
    """What a delivery that tells of an erratum is called."""
    return f"erratum:{erratum.pk}"


def told_of(erratum: Erratum) -> QuerySet[Delivery]:
    """The deliveries that told, or are just telling, of a change that an erratum is about."""
    subjects = [permanent_id(Kind.CHANGE, one) for one in _changes(erratum)]
    return Delivery.objects.filter(
        kind=DeliveryKind.CHANGE, subject__in=subjects, state__in=(DeliveryState.SENT, DeliveryState.SENDING)
    )


def _changes(erratum: Erratum) -> Iterable[int]:
    """The numbers of the changes that an erratum is about: of a document all, of a provision those that touched it."""
    named = parse_permanent_id(erratum.record)
    if named is None:
        return ()
    kind, number = named
    if kind is Kind.CHANGE:
        return (number,)
    if kind is Kind.DOCUMENT:
        return Change.objects.filter(document=number).values_list("id", flat=True)
    return ChangeItem.objects.filter(provision=number).values_list("change_id", flat=True).distinct()

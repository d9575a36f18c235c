"""Which deliveries a worker takes, and that it still has them: leases, taken by one conditional update each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from conductatlas.monitoring.models import Delivery, DeliveryState
from conductatlas.monitoring.news import locked

OPEN = (DeliveryState.DUE, DeliveryState.SENDING)
# Of so many that wait longest, the channels are looked up; all that is due on these is taken together.
_LOOKED_AT = 100
_MOST_CHANNELS = 10
_MOST = 1_000


def claim(worker: str, now: datetime, lease: timedelta) -> list[Delivery]:
    """Take what is due on some channels, on each of them as a whole, the channel that waits longest first.

    One that was being sent when its worker's lease ran out is due again: whether it arrived, nobody knows.
    """
    free = Q(leased_until=None) | Q(leased_until__lte=now)
    due = Delivery.objects.filter(free, state__in=OPEN, next_try_at__lte=now)
    waiting = due.order_by("next_try_at", "id").values_list("channel_id", flat=True)[:_LOOKED_AT]
    channels = list(dict.fromkeys(waiting))[:_MOST_CHANNELS]
    if not channels:
        return []
    with transaction.atomic():
        rows = due.filter(channel__in=channels).order_by("channel_id", "-message_id", "id")
        found = _whole(list(locked(rows)[:_MOST]))
        taken = Delivery.objects.filter(free, pk__in=[one.pk for one in found])
        taken.update(leased_by=worker, leased_until=now + lease)
    place = {channel: number for number, channel in enumerate(channels)}
    return sorted(found, key=lambda one: (place[one.channel_id], one.pk))


def _whole(found: list[Delivery]) -> list[Delivery]:
    """Leave out the last message where there were more rows than are taken: its other part would be sent by itself."""
    last = found[-1].message_id if len(found) == _MOST else ""
    return [one for one in found if not last or one.message_id != last]


def begin(group: Sequence[Delivery], worker: str, message_id: str, now: datetime, lease: timedelta) -> bool:
    """Store that deliveries are being sent, before anything is; False where one of them is no longer the worker's."""
    keys = [one.pk for one in group]
    with transaction.atomic():
        held = Delivery.objects.filter(pk__in=keys, leased_by=worker, leased_until__gt=now, state__in=OPEN)
        changed = held.update(
            state=DeliveryState.SENDING, message_id=message_id, tries=F("tries") + 1, leased_until=now + lease
        )
        if changed != len(keys):
            transaction.set_rollback(True)
            return False
    return True


def renew(deliveries: Iterable[Delivery], worker: str, now: datetime, lease: timedelta) -> None:
    """Keep the lease of what is still to be sent."""
    keys = [one.pk for one in deliveries]
    Delivery.objects.filter(pk__in=keys, leased_by=worker, leased_until__gt=now).update(leased_until=now + lease)


def give_back(deliveries: Iterable[Delivery], worker: str, until: datetime | None = None) -> None:
    """End the lease of deliveries that are still open; `until`: not to be sent before."""
    held = Delivery.objects.filter(pk__in=[one.pk for one in deliveries], leased_by=worker)
    held.update(leased_by="", leased_until=None, **({"next_try_at": until} if until is not None else {}))

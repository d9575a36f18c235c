"""From deliveries that are about to be sent to the message that is sent: everything is looked at once more.

What was taken back meanwhile, or is no longer watched, is not told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conductatlas.monitoring.matching import facts_of, matching_items
from conductatlas.monitoring.messages import (
    Message,
    compose_alert,
    compose_bundle,
    compose_correction,
    compose_digest,
)
from conductatlas.monitoring.models import Channel, Delivery, DeliveryKind, DeliveryState, Watch
from conductatlas.monitoring.news import holds, told_of
from conductatlas.records.models import Change, ChangeItem, Erratum, parse_permanent_id


@dataclass(frozen=True, slots=True)
class Composed:
    """A message, None where there is nothing to send; the ids of the deliveries that it is not for any more."""

    message: Message | None
    dropped: frozenset[int] = frozenset()
    waits: bool = False


def compose(deliveries: Sequence[Delivery], channel: Channel) -> Composed:
    """Write the message of some deliveries of one kind on one channel. `waits`: it is to be tried a little later."""
    kind = deliveries[0].kind
    if kind == DeliveryKind.CHANGE:
        return _changes(deliveries, channel)
    every = frozenset(one.pk for one in deliveries)
    if kind == DeliveryKind.DIGEST:
        message = compose_digest(deliveries[0])
        return Composed(message, frozenset() if message else every)
    return _correction(deliveries[0], channel, every)


def _changes(deliveries: Sequence[Delivery], channel: Channel) -> Composed:
    found = {one.change.permanent_id: one for one in facts_of(_load(deliveries))}
    watches = Watch.objects.filter(pk__in={key for one in deliveries for key in one.because}, paused=False)
    known = {watch.pk: watch for watch in watches}
    told: list[tuple[Change, Sequence[ChangeItem]]] = []
    because: dict[int, Watch] = {}
    dropped: set[int] = set()
    for delivery in deliveries:
        facts = found.get(delivery.subject)
        if facts is None or not holds(facts.change):
            dropped.add(delivery.pk)
            continue
        asked = {key: matching_items(known[key], facts) for key in delivery.because if key in known}
        wanted = {key: items for key, items in asked.items() if items is not None}
        if not wanted:
            dropped.add(delivery.pk)
            continue
        because |= {key: known[key] for key in wanted}
        items = {item.position: item for some in wanted.values() for item in some}
        told.append((facts.change, tuple(items[position] for position in sorted(items))))
    reasons = [because[key] for key in sorted(because)]
    if not told:
        return Composed(None, frozenset(dropped))
    if len(told) == 1:
        return Composed(compose_alert(*told[0], reasons, channel), frozenset(dropped))
    return Composed(compose_bundle(told, reasons, channel), frozenset(dropped))


def _load(deliveries: Sequence[Delivery]) -> list[Change]:
    named = (parse_permanent_id(one.subject) for one in deliveries)
    numbers = [one[1] for one in named if one is not None]
    related = ("document__platform", "document__collection", "version", "previous")
    return list(Change.objects.filter(id__in=numbers).select_related(*related))


def _correction(delivery: Delivery, channel: Channel, every: frozenset[int]) -> Composed:
    number = delivery.subject.rpartition(":")[2]
    erratum = Erratum.objects.filter(pk=int(number)).first() if number.isdigit() else None
    if erratum is None:
        return Composed(None, every)
    told = told_of(erratum).filter(channel=channel)
    latest = told.filter(state=DeliveryState.SENT).order_by("-sent_at", "-id").first()
    if latest is None:
        # The change is just being sent, or it is tried again: the correction comes after it, or not at all.
        return Composed(None, waits=True) if told.exists() else Composed(None, every)
    return Composed(compose_correction(erratum, _load([latest])[0], channel))

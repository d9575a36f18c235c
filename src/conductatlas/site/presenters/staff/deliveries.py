"""Deliveries and their attempts, as operators see them. What they say is not shown: it is between us and the reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from conductatlas.monitoring.models import Attempt, Channel, Delivery
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.watches import AttemptLine

_PER_PAGE = 50
_ATTEMPTS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """A delivery, and how its last attempt went."""

    number: int
    path: str
    subject: str
    kind: str
    state: str
    stands: str
    channel: str
    address: str
    workspace_path: str
    created_at: datetime
    next_try_at: datetime
    sent_at: datetime | None
    tries: int


@dataclass(frozen=True, slots=True)
class DeliveriesPage:
    """Deliveries by state and kind of channel, the latest first."""

    state: str
    channel: str
    paging: Paging
    deliveries: tuple[DeliveryLine, ...]


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """A delivery with its attempts, the latest first."""

    delivery: DeliveryLine
    channel_stopped_at: datetime | None
    channel_stopped_why: str
    attempts: tuple[AttemptLine, ...]


def present_deliveries(state: str, channel: str, page: int) -> DeliveriesPage:
    """A page of the deliveries in a state on a kind of channel, or of all."""
    rows = Delivery.objects.select_related("channel__workspace").order_by("-id")
    if state:
        rows = rows.filter(state=state)
    if channel:
        rows = rows.filter(channel__kind=channel)
    places = paging(page, rows.count(), _PER_PAGE)
    shown = rows[places.offset : places.offset + places.per_page]
    return DeliveriesPage(state, channel, places, tuple(map(_line, shown)))


def present_delivery(delivery: Delivery) -> DeliveryPage:
    """One of them; its channel and workspace must be loaded."""
    attempts = Attempt.objects.filter(delivery=delivery).order_by("-at", "-id")[:_ATTEMPTS_SHOWN]
    channel = delivery.channel
    return DeliveryPage(
        _line(delivery),
        channel.stopped_at,
        channel.stopped_why,
        tuple(AttemptLine(one.at, one.worked, one.detail) for one in attempts),
    )


def _line(delivery: Delivery) -> DeliveryLine:
    channel = delivery.channel
    return DeliveryLine(
        delivery.pk,
        f"/staff/deliveries/{delivery.pk}",
        delivery.subject,
        delivery.get_kind_display(),
        delivery.state,
        delivery.get_state_display(),
        channel.get_kind_display(),
        _shown(channel),
        f"/staff/workspaces/{channel.workspace.slug}",
        delivery.created_at,
        delivery.next_try_at,
        delivery.sent_at,
        delivery.tries,
    )


def _shown(channel: Channel) -> str:
    """Where a channel leads; of others than mail only scheme and host, since the rest of them may be a password."""
    if channel.kind == "email":
        return channel.address
    scheme, mark, rest = channel.address.partition("://")
    host = rest.partition("/")[0].rpartition("@")[2] if scheme in ("http", "https") else "…"
    return f"{scheme}{mark}{host}" if mark else "…"

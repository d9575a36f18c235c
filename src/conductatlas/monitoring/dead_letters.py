"""What an operator does about a delivery by hand: have it tried again, or drop it."""

from __future__ import annotations

from datetime import datetime

from conductatlas.monitoring.models import Delivery, DeliveryState


def retry(number: int, now: datetime) -> bool:
    """Have a delivery that was given up tried anew, as if for the first time; whether there was such a one."""
    given_up = Delivery.objects.filter(pk=number, state=DeliveryState.GIVEN_UP)
    fresh = {"next_try_at": now, "tries": 0, "leased_by": "", "leased_until": None}
    return given_up.update(state=DeliveryState.DUE, **fresh) > 0


def drop(number: int) -> bool:
    """Drop a delivery that waits or was given up; whether there was such a one. What is being sent is left alone."""
    waiting = Delivery.objects.filter(pk=number, state__in=[DeliveryState.DUE, DeliveryState.GIVEN_UP])
    return waiting.update(state=DeliveryState.DROPPED) > 0

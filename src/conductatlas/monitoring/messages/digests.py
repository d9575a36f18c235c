"""Digests: what is written of a period."""

from __future__ import annotations

from conductatlas.monitoring.messages.message import Message
from conductatlas.monitoring.models import Delivery


def compose_digest(delivery: Delivery) -> Message | None:
    """The digest that a delivery stands for; None where there is nothing to tell."""
    return None

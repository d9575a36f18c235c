"""Stopping a channel: nothing more is sent there, and its page says why."""

from __future__ import annotations

from datetime import datetime

from conductatlas.accounts.auditing import audit
from conductatlas.accounts.models import User
from conductatlas.monitoring.models import Channel, DeliveryState

_LONGEST = 300


def stop_channel(channel: Channel, why: str, now: datetime, by: User | str = "delivery") -> None:
    """Stop a channel; what still waits for it is dropped. Call it in the transaction that found out why."""
    stopped = Channel.objects.filter(pk=channel.pk, stopped_at=None)
    if stopped.update(stopped_at=now, stopped_why=why[:_LONGEST]):
        audit(by, "channel.stopped", str(channel)[:254], workspace=channel.workspace, why=why[:_LONGEST])
    channel.deliveries.filter(state=DeliveryState.DUE).update(state=DeliveryState.DROPPED)


def go_on(channel: Channel, by: User | str) -> None:
    """Let a channel that was stopped be told again, of what comes from now on."""
    Channel.objects.filter(pk=channel.pk).update(stopped_at=None, stopped_why="", failures=0)
    audit(by, "channel.resumed", str(channel)[:254], workspace=channel.workspace)

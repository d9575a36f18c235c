"""Deliveries: what is to be told on a channel, how often it was tried, and what became of it."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from conductatlas.monitoring.models.channels import Channel


class DeliveryKind(models.TextChoices):
    """What is told."""

    CHANGE = "change", "a change"
    CORRECTION = "correction", "a correction of a change that was told"
    DIGEST = "digest", "a digest"


class DeliveryState(models.TextChoices):
    """Where a delivery stands."""

    DUE = "due", "due"
    SENDING = "sending", "being sent"
    SENT = "sent", "sent"
    GIVEN_UP = "given-up", "given up"
    DROPPED = "dropped", "not sent, since it no longer holds"


class Delivery(models.Model):
    """One message on one channel. `subject` names what it tells of, and no channel is told of a subject twice."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="deliveries")
    kind = models.CharField(max_length=10, choices=DeliveryKind.choices)
    subject = models.CharField(max_length=80, help_text="CA-C-000123, erratum:17, digest:weekly:2026-11-23")
    because = models.JSONField(default=list, help_text="ids of the watches that asked for it")
    state = models.CharField(max_length=8, choices=DeliveryState.choices, default=DeliveryState.DUE)
    created_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now, help_text="not sent before")
    tries = models.PositiveIntegerField(default=0)
    leased_by = models.CharField(max_length=80, blank=True)
    leased_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    message_id = models.CharField(
        max_length=200, blank=True, db_index=True, help_text="the same at every try, so that doubles show"
    )

    class Meta:
        constraints = (models.UniqueConstraint(fields=["channel", "subject"], name="told_once_per_channel"),)
        indexes = (
            models.Index(fields=["next_try_at"], name="delivery_due", condition=models.Q(state__in=["due", "sending"])),
            models.Index(fields=["subject"], name="delivery_by_subject"),
        )

    def __str__(self) -> str:
        return f"{self.subject} on {self.channel_id}: {self.state}"


class Attempt(models.Model):
    """One try of a delivery, for the log."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attempts")
    at = models.DateTimeField(default=timezone.now)
    worked = models.BooleanField()
    detail = models.CharField(max_length=500, blank=True, help_text="what the other side answered, in a line")

    def __str__(self) -> str:
        return f"{self.delivery_id} {self.at:%Y-%m-%d %H:%M} {'sent' if self.worked else self.detail}"

"""Channels: by which ways a workspace is told."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from conductatlas.accounts.models import Workspace


class ChannelKind(models.TextChoices):
    """A way of telling."""

    EMAIL = "email", "e-mail"
    WEBHOOK = "webhook", "signed webhook"
    APPRISE = "apprise", "chat or push service"


def _secret() -> str:
    return secrets.token_urlsafe(32)


class Channel(models.Model):
    """An address that is told.

    A person's e-mail channel stands in their own workspace; a shared one in the organisation's. Whatever reaches a
    channel reaches it once, however many watches and workspaces it is for.
    """

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="channels")
    kind = models.CharField(max_length=8, choices=ChannelKind.choices)
    address = models.CharField(max_length=500, help_text="an e-mail address, a URL, or an address that apprise knows")
    secret = models.CharField(max_length=64, default=_secret, help_text="signs webhooks and unsubscribe links")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    asked_at = models.DateTimeField(null=True, help_text="when it was last asked to be confirmed")
    confirmed_at = models.DateTimeField(null=True, help_text="when it was shown that it reaches its owner")
    stopped_at = models.DateTimeField(null=True, help_text="nothing is sent any more")
    stopped_why = models.CharField(max_length=300, blank=True, help_text="unsubscribed, bounced, failed too often …")
    failures = models.PositiveIntegerField(default=0, help_text="deliveries given up in a row")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["workspace", "kind", "address"], name="one_channel_per_address"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.address}"

"""Digests: which time each of them covers."""

from __future__ import annotations

from django.db import models

from conductatlas.monitoring.models.deliveries import Delivery
from conductatlas.monitoring.models.preferences import DigestRhythm


class Digest(models.Model):
    """What a delivery of a digest tells of: all that came to be known from `since` to `until`, without the latter."""

    delivery = models.OneToOneField(Delivery, models.CASCADE, primary_key=True, related_name="digest")
    rhythm = models.CharField(max_length=6, choices=DigestRhythm.choices)
    since = models.DateTimeField()
    until = models.DateTimeField()
    time_zone = models.CharField(max_length=60, help_text="the reader's when it was due")

    def __str__(self) -> str:
        return f"{self.since:%Y-%m-%d %H:%M} to {self.until:%Y-%m-%d %H:%M}"

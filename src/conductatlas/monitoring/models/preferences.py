"""When and how a person wants their digest."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class DigestRhythm(models.TextChoices):
    """How often a digest comes."""

    NEVER = "never", "never"
    DAILY = "daily", "every day"
    WEEKLY = "weekly", "every week"


class Preferences(models.Model):
    """A person's time zone and digest. A digest comes at `hour` local time, a weekly one on `weekday`."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="preferences")
    time_zone = models.CharField(max_length=60, default="UTC", help_text="an IANA name, such as Europe/Paris")
    digest = models.CharField(max_length=6, choices=DigestRhythm.choices, default=DigestRhythm.WEEKLY)
    weekday = models.PositiveSmallIntegerField(default=0, help_text="0 is Monday")
    hour = models.PositiveSmallIntegerField(default=8)
    digest_until = models.DateTimeField(null=True, help_text="the end of the period that the latest digest covered")

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(weekday__lte=6), name="digest_on_a_day_of_the_week"),
            models.CheckConstraint(condition=models.Q(hour__lte=23), name="digest_at_an_hour_of_the_day"),
        )

    def __str__(self) -> str:
        return f"{self.user_id}: {self.digest}"

"""The vendors that a team answers for, as its own list names them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from conductatlas.accounts.models import Workspace
from conductatlas.records.models import Platform


class Criticality(models.TextChoices):
    """How much depends on a vendor, as the team says."""

    HIGH = "high", "high"
    MEDIUM = "medium", "medium"
    LOW = "low", "low"


class Vendor(models.Model):
    """A line of a team's vendor list. Without a platform it is kept and said not to be in the register."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="vendors")
    name = models.CharField(max_length=200, help_text="as the list has it")
    platform = models.ForeignKey(Platform, models.PROTECT, related_name="+", null=True)
    reference = models.CharField(max_length=120, blank=True, help_text="the team's own number: a contract, a supplier")
    owner = models.CharField(max_length=200, blank=True, help_text="who answers for it on the team's side")
    criticality = models.CharField(max_length=6, choices=Criticality.choices, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["workspace", "name"], name="one_vendor_per_name"),)

    def __str__(self) -> str:
        return self.name

"""What a team made of a change: where it stands, whose it is, and every step with its note."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from conductatlas.accounts.models import Workspace
from conductatlas.records.models import Change


class TriageState(models.TextChoices):
    """Where a change stands in a team's inbox."""

    NEW = "new", "new"
    REVIEWED = "reviewed", "reviewed"
    ESCALATED = "escalated", "escalated"
    DISMISSED = "dismissed", "dismissed"


class Triage(models.Model):
    """A change in the inbox of a workspace that somebody touched; one that nobody touched is new and has no row."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="triage")
    change = models.ForeignKey(Change, models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=TriageState.choices, default=TriageState.NEW)
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    touched_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["workspace", "change"], name="one_triage_per_change"),)

    def __str__(self) -> str:
        return f"{self.change_id} in {self.workspace_id}: {self.state}"


class TriageNote(models.Model):
    """One step: what was done and what was said of it. Written once; people are kept by name, accounts come and go."""

    triage = models.ForeignKey(Triage, models.CASCADE, related_name="notes")
    at = models.DateTimeField(default=timezone.now)
    by = models.CharField(max_length=254, help_text="the e-mail address")
    did = models.CharField(max_length=300, blank=True, help_text="such as: new → escalated; assigned to kim@…")
    text = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}: {self.did or 'note'}"

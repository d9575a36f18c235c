"""The audit trail: who did what to accounts and records, when; written once and never changed."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from conductatlas.accounts.models.workspaces import Workspace


class AuditEntry(models.Model):
    """One act. Actors are kept by address, not by key: an entry outlives the account, then under a pseudonym."""

    at = models.DateTimeField(default=timezone.now)
    actor = models.CharField(max_length=254, help_text="the e-mail address, or the name of the program's part")
    action = models.CharField(max_length=60, help_text="such as plan.assigned or member.invited")
    subject = models.CharField(max_length=254, help_text="what it was done to")
    detail = models.JSONField(default=dict)
    workspace = models.ForeignKey(Workspace, models.SET_NULL, null=True, related_name="audit")

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=["workspace", "-id"], name="audit_by_workspace"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action} {self.subject}"

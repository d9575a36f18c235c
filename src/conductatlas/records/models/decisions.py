"""What people decided about findings: it outranks the method, and is never overwritten by it."""

from __future__ import annotations

from django.db import models

from conductatlas.records.models.provisions import Passage, Provision


class DecisionKind(models.TextChoices):
    """What a reviewer may do with a finding."""

    ACCEPT = "accept", "accepted"
    RETYPE = "retype", "given another type"
    REGRADE = "regrade", "graded anew"
    DISMISS = "dismiss", "dismissed"


class Decision(models.Model):
    """One reviewer's word on one wording of a provision.

    It holds for the very words that were reviewed: when they change, the method judges the new ones, and they may come
    up for review again. A later decision on the same words and type supersedes an earlier one; none is deleted.
    """

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="decisions")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=8, choices=DecisionKind.choices)
    clause_type = models.CharField(max_length=80, help_text="what the passage was taken for")
    new_type = models.CharField(max_length=80, help_text="what it is; the same unless it was given another type")
    severity = models.CharField(max_length=8)
    stance = models.CharField(max_length=10)
    unit_keys = models.JSONField(help_text="keys of the units of text that the passage covers")
    reason = models.TextField()
    reviewer = models.CharField(max_length=100)
    decided_at = models.DateTimeField()
    superseded = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=["superseded", "-decided_at"], name="decision_by_time"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.clause_type} by {self.reviewer}"

    @property
    def explanation(self) -> str:
        """Why a wording is graded as it is, said for people."""
        return f"graded on review by {self.reviewer}: {self.reason}"

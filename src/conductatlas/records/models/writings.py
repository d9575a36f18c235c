"""What people wrote about a provision in place of what the program composes."""

from __future__ import annotations

from django.db import models

from conductatlas.records.models.provisions import Passage, Provision


class Section(models.TextChoices):
    """The parts of a record that a reviewer may write."""

    WHAT = "what", "what it is"
    WHY = "why", "why it matters"
    IMPACT = "impact", "what it does to you"
    EXPOSURE = "exposure", "exposure"


class Writing(models.Model):
    """One reviewer's text on one wording of a provision; without a text, the composed one stands again.

    It holds for the very words that it was written about, as a decision does. A later one on the same words and section
    supersedes an earlier one; none is deleted.
    """

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="writings")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="writings")
    section = models.CharField(max_length=10, choices=Section.choices)
    text = models.TextField(blank=True)
    reason = models.TextField()
    reviewer = models.CharField(max_length=100)
    written_at = models.DateTimeField()
    superseded = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.section} of {self.provision_id} by {self.reviewer}"

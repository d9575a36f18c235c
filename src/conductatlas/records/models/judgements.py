"""The cache of what the method said of a passage: work is done once for each distinct text."""

from __future__ import annotations

from django.db import models


class StoredJudgement(models.Model):
    """The clause types that a method saw in a unit of text, with their confidences."""

    key = models.CharField(max_length=64, help_text="sha256 of exactly what the method read")
    method = models.CharField(max_length=120)
    confidences = models.JSONField(help_text="clause type to confidence")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["key", "method"], name="one_judgement_per_key_and_method"),)

    def __str__(self) -> str:
        return self.key

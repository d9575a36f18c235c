"""What was taken back, merged or corrected, and what platforms say against a record."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from conductatlas.records.models.corrections import CorrectionRequest


class ErratumKind(models.TextChoices):
    """What was done to a record."""

    CORRECTED = "corrected", "corrected"
    WITHDRAWN = "withdrawn", "withdrawn"
    MERGED = "merged", "merged into another record"
    REINSTATED = "reinstated", "reinstated"
    DISPUTED = "disputed", "the platform’s statement added"
    UNDISPUTED = "undisputed", "the platform’s statement taken off"


class ErrataAreKeptError(Exception):
    """An entry of the errata log is never changed or deleted."""


class _Kept(models.QuerySet["Erratum"]):
    """Entries that can be added and read, and nothing else."""

    def update(self, **values: Any) -> NoReturn:
        raise ErrataAreKeptError("the errata log is only added to")

    def delete(self) -> NoReturn:
        raise ErrataAreKeptError("the errata log is only added to")


class Erratum(models.Model):
    """One entry of the errata log: what a record said before, what it says now, why, and who decided so."""

    record = models.CharField(max_length=140)
    kind = models.CharField(max_length=10, choices=ErratumKind.choices)
    before = models.TextField(blank=True, help_text="what the record said")
    after = models.TextField(blank=True, help_text="what it says now")
    target = models.CharField(max_length=140, blank=True, help_text="the record that it was merged into")
    reason = models.TextField()
    decided_by = models.CharField(max_length=100)
    decided_at = models.DateTimeField()
    correction = models.ForeignKey(CorrectionRequest, models.PROTECT, related_name="errata", null=True)

    objects = _Kept.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["-decided_at", "-id"], name="erratum_by_time"),
            models.Index(fields=["record"], name="erratum_by_record"),
        )

    def __str__(self) -> str:
        return f"{self.record} {self.kind}"

    def save(self, *args: Any, **options: Any) -> None:
        """Add the entry. Raises ErrataAreKeptError for one that was added before."""
        if not self._state.adding:
            raise ErrataAreKeptError("the errata log is only added to")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse. Raises ErrataAreKeptError."""
        raise ErrataAreKeptError("the errata log is only added to")


class Retraction(models.Model):
    """That a record is withdrawn, or merged into another, today. What was done when is in the errata log."""

    record = models.CharField(max_length=140, unique=True)
    target = models.CharField(
        max_length=140, blank=True, db_index=True, help_text="what it was merged into; never itself merged"
    )
    reason = models.TextField()
    decided_by = models.CharField(max_length=100)
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.record} → {self.target or 'withdrawn'}"


class DisputeNote(models.Model):
    """A platform's own statement about a record, in its own words."""

    record = models.CharField(max_length=140, db_index=True)
    party = models.CharField(max_length=200, help_text="who makes the statement")
    verified = models.CharField(max_length=500, help_text="how the operator made sure of who sent it")
    text = models.TextField()
    added_by = models.CharField(max_length=100)
    added_at = models.DateTimeField()
    removed_by = models.CharField(max_length=100, blank=True)
    removed_at = models.DateTimeField(null=True)
    removed_because = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.pk}: {self.party} on {self.record}"

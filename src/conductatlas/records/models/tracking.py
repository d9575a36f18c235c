"""What is looked at, every look at it, and what is known of the hosts that were asked."""

from __future__ import annotations

from django.db import models

from conductatlas.records.models.documents import Collection, Document, Version


class TrackedDocument(models.Model):
    """A document that is looked at on a schedule, with its declaration and how the looks went."""

    collection = models.ForeignKey(Collection, models.PROTECT, related_name="tracked")
    service = models.CharField(max_length=200)
    terms_type = models.CharField(max_length=200)
    path = models.CharField(max_length=500, help_text="where the collection keeps it")
    host = models.CharField(max_length=255, help_text="of its first source")
    declaration = models.JSONField(help_text="as it was read, in the form of the declarations room")
    declared_as = models.CharField(max_length=64, help_text="SHA-256 of the declaration")
    active = models.BooleanField(default=True, help_text="whether it is still declared")
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="tracked")
    next_look_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0, help_text="in a row, up to the last look")
    reason = models.CharField(max_length=40, blank=True, help_text="of the last look, where it failed: its name")
    message = models.CharField(max_length=500, blank=True, help_text="of the last look, where it failed: one line")
    text_sha256 = models.CharField(max_length=64, blank=True, help_text="of the text that was last seen")
    read_as = models.CharField(max_length=64, blank=True, help_text="the declaration by which that text was read")
    pages = models.JSONField(default=list, help_text="of the last success: address, SHA-256, ETag, Last-Modified …")
    leased_by = models.CharField(max_length=100, blank=True)
    leased_until = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["collection", "path"], name="tracked_once_per_path"),)
        indexes = (models.Index(fields=["active", "next_look_at"], name="tracked_by_next_look"),)

    def __str__(self) -> str:
        return self.path


class Outcome(models.TextChoices):
    """How a look ended."""

    RECORDED = "recorded", "a new version"
    UNCHANGED = "unchanged", "unchanged"
    FAILED = "failed", "failed"


class Capture(models.Model):
    """One look at a document: when, how it ended, and the snapshots that it brought."""

    tracked = models.ForeignKey(TrackedDocument, models.PROTECT, related_name="captures")
    at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.CharField(max_length=40, blank=True, help_text="why it failed: its name")
    message = models.CharField(max_length=500, blank=True, help_text="why it failed: one line")
    pages = models.JSONField(default=list, help_text="what was fetched: address, status, SHA-256 of the snapshot …")
    text_sha256 = models.CharField(max_length=64, blank=True, help_text="of the text that was read")
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="captures")

    class Meta:
        indexes = (models.Index(fields=["tracked", "-at"], name="capture_by_time"),)

    def __str__(self) -> str:
        return f"{self.tracked} {self.at:%Y-%m-%d %H:%M} {self.outcome}"


class HostState(models.Model):
    """What is known of a host: its circuit breaker, as the fetching room keeps it."""

    host = models.CharField(max_length=255, unique=True)
    state = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.host

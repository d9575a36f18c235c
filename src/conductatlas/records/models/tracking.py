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
    read_by = models.CharField(max_length=20, blank=True, help_text="the version of the method that read that text")
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


class CopyState(models.TextChoices):
    """How far the copy of a page in a web archive has come."""

    DUE = "due", "to be submitted"
    SUBMITTED = "submitted", "submitted"
    CONFIRMED = "confirmed", "confirmed"
    FAILED = "failed", "failed"


class SecondCopy(models.Model):
    """A page of a recorded version, as a web archive is to save it: written with the capture, worked off later."""

    capture = models.ForeignKey(Capture, models.PROTECT, related_name="second_copies")
    address = models.TextField(help_text="the page that is to be saved")
    state = models.CharField(max_length=10, choices=CopyState.choices, default=CopyState.DUE)
    next_at = models.DateTimeField(help_text="when to go on with it")
    leased_until = models.DateTimeField(null=True, help_text="until when a worker is at it")
    tries = models.PositiveIntegerField(default=0, help_text="in its state: submissions not taken, or checks")
    asked_at = models.DateTimeField(null=True, help_text="when the first submission began, known to be taken or not")
    submitted_at = models.DateTimeField(null=True)
    checked_at = models.DateTimeField(null=True)
    job = models.CharField(max_length=200, blank=True, help_text="by which the web archive knows the submission")
    copy = models.TextField(blank=True, help_text="the address of the copy, once it is confirmed")
    why = models.CharField(max_length=500, blank=True, help_text="why it is not confirmed: one line")

    class Meta:
        ordering = ("id",)
        indexes = (models.Index(fields=["state", "next_at"], name="copy_by_state_and_time"),)

    def __str__(self) -> str:
        return f"{self.address} {self.state}"


class SnapshotCheck(models.Model):
    """A run of `fsck`: when the stored bytes were hashed anew, and what was found."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    share = models.FloatField(help_text="of what is stored that was looked at; 1 is all")
    snapshots = models.PositiveBigIntegerField(help_text="how many were hashed")
    problems = models.PositiveBigIntegerField()
    named = models.JSONField(default=list, help_text="the first problems: where, what, and the number of the source")

    class Meta:
        indexes = (models.Index(fields=["-finished_at"], name="snapshot_check_by_time"),)

    def __str__(self) -> str:
        return f"{self.finished_at:%Y-%m-%d %H:%M}: {self.problems} problems"

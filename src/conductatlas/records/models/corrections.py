"""What readers report of a record, and what became of it."""

from __future__ import annotations

from django.db import models

LONGEST_REPORT = 4_000


class Problem(models.TextChoices):
    """What a reader says is wrong with a record."""

    TYPE = "type", "it is another type of clause"
    SEVERITY = "severity", "the severity is wrong"
    QUOTE = "quote", "the words are quoted wrongly"
    CHANGE = "change", "the change did not happen"
    SOURCE = "source", "the source is wrong"
    OTHER = "other", "something else"


class RequestState(models.TextChoices):
    """Where a correction request stands."""

    RECEIVED = "received", "received"
    ACCEPTED = "accepted", "accepted"
    REFUSED = "refused", "refused"
    WITHDRAWN = "withdrawn", "withdrawn by the person who sent it"


class CorrectionRequest(models.Model):
    """A reader's report that a record is wrong. Its number is public; its text is not until an operator says so."""

    record = models.CharField(max_length=140, help_text="CA-P-004264, or platforms/larkwell")
    problem = models.CharField(max_length=10, choices=Problem.choices)
    text = models.TextField(help_text="what a stranger wrote: never shown before an operator published it")
    email = models.EmailField(blank=True, help_text="for the answer only; erased when the request is settled")
    received_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.RECEIVED)
    resolution = models.TextField(blank=True, help_text="why it was accepted or refused")
    settled_by = models.CharField(max_length=100, blank=True)
    settled_at = models.DateTimeField(null=True)
    published = models.BooleanField(default=False, help_text="an operator read the text and lets all read it")

    class Meta:
        indexes = (
            models.Index(fields=["record", "state"], name="request_by_record"),
            models.Index(fields=["state", "id"], name="request_by_state"),
        )

    def __str__(self) -> str:
        return f"{self.pk}: {self.problem} {self.record}"


class DailySalt(models.Model):
    """The random bytes with which a day's senders are hashed. Gone after the day, so that no hash leads to anyone."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.day}"


class SenderCount(models.Model):
    """How many reports came from one address on one day."""

    day = models.ForeignKey(DailySalt, models.CASCADE, related_name="senders")
    sender = models.CharField(max_length=64, help_text="salted hash of the address")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["day", "sender"], name="one_count_per_sender_and_day"),)

    def __str__(self) -> str:
        return f"{self.day_id} {self.sender[:8]}: {self.count}"

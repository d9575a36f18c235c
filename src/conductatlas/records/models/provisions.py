"""Provisions, followed through all versions of their documents, and their wordings over time."""

from __future__ import annotations

from django.db import models

from conductatlas.records.models.documents import Document, Version
from conductatlas.records.models.identifiers import Kind, permanent_id


class Passage(models.Model):
    """The exact words of a passage, once for each distinct text; full-text search looks here."""

    sha256 = models.CharField(max_length=64, unique=True, help_text="of the UTF-8 text")
    text = models.TextField()

    def __str__(self) -> str:
        return self.text[:80]


class ProvisionState(models.TextChoices):
    """Where a provision stands in the latest good version of its document."""

    STANDING = "standing", "standing"
    REMOVED = "removed", "removed"
    MOVED = "moved", "moved to another document"
    UNCLEAR = "unclear", "taken out, and perhaps said otherwise"
    WITHDRAWN = "withdrawn", "withdrawn"
    MERGED = "merged", "merged into another record"


# The states of records that a person took back: lists, counts and searches leave them out.
TAKEN_BACK = (ProvisionState.WITHDRAWN, ProvisionState.MERGED)


class Provision(models.Model):
    """One clause type's passage in one document, followed through all its versions."""

    id = models.BigIntegerField(primary_key=True)
    document = models.ForeignKey(Document, models.PROTECT, related_name="provisions")
    clause_type = models.CharField(max_length=80)
    heading = models.CharField(max_length=300, blank=True, help_text="the heading it first stood under")
    state = models.CharField(max_length=10, choices=ProvisionState.choices, default=ProvisionState.STANDING)
    first_version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    last_version = models.ForeignKey(
        Version, models.PROTECT, related_name="+", null=True, help_text="the last that states it; null while it stands"
    )
    successor = models.ForeignKey(
        "self", models.PROTECT, related_name="predecessors", null=True, help_text="where it goes on in another document"
    )
    # What its current (or last) wording was graded, so that lists need no further look-up.
    severity = models.CharField(max_length=8)
    stance = models.CharField(max_length=10)

    class Meta:
        indexes = (
            models.Index(fields=["clause_type", "state"], name="provision_by_type"),
            models.Index(fields=["document", "state"], name="provision_by_document"),
        )

    def __str__(self) -> str:
        return f"{self.permanent_id} {self.clause_type}"

    @property
    def permanent_id(self) -> str:
        """The public id, such as `CA-P-004264`."""
        return permanent_id(Kind.PROVISION, self.id)


class Wording(models.Model):
    """The words of a provision over an interval of versions, with what the method found in them.

    The interval holds the good versions from `first_version` to `last_version`, both included; failed captures in
    between do not end it. Its places in a version are where the passage's text stands there as whole blocks.
    """

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="wordings")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="wordings")
    first_version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    last_version = models.ForeignKey(Version, models.PROTECT, related_name="+", null=True, db_index=False)
    places = models.PositiveSmallIntegerField(default=1, help_text="in how many places of the document it stands")
    severity = models.CharField(max_length=8)
    stance = models.CharField(max_length=10)
    confidence = models.FloatField()
    reasons = models.JSONField(default=list, help_text="why it was graded so: modifier, effect, offsets")
    facts = models.JSONField(default=list, help_text="kind, value, unit, start, end; offsets into the passage")
    method = models.CharField(max_length=120)

    class Meta:
        # None of `last_version` by itself: a database takes it for selective, and reads all standing wordings by it.
        indexes = (
            models.Index(fields=["provision", "first_version"], name="wording_by_provision"),
            models.Index(fields=["provision"], condition=models.Q(last_version=None), name="standing_wording"),
        )

    def __str__(self) -> str:
        return f"{self.provision_id}: {self.passage}"

    @classmethod
    def standing(cls) -> models.QuerySet[Wording]:
        """The current wordings of the provisions that stand today."""
        return cls.objects.filter(provision__state=ProvisionState.STANDING, last_version=None)

"""What a version did to its document."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from conductatlas.changes import is_beside, way
from conductatlas.records.models.documents import Document, Version
from conductatlas.records.models.identifiers import Kind, permanent_id
from conductatlas.records.models.provisions import TAKEN_BACK, Provision, ProvisionState, Wording


class Verdict(models.TextChoices):
    """What kind of change a version is as a whole."""

    SUBSTANTIVE = "substantive", "substantive"
    EDITORIAL = "editorial", "editorial"
    TECHNICAL = "technical", "technical"
    FAILED = "failed", "failed capture"


class ItemKind(models.TextChoices):
    """What happened to one provision."""

    ADDED = "added", "added"
    REMOVED = "removed", "removed"
    REWORDED = "reworded", "reworded"
    MOVED = "moved", "moved"


class Direction(models.TextChoices):
    """Whom a change favours, seen from an ordinary user's side."""

    BETTER = "better", "better for users"
    WORSE = "worse", "worse for users"
    MIXED = "mixed", "partly better, partly worse"
    UNJUDGED = "unjudged", "not judged"


class Change(models.Model):
    """What one version did to a document, against the last good version before it."""

    id = models.BigIntegerField(primary_key=True)
    version = models.OneToOneField(Version, models.PROTECT, related_name="change")
    previous = models.ForeignKey(Version, models.PROTECT, related_name="+", help_text="the last good version before it")
    document = models.ForeignKey(Document, models.PROTECT, related_name="changes")
    recorded_at = models.DateTimeField()
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    severity = models.CharField(
        max_length=8, help_text="the gravest of what changed; none where nothing of it is graded"
    )
    touches = models.CharField(max_length=8, default="none", help_text="the gravest of the clauses in which it changed")
    summary = models.CharField(max_length=600)
    above_all = models.JSONField(default=list, help_text="what its weightiest sentences say, in phrases")
    direction = models.CharField(max_length=8, choices=Direction.choices, default=Direction.UNJUDGED)
    favouring = models.JSONField(
        default=list, help_text="sentences that tell for certain whom they favour: direction, before and after"
    )
    explanation = models.TextField(blank=True, help_text="a paragraph on what it means, made from what was found")
    effective_date = models.DateField(null=True, help_text="from which day on the version newly says that it applies")
    reasons = models.JSONField(default=list, help_text="why the verdict is what it is, one sentence each")
    moved_blocks = models.PositiveIntegerField(default=0)
    method = models.CharField(max_length=120)
    taken_back = models.BooleanField(default=False, help_text="withdrawn or merged, or its document is")

    class Meta:
        indexes = (
            models.Index(fields=["verdict", "-recorded_at"], name="change_by_verdict"),
            models.Index(fields=["document", "-recorded_at"], name="change_by_document"),
        )

    def __str__(self) -> str:
        return f"{self.permanent_id} {self.verdict}"

    @property
    def permanent_id(self) -> str:
        """The public id, such as `CA-C-000123`."""
        return permanent_id(Kind.CHANGE, self.id)

    @classmethod
    def listed(cls) -> models.QuerySet[Change]:
        """The changes that lists and counts hold: those that nobody took back."""
        return cls.objects.filter(taken_back=False)

    @classmethod
    def listed_once(cls) -> models.QuerySet[Change]:
        """The same without those that another collection recorded first: of one platform, type and both texts."""
        alike = ("document__platform", "document__terms_type", "previous__text", "version__text")
        first = cls.listed().filter(id__lt=models.OuterRef("id"), **{name: models.OuterRef(name) for name in alike})
        elsewhere = first.exclude(document__collection=models.OuterRef("document__collection"))
        elsewhere = elsewhere.exclude(verdict=Verdict.FAILED)
        return cls.listed().filter(~models.Exists(elsewhere))


def taken_out(after: Iterable[int] | None = None) -> models.QuerySet[Provision]:
    """The provisions whose words went, while nobody can tell whether the document still says them.

    They went after some versions, given by their ids: those that changes name as `previous`. Where none are given, it
    is that of the change of the query around this one.
    """
    unclear = Provision.objects.filter(state=ProvisionState.UNCLEAR)
    if after is None:
        return unclear.filter(last_version=models.OuterRef("previous"))
    return unclear.filter(last_version__in=after)


class ChangeItem(models.Model):
    """What a change did to one provision."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=ItemKind.choices)
    provision = models.ForeignKey(Provision, models.PROTECT, related_name="items")
    before = models.ForeignKey(Wording, models.PROTECT, related_name="+", null=True)
    after = models.ForeignKey(Wording, models.PROTECT, related_name="+", null=True)
    returned = models.BooleanField(default=False, help_text="added again after it had been removed")
    counterpart = models.ForeignKey(
        Provision, models.PROTECT, related_name="+", null=True, help_text="where it moved to, or came from"
    )
    summary = models.CharField(max_length=500)
    direction = models.CharField(max_length=8, choices=Direction.choices, default=Direction.UNJUDGED)
    to_the_letter = models.BooleanField(default=False, help_text="reworded without any effect that words tell")
    elsewhere = models.BooleanField(default=False, help_text="reworded only in sentences about something else")
    unsure = models.BooleanField(
        default=False, help_text="reworded in a passage that may not state it, before or after"
    )
    edit_graded = models.BooleanField(
        default=True, help_text="its grade is one of what changed, not of its clause alone"
    )
    phrases = models.JSONField(default=list, help_text="what moved in it, in words")
    shifts = models.JSONField(default=list, help_text="facts that moved: kind, before, after, direction, phrase")

    # What the provision says is as before: it moved, or only its letter or words beside it changed; or it is not sure
    # that the passage states it.
    SLIGHT = (
        models.Q(kind=ItemKind.MOVED) | models.Q(to_the_letter=True) | models.Q(elsewhere=True) | models.Q(unsure=True)
    )
    WHETHER_SLIGHT = models.ExpressionWrapper(SLIGHT, models.BooleanField())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["change", "position"], name="one_item_per_position"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.provision_id}"

    @property
    def done(self) -> str:
        """What became of the provision, in words."""
        stood, stands = self.before_id is not None, self.after_id is not None
        return "returned" if self.returned else way(self.kind, stood=stood, stands=stands, beside=self.is_beside)

    @property
    def is_beside(self) -> bool:
        """Whether only words of the provision's passage changed, which need not be about it: it is not told of."""
        return is_beside(to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def is_slight(self) -> bool:
        """Whether an item is one of `SLIGHT`."""
        return self.kind == ItemKind.MOVED or self.to_the_letter or self.elsewhere or self.unsure


class UnsettledClause(models.Model):
    """A clause type of which words came or went with a change, while no item of the change tells of these words.

    Whether the document said the like before, or says it still, its text can't tell; one row for each type and way.
    `provision` is the first whose words they are; null where a sentence states the type outside of all provisions.
    """

    change = models.ForeignKey(Change, models.PROTECT, related_name="unsettled")
    clause_type = models.CharField(max_length=80)
    came = models.BooleanField(help_text="whether the words came; otherwise they went")
    provision = models.ForeignKey(Provision, models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["change", "clause_type", "came"], name="one_row_per_unsettled_type"),
        )
        indexes = (models.Index(fields=["clause_type", "change"], name="unsettled_by_type"),)

    def __str__(self) -> str:
        return f"{self.change_id} {self.clause_type} {'came' if self.came else 'went'}"

    @classmethod
    def listed(cls) -> models.QuerySet[UnsettledClause]:
        """Those that lists hold: not of provisions that somebody took back."""
        return cls.objects.exclude(provision__state__in=TAKEN_BACK)

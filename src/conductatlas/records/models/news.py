"""News: what became true of the records and has to be told, until it is worked off."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from conductatlas.records.models.changes import Change
from conductatlas.records.models.errata import Erratum


class News(models.Model):
    """A change that came to be known, or an erratum about one: written in the transaction that makes it true.

    What an import brings of a document's past makes no news; decision 15 says what counts as that.
    """

    change = models.ForeignKey(Change, models.PROTECT, null=True, related_name="news")
    erratum = models.ForeignKey(Erratum, models.PROTECT, null=True, related_name="news")
    at = models.DateTimeField(default=timezone.now, help_text="when it became known here")
    ready_at = models.DateTimeField(default=timezone.now, help_text="not told before: an import is to end first")
    worked_at = models.DateTimeField(null=True, help_text="when it was looked up who wants to hear of it")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(change=None) ^ models.Q(erratum=None), name="news_of_a_change_or_an_erratum"
            ),
        )
        indexes = (models.Index(fields=["ready_at", "id"], name="news_waiting", condition=models.Q(worked_at=None)),)

    def __str__(self) -> str:
        return f"news of {self.change or self.erratum}"

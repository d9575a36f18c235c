"""Watches: what a workspace wants to hear of."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from conductatlas.accounts.models import Workspace
from conductatlas.catalogue import load_catalogue, load_laws
from conductatlas.monitoring.searches import lead


class WatchKind(models.TextChoices):
    """What is watched, and how its target is written."""

    PLATFORM = "platform", "a platform"  # its slug
    DOCUMENT = "document", "a document"  # CA-D-000123
    PROVISION = "provision", "a provision"  # CA-P-000123
    CLAUSE_TYPE = "clause-type", "a clause type"  # its id
    CATEGORY = "category", "a category of clause types"  # its id
    LAW = "law", "a regulation"  # its id in the register
    SEARCH = "search", "a saved search"  # the words


def _secret() -> str:
    return secrets.token_urlsafe(24)


class Watch(models.Model):
    """One thing that a workspace watches. An empty filter lets everything through."""

    workspace = models.ForeignKey(Workspace, models.CASCADE, related_name="watches")
    kind = models.CharField(max_length=12, choices=WatchKind.choices)
    target = models.CharField(max_length=300, help_text="as its kind says")
    lead = models.CharField(
        max_length=8, blank=True, help_text="of a search: how its longest word begins; it is found by that"
    )
    least_severity = models.CharField(max_length=8, default="none", help_text="none, low, medium or high")
    directions = models.JSONField(default=list, help_text="of Direction; empty: any")
    verdicts = models.JSONField(default=list, help_text="of Verdict; empty: substantive only")
    region = models.CharField(max_length=8, blank=True, help_text="of documents, as the register has it")
    language = models.CharField(max_length=8, blank=True, help_text="of documents, such as en")
    at_once = models.BooleanField(default=True, help_text="told as it happens, where the plan allows; else in digests")
    paused = models.BooleanField(default=False)
    feed_secret = models.CharField(max_length=40, default=_secret, unique=True, help_text="in the address of its feed")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["workspace", "kind", "target"], name="one_watch_per_target"),)
        indexes = (
            models.Index(fields=["kind", "target"], name="watch_by_target"),
            models.Index(fields=["kind", "lead"], name="watch_by_lead"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.target}"

    def clause_types(self) -> frozenset[str]:
        """The clause types it is about: one, those of a category, or those a law speaks to; for other kinds none."""
        if self.kind == WatchKind.CLAUSE_TYPE:
            return frozenset([self.target])
        if self.kind == WatchKind.CATEGORY:
            return frozenset(one.id for one in load_catalogue().of_category(self.target))
        law = load_laws().law(self.target) if self.kind == WatchKind.LAW else None
        return law.clause_types() if law else frozenset()

    def save(self, *args: Any, **options: Any) -> None:
        """Store it; a search with the beginning that it is found by."""
        self.lead = lead(self.target) if self.kind == WatchKind.SEARCH else ""
        super().save(*args, **options)

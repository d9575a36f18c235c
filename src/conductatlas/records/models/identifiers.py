"""Permanent ids: given once, in order, without gaps, never reused."""

from __future__ import annotations

import re

from django.db import models


class Kind(models.TextChoices):
    """The records that have a number of their own."""

    DOCUMENT = "D", "document"
    PROVISION = "P", "provision"
    CHANGE = "C", "change"


_FORM = re.compile(r"CA-([DPC])-(\d{6,18})")


def permanent_id(kind: Kind, number: int) -> str:
    """Write a record's number in its public form: `CA-P-004264`, with six digits or more."""
    return f"CA-{kind.value}-{number:06d}"


def parse_permanent_id(text: str) -> tuple[Kind, int] | None:
    """Read `CA-P-004264`; None where the text is not exactly such an id."""
    found = _FORM.fullmatch(text)
    if not found or (len(found.group(2)) > 6 and found.group(2).startswith("0")):
        return None
    return Kind(found.group(1)), int(found.group(2))


class IdCounter(models.Model):
    """The last number given for a kind of record.

    A counter of our own instead of the database's sequences: a sequence loses numbers when a transaction is rolled
    back, and then a run that was interrupted would give other ids than one that was not.
    """

    kind = models.CharField(max_length=1, choices=Kind.choices, primary_key=True)
    last = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.kind}: {self.last}"

    @classmethod
    def take(cls, kind: Kind) -> int:
        """Give the next number of a kind; must be called inside a transaction, which also stores the record."""
        counter, _ = cls.objects.select_for_update().get_or_create(kind=kind)
        counter.last += 1
        counter.save(update_fields=["last"])
        return counter.last

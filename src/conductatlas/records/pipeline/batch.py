"""Rows that are written together, in one transaction and in the order in which they refer to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import models, transaction

from conductatlas.records.models import (
    Change,
    ChangeItem,
    Collection,
    Document,
    IdCounter,
    Kind,
    News,
    Passage,
    Platform,
    Provision,
    StoredJudgement,
    StoredText,
    UnsettledClause,
    Version,
    Wording,
)

# Rows are inserted in this order, so that whatever a row refers to is there before it.
_ORDER: tuple[type[models.Model], ...] = (
    Collection,
    Platform,
    Document,
    StoredText,
    Version,
    Passage,
    Provision,
    Wording,
    Change,
    ChangeItem,
    UnsettledClause,
    News,
    StoredJudgement,
)
_ROWS_PER_INSERT = 500


@dataclass
class Batch:
    """New and changed rows since the last write, and the numbers given to new records."""

    new: dict[type[models.Model], list[models.Model]] = field(default_factory=dict)
    changed: dict[tuple[type[models.Model], int], tuple[models.Model, set[str]]] = field(default_factory=dict)
    numbers: dict[Kind, int] = field(default_factory=dict)

    def add(self, row: models.Model) -> None:
        """Insert a row at the next write."""
        self.new.setdefault(type(row), []).append(row)

    def change(self, row: models.Model, *fields: str) -> None:
        """Update some fields of a row at the next write; a row that is itself new needs no update."""
        if not row._state.adding:
            _, names = self.changed.setdefault((type(row), row.pk), (row, set()))
            names.update(fields)

    def change_items(self, change: Change) -> list[ChangeItem]:
        """The items of a change as they stand now: written, changed or still to be written."""
        if change._state.adding:
            rows = [row for row in self.new.get(ChangeItem, []) if isinstance(row, ChangeItem)]
            return [row for row in rows if row.change is change]
        items: list[ChangeItem] = []
        for row in change.items.select_related("provision", "before", "after"):
            changed, _ = self.changed.get((ChangeItem, row.pk), (row, set()))
            items.append(changed if isinstance(changed, ChangeItem) else row)
        return sorted(items, key=lambda item: item.position)

    def start(self) -> None:
        """Read, under a lock, which numbers were given so far; call it inside the transaction that writes."""
        counters = {
            counter.kind: counter.last for counter in IdCounter.objects.select_for_update().filter(kind__in=list(Kind))
        }
        self.numbers = {kind: counters.get(kind.value, 0) for kind in Kind}

    def take(self, kind: Kind) -> int:
        """Give the next number of a kind of record."""
        self.numbers[kind] += 1
        return self.numbers[kind]

    def write(self) -> None:
        """Write everything; inside the transaction in which `start` was called."""
        with transaction.atomic():
            for model in _ORDER:
                rows = self.new.pop(model, [])
                if rows:
                    conflicts = model is StoredJudgement
                    model._default_manager.bulk_create(rows, _ROWS_PER_INSERT, ignore_conflicts=conflicts)
            for row, fields in self.changed.values():
                row.save(update_fields=sorted(fields))
            self.changed.clear()
            IdCounter.objects.bulk_create(
                [IdCounter(kind=kind.value, last=last) for kind, last in self.numbers.items()],
                update_conflicts=True,
                unique_fields=["kind"],
                update_fields=["last"],
            )

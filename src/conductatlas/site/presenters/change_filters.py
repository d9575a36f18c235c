"""Changes chosen by what they did to provisions."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from conductatlas.catalogue import load_catalogue
from conductatlas.records.models import Change, ChangeItem


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: something of a `kind` (an ItemKind) done to a provision of a `category` of the catalogue.

    `direction` is that of the version as a whole. What is empty does not apply. Where kind and category are given, one
    provision must meet both: a payment clause that was removed, not a removal beside a payment clause.
    """

    category: str = ""
    kind: str = ""
    direction: str = ""

    @property
    def clause_types(self) -> frozenset[str]:
        """The clause types of the category."""
        return frozenset(one.id for one in load_catalogue().of_category(self.category))

    def fits(self, kind: str, clause_type: str) -> bool:
        """Whether an item of a change is what is looked for."""
        return self.kind in ("", kind) and (not self.category or clause_type in self.clause_types)


ANYTHING = Wanted()


def touching(changes: QuerySet[Change], wanted: Wanted) -> QuerySet[Change]:
    """Those of the changes that did what is looked for to one provision at least."""
    if wanted.direction:
        changes = changes.filter(direction=wanted.direction)
    if not wanted.category and not wanted.kind:
        return changes
    items = ChangeItem.objects.filter(change=OuterRef("pk"))
    if wanted.kind:
        items = items.filter(kind=wanted.kind)
    if wanted.category:
        items = items.filter(provision__clause_type__in=sorted(wanted.clause_types))
    return changes.filter(Exists(items))

"""Changes chosen by what they did to provisions."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from conductatlas.catalogue import load_catalogue
from conductatlas.records.models import Change, ChangeItem


def touching(changes: QuerySet[Change], category: str, kind: str) -> QuerySet[Change]:
    """Those of the changes that did something of a kind to a provision of a category of clause types.

    `kind` is an ItemKind, `category` the id of one of the catalogue's; what is empty does not apply. Where both are
    given, one provision must meet both: a payment clause that was removed, not a removal beside a payment clause.
    """
    if not category and not kind:
        return changes
    items = ChangeItem.objects.filter(change=OuterRef("pk"))
    if kind:
        items = items.filter(kind=kind)
    if category:
        types = [one.id for one in load_catalogue().of_category(category)]
        items = items.filter(provision__clause_type__in=types)
    return changes.filter(Exists(items))

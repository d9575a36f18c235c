"""Records in words, as messages name them."""

from __future__ import annotations

from collections.abc import Iterable

from conductatlas.catalogue import load_catalogue
from conductatlas.english import one_line, short_day
from conductatlas.reading import without_invisible
from conductatlas.records.models import Change, Document, Kind, Platform, Provision, parse_permanent_id

# What a platform, which has no number, goes by where records of any kind are meant, before its slug.
PLATFORMS = "platforms/"


def clean(text: str) -> str:
    """A text that comes from elsewhere as one line, without what could mislead a reader or a mail program."""
    return one_line(without_invisible(text))


def record_names(records: Iterable[str]) -> dict[str, str]:
    """Records by their ids, each in words that stand in a sentence; what is not on record is left out.

    A query for each kind that occurs.
    """
    wanted = set(records)
    numbers: dict[Kind, list[int]] = {kind: [] for kind in Kind}
    for kind, number in filter(None, map(parse_permanent_id, wanted)):
        numbers[kind].append(number)
    slugs = [record.removeprefix(PLATFORMS) for record in wanted if record.startswith(PLATFORMS)]
    names: dict[str, str] = {}
    if slugs:
        names |= {f"{PLATFORMS}{one.slug}": clean(one.name) for one in Platform.objects.filter(slug__in=slugs)}
    if ids := numbers[Kind.DOCUMENT]:
        documents = Document.objects.filter(id__in=ids).select_related("platform")
        names |= {one.permanent_id: _document(one) for one in documents}
    if ids := numbers[Kind.PROVISION]:
        provisions = Provision.objects.filter(id__in=ids).select_related("document__platform")
        names |= {one.permanent_id: _provision(one) for one in provisions}
    if ids := numbers[Kind.CHANGE]:
        changes = Change.objects.filter(id__in=ids).select_related("document__platform")
        names |= {one.permanent_id: _change(one) for one in changes}
    return names


def _document(document: Document) -> str:
    return clean(f"{document.platform.name}, {document.terms_type}")


def _provision(provision: Provision) -> str:
    return f"“{load_catalogue().title(provision.clause_type)}” in {_document(provision.document)}"


def _change(change: Change) -> str:
    return f"the change of {short_day(change.recorded_at)} in {_document(change.document)}"

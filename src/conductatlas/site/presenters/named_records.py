"""Records of any kind by their ids, as reports, errata and retractions refer to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from conductatlas.english import short_day
from conductatlas.records.models import Change, Document, Kind, Platform, Provision, parse_permanent_id
from conductatlas.site.presenters.links import clause_type_link, platform_link

_PLATFORMS = "platforms/"


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A record of any kind, as others refer to it: `id` is its permanent id, or `platforms/` and a slug."""

    id: str
    path: str
    title: str
    platform: str


def platform_record(platform: Platform) -> str:
    """What a platform, which has no number, goes by where records of any kind are meant."""
    return f"{_PLATFORMS}{platform.slug}"


def record_links(records: Iterable[str]) -> Mapping[str, RecordLink]:
    """Refer to records by their ids; those that do not exist are left out. A query for each kind that occurs."""
    numbers: dict[Kind, set[int]] = defaultdict(set)
    slugs: set[str] = set()
    for record in set(records):
        named = parse_permanent_id(record)
        if named is not None:
            numbers[named[0]].add(named[1])
        elif record.startswith(_PLATFORMS):
            slugs.add(record.removeprefix(_PLATFORMS))
    found: list[RecordLink] = []
    if slugs:
        found += [_platform(one) for one in Platform.objects.filter(slug__in=slugs)]
    if ids := numbers[Kind.DOCUMENT]:
        found += [_document(one) for one in Document.objects.filter(id__in=ids).select_related("platform")]
    if ids := numbers[Kind.PROVISION]:
        provisions = Provision.objects.filter(id__in=ids).select_related("document__platform")
        found += [_provision(one) for one in provisions]
    if ids := numbers[Kind.CHANGE]:
        found += [_change(one) for one in Change.objects.filter(id__in=ids).select_related("document__platform")]
    return {link.id: link for link in found}


def bare_link(record: str) -> RecordLink:
    """Refer to a record by its id alone."""
    return RecordLink(record, f"/{quote(record)}", record, "")


def _platform(platform: Platform) -> RecordLink:
    return RecordLink(platform_record(platform), platform_link(platform).path, platform.name, platform.name)


def _document(document: Document) -> RecordLink:
    title = f"{document.platform.name}, {document.terms_type}"
    return _numbered(document.permanent_id, title, document)


def _provision(provision: Provision) -> RecordLink:
    title = f"{clause_type_link(provision.clause_type).title}: {_document(provision.document).title}"
    return _numbered(provision.permanent_id, title, provision.document)


def _change(change: Change) -> RecordLink:
    title = f"Change of {short_day(change.recorded_at)}: {_document(change.document).title}"
    return _numbered(change.permanent_id, title, change.document)


def _numbered(record: str, title: str, document: Document) -> RecordLink:
    return RecordLink(record, f"/{record}", title, document.platform.name)

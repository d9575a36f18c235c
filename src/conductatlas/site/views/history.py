"""A document along time: any two of its versions compared, and its text as it stood on a day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from django.http import HttpRequest, HttpResponse

from conductatlas.english import short_day
from conductatlas.records.models import Document, Kind, Provision, Version, permanent_id
from conductatlas.site.presenters.comparisons import present_comparison
from conductatlas.site.presenters.links import comparison_path, record_path
from conductatlas.site.views.records import find_document, find_provision, of_record
from conductatlas.site.views.responses import NotFound, lead_to, page_number, read_day, respond
from conductatlas.site.views.way_back import leading_back

_ORDINAL = re.compile(r"0*[1-9][0-9]{0,8}", re.ASCII)


@of_record
def comparison(request: HttpRequest, kind: Kind, number: int, old: str, new: str, *, as_json: bool) -> HttpResponse:
    """Two versions of a document, compared in the order in which the address names them."""
    document = find_document(kind, number)
    with leading_back(document, old, new):
        before, after = _pair(document, old, new)
    page = present_comparison(document, before, after, page_number(request), page_number(request, "part"))
    title = f"Versions {before.ordinal} and {after.ordinal} of the {document.terms_type} compared"
    return respond(request, "comparison.html", page, title=title, as_json=as_json)


@of_record
def choose_comparison(request: HttpRequest, kind: Kind, number: int, *, as_json: bool) -> HttpResponse:
    """Lead a form's two version numbers to the address of their comparison."""
    document = find_document(kind, number)
    old, new = request.GET.get("from", ""), request.GET.get("to", "")
    with leading_back(document, old, new):
        before, after = _pair(document, old, new)
    return lead_to(comparison_path(document.id, before.ordinal, after.ordinal), as_json=as_json)


@of_record
def versions(request: HttpRequest, kind: Kind, number: int, *, as_json: bool) -> HttpResponse:
    """Lead to the place on a document's page that lists its versions."""
    return _part_of_page(find_document(kind, number), "versions", as_json=as_json)


@of_record
def history(request: HttpRequest, kind: Kind, number: int, *, as_json: bool) -> HttpResponse:
    """Lead to the place on a provision's page that tells its history, or to the versions of a document."""
    if kind is Kind.CHANGE:
        raise NotFound(f"{permanent_id(kind, number)} is a change, which happened once: it has no history.")
    if kind is Kind.PROVISION:
        return _part_of_page(find_provision(number), "history", as_json=as_json)
    return _part_of_page(find_document(kind, number), "versions", as_json=as_json)


def _part_of_page(record: Document | Provision, anchor: str, *, as_json: bool) -> HttpResponse:
    return lead_to(f"/{record.permanent_id}", "" if as_json else f"#{anchor}", as_json=as_json)


@of_record
def as_of(request: HttpRequest, kind: Kind, number: int, day: str | None = None, *, as_json: bool) -> HttpResponse:
    """Lead to the text that stood at the end of a day: the last good version recorded until then."""
    document = find_document(kind, number)
    asked = request.GET.get("date", "") if day is None else day
    with leading_back(document, day=asked):
        on = read_day(asked)
        version = document.good_versions().filter(recorded_at__lte=datetime.combine(on, time.max, UTC)).first()
        if version is None:
            raise NotFound(_not_yet_recorded(document, on))
    return lead_to(f"{record_path(Kind.DOCUMENT, document.id)}/text", f"?version={version.ordinal}", as_json=as_json)


def _pair(document: Document, old: str, new: str) -> tuple[Version, Version]:
    before, after = _version(document, old), _version(document, new)
    if before == after:
        raise NotFound(f"Version {before.ordinal} can't be compared with itself: choose two versions that differ.")
    return before, after


def _version(document: Document, ordinal: str) -> Version:
    """The version that a part of an address names, with its text."""
    found = None
    if _ORDINAL.fullmatch(ordinal):
        found = Version.objects.filter(document=document, ordinal=int(ordinal)).select_related("text").first()
    if found is None:
        count = Version.objects.filter(document=document).count()
        named = f"no version “{ordinal[:20]}”" if ordinal else "no version without a number"
        raise NotFound(f"{document.permanent_id} has {named}: its versions are numbered from 1 to {count:,}.")
    return found


def _not_yet_recorded(document: Document, day: date) -> str:
    first = document.good_versions().last()
    if first is None:
        return f"No version of {document.permanent_id} could be read, so nothing is known of its text on any day."
    since = short_day(first.recorded_at)
    return f"{document.permanent_id} is recorded since {since}, so its text on {short_day(day)} is not known."

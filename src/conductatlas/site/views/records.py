"""The records that have a permanent id: documents, provisions and changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone

from conductatlas.catalogue import REGIONS
from conductatlas.records.models import Change, Document, Kind, Provision, Retraction, Version, permanent_id
from conductatlas.records.retraction import is_taken_back
from conductatlas.site.presenters.changes import present_change
from conductatlas.site.presenters.documents import CHOICES_OF_VERSIONS, present_document
from conductatlas.site.presenters.feed_subjects import Subject, changes_of_document, changes_of_provision
from conductatlas.site.presenters.provisions import present_provision
from conductatlas.site.presenters.sharing import RecordPage, share
from conductatlas.site.presenters.texts import present_text
from conductatlas.site.presenters.verified_records import verify_change, verify_document, verify_provision
from conductatlas.site.presenters.versions import present_version
from conductatlas.site.views.responses import NotFound, choice, page_number, respond
from conductatlas.site.views.way_back import leading_back

_REMEMBERED = 86_400
_View = Callable[..., HttpResponse]
_TEMPLATES = {Kind.DOCUMENT: "document.html", Kind.PROVISION: "provision.html", Kind.CHANGE: "change.html"}


def of_record(view: _View) -> _View:
    """Give a view its record's kind and number; an id that is not in its one right form redirects to that form."""

    @wraps(view)
    def wrapped(request: HttpRequest, record: str, **options: Any) -> HttpResponse:
        kind, number = Kind(record[3].upper()), int(record[5:])
        right = permanent_id(kind, number)
        if record != right:
            query = request.META.get("QUERY_STRING", "")
            path = request.path.replace(record, right, 1)
            return HttpResponsePermanentRedirect(path + (f"?{query}" if query else ""))
        return view(request, kind, number, **options)

    return wrapped


@of_record
def record(request: HttpRequest, kind: Kind, number: int, *, as_json: bool) -> HttpResponse:
    """The page of a record."""
    found = find_record(kind, number)
    if led_on := lead_on(found, ".json" if as_json else ""):
        return led_on
    page = present_record(request, found)
    title, status = page.citation.cited.title, _status(found)
    links = None if is_taken_back(found) else subject_of(found).follow
    return respond(
        request,
        _TEMPLATES[kind],
        page,
        title=title,
        as_json=as_json,
        status=status,
        sharing=share(page),
        follow=links,
    )


@of_record
def verification(request: HttpRequest, kind: Kind, number: int, *, as_json: bool) -> HttpResponse:
    """The stored texts of a record, hashed anew, and how anyone can do the same."""
    if kind is Kind.DOCUMENT:
        page = verify_document(find_document(kind, number))
    elif kind is Kind.PROVISION:
        page = verify_provision(find_provision(number))
    else:
        page = verify_change(find_change(number))
    return respond(request, "verification.html", page, title=f"Verify {page.record}", as_json=as_json)


@of_record
def text(request: HttpRequest, kind: Kind, number: int, *, as_json: bool) -> HttpResponse:
    """The text of a document, or of the version that the query names, with the provisions marked."""
    document = find_document(kind, number)
    versions = Version.objects.filter(document=document)
    latest = document.good_versions().values_list("ordinal", flat=True).first()
    ordinal = page_number(request, "version") if "version" in request.GET else latest
    version = None if ordinal is None else versions.filter(ordinal=ordinal).select_related("text").first()
    if version is None:
        with leading_back(document):
            raise NotFound(f"{document.permanent_id} has no version {ordinal or 'that could be read'}.")
    page = present_text(
        document,
        version,
        is_latest=version.ordinal == latest,
        part=page_number(request, "part"),
        provision=request.GET.get("provision", ""),
        block=page_number(request, "block") if "block" in request.GET else 0,
    )
    return respond(request, "text.html", page, title=f"Text of the {document.terms_type}", as_json=as_json)


@of_record
def version(request: HttpRequest, kind: Kind, number: int, ordinal: int, *, as_json: bool) -> HttpResponse:
    """One version of a document."""
    document = find_document(kind, number)
    found = (
        Version.objects.filter(document=document, ordinal=ordinal).select_related("text", "change__document").first()
    )
    if found is None:
        with leading_back(document):
            raise NotFound(f"{document.permanent_id} has no version {ordinal}; its page lists those that it has.")
    title = f"Version {ordinal} of the {document.terms_type}"
    return respond(request, "version.html", present_version(document, found), title=title, as_json=as_json)


def find_document(kind: Kind, number: int) -> Document:
    """The document with an id, with its platform and collection; NotFound where there is none."""
    found = Document.objects.filter(id=number).select_related("platform", "collection").first()
    if found is None or kind is not Kind.DOCUMENT:
        raise no_record(kind, number)
    return found


def find_record(kind: Kind, number: int) -> Document | Provision | Change:
    """The record with an id, with what its page needs of others; NotFound where there is none."""
    if kind is Kind.DOCUMENT:
        return find_document(kind, number)
    return find_provision(number) if kind is Kind.PROVISION else find_change(number)


def present_record(request: HttpRequest, found: Document | Provision | Change) -> RecordPage:
    """What the page of a record shows."""
    if isinstance(found, Document):
        shown = choice(request, "versions", CHOICES_OF_VERSIONS)
        return present_document(found, page_number(request), timezone.now(), shown)
    if isinstance(found, Provision):
        return present_provision(found, page_number(request), timezone.now(), choice(request, "region", REGIONS))
    page, part, unsettled = (page_number(request, name) for name in ("page", "part", "unsettled"))
    return present_change(found, page, part, timezone.now(), unsettled)


def subject_of(found: Document | Provision | Change) -> Subject:
    """What those follow who follow a record; a change happened once, so that is its document."""
    if isinstance(found, Provision):
        return changes_of_provision(found)
    return changes_of_document(found if isinstance(found, Document) else found.document)


def find_provision(number: int) -> Provision:
    """The provision with an id, with what its page needs of others; NotFound where there is none."""
    found = (
        Provision.objects.filter(id=number)
        .select_related("document__platform", "document__collection", "first_version", "successor")
        .first()
    )
    if found is None:
        raise no_record(Kind.PROVISION, number)
    return found


def find_change(number: int) -> Change:
    """The change with an id, with its document and both texts; NotFound where there is none."""
    found = (
        Change.objects.filter(id=number)
        .select_related("document__platform", "document__collection", "version__text", "previous__text")
        .first()
    )
    if found is None:
        raise no_record(Kind.CHANGE, number)
    return found


def lead_on(record: Document | Provision | Change, ending: str) -> HttpResponse | None:
    """Lead from a record that was merged to the one that it was merged into, at the address with the same ending."""
    merged = Retraction.objects.filter(record=record.permanent_id).exclude(target="")
    if not is_taken_back(record) or (retraction := merged.first()) is None:
        return None
    response = HttpResponsePermanentRedirect(f"/{retraction.target}{ending}")
    # It may be reinstated: nobody shall remember for ever where it led.
    response["Cache-Control"] = f"max-age={_REMEMBERED}"
    if ending:
        response["Access-Control-Allow-Origin"] = "*"
    return response


def _status(record: Document | Provision | Change) -> int:
    """A withdrawn record still answers, and says with 410 that it is none any more (RFC 9110, section 15.5.11)."""
    return HTTPStatus.GONE if is_taken_back(record) else HTTPStatus.OK


def no_record(kind: Kind, number: int) -> NotFound:
    """Say that there is no such record, and how to go on."""
    return NotFound(
        f"No {kind.label} has the id {permanent_id(kind, number)} here. Ids are given by each instance for itself: "
        "check that this is the instance that the id was cited from, or search for the clause's words."
    )

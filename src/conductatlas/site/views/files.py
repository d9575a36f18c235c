"""What of a record can be had as a file: its citations, its paper, its card, and the bytes of a version."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone

from conductatlas.records.models import Kind, Version
from conductatlas.records.retraction import is_taken_back
from conductatlas.site.citing import Form
from conductatlas.site.presenters.cards import card_of
from conductatlas.site.presenters.citation import Citation, cite_platform
from conductatlas.site.presenters.links import record_path
from conductatlas.site.presenters.papers import paper_of
from conductatlas.site.presenters.sharing import RecordPage
from conductatlas.site.typesetting import set_card, set_paper
from conductatlas.site.views.platforms import find_platform
from conductatlas.site.views.records import find_document, find_record, of_record, present_record
from conductatlas.site.views.responses import NotFound

# A card is asked for by every service that a link is posted to, and may be a day old.
_CARD_AGE = 86_400


@of_record
def citation(request: HttpRequest, kind: Kind, number: int, form: Form) -> HttpResponse:
    """A record's citation in one form."""
    return _citation(_standing(request, kind, number).citation, form)


def platform_citation(request: HttpRequest, slug: str, form: Form) -> HttpResponse:
    """The citation of a platform's page in one form."""
    return _citation(cite_platform(find_platform(slug), timezone.now()), form)


@of_record
def paper(request: HttpRequest, kind: Kind, number: int) -> HttpResponse:
    """A record as PDF."""
    made = paper_of(_standing(request, kind, number))
    response = HttpResponse(set_paper(made.template, made.values, made.at), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{record_path(kind, number)[1:]}.pdf"'
    return response


@of_record
def card(request: HttpRequest, kind: Kind, number: int) -> HttpResponse:
    """The picture that links to a record are shown with."""
    made = card_of(_standing(request, kind, number))
    response = HttpResponse(set_card(made.values(), made.at), content_type="image/png")
    response["Cache-Control"] = f"public, max-age={_CARD_AGE}"
    return response


@of_record
def version_bytes(request: HttpRequest, kind: Kind, number: int, ordinal: int) -> HttpResponse:
    """The bytes of a version as they were recorded, to be hashed by whoever wants to."""
    document = find_document(kind, number)
    version = Version.objects.filter(document=document, ordinal=ordinal).select_related("text").first()
    content = version.text.content if version else None
    if content is None:
        raise NotFound(f"{document.permanent_id} has no version {ordinal} whose bytes are stored.")
    # A file to keep, never a page: it is text that others wrote.
    response = HttpResponse(content, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{document.permanent_id}-version-{ordinal}.txt"'
    return response


def short(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """Lead a short address to the record that it means."""
    return HttpResponsePermanentRedirect(record_path(Kind(kind.upper()), number))


def _standing(request: HttpRequest, kind: Kind, number: int) -> RecordPage:
    """What the page of a record shows. One that was taken back gives no files that would go on without saying so."""
    found = find_record(kind, number)
    if is_taken_back(found):
        raise NotFound(f"{found.permanent_id} was taken back. Its page says why, and what goes on in its place.")
    return present_record(request, found)


def _citation(citation: Citation, form: Form) -> HttpResponse:
    (written,) = (one for one in citation.forms if one.id == form.id)
    response = HttpResponse(written.text, content_type=form.media_type)
    name = f"{citation.cited.key}.{form.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Access-Control-Allow-Origin"] = "*"
    return response

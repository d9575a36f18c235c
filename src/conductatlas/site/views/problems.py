"""Reports of problems: the form on every record, the one public address that stores anything, and a report's page."""

from __future__ import annotations

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_protect

from conductatlas.accounts.client_address import client_address
from conductatlas.records.corrections import receive
from conductatlas.records.models import LONGEST_REPORT, CorrectionRequest, Kind, Problem, permanent_id
from conductatlas.records.senders import PER_SENDER_AND_DAY, TooManyError
from conductatlas.site.forms import ProblemForm
from conductatlas.site.presenters.corrections import present_correction
from conductatlas.site.presenters.named_records import RecordLink, record_links
from conductatlas.site.presenters.record_notes import correction_path
from conductatlas.site.views.records import no_record, of_record
from conductatlas.site.views.responses import NotFound, respond

# A report of the longest text, every character of it written in the longest way that forms have.
_MOST_BYTES = 64 * 1024
_BUSY = "The register is being written to just now, and your report could not be stored. Send it again in a minute."


@of_record
def record_problem(request: HttpRequest, kind: Kind, number: int) -> HttpResponse:
    """Report a problem with a document, a provision or a change."""
    link = record_links([record := permanent_id(kind, number)]).get(record)
    if link is None:
        raise no_record(kind, number)
    return _problem(request, link)


def platform_problem(request: HttpRequest, slug: str) -> HttpResponse:
    """Report a problem with what is said of a platform."""
    link = record_links([record := f"platforms/{slug}"]).get(record)
    if link is None:
        raise NotFound(f"No platform is recorded under “{slug}”. The list of platforms names all that are.")
    return _problem(request, link)


def correction(request: HttpRequest, number: int, *, as_json: bool) -> HttpResponse:
    """A report and what became of it; never who sent it."""
    found = CorrectionRequest.objects.filter(id=number).first()
    if found is None:
        raise NotFound(f"There is no correction request {number} here.")
    page = present_correction(found)
    return _unlisted(respond(request, "correction.html", page, title=f"Correction request {number}", as_json=as_json))


def _problem(request: HttpRequest, link: RecordLink) -> HttpResponse:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > _MOST_BYTES:
        message = f"What was sent is larger than the {_MOST_BYTES:,} bytes that a report may have. Nothing was stored."
        context = {"title": "Too large", "message": message}
        return _unlisted(render(request, "site/404.html", context, status=413))
    return _unlisted(_guarded(request, link))


@csrf_protect
def _guarded(request: HttpRequest, link: RecordLink) -> HttpResponse:
    if request.method != "POST":
        return _page(request, link, ProblemForm())
    form = ProblemForm(request.POST)
    if not form.is_valid():
        return _page(request, link, form, status=400)
    sent = form.cleaned_data
    try:
        stored = receive(
            link.id,
            Problem(sent["problem"]),
            sent["text"],
            sent["email"],
            address=client_address(request),
            at=timezone.now(),
        )
    except TooManyError as error:
        return _page(request, link, form, status=429, trouble=str(error))
    except OperationalError:
        # An import holds the database; what the reader wrote stands in the form still.
        return _page(request, link, form, status=503, trouble=_BUSY)
    return HttpResponseRedirect(correction_path(stored.pk), status=303)


def _page(
    request: HttpRequest, link: RecordLink, form: ProblemForm, *, status: int = 200, trouble: str = ""
) -> HttpResponse:
    context = {
        "title": "Report a problem",
        "record": link,
        "form": form,
        "problems": Problem.choices,
        "chosen": form.data.get("problem", ""),
        "text": form.data.get("text", ""),
        "email": form.data.get("email", ""),
        "longest": LONGEST_REPORT,
        "per_day": PER_SENDER_AND_DAY,
        "trouble": trouble,
    }
    return render(request, "site/problem.html", context, status=status)


def _unlisted(response: HttpResponse) -> HttpResponse:
    """Keep a page out of search engines."""
    response["X-Robots-Tag"] = "noindex"
    return response

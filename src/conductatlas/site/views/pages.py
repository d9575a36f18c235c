"""The pages that explain, and those that say that something went wrong."""

from __future__ import annotations

from dataclasses import asdict
from http import HTTPStatus
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import Resolver404, resolve

from conductatlas.site.presenters.pages import present_about, present_methodology
from conductatlas.site.views.responses import NotFound, Unreadable, as_json_response, respond

_ELSEWHERE = "There is no page at this address."


def methodology(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """How the records are made."""
    return respond(request, "methodology.html", present_methodology(), title="Methodology", as_json=as_json)


def about(request: HttpRequest, *, as_json: bool) -> HttpResponse:
    """What this instance is."""
    return respond(request, "about.html", present_about(), title="About", as_json=as_json)


def without_slash(request: HttpRequest, address: str) -> HttpResponse:
    """Lead an address that ends with a slash to the page that it means."""
    # One slash in front, and only to pages of this site: `//elsewhere` would lead away.
    path = "/" + quote(address.strip("/"))
    try:
        resolve(path)
    except Resolver404:
        raise NotFound(_ELSEWHERE) from None
    return HttpResponsePermanentRedirect(path)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what is not there, and where to look instead."""
    known = exception if isinstance(exception, NotFound) else NotFound(_ELSEWHERE)
    return _told(request, "Not found", known, HTTPStatus.NOT_FOUND)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what in the address can't be read."""
    known = exception if isinstance(exception, Unreadable) else Unreadable("This address can't be read.")
    return _told(request, "Can’t be read", known, HTTPStatus.BAD_REQUEST)


def _told(request: HttpRequest, title: str, known: NotFound | Unreadable, status: int) -> HttpResponse:
    if request.path.endswith(".json"):
        leads = {"leads": [asdict(lead) for lead in known.leads]} if known.leads else {}
        return as_json_response(request, {"error": str(known), **leads}, status=status)
    context = {"title": title, "message": str(known), "leads": known.leads, "form": known.form}
    return render(request, "site/404.html", context, status=status)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say why a form was not taken that did not come from a page of this site."""
    message = (
        "This form did not come from a page of this site, or its cookie was kept back, so nothing was stored. Go back, "
        "allow the cookie if you block it, load the page anew, and send it again."
    )
    return render(request, "site/404.html", {"title": "Not taken", "message": message}, status=403)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that somebody tried something too often."""
    message = "Too many tries came from you in a short time. Wait a few minutes and try again."
    return render(request, "site/404.html", {"title": "Too many tries", "message": message}, status=429)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours."""
    if request.path.endswith(".json"):
        return as_json_response(request, {"error": "The server failed to make this answer."}, status=500)
    return render(request, "site/500.html", {"title": "An error of ours"}, status=500)

"""The way to a company's own log-in, and back."""

from __future__ import annotations

from typing import cast

from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

from conductatlas.site.access import by_link, public

_COMPANY = "company"
# What allauth lets through of a company that does not answer, or leaves out of its answer what must be in it.
_TROUBLE = (RequestException, KeyError, ValueError)


@public
def log_in(request: HttpRequest) -> HttpResponse:
    """Lead to the company by a page of our own: forms of this site may not be answered from another one (CSP)."""
    try:
        response = cast(HttpResponse, views.login(request, provider_id=_COMPANY))
    except _TROUBLE:
        return _failed(request)
    if request.method != "POST" or response.status_code != 302:
        return response
    context = {"title": "To your company", "redirect_to": response["Location"]}
    return render(request, "socialaccount/login_redirect.html", context)


@by_link
def come_back(request: HttpRequest) -> HttpResponse:
    """Where the company sends people with its answer."""
    try:
        return cast(HttpResponse, views.callback(request, provider_id=_COMPANY))
    except _TROUBLE:
        return _failed(request)


def _failed(request: HttpRequest) -> HttpResponse:
    return render(request, "socialaccount/authentication_error.html", status=502)

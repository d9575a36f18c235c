"""The way to a company's own log-in."""

from __future__ import annotations

from typing import cast

from allauth.socialaccount.providers.openid_connect import views
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from conductatlas.site.access import public


@public
def log_in(request: HttpRequest) -> HttpResponse:
    """Lead to the company by a page of our own: forms of this site may not be answered from another one (CSP)."""
    response = cast(HttpResponse, views.login(request, provider_id="company"))
    if request.method != "POST" or response.status_code != 302:
        return response
    context = {"title": "To your company", "redirect_to": response["Location"]}
    return render(request, "socialaccount/login_redirect.html", context)

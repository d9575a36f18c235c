"""How pages that are not for everybody are answered: as HTML or JSON, for their readers only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from conductatlas.site.presenters.json import to_json
from conductatlas.site.views.responses import json_path


def answer(
    request: HttpRequest, template: str, page: object, *, title: str, as_json: bool, status: int = 200, **context: Any
) -> HttpResponse:
    """A private page, or its values as JSON: kept by no cache, read by no other site's scripts, in no search engine."""
    response: HttpResponse
    if as_json:
        response = JsonResponse(to_json(page), status=status, json_dumps_params={"ensure_ascii": False})
    else:
        context |= {"page": page, "title": title, "json_path": json_path(request), "private": True}
        response = render(request, f"site/private/{template}", context, status=status)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response

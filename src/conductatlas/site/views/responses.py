"""How a page is answered: as HTML, or the same values as JSON; and how what is not there is said."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from conductatlas.site.presenters.json import to_json

_LARGEST_PAGE = 1_000_000
_NUMBER_DIGITS = 7


class NotFound(Http404):
    """Something that is not there; the message is a line that helps the reader on."""


class Unreadable(BadRequest):
    """Something in the address that can't be read; the message is a line that says how to write it."""


def respond(
    request: HttpRequest,
    template: str,
    page: object,
    *,
    title: str,
    as_json: bool,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Answer with a page, or with its values as JSON under the page's own public address."""
    if as_json:
        return as_json_response(request, to_json(page), status)
    context |= {"page": page, "title": title, "json_path": json_path(request)}
    return render(request, f"site/{template}", context, status=status)


def as_json_response(request: HttpRequest, values: dict[str, Any], status: int = 200) -> JsonResponse:
    """JSON that any site's scripts may read: there is nothing private in it."""
    address = f"{settings.PUBLIC_ADDRESS}{request.get_full_path()}"
    response = JsonResponse({"self": address, **values}, status=status, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def json_path(request: HttpRequest) -> str:
    """The address of this page's values as JSON."""
    path = "/index" if request.path == "/" else request.path
    query = request.META.get("QUERY_STRING", "")
    return f"{path}.json" + (f"?{query}" if query else "")


def page_number(request: HttpRequest, name: str = "page") -> int:
    """A page number from the query; 1 where there is none or it is no number."""
    text = request.GET.get(name, "")
    if text.isascii() and text.isdigit() and len(text) <= _NUMBER_DIGITS:
        return min(max(int(text), 1), _LARGEST_PAGE)
    return 1


def choice(request: HttpRequest, name: str, choices: object) -> str:
    """A value from the query where it is one of the choices; empty for anything else."""
    text = request.GET.get(name, "")
    return text if isinstance(choices, dict | list | tuple) and text in choices else ""

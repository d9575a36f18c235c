"""How a page is answered: as HTML, or the same values as JSON; and how what is not there is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render

from conductatlas.english import series
from conductatlas.site.presenters.json import to_json
from conductatlas.site.presenters.paging import Paging

_LARGEST_PAGE = 1_000_000
_NUMBER_DIGITS = 7
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# So many characters of what can't be read are quoted, and so many choices named.
_QUOTED, _CHOICES_TOLD = 60, 13


@dataclass(frozen=True, slots=True)
class Lead:
    """A page of this site on which a reader may find what an address did not lead to."""

    title: str
    path: str


class _Leading(Exception):  # noqa: N818 (what both errors below have)
    """A line that helps the reader on, and `leads` are where to."""

    def __init__(self, message: str, leads: Iterable[Lead] = ()) -> None:
        super().__init__(message)
        self.leads = tuple(leads)
        # The form with what was asked, for a page that shows one.
        self.form: object = None


class NotFound(_Leading, Http404):
    """Something that is not there."""


class Unreadable(_Leading, BadRequest):
    """Something in the address that can't be read; the message says how to write it."""


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
    _check_page(request, page)
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


def lead_to(path: str, query: str = "", *, as_json: bool) -> HttpResponse:
    """Lead to a page of this site, or to its values as JSON."""
    response = HttpResponseRedirect(f"{path}{'.json' if as_json else ''}{query}")
    if as_json:
        # Scripts of other sites may follow it only if it says so too.
        response["Access-Control-Allow-Origin"] = "*"
    return response


def json_path(request: HttpRequest) -> str:
    """The address of this page's values as JSON."""
    path = "/index" if request.path == "/" else request.path
    query = request.META.get("QUERY_STRING", "")
    return f"{path}.json" + (f"?{query}" if query else "")


def page_number(request: HttpRequest, name: str = "page") -> int:
    """A number from the query, from 1 on; 1 where there is none. Unreadable where it is no such number."""
    text = request.GET.get(name, "")
    if not text:
        return 1
    if not (text.isascii() and text.isdigit() and int(text[:_NUMBER_DIGITS])):
        raise Unreadable(f"“{text[:_QUOTED]}” is no {name} number: they are numbered from 1.")
    return min(int(text), _LARGEST_PAGE) if len(text) <= _NUMBER_DIGITS else _LARGEST_PAGE


def choice(request: HttpRequest, name: str, choices: Collection[str]) -> str:
    """One of the choices from the query; empty where none is named. Unreadable where it is none of them."""
    text = request.GET.get(name, "")
    if text and text not in choices:
        known = f": it can be {series(list(choices), 'or')}" if len(choices) <= _CHOICES_TOLD else ""
        raise Unreadable(f"“{text[:_QUOTED]}” is not known as {name.replace('_', ' ')} here{known}.")
    return text


def read_day(text: str) -> date:
    """A day of an address. Unreadable where it is none."""
    try:
        # The pattern first: Python reads more forms of dates than the one that the page asks for.
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        given = f"“{text[:20]}” is no day" if text else "No day was given"
        raise Unreadable(f"{given}: write it as year, month and day, such as 2025-03-01.") from None


def _check_page(request: HttpRequest, page: object) -> None:
    """Say where a list ends that is asked for a page past its end."""
    places = getattr(page, "paging", None)
    if isinstance(places, Paging) and request.GET.get("page") and page_number(request) > places.pages:
        ends = "there is one page only" if places.pages == 1 else f"there are {places.pages:,} pages"
        raise NotFound(f"This list has no page {request.GET['page'][:_QUOTED]}: {ends}.")

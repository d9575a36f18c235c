"""How addresses are written down: pages with their twins, and forms."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from conductatlas.site import converters  # noqa: F401 (makes the parts of addresses known)

form = require_http_methods(["GET", "HEAD", "POST"])


def page(route: str, view: Any, name: str, json_route: str = "", *, has_form: bool = False) -> list[URLPattern]:
    """The address of a page and that of its twin in JSON; the view is told by `as_json` which one was asked for.

    A page that `has_form` takes what that sends; its twin is only read.
    """
    safe = require_safe(view)
    return [
        path(route, form(view) if has_form else safe, {"as_json": False}, name=name),
        path(json_route or f"{route}.json", safe, {"as_json": True}, name=f"{name}-json"),
    ]

"""How addresses are written down: pages with their twins, and forms."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from conductatlas.site import converters  # noqa: F401 (makes the parts of addresses known)


def page(route: str, view: Any, name: str, json_route: str = "") -> list[URLPattern]:
    """The address of a page and that of its twin in JSON; the view is told by `as_json` which one was asked for."""
    safe = require_safe(view)
    return [
        path(route, safe, {"as_json": False}, name=name),
        path(json_route or f"{route}.json", safe, {"as_json": True}, name=f"{name}-json"),
    ]


form = require_http_methods(["GET", "HEAD", "POST"])

"""Watches, channels and what was sent: their addresses."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conductatlas.site.views import channels, watches

_OF = "workspaces/<slug:workspace>"
_form = require_http_methods(["GET", "HEAD", "POST"])


def _page(route: str, view: Any, name: str) -> list[URLPattern]:
    safe = require_safe(view)
    return [
        path(route, safe, {"as_json": False}, name=name),
        path(f"{route}.json", safe, {"as_json": True}, name=f"{name}-json"),
    ]


def _acts(route: str, **views: Any) -> list[URLPattern]:
    """What can be done to one of a list, each by a form of its own."""
    name = route.rpartition("/")[2].removesuffix("s")
    return [
        path(f"{route}/<int:number>/{act}", require_POST(view), name=f"{name}-{act}") for act, view in views.items()
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    path("watch", _form(watches.watch), name="watch"),
    path("watch.json", require_safe(watches.watch), {"as_json": True}, name="watch-json"),
    *_page(f"{_OF}/watches", watches.watches, "watches"),
    *_acts(f"{_OF}/watches", pause=watches.pause, delete=watches.delete),
    *_page(f"{_OF}/channels", channels.channels, "channels"),
    path(f"{_OF}/channels/add", require_POST(channels.add), name="channel-add"),
    *_acts(
        f"{_OF}/channels",
        ask=channels.ask,
        confirm=channels.confirm,
        test=channels.test,
        stop=channels.stop,
        delete=channels.delete,
    ),
    *_page(f"{_OF}/deliveries", channels.deliveries, "deliveries"),
    path("channels/confirm/<str:token>", _form(channels.confirm_by_link), name="channel-confirm-link"),
]

"""Watches, channels and what was sent: their addresses."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_POST

from conductatlas.site.routing import form, page
from conductatlas.site.views import channels, watches

_OF = "workspaces/<slug:workspace>"


def _acts(route: str, **views: Any) -> list[URLPattern]:
    """What can be done to one of a list, each by a form of its own."""
    name = route.rpartition("/")[2].removesuffix("s")
    return [
        path(f"{route}/<int:number>/{act}", require_POST(view), name=f"{name}-{act}") for act, view in views.items()
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    *page("watch", watches.watch, "watch", has_form=True),
    *page(f"{_OF}/watches", watches.watches, "watches"),
    *_acts(f"{_OF}/watches", pause=watches.pause, delete=watches.delete),
    *page(f"{_OF}/channels", channels.channels, "channels"),
    path(f"{_OF}/channels/add", require_POST(channels.add), name="channel-add"),
    *_acts(
        f"{_OF}/channels",
        ask=channels.ask,
        confirm=channels.confirm,
        test=channels.test,
        stop=channels.stop,
        delete=channels.delete,
    ),
    *page(f"{_OF}/deliveries", channels.deliveries, "deliveries"),
    path("channels/confirm/<str:token>", form(channels.confirm_by_link), name="channel-confirm-link"),
]

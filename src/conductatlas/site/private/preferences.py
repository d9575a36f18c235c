"""How people are told, and how they stop it: their addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.http import require_safe

from conductatlas.site.feeds import CALENDAR, FEED_FORMS, FeedForm, feed_form_of
from conductatlas.site.routing import form as _form
from conductatlas.site.views import preferences, watch_feeds


class _Token(StringConverter):
    """The key at the end of a link in a mail: a number, a time and a signature."""

    regex = r"[0-9]{1,18}~[0-9A-Za-z]{1,12}~[0-9A-Za-z_-]{20,64}"


class _Secret(StringConverter):
    """The key of a watch's feed."""

    regex = r"[0-9A-Za-z_-]{20,40}"


register_converter(_Token, "token")
register_converter(_Secret, "secret")

_by_link, _own = _form(preferences.preferences_by_link), _form(preferences.preferences)


def _watch_feed(form: FeedForm, ending: str) -> URLPattern:
    route = f"feeds/watch/<secret:secret>.{ending}"
    return path(route, require_safe(watch_feeds.watch_feed), {"form": form}, name=f"watch-feed-{ending}")


urlpatterns: list[URLPattern | URLResolver] = [
    path("unsubscribe/<token:sent>", _form(preferences.unsubscribe), name="unsubscribe"),
    path("preferences/<token:sent>", _by_link, {"as_json": False}, name="preferences-by-link"),
    path("preferences/<token:sent>.json", _by_link, {"as_json": True}, name="preferences-by-link-json"),
    *(_watch_feed(form, form.ending) for form in (*FEED_FORMS, CALENDAR)),
    # There is no page whose JSON it could be taken for.
    _watch_feed(feed_form_of("feed.json"), "json"),
    path("account/preferences", _own, {"as_json": False}, name="preferences"),
    path("account/preferences.json", _own, {"as_json": True}, name="preferences-json"),
]

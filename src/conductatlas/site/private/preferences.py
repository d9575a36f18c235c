"""How people are told, and how they stop it: their addresses."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.http import require_http_methods

from conductatlas.site.views import preferences


class _Token(StringConverter):
    """The key at the end of a link in a mail: a number, a time and a signature."""

    regex = r"[0-9]{1,18}~[0-9A-Za-z]{1,12}~[0-9A-Za-z_-]{20,64}"


register_converter(_Token, "token")

_form = require_http_methods(["GET", "HEAD", "POST"])
_by_link, _own = _form(preferences.preferences_by_link), _form(preferences.preferences)

urlpatterns: list[URLPattern | URLResolver] = [
    path("unsubscribe/<token:sent>", _form(preferences.unsubscribe), name="unsubscribe"),
    path("preferences/<token:sent>", _by_link, {"as_json": False}, name="preferences-by-link"),
    path("preferences/<token:sent>.json", _by_link, {"as_json": True}, name="preferences-by-link-json"),
    path("account/preferences", _own, {"as_json": False}, name="preferences"),
    path("account/preferences.json", _own, {"as_json": True}, name="preferences-json"),
]

"""The addresses of all pages. Each page has a twin that ends in `.json`."""

from __future__ import annotations

import re
from typing import Any

from django.urls import URLPattern, URLResolver, include, path, re_path, register_converter
from django.urls.converters import IntConverter, StringConverter
from django.views.decorators.http import require_http_methods, require_safe

from conductatlas.site import private
from conductatlas.site.citing import FORMS, Form, form_of
from conductatlas.site.feeds import FEED_FORMS, WrittenForm, feed_form_of
from conductatlas.site.views import (
    across,
    errata,
    feeds,
    files,
    history,
    home,
    laws,
    lists,
    machines,
    pages,
    platforms,
    problems,
    public_digest,
    records,
    sources,
)


class _RecordId(StringConverter):
    """An id of a record as people write it: in any case, with or without its leading zeros."""

    regex = r"[Cc][Aa]-[DPCdpc]-[0-9]{1,18}"


class _Name(StringConverter):
    """A part of an address without a dot, so that `.json` is never taken for a part of a name."""

    regex = r"[^/.]+"


class _Ordinal(IntConverter):
    """A number from 1 on."""

    regex = r"[1-9][0-9]{0,8}"


class _CitationForm:
    """The ending of an address that names a form of citation."""

    # The longest first: `csl.json` is not `json`, nor `apa.txt` the plain `txt`.
    regex = "|".join(re.escape(ending) for ending in sorted((form.ending for form in FORMS), key=len, reverse=True))

    def to_python(self, value: str) -> Form:
        return form_of(value)

    def to_url(self, value: Form) -> str:
        return value.ending


class _FeedForm:
    """The ending of an address that names a form of feed."""

    regex = "|".join(re.escape(form.ending) for form in FEED_FORMS)

    def to_python(self, value: str) -> WrittenForm:
        return feed_form_of(value)

    def to_url(self, value: WrittenForm) -> str:
        return value.ending


class _RecordKind(StringConverter):
    """The letter of a kind of record, as short addresses write it."""

    regex = "[dpc]"


register_converter(_RecordId, "record")
register_converter(_Name, "name")
register_converter(_Ordinal, "ordinal")
register_converter(_CitationForm, "citation")
register_converter(_FeedForm, "feed")
register_converter(_RecordKind, "kind")


def _page(route: str, view: Any, name: str, json_route: str = "") -> list[URLPattern]:
    safe = require_safe(view)
    return [
        path(route, safe, {"as_json": False}, name=name),
        path(json_route or f"{route}.json", safe, {"as_json": True}, name=f"{name}-json"),
    ]


_form = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns: list[URLPattern | URLResolver] = [
    *_page("", home.home, "home", "index.json"),
    *_page("platforms", platforms.platforms, "platforms"),
    *_page("platforms/<name:slug>", platforms.platform, "platform"),
    *_page("<record:record>", records.record, "record"),
    path("<record:record>.<citation:form>", require_safe(files.citation), name="citation"),
    path("platforms/<name:slug>.<citation:form>", require_safe(files.platform_citation), name="platform-citation"),
    path("<record:record>.pdf", require_safe(files.paper), name="paper"),
    path("<record:record>.png", require_safe(files.card), name="card"),
    path("<record:record>/versions/<ordinal:ordinal>.txt", require_safe(files.version_bytes), name="version-bytes"),
    path("<kind:kind>/<ordinal:number>", require_safe(files.short), name="short"),
    *_page("<record:record>/verify", records.verification, "verification"),
    *_page("<record:record>/text", records.text, "text"),
    *_page("<record:record>/versions/<ordinal:ordinal>", records.version, "version"),
    *_page("<record:record>/compare", history.choose_comparison, "choose-comparison"),
    *_page("<record:record>/compare/<name:old>/<name:new>", history.comparison, "comparison"),
    *_page("<record:record>/as-of", history.as_of, "as-of"),
    *_page("<record:record>/as-of/<name:day>", history.as_of, "as-of-day"),
    *_page("clause-types", lists.clause_types, "clause-types"),
    *_page("clause-types/<name:name>", lists.clause_type, "clause-type"),
    *_page("compare", across.side_by_side, "side-by-side"),
    *_page("matrix", across.matrix, "matrix"),
    *_page("laws", laws.laws, "laws"),
    *_page("laws/<name:name>", laws.law, "law"),
    *_page("changes", lists.changes, "changes"),
    *_page("search", lists.search, "search"),
    *_page("review", lists.review, "review"),
    *_page("sources", sources.sources, "sources"),
    *_page("sources/<ordinal:number>", sources.source, "source"),
    *_page("errata", errata.errata, "errata"),
    path("errata.<feed:form>", require_safe(feeds.errata), name="errata-feed"),
    path("changes.<feed:form>", require_safe(feeds.changes), name="changes-feed"),
    path("search.<feed:form>", require_safe(feeds.search), name="search-feed"),
    path("platforms/<name:slug>.<feed:form>", require_safe(feeds.platform), name="platform-feed"),
    path("clause-types/<name:name>.<feed:form>", require_safe(feeds.clause_type), name="clause-type-feed"),
    path("<record:record>.<feed:form>", require_safe(feeds.record), name="record-feed"),
    *_page("digest", public_digest.latest, "digest"),
    *_page("digest/<name:name>", public_digest.week, "digest-week"),
    path("digest.<feed:form>", require_safe(public_digest.feed), name="digest-feed"),
    *_page("calendar", feeds.calendar, "calendar"),
    path("calendar.ics", require_safe(feeds.calendar_file), name="calendar-file"),
    path("platforms/<name:slug>.ics", require_safe(feeds.platform_calendar), name="platform-calendar"),
    path("<record:record>.ics", require_safe(feeds.record_calendar), name="record-calendar"),
    *_page("feeds", feeds.guide, "feeds"),
    *_page("corrections/<ordinal:number>", problems.correction, "correction"),
    path("<record:record>/problem", _form(problems.record_problem), name="problem"),
    path("platforms/<name:slug>/problem", _form(problems.platform_problem), name="platform-problem"),
    *_page("methodology", pages.methodology, "methodology"),
    *_page("about", pages.about, "about"),
    path("account/", include("allauth.urls")),
    *private.urlpatterns,
    path("robots.txt", require_safe(machines.robots), name="robots"),
    path("sitemap.xml", require_safe(machines.sitemap_index), name="sitemaps"),
    path("sitemaps/<slug:kind>-<ordinal:number>.xml", require_safe(machines.sitemap), name="sitemap"),
    re_path(r"^(?P<address>.+)/$", require_safe(pages.without_slash), name="without-slash"),
]

handler400 = "conductatlas.site.views.pages.unreadable"
handler404 = "conductatlas.site.views.pages.not_found"
handler500 = "conductatlas.site.views.pages.failed"

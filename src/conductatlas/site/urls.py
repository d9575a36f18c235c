"""The addresses of all pages. Each page has a twin that ends in `.json`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.decorators.http import require_safe

from conductatlas.site import private
from conductatlas.site.routing import form as _form
from conductatlas.site.routing import page as _page
from conductatlas.site.views import (
    across,
    company,
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
    *_page("<record:record>/versions", history.versions, "versions"),
    *_page("<record:record>/history", history.history, "history"),
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
    path("account/oidc/company/login/", company.log_in, name="company-log-in"),
    path("account/oidc/company/login/callback/", company.come_back, name="company-come-back"),
    path("account/", include("allauth.urls")),
    *private.urlpatterns,
    path("robots.txt", require_safe(machines.robots), name="robots"),
    path("sitemap.xml", require_safe(machines.sitemap_index), name="sitemaps"),
    path("sitemaps/<slug:kind>-<ordinal:number>.xml", require_safe(machines.sitemap), name="sitemap"),
    re_path(r"^(?P<address>.+)/$", require_safe(pages.without_slash), name="without-slash"),
]

handler400 = "conductatlas.site.views.pages.unreadable"
handler404 = "conductatlas.site.views.pages.not_found"
handler429 = "conductatlas.site.views.pages.too_many"
handler500 = "conductatlas.site.views.pages.failed"

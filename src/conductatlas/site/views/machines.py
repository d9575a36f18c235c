"""What only programs read: robots.txt and the sitemaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse

from conductatlas.catalogue import load_catalogue, load_laws
from conductatlas.records.models import TAKEN_BACK, Change, Document, Kind, Platform, Provision, Verdict
from conductatlas.site.presenters.laws import law_link
from conductatlas.site.presenters.links import clause_type_link, platform_link, record_path
from conductatlas.site.views.responses import NotFound

_PER_SITEMAP = 5_000
_PAGES = (
    *("/", "/platforms", "/clause-types", "/matrix", "/laws", "/changes"),
    *("/digest", "/calendar", "/feeds", "/sources", "/errata", "/methodology", "/about"),
)
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(request: HttpRequest) -> HttpResponse:
    """All may be read by robots, but for forms, and for what is endless or dear to make."""
    endless = ("/search", "/compare", "/*/compare", "/*/problem", "/*/verify", "/*.pdf$")
    closed = "".join(f"Disallow: {path}\n" for path in endless)
    lines = f"User-agent: *\n{closed}\nSitemap: {settings.PUBLIC_ADDRESS}/sitemap.xml\n"
    return HttpResponse(lines, content_type="text/plain; charset=utf-8")


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The list of sitemaps."""
    sizes = {
        "pages": len(_pages()),
        "documents": Document.listed().count(),
        "provisions": _provisions().count(),
        "changes": Change.listed().filter(verdict=Verdict.SUBSTANTIVE).count(),
    }
    addresses = [
        f"/sitemaps/{kind}-{number}.xml"
        for kind, size in sizes.items()
        for number in range(1, -(-size // _PER_SITEMAP) + 1)
    ]
    return _xml("sitemapindex", "sitemap", ((address, "") for address in addresses))


def sitemap(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """One sitemap: addresses of one kind, in the order of their ids."""
    part = slice((number - 1) * _PER_SITEMAP, number * _PER_SITEMAP)
    entries: Sequence[tuple[str, str]] = ()
    if kind == "pages":
        entries = [(address, "") for address in _pages()[part]]
    elif kind == "documents":
        documents = Document.listed().annotate(latest=Max("versions__recorded_at")).order_by("id")
        entries = [(record_path(Kind.DOCUMENT, one.id), f"{one.latest:%Y-%m-%d}") for one in documents[part]]
    elif kind == "provisions":
        ids = _provisions().order_by("id").values_list("id", flat=True)
        entries = [(record_path(Kind.PROVISION, one), "") for one in ids[part]]
    elif kind == "changes":
        changes = Change.listed().filter(verdict=Verdict.SUBSTANTIVE).order_by("id").values_list("id", "recorded_at")
        entries = [(record_path(Kind.CHANGE, one), f"{at:%Y-%m-%d}") for one, at in changes[part]]
    if not entries:
        raise NotFound("There is no such sitemap.")
    return _xml("urlset", "url", entries)


def _provisions() -> QuerySet[Provision]:
    return Provision.objects.exclude(state__in=TAKEN_BACK)


def _pages() -> list[str]:
    platforms = [platform_link(platform).path for platform in Platform.objects.order_by("id")]
    clause_types = (clause_type_link(one.id).path for one in load_catalogue())
    laws = (law_link(one).path for one in load_laws().shown())
    return [*_PAGES, *clause_types, *laws, *platforms]


def _xml(root: str, element: str, entries: Iterable[tuple[str, str]]) -> HttpResponse:
    lines = "".join(
        f"<{element}><loc>{escape(settings.PUBLIC_ADDRESS + address)}</loc>"
        + (f"<lastmod>{day}</lastmod>" if day else "")
        + f"</{element}>\n"
        for address, day in entries
    )
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_SPACE}">\n{lines}</{root}>\n'
    return HttpResponse(text, content_type="application/xml; charset=utf-8")

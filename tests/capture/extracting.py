"""Pages and declarations of them, as tests write them."""

from __future__ import annotations

from conductatlas.capture import Page
from conductatlas.capture.declarations import Filter, Selector, Source
from conductatlas.capture.extraction import extract

ADDRESS = "https://lumora.example/legal/terms"


def source(
    select: Selector | tuple[Selector, ...] = (), remove: tuple[Selector, ...] = (), filters: tuple[Filter, ...] = ()
) -> Source:
    return Source(ADDRESS, select if isinstance(select, tuple) else (select,), remove, filters)


def page(html: str | bytes, content_type: str = "text/html; charset=utf-8", status: int = 200) -> Page:
    return Page(ADDRESS, html.encode() if isinstance(html, str) else html, content_type, status)


def text_of(html: str, select: Selector | tuple[Selector, ...] = (), remove: tuple[Selector, ...] = ()) -> str:
    """The Markdown that a page gives."""
    return extract(source(select, remove), page(html)).markdown

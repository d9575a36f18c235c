"""All addresses of the site, with who may open them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from conductatlas.site import private
from conductatlas.site.access import Access, access_of


@dataclass(frozen=True, slots=True)
class Address:
    """A pattern of addresses: its route from the root, its name, its view and the mark that this carries."""

    route: str
    name: str
    view: Any
    access: Access | None
    parts: tuple[str, ...]

    @property
    def of_allauth(self) -> bool:
        """Whether the view is one of django-allauth's, which carry no marks."""
        return str(getattr(self.view, "__module__", "")).startswith("allauth.")


def every_address() -> list[Address]:
    """All of them, those of django-allauth too."""
    return list(_walk(get_resolver().url_patterns))


def private_addresses() -> list[Address]:
    """Those that `conductatlas.site.private` names."""
    return list(_walk(private.urlpatterns))


def _walk(
    patterns: Sequence[URLPattern | URLResolver], before: str = "", outer: tuple[str, ...] = ()
) -> Iterator[Address]:
    for one in patterns:
        route = before + str(one.pattern).removeprefix("^") if before else str(one.pattern)
        parts = (*outer, *one.pattern.regex.groupindex)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, route, parts)
        else:
            yield Address(route, str(one.name or ""), one.callback, access_of(one.callback), parts)

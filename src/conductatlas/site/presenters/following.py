"""The links by which a page says how what it shows can be followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from conductatlas.site.feeds import FEED_FORMS, FeedForm


@dataclass(frozen=True, slots=True)
class FollowLink:
    """A form in which something can be followed, and where."""

    name: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Follow:
    """What can be followed, and in which forms."""

    title: str
    links: tuple[FollowLink, ...]


def follow(title: str, path: str, query: str = "", forms: Iterable[FeedForm] = FEED_FORMS) -> Follow:
    """The addresses beside a page's own, with its query (encoded), at which it can be followed."""
    asked = f"?{query}" if query else ""
    return Follow(
        title, tuple(FollowLink(form.name, f"{path}.{form.ending}{asked}", form.media_type) for form in forms)
    )

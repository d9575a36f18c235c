"""What a feed is made of, whatever the form in which it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

AUTHOR = "ConductAtlas"
LANGUAGE = "en-GB"
# A feed must say when it was updated; one without entries never was.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. Addresses are whole ones.

    `id` never changes, and is the same wherever the same is told. `title` and `summary` are plain text, `content` is
    HTML. It was `updated` when it was `published`, or last corrected since. `data` is for programs, in values that
    `json` can write. `author` is empty where it is that of the feed.
    """

    id: str
    address: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    tags: tuple[str, ...] = ()
    author: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feed:
    """One page of a feed, the latest entry first.

    `home` is the page that shows the same. `path` is the feed's own address, to which each form adds its ending, and
    then `query`, which is encoded already and holds no page number. `page` is counted from 1.
    """

    title: str
    description: str
    home: str
    path: str
    query: str
    entries: tuple[Entry, ...]
    page: int = 1
    has_more: bool = False

    @property
    def id(self) -> str:
        """What names the feed for ever, the same in every form and on every page."""
        return self.path + (f"?{self.query}" if self.query else "")

    @property
    def updated(self) -> datetime:
        """When the latest of its entries was."""
        return max((entry.updated for entry in self.entries), default=_NEVER)

    def address(self, ending: str, page: int = 1) -> str:
        """Where a page of it can be had in the form that has an ending."""
        query = "&".join(part for part in (self.query, f"page={page}" if page > 1 else "") if part)
        return f"{self.path}.{ending}" + (f"?{query}" if query else "")

"""Feeds as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from conductatlas.site.feeds.feed import AUTHOR, LANGUAGE, Entry, Feed

ENDING = "feed.json"
_VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(feed: Feed) -> str:
    """A page of a feed as JSON Feed; what an entry has for programs stands under `_conductatlas`."""
    values: dict[str, Any] = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address(ENDING, feed.page),
        "description": feed.description,
        "authors": [{"name": AUTHOR}],
        "language": LANGUAGE,
    }
    if feed.has_more:
        values["next_url"] = feed.address(ENDING, feed.page + 1)
    values["items"] = [_item(entry) for entry in feed.entries]
    return json.dumps(values, ensure_ascii=False)


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": _moment(entry.published),
        "date_modified": _moment(entry.updated),
        "tags": list(entry.tags),
    }
    if entry.author:
        item["authors"] = [{"name": entry.author}]
    if entry.data:
        item["_conductatlas"] = dict(entry.data)
    return item


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"

"""Feeds as Atom 1.0 (RFC 4287), with the links between the pages of a feed of RFC 5005, section 3."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from conductatlas.site.feeds.feed import AUTHOR, LANGUAGE, Feed

ENDING = "atom"
# All but the characters that XML 1.0 (section 2.2, `Char`) can hold in any way.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_atom(feed: Feed) -> str:
    """A page of a feed as Atom. Characters that XML can't hold are left out."""
    atom = _Atom(
        title=_text(feed.title),
        link=feed.home,
        description="",
        subtitle=_text(feed.description),
        language=LANGUAGE,
        feed_url=feed.address(ENDING, feed.page),
        feed_guid=feed.id,
        author_name=AUTHOR,
        updated=feed.updated,
        pages=_pages(feed),
    )
    for entry in feed.entries:
        atom.add_item(
            title=_text(entry.title),
            link=entry.address,
            description=escape(_text(entry.summary)),
            unique_id=entry.id,
            author_name=_text(entry.author) or None,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[_text(tag) for tag in entry.tags],
            content=_text(entry.content),
        )
    return str(atom.writeString("utf-8"))


class _Atom(Atom1Feed):
    """Django's writer, with the whole content and the other pages beside what it writes by itself."""

    def latest_post_date(self) -> datetime:
        """The feed's own date, where Django would take the clock's for an empty one."""
        updated: datetime = self.feed["updated"]
        return updated

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        for relation, address in self.feed["pages"].items():
            handler.addQuickElement("link", "", {"rel": relation, "href": address})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


def _pages(feed: Feed) -> dict[str, str]:
    """The addresses of the other pages, by what they are to this one."""
    pages: dict[str, str] = {}
    if feed.page > 1:
        pages |= {"first": feed.address(ENDING), "previous": feed.address(ENDING, feed.page - 1)}
    if feed.has_more:
        pages["next"] = feed.address(ENDING, feed.page + 1)
    return pages


def _text(text: str) -> str:
    return _NO_XML.sub("", text)

"""The forms in which a feed can be had, each at an address of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conductatlas.site.feeds import atom, json_feed
from conductatlas.site.feeds.feed import Feed


@dataclass(frozen=True, slots=True)
class FeedForm:
    """A form of feed, or of a calendar: its name, the ending of its address, and its media type."""

    name: str
    ending: str
    media_type: str


@dataclass(frozen=True, slots=True)
class WrittenForm(FeedForm):
    """A form of feed, with how it is written."""

    write: Callable[[Feed], str]


FEED_FORMS = (
    WrittenForm("Atom", atom.ENDING, "application/atom+xml", atom.write_atom),
    WrittenForm("JSON Feed", json_feed.ENDING, "application/feed+json", json_feed.write_json_feed),
)
CALENDAR = FeedForm("iCalendar", "ics", "text/calendar")


def feed_form_of(ending: str) -> WrittenForm:
    """The form of feed whose address has an ending; raises KeyError where there is none."""
    return {form.ending: form for form in FEED_FORMS}[ending]

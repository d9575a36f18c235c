"""Days as iCalendar (RFC 5545), with the name and the refresh interval of RFC 7986."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import icalendar

_PRODUCT = "-//ConductAtlas//Announced effective dates//EN"
_REFRESH = timedelta(hours=12)
# A text value holds no control character but the line feed, which is escaped (section 3.3.11).
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Event:
    """Something on one whole day. `uid` never changes; `revision` is 0, and one more each time that it was restated.

    `title` is one line of plain text; `description` is plain text of several lines; `address` is a whole one.
    """

    uid: str
    day: date
    title: str
    description: str
    address: str
    updated: datetime
    revision: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days that can be followed. `address` is where the file can be had, whole."""

    title: str
    description: str
    address: str
    events: tuple[Event, ...]


def write_calendar(calendar: Calendar) -> bytes:
    """A calendar as iCalendar, the same bytes for the same values: nothing in it is of the clock."""
    written = icalendar.Calendar()
    written.add("version", "2.0")
    written.add("prodid", _PRODUCT)
    written.add("calscale", "GREGORIAN")
    written.add("method", "PUBLISH")
    written.add("name", _text(calendar.title))
    # Older programs know these names only.
    written.add("x-wr-calname", _text(calendar.title))
    written.add("x-published-ttl", icalendar.vDuration(_REFRESH))
    written.add("description", _text(calendar.description))
    written.add("source", icalendar.vUri(calendar.address), parameters={"VALUE": "URI"})
    written.add("refresh-interval", icalendar.vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    # A calendar has one component at least (section 3.6): without any event, the time zone that none of them uses.
    if not calendar.events:
        written.add_component(icalendar.Timezone.from_tzid("UTC"))
    for event in calendar.events:
        written.add_component(_event(event))
    return bytes(written.to_ical())


def _event(event: Event) -> icalendar.Event:
    written = icalendar.Event()
    updated = event.updated.astimezone(UTC)
    written.add("uid", event.uid)
    # In a published calendar, DTSTAMP is when the event was last revised (section 3.8.7.2).
    written.add("dtstamp", updated)
    written.add("last-modified", updated)
    written.add("sequence", event.revision)
    # A day without an end lasts until the day is over (section 3.6.1).
    written.add("dtstart", event.day)
    written.add("summary", _text(event.title))
    written.add("description", _text(event.description))
    written.add("url", icalendar.vUri(event.address))
    if event.tags:
        written.add("categories", [_text(tag) for tag in event.tags])
    # It keeps nobody busy.
    written.add("transp", "TRANSPARENT")
    return written


def _text(text: str) -> icalendar.vText:
    return icalendar.vText(_CONTROL.sub("", text))

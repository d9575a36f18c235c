"""Feeds and calendars as files, from plain values: this room knows of no records."""

from conductatlas.site.feeds.calendar_file import Calendar, Event, write_calendar
from conductatlas.site.feeds.feed import Entry, Feed
from conductatlas.site.feeds.forms import CALENDAR, FEED_FORMS, FeedForm, WrittenForm, feed_form_of

__all__ = [
    "CALENDAR",
    "FEED_FORMS",
    "Calendar",
    "Entry",
    "Event",
    "Feed",
    "FeedForm",
    "WrittenForm",
    "feed_form_of",
    "write_calendar",
]

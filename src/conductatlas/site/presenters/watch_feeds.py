"""The feed and the calendar of a watch, for whoever has its secret address."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from django.conf import settings

from conductatlas.catalogue import Severity
from conductatlas.monitoring.audience import Audience
from conductatlas.monitoring.happenings import Happening, latest_of
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.monitoring.watch_names import watch_names
from conductatlas.records.models import Change, ChangeItem
from conductatlas.site.feeds import CALENDAR, FEED_FORMS, Calendar, Feed
from conductatlas.site.presenters.calendar import present_calendar_file
from conductatlas.site.presenters.feed_subjects import Subject
from conductatlas.site.presenters.feeds import ENTRIES_PER_PAGE, change_entries
from conductatlas.site.presenters.following import Follow, follow

_WHOLE = (WatchKind.PLATFORM, WatchKind.DOCUMENT)


def follow_watch(watch: Watch) -> Follow:
    """Where what a watch tells can be followed, at secret addresses."""
    return follow("What you watch", _path(watch), forms=(*FEED_FORMS, CALENDAR))


def _path(watch: Watch) -> str:
    """The secret address, to which each form adds its ending."""
    return f"/feeds/watch/{watch.feed_secret}"


def present_watch_feed(watch: Watch, now: datetime) -> Feed:
    """The latest changes that a watch asks for, as in a public feed; one that is paused or not in the plan has none."""
    home, name, happenings = settings.PUBLIC_ADDRESS, watch_names([watch])[0], _latest(watch, now)
    items = None
    if watch.kind not in _WHOLE or watch.least_severity != Severity.NONE or watch.directions:
        items = ChangeItem.objects.filter(pk__in=[item.pk for one in happenings for item in one.items])
    return Feed(
        title=f"ConductAtlas: {name}",
        description=f"Changes of what you watch: {name}.",
        home=f"{home}/changes",
        path=f"{home}{_path(watch)}",
        query="",
        entries=change_entries([one.change for one in happenings], items, f"{watch.kind}={watch.target}"),
    )


def present_watch_calendar(watch: Watch, now: datetime) -> Calendar:
    """The days from which on the changes that a watch asks for say that they apply."""
    name = watch_names([watch])[0]
    subject = Subject(
        title=f"ConductAtlas: {name}",
        description=f"The days from which on documents say that they apply: {name}.",
        path=_path(watch),
        changes=Change.listed().filter(pk__in=[one.change.pk for one in _latest(watch, now)]),
    )
    return present_calendar_file(subject, name, now.date())


def _latest(watch: Watch, now: datetime) -> list[Happening]:
    """The latest of what a watch asks for; nothing while it tells nothing."""
    told = not watch.paused and Audience(now).covers(watch)
    return list(islice(latest_of(watch), ENTRIES_PER_PAGE)) if told else []

"""The feed and the calendar of a watch, for whoever has its secret address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.conf import settings

from conductatlas.monitoring.audience import Audience
from conductatlas.monitoring.happenings import Happening, latest_of
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.monitoring.watch_names import watch_names
from conductatlas.records.models import Change, ChangeItem
from conductatlas.site.feeds import CALENDAR, FEED_FORMS, Calendar, Feed
from conductatlas.site.presenters.calendar import present_calendar_file
from conductatlas.site.presenters.feed_subjects import Subject
from conductatlas.site.presenters.feeds import ENTRIES_PER_PAGE, change_entries

_WHOLE = (WatchKind.PLATFORM, WatchKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class _Followed:
    """What a watch asks for, the latest first, and its name."""

    watch: Watch
    name: str
    happenings: tuple[Happening, ...]

    @property
    def path(self) -> str:
        """The secret address, without an ending."""
        return watch_feed_path(self.watch)


def watch_feed_path(watch: Watch) -> str:
    """The secret address of what a watch tells, to which each form adds its ending."""
    return f"/feeds/watch/{watch.feed_secret}"


def present_watch_feed(watch: Watch, now: datetime) -> Feed:
    """The latest changes that a watch asks for, as in a public feed; one that is paused or not in the plan has none."""
    followed = _follow(watch, now)
    home = settings.PUBLIC_ADDRESS
    changes = [one.change for one in followed.happenings]
    items = None
    if watch.kind not in _WHOLE or watch.least_severity != "none" or watch.directions:
        ids = [item.pk for one in followed.happenings for item in one.items]
        items = ChangeItem.objects.filter(pk__in=ids)
    return Feed(
        title=f"ConductAtlas: {followed.name}",
        description=f"Changes of what you watch: {followed.name}.",
        home=f"{home}/changes",
        path=f"{home}{followed.path}",
        query="",
        entries=change_entries(changes, items, f"{watch.kind}={watch.target}"),
    )


def present_watch_calendar(watch: Watch, now: datetime) -> Calendar:
    """The days from which on the changes that a watch asks for say that they apply."""
    followed = _follow(watch, now)
    subject = Subject(
        title=f"ConductAtlas: {followed.name}",
        description=f"The days from which on documents say that they apply: {followed.name}.",
        path=followed.path,
        changes=Change.listed().filter(pk__in=[one.change.pk for one in followed.happenings]),
        forms=(*FEED_FORMS, CALENDAR),
    )
    return present_calendar_file(subject, followed.name, now.date())


def _follow(watch: Watch, now: datetime) -> _Followed:
    told = not watch.paused and Audience(now).covers(watch)
    happenings = tuple(islice(latest_of(watch), ENTRIES_PER_PAGE)) if told else ()
    return _Followed(watch, watch_names([watch])[0], happenings)

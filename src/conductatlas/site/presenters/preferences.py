"""How a person is told: their channels, their digest, and what they watch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from conductatlas.accounts.models import User
from conductatlas.monitoring.happenings import may_have_daily
from conductatlas.monitoring.models import Channel, DigestRhythm, Preferences
from conductatlas.monitoring.preferences import organisations_of, own_watches, preferences_of
from conductatlas.monitoring.watch_names import watch_names
from conductatlas.monitoring.zones import zone_names
from conductatlas.site.preference_forms import WEEKDAYS


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """An address that mail goes to, and why no more is sent there, if none is."""

    number: int
    address: str
    stopped_at: datetime | None
    stopped_why: str


@dataclass(frozen=True, slots=True)
class DigestWishes:
    """When a digest comes; `weekday` counts for a weekly one only, 0 is Monday."""

    digest: str
    weekday: int
    hour: int
    time_zone: str
    covered_until: datetime | None
    daily_in_plan: bool

    @property
    def said(self) -> str:
        """The same in a sentence."""
        if self.digest == DigestRhythm.NEVER:
            return "No digest is sent."
        daily = self.digest == DigestRhythm.DAILY
        when = "every day" if daily and self.daily_in_plan else f"every {WEEKDAYS[self.weekday][1]}"
        limit = (
            " Your plan tells once a week, so it does not come every day." if daily and not self.daily_in_plan else ""
        )
        return f"A digest is sent {when} at {self.hour:02}:00 ({self.time_zone}).{limit}"


@dataclass(frozen=True, slots=True)
class WatchLine:
    """A watch of the person's own."""

    number: int
    name: str
    kind: str
    target: str
    paused: bool


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """An organisation that the person belongs to, and whether they are told of what it watches."""

    number: int
    name: str
    told: bool


@dataclass(frozen=True, slots=True)
class PreferencesPage:
    """All of it. A channel of an organisation has neither digest nor watches of a person's own."""

    channels: tuple[ChannelLine, ...]
    digest: DigestWishes | None
    watches: tuple[WatchLine, ...]
    organisations: tuple[OrganisationLine, ...]


def present_preferences(channels: Iterable[Channel], user: User | None, now: datetime) -> PreferencesPage:
    """The page of some channels, and of the person whom they tell, if they are one's."""
    lines = tuple(ChannelLine(one.pk, one.address, one.stopped_at, one.stopped_why) for one in channels)
    if user is None:
        return PreferencesPage(lines, None, (), ())
    watches = own_watches(user)
    return PreferencesPage(
        lines,
        _digest(preferences_of(user), may_have_daily(user, now)),
        tuple(
            WatchLine(one.pk, name, one.kind, one.target, one.paused)
            for one, name in zip(watches, watch_names(watches), strict=True)
        ),
        tuple(OrganisationLine(one.pk, one.workspace.name, one.told) for one in organisations_of(user)),
    )


def zones_by_area(chosen: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The zones that may be chosen, by the part of the world, each with its own name: 'Paris' for Europe/Paris.

    The one that is chosen stands among them even where it goes by an old name.
    """
    names = zone_names() if chosen in zone_names() else (chosen, *zone_names())
    return [
        (area, [(name, name.partition("/")[2].replace("_", " ") or name) for name in some])
        for area, some in groupby(names, key=lambda name: name.partition("/")[0])
    ]


def _digest(preferences: Preferences, daily: bool) -> DigestWishes:
    return DigestWishes(
        preferences.digest,
        preferences.weekday,
        preferences.hour,
        preferences.time_zone,
        preferences.digest_until,
        daily,
    )

"""Time zones of readers."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from conductatlas.english import day
from conductatlas.monitoring.models import Channel, Preferences

# The parts of the world by which zones are named; other names are old ones for the same.
_AREAS = frozenset(
    ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
)


def zone(name: str) -> ZoneInfo:
    """The zone with an IANA name; UTC where there is none of that name (any more)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


@cache
def zone_names() -> tuple[str, ...]:
    """The zones that people may choose: UTC, then those that are named by area and place."""
    return ("UTC", *sorted(name for name in available_timezones() if name.partition("/")[0] in _AREAS))


def zone_of(channel: Channel) -> ZoneInfo:
    """The zone of whoever reads a channel: the person's whose own workspace it stands in; UTC for an organisation's."""
    preferences = Preferences.objects.filter(user__personal_workspace=channel.workspace_id).only("time_zone").first()
    return zone(preferences.time_zone if preferences else "UTC")


def local_moment(at: datetime, there: ZoneInfo) -> str:
    """A moment as a reader in a zone writes it: '5 March 2026, 09:30 (Europe/Paris)'."""
    local = at.astimezone(there)
    return f"{day(local)}, {local:%H:%M} ({there.key})"

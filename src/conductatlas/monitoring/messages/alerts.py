"""The messages that tell of changes as they happen: of one, or of several that came together."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from conductatlas.english import count, short_series
from conductatlas.monitoring.messages.letter import Group, Letter
from conductatlas.monitoring.messages.message import Message
from conductatlas.monitoring.messages.told import Limits, ToldChange, graded, tell, weight_of
from conductatlas.monitoring.messages.writing import write
from conductatlas.monitoring.models import Channel, Watch
from conductatlas.monitoring.watch_names import watch_names
from conductatlas.monitoring.zones import zone_of
from conductatlas.records.models import Change, ChangeItem

# The widest letters first; the last ones hold whatever changed, in whatever script.
_OF_ONE = (Limits(1, 12, 1_500, 12, 8), Limits(1, 6, 800, 6, 4), Limits(1, 3, 400, 3, 2), Limits(1, 1, 200, 1, 1))
OF_SEVERAL = (
    Limits(60, 3, 500, 4, 6),
    Limits(30, 2, 400, 3, 4),
    Limits(15, 1, 300, 2, 2),
    Limits(8, 1, 150, 1, 1),
    Limits(4, 1, 80, 1, 1),
)
_PLATFORMS_NAMED = 3
_WHY = "You get this because of what is watched:"


def compose_alert(change: Change, items: Sequence[ChangeItem], because: Sequence[Watch], channel: Channel) -> Message:
    """Tell a channel of a change by those of its items that the watches are about; without any, as a whole."""
    names = tuple(watch_names(because))

    def letter(limits: Limits) -> Letter:
        told = tell(change, items, limits)
        return Letter(
            event="change",
            list_name="alerts",
            subject=f"{told.name}: {told.happened}{_grade(told)}",
            heading=told.name,
            why=_WHY,
            zone=zone_of(channel),
            groups=(Group("", (told,)),),
            because=names,
        )

    return write(letter, _OF_ONE, channel, because)


def compose_bundle(
    changes: Sequence[tuple[Change, Sequence[ChangeItem]]], because: Sequence[Watch], channel: Channel
) -> Message:
    """Tell a channel of several changes at once, the gravest first; each as in an alert of its own, only shorter."""
    names = tuple(watch_names(because))
    ordered = sorted(changes, key=lambda one: weight_of(*one), reverse=True)
    number = count(len(ordered), "change")
    platforms = list(dict.fromkeys(change.document.platform.name for change, _ in ordered))

    def letter(limits: Limits) -> Letter:
        told = [tell(change, items, limits) for change, items in ordered[: limits.changes]]
        return Letter(
            event="changes",
            list_name="alerts",
            subject=f"{number} at {short_series(platforms, _PLATFORMS_NAMED)}{_grade(told[0])}",
            heading=f"{number} in what you watch",
            why=_WHY,
            zone=zone_of(channel),
            groups=by_platform(told),
            more=left_out(len(ordered), limits),
            more_address=f"{settings.PUBLIC_ADDRESS}/changes",
            because=names,
        )

    return write(letter, OF_SEVERAL, channel, because)


def by_platform(changes: Sequence[ToldChange]) -> tuple[Group, ...]:
    """Changes under the names of their platforms, these in the order of the first change of each."""
    groups: dict[str, list[ToldChange]] = {}
    for change in changes:
        groups.setdefault(change.platform, []).append(change)
    return tuple(Group(platform, tuple(group)) for platform, group in groups.items())


def left_out(number: int, limits: Limits) -> str:
    """A sentence on the changes that a letter has no room for; empty where it has."""
    more = number - limits.changes
    return f"{count(more, 'more change')} {'is' if more == 1 else 'are'} not shown here:" if more > 0 else ""


def _grade(change: ToldChange) -> str:
    """The severity as the end of a subject; nothing where no provision was touched."""
    if not change.count:
        return ""
    step = change.items[0].step if change.count == 1 and change.items else ""
    return f" ({step or change.of_clauses or graded(change.severity)})"

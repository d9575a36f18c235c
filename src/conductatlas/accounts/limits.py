"""What of a workspace's watches its plan covers, and how it is said where a limit bites.

Nothing is deleted or paused when a plan gets smaller. Which watches count is worked out from the plan each time: those
of the platforms that were watched first, as many as the plan has. So a larger plan brings the others back at once, and
who pauses or deletes a watch chooses which of them count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from conductatlas.accounts.entitlements import Entitlements, entitlements, of_plan
from conductatlas.accounts.models import Feature, Plan, Workspace
from conductatlas.english import count


@dataclass(frozen=True, slots=True)
class Watched:
    """What matters of a watch here: whose documents it looks at, and whether at single provisions or clause types.

    `platform` is empty where it looks at those of all platforms: that does not count as a platform.
    """

    platform: str
    closely: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that bites: what it is, in a sentence, and the cheapest plan on offer that lifts it, if one does."""

    sentence: str
    lifted_by: Plan | None

    def __str__(self) -> str:
        if self.lifted_by is None:
            return self.sentence
        return f"{self.sentence} The plan {self.lifted_by.name} lifts this."


def which_count(watches: Iterable[Watched], opened: Entitlements) -> list[bool]:
    """For each watch, the oldest first, whether the plan covers it."""
    platforms: set[str] = set()
    covered = []
    for watch in watches:
        if (watch.closely or not watch.platform) and not opened.opens(Feature.PROVISIONS):
            covered.append(False)
            continue
        fits = not watch.platform or watch.platform in platforms or _has_room(opened.platforms, len(platforms))
        if fits and watch.platform:
            platforms.add(watch.platform)
        covered.append(fits)
    return covered


def may_watch(
    workspace: Workspace, platforms_already: Collection[str], now: datetime, wanted: Watched | None = None
) -> Limit | None:
    """The limit that keeps a workspace from watching one platform more, or `wanted`; None where it may."""
    opened = entitlements(workspace, now)
    watched = set(platforms_already)
    if wanted is not None and (wanted.closely or not wanted.platform) and not opened.opens(Feature.PROVISIONS):
        what = Feature.PROVISIONS.label
        return Limit(f"{_named(opened)} does not open {what}.", opening(Feature.PROVISIONS))
    if wanted is not None and (not wanted.platform or wanted.platform in watched):
        return None
    if _has_room(opened.platforms, len(watched)):
        return None
    most = opened.platforms or 0
    sentence = f"{_named(opened)} watches {count(most, 'platform')}, and you watch {len(watched)} already."
    return Limit(sentence, cheapest(lambda one: _has_room(one.platforms, len(watched))))


def may_join(workspace: Workspace, members: int, now: datetime) -> Limit | None:
    """The limit that keeps a workspace from having one member beside so many; None where it may."""
    opened = entitlements(workspace, now)
    if _has_room(opened.seats, members):
        return None
    sentence = f"{_named(opened)} has room for {count(opened.seats or 0, 'member')}."
    return Limit(sentence, cheapest(lambda one: _has_room(one.seats, members)))


def cheapest(serves: Callable[[Entitlements], bool]) -> Plan | None:
    """The cheapest plan on offer that serves a wish."""
    for plan in Plan.objects.filter(offered=True).order_by("price", "position"):
        if serves(of_plan(plan)):
            return plan
    return None


def opening(feature: Feature) -> Plan | None:
    """The cheapest plan on offer that opens something."""
    return cheapest(lambda one: one.opens(feature))


def _has_room(most: int | None, number: int) -> bool:
    return most is None or number < most


def _named(opened: Entitlements) -> str:
    plan = Plan.objects.filter(key=opened.plan).first()
    return f"Your plan, {plan.name}," if plan is not None else "Your plan"

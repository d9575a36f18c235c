"""What counts once: a document that several collections record, and platforms of which nothing new is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conductatlas.catalogue import renaming_of
from conductatlas.english import short_day
from conductatlas.site.presenters.kinship import Listed
from conductatlas.site.presenters.recency import Recency, recency_of


@dataclass(frozen=True, slots=True)
class Ceased:
    """That nothing current is on record of a platform: `goes_on_as` is its later name, `note` tells it in words."""

    goes_on_as: str
    note: str


def second_recordings(documents: Iterable[Listed]) -> Mapping[int, int]:
    """The documents that another collection records too, by their keys, and the ones that count in their place.

    They are of the same platform, type and language. That which was recorded last counts. Where a collection has
    several of a kind, nobody can tell which is which, and each counts.
    """
    of_kinds: dict[tuple[int, str, str], list[Listed]] = defaultdict(list)
    for one in documents:
        of_kinds[one.platform_id, one.terms_type, one.language].append(one)
    several = [alike for alike in of_kinds.values() if 1 < len(alike) == len({one.collection_id for one in alike})]
    recency = recency_of(one for alike in several for one in alike)
    counting = {}
    for alike in several:
        known = [one for one in alike if one.id in recency]
        first = max(known, key=lambda one: (recency[one.id].recorded_at, -one.id), default=alike[0])
        counting.update({one.id: first.id for one in alike if one is not first})
    return counting


def ceased(documents: Iterable[Listed]) -> Mapping[int, Ceased]:
    """The platforms none of whose documents is known to stand today, by their keys, and what is to be said of each."""
    of_platforms: dict[int, list[Listed]] = defaultdict(list)
    for one in documents:
        of_platforms[one.platform_id].append(one)
    recency = recency_of(one for some in of_platforms.values() for one in some)
    found = {}
    for platform, some in of_platforms.items():
        known = [recency[one.id] for one in some if one.id in recency]
        if known and all(one.past for one in known):
            found[platform] = _ceased(some[0].platform, known)
    return found


def _ceased(platform: str, known: Iterable[Recency]) -> Ceased:
    latest = short_day(max(one.seen_at for one in known))
    renaming = renaming_of(platform)
    if renaming:
        return Ceased(renaming.to, f"goes on as {renaming.to}; last recorded {latest}")
    return Ceased("", f"not recorded since {latest}")

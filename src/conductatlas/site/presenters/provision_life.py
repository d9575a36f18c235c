"""What happened to a provision, along time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from conductatlas.changes import is_hidden_address
from conductatlas.english import times
from conductatlas.records.models import ChangeItem, ItemKind, Provision, Wording
from conductatlas.site.presenters.redlines import words_without_footnotes
from conductatlas.site.rendering.timeline import EVENTS, Moment, draw_timeline

# It was added again after it had been removed; or its words became those that they were before.
_RETURNED, REVERTED = "returned", "reverted"
_FEWEST_EVENTS = 2


@dataclass(frozen=True, slots=True)
class Life:
    """The drawing of a provision's events, and the kinds that occur in it, for its legend."""

    drawing: SafeString
    kinds: tuple[str, ...]


def event_kind(kind: str, *, returned: bool, reverted: bool) -> str:
    """The word for what a change did to a provision."""
    if returned:
        return _RETURNED
    return REVERTED if reverted and kind == ItemKind.REWORDED else kind


def reversions(wordings: Sequence[Wording]) -> Mapping[int, Wording]:
    """The wordings whose words stood before those that they replaced, each with the first wording that had them.

    By the ids of the later ones; words are those that a reader sees, without the numbers of footnotes. `wordings` are
    all of one provision, the earliest first, with their passages.
    """
    found: dict[int, Wording] = {}
    first: dict[str, Wording] = {}
    before = ""
    for wording in wordings:
        words = words_without_footnotes(wording.passage.text)
        if words != before and words in first and not is_hidden_address(before, words):
            found[wording.pk] = first[words]
        first.setdefault(words, wording)
        before = words
    return found


def items_of(provision: Provision) -> QuerySet[ChangeItem]:
    """What changes did to a provision, without changes that were taken back; its document must be loaded."""
    items = ChangeItem.objects.filter(provision=provision)
    return items if provision.document.taken_back else items.filter(change__taken_back=False)


def draw_life(
    provision: Provision, title: str, last_verified: datetime, reverted: Mapping[int, Wording]
) -> Life | None:
    """Draw what happened to a provision; None where that is less than two events.

    Its first version and document must be loaded. `last_verified`: when the latest version stating it was recorded;
    `reverted`: which of its wordings are `reversions`.
    """
    moments = _moments(provision, reverted)
    if len(moments) < _FEWEST_EVENTS:
        return None
    counts = Counter(moment.kind for moment in moments)
    told = ", ".join(f"{kind} {times(counts[kind])}" for kind in _in_order(counts))
    drawing = draw_timeline(
        moments,
        EVENTS,
        title=f"What happened to “{title}” along time",
        description=f"{len(moments)} events: {told}. The list of events says the same.",
        until=last_verified,
    )
    return Life(drawing, tuple(_in_order(counts)))


def _moments(provision: Provision, reverted: Mapping[int, Wording]) -> list[Moment]:
    """What changes did to a provision, after it was first seen: the earliest first."""
    items = items_of(provision).order_by("change__recorded_at", "change_id")
    first_seen = provision.first_version.recorded_at
    added = ItemKind.ADDED.value
    # What moved there from another record is seen there for the first time.
    moments = [
        Moment(
            at,
            added
            if before is None and at == first_seen
            else event_kind(kind, returned=returned, reverted=after in reverted),
        )
        for kind, returned, at, before, after in items.values_list(
            "kind", "returned", "change__recorded_at", "before", "after"
        )
    ]
    # One that stood in the first version of its document was added by no change.
    if not moments or moments[0].at > first_seen:
        moments.insert(0, Moment(first_seen, added))
    return moments


def _in_order(kinds: Counter[str]) -> list[str]:
    return [kind for kind in ("added", "reworded", REVERTED, "moved", "removed", _RETURNED) if kind in kinds]

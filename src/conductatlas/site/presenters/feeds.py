"""What is followed as a feed: changes as its entries."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string

from conductatlas.reading import without_invisible
from conductatlas.records.models import TAKEN_BACK, Change, ChangeItem, UnsettledClause
from conductatlas.site.feeds import Entry, Feed
from conductatlas.site.presenters.disclaimer import disclaimer
from conductatlas.site.presenters.feed_subjects import Subject
from conductatlas.site.presenters.json import to_json
from conductatlas.site.presenters.told_changes import ChangeTold, tell_changes

ENTRIES_PER_PAGE = 50


def present_feed(subject: Subject, page: int = 1) -> Feed:
    """A page of a subject's feed, the latest change first. Three queries, or up to five."""
    home = settings.PUBLIC_ADDRESS
    items, changes = subject.items, subject.changes
    if items is not None:
        items = items.exclude(provision__state__in=TAKEN_BACK)
        told = Q(id__in=items.values("change"))
        changes = changes.filter(
            told if subject.unsettled is None else told | Q(id__in=subject.unsettled.values("change"))
        )
    start = (page - 1) * ENTRIES_PER_PAGE
    ordered = changes.select_related("document__platform").order_by("-recorded_at", "-id")
    shown = list(ordered[start : start + ENTRIES_PER_PAGE + 1])
    return Feed(
        title=subject.title,
        description=subject.description,
        home=f"{home}{subject.page}",
        path=f"{home}{subject.path}",
        query=subject.query,
        entries=change_entries(shown[:ENTRIES_PER_PAGE], items, subject.focus, subject.unsettled),
        page=page,
        has_more=len(shown) > ENTRIES_PER_PAGE,
    )


def change_entries(
    changes: Sequence[Change],
    items: QuerySet[ChangeItem] | None = None,
    focus: str = "",
    unsettled: QuerySet[UnsettledClause] | None = None,
) -> tuple[Entry, ...]:
    """Changes as entries, in their order; their document and its platform must be loaded. Two queries, or up to four.

    Where `items` are given, the entries tell of these alone, and `focus` makes their ids others than those of entries
    that tell of the same changes as a whole. Provisions that were taken back are left out, and an entry says so.
    """
    return tuple(_entry(told, focus) for told in tell_changes(changes, items, unsettled))


def _entry(told: ChangeTold, focus: str) -> Entry:
    home = settings.PUBLIC_ADDRESS
    address = f"{home}{told.path}"
    context = {"told": told, "home": home, "general": disclaimer()}
    return Entry(
        id=f"{address}#{focus}" if told.in_part and focus else address,
        address=address,
        title=told.title,
        summary=told.summary,
        content=without_invisible(render_to_string("site/feed_entry.html", context)),
        published=told.change.recorded_at,
        updated=max(told.change.recorded_at, told.corrected_at or told.change.recorded_at),
        tags=told.tags,
        data={
            "about": f"{home}/feeds",
            "change": told.change.permanent_id,
            "document": to_json(told.document),
            "verdict": told.change.verdict,
            "severity": told.severity,
            "direction": told.direction,
            "effective_date": to_json(told.change.effective_date),
            "items": to_json(told.items),
            "item_count": told.count,
            "unsettled": to_json(told.unsettled),
        },
    )

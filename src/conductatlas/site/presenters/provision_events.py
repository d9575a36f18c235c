"""What happened to a provision, by the changes that tell of it and by its wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby, pairwise

from django.db.models import Q, QuerySet

from conductatlas.changes import (
    have_little_in_common,
)
from conductatlas.english import capitalised, times
from conductatlas.records.models import Change, ChangeItem, ItemKind, Kind, Provision, Version, Wording
from conductatlas.site.presenters.absences import Absence, gone_since
from conductatlas.site.presenters.another_passage import is_of_another_passage
from conductatlas.site.presenters.earlier_words import Stated
from conductatlas.site.presenters.edited_words import (
    CAME_OR_WENT,
    DRAWN_ANEW,
    IN_OTHER_WORDS,
    among_others,
    by_stated,
    differ_in_title_only,
    differs,
    in_other_words,
    titled,
    with_links_in_doubt,
)
from conductatlas.site.presenters.edits_of_items import edited, grades_told
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import record_path
from conductatlas.site.presenters.named_edits import (
    ONLY_DIVIDED,
    named_edit,
    telling_edit,
)
from conductatlas.site.presenters.provision_life import REVERTED, event_kind, items_of
from conductatlas.site.presenters.redlines import (
    differ_in_footnotes_only,
    differ_in_markup_only,
)
from conductatlas.site.presenters.stored_texts import TwoTexts
from conductatlas.site.presenters.wordings_over_time import day_of

_EVENTS_SHOWN = 25
_RENUMBERED = "footnotes numbered anew"
_MARKED_ANEW = "the same words, marked up otherwise"
# What touched no words of the text.
_NO_WORDS = (_RENUMBERED, _MARKED_ANEW, ONLY_DIVIDED)
_FOUND_AGAIN = "found again"
# More of them in a row are told in one.
_MOST_RETURNS = 3
# What stays on record moved within its text, or to its neighbours.
_MOVED_WITHIN = Q(kind=ItemKind.MOVED, after__isnull=False)


@dataclass(frozen=True, slots=True)
class Event:
    """What a change did to the provision: `kind`, and `told` in words; the first may be that which it `begins` with."""

    kind: str
    told: str
    at: datetime
    summary: str
    change: str
    change_path: str
    severity_before: str | None
    severity_after: str | None
    begins: bool
    # Where others are of the same day.
    with_hour: bool = field(metadata=PAGE_ONLY)


def events_of(
    provision: Provision,
    wordings: Sequence[Wording],
    good: Sequence[Version],
    reverted: Mapping[int, Wording],
    busy: frozenset[str],
    stated: Mapping[int, Stated],
    absent: Sequence[Absence],
    end: str,
    continued: Wording | None = None,
    *,
    goes_on: bool = False,
) -> tuple[tuple[Event, ...], int, Event | None]:
    """What happened to a provision, the latest first, how much in all, and the last that touched its words.

    `wordings` are all it had, and `good` the good versions of its document, the earliest first; `stated` says whether
    each states the clause, and `continued` is the last wording of a record that it continues. `absent` says when its
    words were not found, and `end` how their end is told where no change tells it, or where it is known as which record
    it `goes_on`.
    """
    versions = ("change__previous", "change__version")
    related = ("provision", "before__passage", "after__passage", "counterpart", *versions)
    begins = Q(kind=ItemKind.MOVED, before=None, change__version=provision.first_version_id)
    # That a record begins is said by when it was first seen.
    items = items_of(provision).exclude(begins).select_related(*related).defer(*(f"{one}__sources" for one in versions))
    items = items.order_by("-change__recorded_at", "-change_id")
    shown = list(items[: _EVENTS_SHOWN + 1])
    rows = [(one.kind, one.after_id) for one in shown]
    if len(shown) > _EVENTS_SHOWN:
        rows = list(items.values_list("kind", "after"))
    goes_on_as = end if goes_on else ""
    touched = (_event(one, reverted, busy, stated, goes_on_as) for one in items.exclude(_MOVED_WITHIN)[:_EVENTS_SHOWN])
    last = next((one for one in touched if one.told not in _NO_WORDS), None)
    all_wordings = [continued, *wordings] if continued else wordings
    told_of = {after for kind, after in rows if kind != ItemKind.MOVED}
    begun = _begun(told_of, all_wordings, reverted, stated, absent, busy)
    begun |= _ended(absent, items, end)
    by_number = {one.ordinal: one.pk for one in good}
    begins_with = all_wordings[1].first_version_id if continued else None
    edits = {new.first_version_id: (old.passage.text, new.passage.text) for old, new in pairwise(all_wordings)}
    drawn = _untold({by_number[one]: how for one, how in begun.items() if one in by_number}, begins_with, edits)
    days = Counter(map(day_of, [*(one.change.recorded_at for one in shown), *(one.at for one in drawn)]))
    events = [
        _event(one, reverted, busy, stated, goes_on_as, with_hour=days[day_of(one.change.recorded_at)] > 1)
        for one in shown
    ]
    drawn = [replace(one, with_hour=days[day_of(one.at)] > 1) for one in drawn]
    told = sorted([*events, *drawn], key=lambda one: one.at, reverse=True)
    once = [_with_those_before(run) for run in _runs(told)]
    in_words = [one for one in (last, *drawn) if one and one.told not in _NO_WORDS]
    last = max(in_words, key=lambda one: one.at, default=None)
    return tuple(once[:_EVENTS_SHOWN]), len(rows) + len(drawn) - (len(told) - len(once)), last


def _runs(events: Sequence[Event]) -> Iterator[Sequence[Event]]:
    """Events, the latest first, where the words were only found again many times in a row; else each by itself."""
    for again, run in groupby(events, lambda one: one.told.startswith(_FOUND_AGAIN) and not one.begins):
        found = list(run)
        yield from [found] if again and len(found) > _MOST_RETURNS else ([one] for one in found)


def _with_those_before(run: Sequence[Event]) -> Event:
    """The latest of several events of one kind, which tells of the others."""
    latest = run[0]
    if len(run) == 1:
        return latest
    told = f"{latest.told}, the last of {times(len(run))} since {day_of(run[-1].at)}"
    return replace(latest, told=told, summary=f"{capitalised(told)}.")


def _begun(
    told: Collection[int | None],
    wordings: Sequence[Wording],
    reverted: Mapping[int, Wording],
    stated: Mapping[int, Stated],
    absent: Sequence[Absence],
    busy: frozenset[str],
) -> dict[int, str]:
    """Where a wording began of which no item tells, though it has other words or came after a while, by versions.

    `told` are the ids of the wordings that items tell of. The first wording may be of a record that is continued.
    """
    since_when = gone_since(absent)
    begun: dict[int, str] = {}
    for old, new in pairwise(wordings):
        if new.pk in told:
            continue
        since = since_when.get(new.first_version.ordinal)
        how = differs(old.passage.text, new.passage.text)
        if since:
            how = f"{_FOUND_AGAIN} (not found since {_at(since.recorded_at, busy)})"
        elif how and new.pk in reverted:
            how = _back_to(reverted[new.pk], busy)
        elif how in (CAME_OR_WENT, DRAWN_ANEW, IN_OTHER_WORDS):
            how = by_stated(old.pk, new.pk, stated) or (in_other_words(old, new) if how == IN_OTHER_WORDS else how)
        if how in (CAME_OR_WENT, DRAWN_ANEW):
            texts = TwoTexts(old.last_version or old.first_version, new.first_version)
            how = named_edit(old.passage.text, new.passage.text, texts) or among_others(
                telling_edit(old.passage.text, new.passage.text, texts), how
            )
        if how:
            begun[new.first_version.ordinal] = how
    return begun


def _back_to(wording: Wording, busy: frozenset[str]) -> str:
    return f"back to the wording of {_at(wording.first_version.recorded_at, busy)}"


def _ended(absent: Sequence[Absence], items: QuerySet[ChangeItem], end: str) -> dict[int, str]:
    """How the end of a record is told, by the version that has it no more; empty where an item tells, or it stands."""
    last = absent[-1] if absent else None
    if last is None or last.until or not end or items.filter(before=last.before, after=None).exists():
        return {}
    return {last.since.number: end}


def _untold(told: Mapping[int, str], begins_with: int | None, edits: Mapping[int, tuple[str, str]]) -> list[Event]:
    """What no item tells, by the ids of versions, as events of the changes that these made; with the words edited."""
    changes = Change.objects.filter(version__in=told, taken_back=False) if told else Change.objects.none()
    events = []
    for change in changes.order_by("id"):
        how = with_links_in_doubt(told[change.version_id], change, *edits.get(change.version_id, ("", "")))
        number, path = change.permanent_id, record_path(Kind.CHANGE, change.id)
        events.append(
            Event(
                "untold",
                how,
                change.recorded_at,
                f"{capitalised(how)}.",
                number,
                path,
                None,
                None,
                begins=change.version_id == begins_with,
                with_hour=False,
            )
        )
    return events


def _at(at: datetime, busy: frozenset[str]) -> str:
    """A day, with the hour where it is one of those on which several wordings began or ended."""
    day = day_of(at)
    return f"{day}, {at.astimezone(UTC):%H:%M} UTC" if day in busy else day


def _event(
    item: ChangeItem,
    reverted: Mapping[int, Wording],
    busy: frozenset[str],
    stated: Mapping[int, Stated],
    goes_on_as: str,
    *,
    with_hour: bool = False,
) -> Event:
    """What an item tells; `goes_on_as` says as which record one went on that ended, where that is known."""
    back_to = reverted.get(item.after_id or 0)
    kind = event_kind(item.kind, returned=item.returned, reverted=back_to is not None)
    told, summary = kind, item.summary
    if kind == REVERTED and back_to:
        told = _back_to(back_to, busy)
    elif kind == ItemKind.MOVED:
        # Words that moved did so in one of several ways, which the summary begins with.
        told = item.summary.partition(":")[0]
        if item.after is None and goes_on_as:
            there = item.counterpart
            elsewhere = there is not None and there.document_id != item.provision.document_id
            told = f"{told}, as {there.permanent_id}" if there and elsewhere else goes_on_as
            summary = f"{capitalised(told)}."
    elif item.before and item.after:
        before, after = item.before.passage.text, item.after.passage.text
        if differ_in_footnotes_only(before, after):
            told = _RENUMBERED
        elif differ_in_markup_only(before, after):
            told = _MARKED_ANEW
        elif have_little_in_common(before, after) or is_of_another_passage(
            before, after, TwoTexts(item.change.previous, item.change.version)
        ):
            # What moved between two passages is no move of the clause.
            told = in_other_words(item.before, item.after)
            summary = f"{capitalised(told)}."
        elif differ_in_title_only(before, after):
            told = titled(before, after)
            summary = f"{capitalised(told)}."
        else:
            told = with_links_in_doubt(edited(item, before, after, stated), item.change, before, after)
    return Event(
        kind,
        told,
        item.change.recorded_at,
        summary,
        item.change.permanent_id,
        record_path(Kind.CHANGE, item.change_id),
        *grades_told(item),
        kind == ItemKind.ADDED and item.change.version_id == item.provision.first_version_id,
        with_hour,
    )

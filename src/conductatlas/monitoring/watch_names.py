"""Watches in words: 'the clause type “Unilateral change of terms”'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conductatlas.catalogue import load_catalogue, load_laws
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.monitoring.record_names import PLATFORMS, clean, record_names


def watch_names(watches: Sequence[Watch]) -> list[str]:
    """What each watch watches, to stand in a sentence; a query for each kind of record that occurs.

    A target that is not on record (any more) is called what it is called in the watch.
    """
    known = record_names([_record(watch) for watch in watches])
    return [_name(watch, known) for watch in watches]


def _name(watch: Watch, known: Mapping[str, str]) -> str:
    target = clean(watch.target)
    if watch.kind == WatchKind.CLAUSE_TYPE:
        return f"the clause type “{load_catalogue().title(target)}”"
    if watch.kind == WatchKind.CATEGORY:
        titles = {category.id: category.title for category in load_catalogue().categories}
        return f"all clauses under “{titles.get(target, target)}”"
    if watch.kind == WatchKind.LAW:
        law = load_laws().law(target)
        return f"what “{law.title if law else target}” speaks to"
    if watch.kind == WatchKind.SEARCH:
        return f"clauses that hold the words “{target}”"
    said = known.get(_record(watch), target)
    if watch.kind == WatchKind.PLATFORM:
        return f"all of {said}"
    return f"the document {said}" if watch.kind == WatchKind.DOCUMENT else f"the clause {said}"


def _record(watch: Watch) -> str:
    """The record that is watched, as record_names takes it; something else where it is none."""
    return f"{PLATFORMS}{watch.target}" if watch.kind == WatchKind.PLATFORM else watch.target

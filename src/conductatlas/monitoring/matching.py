"""Which watches a change is for, and which of its items each of them asks for.

Watches are found by their targets, with one look-up in an index for each kind; none is looked at that watches
something else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Q

from conductatlas.assessment import laws_bearing_on, laws_speaking_to
from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.monitoring.models import Watch, WatchKind
from conductatlas.monitoring.searches import beginnings, may_match
from conductatlas.records.at_law import before_and_after, clauses_at_law
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    Direction,
    ItemKind,
    Provision,
    TrackedDocument,
    UnsettledClause,
    Verdict,
    taken_out,
)
from conductatlas.records.search import matching_passages

_WHOLE = (WatchKind.PLATFORM, WatchKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """Words of a clause type. `provision` is the permanent id of the one whose they are; empty outside of all."""

    provision: str
    clause_type: str
    severity: Severity


@dataclass(frozen=True)
class Facts:
    """What watches ask of a change, loaded once. `items` are those of provisions that nobody took back.

    `unsettled` are words that came or went, while the text can't tell whether the document says the like besides;
    `regions` those that its document is declared for, empty where nothing is known. `laws` are worked out for the
    first watch that asks for one, as they take the texts of two versions.
    """

    change: Change
    items: tuple[ChangeItem, ...]
    unsettled: tuple[ClauseWords, ...]
    regions: frozenset[str]

    @cached_property
    def laws(self) -> Mapping[int, frozenset[str]]:
        """The laws that speak to the provision of an item, before or after, by the item's id."""
        stated = [(item.pk, one) for item in self.items for one in before_and_after(item)]
        stated = [(item, one) for item, one in stated if laws_speaking_to(one.provision.clause_type)]
        found: dict[int, frozenset[str]] = {}
        clauses = clauses_at_law([one for _, one in stated])
        for (item, _), clause in zip(stated, clauses, strict=True):
            found[item] = found.get(item, frozenset()) | laws_bearing_on(clause)
        return found


def facts_of(changes: Sequence[Change]) -> list[Facts]:
    """Load what is asked of changes, whose documents and platforms must be loaded; all of it with four queries."""
    related = ("change", "provision__document__platform", "before__passage", "after__passage")
    kept = ChangeItem.objects.filter(change__in=changes).exclude(provision__state__in=TAKEN_BACK)
    items: dict[int, list[ChangeItem]] = {}
    for item in kept.select_related(*related).order_by("change_id", "position"):
        items.setdefault(item.change_id, []).append(item)
    went: dict[int | None, list[ClauseWords]] = {}
    for provision in taken_out({change.previous_id for change in changes}).order_by("id"):
        went.setdefault(provision.last_version_id, []).append(_words_of(provision))
    rows = UnsettledClause.listed().filter(change__in=changes).select_related("provision").order_by("id")
    found: dict[int, list[ClauseWords]] = {}
    for row in rows:
        found.setdefault(row.change_id, []).append(_words_by(row))
    tracked = TrackedDocument.objects.filter(document__in={change.document_id for change in changes})
    regions: dict[int, set[str]] = {}
    for document, declaration in tracked.values_list("document_id", "declaration"):
        if document is not None and (region := str(declaration.get("watch", {}).get("region", ""))):
            regions.setdefault(document, set()).add(region.casefold())
    return [
        Facts(
            change,
            tuple(items.get(change.pk, ())),
            (*went.get(change.previous_id, ()), *found.get(change.pk, ())),
            frozenset(regions.get(change.document_id, ())),
        )
        for change in changes
    ]


def _words_of(provision: Provision) -> ClauseWords:
    return ClauseWords(provision.permanent_id, provision.clause_type, Severity(provision.severity))


def _words_by(row: UnsettledClause) -> ClauseWords:
    if row.provision is not None:
        return replace(_words_of(row.provision), clause_type=row.clause_type)
    catalogue = load_catalogue()
    known = row.clause_type in catalogue
    return ClauseWords("", row.clause_type, catalogue[row.clause_type].severity if known else Severity.NONE)


def matching(facts: Facts) -> list[tuple[Watch, tuple[ChangeItem, ...]]]:
    """The watches that a change is for, each with the items that it asks for, in the order of the watches' ids.

    No items are given with a watch where the change has none at all, or where words of what is watched came or went and
    nobody can tell whether the document says the like besides.
    """
    candidates = _candidates(facts)
    hits = _hits({one.target for one in candidates if one.kind == WatchKind.SEARCH}, facts)
    found = [(watch, matching_items(watch, facts, hits)) for watch in candidates]
    return [(watch, items) for watch, items in found if items is not None]


def matching_items(
    watch: Watch, facts: Facts, hits: Mapping[str, frozenset[int]] | None = None
) -> tuple[ChangeItem, ...] | None:
    """The items of a change that a watch asks for; None where it does not ask for the change.

    `hits`: which of its passages hold the words of which searches, where that was looked up for many at once.
    """
    change = facts.change
    document = change.document
    if change.verdict not in (watch.verdicts or [Verdict.SUBSTANTIVE]):
        return None
    # What is known to be for others is left out; what is not known is told.
    if watch.language and document.language and watch.language.casefold() != document.language.casefold():
        return None
    if watch.region and facts.regions and watch.region.casefold() not in facts.regions:
        return None
    if watch.kind in _WHOLE and not _is_of(watch, change):
        return None
    if watch.kind in _WHOLE and not facts.items:
        fits = watch.least_severity == Severity.NONE and change.direction in (watch.directions or Direction.values)
        return () if fits else None
    if watch.kind == WatchKind.SEARCH:
        aimed = _with_words(watch.target, facts, _hits({watch.target}, facts) if hits is None else hits)
    else:
        whole = watch.kind in _WHOLE
        aimed = [item for item in facts.items if whole or _is_about(watch, item, facts)]
    found = tuple(item for item in aimed if _is_grave_enough(watch, item, aimed))
    if not found and any(_leaves_open(watch, one) for one in facts.unsettled):
        return ()
    return found or None


def severity(item: ChangeItem) -> Severity:
    """The graver of what a provision was before and after."""
    grades = [Severity(one.severity) for one in (item.before, item.after) if one is not None]
    return max(grades, key=lambda grade: grade.rank, default=Severity.NONE)


def _candidates(facts: Facts) -> list[Watch]:
    document = facts.change.document
    touched = (*(_words_of(item.provision) for item in facts.items), *facts.unsettled)
    targets: dict[WatchKind, set[str]] = {
        WatchKind.PLATFORM: {document.platform.slug},
        WatchKind.DOCUMENT: {document.permanent_id},
        WatchKind.PROVISION: {one.provision for one in touched if one.provision},
        WatchKind.CLAUSE_TYPE: {one.clause_type for one in touched},
        WatchKind.CATEGORY: {category for one in touched if (category := _category(one.clause_type))},
        WatchKind.LAW: {law for item in facts.items for law in laws_speaking_to(item.provision.clause_type)},
    }
    active = Watch.objects.filter(paused=False).select_related("workspace")
    found: dict[int, Watch] = {}
    for kind, wanted in targets.items():
        if wanted:
            found.update((one.pk, one) for one in active.filter(kind=kind, target__in=sorted(wanted)))
    begins = beginnings([text for item in facts.items for text in _texts(item)])
    if begins:
        searches = active.filter(Q(lead__in=sorted(begins)), kind=WatchKind.SEARCH)
        found.update((one.pk, one) for one in searches if may_match(one.target, begins))
    return [found[key] for key in sorted(found)]


def _is_of(watch: Watch, change: Change) -> bool:
    document = change.document
    return watch.target == (document.platform.slug if watch.kind == WatchKind.PLATFORM else document.permanent_id)


def _hits(queries: Collection[str], facts: Facts) -> dict[str, frozenset[int]]:
    passages = {wording.passage_id for item in facts.items for wording in (item.before, item.after) if wording}
    return matching_passages(sorted(queries), sorted(passages))


def _with_words(query: str, facts: Facts, hits: Mapping[str, frozenset[int]]) -> list[ChangeItem]:
    """The items one of whose wordings, the one before or the one after, holds the words of a search."""
    held = hits.get(query, frozenset())
    return [item for item in facts.items if any(one and one.passage_id in held for one in (item.before, item.after))]


def _is_about(watch: Watch, item: ChangeItem, facts: Facts) -> bool:
    """Whether a watch of a law or of provisions watches an item."""
    if watch.kind == WatchKind.LAW:
        return watch.target in facts.laws.get(item.pk, ())
    return watch.target == _name(watch, _words_of(item.provision))


def _name(watch: Watch, words: ClauseWords) -> str:
    """By which target of a watch's kind words are watched; empty where they are by what they say themselves."""
    if watch.kind == WatchKind.PROVISION:
        return words.provision
    if watch.kind == WatchKind.CLAUSE_TYPE:
        return words.clause_type
    return _category(words.clause_type) if watch.kind == WatchKind.CATEGORY else ""


def _leaves_open(watch: Watch, words: ClauseWords) -> bool:
    """Whether a watch asks for words that came or went, of which nobody knows whom that favours."""
    told = not watch.directions or Direction.UNJUDGED in watch.directions
    grave = words.severity.rank >= Severity(watch.least_severity).rank
    return told and grave and watch.target == _name(watch, words)


def _is_grave_enough(watch: Watch, item: ChangeItem, aimed: Sequence[ChangeItem]) -> bool:
    """Whether an item passes the thresholds. One after which the clause says the same counts where all are such."""
    if watch.directions and item.direction not in watch.directions:
        return False
    if watch.least_severity == Severity.NONE:
        return True
    if item.kind == ItemKind.MOVED:
        return False
    counts = not item.is_slight or all(one.is_slight for one in aimed)
    return counts and severity(item).rank >= Severity(watch.least_severity).rank


def _texts(item: ChangeItem) -> list[str]:
    return [wording.passage.text for wording in (item.before, item.after) if wording is not None]


def _category(clause_type: str) -> str:
    catalogue = load_catalogue()
    return catalogue[clause_type].category if clause_type in catalogue else ""

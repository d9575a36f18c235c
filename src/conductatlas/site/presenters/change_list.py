"""Changes in lists: one line each, with the gravest of what they did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import QuerySet

from conductatlas.changes import is_beside, way
from conductatlas.records.models import Change, ChangeItem, Direction, Kind, UnsettledClause
from conductatlas.records.naming import asks_for_sentences, done_to_passage, is_named
from conductatlas.site.presenters.change_filters import ANYTHING, Wanted
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    clause_type_link,
    document_link,
    rank,
    record_path,
)

_ITEMS_SHOWN = 3
_UNSETTLED_SHOWN = 2
# How words of a clause that went, and that came, are told, and what is not known of them.
_UNSETTLED = (
    ("words taken out", "whether the document still says it, the program can’t tell"),
    ("words came in", "whether the document said it before, the program can’t tell"),
)


@dataclass(frozen=True, slots=True)
class ItemLine:
    """What a change did to one provision, in a line: `done` in words; `state` is where the provision stands today.

    `alike` is how many further ones of its type it did the same to. `named`: its clause type is told; else only what
    became of its passage is, and `alike` are others of which the same is told.
    """

    kind: str
    done: str
    provision: str
    path: str
    clause_type: ClauseTypeLink
    severity_before: str | None
    severity_after: str | None
    state: str
    direction: str
    to_the_letter: bool
    elsewhere: bool
    unsure: bool
    edit_graded: bool
    is_slight: bool = field(metadata=PAGE_ONLY)
    alike: int = 0
    item: int = field(default=0, metadata=PAGE_ONLY)
    named: bool = True

    @property
    def favours(self) -> str:
        """Whom it favours, in words; empty where that was not judged."""
        return "" if self.direction == Direction.UNJUDGED else str(Direction(self.direction).label)

    @property
    def told(self) -> tuple[str | bool | None, ...]:
        """What its line says, but for which provision it is of."""
        step = () if self.is_slight else (self.severity_before, self.severity_after, self.edit_graded)
        return (self.done, self.clause_type.id, self.state == "withdrawn", self.direction, self.to_the_letter, *step)

    @property
    def is_beside(self) -> bool:
        """Whether only words of its passage changed, which need not be about it."""
        return is_beside(to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def weight(self) -> tuple[bool, int, int]:
        """What changed what a clause says goes before what did not; then what is graver, or of a graver clause."""
        clause = max(rank(self.severity_before or ""), rank(self.severity_after or ""))
        return not self.is_slight, clause if self.edit_graded else 0, clause


@dataclass(frozen=True, slots=True)
class UnsettledLine:
    """A clause type of which words came or went with a change that none of its items tells.

    `note` says what its text can't tell. `provision` is the record whose words they are, and `path` leads to it; where
    they are a sentence outside of all records it is empty, and the path leads to the change.
    """

    came: bool
    done: str
    clause_type: ClauseTypeLink
    provision: str
    path: str
    note: str = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in a list; `items` are a few of its `item_count`: what was looked for, and the gravest.

    Those of which the line would say the same are told as one. `unsettled` are the clause types of which only words
    came or went; where some are looked for, those. `shown_unsettled`: a few of those that were looked for.
    """

    id: str
    path: str
    document: DocumentLink
    version: int
    recorded_at: datetime
    verdict: str
    severity: str
    touches: str
    summary: str
    items: tuple[ItemLine, ...]
    item_count: int
    unsettled: tuple[UnsettledLine, ...]
    shown_unsettled: tuple[UnsettledLine, ...] = field(metadata=PAGE_ONLY)

    @property
    def more_unsettled(self) -> int:
        """How many of the clause types of which only words came or went are not shown, where any are."""
        return len(self.unsettled) - len(self.shown_unsettled) if self.shown_unsettled else 0

    @property
    def more(self) -> int:
        """How many items are not shown."""
        return self.item_count - sum(1 + one.alike for one in self.items)


def change_lines(changes: Sequence[Change], wanted: Wanted = ANYTHING) -> tuple[ChangeLine, ...]:
    """Turn changes into lines; their document, its platform and their version must be loaded. Two queries.

    Items that are what was looked for stand first. A third query is for the sentences of clauses that may not be named.
    """
    items = _items_of([change.id for change in changes], wanted)
    shown = _as_named({change: _folded(lines)[:_ITEMS_SHOWN] for change, lines in items.items()})
    unsettled = unsettled_of([change.id for change in changes], wanted.unsettled())
    return tuple(
        ChangeLine(
            change.permanent_id,
            record_path(Kind.CHANGE, change.id),
            document_link(change.document),
            change.version.ordinal,
            change.recorded_at,
            change.verdict,
            change.severity,
            change.touches,
            change.summary,
            shown.get(change.id, ()),
            len(items[change.id]),
            unsettled[change.id],
            unsettled[change.id][:_UNSETTLED_SHOWN] if wanted.of_provisions else (),
        )
        for change in changes
    )


def unsettled_of(
    changes: Sequence[int], rows: QuerySet[UnsettledClause]
) -> defaultdict[int, tuple[UnsettledLine, ...]]:
    """Of which clause types words came or went with changes, what came first. One query."""
    found: defaultdict[int, tuple[UnsettledLine, ...]] = defaultdict(tuple)
    ordered = rows.filter(change__in=changes).order_by("change_id", "-came", "id")
    for change, clause_type, came, provision in ordered.values_list("change_id", "clause_type", "came", "provision_id"):
        path = record_path(Kind.CHANGE, change) if provision is None else record_path(Kind.PROVISION, provision)
        done, note = _UNSETTLED[came]
        record = "" if provision is None else path.lstrip("/")
        found[change] += (UnsettledLine(came, done, clause_type_link(clause_type), record, path, note),)
    return found


def _folded(items: Sequence[ItemLine]) -> tuple[ItemLine, ...]:
    """The first of all items of which a line says the same, each with how many more there are, in their order."""
    times = Counter(one.told for one in items)
    first = {one.told: one for one in reversed(items)}
    return tuple(replace(first[told], alike=number - 1) for told, number in times.items())


def _as_named(shown: Mapping[int, Sequence[ItemLine]]) -> dict[int, tuple[ItemLine, ...]]:
    """Lines by change, those that don't tell a clause type as one of each kind. One query, where it has to be asked."""
    asked = [
        one.item
        for lines in shown.values()
        for one in lines
        if asks_for_sentences(one.kind, to_the_letter=one.to_the_letter, is_beside=one.is_beside)
    ]
    loaded = ChangeItem.objects.select_related("provision__document", "before__passage", "after__passage")
    unnamed = {key for key, item in loaded.in_bulk(asked).items() if not is_named(item)} if asked else set()
    return {change: tuple(_without_types(lines, unnamed)) for change, lines in shown.items()}


def _without_types(lines: Sequence[ItemLine], unnamed: Collection[int]) -> Iterator[ItemLine]:
    """Lines in their order; of those that tell no clause type the first that tells the same, for all of them."""
    done = {one.item: done_to_passage(to_the_letter=one.to_the_letter) for one in lines if one.item in unnamed}
    told: set[str] = set()
    for line in lines:
        if line.item not in done:
            yield line
        elif done[line.item] not in told:
            told.add(done[line.item])
            alike = sum(1 + one.alike for one in lines if done.get(one.item) == done[line.item]) - 1
            yield replace(line, done=done[line.item], named=False, alike=alike)


def _items_of(changes: Sequence[int], wanted: Wanted) -> dict[int, list[ItemLine]]:
    """The items of changes: those that were looked for first, and of these and the others the gravest."""
    rows = (
        ChangeItem.objects.filter(change_id__in=changes)
        .order_by("change_id", "position")
        .values_list(
            "change_id",
            "id",
            "kind",
            "provision_id",
            "provision__clause_type",
            "before__severity",
            "after__severity",
            "provision__state",
            "direction",
            "to_the_letter",
            "elsewhere",
            "unsure",
            "edit_graded",
            ChangeItem.WHETHER_SLIGHT,
        )
    )
    items: dict[int, list[ItemLine]] = defaultdict(list)
    for change, key, kind, provision, clause_type, before, after, state, favours, *edit in rows:
        letter, elsewhere, unsure, graded, slight = edit
        path = record_path(Kind.PROVISION, provision)
        beside = is_beside(to_the_letter=letter, elsewhere=elsewhere, unsure=unsure)
        items[change].append(
            ItemLine(
                kind,
                way(kind, stood=before is not None, stands=after is not None, beside=beside),
                path.lstrip("/"),
                path,
                clause_type_link(clause_type),
                before or None,
                after or None,
                state,
                favours,
                letter,
                elsewhere,
                unsure,
                graded,
                slight,
                item=key,
            )
        )
    for lines in items.values():
        lines.sort(key=lambda line: (_fits(wanted, line), line.weight), reverse=True)
    return items


def _fits(wanted: Wanted, line: ItemLine) -> tuple[bool, bool]:
    """Whether a line is of what was looked for, and whether it favours whom."""
    return wanted.fits(line.kind, line.clause_type.id), line.direction == wanted.direction

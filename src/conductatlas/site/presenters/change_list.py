"""Changes in lists: one line each, with the gravest of what they did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from conductatlas.changes import is_beside, way
from conductatlas.records.models import Change, ChangeItem, Kind
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


@dataclass(frozen=True, slots=True)
class ItemLine:
    """What a change did to one provision, in a line: `done` in words; `state` is where the provision stands today.

    `alike` is how many further ones of its type it did the same to.
    """

    kind: str
    done: str
    provision: str
    path: str
    clause_type: ClauseTypeLink
    severity_before: str | None
    severity_after: str | None
    state: str
    to_the_letter: bool
    elsewhere: bool
    unsure: bool
    is_slight: bool = field(metadata=PAGE_ONLY)
    alike: int = 0

    @property
    def told(self) -> tuple[str | bool | None, ...]:
        """What its line says, but for which provision it is of."""
        step = () if self.is_slight else (self.severity_before, self.severity_after)
        return (self.done, self.clause_type.id, self.state == "withdrawn", self.to_the_letter, *step)

    @property
    def is_beside(self) -> bool:
        """Whether only words of its passage changed, which need not be about it."""
        return is_beside(to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def weight(self) -> tuple[bool, int]:
        """What changed what a clause says goes before what did not; then what is graver."""
        return not self.is_slight, max(rank(self.severity_before or ""), rank(self.severity_after or ""))


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in a list; `items` are a few of its `item_count`: what was looked for, and the gravest.

    Those of which the line would say the same are told as one.
    """

    id: str
    path: str
    document: DocumentLink
    version: int
    recorded_at: datetime
    verdict: str
    severity: str
    summary: str
    items: tuple[ItemLine, ...]
    item_count: int

    @property
    def more(self) -> int:
        """How many items are not shown."""
        return self.item_count - sum(1 + one.alike for one in self.items)


def change_lines(changes: Sequence[Change], wanted: Wanted = ANYTHING) -> tuple[ChangeLine, ...]:
    """Turn changes into lines; their document, its platform and their version must be loaded. One query.

    Items that are what was looked for stand first.
    """
    items = _items_of([change.id for change in changes], wanted)
    return tuple(
        ChangeLine(
            change.permanent_id,
            record_path(Kind.CHANGE, change.id),
            document_link(change.document),
            change.version.ordinal,
            change.recorded_at,
            change.verdict,
            change.severity,
            change.summary,
            _folded(items[change.id])[:_ITEMS_SHOWN],
            len(items[change.id]),
        )
        for change in changes
    )


def _folded(items: Sequence[ItemLine]) -> tuple[ItemLine, ...]:
    """The first of all items of which a line says the same, each with how many more there are, in their order."""
    times = Counter(one.told for one in items)
    first = {one.told: one for one in reversed(items)}
    return tuple(replace(first[told], alike=number - 1) for told, number in times.items())


def _items_of(changes: Sequence[int], wanted: Wanted) -> dict[int, list[ItemLine]]:
    """The items of changes: those that were looked for first, and of these and the others the gravest."""
    rows = (
        ChangeItem.objects.filter(change_id__in=changes)
        .order_by("change_id", "position")
        .values_list(
            "change_id",
            "kind",
            "provision_id",
            "provision__clause_type",
            "before__severity",
            "after__severity",
            "provision__state",
            "to_the_letter",
            "elsewhere",
            "unsure",
            ChangeItem.WHETHER_SLIGHT,
        )
    )
    items: dict[int, list[ItemLine]] = defaultdict(list)
    for change, kind, provision, clause_type, before, after, state, letter, elsewhere, unsure, slight in rows:
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
                letter,
                elsewhere,
                unsure,
                slight,
            )
        )
    for lines in items.values():
        lines.sort(key=lambda line: (wanted.fits(line.kind, line.clause_type.id), line.weight), reverse=True)
    return items

"""Changes in few words, with the gravest of what they did: for feeds, mails, and whatever else tells of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from conductatlas.catalogue import Severity
from conductatlas.changes import Direction, notice, overall
from conductatlas.english import count, shortened
from conductatlas.records.models import TAKEN_BACK, Change, ChangeItem, Erratum, Kind, UnsettledClause, permanent_id
from conductatlas.records.models import Direction as StoredDirection
from conductatlas.site.citing import one_line
from conductatlas.site.presenters.change_list import UnsettledLine, unsettled_of
from conductatlas.site.presenters.changes import OF_ITEMS, ItemEntry, PassageEntry, passage_entry
from conductatlas.site.presenters.links import GRADES, DocumentLink, document_link, rank, record_path

_PASSAGES_SHOWN = 3
_ITEMS_OF_PASSAGE = 4
_UNSETTLED_SHOWN = 4
_LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """A change in few words: as a whole, or by some of the provisions that it touched.

    `passages` are the gravest of those that it is told by; they hold a few of the `count` items that still stand on
    record. `taken_back` is how many provisions were withdrawn or merged since, `corrected_at` when the last one was.
    Severity and direction are those of what is told, `touches` is the gravest of the clauses in which that changed.
    `unsettled`: the clause types of which only words came or went.
    """

    change: Change
    document: DocumentLink
    path: str
    passages: tuple[PassageEntry, ...]
    count: int
    taken_back: int
    corrected_at: datetime | None
    severity: str
    touches: str
    direction: str
    in_part: bool
    unsettled: tuple[UnsettledLine, ...] = ()

    @property
    def items(self) -> tuple[ItemEntry, ...]:
        """The items that are shown."""
        return tuple(item for passage in self.passages for item in passage.items)

    @property
    def more(self) -> int:
        """How many items are not shown."""
        return self.count - len(self.items)

    @property
    def effective_notice(self) -> str:
        """Since when the document says that it applies, in a sentence; empty where it says nothing new of that."""
        effective = self.change.effective_date
        return notice(effective, self.change.recorded_at.date()) if effective else ""

    @property
    def title(self) -> str:
        """Whose document it is and what happened, in one line."""
        name = f"{self.document.platform.name}, {self.document.title}"
        if self.in_part and not self.items and self.unsettled:
            return _line(f"{name}, {_of_words(self.unsettled)}")
        if not self.in_part or not self.items:
            return _line(f"{name}: {self.change.summary}")
        first = self.items[0].summary
        others = f", and {self.count - 1:,} more" if self.count > 1 else ""
        return _line(f"{name}, {first[:1].lower()}{first[1:]}") + others

    @property
    def summary(self) -> str:
        """What happened and what it means, as a paragraph of plain text."""
        if not self.in_part:
            told = [self.change.summary, self.change.explanation]
        else:
            more = f"And {count(self.more, 'more provision')}." if self.more else ""
            told = [*(item.summary for item in self.items), more, *map(_unsettled, self.unsettled[:_UNSETTLED_SHOWN])]
        return one_line(" ".join(part for part in (*told, self.effective_notice) if part))

    @property
    def tags(self) -> tuple[str, ...]:
        """Verdict, severity and direction in words; a change that touched no provision has no severity.

        Where what changed has none, it is told what the clause has.
        """
        return (
            self.change.get_verdict_display(),
            *([self._grade] if self.count else []),
            *([str(StoredDirection(self.direction).label)] if self.direction != Direction.UNJUDGED else []),
        )

    @property
    def _grade(self) -> str:
        if self.severity != Severity.NONE:
            return f"{self.severity} severity"
        return "no severity" if self.touches == Severity.NONE else f"in a clause of {self.touches} severity"


@dataclass(frozen=True, slots=True)
class _Row:
    """An item of a change without its texts; `passage` is what it says before and after, as the keys of the words."""

    id: int
    provision: str
    passage: tuple[int | None, int | None]
    taken_back: bool
    is_slight: bool
    direction: Direction
    clause: int
    edit_graded: bool

    @property
    def severity(self) -> int:
        """The grade of what changed."""
        return self.clause if self.edit_graded else 0

    @property
    def weight(self) -> tuple[bool, int, int, bool]:
        """What is told first: what has an effect, what is grave or stands in a grave clause, what favours somebody."""
        return not self.is_slight, self.severity, self.clause, self.direction is not Direction.UNJUDGED


def tell_changes(
    changes: Sequence[Change],
    items: QuerySet[ChangeItem] | None = None,
    unsettled: QuerySet[UnsettledClause] | None = None,
) -> tuple[ChangeTold, ...]:
    """What changes did, in their order; their document and its platform must be loaded. Two queries, or up to four.

    Where `items` are given, they are told by these alone, and by what is `unsettled` of the same. Provisions that were
    taken back are counted and left out.
    """
    of_words = {} if unsettled is None else unsettled_of([change.id for change in changes], unsettled)
    rows = _rows([change.id for change in changes], ChangeItem.objects.all() if items is None else items)
    shown = {change.id: _gravest(rows[change.id]) for change in changes}
    loaded = ChangeItem.objects.select_related(*OF_ITEMS).in_bulk(
        [item for passages in shown.values() for passage in passages for item in passage]
    )
    corrected = _corrected([row for of_change in rows.values() for row in of_change])
    return tuple(
        _told(
            change,
            rows[change.id],
            tuple(passage_entry([loaded[item] for item in passage]) for passage in shown[change.id]),
            corrected,
            in_part=items is not None,
            unsettled=of_words.get(change.id, ()),
        )
        for change in changes
    )


def _of_words(unsettled: Sequence[UnsettledLine]) -> str:
    """What words came or went, in few words; as it is not settled what that means, no more than that."""
    first = f"{unsettled[0].done}, unsettled: {unsettled[0].clause_type.title}"
    return f"{first}, and {len(unsettled) - 1:,} more" if len(unsettled) > 1 else first


def _unsettled(one: UnsettledLine) -> str:
    return f"{one.done.capitalize()}: {one.clause_type.title}; {one.note}."


def _rows(changes: Sequence[int], items: QuerySet[ChangeItem]) -> dict[int, list[_Row]]:
    """The items of changes, by change. One query, of no texts: a change may touch hundreds of provisions."""
    columns = ("change_id", "id", "provision_id", "before__passage_id", "after__passage_id", "provision__state")
    grades = (ChangeItem.WHETHER_SLIGHT, "direction", "before__severity", "after__severity", "edit_graded")
    found: dict[int, list[_Row]] = defaultdict(list)
    for change, item, provision, old, new, state, is_slight, direction, before, after, graded in (
        items.filter(change__in=changes).order_by("position").values_list(*columns, *grades)
    ):
        found[change].append(
            _Row(
                id=item,
                provision=permanent_id(Kind.PROVISION, provision),
                passage=(old, new),
                taken_back=state in TAKEN_BACK,
                is_slight=is_slight,
                direction=Direction(direction),
                clause=max(rank(before or ""), rank(after or "")),
                edit_graded=graded,
            )
        )
    return found


def _corrected(rows: Sequence[_Row]) -> dict[str, datetime]:
    """When provisions that were taken back were, by their ids. One query, where there are any."""
    provisions = {row.provision for row in rows if row.taken_back}
    if not provisions:
        return {}
    errata = Erratum.objects.filter(record__in=provisions).order_by()
    return dict(errata.values_list("record").annotate(Max("decided_at")))


def _gravest(rows: Sequence[_Row]) -> list[list[int]]:
    """The items of the few passages that weigh most, the gravest first."""
    passages: dict[tuple[int | None, int | None], list[_Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.weight, reverse=True):
        if not row.taken_back:
            passages[row.passage].append(row)
    return [[row.id for row in one[:_ITEMS_OF_PASSAGE]] for one in list(passages.values())[:_PASSAGES_SHOWN]]


def _told(
    change: Change,
    rows: Sequence[_Row],
    passages: tuple[PassageEntry, ...],
    corrected: Mapping[str, datetime],
    *,
    in_part: bool,
    unsettled: tuple[UnsettledLine, ...],
) -> ChangeTold:
    standing = [row for row in rows if not row.taken_back]
    severity, touches, direction = change.severity, change.touches, change.direction
    if in_part:
        severity, touches = (
            GRADES[::-1][max((getattr(row, of) for row in standing), default=0)] for of in ("severity", "clause")
        )
        direction = overall([row.direction for row in standing])
    return ChangeTold(
        change=change,
        document=document_link(change.document),
        path=record_path(Kind.CHANGE, change.id),
        passages=passages,
        count=len(standing),
        taken_back=len(rows) - len(standing),
        corrected_at=max((corrected[row.provision] for row in rows if row.provision in corrected), default=None),
        severity=severity,
        touches=touches,
        direction=str(direction),
        in_part=in_part,
        unsettled=unsettled,
    )


def _line(text: str) -> str:
    return shortened(one_line(text), _LONGEST_TITLE, without=",;:.").rstrip(".")

"""What messages say of a change: its facts in plain values, the gravest first, no longer than a mail can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.conf import settings
from django.db.models import prefetch_related_objects

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    NO_EFFECT,
    Segment,
    beginning,
    condensed,
    is_beside,
    is_slight,
    notice,
    overall,
    redline,
)
from conductatlas.changes import Direction as Worth
from conductatlas.english import capitalised, short_series
from conductatlas.monitoring.record_names import clean
from conductatlas.reading import visible_words, without_invisible
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    Direction,
    Passage,
    UnsettledClause,
    Verdict,
    taken_out,
)
from conductatlas.records.naming import telling_of

# Redlines of longer passages are worked out for their beginning only.
_LONGEST_COMPARED = 40_000
_MOST_TITLES = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """How many changes a message tells of, how many passages of each, and how many characters of a passage.

    Of each passage it tells of as many provisions as `items`, and of each of these what moved in as many `phrases`.
    """

    changes: int
    passages: int
    characters: int
    items: int
    phrases: int


@dataclass(frozen=True, slots=True)
class ToldShift:
    """What moved in a clause, as a phrase; the values before and after where they are known as such."""

    phrase: str
    kind: str = ""
    before: str = ""
    after: str = ""
    direction: str = Direction.UNJUDGED


@dataclass(frozen=True, slots=True)
class ToldItem:
    """What a change did to one provision: added, removed, reworded, moved or returned; `done` in words.

    `named`: its clause type is told; else only what became of its passage is.
    """

    id: str
    address: str
    kind: str
    done: str
    clause_type: str
    clause_title: str
    severity_before: str
    severity_after: str
    direction: str
    to_the_letter: bool
    elsewhere: bool
    unsure: bool
    summary: str
    shifts: tuple[ToldShift, ...]
    edit_graded: bool = True
    named: bool = True

    @property
    def severity(self) -> str:
        """The graver of the two; none where what changed need not be about the clause, or has no grade of its own."""
        ungraded = self.is_beside or not self.edit_graded
        return Severity.NONE.value if ungraded else max(self.severity_before, self.severity_after, key=_rank)

    @property
    def is_beside(self) -> bool:
        """Whether only words of its passage changed, which need not be about it."""
        return is_beside(to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def headed(self) -> str:
        """What became of which clause: 'Refunds: one more passage'; or of a passage whose clause is not told."""
        if not self.named:
            # That no effect was found is among the remarks.
            return capitalised(self.done).removesuffix(f" {NO_EFFECT}")
        return f"{self.done} {self.clause_title}" if self.is_beside else f"{self.clause_title}: {self.done}"

    @property
    def step(self) -> str:
        """The severity before and after, in words and shapes: '◆ medium → ▲ high'; the one there is where one is.

        Empty where no effect of what changed is told; of the clause alone where what changed has no grade of its own.
        """
        if is_slight(self.kind, to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure):
            return ""
        before, after = self.severity_before, self.severity_after
        if not self.edit_graded:
            return of_clause(after)
        if not before or not after or before == after:
            return graded(after or before)
        return f"{graded(before)} → {graded(after)}"

    @property
    def remarks(self) -> tuple[str, ...]:
        """Severity, direction, and that the clause says the same, in words."""
        return tuple(filter(None, (self.step, *_direction(self.direction), NO_EFFECT if self.to_the_letter else "")))


@dataclass(frozen=True, slots=True)
class ToldPassage:
    """A passage that was touched: the provisions that it states, and the redline of its words, cut where it is long."""

    items: tuple[ToldItem, ...]
    redline: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change as a message tells of it. `count` counts all items that it is told by, shown or not.

    `severity` is the gravest of what changed, `touches` that of the clauses in which it did.

    `note` is what the reader of this message should know of it besides, such as that it was told before.
    """

    id: str
    address: str
    platform: str
    platform_slug: str
    document: str
    document_id: str
    recorded_at: datetime
    verdict: str
    severity: str
    direction: str
    summary: str
    explanation: str
    effective_date: str
    effective_notice: str
    method: str
    passages: tuple[ToldPassage, ...]
    count: int
    note: str = ""
    touches: str = Severity.NONE.value

    @property
    def name(self) -> str:
        """Whose document it is: 'Larkwell – Terms of Service'."""
        return f"{self.platform} – {self.document}"

    @property
    def remarks(self) -> tuple[str, ...]:
        """Verdict, severity and direction in words."""
        return (f"{self.verdict} change", *filter(None, (self.grade,)), *_direction(self.direction))

    @property
    def grade(self) -> str:
        """The severity in words, or else that of the clauses that it was made in; empty where it touched none."""
        if not self.count:
            return ""
        return self.of_clauses or f"{graded(self.severity)} severity"

    @property
    def of_clauses(self) -> str:
        """The severity of the clauses that it was made in, in words, where it has none itself; else empty."""
        return of_clause(self.touches) if self.severity == Severity.NONE else ""

    @property
    def items(self) -> tuple[ToldItem, ...]:
        """The items that are shown, the gravest first."""
        return tuple(item for passage in self.passages for item in passage.items)

    @property
    def more(self) -> int:
        """How many items are not shown."""
        return self.count - len(self.items)

    @property
    def document_address(self) -> str:
        """The address of the document's record."""
        return record_address(self.document_id)

    @property
    def evidence_address(self) -> str:
        """Where the stored bytes and their hashes can be checked."""
        return f"{self.address}/verify"

    @property
    def happened(self) -> str:
        """What happened, in a few words: 'Unilateral change of terms reworded, and 2 more'."""
        if not self.items:
            return f"{self.verdict} change"
        first = self.items[0]
        others = f", and {self.count - 1:,} more" if self.count > 1 else ""
        return f"{f'{first.clause_title} {first.done}' if first.done == first.kind else first.headed}{others}"


def tell(change: Change, items: Sequence[ChangeItem], limits: Limits, note: str = "") -> ToldChange:
    """What to say of a change, by the items that somebody watches; all texts in it are clean and each is one line.

    Items whose provision was taken back since are left out. Where no items are given, the change is told as a whole,
    and of which clause types words came or went, while nobody can tell what that means.
    """
    prefetch_related_objects([change], "document__platform")
    prefetch_related_objects(items, "provision", "before", "after")
    standing = [item for item in items if item.provision.state not in TAKEN_BACK]
    platform = change.document.platform
    effective = change.effective_date
    return ToldChange(
        id=change.permanent_id,
        address=record_address(change.permanent_id),
        platform=clean(platform.name),
        platform_slug=platform.slug,
        document=clean(change.document.terms_type),
        document_id=change.document.permanent_id,
        recorded_at=change.recorded_at,
        verdict=Verdict(change.verdict).label,
        severity=gravest(standing) if standing else change.severity,
        touches=gravest_clause(standing) if standing else change.touches,
        direction=str(overall([Worth(item.direction) for item in standing])) if standing else change.direction,
        summary=clean(change.summary),
        explanation=clean(change.explanation),
        effective_date=effective.isoformat() if effective else "",
        effective_notice=notice(effective, change.recorded_at.date()) if effective else "",
        method=change.method,
        passages=_passages(standing, limits),
        count=len(standing),
        note=note if standing else " ".join(filter(None, (note, *_unsettled(change)))),
    )


def _unsettled(change: Change) -> Iterator[str]:
    """Of which clause types words came or went, and the program can't tell what that means; a sentence each way."""
    rows = UnsettledClause.listed().filter(change=change)
    lost = taken_out([change.previous_id]).values_list("clause_type", flat=True)
    went = _titles({*lost, *rows.filter(came=False).values_list("clause_type", flat=True)})
    came = _titles(rows.filter(came=True).values_list("clause_type", flat=True))
    if went:
        yield f"Words were taken out, and the program can't tell whether the document still says it: {went}."
    if came:
        yield f"Words came in, and the program can't tell whether the document said it before: {came}."


def _titles(clause_types: Iterable[str]) -> str:
    return short_series(sorted(map(load_catalogue().title, clause_types)), _MOST_TITLES)


def weight_of(change: Change, items: Sequence[ChangeItem]) -> tuple[int, int, bool, int, datetime, int]:
    """What is told first: what is grave, or in a grave clause, what favours somebody, what touches much, the latest."""
    favours = any(item.direction != Direction.UNJUDGED for item in items)
    own, of_clauses = (gravest(items), gravest_clause(items)) if items else (change.severity, change.touches)
    return _rank(own), _rank(of_clauses), favours, len(items), change.recorded_at, change.pk


def gravest(items: Sequence[ChangeItem]) -> str:
    """The highest severity of what changed in items; none where all say the same as before, or are not sure."""
    return gravest_clause([item for item in items if item.edit_graded])


def gravest_clause(items: Sequence[ChangeItem]) -> str:
    """The highest severity of the clauses of items, before or after; none where all say the same, or are not sure."""
    weighty = (_severity(item) for item in items if not item.is_slight)
    return max(weighty, key=_rank, default=Severity.NONE.value)


def record_address(record: str) -> str:
    """The address under which the public finds a record."""
    return f"{settings.PUBLIC_ADDRESS}/{record}"


def graded(severity: str) -> str:
    """A severity as shape and word: '▲ high'."""
    known = Severity(severity or Severity.NONE)
    return f"{known.shape} {known.value}"


def of_clause(severity: str) -> str:
    """That words changed in a clause of a severity, where they have none themselves: 'in a clause graded ▲ high'."""
    return f"in a clause graded {graded(severity)}" if severity not in ("", Severity.NONE) else ""


def _passages(items: Iterable[ChangeItem], limits: Limits) -> tuple[ToldPassage, ...]:
    """The passages that weigh most, each once with all that it states."""
    groups: dict[tuple[int | None, int | None], list[ChangeItem]] = {}
    for item in sorted(items, key=_weight):
        key = (item.before.passage_id if item.before else None, item.after.passage_id if item.after else None)
        groups.setdefault(key, []).append(item)
    shown = [group[: limits.items] for group in islice(groups.values(), limits.passages)]
    prefetch_related_objects(
        [item for group in shown for item in group], "before__passage", "after__passage", "provision__document"
    )
    return tuple(_passage(group, limits) for group in shown)


def _passage(items: Sequence[ChangeItem], limits: Limits) -> ToldPassage:
    before, after = items[0].before, items[0].after
    segments = redline(_words(before.passage if before else None), _words(after.passage if after else None))
    return ToldPassage(
        tuple(_item(item, limits.phrases) for item in items),
        tuple(beginning(condensed(segments, limits.characters), limits.characters)),
    )


def _words(passage: Passage | None) -> str:
    return without_invisible(visible_words(passage.text[:_LONGEST_COMPARED])) if passage else ""


def _item(item: ChangeItem, phrases: int) -> ToldItem:
    provision, telling = item.provision, telling_of(item)
    return ToldItem(
        id=provision.permanent_id,
        address=record_address(provision.permanent_id),
        kind="returned" if item.returned else item.kind,
        done=telling.done,
        clause_type=provision.clause_type,
        clause_title=load_catalogue().title(provision.clause_type),
        severity_before=item.before.severity if item.before else "",
        severity_after=item.after.severity if item.after else "",
        direction=item.direction,
        to_the_letter=item.to_the_letter,
        elsewhere=item.elsewhere,
        unsure=item.unsure,
        summary=clean(telling.summary),
        shifts=tuple(islice(_shifts(item), phrases)),
        edit_graded=item.edit_graded,
        named=telling.named,
    )


def _shifts(item: ChangeItem) -> Iterable[ToldShift]:
    """What moved: the facts with their values, then what else there is a phrase for."""
    facts = {shift["phrase"]: shift for shift in item.shifts}
    for phrase in dict.fromkeys((*facts, *item.phrases)):
        fact = facts.get(phrase, {})
        yield ToldShift(
            clean(phrase),
            fact.get("kind", ""),
            clean(fact.get("before", "")),
            clean(fact.get("after", "")),
            fact.get("direction", Direction.UNJUDGED),
        )


def _direction(direction: str) -> tuple[str, ...]:
    return () if direction == Direction.UNJUDGED else (str(Direction(direction).label),)


def _severity(item: ChangeItem) -> str:
    grades = [wording.severity for wording in (item.before, item.after) if wording]
    return max(grades, key=_rank, default=Severity.NONE.value)


def _weight(item: ChangeItem) -> tuple[bool, bool, int, bool, int]:
    return (
        item.is_slight,
        not item.edit_graded,
        -_rank(_severity(item)),
        item.direction == Direction.UNJUDGED,
        item.position,
    )


def _rank(severity: str) -> int:
    return Severity(severity).rank if severity else -1

"""Writing what a version did to its document as records: provisions, wordings, changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    METHOD,
    Begun,
    ChangeKind,
    Compared,
    Direction,
    Followed,
    Meaning,
    Particulars,
    Told,
    Verdict,
    direction_of,
    explain,
    flat_values,
    gravest_severity,
    is_same_provision,
    is_stated_by,
    meaning_of_whole,
    summarise,
    summarise_item,
    tell,
)
from conductatlas.english import count
from conductatlas.provisions import Finder, Finding
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    ItemKind,
    Kind,
    Passage,
    Provision,
    ProvisionState,
    Version,
    Wording,
)
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.loading import PlatformStates
from conductatlas.records.pipeline.state import GRACE, DocumentState, Gone, Tracked
from conductatlas.records.review import Decisions, review_reasons

# Two passages of one type in two documents of a platform are one provision that moved from this likeness on.
_MOVED_BETWEEN_DOCUMENTS = 0.8
# How many passages stay in memory to spare look-ups.
_MOST_PASSAGES = 50_000


# Whether any of other documents may say the like of a passage of a document, given with its type.
MayBeSaid = Callable[[DocumentState, Iterable[DocumentState], str, str], bool]


class Recorder:
    """Turns the outcome of a step into rows of a batch, and keeps the document's state up to date."""

    def __init__(self, finder: Finder, batch: Batch, decisions: Decisions, may_be_said: MayBeSaid) -> None:
        self._finder = finder
        self._may_be_said = may_be_said
        self._decisions = decisions
        self._batch = batch
        self._catalogue = load_catalogue()
        self._passages: dict[str, Passage] = {}
        self._to_amend: dict[int, Change] = {}

    def first(self, state: DocumentState, version: Version, begun: Begun) -> None:
        """Record the provisions of a document's first good version."""
        self._know([finding.quote for finding in begun.findings])
        for finding in begun.findings:
            self._start(state, self._batch.take(Kind.PROVISION), version, begun.particulars, finding)

    def step(
        self,
        state: DocumentState,
        siblings: PlatformStates,
        version: Version,
        compared: Compared,
    ) -> Change:
        """Record what a version did: a change with an item for each provision that it touched."""
        assert state.good is not None  # noqa: S101 (a step has a version before it)
        compared = self._as_told(state, siblings, version, compared)
        outcome, silent = compared.step, state.taken_back()
        means_of = {identity: means for identity, means in compared.meanings.items() if identity not in silent}
        told = [tell(one, means_of[one.identity]) for one in outcome.followed if one.identity in means_of]
        change = Change(
            id=self._batch.take(Kind.CHANGE),
            version=version,
            previous=state.good,
            document=state.document,
            recorded_at=version.recorded_at,
            verdict=outcome.verdict.value,
            severity=gravest_severity(told).value,
            summary=summarise(self._catalogue, outcome.verdict, told),
            direction=direction_of(told).value,
            explanation=explain(self._catalogue, outcome.verdict, told),
            effective_date=outcome.effective_date,
            reasons=list(outcome.reasons),
            moved_blocks=outcome.moved_blocks,
            method=f"{METHOD} {compared.particulars.method or self._finder.method}",
        )
        self._batch.add(change)
        self._know([finding.quote for finding in compared.worded])
        for identity, places in compared.places.items():
            self._place(state.tracked[identity].wording, places)
        position = 0
        for one in outcome.followed:
            item = self._follow(state, version, compared.particulars, one, means_of.get(one.identity))
            if item is None:
                continue
            position += 1
            item.change, item.position = change, position
            self._batch.add(item)
            if item.kind == ItemKind.REMOVED:
                self._moved_away(state, siblings, item)
            elif item.kind == ItemKind.ADDED and not item.returned:
                self._moved_here(state, siblings, item)
        for amended in self._to_amend.values():
            self._amend(amended)
        self._to_amend.clear()
        return change

    def _as_told(
        self, state: DocumentState, siblings: PlatformStates, version: Version, compared: Compared
    ) -> Compared:
        """The same by all that the platform says: without additions and removals that its other texts leave in doubt.

        What another document states for sure, or lost, moved: that is told whatever the text alone can tell.
        """
        others = tuple(siblings.others(state))
        followed: list[Followed] = []
        means_of = dict(compared.meanings)
        doubtful = 0
        for one in compared.step.followed:
            kind = self._kind_as_told(state, others, one, version.recorded_at)
            if kind is one.kind:
                followed.append(one)
                continue
            told = one._replace(kind=kind)
            followed.append(told)
            if kind is None:
                del means_of[one.identity]
                doubtful += 1
            else:
                means_of[one.identity] = meaning_of_whole(told)
        compared = replace(compared, step=replace(compared.step, followed=tuple(followed)), meanings=means_of)
        if not doubtful:
            return compared
        return compared.with_more_reasons(
            f"Of {count(doubtful, 'provision')} whose words came or went the texts can't tell "
            "whether another document of the platform says the like, or an earlier version did."
        )

    def _kind_as_told(
        self, state: DocumentState, others: Sequence[DocumentState], one: Followed, now: datetime
    ) -> ChangeKind | None:
        """What happened to a provision, by all that the platform says; None where that is in doubt."""
        came, went = one.before is None, one.after is None
        whole = one.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) or (one.kind is None and (came or went))
        if not whole or one.returned or one.counterpart is not None:
            return one.kind
        quote = one.before.quote if one.before else one.after.quote if one.after else ""
        if (came and self._came_from(others, one.clause_type, quote, now)) or self._stated_elsewhere(
            others, one.clause_type, quote
        ):
            return ChangeKind.ADDED if came else ChangeKind.REMOVED
        doubtful = one.kind is None or (came and _was_stated(state, one.clause_type, quote, now))
        return None if doubtful or self._may_be_said(state, others, one.clause_type, quote) else one.kind

    def _start(
        self, state: DocumentState, number: int, version: Version, particulars: Particulars, finding: Finding
    ) -> Tracked:
        provision = Provision(
            id=number,
            document=state.document,
            clause_type=finding.clause_type,
            heading=particulars.headings.get(finding.first, "")[:300],
            first_version=version,
        )
        self._batch.add(provision)
        tracked = Tracked(provision, self._word(provision, version, particulars, finding))
        self._grade(tracked)
        state.tracked[number] = tracked
        return tracked

    def _follow(
        self, state: DocumentState, version: Version, particulars: Particulars, one: Followed, means: Meaning | None
    ) -> ChangeItem | None:
        """Bring one provision up to date; return the item that tells of it, None where nothing was done to it."""
        before: Wording | None = None
        after: Wording | None = None
        if one.before is None and one.after is not None:
            if one.returned:
                after = self._resume(state, state.gone.pop(one.identity), version, particulars, one.after).wording
            else:
                self._batch.take(Kind.PROVISION)
                after = self._start(state, one.identity, version, particulars, one.after).wording
        elif one.after is None:
            tracked = state.tracked.pop(one.identity)
            before = tracked.wording
            self._end(tracked, state, _end_of(one))
        else:
            tracked = state.tracked[one.identity]
            before = tracked.wording
            after = self._continue(state, tracked, version, particulars, one.after)
        provision = (after or before).provision  # type: ignore[union-attr]
        untold = one.kind is None or provision.state in TAKEN_BACK
        if before is not None and one.after is None and one.counterpart is None and untold:
            state.gone[one.identity] = Gone(provision, before, None, version.recorded_at)
        if one.kind is None or means is None:
            return None
        counterpart = state.tracked[one.counterpart].provision if one.counterpart is not None else None
        if one.after is None and counterpart is not None:
            provision.successor = counterpart
            self._batch.change(provision, "successor")
        item = ChangeItem(
            kind=one.kind.value,
            provision=provision,
            before=before,
            after=after,
            returned=one.returned,
            counterpart=counterpart,
            summary=summarise_item(self._catalogue, one, means),
            direction=means.direction.value,
            to_the_letter=means.to_the_letter,
            elsewhere=means.elsewhere,
            phrases=list(means.phrases),
            shifts=[asdict(shift) for shift in means.shifts],
            affected=list(means.affected),
        )
        if one.kind is ChangeKind.REMOVED and before is not None:
            state.gone[one.identity] = Gone(provision, before, item, version.recorded_at)
        return item

    def _continue(
        self, state: DocumentState, tracked: Tracked, version: Version, particulars: Particulars, finding: Finding
    ) -> Wording:
        """Start a new wording where the exact words changed; otherwise the wording goes on."""
        if tracked.wording.passage.text == finding.quote:
            self._place(tracked.wording, len(finding.places))
            return tracked.wording
        assert state.good is not None  # noqa: S101
        tracked.wording.last_version = state.good
        self._batch.change(tracked.wording, "last_version")
        tracked.wording = self._word(tracked.provision, version, particulars, finding)
        self._grade(tracked)
        return tracked.wording

    def _place(self, wording: Wording, places: int) -> None:
        """Take note in how many places a wording stands."""
        if wording.places != places:
            wording.places = places
            self._batch.change(wording, "places")

    def _resume(
        self, state: DocumentState, gone: Gone, version: Version, particulars: Particulars, finding: Finding
    ) -> Tracked:
        provision = gone.provision
        if provision.state not in TAKEN_BACK:
            provision.state = ProvisionState.STANDING
        provision.last_version = None
        self._batch.change(provision, "state", "last_version")
        tracked = Tracked(provision, self._word(provision, version, particulars, finding))
        self._grade(tracked)
        state.tracked[provision.id] = tracked
        return tracked

    def _grade(self, tracked: Tracked) -> None:
        provision, wording = tracked.provision, tracked.wording
        provision.severity, provision.stance = wording.severity, wording.stance
        self._batch.change(provision, "severity", "stance")

    def _end(self, tracked: Tracked, state: DocumentState, end: ProvisionState) -> None:
        tracked.wording.last_version = state.good
        tracked.provision.last_version = state.good
        if tracked.provision.state not in TAKEN_BACK:
            tracked.provision.state = end
        self._batch.change(tracked.wording, "last_version")
        self._batch.change(tracked.provision, "last_version", "state")

    def _word(self, provision: Provision, version: Version, particulars: Particulars, finding: Finding) -> Wording:
        wording = Wording(
            provision=provision,
            passage=self._passage(finding.quote),
            first_version=version,
            places=len(finding.places),
            severity=finding.severity.value,
            stance=finding.stance.value,
            confidence=finding.confidence,
            reasons=[flat_values(reason) for reason in finding.reasons],
            facts=particulars.facts[finding.quote],
            method=particulars.method,
        )
        decision = self._decisions.grade(wording.passage.sha256, provision.clause_type)
        if decision is not None:
            wording.severity, wording.stance = decision.severity, decision.stance
            wording.reasons = review_reasons(decision)
        self._batch.add(wording)
        return wording

    def _passage(self, quote: str) -> Passage:
        sha256 = _hash_of(quote)
        if sha256 not in self._passages:
            self._know([quote])
        return self._passages[sha256]

    def _know(self, quotes: Iterable[str]) -> None:
        """Have the passages of many quotes in memory, looked up at once; those that are new are recorded."""
        unknown = {sha256: quote for quote in quotes if (sha256 := _hash_of(quote)) not in self._passages}
        stored = Passage.objects.in_bulk(list(unknown), field_name="sha256")
        for sha256, quote in unknown.items():
            passage = stored.get(sha256)
            if passage is None:
                passage = Passage(sha256=sha256, text=quote)
                self._batch.add(passage)
            self._passages[sha256] = passage

    def forget(self) -> None:
        """Keep memory flat: called after a write, when every passage can be looked up again."""
        if len(self._passages) > _MOST_PASSAGES:
            self._passages.clear()

    def _moved_away(self, state: DocumentState, siblings: PlatformStates, item: ChangeItem) -> None:
        """A removed provision that another document of the platform states did not go: it is said there."""
        quote = item.before.passage.text if item.before else ""
        there = self._stated_elsewhere(siblings.others(state), item.provision.clause_type, quote)
        if there is not None:
            self._link(state, state.gone[item.provision.id], there)

    def _stated_elsewhere(self, others: Iterable[DocumentState], clause_type: str, quote: str) -> Provision | None:
        """The provision of another document of the platform that says what a quote says.

        Word for word whatever the finder takes it for there, or in other words under its type.
        """
        for other in others:
            for identity in sorted(other.tracked):
                tracked = other.tracked[identity]
                if tracked.provision.state in TAKEN_BACK:
                    continue
                same_type = tracked.provision.clause_type == clause_type
                if self._is_same(clause_type, quote, tracked.provision, tracked.wording) or is_stated_by(
                    quote, tracked.wording.passage.text, same_type=same_type
                ):
                    return tracked.provision
        return None

    def _moved_here(self, state: DocumentState, siblings: PlatformStates, item: ChangeItem) -> None:
        """An added provision that another document of the platform lately lost came from there.

        One that another document states was said by the platform before, and is new only here.
        """
        quote = item.after.passage.text if item.after else ""
        clause_type = item.provision.clause_type
        origin = self._came_from(siblings.others(state), clause_type, quote, item.change.recorded_at)
        if origin is not None:
            other, gone = origin
            self._link(other, gone, item.provision)
            self._not_added(item, gone.provision, f"Moved here from the {other.document.terms_type}")
            return
        there = self._stated_elsewhere(siblings.others(state), clause_type, quote)
        if there is not None:
            self._not_added(item, there, f"Stated here too, as in the {there.document.terms_type}")

    def _came_from(
        self, others: Iterable[DocumentState], clause_type: str, quote: str, now: datetime
    ) -> tuple[DocumentState, Gone] | None:
        """The document of the platform that lately lost a passage, and what went from it."""
        for other in others:
            for gone in other.lately_gone(now):
                if gone.item is not None and self._is_same(clause_type, quote, gone.provision, gone.wording):
                    return other, gone
        return None

    def _not_added(self, item: ChangeItem, counterpart: Provision, how: str) -> None:
        """Correct an addition: the platform said it before, in another document."""
        item.kind, item.counterpart = ItemKind.MOVED, counterpart
        item.summary = f"{how}: {self._title(item.provision)}."
        item.direction = Direction.NEUTRAL.value
        self._to_amend[item.change.id] = item.change

    def _is_same(self, clause_type: str, quote: str, other: Provision, wording: Wording) -> bool:
        return clause_type == other.clause_type and is_same_provision(
            quote, wording.passage.text, _MOVED_BETWEEN_DOCUMENTS
        )

    def _link(self, state: DocumentState, gone: Gone, successor: Provision) -> None:
        """Correct a removal: the provision goes on in another document."""
        assert gone.item is not None  # noqa: S101 (none moves that was taken back)
        del state.gone[gone.provision.id]
        gone.provision.state, gone.provision.successor = ProvisionState.MOVED, successor
        self._batch.change(gone.provision, "state", "successor")
        gone.item.kind, gone.item.counterpart = ItemKind.MOVED, successor
        gone.item.summary = f"Moved to the {successor.document.terms_type}: {self._title(successor)}."
        gone.item.direction = Direction.NEUTRAL.value
        self._batch.change(gone.item, "kind", "counterpart", "summary", "direction")
        self._to_amend[gone.item.change.id] = gone.item.change

    def _amend(self, change: Change) -> None:
        """Write a change's summary anew, after one of its items turned out to be a move between documents."""
        touched = [
            Told(
                ChangeKind(item.kind),
                item.provision.clause_type,
                Severity(item.before.severity) if item.before else None,
                Severity(item.after.severity) if item.after else None,
                Direction(item.direction),
                tuple(item.phrases),
                item.to_the_letter,
                item.elsewhere,
            )
            for item in self._batch.change_items(change)
        ]
        change.summary = summarise(self._catalogue, Verdict(change.verdict), touched)
        change.explanation = explain(self._catalogue, Verdict(change.verdict), touched)
        change.direction = direction_of(touched).value
        self._batch.change(change, "summary", "explanation", "direction")

    def _title(self, provision: Provision) -> str:
        return self._catalogue[provision.clause_type].title


def _end_of(one: Followed) -> ProvisionState:
    """Where a provision stands that a version states no more."""
    if one.counterpart is not None:
        return ProvisionState.MOVED
    return ProvisionState.UNCLEAR if one.kind is None else ProvisionState.REMOVED


def _was_stated(state: DocumentState, clause_type: str, quote: str, now: datetime) -> bool:
    """Whether an earlier version of a document stated a passage that went lately, or without its being told."""
    return any(
        (gone.item is None or now - gone.removed_at <= GRACE)
        and is_stated_by(quote, gone.wording.passage.text, same_type=gone.provision.clause_type == clause_type)
        for gone in state.gone.values()
    )


def _hash_of(quote: str) -> str:
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()

"""Writing what a version did to its document as records: provisions, wordings, changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    CAPTURED_OTHERWISE,
    METHOD,
    Begun,
    ChangeKind,
    Compared,
    Followed,
    Meaning,
    Particulars,
    Unsettled,
    Verdict,
    direction_of,
    explain,
    flat_values,
    gravest_severity,
    gravest_touched,
    is_technical,
    summarise,
    summarise_item,
    tell,
    tells_of_another,
)
from conductatlas.provisions import Finder, Finding
from conductatlas.reading import padded_line, word_line
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    ItemKind,
    Kind,
    Passage,
    Provision,
    ProvisionState,
    UnsettledClause,
    Version,
    Wording,
)
from conductatlas.records.pipeline.across import AcrossDocuments, MayBeSaid
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.loading import PlatformStates
from conductatlas.records.pipeline.state import DocumentState, Gone, Tracked
from conductatlas.records.review import Decisions, review_reasons

# How many passages stay in memory to spare look-ups.
_MOST_PASSAGES = 50_000


class Recorder:
    """Turns the outcome of a step into rows of a batch, and keeps the document's state up to date."""

    def __init__(self, finder: Finder, batch: Batch, decisions: Decisions, may_be_said: MayBeSaid) -> None:
        self._finder = finder
        self._decisions = decisions
        self._batch = batch
        self._catalogue = load_catalogue()
        self._passages: dict[str, Passage] = {}
        self._across = AcrossDocuments(batch, may_be_said)

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
    ) -> tuple[Change, list[ChangeItem]]:
        """Record what a version did: a change with an item for each provision that it touched."""
        assert state.good is not None  # noqa: S101 (a step has a version before it)
        compared = self._across.as_told(state, siblings, version, compared)
        if compared.step.verdict is Verdict.SUBSTANTIVE and is_technical(version.note):
            compared = compared.with_more_reasons(CAPTURED_OTHERWISE)
        outcome, silent = compared.step, state.taken_back()
        means_of = {identity: means for identity, means in compared.meanings.items() if identity not in silent}
        told = [tell(one, means_of[one.identity]) for one in outcome.followed if one.identity in means_of]
        is_of_another = any(map(tells_of_another, outcome.reasons))
        is_judged = outcome.verdict is Verdict.SUBSTANTIVE and not is_of_another
        favouring = compared.favouring if is_judged else ()
        change = Change(
            id=self._batch.take(Kind.CHANGE),
            version=version,
            previous=state.good,
            document=state.document,
            recorded_at=version.recorded_at,
            verdict=outcome.verdict.value,
            severity=gravest_severity(told).value,
            touches=gravest_touched(told).value,
            summary=summarise(self._catalogue, outcome.verdict, told, outcome.reasons, compared.above_all),
            above_all=list(compared.above_all),
            direction=direction_of(told, favouring, outcome.reasons).value,
            favouring=[one._asdict() for one in favouring],
            explanation=explain(self._catalogue, outcome.verdict, told, favouring, outcome.reasons),
            effective_date=outcome.effective_date,
            reasons=list(outcome.reasons),
            moved_blocks=outcome.moved_blocks,
            method=f"{METHOD} {compared.particulars.method or self._finder.method}",
        )
        self._batch.add(change)
        self._know([finding.quote for finding in compared.worded])
        for identity, places in compared.places.items():
            self._place(state.tracked[identity].wording, places)
        items: list[ChangeItem] = []
        for one in outcome.followed:
            item = self._follow(state, version, compared.particulars, one, means_of.get(one.identity))
            if item is None:
                continue
            items.append(item)
            item.change, item.position = change, len(items)
            self._batch.add(item)
            if item.kind == ItemKind.REMOVED:
                self._across.moved_away(state, siblings, item)
            elif item.kind == ItemKind.ADDED and not item.returned:
                self._across.moved_here(state, siblings, item)
        self._across.amend()
        if outcome.verdict in (Verdict.SUBSTANTIVE, Verdict.EDITORIAL) and not is_of_another:
            self._leave_unsettled(change, compared.unsettled, items)
        return change, items

    def _leave_unsettled(self, change: Change, unsettled: Iterable[Unsettled], items: Sequence[ChangeItem]) -> None:
        """Record of which clause types words came or went that no item of a change tells."""
        told_of = {item.provision.id for item in items}
        found = [one for one in unsettled if one.identity is None or one.identity not in told_of]
        told = [wording.passage.text for item in items if not item.is_beside for wording in _wordings(item)]
        told += [one.words for one in found if one.identity is not None]
        lines = list(map(padded_line, told))
        rows: dict[tuple[str, bool], UnsettledClause] = {}
        for one in found:
            if one.identity is None and any(f" {word_line(one.words)} " in line for line in lines):
                continue
            for clause_type in one.clause_types:
                row = UnsettledClause(change=change, clause_type=clause_type, came=one.came, provision_id=one.identity)
                rows.setdefault((clause_type, one.came), row)
        for row in rows.values():
            self._batch.add(row)

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
            unsure=means.unsure,
            edit_graded=means.graded,
            phrases=list(means.phrases),
            shifts=[asdict(shift) for shift in means.shifts],
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


def _wordings(item: ChangeItem) -> list[Wording]:
    return [one for one in (item.before, item.after) if one is not None]


def _end_of(one: Followed) -> ProvisionState:
    """Where a provision stands that a version states no more."""
    if one.counterpart is not None:
        return ProvisionState.MOVED
    return ProvisionState.UNCLEAR if one.kind is None else ProvisionState.REMOVED


def _hash_of(quote: str) -> str:
    return hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()

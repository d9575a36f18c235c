"""What of a change the other documents of a platform tell: what is said there too, or moved between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from itertools import chain

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import (
    ChangeKind,
    Compared,
    Direction,
    Favouring,
    Followed,
    Passages,
    Text,
    Told,
    Verdict,
    direction_of,
    explain,
    gravest_severity,
    gravest_touched,
    is_same_provision,
    is_stated_by,
    meaning_of_whole,
    moved_words,
    passages,
    summarise,
)
from conductatlas.english import count
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    ItemKind,
    Provision,
    ProvisionState,
    Version,
    Wording,
)
from conductatlas.records.pipeline.batch import Batch
from conductatlas.records.pipeline.loading import PlatformStates
from conductatlas.records.pipeline.state import GRACE, DocumentState, Gone, Tracked

# Two passages of one type in two documents of a platform are one provision that moved from this likeness on.
_MOVED_BETWEEN_DOCUMENTS = 0.8

# Whether any of other texts, each with its language, may say the like of a passage of a document, given with its type.
MayBeSaid = Callable[[DocumentState, Iterable[tuple[Text, str]], str, str], bool]


class _Others:
    """The other documents of a platform, as long as nothing is recorded of them, and what they state."""

    def __init__(self, states: Iterable[DocumentState]) -> None:
        self.states = tuple(states)

    @cached_property
    def _tracked(self) -> list[list[Tracked]]:
        """The provisions that stand in each."""
        return [_tracked_in(state) for state in self.states]

    @cached_property
    def _passages(self) -> list[Passages]:
        return [passages(tuple([one.wording.passage.text for one in tracked])) for tracked in self._tracked]

    def stating(self, clause_type: str, quote: str) -> Provision | None:
        """The provision of another document in which nearly all that a quote says stands.

        One of its type, or else whatever the finder takes it for there. That another passage is about the same is not
        enough to say so.
        """
        first: Provision | None = None
        for tracked, stated in zip(self._tracked, self._passages, strict=True):
            for place in stated.nearly_holding(quote):
                provision = tracked[place].provision
                if provision.clause_type == clause_type:
                    return provision
                first = first or provision
        return first

    def perhaps_state(self, clause_type: str, quote: str) -> bool:
        """Whether another document may say what a quote says, in other words."""
        return any(
            is_stated_by(quote, one.wording.passage.text, same_type=one.provision.clause_type == clause_type)
            for one in chain.from_iterable(self._tracked)
        )


class AcrossDocuments:
    """Tells additions and removals by all that a platform says, and amends changes of which a provision moved."""

    def __init__(self, batch: Batch, may_be_said: MayBeSaid) -> None:
        self._batch = batch
        self._may_be_said = may_be_said
        self._catalogue = load_catalogue()
        self._to_amend: dict[int, Change] = {}

    def as_told(self, state: DocumentState, siblings: PlatformStates, version: Version, compared: Compared) -> Compared:
        """The same by all that the platform says: without additions and removals that its other texts leave in doubt.

        What another document states for sure, or lost, moved: that is told whatever the text alone can tell. The rest
        is told only of a version that names a later day: a page that was captured without a part, or that answers
        otherwise elsewhere, names the same day, or as often none.
        """
        others = _Others(siblings.others(state))
        followed: list[Followed] = []
        means_of = dict(compared.meanings)
        doubtful = 0
        for one in compared.step.followed:
            kind = self._kind_as_told(state, others, one, version.recorded_at, compared.dated_later)
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
        return compared.with_more_reasons(_doubt(doubtful, compared.dated_later)) if doubtful else compared

    def _kind_as_told(
        self, state: DocumentState, others: _Others, one: Followed, now: datetime, dated_later: bool
    ) -> ChangeKind | None:
        """What happened to a provision, by all that the platform says; None where that is in doubt."""
        came, went = one.before is None, one.after is None
        whole = one.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) or (one.kind is None and (came or went))
        if not whole or one.counterpart is not None:
            return one.kind
        if one.returned:
            return one.kind if dated_later else None
        quote = one.before.quote if one.before else one.after.quote if one.after else ""
        moved = (came and self._came_from(others.states, one.clause_type, quote, now)) or (
            others.stating(one.clause_type, quote)
        )
        if moved and one.may_have_moved:
            return ChangeKind.ADDED if came else ChangeKind.REMOVED
        doubtful = (
            one.kind is None
            or not dated_later
            or others.perhaps_state(one.clause_type, quote)
            or (came and _was_stated(state, one.clause_type, quote, now))
            or self._may_be_said(state, _texts_of(others.states, waiting=went), one.clause_type, quote)
        )
        return None if doubtful else one.kind

    def moved_away(self, state: DocumentState, siblings: PlatformStates, item: ChangeItem) -> None:
        """A removed provision that another document of the platform states did not go: it is said there."""
        quote = item.before.passage.text if item.before else ""
        there = _Others(siblings.others(state)).stating(item.provision.clause_type, quote)
        if there is not None:
            self._link(state, state.gone[item.provision.id], there)

    def moved_here(self, state: DocumentState, siblings: PlatformStates, item: ChangeItem) -> None:
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
        there = _Others(siblings.others(state)).stating(clause_type, quote)
        if there is not None:
            self._not_added(item, there, f"Stands in the {there.document.terms_type}, too")

    def _came_from(
        self, others: Iterable[DocumentState], clause_type: str, quote: str, now: datetime
    ) -> tuple[DocumentState, Gone] | None:
        """The document of the platform that lately lost a passage, told or not, and what went from it."""
        for other in others:
            for gone in other.lately_gone(now):
                if gone.provision.state not in TAKEN_BACK and self._is_same(
                    clause_type, quote, gone.provision, gone.wording
                ):
                    return other, gone
        return None

    def _not_added(self, item: ChangeItem, counterpart: Provision, how: str) -> None:
        """Correct an addition: the platform said it before, in another document."""
        item.kind, item.counterpart = ItemKind.MOVED, counterpart
        item.summary = f"{how}: {self._title(item.provision)}."
        item.direction = Direction.UNJUDGED.value
        self._to_amend[item.change.id] = item.change

    def _is_same(self, clause_type: str, quote: str, other: Provision, wording: Wording) -> bool:
        return clause_type == other.clause_type and is_same_provision(
            quote, wording.passage.text, _MOVED_BETWEEN_DOCUMENTS
        )

    def _link(self, state: DocumentState, gone: Gone, successor: Provision) -> None:
        """Correct a removal, or what could not be told: the provision goes on in another document."""
        del state.gone[gone.provision.id]
        gone.provision.state, gone.provision.successor = ProvisionState.MOVED, successor
        self._batch.change(gone.provision, "state", "successor")
        if gone.item is None:
            return
        gone.item.kind, gone.item.counterpart = ItemKind.MOVED, successor
        # What the other document said before did not move there.
        how = "Still stated in" if successor.first_version.recorded_at < gone.removed_at else "Moved to"
        gone.item.summary = f"{how} the {successor.document.terms_type}: {self._title(successor)}."
        gone.item.direction = Direction.UNJUDGED.value
        self._batch.change(gone.item, "kind", "counterpart", "summary", "direction")
        self._to_amend[gone.item.change.id] = gone.item.change

    def amend(self) -> None:
        """Write the summaries of the changes anew of which an item turned out to be a move."""
        for change in self._to_amend.values():
            self._amend(change)
        self._to_amend.clear()

    def _amend(self, change: Change) -> None:
        """Write a change's summary anew, after one of its items turned out to be a move between documents."""
        touched = [_told(item) for item in self._batch.change_items(change)]
        verdict = Verdict(change.verdict)
        change.summary = summarise(self._catalogue, verdict, touched, change.reasons, change.above_all)
        by_sentences = [Favouring(Direction(one["direction"]), one["before"], one["after"]) for one in change.favouring]
        change.explanation = explain(self._catalogue, verdict, touched, by_sentences, change.reasons)
        change.severity, change.touches = gravest_severity(touched).value, gravest_touched(touched).value
        change.direction = direction_of(touched, by_sentences, change.reasons).value
        self._batch.change(change, "summary", "explanation", "severity", "touches", "direction")

    def _title(self, provision: Provision) -> str:
        return self._catalogue[provision.clause_type].title


def _told(item: ChangeItem) -> Told:
    """What a summary needs to know of an item that is on record."""
    before, after = item.before, item.after
    told = Told(
        ChangeKind(item.kind),
        item.provision.clause_type,
        Severity(before.severity) if before else None,
        Severity(after.severity) if after else None,
        Direction(item.direction),
        tuple(item.phrases),
        item.to_the_letter,
        item.elsewhere,
        item.unsure,
        any(shift["kind"] != "applies-to" for shift in item.shifts),
        graded=item.edit_graded,
        across=item.counterpart is not None and item.counterpart.document_id != item.provision.document_id,
    )
    if before is None or after is None:
        return told
    passage = before.passage.text, after.passage.text
    return replace(told, moved_words=moved_words(*passage), passage=passage)


def _doubt(doubtful: int, dated_later: bool) -> str:
    """What is said of so many provisions that came or went, of which a version, or other texts, leave it in doubt."""
    whose = f"Of {count(doubtful, 'provision')} whose words came or went the "
    if not dated_later:
        return (
            f"{whose}program can't tell whether they were added or removed: no later day was read in the text than in "
            "the version before, so it may be an older or another edition."
        )
    return (
        f"{whose}program can't tell whether another document of the platform says the like, or an earlier version did."
    )


def _texts_of(others: Iterable[DocumentState], *, waiting: bool) -> Iterator[tuple[Text, str]]:
    """The texts of some documents, each with its language.

    What one of them says in a version that waits to be confirmed is not gone from the platform; said before it was not.
    """
    return ((text, other.document.language) for other in others for text in other.texts(waiting=waiting))


def _tracked_in(other: DocumentState) -> list[Tracked]:
    """The provisions that stand in a document, those left out that a person took back."""
    standing = (other.tracked[identity] for identity in sorted(other.tracked))
    return [one for one in standing if one.provision.state not in TAKEN_BACK]


def _was_stated(state: DocumentState, clause_type: str, quote: str, now: datetime) -> bool:
    """Whether an earlier version of a document stated a passage that went lately, or without its being told."""
    return any(
        (gone.item is None or now - gone.removed_at <= GRACE)
        and is_stated_by(quote, gone.wording.passage.text, same_type=gone.provision.clause_type == clause_type)
        for gone in state.gone.values()
    )

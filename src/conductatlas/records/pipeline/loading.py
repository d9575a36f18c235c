"""The states of a platform's documents, rebuilt from their records when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from conductatlas.changes import Verdict
from conductatlas.records.models import (
    TAKEN_BACK,
    Change,
    ChangeItem,
    Document,
    ItemKind,
    Platform,
    Provision,
    ProvisionState,
    Retraction,
    Version,
    Wording,
)
from conductatlas.records.pipeline.state import DocumentState, Gone, Tracked


class PlatformStates:
    """The states of a platform's documents in one collection, by their ids; each is loaded when it is asked for.

    That takes half a dozen queries, and most versions concern no document but their own.
    """

    def __init__(self, platform: Platform | None, collection_id: int) -> None:
        """`platform` is None where it has no records yet."""
        documents = () if platform is None else Document.objects.filter(platform=platform, collection_id=collection_id)
        rows = sorted(documents, key=lambda document: document.id)
        self._states: dict[int, DocumentState | Document] = {row.id: row for row in rows}

    def of_path(self, path: str) -> list[DocumentState]:
        """The states of the documents that a page was by turns, the first one first."""
        return [self.known(number) for number, one in list(self._states.items()) if _document_of(one).path == path]

    def known(self, number: int) -> DocumentState:
        """The state of a document that has a record; raises KeyError where it has none."""
        state = self._states[number]
        if isinstance(state, Document):
            state = self._states[number] = load_state(state)
        return state

    def open(self, document: Document) -> DocumentState:
        """The state of a document that is new."""
        state = self._states[document.id] = DocumentState(document)
        return state

    def others(self, than: DocumentState) -> Iterator[DocumentState]:
        """The states of all documents but one, in the order of their ids."""
        for number in list(self._states):
            if number != than.document.id:
                yield self.known(number)

    def loaded(self) -> Iterator[DocumentState]:
        """The states that are in memory."""
        return (state for state in self._states.values() if isinstance(state, DocumentState))


def _document_of(state: DocumentState | Document) -> Document:
    return state if isinstance(state, Document) else state.document


def load_state(document: Document) -> DocumentState:
    """Rebuild the state of a document from its records.

    Provisions that a person took back are followed like all others, so that their words make no new record.
    Texts are left out: they are read when the document's next version comes.
    """
    state = DocumentState(document)
    _load_versions(state)
    followed = Wording.objects.filter(provision__document=document, last_version=None)
    for wording in followed.select_related("provision", "passage"):
        state.tracked[wording.provision_id] = Tracked(wording.provision, wording)
    _load_astray(state)
    _load_gone(state)
    _load_gone_and_taken_back(state)
    return state


def _load_versions(state: DocumentState) -> None:
    """The last good version, those that are held, and how the document looked in all the good ones.

    There may be hundreds of these, so that no rows are made of them.
    """
    versions, good, held = Version.objects.filter(document=state.document), 0, list[int]()
    columns = versions.order_by("ordinal").values_list(
        *("ordinal", "recorded_at", "failed", "held", "text__sha256", "text__appearance")
    )
    for ordinal, at, failed, doubt, sha256, appearance in columns:
        state.versions, state.seen_at = ordinal, at
        if not (failed or doubt):
            good = ordinal
            state.appear(ordinal, at, sha256, appearance)
        elif doubt and not state.document.taken_back:
            held.append(ordinal)
    rows = versions.filter(ordinal__in=[good, *held]).select_related("text").defer("text__compressed")
    in_order = {row.ordinal: row for row in rows.order_by("ordinal")}
    state.good = in_order.pop(good, None)
    state.held = list(in_order.values())


def _load_astray(state: DocumentState) -> None:
    if state.good is None or state.good.ordinal == state.versions:
        return
    failed = Change.objects.filter(
        document=state.document, version__ordinal__gt=state.good.ordinal, verdict=Verdict.FAILED
    )
    for reasons, at in failed.order_by("version__ordinal").values_list("reasons", "recorded_at"):
        state.fail(reasons[0], at)


def _load_gone(state: DocumentState) -> None:
    removals = (
        ChangeItem.objects.filter(
            change__document=state.document, kind=ItemKind.REMOVED, provision__state=ProvisionState.REMOVED
        )
        .select_related("change", "provision", "before__passage")
        .order_by("change_id", "position")
    )
    for item in removals:
        if item.before is not None:
            state.gone[item.provision_id] = Gone(item.provision, item.before, item, item.change.recorded_at)


def _load_gone_and_taken_back(state: DocumentState) -> None:
    """The provisions of which no item tells that they went: those taken back, and those that are no longer found.

    A person withdrew or merged the former; not those that were dismissed: that decision is about words, and ends with
    them.
    """
    ended = Provision.objects.filter(document=state.document, successor=None, last_version__isnull=False)
    ended = ended.exclude(id__in=state.tracked).exclude(id__in=state.gone).select_related("last_version")
    taken_back = {one.permanent_id: one for one in ended.filter(state__in=TAKEN_BACK)}
    retracted = Retraction.objects.filter(record__in=taken_back).values_list("record", flat=True)
    lost = ended.filter(state=ProvisionState.UNCLEAR)
    for provision in (*(taken_back[record] for record in retracted), *lost):
        wording = provision.wordings.select_related("passage").order_by("-first_version__ordinal").first()
        if wording is None or provision.last_version is None:
            continue
        after = state.document.good_versions().filter(ordinal__gt=provision.last_version.ordinal).last()
        removed_at = (after or provision.last_version).recorded_at
        state.gone[provision.id] = Gone(provision, wording, None, removed_at)

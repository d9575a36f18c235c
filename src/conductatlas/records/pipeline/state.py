"""What the pipeline must know of a document to take its next version: kept in memory, rebuilt from the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby, pairwise

from conductatlas.changes import FAILURE_STANDS_FOR, STANDS_FOR, Dormant, JudgedText, Standing, Verdict, other_language
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

# A provision that comes back within this time after it was removed is the same one, not a new one.
GRACE = timedelta(days=90)

_NEVER = datetime.min.replace(tzinfo=UTC)

# How many good versions are looked through for one with the same text.
_VERSIONS_REMEMBERED = 20


@dataclass
class Tracked:
    """A provision that stands, with the wording in which it stands now."""

    provision: Provision
    wording: Wording

    @property
    def standing(self) -> Standing:
        """The provision as the changes room sees it."""
        return Standing(
            self.provision.id,
            self.provision.clause_type,
            self.wording.passage.text,
            self.wording.severity,
            self.wording.stance,
        )


@dataclass
class Gone:
    """A provision that was removed: its last wording, and the item of the change that removed it.

    Of one that a person had taken back no item tells.
    """

    provision: Provision
    wording: Wording
    item: ChangeItem | None
    removed_at: datetime

    @property
    def dormant(self) -> Dormant:
        """The provision as the changes room sees it."""
        return Dormant(self.provision.id, self.provision.clause_type, self.wording.passage.text)


@dataclass
class DocumentState:
    """Where a document stands: how many versions it has, its last good one, one that is held, and its provisions."""

    document: Document
    versions: int = 0
    good: Version | None = None
    held: Version | None = None
    judged: JudgedText | None = None
    tracked: dict[int, Tracked] = field(default_factory=dict)
    gone: dict[int, Gone] = field(default_factory=dict)
    lately: list[Version] = field(default_factory=list)
    seen_at: datetime = _NEVER
    astray: dict[str, datetime] = field(default_factory=dict)

    def stand_at(self, version: Version) -> None:
        """Take a good version as the one that stands, and remember it for a while."""
        self.good = version
        self.astray = {}
        self.lately = [*self.lately[1 - _VERSIONS_REMEMBERED :], version]

    def fail(self, reason: str, at: datetime) -> None:
        """Remember since when, after the last good version, the page came in another language."""
        language = other_language(reason)
        if language:
            self.astray.setdefault(language, at)

    def stays_in(self, language: str, until: datetime) -> bool:
        """Whether the page has come in another language for so long that this is no accident."""
        return language in self.astray and until - self.astray[language] >= FAILURE_STANDS_FOR

    def same_text_before(self, version: Version) -> Version | None:
        """An earlier good version with the very text of this one, which stood within the time of grace before it."""
        for other, successor in reversed(list(pairwise(self.lately))):
            same = other.text.sha256 == version.text.sha256
            if same and version.recorded_at - successor.recorded_at <= GRACE:
                return other
        return None

    def excursions(self, now: datetime) -> tuple[Version, ...]:
        """The good versions of late, the latest first, that gave way before a doubt of them would have been over.

        How long the first version of all had stood when it was recorded, nobody knows.
        """
        runs = [list(run) for _, run in groupby(self.lately, key=lambda one: one.text.sha256)]
        ended = [(run[0], following[0].recorded_at) for run, following in pairwise(runs)]
        stood = {
            first.text.sha256
            for first, end in ended
            if first.ordinal == 1 or end - first.recorded_at >= STANDS_FOR or now - end > GRACE
        }
        return tuple(first for first, _ in reversed(ended) if first.text.sha256 not in stood)

    def standing(self) -> tuple[Standing, ...]:
        """The provisions that stand, in the order of their ids."""
        return tuple(self.tracked[identity].standing for identity in sorted(self.tracked))

    def provisions(self) -> tuple[Provision, ...]:
        """The provisions that stand, and those that are gone and may come back."""
        return (*(one.provision for one in self.tracked.values()), *(one.provision for one in self.gone.values()))

    def taken_back(self) -> frozenset[int]:
        """The ids of those of its provisions that a person withdrew or merged; changes are silent about them."""
        return frozenset(one.id for one in self.provisions() if one.state in TAKEN_BACK)

    def lately_gone(self, now: datetime) -> tuple[Gone, ...]:
        """The provisions that were removed within the time of grace before `now`, in the order of their ids."""
        return tuple(
            self.gone[identity] for identity in sorted(self.gone) if now - self.gone[identity].removed_at <= GRACE
        )


class PlatformStates:
    """The states of a platform's documents in one collection, by their ids; each is loaded when it is asked for.

    That takes half a dozen queries, and most versions concern no document but their own.
    """

    def __init__(self, platform: Platform | None, collection_id: int) -> None:
        """`platform` is None where it has no records yet."""
        documents = () if platform is None else Document.objects.filter(platform=platform, collection_id=collection_id)
        self._states: dict[int, DocumentState | Document] = {
            one.id: one for one in sorted(documents, key=lambda document: document.id)
        }

    def __getitem__(self, identity: int) -> DocumentState:
        state = self._states[identity]
        if isinstance(state, Document):
            state = self._states[identity] = load_state(state)
        return state

    def of_page(self, path: str) -> list[DocumentState]:
        """The states of the documents of a page, in the order of their ids; of a new one there are none."""
        return [self[identity] for identity, state in list(self._states.items()) if _document(state).path == path]

    def open(self, document: Document) -> DocumentState:
        """The state of a document that is new."""
        state = self._states[document.id] = DocumentState(document)
        return state

    def others(self, than: DocumentState) -> Iterator[DocumentState]:
        """The states of all documents but one, in the order of their ids."""
        return (self[identity] for identity in list(self._states) if identity != than.document.id)

    def loaded(self) -> Iterator[DocumentState]:
        """The states that are in memory."""
        return (state for state in self._states.values() if isinstance(state, DocumentState))


def _document(state: DocumentState | Document) -> Document:
    return state.document if isinstance(state, DocumentState) else state


def load_state(document: Document) -> DocumentState:
    """Rebuild the state of a document from its records.

    Provisions that a person took back are followed like all others, so that their words make no new record.
    The judged text is left out: it is made when the document's next version comes.
    """
    latest = Version.objects.filter(document=document).order_by("-ordinal").first()
    state = DocumentState(document)
    if latest is not None:
        state.versions, state.seen_at = latest.ordinal, latest.recorded_at
    state.held = Version.waiting().filter(document=document).select_related("text").first()
    good = document.good_versions().select_related("text").defer("text__compressed")
    for version in reversed(good[:_VERSIONS_REMEMBERED]):
        state.stand_at(version)
    followed = Wording.objects.filter(provision__document=document, last_version=None)
    for wording in followed.select_related("provision", "passage"):
        state.tracked[wording.provision_id] = Tracked(wording.provision, wording)
    _load_astray(state)
    _load_gone(state)
    _load_gone_and_taken_back(state)
    return state


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
    """The provisions that a person withdrew or merged, and that the document no longer states.

    Not those that were dismissed: that decision is about words, and ends with them.
    """
    ended = Provision.objects.filter(document=state.document, state__in=TAKEN_BACK, successor=None)
    ids = {one.permanent_id: one for one in ended.exclude(id__in=state.tracked).select_related("last_version")}
    for record in Retraction.objects.filter(record__in=ids).values_list("record", flat=True):
        provision = ids[record]
        wording = provision.wordings.select_related("passage").order_by("-first_version__ordinal").first()
        if wording is None or provision.last_version is None:
            continue
        after = state.document.good_versions().filter(ordinal__gt=provision.last_version.ordinal).last()
        removed_at = (after or provision.last_version).recorded_at
        state.gone[provision.id] = Gone(provision, wording, None, removed_at)

"""What the pipeline must know of a document to take its next version: kept in memory, rebuilt from the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby, pairwise

from conductatlas.changes import STANDS_FOR, Dormant, JudgedText, Standing
from conductatlas.records.models import (
    ChangeItem,
    Document,
    ItemKind,
    Platform,
    Provision,
    ProvisionState,
    Version,
    Wording,
)

# A provision that comes back within this time after it was removed is the same one, not a new one.
GRACE = timedelta(days=90)

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
    """A provision that was removed: its last wording, and the item of the change that removed it."""

    provision: Provision
    wording: Wording
    item: ChangeItem
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

    def stand_at(self, version: Version) -> None:
        """Take a good version as the one that stands, and remember it for a while."""
        self.good = version
        self.lately = [*self.lately[1 - _VERSIONS_REMEMBERED :], version]

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

    def lately_gone(self, now: datetime) -> tuple[Gone, ...]:
        """The provisions that were removed within the time of grace before `now`, in the order of their ids."""
        return tuple(
            self.gone[identity] for identity in sorted(self.gone) if now - self.gone[identity].removed_at <= GRACE
        )


def load_states(platform: Platform, collection_id: int) -> dict[str, DocumentState]:
    """Rebuild the states of all documents of a platform in one collection, by their paths.

    The judged texts are left out: they are made when a document's next version comes.
    """
    states: dict[str, DocumentState] = {}
    for document in Document.objects.filter(platform=platform, collection_id=collection_id).order_by("id"):
        latest = Version.objects.filter(document=document).order_by("-ordinal").first()
        state = DocumentState(document, latest.ordinal if latest else 0)
        state.held = Version.waiting().filter(document=document).select_related("text").first()
        good = document.good_versions().select_related("text").defer("text__compressed")
        for version in reversed(good[:_VERSIONS_REMEMBERED]):
            state.stand_at(version)
        standing = Wording.standing().filter(provision__document=document)
        for wording in standing.select_related("provision", "passage"):
            state.tracked[wording.provision_id] = Tracked(wording.provision, wording)
        _load_gone(state)
        states[document.path] = state
    return states


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

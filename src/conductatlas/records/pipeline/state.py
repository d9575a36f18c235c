"""What the pipeline must know of a document to take its next version: kept in memory, rebuilt from the records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby, pairwise

from conductatlas.changes import STANDS_FOR, Dormant, JudgedText, Standing
from conductatlas.records.models import (
    TAKEN_BACK,
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
    """A provision that went: its last wording, and the item of the change that removed it.

    Of one that a person had taken back no item tells, nor of one that can merely no longer be found.
    """

    provision: Provision
    wording: Wording
    item: ChangeItem | None
    removed_at: datetime

    @property
    def dormant(self) -> Dormant:
        """The provision as the changes room sees it."""
        told = self.item is not None or self.provision.state in TAKEN_BACK
        return Dormant(self.provision.id, self.provision.clause_type, self.wording.passage.text, told)


@dataclass
class DocumentState:
    """Where a document stands: how many versions it has, its last good one, and its provisions.

    `held` are the versions since then that wait to be confirmed, all for the doubt of the first one.
    """

    document: Document
    versions: int = 0
    good: Version | None = None
    held: list[Version] = field(default_factory=list)
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


def load_states(platform: Platform, collection_id: int) -> dict[str, DocumentState]:
    """Rebuild the states of all documents of a platform in one collection, by their paths.

    Provisions that a person took back are followed like all others, so that their words make no new record.
    The judged texts are left out: they are made when a document's next version comes.
    """
    states: dict[str, DocumentState] = {}
    for document in Document.objects.filter(platform=platform, collection_id=collection_id).order_by("id"):
        latest = Version.objects.filter(document=document).order_by("-ordinal").first()
        state = DocumentState(document, latest.ordinal if latest else 0)
        state.held = list(Version.waiting().filter(document=document).select_related("text").order_by("ordinal"))
        good = document.good_versions().select_related("text").defer("text__compressed")
        for version in reversed(good[:_VERSIONS_REMEMBERED]):
            state.stand_at(version)
        followed = Wording.objects.filter(provision__document=document, last_version=None)
        for wording in followed.select_related("provision", "passage"):
            state.tracked[wording.provision_id] = Tracked(wording.provision, wording)
        _load_gone(state)
        _load_gone_and_taken_back(state)
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


def _load_gone_and_taken_back(state: DocumentState) -> None:
    """The provisions of which no item tells that they went: those taken back, and those that are no longer found.

    A person withdrew or merged the former; not those that were dismissed: that decision is about words, and ends with
    them.
    """
    ended = Provision.objects.filter(document=state.document, successor=None, last_version__isnull=False)
    ended = ended.exclude(id__in=state.tracked).exclude(id__in=state.gone).select_related("last_version")
    taken_back = {one.permanent_id: one for one in ended.filter(state__in=TAKEN_BACK)}
    retracted = Retraction.objects.filter(record__in=taken_back).values_list("record", flat=True)
    lost = ended.filter(state=ProvisionState.REMOVED)
    for provision in (*(taken_back[record] for record in retracted), *lost):
        wording = provision.wordings.select_related("passage").order_by("-first_version__ordinal").first()
        if wording is None or provision.last_version is None:
            continue
        after = state.document.good_versions().filter(ordinal__gt=provision.last_version.ordinal).last()
        removed_at = (after or provision.last_version).recorded_at
        state.gone[provision.id] = Gone(provision, wording, None, removed_at)

"""The stored records. Text-processing rooms never see these classes."""

from conductatlas.records.models.changes import (
    Change,
    ChangeItem,
    Direction,
    ItemKind,
    UnsettledClause,
    Verdict,
    taken_out,
)
from conductatlas.records.models.corrections import (
    LONGEST_REPORT,
    CorrectionRequest,
    DailySalt,
    Problem,
    RequestState,
    SenderCount,
)
from conductatlas.records.models.decisions import Decision, DecisionKind
from conductatlas.records.models.documents import Collection, Document, Platform, StoredText, Version
from conductatlas.records.models.errata import DisputeNote, ErrataAreKeptError, Erratum, ErratumKind, Retraction
from conductatlas.records.models.identifiers import IdCounter, Kind, parse_permanent_id, permanent_id
from conductatlas.records.models.judgements import StoredJudgement
from conductatlas.records.models.news import News
from conductatlas.records.models.provisions import TAKEN_BACK, Passage, Provision, ProvisionState, Wording
from conductatlas.records.models.tracking import (
    Capture,
    CopyState,
    HostState,
    Outcome,
    SecondCopy,
    SnapshotCheck,
    TrackedDocument,
)
from conductatlas.records.models.writings import Section, Writing

__all__ = [
    "LONGEST_REPORT",
    "TAKEN_BACK",
    "Capture",
    "Change",
    "ChangeItem",
    "Collection",
    "CopyState",
    "CorrectionRequest",
    "DailySalt",
    "Decision",
    "DecisionKind",
    "Direction",
    "DisputeNote",
    "Document",
    "ErrataAreKeptError",
    "Erratum",
    "ErratumKind",
    "HostState",
    "IdCounter",
    "ItemKind",
    "Kind",
    "News",
    "Outcome",
    "Passage",
    "Platform",
    "Problem",
    "Provision",
    "ProvisionState",
    "RequestState",
    "Retraction",
    "SecondCopy",
    "Section",
    "SenderCount",
    "SnapshotCheck",
    "StoredJudgement",
    "StoredText",
    "TrackedDocument",
    "UnsettledClause",
    "Verdict",
    "Version",
    "Wording",
    "Writing",
    "parse_permanent_id",
    "permanent_id",
    "taken_out",
]

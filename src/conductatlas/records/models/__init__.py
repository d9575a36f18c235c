"""The stored records. Text-processing rooms never see these classes."""

from conductatlas.records.models.changes import Change, ChangeItem, Direction, ItemKind, Verdict
from conductatlas.records.models.decisions import Decision, DecisionKind
from conductatlas.records.models.documents import Collection, Document, Platform, StoredText, Version
from conductatlas.records.models.identifiers import IdCounter, Kind
from conductatlas.records.models.judgements import StoredJudgement
from conductatlas.records.models.provisions import Passage, Provision, ProvisionState, Wording
from conductatlas.records.models.writings import Section, Writing

__all__ = [
    "Change",
    "ChangeItem",
    "Collection",
    "Decision",
    "DecisionKind",
    "Direction",
    "Document",
    "IdCounter",
    "ItemKind",
    "Kind",
    "Passage",
    "Platform",
    "Provision",
    "ProvisionState",
    "Section",
    "StoredJudgement",
    "StoredText",
    "Verdict",
    "Version",
    "Wording",
    "Writing",
]

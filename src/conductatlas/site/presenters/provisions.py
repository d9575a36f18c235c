"""The record of a provision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from conductatlas.assessment import Institutional
from conductatlas.catalogue import load_catalogue
from conductatlas.changes import Segment, redline
from conductatlas.reading import visible_text, visible_words
from conductatlas.records.models import ItemKind, Kind, Provision, Version, Wording
from conductatlas.records.review import LIKELY, SURE
from conductatlas.site.presenters.analysis import Analysis, analyse_provision
from conductatlas.site.presenters.citation import Citation, cite_provision
from conductatlas.site.presenters.clause_facts import clause_facts, stored_facts
from conductatlas.site.presenters.institutional import institutional_for
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    DocumentLink,
    ProvisionLink,
    VersionLink,
    document_link,
    provision_link,
    reading_note,
    record_path,
)
from conductatlas.site.presenters.other_platforms import OtherPlatforms, present_other_platforms
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import Prevalence, other_risks, prevalence_of
from conductatlas.site.presenters.provenance import Provenance, provenance
from conductatlas.site.presenters.provision_life import Life, draw_life, event_kind, items_of
from conductatlas.site.presenters.record_notes import RecordNotes, notes_on
from conductatlas.site.presenters.review import DecisionLine, decision_line
from conductatlas.site.presenters.unsettled import TakenOut, taken_out
from conductatlas.site.presenters.versions import last_version_of, version_link
from conductatlas.site.rendering.blocks import RenderedBlock, render_passage

_WORDINGS_PER_PAGE = 5
_EVENTS_SHOWN = 25
_RISKS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ClauseTypeFacts:
    """What the catalogue says of the clause type: its meaning, its usual grade, and what moves a clause from it."""

    means: str
    usual_severity: str
    usual_stance: str
    raised_when: str
    lowered_when: str


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why the clause is graded otherwise than usual, with the words that this rests on."""

    explanation: str
    quote: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """A value that the clause states, with the words that state it."""

    kind: str
    value: str
    unit: str
    quote: str


@dataclass(frozen=True, slots=True)
class WordingLine:
    """The clause's words over a run of versions; `redline` is against the wording before, absent for the first."""

    first_version: VersionLink
    last_version: VersionLink | None
    severity: str
    stance: str
    places: int
    quote: str
    redline: tuple[Segment, ...] | None


@dataclass(frozen=True, slots=True)
class Event:
    """What a change did to the provision: `kind`, and `told` in words."""

    kind: str
    told: str
    at: datetime
    summary: str
    change: str
    change_path: str
    severity_before: str | None
    severity_after: str | None


@dataclass(frozen=True)
class ProvisionPage:
    """All that the record of a provision says. `last_version` is the latest version that states it.

    `taken_out`: its words were taken out, and it is unclear whether the document still says it.

    `doubt` says that the finding is unsure and nobody has decided about it, `reading_note` that the document was judged
    through a glossary; each is empty where it is not so.
    """

    provision: ProvisionLink
    document: DocumentLink
    clause_type: ClauseTypeFacts | None
    severity: str
    stance: str
    state: str
    taken_out: TakenOut | None
    successor: ProvisionLink | None
    predecessors: tuple[ProvisionLink, ...]
    doubt: str
    language: str
    reading_note: str
    analysis: Analysis
    institutional: Institutional | None
    quote: str
    places: int
    confidence: float
    method: str
    reasons: tuple[ReasonLine, ...]
    decision: DecisionLine | None
    facts: tuple[FactLine, ...]
    events: tuple[Event, ...]
    event_count: int
    first_version: VersionLink
    last_version: VersionLink
    paging: Paging
    wordings: tuple[WordingLine, ...]
    prevalence: Prevalence
    other_platforms: OtherPlatforms
    other_risks: tuple[ProvisionLink, ...]
    provenance: Provenance
    text_path: str
    citation: Citation
    notes: RecordNotes
    clause: tuple[RenderedBlock, ...] = field(metadata=PAGE_ONLY)
    life: Life | None = field(metadata=PAGE_ONLY)


def present_provision(provision: Provision, page: int, now: datetime, region: str = "") -> ProvisionPage:
    """Gather the record of a provision; its document, platform, collection and first version must be loaded.

    `page` is of its wordings, the latest first; `now` is the day that the citation says it was accessed; `region` is
    that of the laws shown, empty for all.
    """
    document = provision.document
    wordings = list(
        provision.wordings.select_related("passage", "first_version", "last_version").order_by(
            "first_version__ordinal", "id"
        )
    )
    current = wordings[-1]
    last = last_version_of(current, document)
    events, event_count = _events(provision)
    places = paging(page, len(wordings), _WORDINGS_PER_PAGE)
    link = provision_link(provision)
    common = prevalence_of(provision.clause_type)
    decision = _decision(provision, current)
    confidence = 1.0 if decision else current.confidence
    analysis = analyse_provision(provision, current, document.platform.name, confidence=confidence)
    return ProvisionPage(
        provision=link,
        document=document_link(document),
        clause_type=_clause_type(provision.clause_type),
        severity=provision.severity,
        stance=provision.stance,
        state=provision.state,
        taken_out=taken_out(provision),
        successor=provision_link(provision.successor) if provision.successor else None,
        predecessors=tuple(provision_link(other) for other in provision.predecessors.order_by("id")),
        doubt=_doubt(confidence),
        language=document.language,
        reading_note=reading_note(document.language),
        analysis=analysis,
        institutional=institutional_for(provision, current.passage.text, analysis, now.date(), region),
        quote=current.passage.text,
        places=current.places,
        confidence=round(current.confidence, 3),
        method=current.method,
        reasons=tuple(_reason(current.passage.text, reason) for reason in current.reasons),
        decision=decision,
        facts=_facts(provision, current),
        events=events,
        event_count=event_count,
        first_version=version_link(provision.first_version),
        last_version=version_link(last),
        paging=places,
        wordings=_wordings(wordings, places),
        prevalence=common,
        other_platforms=present_other_platforms(provision, current, common),
        other_risks=other_risks(provision, _RISKS_SHOWN),
        provenance=provenance(document, last),
        text_path=_text_path(provision, last),
        citation=cite_provision(provision, last, now),
        notes=notes_on(provision.permanent_id, document),
        clause=render_passage(current.passage.text),
        life=draw_life(provision, link.clause_type.title, last.recorded_at),
    )


def _clause_type(clause_type: str) -> ClauseTypeFacts | None:
    catalogue = load_catalogue()
    if clause_type not in catalogue:
        return None
    known = catalogue[clause_type]
    return ClauseTypeFacts(known.means, known.severity.value, known.stance.value, known.raise_note, known.lower_note)


def _decision(provision: Provision, wording: Wording) -> DecisionLine | None:
    """What a reviewer decided about a wording, if anybody did."""
    latest = provision.decisions.filter(passage=wording.passage, superseded=False).first()
    return decision_line(latest) if latest else None


def _doubt(confidence: float) -> str:
    if confidence >= SURE:
        return ""
    said = f"The program is unsure that this clause says this (confidence {confidence:.3g} of 1), and nobody has"
    if confidence < LIKELY:
        return f"{said} reviewed it yet. It is likelier that it does not, so what such a clause means is not told here."
    return f"{said} reviewed it yet. Read the exact words before you rely on what follows."


def _reason(quote: str, reason: Mapping[str, Any]) -> ReasonLine:
    start, end = _whole_words(quote, reason["start"], reason["end"])
    return ReasonLine(reason["explanation"], visible_text(quote[start:end]))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A slice drawn out to the ends of the words that it begins and ends in; an empty one stays as it is."""
    while start < end and start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _facts(provision: Provision, wording: Wording) -> tuple[FactLine, ...]:
    """The facts of the clause, each once, with the words that state it first."""
    text = wording.passage.text
    facts = clause_facts(provision.clause_type, text, provision.heading, stored_facts(wording.facts))
    once: dict[tuple[str, str, str], FactLine] = {}
    for fact in facts:
        # The name of a channel is no unit.
        unit = "" if fact.unit == "channel" else fact.unit
        line = FactLine(fact.kind.replace("-", " "), fact.value, unit, visible_text(text[fact.start : fact.end]))
        once.setdefault((fact.kind, fact.value, fact.unit), line)
    return tuple(once.values())


def _wordings(wordings: Sequence[Wording], places: Paging) -> tuple[WordingLine, ...]:
    """The wordings of one page, the latest first, each with its redline against the one before it."""
    before: list[Wording | None] = [None, *wordings[:-1]]
    newest_first = list(zip(wordings, before, strict=True))[::-1]
    return tuple(_wording(new, old) for new, old in newest_first[places.offset : places.offset + places.per_page])


def _wording(wording: Wording, before: Wording | None) -> WordingLine:
    segments = None
    if before is not None:
        segments = redline(visible_words(before.passage.text), visible_words(wording.passage.text))
    return WordingLine(
        version_link(wording.first_version),
        version_link(wording.last_version) if wording.last_version else None,
        wording.severity,
        wording.stance,
        wording.places,
        wording.passage.text,
        segments,
    )


def _events(provision: Provision) -> tuple[tuple[Event, ...], int]:
    """What changes did to a provision, the latest first, and how many there are in all."""
    items = items_of(provision).select_related("change", "before", "after")
    shown = list(items.order_by("-change__recorded_at", "-change_id")[: _EVENTS_SHOWN + 1])
    count = len(shown) if len(shown) <= _EVENTS_SHOWN else items.count()
    events = tuple(
        Event(
            (kind := event_kind(item.kind, returned=item.returned)),
            # Words that moved did so in one of several ways, which the summary begins with.
            item.summary.partition(":")[0] if kind == ItemKind.MOVED else kind,
            item.change.recorded_at,
            item.summary,
            item.change.permanent_id,
            record_path(Kind.CHANGE, item.change_id),
            item.before.severity if item.before else None,
            item.after.severity if item.after else None,
        )
        for item in shown[:_EVENTS_SHOWN]
    )
    return events, count


def _text_path(provision: Provision, version: Version) -> str:
    identifier = provision.permanent_id
    base = record_path(Kind.DOCUMENT, provision.document_id)
    return f"{base}/text?version={version.ordinal}&provision={identifier}#{identifier}"

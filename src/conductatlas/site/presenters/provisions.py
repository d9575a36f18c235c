"""The record of a provision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from conductatlas.assessment import Institutional, between_businesses_by, company_named, is_caption
from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import hides_address
from conductatlas.provisions import (
    LIKELY,
    evidence,
    touched,
)
from conductatlas.reading import visible_text
from conductatlas.records.models import Kind, Provision, ProvisionState, Version, Wording
from conductatlas.records.review import SURE
from conductatlas.records.surroundings import beginning_of, surroundings_of, text_of
from conductatlas.site.presenters.absences import absences_of
from conductatlas.site.presenters.analysis import Analysis, analyse_provision, marked_in
from conductatlas.site.presenters.audience import AudienceLine, audience_line
from conductatlas.site.presenters.beginnings import begins_within_a_sentence, call_themselves_summary, named_above
from conductatlas.site.presenters.citation import Citation, cite_provision
from conductatlas.site.presenters.earlier_words import beginning_of_record, stated_by
from conductatlas.site.presenters.edited_words import MAY_LACK_LINKS, was_reworded
from conductatlas.site.presenters.endings import end_told, moved_into, successor_in, successor_stood, taken_out_told
from conductatlas.site.presenters.fact_lines import FactLine, fact_lines
from conductatlas.site.presenters.filed_as import named_otherwise
from conductatlas.site.presenters.institutional import institutional_for
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.kinship import also_recorded_as
from conductatlas.site.presenters.links import (
    DocumentLink,
    ProvisionLink,
    VersionLink,
    document_link,
    provision_link,
    reading_note,
    record_path,
)
from conductatlas.site.presenters.origins import Origin, origin_of
from conductatlas.site.presenters.other_platforms import OtherPlatforms, present_other_platforms
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import Prevalence, beside, prevalence_of
from conductatlas.site.presenters.provenance import Provenance, provenance
from conductatlas.site.presenters.provision_events import Event, events_of
from conductatlas.site.presenters.provision_life import Life, draw_life, reversions
from conductatlas.site.presenters.provision_notes import Note, as_text, filed_otherwise, notes_on_words
from conductatlas.site.presenters.recency import Recency, RecencyNote, note_on_recency, recency_of
from conductatlas.site.presenters.record_notes import RecordNotes, notes_on
from conductatlas.site.presenters.review import DecisionLine, decision_line
from conductatlas.site.presenters.single_sentences import few_stating
from conductatlas.site.presenters.stands_again import Afterwards, afterwards
from conductatlas.site.presenters.unsettled import TakenOut, taken_out
from conductatlas.site.presenters.versions import last_version_of, version_link
from conductatlas.site.presenters.wordings_over_time import (
    ShownWording,
    WordingLine,
    breaks_off,
    busy_days,
    folded,
    perhaps_another_since,
    runs_of,
    wording_lines,
)
from conductatlas.site.presenters.words_alike import HasWords
from conductatlas.site.rendering.blocks import RenderedBlock, render_passage

_WORDINGS_PER_PAGE = 5
_RISKS_SHOWN = 8
# What a clause does not say moves no grade by itself.
_ABSENT = re.compile(r",? or (?:no|without) [^,;]+")
# Where one grade ends and the next begins: 'low when …; medium when …'.
_NEXT_GRADE = re.compile(r"; (?=(?:none|low|medium|high)\b)")


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
class MarkedWords:
    """A slice of the quoted words, in code points."""

    start: int
    end: int


@dataclass(frozen=True)
class ProvisionPage:
    """All that the record of a provision says. `last_version` is the latest version that states it.

    `recency` is that of its document, None where that has no good version.
    `taken_out`: its words were taken out, and it is unclear whether the document still says it; `afterwards` is what
    is known of them since they went. `taken_up_by` is the record of whose passage it became a part within its document.
    `was_reworded`: its words are others than those with which it began, or were so for a time.

    `doubt` says that the finding is unsure and nobody has decided about it, `reading_note` that the document was judged
    through a glossary; each is empty where it is not so. `heading` is the one above the quote in that version,
    `lead_ins` are the lines that its list hangs on, the outermost first, and the list that it speaks of as 'the above';
    `audience` says for whom its document is, where it does.
    `last_event` is the latest that touched words.
    """

    provision: ProvisionLink
    document: DocumentLink
    clause_type: ClauseTypeFacts | None
    severity: str
    stance: str
    state: str
    recency: Recency | None
    recency_note: RecencyNote | None
    taken_out: TakenOut | None
    afterwards: Afterwards | None
    taken_up_by: ProvisionLink | None
    successor: ProvisionLink | None
    # The title of the document in which that is, where it is another one.
    successor_in: str
    # Whether that document had it before this one ceased to, so that nothing moved.
    successor_stood: bool
    # The records that it continues: begun before it, ended about when it begins, and near in words.
    predecessors: tuple[ProvisionLink, ...]
    doubt: str
    language: str
    reading_note: str
    analysis: Analysis
    institutional: Institutional | None
    # Whether laws that protect consumers alone are left out there, as the clause stands between businesses.
    consumer_laws_left_out: bool
    # Which of it, its document and what stands above it is taken to be so, where they are.
    left_out_as: str
    heading: str
    lead_ins: tuple[str, ...]
    audience: AudienceLine | None
    quote: str
    # The sentences by which a program finds the type in a passage that says much besides; none where it is short.
    marked: tuple[MarkedWords, ...]
    # How few of its sentences and items state the type, where most of it is about something else.
    stated_by_few: int | None
    # Whether an address stands in it that the page hides from programs, so that the copy lacks it.
    hides_address: bool
    places: int
    confidence: float
    method: str
    reasons: tuple[ReasonLine, ...]
    decision: DecisionLine | None
    facts: tuple[FactLine, ...]
    last_event: Event | None
    was_reworded: bool
    events: tuple[Event, ...]
    event_count: int
    first_version: VersionLink
    # Since when its words have so little in common with all before that they may be another passage of the type.
    perhaps_another_since: VersionLink | None
    # Since when its words surely state the type, where the first of them may not, or say nothing of the matter.
    sure_since: VersionLink | None
    stated_in_new_words: bool
    # Where the words with which it begins stood in the document before that: under other records, and in the text.
    stood_before: tuple[HasWords, ...]
    words_since: VersionLink | None
    words_in_version_before: str
    # Of which it is unclear what became of them as it begins: it may say the same in other words.
    ended_as_it_begins: tuple[ProvisionLink, ...]
    begins_with_new_words: bool
    last_version: VersionLink
    paging: Paging
    wordings: tuple[WordingLine, ...]
    prevalence: Prevalence
    other_platforms: OtherPlatforms
    # What the very same passage states besides.
    in_same_words: tuple[ProvisionLink, ...]
    # What larger passages state of which it is a part.
    in_larger_passages: tuple[ProvisionLink, ...]
    of_type: tuple[ProvisionLink, ...]
    more_of_type: int
    on_subject: tuple[ProvisionLink, ...]
    other_risks: tuple[ProvisionLink, ...]
    provenance: Provenance
    # Other documents that had the very text of that version.
    also_recorded_as: tuple[DocumentLink, ...]
    text_path: str
    citation: Citation
    notes: RecordNotes
    clause: tuple[RenderedBlock, ...] = field(metadata=PAGE_ONLY)
    # Whether nothing stands behind its words in that version.
    ends_text: bool = field(metadata=PAGE_ONLY)
    life: Life | None = field(metadata=PAGE_ONLY)
    shown_wordings: tuple[ShownWording, ...] = field(metadata=PAGE_ONLY)
    origin: Origin = field(metadata=PAGE_ONLY)
    # Those on which several of its wordings began or ended, which are told by the hour.
    busy_days: frozenset[str] = field(metadata=PAGE_ONLY)
    # Whether one of its wordings came back, or was found again after an absence.
    has_returned: bool = field(metadata=PAGE_ONLY)

    @property
    def tells_grade(self) -> bool:
        """Whether its grade is told: not where it is likelier no clause of its type, unless somebody decided."""
        return self.decision is not None or self.confidence >= LIKELY

    @property
    def moved_by(self) -> str:
        """What moves clauses of this type from their usual grade, and is not touched by these words; else empty."""
        usual = self.clause_type
        if usual is None or self.reading_note:
            return ""
        rank, usual_rank = Severity(self.severity).rank, Severity(usual.usual_severity).rank
        spoken_of = touched(load_catalogue()[self.provision.clause_type.id], self.quote)
        moves = []
        if usual.raised_when and rank <= usual_rank and not spoken_of.raising:
            moves.append(f"raised to {_each_grade(_ABSENT.sub('', usual.raised_when))}")
        if usual.lowered_when and rank >= usual_rank and self.stance == usual.usual_stance and not spoken_of.lowering:
            moves.append(f"lowered to {_each_grade(usual.lowered_when)}")
        return f"A clause of this type is {', and '.join(moves)}." if moves else ""

    @property
    def ended(self) -> str:
        """What became of it, in a few words, where it no longer stands."""
        if self.afterwards and self.afterwards.again:
            return "words gone, and found again later"
        if self.state == ProvisionState.UNCLEAR:
            return taken_out_told(self.taken_out)
        if self.successor_stood:
            return f"no longer here; the {self.successor_in} stated it, too"
        return "moved" if self.state == ProvisionState.MOVED else "no longer stated"

    @property
    def marks_edits(self) -> bool:
        """Whether any of the wordings shown is compared with the one before it, and differs from that."""
        lines = (one.wording for one in self.shown_wordings)
        return any(one.redline is not None and not one.has_same_words for one in lines)

    @property
    def begins_within(self) -> bool:
        """Whether its words begin within a sentence, of which no line above them is shown."""
        return not self.lead_ins and begins_within_a_sentence(visible_text(self.quote))

    @property
    def goes_back_to(self) -> str:
        """Of what its first sentence speaks as named above, where no line above it is shown: 'rights', 'reasons'."""
        return "" if self.lead_ins else named_above(visible_text(self.quote))

    @property
    def is_summary(self) -> bool:
        """Whether its words call themselves a summary."""
        return call_themselves_summary(visible_text(self.quote))

    @property
    def is_caption(self) -> bool:
        """Whether its words are only a caption, with nothing above them that makes a sentence of it."""
        return is_caption(self.quote, self.lead_ins)

    @property
    def breaks_off(self) -> bool:
        """Whether its words end within a sentence that goes on in the document."""
        latest = next(iter(self.wordings), None)
        of_page = self.paging.page == 1 and latest is not None and latest.broken_off
        return not self.ends_text and (breaks_off(self.quote) or of_page)

    @property
    def other_names(self) -> tuple[DocumentLink, ...]:
        """Where the same text is on record, as far as that has another name than its document."""
        own = (self.document.title, self.document.platform.name)
        return tuple(one for one in self.also_recorded_as if (one.title, one.platform.name) != own)

    @property
    def named_otherwise(self) -> str:
        """What its words call the document, where the collection filed that as another kind; else empty."""
        others = (one.title for one in self.also_recorded_as)
        return named_otherwise(visible_text(self.quote), self.document.title, others)

    @property
    def filed_as(self) -> str:
        """The title of its document."""
        return self.document.title

    @property
    def filed_otherwise(self) -> str:
        """How the collection filed its document, where its own words call that something else; else empty."""
        return as_text(filed_otherwise(self))

    @property
    def notes_on_words(self) -> tuple[Note, ...]:
        """What must be known of the words that it quotes."""
        return notes_on_words(self)

    @property
    def lacks_links(self) -> bool:
        """Whether its words may have gaps where links lost theirs."""
        return self.last_event is not None and self.last_event.told.endswith(MAY_LACK_LINKS)

    @property
    def begins_with_an_event(self) -> bool:
        """Whether the events shown tell when it was first seen."""
        return any(event.begins for event in self.events)


def _each_grade(moved_when: str) -> str:
    """What the catalogue says of when a grade moves, as a sentence goes on with it where there are several."""
    return _NEXT_GRADE.sub(", and to ", moved_when)


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
    reverted = reversions(wordings)
    good = list(document.good_versions().defer("sources").order_by("ordinal"))
    busy = busy_days(wordings, good)
    origin = origin_of(provision, wordings[0], good)
    stated = stated_by(wordings, provision.heading, document.language)
    begins = beginning_of_record(wordings, stated)
    absent = absences_of([*([origin.continued] if origin.continued else []), *wordings], good)
    went, into = taken_out(provision), moved_into(provision, current, absent)
    events, event_count, last_event = events_of(
        provision,
        wordings,
        good,
        reverted,
        busy,
        stated,
        absent,
        end_told(provision, went, into),
        origin.continued,
        goes_on=provision.successor is not None or into is not None,
    )
    runs = runs_of(wordings, absent)
    places = paging(page, len(runs), _WORDINGS_PER_PAGE)
    of_page = runs[::-1][places.offset : places.offset + places.per_page][::-1]
    link = provision_link(provision)
    common = prevalence_of(provision)
    decision = _decision(provision, current)
    reviewed = current if decision else None
    lines = wording_lines(wordings, of_page, good, absent, reverted, stated, origin.continued, reviewed)
    confidence = 1.0 if decision else current.confidence
    company = company_named(beginning_of(last), document.platform.name)
    above = surroundings_of(current.passage.text, last)
    # Beside what says nothing there is nothing to set.
    in_doubt = confidence < SURE or is_caption(current.passage.text, above.lines)
    if in_doubt:
        # That another clause of its type left the text would say that it is of the type.
        origin = replace(origin, ended=())
    others_of_text = also_recorded_as(last)
    also_as = [one.title for one in others_of_text]
    analysis = analyse_provision(provision, current, company, confidence=confidence, above=above, also_as=also_as)
    until = last.recorded_at.date()
    at_law, left_out = institutional_for(provision, current, analysis, above, now.date(), until, region)
    recency = recency_of([document]).get(document.id)
    others = beside(provision, current.passage, _RISKS_SHOWN)
    marked = marked_in(provision, current.passage.text, confidence)
    return ProvisionPage(
        provision=link,
        document=document_link(document),
        clause_type=_clause_type(provision.clause_type),
        severity=provision.severity,
        stance=provision.stance,
        state=provision.state,
        recency=recency,
        recency_note=note_on_recency(document, recency),
        taken_out=went,
        afterwards=afterwards(provision, current, good),
        taken_up_by=into,
        successor=provision_link(provision.successor) if provision.successor else None,
        successor_in=successor_in(provision),
        successor_stood=successor_stood(provision, last),
        predecessors=origin.continues,
        doubt=_doubt(confidence),
        language=document.language,
        reading_note=reading_note(document.language),
        analysis=analysis,
        institutional=at_law,
        consumer_laws_left_out=left_out,
        left_out_as=between_businesses_by(document.terms_type, visible_text(current.passage.text)) if left_out else "",
        heading=above.heading_in(document.platform.name, document.terms_type),
        lead_ins=above.lines,
        audience=audience_line(above.audience, document, last),
        quote=current.passage.text,
        marked=tuple(MarkedWords(*one) for one in marked),
        stated_by_few=few_stating(provision, current.passage.text),
        hides_address=hides_address(visible_text(current.passage.text)),
        places=current.places,
        confidence=round(current.confidence, 3),
        method=current.method,
        reasons=tuple(_reason(current.passage.text, reason) for reason in current.reasons),
        decision=decision,
        # Of what is probably no clause of its type they would be told as the particulars of one.
        facts=fact_lines(provision, current) if confidence >= LIKELY else (),
        last_event=last_event,
        was_reworded=was_reworded(wordings),
        events=events,
        event_count=event_count,
        first_version=version_link(provision.first_version),
        perhaps_another_since=perhaps_another_since(wordings),
        sure_since=begins.sure_since if begins else None,
        stated_in_new_words=begins is not None and begins.came_then,
        stood_before=origin.stood_before,
        words_since=origin.words_since,
        words_in_version_before=origin.how_many,
        ended_as_it_begins=origin.ended,
        begins_with_new_words=origin.is_first,
        last_version=version_link(last),
        paging=places,
        wordings=lines,
        shown_wordings=folded(lines, of_page),
        origin=origin,
        prevalence=common,
        other_platforms=present_other_platforms(provision, current, common, company, in_doubt=in_doubt),
        in_same_words=others.in_same_words,
        in_larger_passages=others.around,
        of_type=others.of_type,
        more_of_type=others.more_of_type,
        on_subject=others.on_subject,
        other_risks=others.risks,
        provenance=provenance(document, last),
        also_recorded_as=others_of_text,
        text_path=_text_path(provision, last),
        citation=cite_provision(provision, last, now, in_doubt=confidence < SURE),
        notes=notes_on(provision.permanent_id, document, company),
        clause=render_passage(current.passage.text, marked),
        ends_text=_ends_text(current.passage.text, last),
        busy_days=busy,
        has_returned=bool(reverted) or any(one.until for one in absent),
        life=draw_life(provision, link.clause_type.title, last.recorded_at, reverted),
    )


def _ends_text(passage: str, version: Version) -> bool:
    """Whether nothing but signs stands behind a passage, where it stands last, in the text of a version."""
    _, found, behind = text_of(version).rpartition(passage)
    return bool(found) and not any(map(str.isalnum, behind))


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
    unsure = f"The program is unsure that this clause does what its title says (confidence {confidence:.3g} of 1)"
    said = f"{unsure}, and nobody has"
    if confidence < LIKELY:
        return f"{said} reviewed it yet. That is not enough to tell here what such a clause means."
    return (
        f"{said} reviewed it yet. Read the exact words before you rely on what follows; what to do, and which laws "
        "speak to such a clause, are told only where the program is surer."
    )


def _reason(passage: str, reason: Mapping[str, Any]) -> ReasonLine:
    return ReasonLine(reason["explanation"], evidence(passage, reason["start"], reason["end"]))


def _text_path(provision: Provision, version: Version) -> str:
    identifier = provision.permanent_id
    base = record_path(Kind.DOCUMENT, provision.document_id)
    return f"{base}/text?version={version.ordinal}&provision={identifier}#{identifier}"

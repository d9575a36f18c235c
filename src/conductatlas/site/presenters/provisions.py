"""The record of a provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from django.db.models import Q

from conductatlas.assessment import Institutional, company_named
from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.changes import Segment, SegmentKind, hides_address, marks_nothing, says_the_same, slightly
from conductatlas.english import short_day
from conductatlas.provisions import qualifier
from conductatlas.reading import visible_text, word_line
from conductatlas.records.models import Change, ChangeItem, ItemKind, Kind, Provision, Version, Wording
from conductatlas.records.review import LIKELY, SURE
from conductatlas.records.surroundings import beginning_of, surroundings_of, text_of
from conductatlas.site.presenters.analysis import Analysis, analyse_provision
from conductatlas.site.presenters.citation import Citation, cite_provision
from conductatlas.site.presenters.clause_facts import NO_CHANNEL, clause_facts, name_of_kind, stored_facts
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
from conductatlas.site.presenters.provision_life import REVERTED, Life, draw_life, event_kind, items_of, reversions
from conductatlas.site.presenters.recency import Recency, RecencyNote, note_on_recency, recency_of
from conductatlas.site.presenters.record_notes import RecordNotes, notes_on
from conductatlas.site.presenters.redlines import (
    differ_in_footnotes_only,
    differ_in_markup_only,
    have_little_in_common,
    moves_blocks,
    redline_of_passages,
    shows_what_only_moved,
    words_of,
)
from conductatlas.site.presenters.review import DecisionLine, decision_line
from conductatlas.site.presenters.stood_before import StoodBefore, stood_before
from conductatlas.site.presenters.unsettled import TakenOut, taken_out
from conductatlas.site.presenters.versions import last_version_of, version_link
from conductatlas.site.rendering.blocks import RenderedBlock, render_passage

_WORDINGS_PER_PAGE = 5
_EVENTS_SHOWN = 25
_RISKS_SHOWN = 8
_RENUMBERED = "footnotes numbered anew"
_MARKED_ANEW = "the same words, marked up otherwise"
_IN_OTHER_WORDS = "other words, or another passage of this type"
# What no change tells of, since none of its words came or went in the text, or none that it states.
_DRAWN_ANEW = "its passage was drawn otherwise"
_TO_THE_LETTER = f"{ItemKind.REWORDED.value} {slightly(to_the_letter=True, elsewhere=False)}"
_CAME_OR_WENT = "some of its words came or went"
_FOUND_AGAIN = "found again"


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
    """A value that the clause states, with the words that state it.

    `holds_for` says who gives a notice, or from when on a time of retention runs, where readers would think otherwise.
    """

    kind: str
    value: str
    unit: str
    quote: str
    holds_for: str


@dataclass(frozen=True, slots=True)
class WordingLine:
    """The clause's words over a run of versions; `redline` is against the wording before, absent for the first.

    It is absent too where the words are again those of an earlier wording, which `returns_to` names by its first
    version, and where both have so `little_in_common` that comparing them tells nothing. `replaced_by` is the next
    good version, until which they stood; None while they stand, or where none followed.
    """

    first_version: VersionLink
    last_version: VersionLink | None
    replaced_by: VersionLink | None
    severity: str
    stance: str
    places: int
    quote: str
    redline: tuple[Segment, ...] | None
    returns_to: VersionLink | None
    little_in_common: bool
    # Whether the redline has words that only moved within the text, and are therefore not marked.
    moved_words: bool

    @property
    def has_same_words(self) -> bool:
        """Whether it has the words of the one before it, marked up otherwise, or with an address hidden or shown."""
        return self.redline is not None and not self.moved_words and marks_nothing(self.redline)


@dataclass(frozen=True, slots=True)
class ShownWording:
    """A wording with those after it that have the same words, and were `marked_anew`, since their first versions."""

    wording: WordingLine
    marked_anew: tuple[VersionLink, ...]
    replaced_by: VersionLink | None
    last_version: VersionLink | None


@dataclass(frozen=True, slots=True)
class Event:
    """What a change did to the provision: `kind`, and `told` in words; the first may be that which it `begins` with."""

    kind: str
    told: str
    at: datetime
    summary: str
    change: str
    change_path: str
    severity_before: str | None
    severity_after: str | None
    begins: bool
    # Where others are of the same day.
    with_hour: bool = field(metadata=PAGE_ONLY)


@dataclass(frozen=True)
class ProvisionPage:
    """All that the record of a provision says. `last_version` is the latest version that states it.

    `recency` is that of its document, None where that has no good version.
    `taken_out`: its words were taken out, and it is unclear whether the document still says it.

    `doubt` says that the finding is unsure and nobody has decided about it, `reading_note` that the document was judged
    through a glossary; each is empty where it is not so. `heading` is the one above the quote in that version,
    `lead_ins` are the lines that its list hangs on, the outermost first, and the list that it speaks of as 'the above'.
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
    successor: ProvisionLink | None
    predecessors: tuple[ProvisionLink, ...]
    doubt: str
    language: str
    reading_note: str
    analysis: Analysis
    institutional: Institutional | None
    heading: str
    lead_ins: tuple[str, ...]
    quote: str
    # Whether an address stands in it that the page hides from programs, so that the copy lacks it.
    hides_address: bool
    places: int
    confidence: float
    method: str
    reasons: tuple[ReasonLine, ...]
    decision: DecisionLine | None
    facts: tuple[FactLine, ...]
    last_event: Event | None
    events: tuple[Event, ...]
    event_count: int
    first_version: VersionLink
    # Where the words with which it begins stood in the document before that, under other records.
    stood_before: tuple[StoodBefore, ...]
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
    shown_wordings: tuple[ShownWording, ...] = field(metadata=PAGE_ONLY)
    # Those on which several of its wordings began or ended, which are told by the hour.
    busy_days: frozenset[str] = field(metadata=PAGE_ONLY)

    @property
    def not_found(self) -> str:
        """What moves clauses of this type from their usual grade and was not found in this one; empty where nothing."""
        usual = self.clause_type
        if usual is None:
            return ""
        rank, usual_rank = Severity(self.severity).rank, Severity(usual.usual_severity).rank
        moves = []
        if usual.raised_when and rank <= usual_rank:
            moves.append(f"raised to {usual.raised_when}")
        if usual.lowered_when and rank >= usual_rank and self.stance == usual.usual_stance:
            moves.append(f"lowered to {usual.lowered_when}")
        none = "neither was found" if len(moves) > 1 else "that was not found"
        return f"Clauses of this type are {', and '.join(moves)}: {none} in this one." if moves else ""

    @property
    def begins_with_an_event(self) -> bool:
        """Whether the events shown tell when it was first seen."""
        return any(event.begins for event in self.events)


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
    busy = _busy_days(wordings, good)
    events, event_count, last_event = _events(provision, wordings, good, reverted, busy)
    places = paging(page, len(wordings), _WORDINGS_PER_PAGE)
    lines = _wordings(wordings, places, good, reverted)
    link = provision_link(provision)
    common = prevalence_of(provision)
    decision = _decision(provision, current)
    confidence = 1.0 if decision else current.confidence
    company = company_named(beginning_of(last), document.platform.name)
    analysis = analyse_provision(provision, current, company, confidence=confidence)
    recency = recency_of([document]).get(document.id)
    above = surroundings_of(current.passage.text, last)
    return ProvisionPage(
        provision=link,
        document=document_link(document),
        clause_type=_clause_type(provision.clause_type),
        severity=provision.severity,
        stance=provision.stance,
        state=provision.state,
        recency=recency,
        recency_note=note_on_recency(document, recency),
        taken_out=taken_out(provision),
        successor=provision_link(provision.successor) if provision.successor else None,
        predecessors=tuple(provision_link(other) for other in provision.predecessors.order_by("id")),
        doubt=_doubt(confidence),
        language=document.language,
        reading_note=reading_note(document.language),
        analysis=analysis,
        institutional=institutional_for(provision, current, analysis, above, now.date(), region),
        heading=above.heading_in(document.platform.name, document.terms_type),
        lead_ins=(*above.lead_ins, *above.referred_to),
        quote=current.passage.text,
        hides_address=hides_address(visible_text(current.passage.text)),
        places=current.places,
        confidence=round(current.confidence, 3),
        method=current.method,
        reasons=tuple(_reason(current.passage.text, reason) for reason in current.reasons),
        decision=decision,
        facts=_facts(provision, current),
        last_event=last_event,
        events=events,
        event_count=event_count,
        first_version=version_link(provision.first_version),
        stood_before=stood_before(provision, wordings[0]),
        last_version=version_link(last),
        paging=places,
        wordings=lines,
        shown_wordings=_folded(lines),
        prevalence=common,
        other_platforms=present_other_platforms(provision, current, common, company),
        other_risks=other_risks(provision, _RISKS_SHOWN),
        provenance=provenance(document, last),
        text_path=_text_path(provision, last),
        citation=cite_provision(provision, last, now),
        notes=notes_on(provision.permanent_id, document),
        clause=render_passage(current.passage.text),
        busy_days=busy,
        life=draw_life(provision, link.clause_type.title, last.recorded_at, reverted),
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
    unsure = f"The program is unsure that this clause does what its title says (confidence {confidence:.3g} of 1)"
    said = f"{unsure}, and nobody has"
    if confidence < LIKELY:
        return f"{said} reviewed it yet. That is not enough to tell here what such a clause means."
    return (
        f"{said} reviewed it yet. Read the exact words before you rely on what follows; what to do, and which laws "
        "speak to such a clause, is told only where the program is surer."
    )


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
    once: dict[tuple[str, ...], FactLine] = {}
    for fact in facts:
        if fact.value == NO_CHANNEL:
            continue
        # The name of a channel is no unit.
        unit = "" if fact.unit == "channel" else fact.unit
        quote = visible_text(text[fact.start : fact.end])
        line = FactLine(name_of_kind(fact.kind), fact.value, unit, quote, qualifier(fact, text))
        once.setdefault((fact.kind, fact.value, fact.unit, line.holds_for), line)
    return tuple(once.values())


def _wordings(
    wordings: Sequence[Wording], places: Paging, good: Sequence[Version], reverted: Mapping[int, Wording]
) -> tuple[WordingLine, ...]:
    """The wordings of one page, the latest first, each with its redline against the one before it.

    `good` are the good versions of the document, the earliest first.
    """
    before: list[Wording | None] = [None, *wordings[:-1]]
    newest_first = list(zip(wordings, before, strict=True))[::-1]
    shown = newest_first[places.offset : places.offset + places.per_page]
    pairs = [(old, new) for new, old in shown if old and new.pk not in reverted]
    unlike = {new.pk for old, new in pairs if have_little_in_common(old.passage.text, new.passage.text)}
    redlines = _redlines([(old, new) for old, new in pairs if new.pk not in unlike])
    return tuple(
        _wording(
            new,
            redlines.get(new.pk),
            _replaced_by(new, good),
            reverted.get(new.pk),
            little_in_common=new.pk in unlike,
            moved_words=bool(
                old
                and new.pk in redlines
                and shows_what_only_moved(old.passage.text, new.passage.text, redlines[new.pk])
            ),
        )
        for new, old in shown
    )


def _folded(lines: Sequence[WordingLine]) -> tuple[ShownWording, ...]:
    """Some wordings, the latest first, without those of the same words and grade as the one before them."""
    shown: list[ShownWording] = []
    anew: list[WordingLine] = []
    for line, before in zip(lines, [*lines[1:], None], strict=True):
        if before and line.has_same_words and (line.severity, line.stance) == (before.severity, before.stance):
            anew.append(line)
            continue
        latest = anew[0] if anew else line
        since = tuple(one.first_version for one in anew)
        shown.append(ShownWording(line, since, latest.replaced_by, latest.last_version))
        anew.clear()
    return tuple(shown)


def _replaced_by(wording: Wording, good: Sequence[Version]) -> VersionLink | None:
    last = wording.last_version
    following = (one for one in good if last is not None and one.ordinal > last.ordinal)
    return next((version_link(one) for one in following), None)


def _busy_days(wordings: Sequence[Wording], good: Sequence[Version]) -> frozenset[str]:
    ends = [following.recorded_at for one in wordings if (following := _replaced_by(one, good))]
    days = Counter(map(_day, {*ends, *(one.first_version.recorded_at for one in wordings)}))
    return frozenset(day for day, times in days.items() if times > 1)


def _redlines(pairs: Sequence[tuple[Wording, Wording]]) -> dict[int, tuple[Segment, ...]]:
    """The redlines between wordings, by the id of the later one; both texts are read where a block may have moved."""
    plain = {new.pk: redline_of_passages(old.passage.text, new.passage.text) for old, new in pairs}
    moving = [(old, new) for old, new in pairs if moves_blocks(plain[new.pk])]
    versions = {one for old, new in moving for one in (old.last_version_id, new.first_version_id)}
    read = Version.objects.select_related("text").in_bulk([one for one in versions if one]) if moving else {}
    texts = {pk: text_of(one) for pk, one in read.items()}
    return plain | {
        new.pk: redline_of_passages(
            old.passage.text,
            new.passage.text,
            (texts.get(old.last_version_id or 0, ""), texts.get(new.first_version_id, "")),
        )
        for old, new in moving
    }


def _wording(
    wording: Wording,
    segments: tuple[Segment, ...] | None,
    replaced_by: VersionLink | None,
    returns_to: Wording | None,
    *,
    little_in_common: bool,
    moved_words: bool,
) -> WordingLine:
    return WordingLine(
        version_link(wording.first_version),
        version_link(wording.last_version) if wording.last_version else None,
        replaced_by,
        wording.severity,
        wording.stance,
        wording.places,
        wording.passage.text,
        segments,
        version_link(returns_to.first_version) if returns_to else None,
        little_in_common,
        moved_words,
    )


def _events(
    provision: Provision,
    wordings: Sequence[Wording],
    good: Sequence[Version],
    reverted: Mapping[int, Wording],
    busy: frozenset[str],
) -> tuple[tuple[Event, ...], int, Event | None]:
    """What happened to a provision, the latest first, how much in all, and the last that touched its words.

    `wordings` are all it had, and `good` the good versions of its document, the earliest first.
    """
    related = ("change", "provision", "before__passage", "after__passage")
    begins = Q(kind=ItemKind.MOVED, before=None, change__version=provision.first_version_id)
    # That a record begins is said by when it was first seen.
    items = items_of(provision).exclude(begins).select_related(*related)
    items = items.order_by("-change__recorded_at", "-change_id")
    shown = list(items[: _EVENTS_SHOWN + 1])
    rows = [(one.kind, one.after_id) for one in shown]
    if len(shown) > _EVENTS_SHOWN:
        rows = list(items.values_list("kind", "after"))
    touched = (_event(one, reverted, busy) for one in items.exclude(kind=ItemKind.MOVED)[:_EVENTS_SHOWN])
    last = next((one for one in touched if one.told not in (_RENUMBERED, _MARKED_ANEW)), None)
    drawn = _untold({after for kind, after in rows if kind != ItemKind.MOVED}, wordings, good)
    days = Counter(map(_day, [*(one.change.recorded_at for one in shown), *(one.at for one in drawn)]))
    events = [_event(one, reverted, busy, with_hour=days[_day(one.change.recorded_at)] > 1) for one in shown]
    told = sorted([*events, *drawn], key=lambda one: one.at, reverse=True)[:_EVENTS_SHOWN]
    last = max([one for one in (last, *drawn[-1:]) if one], key=lambda one: one.at, default=None)
    return tuple(told), len(rows) + len(drawn), last


def _untold(told: Collection[int | None], wordings: Sequence[Wording], good: Sequence[Version]) -> list[Event]:
    """Where a wording began of which no item tells, though it has other words or came after a while: earliest first.

    `told` are the ids of the wordings that items tell of.
    """
    begun: dict[int, tuple[str, str, str]] = {}
    for old, new in pairwise(wordings):
        if new.pk in told:
            continue
        following = _replaced_by(old, good)
        again = following is not None and following.number < new.first_version.ordinal
        if how := _FOUND_AGAIN if again else _differs(old.passage.text, new.passage.text):
            begun[new.first_version_id] = (how, old.severity, new.severity)
    changes = Change.objects.filter(version__in=begun, taken_back=False) if begun else Change.objects.none()
    events = []
    for change in changes.order_by("id"):
        how, before, after = begun[change.version_id]
        number, path = change.permanent_id, record_path(Kind.CHANGE, change.id)
        events.append(
            Event("untold", how, change.recorded_at, f"{how.capitalize()}.", number, path, before, after, False, False)
        )
    return events


def _differs(before: str, after: str) -> str:
    """How a passage differs from the one before it, in words; empty where a reader sees the same words in both.

    That is so where only markup, blanks, numbers of footnotes and addresses that are hidden changed. Only where the
    words of one stand whole in the other did its bounds move.
    """
    if before == after or differ_in_markup_only(before, after):
        return ""
    segments = redline_of_passages(before, after)
    if marks_nothing(segments):
        return ""
    went, came = (
        " ".join(one.text for one in segments if one.kind is kind)
        for kind in (SegmentKind.DELETED, SegmentKind.INSERTED)
    )
    said, says = (f" {word_line(words_of(passage))} " for passage in (before, after))
    if said == says or says_the_same(went, came):
        return _TO_THE_LETTER
    return _DRAWN_ANEW if said in says or says in said else _CAME_OR_WENT


def _day(at: datetime) -> str:
    return short_day(at.astimezone(UTC))


def _at(at: datetime, busy: frozenset[str]) -> str:
    """A day, with the hour where it is one of those on which several wordings began or ended."""
    day = _day(at)
    return f"{day}, {at.astimezone(UTC):%H:%M} UTC" if day in busy else day


def _event(
    item: ChangeItem, reverted: Mapping[int, Wording], busy: frozenset[str], *, with_hour: bool = False
) -> Event:
    back_to = reverted.get(item.after_id or 0)
    kind = event_kind(item.kind, returned=item.returned, reverted=back_to is not None)
    told, summary = kind, item.summary
    if kind == REVERTED and back_to:
        told = f"back to the wording of {_at(back_to.first_version.recorded_at, busy)}"
    elif kind == ItemKind.MOVED:
        # Words that moved did so in one of several ways, which the summary begins with.
        told = item.summary.partition(":")[0]
    elif item.before and item.after:
        before, after = item.before.passage.text, item.after.passage.text
        if differ_in_footnotes_only(before, after):
            told = _RENUMBERED
        elif differ_in_markup_only(before, after):
            told = _MARKED_ANEW
        elif have_little_in_common(before, after):
            # What moved between two passages is no move of the clause.
            told, summary = _IN_OTHER_WORDS, f"{_IN_OTHER_WORDS.capitalize()}."
        elif how := slightly(to_the_letter=item.to_the_letter, elsewhere=item.elsewhere):
            told = f"{kind} {how}"
    return Event(
        kind,
        told,
        item.change.recorded_at,
        summary,
        item.change.permanent_id,
        record_path(Kind.CHANGE, item.change_id),
        item.before.severity if item.before else None,
        item.after.severity if item.after else None,
        kind == ItemKind.ADDED and item.change.version_id == item.provision.first_version_id,
        with_hour,
    )


def _text_path(provision: Provision, version: Version) -> str:
    identifier = provision.permanent_id
    base = record_path(Kind.DOCUMENT, provision.document_id)
    return f"{base}/text?version={version.ordinal}&provision={identifier}#{identifier}"

"""A document: what changed last, its versions along time, and what its latest version states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from conductatlas.provisions import reads_language
from conductatlas.records.languages import language_name
from conductatlas.records.models import (
    Change,
    Document,
    Kind,
    Provision,
    ProvisionState,
    Verdict,
    Version,
    Wording,
)
from conductatlas.records.review import unsure_among
from conductatlas.site.presenters.change_filters import DOCUMENTED
from conductatlas.site.presenters.change_list import ChangeLine, change_lines
from conductatlas.site.presenters.citation import Citation, cite_document
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    GRADES,
    ClauseTypeLink,
    DocumentLink,
    GradeCount,
    ProvisionLink,
    VersionLink,
    clause_type_link,
    document_link,
    excerpt,
    grade_counts,
    provision_link,
    rank,
    reading_note,
    record_path,
    version_path,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import counted_wordings
from conductatlas.site.presenters.provenance import Provenance, addresses_stated, provenance
from conductatlas.site.presenters.recency import Recency, RecencyNote, note_on_recency, recency_of
from conductatlas.site.presenters.record_notes import RecordNotes, notes_on
from conductatlas.site.presenters.stating_words import stating_words
from conductatlas.site.rendering.timeline import VERSIONS, Moment, draw_timeline

WITHDRAWN = "withdrawn"
NO_LONGER = "The record of this change was withdrawn."
_VERSIONS_PER_PAGE = 8
# Of which versions the table can be: all of them, or those with such a verdict.
CHOICES_OF_VERSIONS = {"changed": DOCUMENTED, "substantive": (Verdict.SUBSTANTIVE,)}
_GONE = (ProvisionState.REMOVED, ProvisionState.UNCLEAR, ProvisionState.MOVED)
_GONE_SHOWN = 15
_EXCERPT = 150
# Provisions of medium or high severity are shown with words of theirs, the gravest first, up to this number.
_EXCERPTS_SHOWN = 16
_GRAVE = 2
_IDS_SHOWN = 8
# Longer lists to choose from make a page heavy, and can't be surveyed: there the numbers are typed.
_VERSIONS_IN_A_LIST = 60


class _Recorded(NamedTuple):
    """A version in the history of its document, with the verdict of the change that it made, if that stands."""

    ordinal: int
    recorded_at: datetime
    failed: bool
    held: str
    verdict: str | None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in the table.

    `verdict` is `first` for the first one, `same` where nothing changed at all, and `withdrawn` where the record of its
    change was withdrawn.
    """

    version: VersionLink
    verdict: str
    severity: str
    summary: str
    change: str | None
    change_path: str | None


@dataclass(frozen=True, slots=True)
class VersionCounts:
    """How many versions there are in all, how many changed something, and how many did so substantively."""

    all: int
    changed: int
    substantive: int


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A provision that the document states by its latest version, with words of it: of a grave one those that state it.

    `unsure`: whether the program is unsure that it is of its type, and nobody has reviewed it.
    """

    provision: ProvisionLink
    since: datetime
    excerpt: str
    unsure: bool
    with_excerpt: bool = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class GoneLine:
    """A provision that the document no longer states."""

    provision: ProvisionLink
    until: datetime | None
    successor: str | None


@dataclass(frozen=True, slots=True)
class TypeGroup:
    """The standing provisions of one severity and clause type."""

    clause_type: ClauseTypeLink
    provisions: tuple[StandingLine, ...]

    @property
    def with_excerpt(self) -> tuple[StandingLine, ...]:
        """Those that the page shows with words of theirs."""
        return tuple(line for line in self.provisions if line.with_excerpt)

    @property
    def by_id(self) -> tuple[StandingLine, ...]:
        """Those that the page shows by their ids alone."""
        return tuple(line for line in self.provisions if not line.with_excerpt)[:_IDS_SHOWN]

    @property
    def more(self) -> int:
        """How many the page does not show."""
        return len(self.provisions) - len(self.with_excerpt) - len(self.by_id)


@dataclass(frozen=True, slots=True)
class GradeGroup:
    """The standing provisions of one severity."""

    severity: str
    count: int
    clause_types: tuple[TypeGroup, ...]


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """What the same page said in another language, before or after: a document of its own."""

    document: DocumentLink
    language: str
    language_name: str
    latest_version: VersionLink | None


@dataclass(frozen=True)
class DocumentPage:
    """What the page of a document shows. `good_versions` are those that are no failed captures, the latest first.

    `versions` is a page of `versions_shown`: of all of them where that is empty, else one of CHOICES_OF_VERSIONS.
    `grades` and `provisions` are of what counts as stated, which findings that are `likelier_of_another_type` do not.
    """

    document: DocumentLink
    collection: str
    language: str
    language_name: str
    provisions_found: bool
    reading_note: str
    kept_as: str
    version_count: int
    first_version: VersionLink | None
    latest_version: VersionLink | None
    recency: Recency | None
    recency_note: RecencyNote | None
    held_version: VersionLink | None
    held_because: str
    other_languages: tuple[OtherLanguage, ...]
    sources: tuple[str, ...]
    last_change: ChangeLine | None
    grades: tuple[GradeCount, ...]
    provisions: tuple[GradeGroup, ...]
    likelier_of_another_type: tuple[StandingLine, ...]
    gone: tuple[GoneLine, ...]
    gone_count: int
    versions_shown: str
    version_counts: VersionCounts
    paging: Paging
    versions: tuple[VersionLine, ...]
    notes: RecordNotes
    provenance: Provenance | None
    citation: Citation
    good_versions: tuple[VersionLink, ...] = field(metadata=PAGE_ONLY)
    timeline: SafeString | None = field(metadata=PAGE_ONLY)

    @property
    def is_unsure_of_some(self) -> bool:
        """Whether the program is unsure of a provision that the page lists."""
        lines = (line for group in self.provisions for one in group.clause_types for line in one.provisions)
        return any(line.unsure for line in lines)

    @property
    def choices(self) -> tuple[VersionLink, ...]:
        """The versions that a form lists to choose from; none where they are too many for a list."""
        return self.good_versions if len(self.good_versions) <= _VERSIONS_IN_A_LIST else ()


def present_document(document: Document, page: int, now: datetime, shown: str = "") -> DocumentPage:
    """Gather what a document states and how it changed; `page` is of the table of versions, the latest first.

    `now` is the day that the citation says it was accessed; `shown` is empty, or one of CHOICES_OF_VERSIONS.
    """
    history = _history(document)
    links = {one.ordinal: _version_link(document, one.ordinal, one.recorded_at) for one in history}
    good = [links[one.ordinal] for one in history if not one.failed and not one.held]
    waiting = next((one for one in reversed(history) if one.held), None)
    chosen = {
        name: [one.ordinal for one in history if one.verdict in verdicts]
        for name, verdicts in CHOICES_OF_VERSIONS.items()
    }
    chosen[""] = [one.ordinal for one in history]
    places = paging(page, len(chosen[shown]), _VERSIONS_PER_PAGE)
    last_change = (
        Change.listed()
        .filter(document=document, verdict__in=DOCUMENTED)
        .select_related("document__platform", "version")
        .order_by("-recorded_at", "-id")[:1]
    )
    latest = document.good_versions().select_related("text").first()
    recency = recency_of([document]).get(document.id)
    standing = Wording.standing().filter(provision__document=document)
    counted = counted_wordings().filter(provision__document=document)
    groups = _grouped(counted)
    gone = Provision.objects.filter(document=document, state__in=_GONE)
    return DocumentPage(
        document=document_link(document),
        collection=document.collection.name,
        language=document.language,
        language_name=language_name(document.language),
        provisions_found=reads_language(document.language),
        reading_note=reading_note(document.language),
        kept_as=document.path,
        version_count=len(history),
        first_version=good[0] if good else None,
        latest_version=good[-1] if good else None,
        recency=recency,
        recency_note=note_on_recency(document, recency),
        held_version=links[waiting.ordinal] if waiting else None,
        held_because=waiting.held if waiting else "",
        other_languages=_other_languages(document),
        sources=addresses_stated(latest) if latest else (),
        last_change=next(iter(change_lines(list(last_change))), None),
        grades=grade_counts((group.severity, group.count) for group in groups),
        provisions=groups,
        likelier_of_another_type=_lines(standing.exclude(pk__in=counted.values("pk"))),
        gone=_gone_lines(gone),
        gone_count=gone.count(),
        versions_shown=shown,
        version_counts=VersionCounts(len(history), len(chosen["changed"]), len(chosen["substantive"])),
        paging=places,
        versions=_versions(document, chosen[shown][::-1][places.offset : places.offset + places.per_page]),
        notes=notes_on(document.permanent_id, document),
        provenance=provenance(document, latest) if latest else None,
        citation=cite_document(document, latest, now),
        good_versions=tuple(reversed(good)),
        timeline=_timeline(document, history),
    )


def _history(document: Document) -> list[_Recorded]:
    """All versions of a document, the earliest first; a change that was withdrawn by itself gives none a verdict."""
    rows = (
        Version.objects.filter(document=document)
        .order_by("ordinal")
        .values_list("ordinal", "recorded_at", "failed", "held", "change__verdict", "change__taken_back")
    )
    return [
        _Recorded(ordinal, recorded_at, failed, held, None if taken_back and not document.taken_back else verdict)
        for ordinal, recorded_at, failed, held, verdict, taken_back in rows
    ]


def _gone_lines(gone: QuerySet[Provision]) -> tuple[GoneLine, ...]:
    """The first of some provisions that stand no longer, those that went last first."""
    return tuple(
        GoneLine(
            provision_link(one),
            one.last_version.recorded_at if one.last_version else None,
            None if one.successor_id is None else record_path(Kind.PROVISION, one.successor_id),
        )
        for one in gone.select_related("last_version").order_by("-last_version__ordinal", "id")[:_GONE_SHOWN]
    )


def _other_languages(document: Document) -> tuple[OtherLanguage, ...]:
    of_page = Document.listed().filter(collection=document.collection_id, path=document.path)
    found = []
    for other in of_page.exclude(id=document.id).select_related("platform").order_by("id"):
        latest = other.good_versions().values_list("ordinal", "recorded_at").first()
        link = _version_link(other, *latest) if latest else None
        found.append(OtherLanguage(document_link(other), other.language, language_name(other.language), link))
    return tuple(found)


def verdict_of(ordinal: int, verdict: str | None, *, failed: bool, held: bool) -> str:
    """The word for what a version did: its change's verdict, or why it has none."""
    if verdict is not None:
        return verdict
    if held:
        return "held"
    if failed:
        return Verdict.FAILED.value
    return "first" if ordinal == 1 else "same"


def verdict_of_version(version: Version) -> str:
    """The same for a version whose change, if it has one, is loaded."""
    change: Change | None = getattr(version, "change", None)
    verdict = change.verdict if change else None
    if change is not None and is_withdrawn(change):
        verdict = WITHDRAWN
    return verdict_of(version.ordinal, verdict, failed=version.failed, held=bool(version.held))


def is_withdrawn(change: Change) -> bool:
    """Whether a change was taken back by itself, and not with its whole document."""
    return change.taken_back and not change.document.taken_back


def _version_link(document: Document, ordinal: int, recorded_at: datetime) -> VersionLink:
    return VersionLink(ordinal, version_path(document.id, ordinal), recorded_at)


def _versions(document: Document, ordinals: Sequence[int]) -> tuple[VersionLine, ...]:
    rows = (
        Version.objects.filter(document=document, ordinal__in=ordinals)
        .select_related("change__document")
        .order_by("-ordinal")
    )
    return tuple(_version_line(document, version) for version in rows)


def _version_line(document: Document, version: Version) -> VersionLine:
    change: Change | None = getattr(version, "change", None)
    link = _version_link(document, version.ordinal, version.recorded_at)
    verdict = verdict_of_version(version)
    if change is None:
        return VersionLine(link, verdict, "", "", None, None)
    path = record_path(Kind.CHANGE, change.id)
    severity, summary = ("", NO_LONGER) if verdict == WITHDRAWN else (change.severity, change.summary)
    return VersionLine(link, verdict, severity, summary, change.permanent_id, path)


def _lines(found: QuerySet[Wording]) -> tuple[StandingLine, ...]:
    """Wordings as the page lists them: the gravest first, and of these what the program is sure of."""
    related = ("provision__first_version", "provision__document", "passage")
    wordings = list(found.select_related(*related).order_by("provision_id"))
    unsure = unsure_among(wordings)
    ordered = sorted(wordings, key=lambda wording: (-rank(wording.provision.severity), wording.pk in unsure))
    grave = [one.pk for one in ordered if rank(one.provision.severity) >= _GRAVE]
    shown = frozenset(grave[:_EXCERPTS_SHOWN])
    return tuple(
        StandingLine(
            provision_link(one.provision),
            one.provision.first_version.recorded_at,
            stating_words(one, _EXCERPT) if one.pk in grave else excerpt(one.passage.text, _EXCERPT),
            one.pk in unsure,
            one.pk in shown,
        )
        for one in ordered
    )


def _grouped(found: QuerySet[Wording]) -> tuple[GradeGroup, ...]:
    groups: dict[str, dict[str, list[StandingLine]]] = {severity: defaultdict(list) for severity in GRADES}
    for line in _lines(found):
        groups[line.provision.severity][line.provision.clause_type.id].append(line)
    return tuple(_grade_group(severity, lines) for severity, lines in groups.items())


def _grade_group(severity: str, lines: Mapping[str, list[StandingLine]]) -> GradeGroup:
    clause_types = [TypeGroup(clause_type_link(one), tuple(provisions)) for one, provisions in lines.items()]
    clause_types.sort(key=lambda group: group.clause_type.title)
    return GradeGroup(severity, sum(len(group.provisions) for group in clause_types), tuple(clause_types))


def _timeline(document: Document, history: Sequence[_Recorded]) -> SafeString | None:
    if len(history) < 2:
        return None
    moments = [
        Moment(one.recorded_at, verdict_of(one.ordinal, one.verdict, failed=one.failed, held=bool(one.held)))
        for one in history
    ]
    counts = {
        word: sum(moment.kind == word for moment in moments)
        for word in ("substantive", "editorial", "technical", "failed")
    }
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return draw_timeline(
        moments,
        VERSIONS,
        title=f"Versions of the {document.terms_type} of {document.platform.name} along time",
        description=f"{len(history)} versions: {told or 'none with a change'}. The table of versions says the same.",
    )

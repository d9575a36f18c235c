"""How records are named and addressed wherever a page refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

from django.db.models import Case, IntegerField, Value, When

from conductatlas.catalogue import Severity, load_catalogue
from conductatlas.english import shortened
from conductatlas.provisions import is_glossed, reads_language
from conductatlas.reading import visible_text, without_link_notes
from conductatlas.records.languages import language_name
from conductatlas.records.models import Document, Kind, Platform, Provision, permanent_id

# The first row of a table, where its cells are as short as titles are.
_TITLES_OF_COLUMNS = re.compile(r"\A(?:\|[^|\n.]{0,40})+\|\n(?:\| *:?-+:? *)+\|\n")
GRADES = tuple(severity.value for severity in sorted(Severity, key=lambda severity: -severity.rank))


@dataclass(frozen=True, slots=True)
class PlatformLink:
    """A platform, as others refer to it."""

    name: str
    path: str

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A document, as others refer to it; `language` is that of its words."""

    id: str
    title: str
    path: str
    platform: PlatformLink
    language: str


@dataclass(frozen=True, slots=True)
class ClauseTypeLink:
    """A clause type, as others refer to it."""

    id: str
    title: str
    category: str
    path: str


@dataclass(frozen=True, slots=True)
class ProvisionLink:
    """A provision, as others refer to it."""

    id: str
    path: str
    clause_type: ClauseTypeLink
    heading: str
    severity: str
    stance: str
    state: str


@dataclass(frozen=True, slots=True)
class VersionLink:
    """A version, as others refer to it."""

    number: int
    path: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many there are of one severity."""

    severity: str
    count: int


def by_severity(name: str) -> Case:
    """A database expression that orders severities: 3 for high to 0 for none."""
    whens = [When(**{name: severity.value}, then=Value(severity.rank)) for severity in Severity]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def rank(severity: str) -> int:
    """3 for high to 0 for none and for anything unknown."""
    return Severity(severity).rank if severity in GRADES else 0


def severity_in_words(severity: str) -> str:
    """A severity by itself: 'none' would read as if there were no such clause."""
    return "no severity" if severity == Severity.NONE else severity


def grade_counts(severities: Iterable[tuple[str, int]]) -> tuple[GradeCount, ...]:
    """Counts for all severities, the gravest first, from those that occur."""
    known = dict(severities)
    return tuple(GradeCount(severity, known.get(severity, 0)) for severity in GRADES)


def record_path(kind: Kind, number: int) -> str:
    """The address of a record on this site, such as `/CA-P-004264`."""
    return f"/{permanent_id(kind, number)}"


def short_path(kind: Kind, number: int) -> str:
    """A shorter address that leads to a record, such as `/p/4264`."""
    return f"/{kind.value.lower()}/{number}"


def platform_link(platform: Platform) -> PlatformLink:
    """Refer to a platform."""
    return PlatformLink(platform.name, f"/platforms/{quote(platform.slug)}")


def document_link(document: Document) -> DocumentLink:
    """Refer to a document; its platform must be loaded."""
    return DocumentLink(
        document.permanent_id,
        document.terms_type,
        record_path(Kind.DOCUMENT, document.id),
        platform_link(document.platform),
        document.language,
    )


def clause_type_link(clause_type: str) -> ClauseTypeLink:
    """Refer to a clause type; one that the catalogue no longer has goes by its id."""
    catalogue = load_catalogue()
    if clause_type not in catalogue:
        return ClauseTypeLink(clause_type, catalogue.title(clause_type), "", "/clause-types")
    known = catalogue[clause_type]
    return ClauseTypeLink(
        known.id, known.title, catalogue.category(known.category).title, f"/clause-types/{clause_type}"
    )


def provision_link(provision: Provision) -> ProvisionLink:
    """Refer to a provision."""
    return ProvisionLink(
        provision.permanent_id,
        record_path(Kind.PROVISION, provision.id),
        clause_type_link(provision.clause_type),
        provision.heading if any(letter.isalnum() for letter in provision.heading) else "",
        provision.severity,
        provision.stance,
        provision.state,
    )


def version_path(document: int, ordinal: int) -> str:
    """The address of a version of a document."""
    return f"{record_path(Kind.DOCUMENT, document)}/versions/{ordinal}"


def comparison_path(document: int, old: int, new: int) -> str:
    """The address of the comparison of two versions of a document."""
    return f"{record_path(Kind.DOCUMENT, document)}/compare/{old}/{new}"


def side_by_side_path(platforms: Iterable[PlatformLink], clause_type: str = "") -> str:
    """The address of the page that sets platforms side by side, for a clause type or for all of them."""
    named = [("clause_type", clause_type)] if clause_type else []
    return f"/compare?{urlencode([*named, *(('platform', platform.slug) for platform in platforms)])}"


def reading_note(language: str) -> str:
    """What to say of a document that was judged through a glossary, or not at all, by its language; else nothing."""
    if not reads_language(language):
        return (
            f"This document is written in {language_name(language)}. Only English, French and German are judged: "
            "it is followed as a text alone, and its versions and their differences are recorded all the same."
        )
    if not is_glossed(language):
        return ""
    return (
        f"This document is written in {language_name(language)} and was judged through a glossary: its words were read "
        "as English ones. Fewer provisions are found so than in English texts, no facts are told, and how well it does "
        "has figures of its own."
    )


def excerpt(passage: str, length: int) -> str:
    """The first words of a passage as a reader sees them, cut at a word where it is longer than `length`.

    Of a table they are those of its first row: the titles of its columns make no sentence with it.
    """
    rows = _TITLES_OF_COLUMNS.sub("", passage, count=1)
    return shortened(visible_text(without_link_notes(rows or passage)), length, without=",;:.")

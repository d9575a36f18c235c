"""A clause type: what it is, how common it is, and all platforms that state it, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Lower

from conductatlas.catalogue import ClauseType, Severity
from conductatlas.records.models import Platform, Wording
from conductatlas.site.presenters.laws import LawLink, laws_on
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    GradeCount,
    PlatformLink,
    ProvisionLink,
    by_severity,
    clause_type_link,
    document_link,
    grade_counts,
    platform_link,
    provision_link,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.prevalence import (
    Prevalence,
    counted_wordings_once,
    prevalence_on,
    standing,
    whether_unsure,
)
from conductatlas.site.presenters.recency import Recency, recency_of
from conductatlas.site.presenters.stated_facts import StatedFact, stated_facts
from conductatlas.site.presenters.stating_words import stating_words

SORTS = {"severity": "gravest first", "platform": "by platform", "changed": "last changed first"}
LONGEST_QUERY = 100
_ORDERS: Mapping[str, Sequence[str | Lower]] = {
    "severity": ("-rank", "unsure", Lower("provision__document__platform__name"), "provision"),
    "platform": (Lower("provision__document__platform__name"), "-rank", "unsure", "provision"),
    "changed": ("-first_version__recorded_at", "provision"),
}
_PER_PAGE = 25
_EXCERPT = 320
_MOST_WORDS = 8
_MOST_CHOICES = 120


@dataclass(frozen=True, slots=True)
class Selection:
    """Which provisions of the type are looked for, and in which order; what is empty does not apply.

    `platform` is a slug, `document` a kind of document, such as 'Privacy Policy'; every word of `query` must stand in
    the clause or in the name of its platform. `sort` is one of SORTS.
    """

    platform: str = ""
    severity: str = ""
    stance: str = ""
    document: str = ""
    query: str = ""
    sort: str = "severity"

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.platform or self.severity or self.stance or self.document or self.query)


@dataclass(frozen=True, slots=True)
class StatedLine:
    """A provision of the clause type: words that state it, its facts, and since when it stands and reads so.

    `recency` is that of its document, None where that has no good version. `unsure`: whether the program is unsure that
    it is of this type, and nobody has reviewed it.
    """

    provision: ProvisionLink
    document: DocumentLink
    recency: Recency | None
    since: datetime
    last_changed_at: datetime
    quote: str
    facts: tuple[StatedFact, ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class ClauseTypePage:
    """What a clause type is, how common it is, and a page of its provisions. `grades` count platforms by their gravest.

    `documents` are the kinds of document that state it, `platforms` those that do, by name.
    """

    clause_type: ClauseTypeLink
    means: str
    severity: str
    stance: str
    raised_when: str
    lowered_when: str
    prevalence: Prevalence
    laws: tuple[LawLink, ...]
    grades: tuple[GradeCount, ...]
    selection: Selection
    documents: tuple[str, ...]
    platforms: tuple[PlatformLink, ...]
    paging: Paging
    provisions: tuple[StatedLine, ...]

    @property
    def few_platforms(self) -> tuple[PlatformLink, ...]:
        """The platforms to choose from; none where they are too many for a page."""
        return self.platforms if len(self.platforms) <= _MOST_CHOICES else ()


def present_clause_type(clause_type: ClauseType, selection: Selection, page: int) -> ClauseTypePage:
    """A clause type and a page of its standing provisions."""
    provisions = standing(clause_type.id).order_by()
    gravest = dict(provisions.values_list("document__platform").annotate(gravest=Max(by_severity("severity"))))
    ranks = Counter(gravest.values())
    documents = provisions.values_list("document__terms_type", flat=True).distinct()
    found = _found(clause_type, selection)
    places = paging(page, found.count(), _PER_PAGE)
    shown = list(
        found.annotate(rank=by_severity("severity"), unsure=whether_unsure())
        .select_related("passage", "first_version", "provision__document__platform", "provision__first_version")
        .order_by(*_ORDERS[selection.sort])[places.offset : places.offset + places.per_page]
    )
    recency = recency_of(wording.provision.document for wording in shown)
    unsure = {one.pk for one in shown if one.unsure}
    return ClauseTypePage(
        clause_type=clause_type_link(clause_type.id),
        means=clause_type.means,
        severity=clause_type.severity.value,
        stance=clause_type.stance.value,
        raised_when=clause_type.raise_note,
        lowered_when=clause_type.lower_note,
        prevalence=prevalence_on(gravest),
        laws=laws_on(clause_type.id),
        grades=grade_counts((severity.value, ranks[severity.rank]) for severity in Severity),
        selection=selection,
        documents=tuple(sorted(documents)),
        platforms=tuple(map(platform_link, Platform.objects.filter(pk__in=gravest).order_by(Lower("name"), "pk"))),
        paging=places,
        provisions=tuple(_line(one, recency.get(one.provision.document_id), unsure=one.pk in unsure) for one in shown),
    )


def _found(clause_type: ClauseType, selection: Selection) -> QuerySet[Wording]:
    found = counted_wordings_once().filter(provision__clause_type=clause_type.id)
    if selection.platform:
        found = found.filter(provision__document__platform__slug=selection.platform)
    if selection.severity:
        found = found.filter(severity=selection.severity)
    if selection.stance:
        found = found.filter(stance=selection.stance)
    if selection.document:
        found = found.filter(provision__document__terms_type=selection.document)
    for word in selection.query.split()[:_MOST_WORDS]:
        found = found.filter(Q(passage__text__icontains=word) | Q(provision__document__platform__name__icontains=word))
    return found


def _line(wording: Wording, recency: Recency | None, *, unsure: bool) -> StatedLine:
    provision = wording.provision
    return StatedLine(
        provision_link(provision),
        document_link(provision.document),
        recency,
        provision.first_version.recorded_at,
        wording.first_version.recorded_at,
        stating_words(wording, _EXCERPT),
        stated_facts(wording),
        unsure,
    )

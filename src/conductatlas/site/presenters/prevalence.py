"""How common a clause type is, and what else its document holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import BooleanField, Case, F, Q, QuerySet, When

from conductatlas.catalogue import load_prose
from conductatlas.provisions import LIKELY
from conductatlas.records.models import Decision, Passage, Provision, ProvisionState, Wording
from conductatlas.records.review import is_unsure
from conductatlas.site.presenters.counted_once import second_recordings
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.kinship import count_companies, listed_documents
from conductatlas.site.presenters.links import ProvisionLink, by_severity, provision_link

# A passage of fewer words stands within others by accident.
_FEWEST_BLANKS = 4
# So many of a document's other records of one type are named.
_MOST_OF_TYPE = 4


@dataclass(frozen=True, slots=True)
class Prevalence:
    """On how many of all platforms, and of all companies, a clause type stands today.

    `here`: whether on the platform at hand, if there is one.
    """

    platforms: int
    of_platforms: int
    companies: int
    of_companies: int
    here: bool = field(default=False, metadata=PAGE_ONLY)


def prevalence_of(provision: Provision) -> Prevalence:
    """Count the platforms that state the clause type of a provision, whose document is loaded, and all platforms."""
    stating = set(standing(provision.clause_type).values_list("document__platform", flat=True))
    return prevalence_on(stating, here=provision.document.platform_id in stating)


def prevalence_on(stating: Collection[int], *, here: bool = False) -> Prevalence:
    """How common a clause type is that some platforms state, which are given by their keys."""
    companies, of_companies, platforms = count_companies(stating)
    return Prevalence(len(stating), platforms, companies, of_companies, here)


def counted() -> QuerySet[Provision]:
    """The provisions that stand today, without those that are likelier of another type: what counts as stated."""
    return Provision.objects.filter(
        Q(wordings__confidence__gte=LIKELY) | Q(pk__in=_decided()),
        state=ProvisionState.STANDING,
        wordings__last_version=None,
    )


def counted_wordings() -> QuerySet[Wording]:
    """The current wordings of the provisions that count as stated."""
    return Wording.standing().filter(counts_as_stated())


def whether_unsure() -> Case:
    """A database expression for wordings: whether the program is unsure of one, and nobody has decided about it."""
    return Case(When(is_unsure(), then=True), default=False, output_field=BooleanField())


def unsure_provisions(provisions: Iterable[int]) -> frozenset[int]:
    """Those of some provisions, given by their keys, whose current wording the program is unsure of."""
    unsure = Wording.standing().filter(is_unsure(), provision__in=list(provisions))
    return frozenset(unsure.values_list("provision", flat=True))


def counted_once() -> QuerySet[Provision]:
    """The same, without those of documents that another collection records too, which count there."""
    return counted().exclude(document__in=_recorded_twice())


def counted_wordings_once() -> QuerySet[Wording]:
    """The current wordings of these."""
    return counted_wordings().exclude(provision__document__in=_recorded_twice())


def _recorded_twice() -> list[int]:
    return list(second_recordings(listed_documents()))


def standing(clause_type: str) -> QuerySet[Provision]:
    """The provisions of a clause type that count as stated today, each document once."""
    return counted_once().filter(clause_type=clause_type)


def counts_as_stated() -> Q:
    """The condition that a wording is not likelier of another type, or that a person looked at its provision."""
    return Q(confidence__gte=LIKELY) | Q(provision__in=_decided())


def _decided() -> QuerySet[Decision, int]:
    """The provisions that a person looked at, whose word outweighs any confidence."""
    return Decision.objects.filter(superseded=False).values_list("provision", flat=True)


@dataclass(frozen=True, slots=True)
class Beside:
    """The other provisions of a document: what the same words hold, and the gravest of all, one of each clause type.

    `of_type` are those of the provision's own type, the gravest first, and `more_of_type` how many there are besides.
    `on_subject` are those of types that the catalogue relates to the provision's own, such as the way out of what it
    allows; they are not among the gravest again.
    """

    in_same_words: tuple[ProvisionLink, ...]
    # What larger passages state of which its words are a part.
    around: tuple[ProvisionLink, ...]
    of_type: tuple[ProvisionLink, ...]
    more_of_type: int
    on_subject: tuple[ProvisionLink, ...]
    risks: tuple[ProvisionLink, ...]


def beside(provision: Provision, passage: Passage, most_risks: int) -> Beside:
    """What stands beside a provision in its document, where it reads as a passage.

    Only what the program is sure of is told; risks are high and medium ones.
    """
    others = (
        counted_wordings()
        .filter(provision__document=provision.document_id)
        .exclude(provision=provision)
        .exclude(is_unsure())
        .select_related("provision")
        .defer("reasons", "facts")
        .annotate(rank=by_severity("severity"), words=F("passage__text"))
        .order_by("-rank", "provision")
    )
    within: dict[str, Provision] = {}
    around: dict[str, Provision] = {}
    risks: dict[str, Provision] = {}
    sure: dict[str, Provision] = {}
    of_type: list[tuple[int, float, Provision]] = []
    for other in others:
        found = other.provision
        if found.clause_type == provision.clause_type:
            # Of those of one grade the surest says best what the document holds of the type.
            of_type.append((other.rank, other.confidence, found))
            continue
        sure.setdefault(found.clause_type, found)
        if _stands_in(other.words, passage.text):
            within.setdefault(found.clause_type, found)
        elif _stands_in(passage.text, other.words):
            around.setdefault(found.clause_type, found)
        if found.severity in ("high", "medium"):
            risks.setdefault(found.clause_type, found)
    prose = load_prose().get(provision.clause_type)
    related = [kind for kind in (prose.related if prose else ()) if kind in sure]
    on_subject = _links(sure[kind] for kind in related if kind not in within)
    links = _links([one for kind, one in risks.items() if kind not in related][:most_risks])
    of_type.sort(key=lambda one: one[:2], reverse=True)
    alike = _links(found for _, _, found in of_type[:_MOST_OF_TYPE])
    more = len(of_type) - len(alike)
    if provision.state != ProvisionState.STANDING:
        return Beside((), (), alike, more, on_subject, links)
    larger = _links(one for kind, one in around.items() if kind not in within)
    return Beside(_links(within.values()), larger, alike, more, on_subject, links)


def _stands_in(words: str, passage: str) -> bool:
    """Whether the words of one passage are those of another, or a part of them that is no accident."""
    return words == passage or (words.count(" ") >= _FEWEST_BLANKS and words in passage)


def _links(provisions: Iterable[Provision]) -> tuple[ProvisionLink, ...]:
    return tuple(provision_link(one) for one in provisions)

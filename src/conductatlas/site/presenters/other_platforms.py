"""How other platforms handle what a provision says."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from conductatlas.catalogue import Severity, Stance, load_catalogue
from conductatlas.comparison import LEAST_CONFIDENCE, METHOD, Clause, Comparison, choose, excerpt, prevalence
from conductatlas.records.models import Provision, ProvisionState, Wording
from conductatlas.site.presenters.analysis import facts_of
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import DocumentLink, ProvisionLink, document_link, provision_link
from conductatlas.site.presenters.prevalence import Prevalence
from conductatlas.site.rendering.blocks import RenderedBlock, render_passage

# How many clauses of other platforms are looked at, and how many of one of them.
_CANDIDATES = 400
_CANDIDATES_OF_PLATFORM = 8
_LONGEST_QUOTE = 480


@dataclass(frozen=True, slots=True)
class OtherClause:
    """A clause of another platform. `quote` is a slice of its words, the whole of them where `whole`."""

    provision: ProvisionLink
    document: DocumentLink
    difference: str
    likeness: float
    quote: str
    whole: bool
    clause: tuple[RenderedBlock, ...] = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class SameWords:
    """A provision of another platform in the same words."""

    provision: ProvisionLink
    document: DocumentLink


@dataclass(frozen=True, slots=True)
class OtherPlatforms:
    """What is set beside a provision: how common its type is, and what others say, the most telling first."""

    prevalence: str
    telling: tuple[OtherClause, ...]
    same_words: tuple[SameWords, ...]
    method: str


def present_other_platforms(provision: Provision, wording: Wording, common: Prevalence) -> OtherPlatforms:
    """Set the clauses of other platforms beside a provision; its document must be loaded, and its wording's passage."""
    said = prevalence(common.platforms, common.of_platforms, states_itself=provision.state == ProvisionState.STANDING)
    catalogue = load_catalogue()
    if provision.clause_type not in catalogue:
        return OtherPlatforms(said, (), (), METHOD)
    others = {one.provision_id: one for one in candidates(provision)}
    this = clause_of(wording, provision)
    chosen = choose(catalogue[provision.clause_type], this, (clause_of(one, one.provision) for one in others.values()))
    return OtherPlatforms(
        said,
        tuple(_other(one, others[one.clause.record], this) for one in chosen.telling),
        tuple(
            SameWords(provision_link(one.provision), document_link(one.provision.document))
            for one in (others[clause.record] for clause in chosen.same_words)
        ),
        METHOD,
    )


def candidates(provision: Provision) -> list[Wording]:
    """Standing wordings of a provision's type on other platforms, with all that links to them.

    The number is bounded: of each platform the surest findings, and those of all platforms by turns.
    """
    turn = Window(
        RowNumber(),
        partition_by=F("provision__document__platform"),
        order_by=[F("confidence").desc(), F("provision").asc()],
    )
    found = (
        Wording.standing()
        .filter(provision__clause_type=provision.clause_type, confidence__gte=LEAST_CONFIDENCE)
        .exclude(provision__document__platform=provision.document.platform_id)
        .annotate(turn=turn)
        .filter(turn__lte=_CANDIDATES_OF_PLATFORM)
        .order_by("turn", "-confidence", "provision")
    )
    return list(found.select_related("passage", "provision__document__platform")[:_CANDIDATES])


def clause_of(wording: Wording, provision: Provision) -> Clause:
    """A wording as comparisons see it."""
    reason = wording.reasons[0]["explanation"] if wording.reasons else ""
    return Clause(
        record=provision.id,
        platform=str(provision.document.platform_id),
        text=wording.passage.text,
        severity=Severity(wording.severity),
        stance=Stance(wording.stance),
        reason=reason.partition(": ")[2] or reason,
        confidence=wording.confidence,
        facts=facts_of(wording),
    )


def _other(chosen: Comparison, wording: Wording, this: Clause) -> OtherClause:
    shown = excerpt(chosen.clause.text, _LONGEST_QUOTE, this.weights)
    return OtherClause(
        provision_link(wording.provision),
        document_link(wording.provision.document),
        chosen.difference.sentence,
        round(chosen.likeness, 3),
        shown.text,
        shown.whole,
        render_passage(shown.text),
    )

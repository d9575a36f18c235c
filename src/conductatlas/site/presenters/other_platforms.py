"""How other platforms handle what a provision says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from conductatlas.catalogue import ClauseType, Severity, Stance, load_catalogue
from conductatlas.comparison import (
    LEAST_CONFIDENCE,
    METHOD,
    Clause,
    Comparison,
    choose,
    difference,
    excerpt,
    prevalence,
)
from conductatlas.provisions import parts_of_clause
from conductatlas.records.models import Provision, Wording
from conductatlas.site.presenters.clause_facts import clause_facts, stored_facts
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import DocumentLink, ProvisionLink, document_link, provision_link
from conductatlas.site.presenters.prevalence import Prevalence
from conductatlas.site.presenters.recency import Recency, recency_of
from conductatlas.site.rendering.blocks import RenderedBlock, render_passage

# How many clauses of other platforms are looked at, and how many of one of them.
_CANDIDATES = 400
_CANDIDATES_OF_PLATFORM = 8
_LONGEST_QUOTE = 480
_OF_WORDING = ("severity", "stance", "confidence", "reasons", "facts")


@dataclass(frozen=True, slots=True)
class OtherClause:
    """A clause of another platform. `quote` is a slice of its words, the whole of them where `whole`.

    `recency` is that of its document, None where that has no good version.

    `from_within`: whether it begins within a sentence.
    """

    provision: ProvisionLink
    document: DocumentLink
    recency: Recency | None
    difference: str
    likeness: float
    quote: str
    whole: bool
    from_within: bool
    clause: tuple[RenderedBlock, ...] = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class SameWords:
    """A provision of another platform in the same words."""

    provision: ProvisionLink
    document: DocumentLink


@dataclass(frozen=True, slots=True)
class OtherPlatforms:
    """What is set beside a provision: how common its type is, and what others say, the most telling first.

    `compared`: whether it was looked for; nothing is set beside a finding that is unsure.
    """

    prevalence: str
    compared: bool
    telling: tuple[OtherClause, ...]
    same_words: tuple[SameWords, ...]
    method: str


def present_other_platforms(provision: Provision, wording: Wording, common: Prevalence) -> OtherPlatforms:
    """Set the clauses of other platforms beside a provision; its document must be loaded, and its wording's passage."""
    said = prevalence(common.platforms, common.of_platforms, states_itself=common.here)
    catalogue = load_catalogue()
    if provision.clause_type not in catalogue:
        return OtherPlatforms(said, False, (), (), METHOD)
    clause_type, this = catalogue[provision.clause_type], clause_of(wording, provision)
    chosen = choose(clause_type, this, candidates(provision, wording.passage_id))
    own = _with_own_facts(this, provision)
    records = [*(one.clause.record for one in chosen.telling), *(one.record for one in chosen.same_words)]
    others = Provision.objects.select_related("document__platform").in_bulk(records) if records else {}
    recency = recency_of(others[one.clause.record].document for one in chosen.telling)
    return OtherPlatforms(
        said,
        this.confidence >= LEAST_CONFIDENCE,
        tuple(_other(clause_type, one, others[one.clause.record], own, recency) for one in chosen.telling),
        tuple(
            SameWords(provision_link(one), document_link(one.document))
            for one in (others[clause.record] for clause in chosen.same_words)
        ),
        METHOD,
    )


def candidates(provision: Provision, passage: int | None = None) -> list[Clause]:
    """Standing clauses of a provision's type on other platforms.

    The number is bounded: those in the same words, then of each platform the surest findings, all platforms by turns.
    """
    turn = Window(
        RowNumber(),
        partition_by=F("provision__document__platform"),
        order_by=[F("confidence").desc(), F("provision").asc()],
    )
    others = (
        Wording.standing()
        .filter(provision__clause_type=provision.clause_type, confidence__gte=LEAST_CONFIDENCE)
        .exclude(provision__document__platform=provision.document.platform_id)
    )
    surest = (
        others.annotate(turn=turn)
        .filter(turn__lte=_CANDIDATES_OF_PLATFORM)
        .order_by("turn", "-confidence", "provision")
    )
    # Plain values: as objects, with all that links to them, they would take longer than their comparison.
    values = ("provision", "provision__document__platform", "passage__text", *_OF_WORDING)
    same = others.filter(passage=passage).order_by("provision").values_list(*values)
    found = {row[0]: row for row in (*same[:_CANDIDATES], *surest.values_list(*values)[:_CANDIDATES])}
    return [_clause(record, platform, text, *rest) for record, platform, text, *rest in found.values()]


def clause_of(wording: Wording, provision: Provision) -> Clause:
    """A wording as comparisons see it."""
    rest = (getattr(wording, name) for name in _OF_WORDING)
    return _clause(provision.id, provision.document.platform_id, wording.passage.text, *rest)


def _clause(
    record: int,
    platform: int,
    text: str,
    severity: str,
    stance: str,
    confidence: float,
    reasons: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
) -> Clause:
    reason = reasons[0]["explanation"] if reasons else ""
    return Clause(
        record=record,
        platform=str(platform),
        text=text,
        severity=Severity(severity),
        stance=Stance(stance),
        reason=reason.partition(": ")[2] or reason,
        confidence=confidence,
        facts=stored_facts(facts),
    )


def _with_own_facts(clause: Clause, provision: Provision) -> Clause:
    """The clause without the facts that belong to what else its passage says."""
    return replace(clause, facts=clause_facts(provision.clause_type, clause.text, provision.heading, clause.facts))


def _other(
    clause_type: ClauseType, chosen: Comparison, provision: Provision, this: Clause, recency: Mapping[int, Recency]
) -> OtherClause:
    other = _with_own_facts(chosen.clause, provision)
    parts = parts_of_clause(clause_type.id, other.text, provision.heading)
    stating = max(parts, key=lambda part: (part.chance, -part.start), default=None)
    shown = excerpt(other.text, _LONGEST_QUOTE, this.weights, (stating.start, stating.end) if stating else None)
    return OtherClause(
        provision_link(provision),
        document_link(provision.document),
        recency.get(provision.document_id),
        difference(clause_type, this, other).sentence,
        round(chosen.likeness, 3),
        shown.text,
        shown.whole,
        shown.from_within,
        render_passage(shown.text),
    )

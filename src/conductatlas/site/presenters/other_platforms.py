"""How other platforms handle what a provision says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from conductatlas.catalogue import Severity, Stance, company_of, load_catalogue
from conductatlas.comparison import (
    LEAST_CONFIDENCE,
    METHOD,
    Clause,
    Comparison,
    Comparisons,
    Excerpt,
    choose,
    list_goes_on,
    needs_line_above,
    prevalence,
    shown_part,
)
from conductatlas.provisions import LIKELY, parts_of_clause
from conductatlas.reading import visible_text
from conductatlas.records.models import Provision, Wording
from conductatlas.records.surroundings import surroundings_of
from conductatlas.site.presenters.clause_facts import clause_facts, stored_facts
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.kinship import companies_of, copies_of, listed_documents, parties_of, superseded
from conductatlas.site.presenters.links import DocumentLink, ProvisionLink, document_link, provision_link
from conductatlas.site.presenters.prevalence import Prevalence, unsure_provisions
from conductatlas.site.presenters.recency import Recency, recency_of
from conductatlas.site.rendering.blocks import RenderedBlock, render_passage

# How many clauses of other platforms are looked at, and how many of one of them.
_CANDIDATES = 400
_CANDIDATES_OF_PLATFORM = 8
_LONGEST_QUOTE = 480
# A part that is much less likely to state the type than the likeliest one is no ground to tell a difference.
_LEAST_SHARE_OF_CHANCE = 0.35
# A list mark that the markup of a list doubles: '- •2.'.
_STRAY_MARK = re.compile(r"^(\s*[*+-]\s+)[•·‣◦]\s*", re.MULTILINE)
_NUMBERED = re.compile(r"(?:<\w+>)*\(?\d+(?:\.\d+|[.)])")
# An item of a rule for users, without the 'You may not:' above it, says the opposite; but for 'Do not post spam'.
_OF_RULES = "conduct"
_FORBIDS = re.compile(r"\W*(?:do not|don['’]t|never|no|avoid)\b", re.IGNORECASE)
# Of the clauses beside one in its document so much is read.
_MOST_BESIDE = 20_000
_OF_WORDING = ("severity", "stance", "confidence", "reasons", "facts")


@dataclass(frozen=True, slots=True)
class OtherClause:
    """A clause of another platform. `quote` is a slice of its words, the whole of them where `whole`.

    `recency` is that of its document, None where that has no good version.

    `lead_ins` are the lines that its list hangs on, where it begins with an item that is read with them. `from_within`:
    whether it begins within a sentence; `list_goes_on`: whether it ends between two items of a list. `unsure`: whether
    the program is unsure that the clause is of the type, and nobody has reviewed it.
    """

    provision: ProvisionLink
    document: DocumentLink
    recency: Recency | None
    difference: str
    likeness: float
    quote: str
    whole: bool
    lead_ins: tuple[str, ...]
    from_within: bool
    list_goes_on: bool
    unsure: bool
    clause: tuple[RenderedBlock, ...] = field(metadata=PAGE_ONLY)


@dataclass(frozen=True, slots=True)
class SameWords:
    """A provision of another platform in the same words."""

    provision: ProvisionLink
    document: DocumentLink


@dataclass(frozen=True, slots=True)
class OtherPlatforms:
    """What is set beside a provision: how common its type is, and what others say, the most telling first.

    `compared`: whether it was looked for; nothing is set beside a finding that is in doubt. `own_words` are provisions
    in the same words on other platforms of the same company.
    """

    prevalence: str
    compared: bool
    telling: tuple[OtherClause, ...]
    same_words: tuple[SameWords, ...]
    own_words: tuple[SameWords, ...]
    method: str

    @property
    def remarks(self) -> bool:
        """Whether anything is said of how a clause shown differs from this one, or of what both have in common."""
        return any(one.difference for one in self.telling)


def present_other_platforms(
    provision: Provision, wording: Wording, common: Prevalence, company: str, *, in_doubt: bool
) -> OtherPlatforms:
    """Set the clauses of other platforms beside a provision; its document must be loaded, and its wording's passage.

    `company` is the one that the document names as its party. Nothing is set beside a finding that is `in_doubt`.
    """
    companies = (common.companies, common.of_companies)
    said = prevalence(common.platforms, common.of_platforms, states_itself=common.here, companies=companies)
    if in_doubt or provision.clause_type not in load_catalogue():
        return OtherPlatforms(said, False, (), (), (), METHOD)
    this, chosen, known, recency = compare(provision, wording, company)
    records = [one.record for one in (*chosen.same_words, *chosen.own_words)]
    unknown = [record for record in records if record not in known]
    others = {**known, **(Provision.objects.select_related("document__platform").in_bulk(unknown) if unknown else {})}
    unsure = unsure_provisions(one.clause.record for one in chosen.telling)
    shown = (
        _other(one, others[one.clause.record], this, recency, unsure=one.clause.record in unsure)
        for one in chosen.telling
    )
    return OtherPlatforms(
        said,
        True,
        tuple(one for one in shown if one is not None),
        _same_words(others[one.record] for one in chosen.same_words),
        _same_words(others[one.record] for one in chosen.own_words),
        METHOD,
    )


def _same_words(provisions: Iterable[Provision]) -> tuple[SameWords, ...]:
    """Links to provisions in the same words, one of each platform."""
    of_platforms = {one.document.platform_id: one for one in reversed(list(provisions))}
    return tuple(SameWords(provision_link(one), document_link(one.document)) for one in reversed(of_platforms.values()))


def compare(
    provision: Provision, wording: Wording, company: str
) -> tuple[Clause, Comparisons, dict[int, Provision], Mapping[int, Recency]]:
    """A provision as it is compared, what is set beside it, the provisions read for that, and the recency of documents.

    The latter two by their keys. Clauses of documents that are of the same company, copies of this one, or superseded
    are left out.
    """
    clause_type, own = provision.clause_type, companies_of(provision.document.platform.name, company)
    passages, beside = _document_of(provision)
    this = as_stated(clause_type, clause_of(wording, provision), beside)
    known: dict[int, Provision] = {}

    def read(clauses: Sequence[Clause]) -> list[Clause | None]:
        loaded = Provision.objects.select_related("document__platform").in_bulk([one.record for one in clauses])
        known.update(loaded)
        documents = {one.document_id: one.document for one in loaded.values()}
        parties = parties_of(documents.values())
        strange = {
            key for key, one in documents.items() if own.isdisjoint(companies_of(one.platform.name, parties[key]))
        }
        texts = _texts_beside(clause_type, strange)
        return [
            as_stated(clause_type, one, _joined(texts.get(loaded[one.record].document_id, ()), one.record))
            if loaded[one.record].document_id in strange
            else None
            for one in clauses
        ]

    documents = listed_documents()
    recency = recency_of(documents)
    left_out = copies_of(provision.document, passages) | superseded(documents, recency)
    found = candidates(provision, wording.passage_id, left_out)
    chosen = choose(
        load_catalogue()[clause_type],
        this,
        found,
        read,
        lambda one: _quoted(clause_type, this, one),
    )
    return this, chosen, known, recency


def _quoted(clause_type: str, this: Clause, one: Comparison) -> str | None:
    part = shown_part(clause_type, this, one, _LONGEST_QUOTE)
    return part[0].text if part else None


def candidates(provision: Provision, passage: int | None = None, left_out: Collection[int] = ()) -> list[Clause]:
    """Standing clauses of a provision's type on other platforms.

    The number is bounded: those in the same words, then of each platform the surest findings, all platforms by turns;
    the latter without those of documents that are left out.
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
        others.exclude(provision__document__in=left_out)
        .annotate(turn=turn)
        .filter(turn__lte=_CANDIDATES_OF_PLATFORM)
        .order_by("turn", "-confidence", "provision")
    )
    # Plain values: as objects, with all that links to them, they would take longer than their comparison.
    of_document = ("provision__document__platform__name", "provision__document__terms_type")
    values = ("provision", *of_document, "provision__heading", "passage__text", *_OF_WORDING)
    same = others.filter(passage=passage).order_by("provision").values_list(*values)
    found = {row[0]: row for row in (*same[:_CANDIDATES], *surest.values_list(*values)[:_CANDIDATES])}
    return [_clause(*row) for row in found.values()]


def clause_of(wording: Wording, provision: Provision) -> Clause:
    """A wording as comparisons see it."""
    rest = (getattr(wording, name) for name in _OF_WORDING)
    document = provision.document
    return _clause(
        provision.id, document.platform.name, document.terms_type, provision.heading, wording.passage.text, *rest
    )


def _clause(
    record: int,
    platform: str,
    terms_type: str,
    heading: str,
    text: str,
    severity: str,
    stance: str,
    confidence: float,
    reasons: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
) -> Clause:
    first = reasons[0] if reasons else {}
    reason = first.get("explanation", "")
    return Clause(
        record=record,
        platform=company_of(platform),
        text=text,
        severity=Severity(severity),
        stance=Stance(stance),
        reason=reason.partition(": ")[2] or reason,
        confidence=confidence,
        facts=stored_facts(facts),
        modifier=first.get("modifier", ""),
        evidence=(first.get("start", 0), first.get("end", 0)),
        heading=heading,
        terms_type=terms_type,
    )


def as_stated(clause_type: str, clause: Clause, beside: str) -> Clause:
    """The clause with the parts that state its type, and without the facts that belong to what else its passage says.

    `beside` are the words of the clauses of its document on the same matters.
    """
    parts = parts_of_clause(clause_type, clause.text, clause.heading)
    least = _LEAST_SHARE_OF_CHANCE * max((part.chance for part in parts), default=0.0)
    facts = clause_facts(clause_type, clause.text, clause.heading, clause.facts)
    stating = tuple((part.start, part.end) for part in parts if part.chance >= least)
    surest = max(parts, key=lambda part: part.chance, default=None)
    at = (surest.start, surest.end) if surest else None
    by_itself = surest is None or surest.chance >= LIKELY
    return replace(clause, facts=facts, parts=stating, beside=beside, surest=at, by_itself=by_itself)


def _document_of(provision: Provision) -> tuple[frozenset[int], str]:
    """The passages of a provision's document by their keys, and the words of its other clauses on the same matters."""
    standing = Wording.standing().filter(provision__document=provision.document_id).order_by("provision")
    rows = list(standing.values_list("passage", "provision", "provision__clause_type", "passage__text"))
    types, own = _on_the_same_matters(provision.clause_type), provision.clause_type
    # Of long documents not all is read: what is of the type itself comes first.
    rows.sort(key=lambda row: row[2] != own)
    texts = [(record, text) for _, record, clause_type, text in rows if clause_type in types]
    return frozenset(row[0] for row in rows), _joined(texts, provision.pk)


def _texts_beside(clause_type: str, documents: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    """Of some documents the clauses on the same matters as those of a type, with its own first, by their provisions."""
    types = _on_the_same_matters(clause_type)
    standing = Wording.standing().filter(provision__document__in=documents, provision__clause_type__in=types)
    found: dict[int, list[tuple[int, str]]] = {}
    values = ("provision__document", "provision", "provision__clause_type", "passage__text")
    rows = sorted(standing.order_by("provision").values_list(*values), key=lambda row: row[2] != clause_type)
    for document, record, _, text in rows:
        found.setdefault(document, []).append((record, text))
    return found


def _on_the_same_matters(clause_type: str) -> frozenset[str]:
    catalogue = load_catalogue()
    category = catalogue[clause_type].category
    return frozenset(one.id for one in catalogue.types if one.category == category)


def _joined(texts: Iterable[tuple[int, str]], without: int) -> str:
    """The words of some clauses, each once, without those of one provision."""
    return "\n\n".join(dict.fromkeys(text for record, text in texts if record != without))[:_MOST_BESIDE]


def _other(
    chosen: Comparison, provision: Provision, this: Clause, recency: Mapping[int, Recency], *, unsure: bool
) -> OtherClause | None:
    """A comparison as its page shows it; None where there is no part to quote, or one that can't be read by itself."""
    part = shown_part(provision.clause_type, this, chosen, _LONGEST_QUOTE)
    if part is None:
        return None
    shown, difference = part
    lead_ins = _lead_ins(chosen.clause.text, shown, provision)
    is_rule = load_catalogue()[provision.clause_type].category == _OF_RULES
    if is_rule and not lead_ins and needs_line_above(shown.text) and not _FORBIDS.match(shown.text):
        return None
    return OtherClause(
        provision_link(provision),
        document_link(provision.document),
        recency.get(provision.document_id),
        difference.sentence,
        round(chosen.likeness, 3),
        shown.text,
        shown.whole,
        lead_ins,
        shown.from_within,
        list_goes_on(chosen.clause.text, shown.end),
        unsure,
        _rendered(shown.text, within_row=_is_within_row(chosen.clause.text, shown.start)),
    )


def _rendered(text: str, *, within_row: bool) -> tuple[RenderedBlock, ...]:
    """A part of a clause as it is read, each item with one mark: its bullet, or its number."""
    read = _STRAY_MARK.sub(r"\1", text)
    blocks = render_passage(f"| {read}" if within_row else read)
    return tuple(replace(one, mark="") if one.mark == "•" and _NUMBERED.match(one.html) else one for one in blocks)


def _lead_ins(clause: str, shown: Excerpt, provision: Provision) -> tuple[str, ...]:
    """The lines without which the part of a clause that is shown makes no sentence, as a reader sees them."""
    if not needs_line_above(shown.text):
        return ()
    if within := [line for line in map(visible_text, clause[: shown.start].splitlines()) if line.endswith(":")]:
        return (within[-1],)
    latest = provision.document.good_versions().select_related("text").first()
    return surroundings_of(clause, latest).lead_ins if latest else ()


def _is_within_row(text: str, start: int) -> bool:
    """Whether a place stands within a row of a table, and not at its beginning."""
    return text[text.rfind("\n", 0, start) + 1 : start].lstrip().startswith("|")

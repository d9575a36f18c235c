"""Any two versions of a document, compared on request."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from conductatlas.catalogue import load_catalogue
from conductatlas.changes import (
    METHOD,
    Followed,
    Meaning,
    Segment,
    Verdict,
    compare_states,
    direction_of,
    explain,
    gravest_severity,
    meanings,
    redline,
    summarise,
    summarise_item,
    tell,
)
from conductatlas.provisions import default_finder, reads_language
from conductatlas.reading import Document as ReadDocument
from conductatlas.records.models import Change, Document, Kind, Version, Wording
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    ProvisionLink,
    VersionLink,
    clause_type_link,
    comparison_path,
    document_link,
    language_name,
    provision_link,
    record_path,
)
from conductatlas.site.presenters.paging import Paging
from conductatlas.site.presenters.provisions import visible_words
from conductatlas.site.presenters.redlines import (
    TextPair,
    beginning_of,
    part_of_passages,
    part_of_rows,
    redline_of,
)
from conductatlas.site.presenters.versions import stated_in, version_link
from conductatlas.site.rendering.document_redline import Row

_NOTE = (
    "This comparison was made on request, by a program. It is no change record: it knows only these two texts, not "
    "what happened between them, nor what reviewers decided about a provision."
)
# Outcomes that are kept: one of long texts takes seconds to work out, and its pages ask for it one after the other.
_OUTCOMES_KEPT = 64
# A provision's type and the SHA-256 of its words.
_Stated = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """What became of one provision. `provision` is the record of it, where one holds just these words."""

    kind: str
    clause_type: ClauseTypeLink
    severity_before: str | None
    severity_after: str | None
    summary: str
    direction: str
    shifts: tuple[str, ...]
    provision: ProvisionLink | None


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A passage that differs: the provisions that it states, and the redline of its words."""

    items: tuple[ComparedItem, ...]
    redline: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two versions."""

    version: VersionLink
    failed: bool
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class PairLink:
    """Another pair of versions to compare."""

    old: int
    new: int
    path: str


@dataclass(frozen=True)
class ComparisonPage:
    """What a comparison of two versions says.

    `verdict` is `same` for the same text, and None where one side is a failed capture: then nothing is compared.
    `change` is the record of this very step, where there is one. `earlier` and `later` are the pairs one good version
    before and after. `backwards`: the old side is the later version.
    """

    note: str
    document: DocumentLink
    language_name: str
    provisions_found: bool
    old: Side
    new: Side
    backwards: bool
    verdict: str | None
    severity: str
    summary: str
    direction: str
    explanation: str
    reasons: tuple[str, ...]
    moved_blocks: int
    method: str
    change: str | None
    change_path: str | None
    swapped: PairLink
    earlier: PairLink | None
    later: PairLink | None
    item_count: int
    passages: tuple[ComparedPassage, ...]
    redline: tuple[Row, ...]
    shown_passages: tuple[ComparedPassage, ...] = field(metadata=PAGE_ONLY)
    paging: Paging = field(metadata=PAGE_ONLY)
    shown_rows: tuple[Row, ...] = field(metadata=PAGE_ONLY)
    parts: Paging = field(metadata=PAGE_ONLY)

    @property
    def unrecorded(self) -> bool:
        """Whether the page shows a provision that no record holds in just these words."""
        return any(item.provision is None for passage in self.shown_passages for item in passage.items)


@dataclass(frozen=True, slots=True)
class _Touched:
    """What became of one provision, before its record is looked up; `stated` on each side, where it stands there."""

    kind: str
    clause_type: str
    severity_before: str | None
    severity_after: str | None
    summary: str
    direction: str
    shifts: tuple[str, ...]
    before: _Stated | None
    after: _Stated | None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What two texts differ in: all that is worth keeping of a comparison."""

    verdict: str | None
    severity: str
    summary: str
    direction: str
    explanation: str
    reasons: tuple[str, ...]
    moved_blocks: int
    passages: tuple[tuple[tuple[_Touched, ...], tuple[Segment, ...]], ...]


def present_comparison(document: Document, old: Version, new: Version, page: int, part: int) -> ComparisonPage:
    """Compare two versions of a document, in the order given; their texts must be loaded.

    `page` is of the passages that differ, `part` of the document's redline, both from 1.
    """
    method = f"{METHOD} {default_finder().method}"
    failed = old.failed or new.failed
    pair = TextPair(old.text, new.text)
    outcome = _not_compared(old, new) if failed else _outcome(pair, document.language, method)
    rows = () if failed else redline_of(pair)
    passages = _passages(document, old, new, outcome)
    shown_passages, places = part_of_passages(passages, page)
    shown_rows, parts = part_of_rows(rows, part)
    change = Change.listed().filter(version=new, previous=old).first()
    earlier, later = _neighbours(document, old.ordinal, new.ordinal)
    return ComparisonPage(
        note=_NOTE,
        document=document_link(document),
        language_name=language_name(document.language),
        provisions_found=reads_language(document.language),
        old=_side(old),
        new=_side(new),
        backwards=old.ordinal > new.ordinal,
        verdict=outcome.verdict,
        severity=outcome.severity,
        summary=outcome.summary,
        direction=outcome.direction,
        explanation=outcome.explanation,
        reasons=outcome.reasons,
        moved_blocks=outcome.moved_blocks,
        method=method,
        change=change.permanent_id if change else None,
        change_path=record_path(Kind.CHANGE, change.id) if change else None,
        swapped=_pair_link(document, new.ordinal, old.ordinal),
        earlier=earlier,
        later=later,
        item_count=sum(len(one.items) for one in passages),
        passages=passages,
        redline=rows,
        shown_passages=tuple(replace(one, redline=beginning_of(one.redline)) for one in shown_passages),
        paging=places,
        shown_rows=shown_rows,
        parts=parts,
    )


def _side(version: Version) -> Side:
    return Side(version_link(version), version.failed, version.text.sha256, version.text.size)


def _pair_link(document: Document, old: int, new: int) -> PairLink:
    return PairLink(old, new, comparison_path(document.id, old, new))


def _neighbours(document: Document, old: int, new: int) -> tuple[PairLink | None, PairLink | None]:
    """The pairs one good version before and one after, where both sides have a neighbour there and stay two."""
    good = sorted(document.good_versions().values_list("ordinal", flat=True))
    before = [next((one for one in reversed(good) if one < side), None) for side in (old, new)]
    after = [next((one for one in good if one > side), None) for side in (old, new)]
    return _if_two(document, before), _if_two(document, after)


def _if_two(document: Document, ordinals: Sequence[int | None]) -> PairLink | None:
    old, new = ordinals
    return None if old is None or new is None or old == new else _pair_link(document, old, new)


def _not_compared(old: Version, new: Version) -> _Outcome:
    """What to say where one side is no state of the document."""
    failed = sorted(one.ordinal for one in (old, new) if one.failed)
    if len(failed) == 1:
        told_so = (
            f"Version {failed[0]:,} is a failed capture and no state of the document, so there is nothing to compare."
        )
    else:
        told_so = "Both versions are failed captures and no states of the document, so there is nothing to compare."
    return _Outcome(None, "none", told_so, "neutral", "", (), 0, ())


@lru_cache(maxsize=_OUTCOMES_KEPT)
def _outcome(pair: TextPair, language: str, method: str) -> _Outcome:
    """Work out what two texts differ in. `method` is part of the key alone: under another one it may be another."""
    catalogue = load_catalogue()
    old, new = pair.read()
    step = compare_states(default_finder(), old, new, language)
    touched = meanings(catalogue, step.followed, new)
    told = [tell(one, means) for one, means in touched]
    return _Outcome(
        "same" if step.verdict is Verdict.NONE else step.verdict.value,
        gravest_severity(told).value,
        "The two texts are the same." if step.verdict is Verdict.NONE else summarise(catalogue, step.verdict, told),
        direction_of(told).value,
        explain(catalogue, step.verdict, told),
        step.reasons,
        step.moved_blocks,
        tuple(_outcome_passages(touched, new)),
    )


def _outcome_passages(
    touched: Iterable[tuple[Followed, Meaning]], new: ReadDocument
) -> Iterable[tuple[tuple[_Touched, ...], tuple[Segment, ...]]]:
    """The passages that differ, each once with all that it states, in the order of the new text; what is gone last."""
    groups: dict[tuple[str, str], list[tuple[Followed, Meaning]]] = {}
    for one, means in touched:
        groups.setdefault(_quotes(one, new), []).append((one, means))
    for (before, after), members in groups.items():
        words = redline(visible_words(before), visible_words(after))
        yield tuple(_touched(one, means, before, after) for one, means in members), words


def _quotes(one: Followed, new: ReadDocument) -> tuple[str, str]:
    return one.before.quote if one.before else "", one.after.quote(new) if one.after else ""


def _touched(one: Followed, means: Meaning, before: str, after: str) -> _Touched:
    assert one.kind is not None  # noqa: S101
    return _Touched(
        one.kind.value,
        one.clause_type,
        one.before.severity if one.before else None,
        one.after.severity.value if one.after else None,
        summarise_item(load_catalogue(), one, means),
        means.direction.value,
        tuple(shift.phrase for shift in means.shifts),
        _stated(one.clause_type, before) if one.before else None,
        _stated(one.clause_type, after) if one.after else None,
    )


def _stated(clause_type: str, quote: str) -> _Stated:
    return clause_type, hashlib.sha256(quote.encode("utf-8", "surrogatepass")).hexdigest()


def _passages(document: Document, old: Version, new: Version, outcome: _Outcome) -> tuple[ComparedPassage, ...]:
    """The passages of an outcome with links to the records of their provisions."""
    touched = [one for items, _ in outcome.passages for one in items]
    records_before = _records(document, old, [one.before for one in touched if one.before and not one.after])
    records_after = _records(document, new, [one.after for one in touched if one.after])

    def item(one: _Touched) -> ComparedItem:
        record = records_after.get(one.after) if one.after else records_before.get(one.before) if one.before else None
        link = clause_type_link(one.clause_type)
        return ComparedItem(
            one.kind, link, one.severity_before, one.severity_after, one.summary, one.direction, one.shifts, record
        )

    return tuple(ComparedPassage(tuple(item(one) for one in items), words) for items, words in outcome.passages)


def _records(document: Document, version: Version, stated: Sequence[_Stated]) -> Mapping[_Stated, ProvisionLink]:
    """The records of provisions that stand in a version in just the words given."""
    if not stated:
        return {}
    wordings = Wording.objects.filter(
        stated_in(document, version.ordinal), passage__sha256__in={sha256 for _, sha256 in stated}
    ).select_related("provision", "passage")
    return {(one.provision.clause_type, one.passage.sha256): provision_link(one.provision) for one in wordings}

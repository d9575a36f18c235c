"""Any two versions of a document, compared on request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from conductatlas.changes import METHOD, Segment
from conductatlas.provisions import default_finder, reads_language
from conductatlas.records.languages import language_name
from conductatlas.records.models import Change, Document, Kind, Version, Wording
from conductatlas.site.presenters.changed_sentences import ChangedSentences, changed_sentences, sentences_between
from conductatlas.site.presenters.compared_texts import Outcome, Stated, Touched, not_compared, outcome_of
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    ClauseTypeLink,
    DocumentLink,
    ProvisionLink,
    VersionLink,
    clause_type_link,
    comparison_path,
    document_link,
    provision_link,
    reading_note,
    record_path,
)
from conductatlas.site.presenters.paging import Paging
from conductatlas.site.presenters.redlines import (
    TextPair,
    beginning_of,
    part_of_passages,
    part_of_rows,
    redline_of,
)
from conductatlas.site.presenters.said_elsewhere import merged_between, rows_with_what_is_said_elsewhere
from conductatlas.site.presenters.versions import stated_in, version_link
from conductatlas.site.rendering.document_redline import Row

_NOTE = (
    "This comparison was made on request, by a program. It is no change record: it knows only these two texts, not "
    "what happened between them, nor what reviewers decided about a provision."
)


@dataclass(frozen=True, slots=True)
class ComparedItem:
    """What became of one provision, `done` in words; `provision` is its record, where one holds just these words."""

    kind: str
    done: str
    clause_type: ClauseTypeLink
    severity_before: str | None
    severity_after: str | None
    summary: str
    direction: str
    shifts: tuple[str, ...]
    provision: ProvisionLink | None
    edit_graded: bool = True


@dataclass(frozen=True, slots=True)
class ComparedPassage:
    """A passage that differs: the provisions that it states, and the redline of its words.

    `moved_words`: the redline has words that stand elsewhere in the other text, and are therefore not marked.
    """

    items: tuple[ComparedItem, ...]
    redline: tuple[Segment, ...]
    moved_words: bool


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
    before and after. `backwards`: the old side is the later version. `as_texts`: they differ in too much for
    provisions and sentences to be told.
    """

    note: str
    document: DocumentLink
    language_name: str
    provisions_found: bool
    reading_note: str
    old: Side
    new: Side
    backwards: bool
    verdict: str | None
    severity: str
    touches: str
    summary: str
    direction: str
    explanation: str
    as_texts: bool
    sentences: ChangedSentences | None
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


def present_comparison(document: Document, old: Version, new: Version, page: int, part: int) -> ComparisonPage:
    """Compare two versions of a document, in the order given; their texts must be loaded.

    `page` is of the passages that differ, `part` of the document's redline, both from 1.
    """
    method = f"{METHOD} {default_finder().reading(document.language).method}"
    failed = old.failed or new.failed
    pair = TextPair(old.text, new.text)
    outcome = not_compared(old, new) if failed else outcome_of(pair, document.language, method)
    rows = () if failed else _rows(pair, document.language, outcome)
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
        reading_note=reading_note(document.language),
        old=_side(old),
        new=_side(new),
        backwards=old.ordinal > new.ordinal,
        verdict=outcome.verdict,
        severity=outcome.severity,
        touches=outcome.touches,
        summary=outcome.summary,
        direction=outcome.direction,
        explanation=outcome.explanation,
        as_texts=outcome.as_texts,
        sentences=None if failed or outcome.as_texts else changed_sentences(pair, document.language),
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


def _rows(pair: TextPair, language: str, outcome: Outcome) -> tuple[Row, ...]:
    rows = redline_of(pair)
    if outcome.as_texts:
        return rows
    return rows_with_what_is_said_elsewhere(rows, sentences_between(pair, language), language, merged_between(pair))


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


def _passages(document: Document, old: Version, new: Version, outcome: Outcome) -> tuple[ComparedPassage, ...]:
    """The passages of an outcome with links to the records of their provisions."""
    touched = [one for items, _, _ in outcome.passages for one in items]
    records_before = _records(document, old, [one.before for one in touched if one.before and not one.after])
    records_after = _records(document, new, [one.after for one in touched if one.after])

    def item(one: Touched) -> ComparedItem:
        record = records_after.get(one.after) if one.after else records_before.get(one.before) if one.before else None
        link = clause_type_link(one.clause_type)
        return ComparedItem(
            one.kind,
            one.done,
            link,
            one.severity_before,
            one.severity_after,
            one.summary,
            one.direction,
            one.shifts,
            record,
            one.edit_graded,
        )

    return tuple(
        ComparedPassage(tuple(item(one) for one in items), words, moved) for items, words, moved in outcome.passages
    )


def _records(document: Document, version: Version, stated: Sequence[Stated]) -> Mapping[Stated, ProvisionLink]:
    """The records of provisions that stand in a version in just the words given."""
    if not stated:
        return {}
    wordings = Wording.objects.filter(
        stated_in(document, version.ordinal), passage__sha256__in={sha256 for _, sha256 in stated}
    ).select_related("provision", "passage")
    return {(one.provision.clause_type, one.passage.sha256): provision_link(one.provision) for one in wordings}

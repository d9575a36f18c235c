"""The record of a change, and the list of all changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from itertools import chain

from conductatlas.catalogue import Severity
from conductatlas.changes import (
    Segment,
    SegmentKind,
    align,
    condition_of,
    dates_moved,
    grade_of_loss,
    is_beside,
    is_part,
    is_slight,
    notice,
    parts_in,
    tells_of_another,
    title_over,
)
from conductatlas.english import short_series
from conductatlas.provisions import reads_language
from conductatlas.reading import BlockKind, Document, word_count, word_line
from conductatlas.records.models import Change, ChangeItem, Direction, ItemKind, Verdict
from conductatlas.records.naming import done_to_passage, telling_of
from conductatlas.site.presenters.change_filters import Wanted, touching
from conductatlas.site.presenters.change_list import ChangeLine, change_lines
from conductatlas.site.presenters.changed_sentences import ChangedSentences, changed_sentences, sentences_between
from conductatlas.site.presenters.citation import Citation, cite_change
from conductatlas.site.presenters.json import PAGE_ONLY
from conductatlas.site.presenters.links import (
    DocumentLink,
    ProvisionLink,
    VersionLink,
    document_link,
    excerpt,
    provision_link,
    rank,
    reading_note,
)
from conductatlas.site.presenters.paging import Paging, paging
from conductatlas.site.presenters.provenance import Provenance, provenance
from conductatlas.site.presenters.record_notes import RecordNotes, notes_on
from conductatlas.site.presenters.records_until import RecordsUntil, records_until
from conductatlas.site.presenters.redlines import (
    TextPair,
    part_of_passages,
    part_of_rows,
    redline_of,
    redline_of_passages,
    redlines_in,
)
from conductatlas.site.presenters.said_elsewhere import (
    merged_between,
    rows_with_what_is_said_elsewhere,
    said_elsewhere,
)
from conductatlas.site.presenters.sentence_links import with_links
from conductatlas.site.presenters.stated_by_sentences import stated_by_sentences
from conductatlas.site.presenters.stored_bytes import Outcome
from conductatlas.site.presenters.unsettled import (
    ToldOnce,
    Unsettled,
    each_once,
    of_a_type_together,
    part_of_unsettled,
    unsettled_in,
)
from conductatlas.site.presenters.versions import version_link
from conductatlas.site.rendering.document_redline import Row

# What must be loaded with an item to tell of it.
OF_ITEMS = ("provision__document", "before__passage", "after__passage", "counterpart__document__platform")
_CHANGES_PER_PAGE = 25
_LONGEST_DISTINCTION = 40
_MOST_GRAVEST = 3
# What words that came, or went, did to a passage, and paragraphs beside it.
_TO, _BESIDE = {True: "added to", False: "taken from"}, {True: "added beside", False: "taken out beside"}


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """What the change did to one provision: `done` in words, as they stand before the title of its clause type.

    `distinction` tells it from others of its clause type in the same change: its heading, or else its first words.
    `named`: its clause type is told. Where nothing of the clause moved, a sentence of the passage must surely state it.
    """

    kind: str
    done: str
    returned: bool
    provision: ProvisionLink
    severity_before: str | None
    severity_after: str | None
    counterpart: ProvisionLink | None
    counterpart_document: DocumentLink | None
    summary: str
    direction: str
    to_the_letter: bool
    elsewhere: bool
    unsure: bool
    phrases: tuple[str, ...]
    shifts: tuple[dict[str, str], ...]
    distinction: str = ""
    loss: str = field(default=Severity.NONE.value, metadata=PAGE_ONLY)
    edit_graded: bool = True
    named: bool = True

    @property
    def is_beside(self) -> bool:
        """Whether only words of its passage changed, which need not be about it."""
        return is_beside(to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def is_slight(self) -> bool:
        """Whether no effect is told of it, and so no severity."""
        return is_slight(self.kind, to_the_letter=self.to_the_letter, elsewhere=self.elsewhere, unsure=self.unsure)

    @property
    def grade_before(self) -> str | None:
        """The severity before, as it stands beside that after: of one reworded only where it is told that it moved."""
        told = any(phrase.startswith("severity ") for phrase in self.phrases)
        return self.severity_before if told or not self.severity_after else self.severity_after

    @property
    def grades(self) -> tuple[str | None, ...]:
        """All that its change may be graded: as the clause, if that is of what changed, and as promising less."""
        return (self.grade_before, self.severity_after, self.loss) if self.edit_graded else (self.loss,)

    @property
    def is_graded(self) -> bool:
        """Whether the clause burdens anybody, so that its severity is worth a word."""
        return any(grade not in (None, Severity.NONE) for grade in (self.grade_before, self.severity_after))


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage that the change touched: the provisions that it states, and the redline of its words.

    Of passages one of which is a part of the other, and that changed in the same words, it is the shortest.

    `moved_words`: the redline has words that stand elsewhere in the other text, and are therefore not marked.
    `said_elsewhere`: sentences that came elsewhere, and say in other words what is struck here; `said_before`: those
    that went elsewhere, and said what came here.
    """

    items: tuple[ItemEntry, ...]
    redline: tuple[Segment, ...]
    moved_words: bool = False
    said_elsewhere: tuple[str, ...] = ()
    said_before: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[ItemEntry, ...]:
        """The provisions of which it is told what became of them."""
        return tuple(item for item in self.items if item.named and not item.is_beside)

    @property
    def beside(self) -> tuple[ItemEntry, ...]:
        """Those that the passage states besides, and that the words which changed need not be about."""
        return tuple(item for item in self.items if item.named and item.is_beside)

    @property
    def done_to_it(self) -> str:
        """What became of the passage, in words; empty where that is told of the provisions that it states."""
        if any(item.named for item in self.items):
            return ""
        return done_to_passage(to_the_letter=all(item.to_the_letter for item in self.items))


@dataclass(frozen=True)
class ChangePage:
    """All that the record of a change says.

    The redline of the document is empty for a failed capture, and where a stored text is damaged; then, and where the
    verdict is another than substantive, there are no `sentences`. `gravest`: the clauses of its severity. `touches`:
    that of the gravest clauses in which words changed; `only_touched`: these, where that of the change is lower.
    """

    id: str
    document: DocumentLink
    recorded_at: datetime
    verdict: str
    severity: str
    touches: str
    summary: str
    direction: str
    explanation: str
    effective_date: date | None
    effective_notice: str
    own_dates: tuple[str, ...]
    sentences: ChangedSentences | None
    provisions_found: bool
    reading_note: str
    reasons: tuple[str, ...]
    moved_blocks: int
    method: str
    previous: VersionLink
    version: VersionLink
    size_before: int
    size_after: int
    item_count: int
    passages: tuple[PassageEntry, ...]
    unsettled: tuple[Unsettled, ...]
    redline: tuple[Row, ...]
    provenance_before: Provenance
    provenance: Provenance
    citation: Citation
    notes: RecordNotes
    gravest: str = field(metadata=PAGE_ONLY)
    only_touched: str = field(metadata=PAGE_ONLY)
    shown_passages: tuple[PassageEntry, ...] = field(metadata=PAGE_ONLY)
    paging: Paging = field(metadata=PAGE_ONLY)
    told_unsettled: tuple[ToldOnce, ...] = field(metadata=PAGE_ONLY)
    shown_unsettled: tuple[ToldOnce, ...] = field(metadata=PAGE_ONLY)
    unsettled_parts: Paging = field(metadata=PAGE_ONLY)
    shown_rows: tuple[Row, ...] = field(metadata=PAGE_ONLY)
    parts: Paging = field(metadata=PAGE_ONLY)

    @property
    def damaged(self) -> bool:
        """Whether a text that it compares can't be read any more."""
        return _damaged(self.provenance_before, self.provenance)

    @property
    def unsettled_first(self) -> bool:
        """Whether words of clauses that count as neither stand first: no provision came, went, or moved otherwise."""
        told = (item for passage in self.passages for item in passage.told)
        return self.severity == "none" and not any(
            item.kind in (ItemKind.ADDED, ItemKind.REMOVED) or item.direction != "unjudged" or item.shifts
            for item in told
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """A page of the list of changes.

    `not_judged`: of how many more that fit it was not judged whom they favour, where those are looked for that favour
    somebody; `not_judged_query` chooses these.
    """

    verdict: str
    severity: str
    platform: str
    category: str
    clause_type: str
    kind: str
    direction: str
    since: date | None
    until: date | None
    paging: Paging
    changes: tuple[ChangeLine, ...]
    records_until: RecordsUntil
    not_judged: int
    not_judged_query: str = field(metadata=PAGE_ONLY)


def present_changes(wanted: Wanted, page: int, now: datetime) -> Changes:
    """A page of all changes, the latest first; filters that are empty do not apply."""
    changes = touching(Change.listed_once(), wanted)
    places = paging(page, changes.count(), _CHANGES_PER_PAGE)
    shown = changes.select_related("document__platform", "version").order_by("-recorded_at", "-id")
    lines = change_lines(list(shown[places.offset : places.offset + places.per_page]), wanted)
    unjudged = replace(wanted, direction=Direction.UNJUDGED.value)
    beside = touching(Change.listed_once(), unjudged).count() if wanted.direction not in ("", unjudged.direction) else 0
    return Changes(
        **asdict(wanted),
        paging=places,
        changes=lines,
        records_until=records_until(now),
        not_judged=beside,
        not_judged_query=unjudged.query,
    )


def present_change(change: Change, page: int, part: int, now: datetime, unsettled_part: int = 1) -> ChangePage:
    """Gather the record of a change; its document, versions and their texts must be loaded.

    `page` is of the passages that it touched, `part` of the document's redline, `unsettled_part` of what its text can't
    tell; each from 1.
    """
    before, after = provenance(change.document, change.previous), provenance(change.document, change.version)
    damaged = _damaged(before, after)
    pair = None if damaged else TextPair(change.previous.text, change.version.text)
    items = list(change.items.select_related(*OF_ITEMS).order_by("position"))
    passages = _passages(change, items, pair)
    passages_told = [words for item in items if not item.is_beside for words in _words_of([item])]
    shown_passages, places = part_of_passages(passages, page)
    compared = pair if change.verdict != Verdict.FAILED else None
    undecided = unsettled_in(change) if compared else ()
    unsettled = tuple(one for one in undecided if one.lacking)
    rows = _rows(change, compared) if compared else ()
    shown_rows, parts = part_of_rows(rows, part)
    told = of_a_type_together((*each_once(unsettled), *_by_sentences(change, compared, passages_told, undecided)))
    shown_unsettled, unsettled_parts = part_of_unsettled(told, unsettled_part)
    return ChangePage(
        id=change.permanent_id,
        document=document_link(change.document),
        recorded_at=change.recorded_at,
        verdict=change.verdict,
        severity=change.severity,
        touches=change.touches,
        summary=change.summary,
        direction=change.direction,
        explanation=change.explanation,
        effective_date=change.effective_date,
        effective_notice=_effective_notice(change, compared),
        own_dates=_own_dates(compared) if compared else (),
        sentences=_sentences(change, items, compared, undecided),
        provisions_found=reads_language(change.document.language),
        reading_note=reading_note(change.document.language),
        reasons=tuple(change.reasons),
        moved_blocks=change.moved_blocks,
        method=change.method,
        previous=version_link(change.previous),
        version=version_link(change.version),
        size_before=change.previous.text.size,
        size_after=change.version.text.size,
        item_count=sum(len(one.items) for one in passages),
        passages=passages,
        gravest=_gravest(passages, change.severity),
        only_touched=_only_touched(passages, change),
        unsettled=unsettled,
        redline=rows,
        provenance_before=before,
        provenance=after,
        citation=cite_change(change, now),
        notes=notes_on(change.permanent_id, change.document),
        shown_passages=shown_passages,
        paging=places,
        told_unsettled=tuple(told),
        shown_unsettled=shown_unsettled,
        unsettled_parts=unsettled_parts,
        shown_rows=shown_rows,
        parts=parts,
    )


def _damaged(*texts: Provenance) -> bool:
    return any(one.stored.outcome is Outcome.DAMAGED for one in texts)


def _sentences(
    change: Change, items: Sequence[ChangeItem], pair: TextPair | None, unsettled: Sequence[Unsettled]
) -> ChangedSentences | None:
    if pair is None or change.verdict != Verdict.SUBSTANTIVE:
        return None
    language = change.document.language
    return with_links(changed_sentences(pair, language), items, unsettled, language)


def _rows(change: Change, pair: TextPair) -> tuple[Row, ...]:
    rows = redline_of(pair)
    if change.verdict != Verdict.SUBSTANTIVE:
        return rows
    language = change.document.language
    return rows_with_what_is_said_elsewhere(rows, sentences_between(pair, language), language, merged_between(pair))


def _effective_notice(change: Change, pair: TextPair | None) -> str:
    """Since when the document says that it applies, and on what condition; empty where it says nothing new of that."""
    effective = change.effective_date
    if effective is None:
        return ""
    return notice(effective, change.recorded_at.date(), condition_of(effective, pair.read()[1]) if pair else "")


@lru_cache(maxsize=128)
def _own_dates(pair: TextPair) -> tuple[str, ...]:
    return dates_moved(*pair.read())


def _passages(change: Change, items: Iterable[ChangeItem], pair: TextPair | None) -> tuple[PassageEntry, ...]:
    """The passages that a change touched, each once: the gravest of what changed first, then in the order of the text.

    Those that say the same come last.

    `pair` are the texts before and after; None where one is damaged.
    """
    groups: dict[tuple[int | None, int | None], list[ChangeItem]] = {}
    for item in items:
        key = (item.before.passage_id if item.before else None, item.after.passage_id if item.after else None)
        groups.setdefault(key, []).append(item)
    distinctions = _distinctions([item for group in groups.values() for item in group], pair)
    entries = {item.id: _item(item, distinctions.get(item.id, "")) for group in groups.values() for item in group}
    ordered = sorted(groups.values(), key=lambda group: min(_place(entries[item.id]) for item in group))
    redlines = redlines_in(tuple(_words_of(group) for group in ordered), pair)
    is_read = pair is not None and change.verdict == Verdict.SUBSTANTIVE
    found = sentences_between(pair, change.document.language) if pair and is_read else None
    merged = merged_between(pair) if pair and found else ()
    return tuple(
        PassageEntry(
            tuple(_as_shown(entries[item.id], shown, item, pair) for item in group),
            shown,
            moved_words,
            *(said_elsewhere(shown, found, change.document.language, merged=merged) if found else ()),
        )
        for group, (shown, moved_words) in _told_together(list(zip(ordered, redlines, strict=True)))
    )


def _place(entry: ItemEntry) -> tuple[bool, int, int]:
    """By what an item goes before another: effect, the grade of what changed, that of its clause."""
    clause = max(rank(grade) for grade in (entry.severity_before, entry.severity_after) if grade is not None)
    return entry.is_slight, -max(rank(entry.loss), clause if entry.edit_graded else 0), -clause


def _as_shown(entry: ItemEntry, redline: Sequence[Segment], item: ChangeItem, pair: TextPair | None) -> ItemEntry:
    """What became of a provision, named by its redline: one that only gained or lost words was not put otherwise.

    The others of its words stayed, which may be those that state it: none came into it with a paragraph of its own. A
    sign that gave way to another is no word.
    """
    marks = _marks(redline)
    edits = {kind for kind, marked in marks if word_count(marked)}
    if entry.done != ItemKind.REWORDED or entry.to_the_letter or len(edits) != 1:
        return entry
    came = SegmentKind.INSERTED in edits
    what = _paragraphs(item, pair, " ".join(marked for _, marked in marks), came=came) if pair else ""
    return replace(entry, done=what or f"words {_TO[came]}")


def _paragraphs(item: ChangeItem, pair: TextPair, marked: str, *, came: bool) -> str:
    """What became of a passage that some words came into, or went from, as paragraphs; empty where they are none.

    Those under another title than what stayed are beside it. An item of a list belongs to what leads into it.
    """
    text = pair.read()[came]
    changed = [block for document, block in _changed_blocks(item, pair) if document is text]
    of_list = any(
        text.blocks[one].kind is BlockKind.LIST_ITEM or text.blocks[one].lead_in is not None for one in changed
    )
    stayed = set(text.ordinals(_words_of([item])[came])).difference(changed)
    if of_list or not stayed or word_line(" ".join(text.visible[one] for one in changed)) != word_line(marked):
        return ""
    # A line that leads into what follows is no paragraph.
    paragraphs = [
        one for one in changed if text.blocks[one].kind is not BlockKind.HEADING and not text.visible[one].endswith(":")
    ]
    if not paragraphs:
        return ""
    over, others = ({title_over(text, one) for one in some} for some in (paragraphs, stayed))
    where = (_BESIDE if over.isdisjoint(others) else _TO)[came]
    return f"{'a paragraph' if len(paragraphs) == 1 else 'paragraphs'} {where}"


def _by_sentences(
    change: Change, pair: TextPair | None, passages: Sequence[str], unsettled: Sequence[Unsettled]
) -> tuple[ToldOnce, ...]:
    """What weighty sentences of a substantive change state that neither its items tell, nor what is unsettled."""
    if pair is None or change.verdict != Verdict.SUBSTANTIVE or any(map(tells_of_another, change.reasons)):
        return ()
    told = [*passages, *(one.quote for one in unsettled)]
    return stated_by_sentences(pair, change.document.language, filter(None, told))


_Told = tuple[list[ChangeItem], tuple[tuple[Segment, ...], bool]]


def _told_together(groups: Sequence[_Told]) -> list[_Told]:
    """Passages with their redlines; as one those that changed in the same words, and are one in the other.

    A passage of which no effect is told goes with one that changed in its words and in others, of which none is told
    either; and one of which only words are told goes with any such.
    """
    joined: list[_Told] = []
    for group, found in groups:
        for place, (others, shown) in enumerate(joined):
            marks, its = Counter(_marks(found[0])), Counter(_marks(shown[0]))
            if not _is_one(_words_of(group), _words_of(others), alike=marks == its):
                continue
            if marks == its and marks:
                joined[place] = ([*others, *group], min(shown, found, key=lambda one: _length(one[0])))
                break
            if marks and marks <= its and _goes_with(group, others):
                joined[place] = ([*others, *group], shown)
                break
        else:
            joined.append((group, found))
    return joined


def _is_one(one: tuple[str, str], other: tuple[str, str], *, alike: bool) -> bool:
    """Whether one of two passages is a part of the other; of those that changed alike it is as they stand now."""
    return is_part(one, other) or (alike and all(one) and all(other) and (one[1] in other[1] or other[1] in one[1]))


def _goes_with(some: Sequence[ChangeItem], others: Sequence[ChangeItem]) -> bool:
    """Whether items may stand over a redline of others that has more than their words."""
    return all(one.is_beside for one in some) or all(one.to_the_letter for one in (*some, *others))


def _marks(segments: Sequence[Segment]) -> list[tuple[SegmentKind, str]]:
    return [(one.kind, one.text.strip()) for one in segments if one.kind is not SegmentKind.SAME and one.text.strip()]


def _length(segments: Sequence[Segment]) -> int:
    return sum(len(one.text) for one in segments)


def _distinctions(items: Sequence[ChangeItem], pair: TextPair | None) -> dict[int, str]:
    """What tells items of the same clause type apart, by their ids, and for whom alone they hold, if that is so."""
    parts = {item.id: part for item in items if (part := _part(item, pair))}
    return {**parts, **{key: _within(parts.get(key, ""), told) for key, told in _titles_apart(items, pair).items()}}


def _within(part: str, told: str) -> str:
    return f"{part} > {told}" if part and part != told else told


def _part(item: ChangeItem, pair: TextPair | None) -> str:
    """The heading that says for which readers the passage of an item holds; empty where that is all, or not told."""
    if pair is None:
        return ""
    document, words = _as_it_stands(item, pair)
    parts = {parts_in(document)[block] for block in document.ordinals(words)}
    return parts.pop() if len(parts) == 1 else ""


def _titles_apart(items: Iterable[ChangeItem], pair: TextPair | None) -> dict[int, str]:
    """What tells items of the same clause type apart, by their ids; none for those that are alone of their type."""
    items = list(items)
    types = Counter(item.provision.clause_type for item in items)
    alike = [item for item in items if types[item.provision.clause_type] > 1]
    above = {item.id: _heading(item, pair) for item in alike}
    headings = Counter((item.provision.clause_type, above[item.id]) for item in alike)
    return {
        item.id: above[item.id]
        if above[item.id] and headings[item.provision.clause_type, above[item.id]] == 1
        else f"“{excerpt(_first_words(item, pair), _LONGEST_DISTINCTION)}”"
        for item in alike
    }


def _heading(item: ChangeItem, pair: TextPair | None) -> str:
    """The title over what changed in the passage of an item, or over its beginning; empty where none surely is one."""
    if pair is None:
        return ""
    document, words = _as_it_stands(item, pair)
    blocks = document.ordinals(words)
    changed = (block for text, block in _changed_blocks(item, pair) if text is document)
    first = next(chain(changed, blocks), None)
    return "" if first is None else title_over(document, first)


def _first_words(item: ChangeItem, pair: TextPair | None) -> str:
    """The passage of an item as it stands, or stood last; where only blocks of it went, the first of these."""
    if pair is not None and item.after:
        document, block = next(_changed_blocks(item, pair), (None, 0))
        if document is pair.read()[0]:
            return document.source(block)
    return next(filter(None, reversed(_words_of([item]))), "")


def _changed_blocks(item: ChangeItem, pair: TextPair) -> Iterator[tuple[Document, int]]:
    """The blocks of the passage of an item that are in one text alone, each with it: those of the text after first."""
    texts = pair.read()
    stayed = align(*texts).stayed
    for document, words, same in zip(texts[::-1], _words_of([item])[::-1], (set(stayed.values()), stayed), strict=True):
        blocks = document.ordinals(words) if words else ()
        yield from ((document, block) for block in blocks if block not in same and document.word_counts[block])


def _as_it_stands(item: ChangeItem, pair: TextPair) -> tuple[Document, str]:
    """The text in which the passage of an item stands, or stood last, and its words there."""
    before, after = pair.read()
    return (after, _words_of([item])[1]) if item.after else (before, _words_of([item])[0])


def _gravest(passages: Sequence[PassageEntry], severity: str) -> str:
    """The titles of the clause types whose severity is that of the change, and how many more there are."""
    items = (item for passage in passages for item in passage.items if not item.is_slight)
    titles = (one.provision.clause_type.title for one in items if severity in one.grades)
    return short_series(list(dict.fromkeys(titles)), _MOST_GRAVEST)


def _only_touched(passages: Sequence[PassageEntry], change: Change) -> str:
    """The titles of the clauses of a graver grade than that of the change, in which it only changed some words."""
    if rank(change.touches) <= rank(change.severity):
        return ""
    items = (item for passage in passages for item in passage.items if not item.is_slight)
    titles = (one.provision.clause_type.title for one in items if one.severity_after == change.touches)
    return short_series(list(dict.fromkeys(titles)), _MOST_GRAVEST)


def passage_entry(items: Sequence[ChangeItem]) -> PassageEntry:
    """What a change did to the provisions of one passage; their wordings and counterparts must be loaded."""
    return PassageEntry(tuple(_item(item) for item in items), redline_of_passages(*_words_of(items)))


def _words_of(items: Sequence[ChangeItem]) -> tuple[str, str]:
    """The passage of some items before and after; empty where it was not there."""
    before, after = items[0].before, items[0].after
    return before.passage.text if before else "", after.passage.text if after else ""


def _item(item: ChangeItem, distinction: str = "") -> ItemEntry:
    telling = telling_of(item)
    of_another = item.counterpart and item.counterpart.document_id != item.provision.document_id
    return ItemEntry(
        item.kind,
        telling.done,
        item.returned,
        provision_link(item.provision),
        item.before.severity if item.before else None,
        item.after.severity if item.after else None,
        provision_link(item.counterpart) if item.counterpart else None,
        document_link(item.counterpart.document) if item.counterpart and of_another else None,
        telling.summary,
        item.direction,
        item.to_the_letter,
        item.elsewhere,
        item.unsure,
        tuple(item.phrases),
        tuple(item.shifts),
        distinction,
        grade_of_loss(item.provision.clause_type, item.kind, *_words_of([item])).value,
        item.edit_graded,
        telling.named,
    )

"""The verdict on a version as a whole: substantive, editorial or technical, with the reasons for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import chain

from conductatlas.changes.alignment import Alignment, Edge
from conductatlas.changes.differences import Weight, is_recapitalised, is_repunctuated, weight_of_block, weight_of_edit
from conductatlas.changes.effect import effective_words, says_the_same
from conductatlas.changes.furniture import is_furniture, is_page_phrase
from conductatlas.changes.renaming import Names
from conductatlas.changes.standing import Followed, JudgedText, Standing, stated_blocks
from conductatlas.changes.words import without_particulars
from conductatlas.english import count
from conductatlas.provisions import find_facts
from conductatlas.reading import BlockKind, Document

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_TECHNICAL_NAME = re.compile(r"[\w.*-]*_[\w.*-]*")
_TRACKER = re.compile(r"\b(?:cookies?|pixel|beacon|tracker|local storage)\b", re.IGNORECASE)
_NEAR = 3
SAME_WORDS = "Only markup, links, white space or drawn characters changed."
# Who the provider is and since when a text applies: names, addresses and dates, which change to the letter only.
_LETTER_ONLY = "contracting-entity-contact"
_LONGEST_LABEL = 5
# Facts that a clause turns on; dates and contact details are none of them.
_FACTS_OF_EFFECT = frozenset(
    (
        *(
            "notice-period",
            "retention-period",
            "refund-period",
            "claim-deadline",
            "opt-out-deadline",
            "liability-period",
        ),
        *("inactivity-period", "amount", "liability-cap", "governing-law", "venue", "licence-term", "minimum-age"),
    )
)


class Verdict(StrEnum):
    """What kind of change a version is. `none`: the text is the same, byte for byte."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"
    TECHNICAL = "technical"
    FAILED = "failed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, why, and how many blocks changed their place."""

    verdict: Verdict
    reasons: tuple[str, ...]
    moved_blocks: int


def judge(
    old: JudgedText,
    new: JudgedText,
    alignment: Alignment,
    provisions: Sequence[Standing],
    followed: Sequence[Followed],
) -> Judged:
    """Judge what a version did, from its block differences and from what became of each provision."""
    if old.document.text == new.document.text:
        return Judged(Verdict.NONE, (), 0)
    weights = Counter(_Weighing(old, new, alignment, provisions, followed).weights())
    moved = sum(edge.moved for edge in alignment.edges)
    reasons: list[str] = []
    for weight, phrase in (
        (Weight.SUBSTANTIVE, "changed in words that carry an effect"),
        (Weight.EDITORIAL, "changed to the letter only (names, dates, spelling, numbering, words without effect)"),
        (Weight.TECHNICAL, "of page furniture or repeated text came, went or changed"),
    ):
        if weights[weight]:
            reasons.append(f"{count(weights[weight], 'block')} {phrase}.")
    if moved:
        reasons.append(f"{count(moved, 'block')} in another place.")
    if weights[Weight.SUBSTANTIVE]:
        return Judged(Verdict.SUBSTANTIVE, tuple(reasons), moved)
    if weights[Weight.EDITORIAL]:
        return Judged(Verdict.EDITORIAL, tuple(reasons), moved)
    if not reasons:
        reasons.append(SAME_WORDS)
    return Judged(Verdict.TECHNICAL, tuple(reasons), moved)


class _Weighing:
    """One version beside the one before it: how much each block difference weighs."""

    def __init__(
        self,
        old: JudgedText,
        new: JudgedText,
        alignment: Alignment,
        provisions: Sequence[Standing],
        followed: Sequence[Followed],
    ) -> None:
        self._old, self._new = old.document, new.document
        self._of_page_old, self._of_page_new = old.of_page, new.of_page
        self._alignment = alignment
        self._provisions = provisions
        self._followed = followed
        self._names = Names(self._old, self._new, _edited(self._old, self._new, alignment))

    @cached_property
    def _provision_old(self) -> frozenset[int]:
        quotes = [one.quote for one in self._provisions if one.clause_type != _LETTER_ONLY]
        return frozenset(chain.from_iterable(stated_blocks(quote, self._old) for quote in quotes))

    @cached_property
    def _provision_new(self) -> frozenset[int]:
        findings = [one.after for one in self._followed if one.after is not None and one.clause_type != _LETTER_ONLY]
        return frozenset(chain.from_iterable(stated_blocks(one.quote, self._new) for one in findings))

    def weights(self) -> Iterator[Weight]:
        """The weight of each difference that has one."""
        for edge in self._alignment.edges:
            if edge.part:
                continue
            if edge.likeness < 1.0:
                yield self._of_edit(edge)
            elif self._is_edited_to_the_letter(edge):
                yield Weight.EDITORIAL
        for olds, news in _regrouped(self._alignment):
            yield self._of_regrouping(olds, news)
        if self._alignment.removed:
            stands = set(self._new.word_lines)
            for block in self._alignment.removed:
                of_page = block in self._of_page_old
                yield Weight.TECHNICAL if of_page else _lone(self._old, block, stands, self._provision_old)
        if self._alignment.added:
            stands = set(self._old.word_lines)
            for block in self._alignment.added:
                of_page = block in self._of_page_new
                yield Weight.TECHNICAL if of_page else _lone(self._new, block, stands, self._provision_new)

    def _is_edited_to_the_letter(self, edge: Edge) -> bool:
        """Whether a block of the same words has other punctuation or capitals."""
        before, after = self._old.visible[edge.old], self._new.visible[edge.new]
        if before == after or not (is_repunctuated(before, after) or is_recapitalised(before, after)):
            return False
        return edge.new not in self._of_page_new and not _is_furniture(self._new, edge.new)

    def _of_edit(self, edge: Edge) -> Weight:
        """The weight of what changed in a block."""
        old, new = self._old, self._new
        headings = _is_heading(old, edge.old) and _is_heading(new, edge.new)
        if edge.old in self._of_page_old and edge.new in self._of_page_new:
            return Weight.TECHNICAL
        if not headings and _is_furniture(old, edge.old) and _is_furniture(new, edge.new):
            return Weight.TECHNICAL
        before, after = _regrouped_pair(old, new, self._alignment, edge)
        known, stated = self._provision_old, self._provision_new
        # Where no provision is known, as in languages that are not judged, any sentence may be one.
        covered = edge.old in known or edge.new in stated or not (known or stated)
        weight = weight_of_edit(before, after, self._names, in_provision=covered)
        if headings:
            return min(weight, Weight.EDITORIAL)
        if weight is not Weight.EDITORIAL:
            return weight
        cells = _is_table(new, edge.new) and _cells_changed(before, after)
        return Weight.SUBSTANTIVE if cells or _facts(before) != _facts(after) else Weight.EDITORIAL

    def _of_regrouping(self, olds: Sequence[int], news: Sequence[int]) -> Weight:
        """The weight of a split or a merge."""
        old, new = self._old, self._new
        of_page = all(one in self._of_page_old or _is_furniture(old, one) for one in olds)
        if of_page and all(one in self._of_page_new or _is_furniture(new, one) for one in news):
            return Weight.TECHNICAL
        covered = not self._provision_old.isdisjoint(olds) or not self._provision_new.isdisjoint(news)
        return weight_of_edit(_joined(old, olds), _joined(new, news), self._names, in_provision=covered)


def _edited(old: Document, new: Document, alignment: Alignment) -> Iterator[tuple[str, str]]:
    for edge in alignment.edges:
        if edge.likeness < 1.0 and not edge.part:
            yield old.visible[edge.old], new.visible[edge.new]


def _regrouped(alignment: Alignment) -> Iterator[tuple[list[int], list[int]]]:
    """Blocks that were split or merged without a partner of their own: the old ones and the new ones, in order."""
    paired_old = {edge.old for edge in alignment.edges if not edge.part}
    paired_new = {edge.new for edge in alignment.edges if not edge.part}
    parts = [one for one in alignment.edges if one.part and one.old not in paired_old and one.new not in paired_new]
    merged: dict[int, list[int]] = {}
    split: dict[int, list[int]] = {}
    for edge in parts:
        merged.setdefault(edge.new, []).append(edge.old)
    for new, olds in merged.items():
        if len(olds) == 1:
            split.setdefault(olds[0], []).append(new)
        else:
            yield sorted(olds), [new]
    for old, news in split.items():
        yield [old], sorted(news)


def _facts(visible: str) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.value, fact.unit) for fact in find_facts(visible) if fact.kind in _FACTS_OF_EFFECT]


def _is_table(document: Document, block: int) -> bool:
    return document.blocks[block].kind is BlockKind.TABLE


def _cells_changed(before: str, after: str) -> bool:
    """Whether numbers in a table changed, or rows or words came or went; names may be replaced by others."""
    more = len(effective_words(before)) != len(effective_words(after))
    return more or _numbers(before) != _numbers(after)


def _numbers(visible: str) -> list[str]:
    """The numbers of a text but for those in dates: periods and prices in tables have no words around them."""
    return _NUMBER.findall(without_particulars(visible))


def _regrouped_pair(old: Document, new: Document, alignment: Alignment, edge: Edge) -> tuple[str, str]:
    """The visible texts of a pair of blocks, each with the parts that were split from it or merged into it.

    A part that says what the pair says is no part of it, but a repetition that came or went.
    """
    before, after = old.visible[edge.old], new.visible[edge.new]
    olds = [edge.old, *(one.old for one in alignment.from_new[edge.new] if one.part)]
    news = [edge.new, *(one.new for one in alignment.from_old[edge.old] if one.part)]
    parts = [old.visible[block] for block in olds[1:]] + [new.visible[block] for block in news[1:]]
    if all(says_the_same(part, before) or says_the_same(part, after) for part in parts):
        return before, after
    return _joined(old, olds), _joined(new, news)


def _joined(document: Document, blocks: Iterable[int]) -> str:
    return " ".join(document.visible[block] for block in sorted(blocks))


def _is_furniture(document: Document, block: int) -> bool:
    return not _is_announced(document, block) and is_furniture(document.source(block), document.visible[block])


def _is_announced(document: Document, block: int) -> bool:
    """Whether a block is an item of a list that a sentence announces: short as it is, it is part of what that says."""
    lead_in = document.blocks[block].lead_in
    if lead_in is None or not _is_plain_item(document, block):
        return False
    return document.visible[lead_in].endswith(":") or _is_announced(document, lead_in)


def _follows_sentence(document: Document, block: int) -> bool:
    """Whether a block is an item of a list that stands below a sentence; menus stand below labels."""
    first = block
    while _is_plain_item(document, first - 1):
        first -= 1
    return (
        first > 0
        and document.visible[first - 1].endswith((".", ":"))
        and document.word_counts[first - 1] > _LONGEST_LABEL
    )


def _is_plain_item(document: Document, block: int) -> bool:
    """Whether a block is a list item without a link; menus are lists of links."""
    inside = 0 <= block < len(document.blocks)
    return inside and document.blocks[block].kind is BlockKind.LIST_ITEM and "](" not in document.source(block)


def _is_heading(document: Document, block: int) -> bool:
    return document.blocks[block].kind is BlockKind.HEADING


def _lone(document: Document, block: int, other: Container[str], in_provision: frozenset[int]) -> Weight:
    """The weight of a block that came or went; `other` are the words of the blocks of the other version, in lines."""
    visible = document.visible[block]
    stands_in_other = document.word_lines[block] in other
    weight = weight_of_block(
        document.source(block), visible, stands_in_other=stands_in_other, in_provision=block in in_provision
    )
    if _is_heading(document, block):
        return min(weight, Weight.EDITORIAL)
    if not stands_in_other and _names_tracker(document, block):
        return Weight.SUBSTANTIVE
    if (
        stands_in_other
        or not document.word_lines[block]
        or not _is_plain_item(document, block)
        or is_page_phrase(visible)
    ):
        return weight
    if _is_announced(document, block) or _follows_sentence(document, block):
        return Weight.SUBSTANTIVE
    # A menu may be a list without links too: an item among others that stayed is no more than a matter of letters.
    near = [one for one in (block - 1, block + 1) if 0 <= one < len(document.blocks) and _is_plain_item(document, one)]
    return max(weight, Weight.EDITORIAL) if any(document.word_lines[one] in other for one in near) else weight


def _names_tracker(document: Document, block: int) -> bool:
    """Whether a block is no more than the technical name of a cookie, in a list that says so next to it."""
    if not _TECHNICAL_NAME.fullmatch(document.visible[block]):
        return False
    near = document.visible[max(0, block - _NEAR) : block + _NEAR + 1]
    return any(_TRACKER.search(visible) for visible in near)

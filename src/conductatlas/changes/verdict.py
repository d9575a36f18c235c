"""The verdict on a version as a whole: substantive, editorial or technical, with the reasons for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from conductatlas.changes.alignment import Alignment, Edge
from conductatlas.changes.differences import Weight, is_recapitalised, is_repunctuated, weight_of_block, weight_of_edit
from conductatlas.changes.effect import effective_words, says_the_same
from conductatlas.changes.furniture import is_furniture, is_page_phrase
from conductatlas.changes.renaming import Names
from conductatlas.changes.standing import Followed, Standing, stated_blocks
from conductatlas.changes.surroundings import page_blocks
from conductatlas.changes.words import without_particulars
from conductatlas.english import count
from conductatlas.provisions import find_facts
from conductatlas.reading import BlockKind, Document, words

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
    old: Document,
    new: Document,
    alignment: Alignment,
    provisions: Sequence[Standing],
    followed: Sequence[Followed],
) -> Judged:
    """Judge what a version did, from its block differences and from what became of each provision."""
    if old.text == new.text:
        return Judged(Verdict.NONE, (), 0)
    weights = Counter(_weights(old, new, alignment, provisions, followed))
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


def _weights(
    old: Document,
    new: Document,
    alignment: Alignment,
    provisions: Sequence[Standing],
    followed: Sequence[Followed],
) -> Iterator[Weight]:
    """How much each block difference weighs."""
    names = Names(old, new, _edited(old, new, alignment))
    provision_old = frozenset(
        block for one in provisions if one.clause_type != _LETTER_ONLY for block in one.blocks(old)
    )
    provision_new = frozenset(
        block
        for one in followed
        if one.after is not None and one.clause_type != _LETTER_ONLY
        for block in stated_blocks(one.after.quote(new), new)
    )
    of_page_old, of_page_new = page_blocks(old), page_blocks(new)
    for edge in alignment.edges:
        if edge.part:
            continue
        if edge.likeness == 1.0:
            before, after = old.visible[edge.old], new.visible[edge.new]
            page = edge.new in of_page_new or _is_furniture(new, edge.new)
            if before != after and (is_repunctuated(before, after) or is_recapitalised(before, after)) and not page:
                yield Weight.EDITORIAL
            continue
        before, after = _regrouped_pair(old, new, alignment, edge)
        # Where no provision is known, as in languages that are not judged, any sentence may be one.
        covered = edge.old in provision_old or edge.new in provision_new or not (provision_old or provision_new)
        weight = weight_of_edit(before, after, names, in_provision=covered)
        if weight is Weight.EDITORIAL and _facts(before) != _facts(after):
            weight = Weight.SUBSTANTIVE
        if weight is Weight.EDITORIAL and _is_table(new, edge.new) and _cells_changed(before, after):
            weight = Weight.SUBSTANTIVE
        if edge.old in of_page_old and edge.new in of_page_new:
            weight = Weight.TECHNICAL
        elif _is_heading(old, edge.old) and _is_heading(new, edge.new):
            weight = min(weight, Weight.EDITORIAL)
        elif _is_furniture(old, edge.old) and _is_furniture(new, edge.new):
            weight = Weight.TECHNICAL
        yield weight
    for olds, news in _regrouped(alignment):
        of_page = all(one in of_page_old or _is_furniture(old, one) for one in olds)
        if of_page and all(one in of_page_new or _is_furniture(new, one) for one in news):
            yield Weight.TECHNICAL
            continue
        before, after = _joined(old, olds), _joined(new, news)
        covered = not provision_old.isdisjoint(olds) or not provision_new.isdisjoint(news)
        yield weight_of_edit(before, after, names, in_provision=covered)
    stands_old = {words(visible) for visible in old.visible}
    stands_new = {words(visible) for visible in new.visible}
    for block in alignment.removed:
        yield Weight.TECHNICAL if block in of_page_old else _lone(old, block, stands_new, provision_old)
    for block in alignment.added:
        yield Weight.TECHNICAL if block in of_page_new else _lone(new, block, stands_old, provision_new)


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
        and len(words(document.visible[first - 1])) > _LONGEST_LABEL
    )


def _is_plain_item(document: Document, block: int) -> bool:
    """Whether a block is a list item without a link; menus are lists of links."""
    inside = 0 <= block < len(document.blocks)
    return inside and document.blocks[block].kind is BlockKind.LIST_ITEM and "](" not in document.source(block)


def _is_heading(document: Document, block: int) -> bool:
    return document.blocks[block].kind is BlockKind.HEADING


def _lone(document: Document, block: int, other: set[tuple[str, ...]], in_provision: frozenset[int]) -> Weight:
    visible = document.visible[block]
    stands_in_other = words(visible) in other
    weight = weight_of_block(
        document.source(block), visible, stands_in_other=stands_in_other, in_provision=block in in_provision
    )
    if _is_heading(document, block):
        return min(weight, Weight.EDITORIAL)
    if not stands_in_other and _names_tracker(document, block):
        return Weight.SUBSTANTIVE
    if stands_in_other or not words(visible) or not _is_plain_item(document, block) or is_page_phrase(visible):
        return weight
    if _is_announced(document, block) or _follows_sentence(document, block):
        return Weight.SUBSTANTIVE
    # A menu may be a list without links too: an item among others that stayed is no more than a matter of letters.
    near = [one for one in (block - 1, block + 1) if 0 <= one < len(document.blocks) and _is_plain_item(document, one)]
    return max(weight, Weight.EDITORIAL) if any(words(document.visible[one]) in other for one in near) else weight


def _names_tracker(document: Document, block: int) -> bool:
    """Whether a block is no more than the technical name of a cookie, in a list that says so next to it."""
    if not _TECHNICAL_NAME.fullmatch(document.visible[block]):
        return False
    near = document.visible[max(0, block - _NEAR) : block + _NEAR + 1]
    return any(_TRACKER.search(visible) for visible in near)

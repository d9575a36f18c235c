"""The verdict on a version as a whole: substantive, editorial or technical, with the reasons for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from conductatlas.changes.alignment import Alignment
from conductatlas.changes.differences import Weight, canonical_word, is_furniture, weight_of_block, weight_of_edit
from conductatlas.changes.tracking import ChangeKind, Followed, Standing
from conductatlas.changes.words import without_particulars, words
from conductatlas.provisions import find_facts
from conductatlas.reading import BlockKind, Document

_TOKEN = re.compile(r"\w+(?:[-.]\w+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_CAPITAL_INSIDE_SENTENCE = re.compile(r"(?<=[a-z,] )[A-Z]\w+|(?<=[A-Z]\w\w\w\w\w )[A-Z]\w+")
# Who the provider is and since when a text applies: names, addresses and dates, which change to the letter only.
_LETTER_ONLY = "contracting-entity-contact"
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
    weights = _weights(old, new, alignment, provisions, followed)
    moved = sum(edge.moved for edge in alignment.edges)
    came_or_went = any(
        one.kind in (ChangeKind.ADDED, ChangeKind.REMOVED) and one.clause_type != _LETTER_ONLY for one in followed
    )
    reasons: list[str] = ["A provision came or went."] if came_or_went else []
    for weight, phrase in (
        (Weight.SUBSTANTIVE, "changed in words that carry an effect"),
        (Weight.EDITORIAL, "changed to the letter only (names, dates, spelling, numbering, words without effect)"),
        (Weight.TECHNICAL, "of page furniture or repeated text came, went or changed"),
    ):
        if weights[weight]:
            reasons.append(f"{_count(weights[weight], 'block')} {phrase}.")
    if moved:
        reasons.append(f"{_count(moved, 'block')} in another place.")
    if weights[Weight.SUBSTANTIVE] or came_or_went:
        return Judged(Verdict.SUBSTANTIVE, tuple(reasons), moved)
    if weights[Weight.EDITORIAL]:
        return Judged(Verdict.EDITORIAL, tuple(reasons), moved)
    if not reasons:
        reasons.append("Only markup, links, white space or drawn characters changed.")
    return Judged(Verdict.TECHNICAL, tuple(reasons), moved)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _weights(
    old: Document,
    new: Document,
    alignment: Alignment,
    provisions: Sequence[Standing],
    followed: Sequence[Followed],
) -> Counter[Weight]:
    """How many block differences there are of each weight."""
    is_name = _name_test(old, new)
    provision_old = frozenset(
        block for one in provisions if one.clause_type != _LETTER_ONLY for block in one.blocks(old)
    )
    provision_new = frozenset(
        block
        for one in followed
        if one.after is not None and one.clause_type != _LETTER_ONLY
        for first, last in new.places(one.after.quote(new))
        for block in range(first, last + 1)
    )
    stands_old = {words(visible) for visible in old.visible}
    stands_new = {words(visible) for visible in new.visible}
    weights: Counter[Weight] = Counter()
    for edge in alignment.edges:
        if edge.likeness == 1.0 or edge.part:
            continue
        before, after = old.visible[edge.old], new.visible[edge.new]
        if _has_parts(alignment, edge.old, edge.new):
            before, after = _whole(old, alignment, new=edge.new), _whole(new, alignment, old=edge.old)
        covered = edge.old in provision_old or edge.new in provision_new
        weight = weight_of_edit(before, after, is_name, in_provision=covered)
        if weight is Weight.EDITORIAL and _facts(before) != _facts(after):
            weight = Weight.SUBSTANTIVE
        if weight is Weight.EDITORIAL and _is_table(new, edge.new) and _numbers(before) != _numbers(after):
            weight = Weight.SUBSTANTIVE
        if _is_heading(old, edge.old) and _is_heading(new, edge.new):
            weight = min(weight, Weight.EDITORIAL)
        elif _is_furniture(old, edge.old) and _is_furniture(new, edge.new):
            weight = Weight.TECHNICAL
        weights[weight] += 1
    for block in alignment.removed:
        weights[_lone(old, block, stands_new, provision_old)] += 1
    for block in alignment.added:
        weights[_lone(new, block, stands_old, provision_new)] += 1
    return weights


def _facts(visible: str) -> list[tuple[str, str, str]]:
    return [(fact.kind, fact.value, fact.unit) for fact in find_facts(visible) if fact.kind in _FACTS_OF_EFFECT]


def _is_table(document: Document, block: int) -> bool:
    return document.blocks[block].kind is BlockKind.TABLE


def _numbers(visible: str) -> list[str]:
    """The numbers of a text but for those in dates: periods and prices in tables have no words around them."""
    return _NUMBER.findall(without_particulars(visible))


def _has_parts(alignment: Alignment, old: int, new: int) -> bool:
    """Whether a pair of blocks is one side of a split or a merge."""
    return any(edge.part for edge in (*alignment.from_old[old], *alignment.from_new[new]))


def _whole(document: Document, alignment: Alignment, *, old: int | None = None, new: int | None = None) -> str:
    """The visible text of all blocks that a split or merged block came from or went to, in order."""
    if new is not None:
        ordinals = sorted(edge.old for edge in alignment.from_new[new])
    else:
        ordinals = sorted(edge.new for edge in alignment.from_old[old or 0])
    return " ".join(document.visible[ordinal] for ordinal in ordinals)


def _is_furniture(document: Document, block: int) -> bool:
    return is_furniture(document.source(block), document.visible[block])


def _is_heading(document: Document, block: int) -> bool:
    return document.blocks[block].kind is BlockKind.HEADING


def _lone(document: Document, block: int, other: set[tuple[str, ...]], in_provision: frozenset[int]) -> Weight:
    visible = document.visible[block]
    weight = weight_of_block(
        document.source(block), visible, stands_in_other=words(visible) in other, in_provision=block in in_provision
    )
    return min(weight, Weight.EDITORIAL) if _is_heading(document, block) else weight


def _name_test(old: Document, new: Document) -> Callable[[str], bool]:
    """A test whether a word is a proper name.

    It is where both documents write it with a capital wherever it stands, or where one document does so in the middle
    of sentences and the other never: a new name for a product.
    """

    @lru_cache(maxsize=1)
    def names() -> frozenset[str]:
        lower, upper, before, after = set[str](), set[str](), set[str](), set[str]()
        for document, inside in ((old, before), (new, after)):
            for visible in document.visible:
                for token in _TOKEN.findall(visible):
                    (upper if token[0].isupper() else lower).add(canonical_word(token.lower()))
                inside.update(canonical_word(token.lower()) for token in _CAPITAL_INSIDE_SENTENCE.findall(visible))
        return frozenset((upper - lower) | (before ^ after))

    return lambda word: word in names()

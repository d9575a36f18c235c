"""How much one difference between two versions matters: not at all, to the letter only, or to the effect."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import IntEnum

from rapidfuzz.distance import Indel

from conductatlas.changes.effect import effective_words, states_effect
from conductatlas.changes.furniture import is_furniture
from conductatlas.changes.page_marks import without_page_marks
from conductatlas.changes.words import HIDDEN_ADDRESS, without_particulars, words


class Weight(IntEnum):
    """How much a difference matters."""

    TECHNICAL = 1
    EDITORIAL = 2
    SUBSTANTIVE = 3


# 'We updated this policy on 1 May 2026. See the previous version.'
_ABOUT_ITSELF = re.compile(
    "|".join(
        (
            r"we(?:'ve| have)? (?:recently |last )?(?:updated|revised|changed)",
            r"(?:last |date )?(?:updated|revised|modified|published)|effective\b|version\b|policy updated",
            r"(?:this|the|our) [\w ]{3,40} (?:was|is|are|has been) (?:last )?(?:updated|revised|modified|effective)",
            r"(?:this|the|our|these|it) [\w ]{0,40}(?:takes?|comes?|goes) (?:into )?(?:effect|force)",
            r"(?:you (?:may|can) )?(?:see|view|read|find) (?:our|the) previous",
        )
    ),
    re.IGNORECASE,
)
_LONGEST_ABOUT_ITSELF = 25
# All but the marks that divide sentences: white space, quotation marks and drawn characters are no text.
_UNPUNCTUATED = re.compile(r"[^.,;:()!?]+|^\W+|[.,;:]+\W*$")
_NO_LETTER = re.compile(r"\W+")
# What dates and contact details are masked with.
_MASKS = frozenset(("calendardate", "contactdetail"))
_LONGEST_REMARK = 8
# Outside the provisions, a sentence in which this many words changed says something else.
_MANY_WORDS = 3
_ENDS_SENTENCE = (".", ";", ":", "!", '."', ".)", "。", "；", "：")


def is_repunctuated(old: str, new: str) -> bool:
    """Whether two visible texts with the same words differ in the marks that divide sentences."""
    return _UNPUNCTUATED.sub("", old) != _UNPUNCTUATED.sub("", new)


def weight_of_edit(old: str, new: str, is_name: Callable[[str], bool], *, in_provision: bool) -> Weight:
    """Weigh the difference between two states of one block, given as visible texts.

    `is_name` tells whether a word, as written, is a proper name in the two documents. `in_provision`: a provision
    covers the block before or after; elsewhere a difference has an effect only where
    the words that changed speak of one.
    """
    same_letters = _letters(old) == _letters(new)
    if same_letters or _is_hidden_address(old, new) or words(without_page_marks(old)) == words(without_page_marks(new)):
        return Weight.TECHNICAL
    before, after = effective_words(old), effective_words(new)
    deleted, inserted = _swapped(before, after)
    changed = deleted + inserted
    one_of_them_more = set(deleted) <= set(inserted) or set(inserted) <= set(deleted)
    renamed = not one_of_them_more and all(is_name(word) for word in changed)
    if not changed or renamed:
        return Weight.EDITORIAL
    rewritten = (
        new.endswith(_ENDS_SENTENCE) and sum(_is_word(one) and not is_name(one) for one in changed) >= _MANY_WORDS
    )
    return Weight.SUBSTANTIVE if in_provision or rewritten or states_effect(changed) else Weight.EDITORIAL


def _letters(visible: str) -> str:
    """A visible text without its spaces, which come and go with markup."""
    return _NO_LETTER.sub("", "".join(words(visible)))


def _is_hidden_address(old: str, new: str) -> bool:
    """Whether two texts differ in nothing but an address that one of them hides from programs."""
    hidden = HIDDEN_ADDRESS.search(old) is not None or HIDDEN_ADDRESS.search(new) is not None
    return hidden and words(without_particulars(old)) == words(without_particulars(new))


def _is_word(word: str) -> bool:
    return word.isalpha() and word not in _MASKS


def _swapped(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words that went, and those that came."""
    deleted: list[str] = []
    inserted: list[str] = []
    for step in Indel.opcodes(before, after):
        if step.tag == "delete":
            deleted += before[step.src_start : step.src_end]
        elif step.tag == "insert":
            inserted += after[step.dest_start : step.dest_end]
    return deleted, inserted


def weight_of_block(source: str, visible: str, *, stands_in_other: bool, in_provision: bool) -> Weight:
    """Weigh a block that was added or removed.

    `stands_in_other`: the same words stand elsewhere in the other version (a repetition came or went).
    `in_provision`: a provision covers the block.
    """
    if stands_in_other or is_furniture(source, visible):
        return Weight.TECHNICAL
    if _ABOUT_ITSELF.match(visible) and len(words(visible)) <= _LONGEST_ABOUT_ITSELF:
        return Weight.EDITORIAL
    effective = [word for word in effective_words(visible) if word not in _MASKS]
    if not effective:
        return Weight.EDITORIAL
    sentence = len(effective) > _LONGEST_REMARK and (visible.endswith(_ENDS_SENTENCE) or states_effect(words(visible)))
    return Weight.SUBSTANTIVE if in_provision or sentence else Weight.EDITORIAL

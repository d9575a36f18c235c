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
            r"we(?:'ve|’ve| have)? (?:also )?(?:added|clarified|simplified|reorgani[sz]ed) ",
            r"we(?:'ve|’ve| have)? made (?:some )?(?:changes|updates) ",
        )
    ),
    re.IGNORECASE,
)
_LONGEST_ABOUT_ITSELF = 40
_ABOUT_CONTACT = re.compile(
    r"\b(?:contact|e-?mail|write to|reach|by (?:post|mail)|address|data protection officer|postal)\b", re.IGNORECASE
)
# What may stand between the names, numbers and addresses of whom to write to.
_BETWEEN_CONTACTS = frozenset(("or", "and", "attn", "c/o", "street", "floor", "suite"))
_SHORTEST_ADDRESS, _LONGEST_ADDRESS = 6, 40
_TOKEN = re.compile(r"\w+")
_COMPANY_FORMS = frozenset(
    (
        *("inc", "incorporated", "ltd", "limited", "unlimited", "llc", "llp", "corp", "corporation", "company", "co"),
        *("plc", "gmbh", "ag", "se", "sa", "sas", "bv", "b.v", "pbc", "group", "holding", "holdings"),
    )
)
# Where data lie and for whom a right holds: one place for another is another effect, though both are names.
_PLACES = frozenset(
    (
        *("eea", "eu", "europe", "european", "uk", "us", "usa", "america", "california", "asia", "africa", "ireland"),
        *("germany", "france", "switzerland", "canada", "australia", "japan", "china", "india", "brazil", "singapore"),
        *("korea", "mexico", "israel", "netherlands", "sweden", "spain", "italy", "russia", "turkey", "norway"),
    )
)
# All but the marks that divide sentences: white space, quotation marks and drawn characters are no text.
_UNPUNCTUATED = re.compile(r"[^.,;:()!?]+|^\W+|[.,;:]+\W*$")
_NO_LETTER = re.compile(r"\W+")
# What dates and contact details are masked with.
_MASKS = frozenset(("calendardate", "contactdetail"))
_LONGEST_REMARK = 8
# Outside the provisions, a sentence in which this many words changed says something else.
_MANY_WORDS = 2
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
    if not changed or (_is_about_itself(old) and _is_about_itself(new)) or _is_renamed(deleted, inserted, is_name):
        return Weight.EDITORIAL
    if _ABOUT_CONTACT.search(old) and _ABOUT_CONTACT.search(new) and all(_is_contact(one, is_name) for one in changed):
        return Weight.EDITORIAL
    rewritten = (
        new.endswith(_ENDS_SENTENCE) and sum(_is_word(one) and not is_name(one) for one in changed) >= _MANY_WORDS
    )
    return Weight.SUBSTANTIVE if in_provision or rewritten or states_effect(changed) else Weight.EDITORIAL


def _is_renamed(deleted: Sequence[str], inserted: Sequence[str], is_name: Callable[[str], bool]) -> bool:
    """Whether names gave way to others, or the form of a company was added to or taken from its name."""
    changed = (*deleted, *inserted)
    if not all(is_name(word) for word in changed):
        return False
    one_of_them_more = set(deleted) <= set(inserted) or set(inserted) <= set(deleted)
    if not _PLACES.isdisjoint(deleted) and not _PLACES.isdisjoint(inserted):
        return False
    return not one_of_them_more or _COMPANY_FORMS.issuperset(changed)


def _is_contact(word: str, is_name: Callable[[str], bool]) -> bool:
    """Whether a word may be part of whom to write to, and where."""
    particular = word in _MASKS or word in _BETWEEN_CONTACTS or any(sign.isdigit() for sign in word)
    return particular or is_name(word)


def _is_postal_address(visible: str) -> bool:
    """Whether a block is made of names and numbers, as addresses are, and is no sentence."""
    tokens = _TOKEN.findall(visible)
    particular = sum(not token[0].islower() for token in tokens)
    numbered = any(token[0].isdigit() for token in tokens[1:])
    longest = _SHORTEST_ADDRESS <= len(tokens) <= _LONGEST_ADDRESS
    return longest and numbered and particular >= 0.8 * len(tokens) and not visible.endswith(_ENDS_SENTENCE)


def _is_about_itself(visible: str) -> bool:
    """Whether a block says when the text was changed, or that it was."""
    return _ABOUT_ITSELF.match(visible) is not None and len(words(visible)) <= _LONGEST_ABOUT_ITSELF


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
    if _is_about_itself(visible):
        return Weight.EDITORIAL
    effective = [word for word in effective_words(visible) if word not in _MASKS]
    if not effective or _is_postal_address(visible):
        return Weight.EDITORIAL
    sentence = len(effective) > _LONGEST_REMARK and (visible.endswith(_ENDS_SENTENCE) or states_effect(words(visible)))
    return Weight.SUBSTANTIVE if in_provision or sentence else Weight.EDITORIAL

"""How much one difference between two versions matters: not at all, to the letter only, or to the effect."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Indel

from conductatlas.changes.words import without_particulars, words


class Weight(IntEnum):
    """How much a difference matters."""

    TECHNICAL = 1
    EDITORIAL = 2
    SUBSTANTIVE = 3


_COPYRIGHT_YEARS = re.compile(r"(©|\(c\)|copyright)[ \d,-]{0,40}", re.IGNORECASE)
_NUMBERING = re.compile(
    r"^(?:(?:section|article|clause|part) )?"
    r"(?:\d{1,3}(?:\.\d{1,3})+[.):]?|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.):]+) ",
    re.IGNORECASE,
)
_CROSS_REFERENCE = re.compile(
    r"\b(section|article|clause|paragraph|part|annex|appendix|schedule)s? "
    r"(?:\d[\d.]*|[ivx]+\b)(?:(?:, (?:and )?| and | to | or |-)\d[\d.]*){0,9}",
    re.IGNORECASE,
)
_WITHOUT_EFFECT = frozenset(
    (
        *("the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "with", "from", "into", "that", "which"),
        *("this", "these", "those", "such", "as", "is", "are", "be", "been", "its", "it", "so", "very", "both", "own"),
        *("also", "please", "here", "there", "their", "however", "therefore", "furthermore", "moreover", "following"),
    )
)
# Words that say the same in a contract; each is read as the first of its line.
_SYNONYMS = {
    other: line.split()[0]
    for line in (
        "use utilise utilize",
        "start begin commence",
        "help assist",
        "get obtain receive",
        "buy purchase",
        "about regarding concerning",
        "before prior",
        "through via",
        "site website",
        "email e-mail",
        "tell inform notify",
        "also additionally",
        "keep retain",
        "ask request",
        "end terminate",
        "need require",
        "agreement contract",
        "people persons individuals",
        "make create",
        "give provide",
        "if where when",
        "us we",
    )
    for other in line.split()[1:]
}
_SPELLINGS = (
    (re.compile(r"is(e[ds]?|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"our(s|ed|ing|ite|able|ably)?$"), r"or\1"),
    (re.compile(r"(licen|defen|offen)c(e[ds]?)$"), r"\1s\2"),
    (re.compile(r"(cent|met|theat)re(s?)$"), r"\1er\2"),
    (re.compile(r"ll(ed|ing|er)$"), r"l\1"),
    (re.compile(r"['’]s$"), ""),
    (re.compile(r"(?<=[a-z]{3})s$"), ""),
)
_OBLIGATION = frozenset(
    (
        *("may", "must", "shall", "will", "can", "cannot", "not", "never", "no", "only", "without", "right", "rights"),
        *("agree", "agrees", "consent", "grant", "waive", "warrant", "entitled", "liable", "liability", "responsible"),
        *(
            "prohibited",
            "required",
            "permitted",
            "allowed",
            "fee",
            "fees",
            "charge",
            "refund",
            "terminate",
            "end",
            "suspend",
        ),
    )
)
_LINK = re.compile(r"!?\[[^\[\]]{0,2000}\]\([^()]{0,4000}\)")
_LONGEST_FURNITURE = 6
_LONGEST_REMARK = 8
_LONGEST_NAME = 6


@lru_cache(maxsize=8192)
def effective_words(visible: str) -> tuple[str, ...]:
    """The words of a visible text that can carry an effect.

    Dates, contact details, numbering and cross-references are masked, spellings and synonyms are unified, and words
    that carry no effect by themselves are left out: texts that agree in the result differ editorially at most.
    """
    text = _NUMBERING.sub("", visible)
    text = _COPYRIGHT_YEARS.sub(r"\1 ", without_particulars(text))
    text = _CROSS_REFERENCE.sub(r"\1", text)
    return tuple(canonical_word(word) for word in words(text) if word not in _WITHOUT_EFFECT)


@lru_cache(maxsize=32768)
def canonical_word(word: str) -> str:
    """A word in lower case with its spelling, number and synonym unified."""
    word = _SYNONYMS.get(word, word)
    for pattern, form in _SPELLINGS:
        word = pattern.sub(form, word)
    return word.replace("-", "")


def is_furniture(source: str, visible: str) -> bool:
    """Whether a block belongs to the page, not to the text: navigation links, a bare label, a copyright line.

    A line with a date or an address is none: it says since when a text applies, or whom to write to.
    """
    if not words(visible) or _COPYRIGHT_YEARS.match(visible):
        return True
    if without_particulars(visible) != visible:
        return False
    if "](" in source and not words(_LINK.sub(" ", source)):
        return True
    shown = words(visible)
    return len(shown) <= _LONGEST_FURNITURE and not visible.endswith((".", ";", ":", "!")) and not _states_effect(shown)


def _states_effect(shown: Sequence[str]) -> bool:
    return any(word in _OBLIGATION for word in shown)


def weight_of_edit(old: str, new: str, is_name: Callable[[str], bool], *, in_provision: bool) -> Weight:
    """Weigh the difference between two states of one block, given as visible texts.

    `is_name` tells whether a word, as written, is a proper name in the two documents. `in_provision`: a provision
    covers the block before or after; elsewhere a difference has an effect only where
    the words that changed speak of one.
    """
    if words(old) == words(new):
        return Weight.TECHNICAL
    before, after = effective_words(old), effective_words(new)
    deleted, inserted = _swapped(before, after)
    changed = deleted + inserted
    renamed = bool(deleted) and bool(inserted) and all(is_name(word) for word in changed)
    if not changed or renamed or not (in_provision or _states_effect(changed)):
        return Weight.EDITORIAL
    return Weight.SUBSTANTIVE


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
    effective = effective_words(visible)
    if in_provision or (len(effective) > _LONGEST_REMARK and _states_effect(words(visible))):
        return Weight.SUBSTANTIVE
    return Weight.EDITORIAL

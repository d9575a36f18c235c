"""Which words of a text can carry an effect: what anyone may, must or will do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from conductatlas.changes.page_marks import without_page_marks
from conductatlas.changes.words import without_particulars
from conductatlas.reading import words

_NUMBERING = re.compile(
    r"^(?:(?:section|article|clause|part) )?"
    r"(?:[a-z]\.\d{1,3}(?:\.[\da-z]{1,3})*[.):]?|\d{1,3}(?:\.\d{1,3})+[.):]?|\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.):]+) ",
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
        *("and/or", "usd"),
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
        "breach violation violate",
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
        *("opt", "opt-in", "opt-out", "optin", "optout", "appeal", "object", "withdraw"),
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


@lru_cache(maxsize=8192)
def effective_words(visible: str) -> tuple[str, ...]:
    """The words of a visible text that can carry an effect.

    Dates, contact details, numbering and cross-references are masked, spellings and synonyms are unified, and words
    that carry no effect by themselves are left out: texts that agree in the result differ editorially at most.
    """
    text = without_particulars(_NUMBERING.sub("", without_page_marks(visible)))
    text = _CROSS_REFERENCE.sub(r"\1", text.replace("§", " section "))
    return tuple(canonical_word(word) for word in words(text) if word not in _WITHOUT_EFFECT)


def says_the_same(old: str, new: str) -> bool:
    """Whether two visible texts differ in nothing that can carry an effect."""
    return effective_words(old) == effective_words(new)


@lru_cache(maxsize=32768)
def canonical_word(word: str) -> str:
    """A word in lower case with its spelling, number and synonym unified."""
    word = _SYNONYMS.get(word, word)
    for pattern, form in _SPELLINGS:
        word = pattern.sub(form, word)
    return word.replace("-", "")


def words_of_effect(shown: Sequence[str]) -> frozenset[str]:
    """Those of some words that speak of a right, a duty or what is done."""
    return _OBLIGATION.intersection(shown)


def states_effect(shown: Sequence[str]) -> bool:
    """Whether any of some words speaks of a right, a duty or what is done."""
    return any(word in _OBLIGATION for word in shown)

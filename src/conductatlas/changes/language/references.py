"""Sentences that say the same of another section, or name another address, than before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from conductatlas.changes.language.words import is_hidden_address
from conductatlas.reading import Document, word_line

_REFERENCE = re.compile(r"\b(?:section|article|clause|paragraph)s? (\d{1,3}(?:\.\d{1,3})*)", re.IGNORECASE)
# '9.1 By the customer. The customer agrees …'
_NUMBERED = re.compile(r"\W{0,3}(?:(?:section|article|clause) )?(\d{1,3}(?:\.\d{1,3})*)[.):]?\s+(?=\w)", re.IGNORECASE)
# So many words tell which section one is.
_BEGINNING = 6
# What counts where it arrives.
_TO_BE_SENT = re.compile(
    r"\b(?:notices?|claims?|complain\w*|appeals?|requests?|opt[- ]?out|withdraw\w*|terminat\w+|cancel\w*)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def refers_elsewhere(said: str, says: str, old: Document, new: Document) -> bool:
    """Whether an edited sentence refers to another section than before, not to the same one under another number."""
    before, after = _REFERENCE.findall(said), _REFERENCE.findall(says)
    if before == after or len(before) != len(after):
        return False
    now = _renumbered(old, new)
    return any(one != other and now.get(one, other) != other for one, other in zip(before, after, strict=True))


def without_references(visible: str) -> str:
    """A visible text with the numbers of the sections left out to which it refers."""
    return _REFERENCE.sub("section", visible)


def names_another_address(said: str, says: str) -> bool:
    """Whether an edited sentence on what has to be sent gives another address of mail, which is not one a page hid."""
    if not _TO_BE_SENT.search(says):
        return False
    before, after = (sorted(set(map(str.lower, _ADDRESS.findall(one)))) for one in (said, says))
    return bool(before and after) and before != after and not is_hidden_address(said, says)


@lru_cache(maxsize=4)
def _renumbered(old: Document, new: Document) -> Mapping[str, str]:
    """Which number each section of a text has in another one, as far as its first words tell."""
    now = {words: number for number, words in _sections(new).items()}
    return {number: now[words] for number, words in _sections(old).items() if words in now}


def _sections(document: Document) -> dict[str, str]:
    """The first words of the sections of a text by their numbers; those that begin alike are left out."""
    found: dict[str, str] = {}
    for visible in document.visible:
        begun = _NUMBERED.match(visible)
        if begun and begun[1] not in found:
            found[begun[1]] = " ".join(word_line(visible[begun.end() :]).split()[:_BEGINNING])
    often = Counter(found.values())
    return {number: words for number, words in found.items() if words and often[words] == 1}

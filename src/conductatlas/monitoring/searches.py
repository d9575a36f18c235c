"""Saved searches, found by how their longest word begins.

A search matches by the rules of the full-text index, which takes words back to their stems. That leaves their first
letters alone; so a search can only match a text some word of which begins as its longest word does. Watches keep that
beginning in a column with an index, and only what passes it is put to the full-text index itself.
"""

from __future__ import annotations

import re
import unicodedata

from conductatlas.records.search import parse_query

_WORD = re.compile(r"[^\W_]+")
# How many of its first letters stemming leaves alone, by how many a word has: of a short one little is sure to be left
# ('dying' is taken back to 'die').
_SURE = ((8, 4), (6, 3), (0, 1))


def lead(query: str) -> str:
    """How the longest word of a query begins; empty where it holds no word."""
    words = [word for term in parse_query(query) for word in _words(term.text)]
    return _beginning(max(words, key=len, default=""))


def beginnings(texts: list[str]) -> frozenset[str]:
    """The beginnings of all words of some texts, as `lead` gives them."""
    words = {word for text in texts for word in _words(text)}
    return frozenset(word[:sure] for word in words for _, sure in _SURE)


def may_match(query: str, begins: frozenset[str]) -> bool:
    """Whether a query can match texts whose words begin so."""
    return all(_beginning(word) in begins for term in parse_query(query) for word in _words(term.text))


def _words(text: str) -> list[str]:
    plain = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return _WORD.findall(plain)


def _beginning(word: str) -> str:
    return word[: next(sure for length, sure in _SURE if len(word) >= length)]

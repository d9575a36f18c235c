"""What a careful reader would trip over in a sentence."""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"\b(\w+)\s+\1\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\ba (?:[aeio]\w|8\b|11\b|18\b)|\ban (?:[bcdfgjklmnpqrstvwxz]|[1-79]\b)", re.IGNORECASE)
_ARTICLE_FINE = re.compile(r"\ba (?:eu\w|one\b|one-|once|us\w|uni\w)", re.IGNORECASE)
_END = re.compile(r"[.?][”’\"')]?$")


def fault(sentence: str) -> str:
    """What is wrong with a sentence; empty where nothing is."""
    if re.search(r"[{}]", sentence):
        return "brace"
    if _DOUBLED.search(sentence):
        return "doubled word"
    if "  " in sentence or ".." in sentence or " ." in sentence or " ," in sentence or ",," in sentence:
        return "doubled or stray mark"
    if "—" in sentence:
        return "dash"
    if not sentence[:1].isupper() and not sentence.startswith("privacy@"):
        return "no capital"
    if not _END.search(sentence):
        return "no final mark"
    if _ARTICLE.search(sentence) and not _ARTICLE_FINE.search(sentence):
        return "article"
    return ""

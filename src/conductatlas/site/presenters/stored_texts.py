"""Stored texts as pages ask for them again and again: read once, by their hash."""

from __future__ import annotations

import zlib
from functools import lru_cache

from conductatlas.changes import KeptText, is_said_next_to
from conductatlas.reading import Document, read_markdown
from conductatlas.records.models import StoredText, Version

# So much of the runs of words of a sentence stands where that was edited.
_NEARLY_ALL = 0.8


class ByHash:
    """A stored text that counts as equal to one with the same hash, so that what is made of it can be kept."""

    def __init__(self, text: StoredText) -> None:
        self._text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByHash) and self._text.sha256 == other._text.sha256

    def __hash__(self) -> int:
        return hash(self._text.sha256)

    def read(self) -> Document:
        """The text, read into blocks; empty where what is stored of it is damaged."""
        try:
            return read_markdown(self._text.text)
        except zlib.error:
            return read_markdown("")


@lru_cache(maxsize=8)
def kept_text(of: ByHash) -> KeptText:
    """The words of a stored text, to look up what stands in it."""
    return KeptText(of.read())


class TwoTexts:
    """The texts of two versions, one after the other, which are read when something is asked of them."""

    def __init__(self, before: Version, after: Version) -> None:
        self._before, self._after = before, after

    def have_gained(self, words: str) -> bool:
        """Whether the later text has words that the one before lacks."""
        was, now = self._times(words)
        return now > 0 == was

    def have_lost(self, words: str) -> bool:
        """Whether the later text lacks words that the one before has."""
        was, now = self._times(words)
        return was > 0 == now

    def one_says_next_to(self, words: str, before: str, after: str) -> bool:
        """Whether what stands next to a passage says some words that it has in the other text: edited, or as a list."""
        was, now = (kept_text(ByHash(one.text)) for one in (self._before, self._after))
        return is_said_next_to(words, before, was, now) or is_said_next_to(words, after, now, was)

    def both_have(self, words: str) -> bool:
        """Whether words stand in both texts."""
        return all(self._times(words))

    def both_nearly_have(self, words: str) -> bool:
        """Whether nearly all of some words stands in both texts: they were edited there, or are a part of such."""
        return all(kept_text(ByHash(one.text)).holds(words, _NEARLY_ALL) for one in (self._before, self._after))

    def _times(self, words: str) -> tuple[int, int]:
        return kept_text(ByHash(self._before.text)).times(words), kept_text(ByHash(self._after.text)).times(words)

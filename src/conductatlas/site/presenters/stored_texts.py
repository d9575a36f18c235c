"""Stored texts as pages ask for them again and again: read once, by their hash."""

from __future__ import annotations

import zlib
from functools import lru_cache

from conductatlas.changes import KeptText
from conductatlas.reading import Document, read_markdown
from conductatlas.records.models import StoredText


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

"""A passage in small letters, in one of two ways, and the set of its words: what finders ask first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from conductatlas.reading import letter_runs

# Each begins with a sign of its own, and so is soon looked for; what stands before that is asked about behind it.
_MARKS = re.compile(
    r"(\]\()[^()\s]{1,2000}|https?://[^\s<>()\[\]]{1,2000}"
    r"|_(?<![A-Za-z0-9_]_)_{0,2}(?=[A-Za-z0-9])|_(?<=[A-Za-z0-9]_)_{0,2}(?![A-Za-z0-9_])"
)


# Every finder asks for the passage at hand, one after another: a few places are enough.
@lru_cache(maxsize=4)
def small_letters(text: str) -> str:
    """The text in small letters, every character at the place where it stood."""
    # The only letter that two code points are the small form of.
    return text.replace("İ", "i").lower()


@lru_cache(maxsize=4)
def small_letters_of_all(text: str) -> str:
    """The same with the letters for which a search without case takes others: ı for i, ſ for s."""
    if not text.isascii():
        text = text.replace("ı", "i").replace("ſ", "s")
    return small_letters(text)


@lru_cache(maxsize=4)
def words_of(text: str) -> frozenset[str]:
    """The words of a text, in small letters: runs of a to z, so that hyphens, figures and marks divide them."""
    return letter_runs(small_letters(text))


@lru_cache(maxsize=4)
def without_marks(text: str) -> str:
    """The text with spaces in place of the addresses of links and of underscores around words.

    Every other character stays where it stood. 'policies/cookies/printable' speaks of no cookies, and its full stops
    end no sentence; to a pattern an underscore is a letter.
    """
    if "](" not in text and "://" not in text and "_" not in text:
        return text
    return _MARKS.sub(_blanked, text)


def _blanked(found: re.Match[str]) -> str:
    kept = found[1] or ""
    return kept + " " * (len(found[0]) - len(kept))


def occurrences(text: str, word: str) -> Iterator[int]:
    """Where `word` stands in `text`, alone or in another word."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)

"""Names that gave way to others where a clause was reworded, such as those of products and of defined terms."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conductatlas.changes.language.effect import canonical_word
from conductatlas.changes.names.swaps import Swap, swaps

_WORD = re.compile(r"[^\W_][\w’'&.-]*[^\W_]|[^\W_]")
_FIGURE = re.compile(r"\d")
# Of so many exchanges, and of names of so many words, it is told.
_MOST_TOLD, _MOST_WORDS = 2, 4


def exchanged_names(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """The names in a visible text that gave way to others, each with the other and once; of many none is told.

    A name has capitals, and an exchange in spelling alone is none.
    """
    pairs = dict.fromkeys((went, came) for went, came in _swapped(before, after) if went and came)
    found = [(" ".join(went), " ".join(came)) for went, came in pairs if _is_exchange(went, came)]
    return tuple(found) if len(found) <= _MOST_TOLD else ()


def only_names_exchanged(before: str, after: str) -> bool:
    """Whether nothing but names gave way in a visible text, to others."""
    return all(went and came and _is_exchange(went, came) for went, came in _swapped(before, after))


def _swapped(before: str, after: str) -> tuple[Swap, ...]:
    said, says = (tuple(_WORD.findall(text)) for text in (before, after))
    return swaps(said, says)


def _is_exchange(went: tuple[str, ...], came: tuple[str, ...]) -> bool:
    if max(len(went), len(came)) > _MOST_WORDS or not all(_is_name(side) for side in (went, came)):
        return False
    said, says = ("".join(canonical_word(word.lower()) for word in side) for side in (went, came))
    return said != says


def _is_name(words: Iterable[str]) -> bool:
    return all(word[0].isupper() and not _FIGURE.search(word) for word in words)

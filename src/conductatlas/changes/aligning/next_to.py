"""What stands right above or below a passage, and may say what the passage gave away: a lead-in with its list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from conductatlas.changes.aligning.kept import KeptText
from conductatlas.provisions import content_stems
from conductatlas.reading import BlockKind, Document, sentences, word_count

# A sentence is said where so many of its words that say something stand, in no more than so many times as many words.
_HELD, _FEWEST, _TIMES_LONGER = 0.7, 4, 2.5


class _Said:
    """A sentence, or a list with what leads into it: how many words it has, and the stems of what it says."""

    def __init__(self, text: str, words: int) -> None:
        self.text = text
        self.words = words

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of a long list they are seldom asked for."""
        return frozenset(content_stems(self.text))


def is_said_next_to(said: str, passage: str, text: KeptText, other: KeptText) -> bool:
    """Whether a sentence, or a list, next to a passage of a text says what some words say.

    It has most of their words, in whatever order, and the `other` text lacks it: they have become it, or were it.
    """
    stems = frozenset(content_stems(said))
    if len(stems) < _FEWEST:
        return False
    most = _TIMES_LONGER * word_count(said)
    return any(
        one.words <= most and len(stems & one.stems) >= _HELD * len(stems) and not other.times(one.text)
        for one in _said_next_to(passage, text.document)
    )


# All that changed in a passage is asked about, one after the other.
@lru_cache(maxsize=16)
def _said_next_to(passage: str, document: Document) -> tuple[_Said, ...]:
    return tuple(_next_to(passage, document))


def _next_to(passage: str, document: Document) -> Iterator[_Said]:
    """The sentences right above and below the places of a passage, and each list there with what leads into it."""
    blocks, visible = document.blocks, document.visible
    for first, last in document.places(passage):
        above = first - 1
        while above >= 0 and blocks[above].lead_in is not None:
            above = blocks[above].lead_in or 0
        below = last + 1
        while below + 1 < len(blocks) and blocks[below + 1].lead_in is not None:
            below += 1
        for start, end in ((above, first), (last + 1, below + 1)):
            if 0 <= start < end <= len(blocks) and blocks[start].kind is not BlockKind.HEADING:
                said = sentences(visible[start])
                yield from (_Said(one, word_count(one)) for one in said)
                if end - start > 1:
                    number = word_count(said[-1]) + sum(document.word_counts[start + 1 : end])
                    yield _Said(" ".join([said[-1], *visible[start + 1 : end]]), number)

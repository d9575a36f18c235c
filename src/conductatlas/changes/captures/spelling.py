"""Whether a version is the one before put into another spelling, of the same day."""

from __future__ import annotations

from collections.abc import Iterator

from conductatlas.changes.aligning.alignment import align
from conductatlas.changes.captures.effective import days_of_version
from conductatlas.changes.language.effect import canonical_word
from conductatlas.changes.names.renaming import FEWEST_RESPELT, respelt
from conductatlas.reading import Document

OF_ONE_DAY = "with the same date of its own."
# The words of one spelling are so many times those of the other.
_TIMES_MORE = 4


def told_of_spelling(old: Document, new: Document) -> Iterator[str]:
    """That a text is now in another spelling, with the day that it named before, where both are so."""
    days = days_of_version(old)
    if not days or days != days_of_version(new):
        return
    edges = (edge for edge in align(old, new).edges if edge.likeness < 1.0 and not edge.part)
    pairs = {pair for edge in edges for pair in respelt(old.visible[edge.old], new.visible[edge.new])}
    # Words are unified as Americans spell them.
    british = len({canonical_word(came) for went, came in pairs if _is_unified(went) and not _is_unified(came)})
    american = len({canonical_word(came) for went, came in pairs if _is_unified(came) and not _is_unified(went)})
    fewer, more = sorted((british, american))
    if more >= max(FEWEST_RESPELT, _TIMES_MORE * fewer):
        yield f"The text is now in {'British' if british > american else 'American'} spelling, {OF_ONE_DAY}"


def _is_unified(word: str) -> bool:
    return word.startswith(canonical_word(word))

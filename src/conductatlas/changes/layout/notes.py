"""Numbered notes that a text refers to, as those of a printed page, which may have been captured without them."""

from __future__ import annotations

import re

from conductatlas.changes.language.words import without_footnotes
from conductatlas.reading import Document, word_line

# A link of a text to a note of its own: '[what it is about\[12\]](…#note-12)'.
_REFERENCE = re.compile(r"\[(\d{1,3})\\?\]\]\([^)\s]*#[^)\s]*?\b(\d{1,3})\)")
# So many notes are no accident, nor is it that so many parts went for each of them.
_FEWEST, _FOR_EACH = 10, 0.4


def may_have_lost_notes(old: Document, new: Document, lost: int) -> bool:
    """Whether what a text lost, so many sections, may be notes to which it still refers, and that a page left out.

    So it may where these are as many, or where the numbers went that stood over the notes, with what began these.
    """
    notes = _notes(old.text) & _notes(new.text)
    if len(notes) < _FEWEST:
        return False
    shown, kept = frozenset(new.visible), frozenset(map(_line, new.visible))
    begun = zip(old.visible, old.visible[1:], strict=False)
    numbers = {number for number, first in begun if number in notes - shown and _line(first) not in kept}
    return max(lost, len(numbers)) >= _FOR_EACH * len(notes)


def _line(visible: str) -> str:
    """The words of a block in a line, without numbers of notes."""
    return word_line(without_footnotes(visible))


def _notes(text: str) -> frozenset[str]:
    """The numbers of the notes that a text refers to."""
    return frozenset(number for number, anchor in _REFERENCE.findall(text) if number == anchor)

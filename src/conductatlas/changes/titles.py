"""What a document calls itself: its first heading, and that of each page where several are recorded as one."""

from __future__ import annotations

import re

from conductatlas.reading import BlockKind, Document, word_line

# A title that says which document it is, and of which kind: a page on something else has another one. 'Policies' by
# itself stands over a whole site.
_KIND = re.compile(
    r"\w (?:polic(?:y|ies)|terms|conditions|agreement|notice|statement|guidelines|rules|licen[cs]e|addendum)\b"
    r"|\b(?:terms|conditions|rules) (?:of|and)\b"
)
# A title is no longer than this, in words.
_LONGEST = 12


def title_of(document: Document) -> str:
    """The first heading of a text; empty where it has none."""
    blocks = zip(document.blocks, document.visible, strict=True)
    return next((visible for block, visible in blocks if block.kind is BlockKind.HEADING), "")


def names_document(title: str) -> bool:
    """Whether a heading, as a line of words, is the title of a document of some kind; a numbered section's is none."""
    return not title[:1].isdigit() and title.count(" ") < _LONGEST and _KIND.search(title) is not None


def have_one_title(one: Document, other: Document) -> bool:
    """Whether two texts have the same title, and it says of which kind the document is: one was written anew."""
    title = word_line(title_of(one))
    return _KIND.search(title) is not None and title == word_line(title_of(other))

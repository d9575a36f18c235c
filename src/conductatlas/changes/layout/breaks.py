"""Where a thematic break ends what stands above it: behind its text, not right behind its title.

What follows may be another article that was joined to the first one without its title.
"""

from __future__ import annotations

from bisect import bisect_right

from conductatlas.changes.layout.title_lines import titles_in
from conductatlas.reading import Document, below_breaks, kept_with_document


@kept_with_document
def begun_anew(document: Document) -> tuple[int, ...]:
    """The blocks with which something else begins behind a thematic break, in order."""
    return tuple([one for one in below_breaks(document) if not _is_below_title(document, one)])


def last_break(document: Document, number: int) -> int:
    """The last block down to `number` with which something else begins behind a thematic break; 0 where none does.

    No title above it stands over `number`.
    """
    begun = begun_anew(document)
    at = bisect_right(begun, number)
    return begun[at - 1] if at else 0


@kept_with_document
def untitled_breaks(document: Document) -> tuple[int, ...]:
    """Those of these blocks that are no title: what begins there stands under none of its own."""
    titles = titles_in(document)
    return tuple([one for one in begun_anew(document) if titles[one] is None])


def _is_below_title(document: Document, number: int) -> bool:
    above = next((one for one in range(number - 1, -1, -1) if document.word_counts[one]), None)
    title = None if above is None else titles_in(document)[above]
    return title is not None and title.sure and not title.runs_in

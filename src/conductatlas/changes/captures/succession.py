"""Whether two texts say by themselves that the one took the place of the other, as by a link to the one before."""

from __future__ import annotations

import re
from collections.abc import Collection

from conductatlas.changes.layout.titles import title_of, titles_at_head
from conductatlas.provisions import content_stems
from conductatlas.reading import Document

# 'View previous business terms', 'Archived versions of the Privacy Policy: …', 'replaces our Terms of Use'
_FORMER = re.compile(
    r"\b(?:previous|prior|former|earlier|archived|old)\b|\b(?:replac|supersed)(?:es?|ing)\b(?! (?:any|all)\b)",
    re.IGNORECASE,
)
# 'View upcoming services agreement', in the text before.
_COMING = re.compile(r"\bupcoming\b|\b(?:replaced|superseded) by\b", re.IGNORECASE)
# What names another text is short, and names it soon.
_LONGEST, _SOON = 400, 120


def says_it_follows(old: Document, new: Document) -> bool:
    """Whether the new text names the old one as one before it, or the old text the new one as one to come.

    Only where each has a title that the other has not: earlier versions of a document of one title may be any.
    """
    before, after = _titles(old), _titles(new)
    return _names(new, _FORMER, before - after) or _names(old, _COMING, after - before)


def _titles(document: Document) -> frozenset[frozenset[str]]:
    titles = (frozenset(content_stems(one)) for one in (title_of(document), *titles_at_head(document)))
    return frozenset(one for one in titles if len(one) > 1)


def _names(document: Document, announced: re.Pattern[str], titles: Collection[frozenset[str]]) -> bool:
    return any(
        title <= frozenset(content_stems(visible[found.end() : found.end() + _SOON]))
        for visible in document.visible
        if titles and len(visible) <= _LONGEST
        for found in announced.finditer(visible)
        for title in titles
    )

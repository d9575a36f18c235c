"""Where a paragraph is cut that a page wrote as one with all that stands below it: a whole contract in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

# No author writes longer paragraphs than this; and so long a run is enough to be read by itself. In code points.
_LONGEST = 4000
_ENOUGH = 800
_LINK = r"\[[^\[\]]{0,2000}\]\([^()]{0,4000}\)"
_ENDS = r"(?:(?<=[a-z]{2}[.!?])|(?<=[A-Z]{3}[.!?])|(?<=[a-z\d]\)[.!?])|(?<=[.!?][\"”*_)])|(?<=[.!?][*_]{2}))"
# '4. Fees', '**B. Term', 'XIV. Notices', and after a semicolon as well an item in brackets: '(iii) to copy it'.
_SECTION = r"(?:\*\*|__)?(?:\d{1,2}(?:\\?\.\d{1,2}){0,3}\\?[.)]?|[A-Z]\\?\.|[IVX]{2,5}\\?\.)\s(?=[\"“*_]{0,4}[A-Z])"
_ITEM = r"\((?:[a-z]{1,4}|\d{1,2})\)\s"
_BREAK = re.compile(
    rf"{_LINK}|{_ENDS}\s*(?:(?P<section>(?={_SECTION}))|(?P<sentence>(?=[\"“*_]{{0,4}}[A-Z][a-z]+\b|{_ITEM})))"
    rf"|(?<=[a-z)];)\s*(?P<item>(?={_ITEM}))"
)


def runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of a paragraph, from the start to the end of each: the paragraph itself, if it is not overlong.

    A long one is cut before each number of a section, and where a run is long enough at the next end of a sentence. A
    section is cut from its number on, so that what is edited in one moves no cut in another.
    """
    if end - start > _LONGEST:
        for found in _BREAK.finditer(text, start, end):
            # What the expression finds besides is a link, in which nothing is cut.
            if found.lastgroup == "section" or (found.lastgroup and found.end() - start >= _ENOUGH):
                yield start, found.start()
                start = found.end()
    yield start, end

"""Pages parsed as browsers do, but for those that are made to use up time or memory."""

from __future__ import annotations

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser

from conductatlas.reading.errors import ReadingError

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
# Pages with fewer tags can't do harm.
_FEWEST_TAGS = 1500
# Elements that never hold others, or end where the next one of their kind begins.
_SHALLOW = frozenset(
    (
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
        *("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "path"),
    )
)
# Elements that a parser opens anew in each block that begins while they are open
# (https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements).
_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
# Of these one ends where the next one begins.
_SINGLE = frozenset(("a", "nobr"))
_DEEPEST = 10_000
_MOST_REPEATED = 1_000_000


def parse_page(html: str) -> LexborHTMLParser:
    """Parse a page. Raises ReadingError, without naming a file, for one that `check_nesting` refuses."""
    check_nesting(html)
    return LexborHTMLParser(html)


def check_nesting(html: str) -> None:
    """Raise ReadingError for markup of which a parser would make a tree without bounds.

    Thirty kilobytes of open emphasis and paragraphs become millions of elements, and the time for elements within
    elements grows with the square of their depth. What is counted are the tags as they stand: a rough upper bound.
    """
    tags = _TAG.findall(html)
    if len(tags) < _FEWEST_TAGS:
        return
    opened: Counter[str] = Counter()
    depth = formatting = repeated = 0
    for closing, written in tags:
        name = written.lower()
        if not closing and name not in _FORMATTING:
            repeated += formatting
        if name not in _SHALLOW:
            change = _change(name, bool(closing), opened[name])
            opened[name] += change
            depth += change
            formatting += change if name in _FORMATTING else 0
        if depth > _DEEPEST or repeated > _MOST_REPEATED:
            raise ReadingError("is nested too deeply for a page")


def _change(name: str, closing: bool, opened: int) -> int:
    """By how much a tag makes the elements of its name that are open more."""
    if closing:
        return -1 if opened else 0
    return 0 if opened and name in _SINGLE else 1

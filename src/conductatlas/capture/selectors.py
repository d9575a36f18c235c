"""CSS selectors, as the parser that reads the pages takes them."""

from __future__ import annotations

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

# The parser knows a pseudo-class of its own, which no other reader of a declaration does.
_FOREIGN = re.compile(r":-?lexbor-", re.IGNORECASE)


@lru_cache(maxsize=1)
def _nothing() -> LexborHTMLParser:
    return LexborHTMLParser("")


def is_selector(text: str) -> bool:
    """Whether a text is a CSS selector that pages can be searched with."""
    if _FOREIGN.search(text) or "\0" in text:
        return False
    try:
        _nothing().css(text)
    except SelectolaxError:
        return False
    return True


def matches(page: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """The elements of a page that a selector matches, each once, in the order of the page."""
    return list({node.mem_id: node for node in page.css(selector)}.values())

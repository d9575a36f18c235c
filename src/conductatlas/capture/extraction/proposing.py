"""What to select of a page that nothing is declared of: its main content, named so that the name lasts."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from conductatlas.capture.extraction.main_content import main_content
from conductatlas.capture.extraction.selection import stands_in_one_of
from conductatlas.capture.selectors import is_selector, matches
from conductatlas.reading import ReadingError, parse_page

# Names that people gave: small letters and hyphens, and no heap of consonants. What the build of a site makes anew
# holds digits, capitals, or letters as they fall.
_LASTING = re.compile(
    r"(?!.*[bcdfghjklmnpqrstvwxz]{5})(?!.*(?:^|[-_])[bcdfghjklmnpqrstvwxz]{4})[a-z]{3,}(?:[-_][a-z]{2,}){0,4}"
)
_REMOVED = ("nav", "aside", "footer", "form", "dialog", "button", "select")


def propose_selection(html: str) -> tuple[str, tuple[str, ...]]:
    """A selector for the main content of a page, and what to remove within it. Both are empty for a page without."""
    try:
        page = parse_page(html)
    except ReadingError:
        return "", ()
    part = main_content(page)
    if part is None:
        return "", ()
    selector = _selector(page, part.root)
    chosen = page.css_first(selector)
    removed = []
    for tag in _REMOVED:
        inside = chosen.css(tag) if chosen is not None else []
        if inside and all(node.mem_id in part.without or stands_in_one_of(node, part.without) for node in inside):
            removed.append(tag)
    return selector, tuple(removed)


def _selector(page: LexborHTMLParser, root: LexborNode) -> str:
    """The shortest lasting selector that matches an element and nothing else, or the nearest one around it."""
    node: LexborNode | None = root
    while node is not None and node.tag not in ("body", "html", "-document"):
        for selector in _names(node):
            if is_selector(selector) and [one.mem_id for one in matches(page, selector)] == [node.mem_id]:
                return selector
        node = node.parent
    return "body"


def _names(node: LexborNode) -> list[str]:
    attributes = node.attributes
    names = [node.tag or ""] if node.tag in ("main", "article") else []
    if attributes.get("role") == "main":
        names.append('[role="main"]')
    identity = attributes.get("id") or ""
    if _LASTING.fullmatch(identity):
        names.append(f"#{identity}")
    classes = [name for name in (attributes.get("class") or "").split() if _LASTING.fullmatch(name)]
    return [*names, *(f".{name}" for name in classes), *(f"{node.tag}.{name}" for name in classes)]

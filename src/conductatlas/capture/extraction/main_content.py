"""The main content of a page that nothing is selected of, by structure alone.

A governance document is prose: paragraphs, list items and tables that make up the bulk of their page. So the main
content is the innermost element that still holds nearly all the prose, without the frame that stands in it.
"""

from __future__ import annotations

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from conductatlas.capture.selectors import matches
from conductatlas.reading import Part

_FRAME = ", ".join(
    (
        *("nav", "footer", "aside", "dialog", "form", "button:not([aria-expanded])", "select"),
        *(f'[role="{role}"]' for role in ("navigation", "banner", "contentinfo", "complementary", "search")),
        *(f'[role="{role}"]' for role in ("dialog", "alertdialog", "menu", "menubar", "tablist")),
    )
)
# A document may begin with a header; that of the site has no title of a document, or a menu.
_HEADER = "body > header:not(:has(h1)), header:has(nav):not(:has(h1))"
# Names that are given to such things and to nothing else: a section about cookies is called 'cookies' too.
_NAMED = re.compile(
    r"(?:^|[-_\s])(?:(?:cookies?|consent|privacy|gdpr)[-_]?(?:banner|bar|popup|modal|dialog|overlay|wall)"
    r"|onetrust|cookiebot|didomi|usercentrics|truste|breadcrumbs?|side-?bar|navbar|skip-?links?|newsletter"
    r"|related[-_](?:articles?|posts?|links?|content)|share-?buttons?|social-?links?"
    r"|sr-only|visually-?hidden|screen-?reader(?:-text|-only)?)(?:$|[-_\s])",
    re.IGNORECASE,
)
_NEVER_FRAME = frozenset(("html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"))
_LANDMARKS = ("main", '[role="main"]', "article")
# A landmark with this share of the prose is taken at its word, …
_LANDMARK_SHARE = 0.6
# … and an element is left for one within it that holds this share of its prose.
_DESCENT_SHARE = 0.95
_MOST_TITLES = 20
_SILENT = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "head", "title"))
_OF_TEXT = frozenset(("p", "ul", "ol", "dl", "table", "tbody", "blockquote", "pre", "li", "span", "b", "strong"))
# A frame that holds more than this share of all prose is none: some pages put everything into a form or a dialog.
_LARGEST_FRAME = 0.5


def main_content(page: LexborHTMLParser) -> Part | None:
    """The part of a page that holds its text; None where the page has no prose at all."""
    body = page.body or page.root
    if body is None:
        return None
    prose = _prose(body)
    total = prose.get(body.mem_id, 0)
    if not total:
        return None
    frame = _frame(page, prose, total)
    prose = _prose(body, frame)
    total = prose.get(body.mem_id, 0)
    root = _landmark(page, prose, total)
    if root is None:
        root, titles = body, _titles(page)
        while (inner := _heir(root, prose, titles)) is not None:
            root = inner
    return Part(root, frame)


def _frame(page: LexborHTMLParser, prose: dict[int, int], total: int) -> frozenset[int]:
    """What stands around the text, or within it and is no part of it."""
    found = matches(page, f"{_FRAME}, {_HEADER}")
    for node in matches(page, "[id], [class]"):
        attributes = node.attributes
        if node.tag not in _NEVER_FRAME and _NAMED.search(
            f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
        ):
            found.append(node)
    return frozenset(node.mem_id for node in found if prose.get(node.mem_id, 0) <= total * _LARGEST_FRAME)


def _landmark(page: LexborHTMLParser, prose: dict[int, int], total: int) -> LexborNode | None:
    """The element that the page itself calls its main content, where it is right."""
    for selector in _LANDMARKS:
        found = max(matches(page, selector), key=lambda node: prose.get(node.mem_id, 0), default=None)
        if found is not None and prose.get(found.mem_id, 0) >= total * _LANDMARK_SHARE:
            return found
    return None


def _titles(page: LexborHTMLParser) -> Counter[int]:
    """How many titles stand in each element, by `mem_id`."""
    found: Counter[int] = Counter()
    for title in matches(page, "h1")[:_MOST_TITLES]:
        parent = title.parent
        while parent is not None:
            found[parent.mem_id] += 1
            parent = parent.parent
    return found


def _heir(node: LexborNode, prose: dict[int, int], titles: Counter[int]) -> LexborNode | None:
    """The child that holds nearly all the prose of its parent; None where that is a piece of the text itself, or the
    parent holds a title of the page besides.
    """
    child = node.child
    while child is not None:
        share = prose.get(child.mem_id, 0)
        if share and share >= prose[node.mem_id] * _DESCENT_SHARE and child.tag not in _OF_TEXT:
            return child if titles[child.mem_id] == titles[node.mem_id] else None
        child = child.next
    return None


def _prose(root: LexborNode, without: frozenset[int] = frozenset()) -> dict[int, int]:
    """How many characters of text, outside of links, stand in each element, by `mem_id`."""
    found: dict[int, int] = {}
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            total, child = 0, node.child
            while child is not None:
                total += found.get(child.mem_id, 0)
                child = child.next
            found[node.mem_id] = total
        elif node.tag == "-text":
            found[node.mem_id] = len((node.text_content or "").strip())
        elif node.tag not in _SILENT and node.tag != "a" and node.mem_id not in without:
            stack.append((node, True))
            child = node.child
            while child is not None:
                stack.append((child, False))
                child = child.next
    return found

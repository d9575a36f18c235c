"""What a declaration selects of a page and removes from it, as the engine of Open Terms Archive does.

Its semantics are those of the DOM: `querySelectorAll` for selectors, `Range` for ranges (https://dom.spec.whatwg.org/).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from conductatlas.capture.declarations import Range, Selector
from conductatlas.capture.selectors import matches
from conductatlas.reading import Part

# Elements that a selector matches within one another repeat their text; a page must not grow beyond bounds by that.
_MOST_REPEATED = 16 * 2**20


class SelectionError(Exception):
    """A selection that this page does not have; the message is one clause without the page's address."""


def remove(page: LexborHTMLParser, selectors: Sequence[Selector]) -> None:
    """Take out of a page what any of the selectors matches. Raises SelectionError where a range lacks an end.

    All are looked up in the page as it was before.
    """
    removed: dict[int, LexborNode] = {}
    for selector in selectors:
        nodes = _inside(page, selector) if isinstance(selector, Range) else matches(page, selector)
        removed.update((node.mem_id, node) for node in nodes)
    # What stands in a removed element goes with it, and must not be touched afterwards.
    for node in [node for node in removed.values() if not stands_in_one_of(node, removed)]:
        node.decompose()


def select(page: LexborHTMLParser, selectors: Sequence[Selector]) -> list[Part]:
    """The parts of a page that the selectors match, selector after selector, each in the order of the page.

    What several selectors match, or one matches within another match, is there as often. Raises SelectionError where
    nothing matches, a range lacks an end, or the parts repeat the page without bounds.
    """
    parts: list[Part] = []
    for selector in selectors:
        if isinstance(selector, Range):
            parts.extend(_part(page, selector))
        else:
            parts.extend(Part(node) for node in matches(page, selector))
    if not parts:
        shown = ", ".join(str(selector) for selector in selectors)
        raise SelectionError(f"nothing on the page matches what is selected: {shown}")
    size = 0
    for part in parts if len(parts) > 1 else ():
        size += len(part.root.html or "")
        if size > _MOST_REPEATED:
            raise SelectionError("what is selected stands within itself so often that its text has no bounds")
    return parts


def stands_in_one_of(node: LexborNode, others: Container[int]) -> bool:
    """Whether a node stands within one of others, which are given by their addresses in memory."""
    parent = node.parent
    while parent is not None and parent.mem_id not in others:
        parent = parent.parent
    return parent is not None


def _part(page: LexborHTMLParser, selector: Range) -> list[Part]:
    """The page without what lies outside a range; nothing where the range is empty."""
    split = _Split.of(page, selector)
    if page.root is None or split.start >= split.end:
        return []
    return [Part(page.root, frozenset(node.mem_id for node in split.nodes(page.root, inside=False)))]


def _inside(page: LexborHTMLParser, selector: Range) -> list[LexborNode]:
    """What lies wholly in a range; elements that reach out of it are left as they are."""
    split = _Split.of(page, selector)
    return list(split.nodes(page.root, inside=True)) if page.root is not None and split.start < split.end else []


@dataclass(frozen=True, slots=True)
class _Split:
    """A range, as two places in the row of all opening and closing tags of a page.

    `tags` are the places of the tags of each node, by `mem_id`. A place is that before the tag of its number.
    """

    tags: Mapping[int, tuple[int, int]]
    start: int
    end: int

    @classmethod
    def of(cls, page: LexborHTMLParser, selector: Range) -> _Split:
        start, end = page.css_first(selector.start), page.css_first(selector.end)
        if start is None or end is None:
            missing = "start" if start is None else "end"
            raise SelectionError(f"nothing on the page matches the {missing} of the range {selector}")
        tags = _tags(page)
        begins = tags[start.mem_id][0] if selector.with_start else tags[start.mem_id][1] + 1
        ends = tags[end.mem_id][1] + 1 if selector.with_end else tags[end.mem_id][0]
        return cls(tags, begins, ends)

    def nodes(self, root: LexborNode, inside: bool) -> Iterator[LexborNode]:
        """The outermost nodes that lie wholly inside of the range, or wholly outside of it."""
        stack = [root]
        while stack:
            node = stack.pop()
            opened, closed = self.tags[node.mem_id]
            if opened >= self.start and closed < self.end:
                if inside:
                    yield node
            elif closed < self.start or opened >= self.end:
                if not inside:
                    yield node
            else:
                stack.extend(_children(node))


def _tags(page: LexborHTMLParser) -> dict[int, tuple[int, int]]:
    """The numbers of the opening and the closing tag of each node, counted through the page."""
    found: dict[int, tuple[int, int]] = {}
    count = 0
    stack: list[tuple[LexborNode, int]] = [(page.root, -1)] if page.root is not None else []
    while stack:
        node, opened = stack.pop()
        if opened >= 0:
            found[node.mem_id] = (opened, count)
        else:
            stack.append((node, count))
            stack.extend((child, -1) for child in reversed(_children(node)))
        count += 1
    return found


def _children(node: LexborNode) -> list[LexborNode]:
    children: list[LexborNode] = []
    child = node.child
    while child is not None:
        children.append(child)
        child = child.next
    return children

"""HTML to canonical Markdown, by structure alone: class names and the order of attributes make no difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from conductatlas.reading.markdown_writer import MarkdownWriter, Step

# What holds no words of the page, and …
_WORDLESS = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio"),
        *("head", "title", "meta", "link", "input", "img", "picture", "math"),
    )
)
# … what holds words that are no part of its text, unless somebody chose them.
_CONTROLS = frozenset(("button", "select", "textarea", "dialog"))
_FRAME = ("nav", "header", "footer", "aside")
_MAIN_SHARE = 0.6


def html_to_markdown(html: str) -> str:
    """Turn a page or a fragment into Markdown; hostile or broken HTML never raises.

    Scripts, forms, pictures and what is hidden go; navigation, header, footer and asides go where the rest of the page
    holds the bulk of the words. Link targets lose their tracking parameters. Text never turns into markup.
    """
    tree = LexborHTMLParser(html)
    root = tree.body or tree.root
    if root is None:
        return ""
    writer = MarkdownWriter()
    for step in _walk(root, _frame_to_drop(root)):
        writer.take(step)
    return writer.finish()


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a parsed page, without those nodes in it whose `mem_id` is in `without`."""

    root: LexborNode
    without: frozenset[int] = frozenset()


def parts_to_markdown(parts: Iterable[Part]) -> str:
    """Turn chosen parts of parsed pages into Markdown, one after the other.

    They were chosen, so the frame of the page, buttons and what is hidden stay (a folded section of a document is
    hidden too), and of pictures what is said in their place. Otherwise as `html_to_markdown`.
    """
    writer = MarkdownWriter()
    for part in parts:
        for step in _walk(part.root, part.without, chosen=True):
            writer.take(step)
        writer.end_part()
    return writer.finish()


def _walk(root: LexborNode, dropped: frozenset[int], chosen: bool = False) -> Iterator[Step]:
    """Visit a tree in document order with a stack of our own: pages may nest deeper than Python recurses."""
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag or ""
        if leaving:
            yield Step("leave", node, tag)
            continue
        if node.mem_id in dropped:
            continue
        if tag == "-text":
            yield Step("text", node, tag)
            continue
        if chosen and tag == "img":
            yield Step("picture", node, tag)
            continue
        if tag.startswith(("-", "!")) or tag in _WORDLESS:
            continue
        if not chosen and (tag in _CONTROLS or _is_hidden(node)):
            continue
        yield Step("enter", node, tag)
        stack.append((node, True))
        children: list[LexborNode] = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        stack.extend((one, False) for one in reversed(children))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style


def _frame_to_drop(root: LexborNode) -> frozenset[int]:
    """The frame of the page, where what it frames holds most of the words."""
    frame = [node for tag in _FRAME for node in root.css(tag)]
    if not frame:
        return frozenset()
    ids = frozenset(node.mem_id for node in frame)
    everything = sum(len(step.node.text_content or "") for step in _walk(root, frozenset()) if step.kind == "text")
    inside = sum(len(step.node.text_content or "") for step in _walk(root, ids) if step.kind == "text")
    return ids if inside >= everything * _MAIN_SHARE else frozenset()

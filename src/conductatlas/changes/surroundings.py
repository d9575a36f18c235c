"""Which blocks of a recorded text belong to the page by where they stand, whatever they say.

Navigation before the text begins, the questions and links that a help page puts after an article, and summaries that a
machine wrote over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conductatlas.changes.furniture import is_page_phrase
from conductatlas.changes.words import words
from conductatlas.reading import BlockKind, Document

_SUMMARY = re.compile(
    r"(?:ai|machine)[ -](?:generated|written|powered) (?:key )?(?:takeaways|summar(?:y|ies)|highlights|overview)"
    r"|(?:summar(?:y|i[sz]ed)|generated|written) by (?:ai|a machine)\b.{0,40}",
    re.IGNORECASE,
)
# After these an article is over; what follows until the next sentence is the page's.
_AFTER_ARTICLE = re.compile(
    r"(?:related|recommended|popular) (?:articles?|posts?|topics?|pages?|content)\b.{0,20}"
    r"|was this (?:article |page |information )?helpful\b.{0,20}|how could (?:it|this) be better\W*",
    re.IGNORECASE,
)
_ENDS_SENTENCE = (".", ":", ";", "!")
_SHORTEST_SENTENCE = 6
# So many items before the text begins are a menu.
_FEWEST_IN_A_MENU = 5


def page_blocks(document: Document) -> frozenset[int]:
    """The ordinals of the blocks that belong to the page by where they stand."""
    return frozenset((*_menu(document), *_after_articles(document), *_summaries(document)))


def _is_sentence(visible: str) -> bool:
    return visible.endswith(_ENDS_SENTENCE) and len(words(visible)) >= _SHORTEST_SENTENCE


def _menu(document: Document) -> Iterator[int]:
    """List items, and lines between them, before the first heading and the first sentence."""
    items: list[int] = []
    for ordinal, (block, visible) in enumerate(zip(document.blocks, document.visible, strict=True)):
        if block.kind is BlockKind.HEADING or (_is_sentence(visible) and not is_page_phrase(visible)):
            break
        if block.kind is BlockKind.LIST_ITEM:
            items.append(ordinal)
    if len(items) >= _FEWEST_IN_A_MENU:
        yield from range(items[0], items[-1] + 1)


def _after_articles(document: Document) -> Iterator[int]:
    inside = False
    for ordinal, (block, visible) in enumerate(zip(document.blocks, document.visible, strict=True)):
        if _AFTER_ARTICLE.fullmatch(visible):
            inside = True
        elif block.kind is BlockKind.HEADING or (_is_sentence(visible) and not is_page_phrase(visible)):
            inside = False
        if inside:
            yield ordinal


def _summaries(document: Document) -> Iterator[int]:
    """A summary is the heading that says so, and the labels and the list below it."""
    inside = in_list = False
    for ordinal, (block, visible) in enumerate(zip(document.blocks, document.visible, strict=True)):
        item = block.kind is BlockKind.LIST_ITEM
        if _SUMMARY.fullmatch(visible):
            inside, in_list = True, False
        elif block.kind is BlockKind.HEADING or (not item and (in_list or _is_sentence(visible))):
            inside = False
        in_list = inside and item
        if inside:
            yield ordinal

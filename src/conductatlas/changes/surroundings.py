"""Which blocks of a recorded text belong to the page around it, many of them by where they stand, whatever they say.

Navigation before the text begins, the questions and links that a help page puts after an article, and summaries that a
machine wrote over it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.furniture import is_page_phrase
from conductatlas.reading import BlockKind, Document, words

# What opens a summary: it, and the labels and the list below.
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


class _Role(NamedTuple):
    """What a line of text may be on a page, by what it says."""

    sentence: bool
    phrase: bool
    after_article: bool
    summary: bool


def page_blocks(document: Document) -> frozenset[int]:
    """The ordinals of the blocks that belong to the page, by what they say or by where they stand."""
    found: set[int] = set()
    menu: list[int] | None = []
    after_article = in_summary = in_list = False
    for ordinal, (block, visible) in enumerate(zip(document.blocks, document.visible, strict=True)):
        role = _role(visible)
        heading, item = block.kind is BlockKind.HEADING, block.kind is BlockKind.LIST_ITEM
        if menu is not None and (heading or role.sentence):
            found.update(_menu(menu))
            menu = None
        elif menu is not None and item:
            menu.append(ordinal)
        if role.after_article:
            after_article = True
        elif heading or role.sentence:
            after_article = False
        if role.summary:
            in_summary = True
        elif heading or (not item and (in_list or role.sentence)):
            in_summary = False
        in_list = in_summary and item
        if after_article or in_summary or role.phrase:
            found.add(ordinal)
    return frozenset(found.union(_menu(menu or [])))


def _menu(items: list[int]) -> range:
    """The list items before the first heading and the first sentence, and the lines between them."""
    return range(items[0], items[-1] + 1) if len(items) >= _FEWEST_IN_A_MENU else range(0)


@lru_cache(maxsize=32768)
def _role(visible: str) -> _Role:
    phrase = is_page_phrase(visible)
    return _Role(
        sentence=not phrase and visible.endswith(_ENDS_SENTENCE) and len(words(visible)) >= _SHORTEST_SENTENCE,
        phrase=phrase,
        after_article=_AFTER_ARTICLE.fullmatch(visible) is not None,
        summary=_SUMMARY.fullmatch(visible) is not None,
    )

"""Which blocks of a recorded text belong to the page around it, many of them by where they stand, whatever they say.

Navigation before the text begins, dialogues on cookies and others that are opened and closed, the questions and links
that a help page puts after an article, and summaries that a machine wrote over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from conductatlas.changes.layout.consent_dialogues import consent_dialogues, is_row_of_buttons
from conductatlas.changes.layout.furniture import is_page_phrase
from conductatlas.reading import BLOCKS_IN_MEMORY, BlockKind, Document, word_count, word_line

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
# Elsewhere more of them, nearly all short, and some of what menus mostly hold.
_FEWEST_IN_A_LATER_MENU, _LONGEST_MENU_ITEM, _SHORT_IN_A_MENU, _USUAL_IN_A_MENU = 12, 5, 0.9, 3
_IN_MANY_MENUS = frozenset(
    (
        *("home", "about", "about us", "contact", "contact us", "careers", "jobs", "press", "press room", "newsroom"),
        *("blog", "help", "help center", "support", "faq", "faqs", "sitemap", "site map", "investor relations"),
        *(
            "investors",
            "log in",
            "login",
            "sign in",
            "sign up",
            "sign out",
            "logout",
            "features",
            "pricing",
            "products",
        ),
        *("facebook", "twitter", "instagram", "youtube", "linkedin", "pinterest", "privacy", "terms", "terms of use"),
        *("privacy policy", "terms of service", "partners", "affiliates", "developers", "company", "resources"),
    )
)
# A link without words that closes a dialogue which lies over the page.
_CLOSES = re.compile(r"\s*\[\s*\]\([^()\s]{0,400}(?:popup|modal|dialog|lightbox)[^()\s]{0,60}close[^()\s]{0,400}\)\s*")
_LONGEST_DIALOGUE = 200
_DATED = re.compile(r"\b(?:19|20)\d\d\b")


class _Role(NamedTuple):
    """What a line of text may be on a page, by what it says."""

    sentence: bool
    phrase: bool
    after_article: bool
    summary: bool
    buttons: bool
    # Any of these four.
    tells: bool


def page_blocks(document: Document) -> frozenset[int]:
    """The ordinals of the blocks that belong to the page, by what they say or by where they stand."""
    roles = list(map(_role, document.visible))
    kinds = [block.kind for block in document.blocks]
    telling = [(ordinal, role) for ordinal, role in enumerate(roles) if role.tells]
    found = {ordinal for ordinal, role in telling if role.phrase}
    for ordinal in _menu(kinds, roles):
        if kinds[ordinal] is BlockKind.LIST_ITEM or not _DATED.search(document.visible[ordinal]):
            found.add(ordinal)
    found.update(_later_menus(kinds, document.word_lines))
    rows = [ordinal for ordinal, role in telling if role.buttons]
    for dialogue in consent_dialogues(rows, document.word_lines):
        found.update(dialogue)
    found.update(_opened_over(document))
    for ordinal, role in telling:
        if role.after_article:
            found.update(_after_article(ordinal, kinds, roles))
        if role.summary:
            found.update(_in_summary(ordinal, kinds, roles))
    return frozenset(found)


def _menu(kinds: Sequence[BlockKind], roles: Sequence[_Role]) -> range:
    """All up to the last list item that stands before the first heading and the first sentence."""
    items: list[int] = []
    for ordinal, (kind, role) in enumerate(zip(kinds, roles, strict=True)):
        if kind is BlockKind.HEADING or role.sentence:
            break
        if kind is BlockKind.LIST_ITEM:
            items.append(ordinal)
    return range(items[-1] + 1) if len(items) >= _FEWEST_IN_A_MENU else range(0)


def _opened_over(document: Document) -> Iterator[int]:
    """What stands in dialogues, each closed by a link close below its title, which may stand again over what it opens.

    The dialogue that the text itself begins in, or that is as long as a text, is none.
    """
    first = next((ordinal for ordinal, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING), None)
    for ordinal, visible in enumerate(document.visible):
        title = document.blocks[ordinal].heading
        if visible or title in (None, first) or not _CLOSES.fullmatch(document.source(ordinal)):
            continue
        again = ordinal + 1
        opened = [*range(title, again)]
        if document.word_lines[again : again + 1] == (document.word_lines[title],):
            opened += [again, *(place for place, block in enumerate(document.blocks) if block.heading == again)]
        if sum(document.word_counts[place] for place in opened) <= _LONGEST_DIALOGUE:
            yield from opened


def _later_menus(kinds: Sequence[BlockKind], lines: Sequence[str]) -> Iterator[int]:
    """Long runs of short list items, several of which stand in the menus of nearly every site."""
    if len(_IN_MANY_MENUS.intersection(lines)) < _USUAL_IN_A_MENU:
        return
    for _, run in groupby(enumerate(kinds), key=lambda block: block[1] is BlockKind.LIST_ITEM):
        items = [ordinal for ordinal, kind in run if kind is BlockKind.LIST_ITEM]
        if len(items) < _FEWEST_IN_A_LATER_MENU:
            continue
        short = sum(lines[ordinal].count(" ") < _LONGEST_MENU_ITEM for ordinal in items)
        usual = {lines[ordinal] for ordinal in items} & _IN_MANY_MENUS
        if short >= _SHORT_IN_A_MENU * len(items) and len(usual) >= _USUAL_IN_A_MENU:
            yield from items


def _after_article(first: int, kinds: Sequence[BlockKind], roles: Sequence[_Role]) -> Iterator[int]:
    """What ends an article, and what follows it until the next heading or sentence, or what ends another one."""
    yield first
    for ordinal in range(first + 1, len(kinds)):
        if kinds[ordinal] is BlockKind.HEADING or roles[ordinal].sentence or roles[ordinal].after_article:
            return
        yield ordinal


def _in_summary(first: int, kinds: Sequence[BlockKind], roles: Sequence[_Role]) -> Iterator[int]:
    """What opens a summary, the labels below, and the list; another one that opens there is found by itself."""
    yield first
    in_list = kinds[first] is BlockKind.LIST_ITEM
    for ordinal in range(first + 1, len(kinds)):
        item = kinds[ordinal] is BlockKind.LIST_ITEM
        ends = kinds[ordinal] is BlockKind.HEADING or (not item and (in_list or roles[ordinal].sentence))
        if ends or roles[ordinal].summary:
            return
        yield ordinal
        in_list = item


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _role(visible: str) -> _Role:
    phrase = is_page_phrase(visible)
    sentence = not phrase and visible.endswith(_ENDS_SENTENCE) and word_count(visible) >= _SHORTEST_SENTENCE
    buttons = is_row_of_buttons(word_line(visible))
    after_article, summary = (mark.fullmatch(visible) is not None for mark in (_AFTER_ARTICLE, _SUMMARY))
    return _Role(sentence, phrase, after_article, summary, buttons, phrase or after_article or summary or buttons)

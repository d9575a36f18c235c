"""What of a recorded text belongs to the page around it: menus, labels, buttons, counters."""

from __future__ import annotations

import re
from functools import lru_cache

from conductatlas.changes.effect import states_effect
from conductatlas.changes.page_marks import is_copyright_line, without_page_marks
from conductatlas.changes.words import without_particulars
from conductatlas.reading import words

# Images, links, and the half of a link whose other half stands in another block.
_LINK = re.compile(r"!?\[[^\[\]]{0,2000}\]\([^()]{0,4000}\)|\]\([^()]{0,4000}\)")
_LINK_TARGET = re.compile(r"\]\([^()]{0,4000}\)")
# Links without a word between them, as menus and the paths to a page are.
_LINKS_IN_A_ROW = re.compile(r"(?:!?\[[^\[\]]{0,400}\]\([^()]{0,1000}\)[ >/|›»·•–-]*){2,}")
# What help pages and site builders put around a text, each as a block of its own.
_PAGE_PHRASE = re.compile(
    "|".join(
        (
            r"was this (?:article |page |information )?helpful\b.{0,20}|(?:people )?found this helpful",
            r"(?:your feedback )?helps? (?:us )?improve this (?:answer|page)\b.{0,20}|how could (?:it|this) be better",
            r"(?:bear in mind that )?(?:this )?form is for feedback only\b.{0,200}",
            r"(?:give|send|submit) (?:us )?feedback\b.{0,30}|choose a section to give feedback on",
            r"(?:(?:last )?updated:? )?(?:about )?(?:\d+|an?|one) (?:minute|hour|day|week|month|year)s? ago",
            r"updated:? yesterday",
            r"(?:create an account|sign (?:in|up)|log in)(?: (?:or|/) (?:sign|log) (?:in|up))?(?: (?:for|to) .{0,60})?",
            r"your browser is (?:out of date|not supported|no longer supported)\b.{0,120}",
            r"responses are generated (?:using|by) ai and may (?:contain mistakes|be (?:wrong|inaccurate))",
            r"(?:related|recommended|popular) (?:articles?|posts?|topics?|pages?|content)\b.{0,20}",
            r"(?:views|likes|shares|comments):? \d[\d.,]*[km]?",
            r"(?:notifications )?save this page to your \w+ profile\b.{0,160}|stay organized with collections\b.{0,80}",
            r"save and categorize content\b.{0,60}",
            r"we(?:'d| would) like to use (?:\w+ )?cookies\b.{0,300}",
            r"(?:(?:accept|allow|reject|refuse)(?: (?:all|only|optional|essential|strictly|necessary))* cookies\W*)+",
            r"(?:on this page|in this article|table of contents|jump to)\b.{0,60}",
            r"(?:back to top|skip to|expand all|collapse all)\b.{0,60}",
            r"(?:print|download|share|copy|save)(?: this| a)?(?: page| article| pdf| link| copy)?",
        )
    ),
    re.IGNORECASE,
)
# 'Minimum age: 16' is no bare label, short as it is.
_ENTRY = re.compile(r"[^\W\d][\w ]{2,40}: \w")
_END_MARKS = " .:?!▼▲"
_LONGEST_FURNITURE = 6
# An image that is written into the text itself.
_DRAWN = "![](data:"
_SHORTEST_SPECIMEN, _WORDS_OF_A_SPECIMEN = 7, 2


@lru_cache(maxsize=32768)
def is_page_phrase(visible: str) -> bool:
    """Whether a whole block says what help pages and site builders say around a text, or what a page counts."""
    shown = without_page_marks(visible).strip(_END_MARKS)
    return not shown or _PAGE_PHRASE.fullmatch(shown) is not None


@lru_cache(maxsize=32768)
def is_furniture(source: str, visible: str) -> bool:
    """Whether a block belongs to the page, not to the text: navigation links, a bare label, a copyright line.

    A line with a date or an address is none: it says since when a text applies, or whom to write to; nor is one that
    gives a value to something.
    """
    if not words(visible) or is_copyright_line(visible) or is_page_phrase(visible):
        return True
    if source.startswith(_DRAWN) or _is_specimen(visible):
        return True
    visible = without_page_marks(visible).strip()
    if "](" in source:
        outside = words(_LINK.sub(" ", source))
        if not outside:
            return True
        beside = _LINK.sub(" ", source).strip()
        if len(outside) <= _LONGEST_FURNITURE and _LINKS_IN_A_ROW.match(source) and not _says_something(beside):
            return True
        if len(outside) > _LONGEST_FURNITURE:
            return False
        visible = _LINK_TARGET.sub(" ", source)
    shown = words(visible)
    if len(shown) > _LONGEST_FURNITURE or without_particulars(visible) != visible or _ENTRY.match(visible):
        return False
    if len(shown) <= 1:
        return "_" not in visible
    return not _says_something(visible)


def _is_specimen(visible: str) -> bool:
    """Whether a block is the same word over and over, with which a page tries its fonts."""
    shown = words(visible)
    return len(shown) >= _SHORTEST_SPECIMEN and len(set(shown)) <= _WORDS_OF_A_SPECIMEN


def _says_something(visible: str) -> bool:
    """Whether a few words end as a sentence does, or speak of an effect."""
    return visible.endswith((".", ";", ":", "!")) or states_effect(words(visible))

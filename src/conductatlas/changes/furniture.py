"""What of a recorded text belongs to the page around it: menus, labels, buttons, counters."""

from __future__ import annotations

import re

from conductatlas.changes.effect import COPYRIGHT_YEARS, states_effect
from conductatlas.changes.words import without_particulars, words

# Images, links, and the half of a link whose other half stands in another block.
_LINK = re.compile(r"!?\[[^\[\]]{0,2000}\]\([^()]{0,4000}\)|\]\([^()]{0,4000}\)")
_LINK_TARGET = re.compile(r"\]\([^()]{0,4000}\)")
# What help pages and site builders put around a text.
_FURNITURE = re.compile(
    "|".join(
        (
            r"was this (?:article |page |information )?helpful|found this helpful",
            r"helps? (?:us )?improve this (?:answer|page)|how could (?:it|this) be better",
            r"form is for feedback only|(?:give|send|submit) (?:us )?feedback\b.{0,30}$",
            r"^(?:(?:last )?updated:? )?(?:about )?(?:\d+|an?|one) (?:minute|hour|day|week|month|year)s? ago$",
            r"updated:? yesterday|opens (?:in )?a? ?new (?:tab|window)",
            r"^(?:related|recommended|popular) (?:articles?|posts?|topics?|pages?|content)\b.{0,20}$",
            r"^(?:views|likes|shares|comments):? [\d.,]+[km]?$",
            r"^stay organized with collections|^save and categorize content",
            r"you can accept all cookies|^accept (?:all|only|optional).{0,60}cookies",
            r"^(?:on this page|in this article|table of contents|jump to)\b.{0,60}$",
            r"^(?:back to top|skip to|expand all|collapse all)\b.{0,60}$",
            r"^(?:print|download|share|copy|save)(?: this| a)?(?: page| article| pdf| link| copy)?$",
        )
    ),
    re.IGNORECASE,
)
# Numbers that a page counts up by itself.
_COUNTER = re.compile(
    r"\b(?:views|likes|shares|comments):? [\d.,]+[km]?(?=\b|[A-Z])|(?:©|\(c\)|copyright)[ \d,-]{4,40}"
    r"|\b(?:19|20)\d\d(?=\.? all rights reserved)|\d+ out of \d+ found this",
    re.IGNORECASE,
)
_LONGEST_FURNITURE = 6


def without_counters(visible: str) -> str:
    """A visible text without the numbers that change of themselves: views, copyright years."""
    return _COUNTER.sub(" ", visible)


def is_page_phrase(visible: str) -> bool:
    """Whether a block says what help pages and site builders say around a text."""
    return _FURNITURE.search(visible) is not None


def is_furniture(source: str, visible: str) -> bool:
    """Whether a block belongs to the page, not to the text: navigation links, a bare label, a copyright line.

    A line with a date or an address is none: it says since when a text applies, or whom to write to.
    """
    if not words(visible) or COPYRIGHT_YEARS.match(visible) or is_page_phrase(visible):
        return True
    if "](" in source:
        visible = _LINK_TARGET.sub(" ", source)
        if not words(_LINK.sub(" ", source)):
            return True
    if without_particulars(visible) != visible:
        return False
    shown = words(visible)
    if len(shown) <= 1:
        return "_" not in visible
    return len(shown) <= _LONGEST_FURNITURE and not visible.endswith((".", ";", ":", "!")) and not states_effect(shown)

"""How far down a title stands: up to the end of its list, its item or its block, where nothing tells of more."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from enum import Enum, auto
from itertools import accumulate

from conductatlas.changes.layout.scopes import limits_scope
from conductatlas.changes.layout.title_lines import (
    LOWEST_HEADING,
    OF_LINE,
    Title,
    bare_title,
    is_counted,
    is_item,
    number_at,
    states_nothing,
)
from conductatlas.reading import BlockKind, Document, kept_with_document

# A line that begins so and ends with a colon leads into what follows, and names no part: 'To mend the gates:'.
_LEADING = ("in", "to", "for", "on", "by", "with", "upon", "as", "at", "if", "when", "where", "unless")
# What is set like a title and names no section: a summary beside the text, the label of a date, or a link.
_NO_SECTION = re.compile(
    r"\W*(?:(?:(?:the|our) )?(?:short|plain|simple)(?:[ -]english)?[ -](?:version|summary)|in (?:short|brief)"
    r"|in plain (?:english|language|words)|tl;?dr|(?:the )?(?:quick )?summary|key (?:points|takeaways)"
    r"|(?:last|date) (?:updated|modified|revised)|(?:effective|revision) date"
    r"|(?:important )?note|(?:open|close|copy|show|expand)(?: (?:all|more|less|link|\.\w+))?)\W*\Z"
    r"|\W*(?:learn more|read more|find out|click|visit|download|see (?:also|our|below|above)|for more|back to"
    r"|view (?:all|our)|more (?:on|about|information))\b",
    re.IGNORECASE,
)
# An item of more words, or that ends so, says something.
_MOST_WORDS_OF_ITEM, _ENDS = 10, (".", ";", ",", ":", "!")
# '- ### Tolls', '- **Tolls**'
_SET_APART = re.compile(r"[*+-]\s+(?:#{1,6}\s|[*_]*\*\*[^\n]+\*\*[*_]*\s*\Z)")
# The number of an item, and its first word.
_BEGINS = re.compile(r"[^a-z]*[A-ZÀ-Þ]")
# What sets a line apart from plain ones.
_MARKS = "*_#"
# 'B. Tolls', '(b) Tolls', in bold, as a heading or as an item.
_LETTER = re.compile(r"(?:[#*+_-]+ *|\s)*(?P<before>\(?)(?P<letter>[A-Za-z])\\?(?P<behind>[.)])[\s*_]")


def names_no_section(title: str) -> bool:
    """Whether a line that is set like a title is a summary, the label of a date or a link."""
    return _NO_SECTION.match(title) is not None


def is_beyond_run_in(document: Document, title: Title, number: int) -> bool:
    """Whether a block is no more of what the block of a title begins with: behind its list, or its item.

    In the line of a sentence a title is of its paragraph and the list right below: without a number nothing tells
    where its part would end. A title in a line of its own, or with a number, may go on.
    """
    if is_item(document.blocks[title.place]):
        return True
    return title.in_line and not title.number and not _is_in_list_below(document, title.place, number)


def _is_in_list_below(document: Document, place: int, number: int) -> bool:
    """Whether from a block down to another one, and that too, there are items alone."""
    return _last_without_item(document)[number] <= place


@kept_with_document
def _last_without_item(document: Document) -> list[int]:
    """For each block the last one down to it that is no item; -1 where there is none."""
    places = (-1 if is_item(block) else place for place, block in enumerate(document.blocks))
    return list(accumulate(places, max))


def title_of_item(document: Document, place: int) -> Title | None:
    """An item that something hangs on as its title, by a number or its marks and few words; None where it is none."""
    visible = document.visible[place]
    few = 0 < document.word_counts[place] <= _MOST_WORDS_OF_ITEM and not visible.endswith(_ENDS)
    is_set_apart = is_counted(document, place) or _SET_APART.match(document.source(place)) is not None
    is_title = few and is_set_apart and document.blocks[place].kind is BlockKind.LIST_ITEM and _BEGINS.match(visible)
    return Title(place, bare_title(visible).lstrip("# "), OF_LINE, number_at(document, place)) if is_title else None


class Reach(Enum):
    """Whether a title stands over a block; it may have ended, and with it those beside it, or just be none over it."""

    STANDS_OVER = auto()
    ENDED = auto()
    NOT_OVER = auto()


def reach(document: Document, title: Title, number: int, items: Collection[int]) -> Reach:
    """Whether a block, `number`, stands below the end of what a line above it is the title of, if of anything.

    `items` are the blocks that the block hangs on.
    """
    if title.runs_in:
        return Reach.STANDS_OVER
    if (title.level >= LOWEST_HEADING and names_no_section(title.text)) or _is_below_next_letter(
        document, title.place, number
    ):
        return Reach.ENDED
    if (
        _is_in_another_item(document, title.place, items)
        or _leads_into_paragraphs(document, title)
        or _is_below_its_list(document, title, number)
    ):
        return Reach.NOT_OVER
    return Reach.STANDS_OVER


def _has_colon(document: Document, title: Title) -> bool:
    return LOWEST_HEADING <= title.level <= OF_LINE and document.visible[title.place].endswith(":")


def _is_below_its_list(document: Document, title: Title, number: int) -> bool:
    """Whether a line that ends with a colon stands right above a list that has ended above a block."""
    return (
        _has_colon(document, title)
        and is_item(document.blocks[title.place + 1])
        and not _is_in_list_below(document, title.place, number)
    )


def _leads_into_paragraphs(document: Document, title: Title) -> bool:
    """Whether a line that ends with a colon and is not marked is no name: 'You agree to:', 'To mend the gates:'.

    One that says for whom it holds is told, whatever it is.
    """
    if not _has_colon(document, title) or title.often or title.level < OF_LINE or limits_scope(title.text):
        return False
    if is_item(document.blocks[title.place + 1]) or document.source(title.place)[0] in _MARKS:
        return False
    return title.text.split(maxsplit=1)[0].lower() in _LEADING or not states_nothing(title.text)


def _is_in_another_item(document: Document, place: int, items: Collection[int]) -> bool:
    """Whether a title stands in an item in which a block does not stand: an item farther out has begun between them.

    So has one beside it where the block hangs on that: '2. Oxen' is no part of '1. Carts'.
    """
    block = document.blocks[place]
    if block.kind is BlockKind.HEADING or place in items:
        return False
    is_item_itself, above = block.kind is BlockKind.LIST_ITEM, block.lead_in
    if above is not None and above not in items:
        is_nested = document.blocks[above].kind is BlockKind.LIST_ITEM
        return is_nested or (is_item_itself and not is_counted(document, place))
    beside = (one for one in items if one > place and document.blocks[one].lead_in == above)
    return is_item_itself and any(_is_counted_on(document, place, one) for one in beside)


def _is_counted_on(document: Document, place: int, later: int) -> bool:
    """Whether a later item of a list is no part of another one: it has a later number, or neither of them has any."""
    counted = is_counted(document, place)
    if document.blocks[later].kind is not BlockKind.LIST_ITEM or is_counted(document, later) is not counted:
        return False
    return not counted or int(number_at(document, later)[0]) > int(number_at(document, place)[0])


def _is_below_next_letter(document: Document, place: int, number: int) -> bool:
    """Whether between a title with a letter and a block, or with that, something begins with the next letter."""
    letter = _letter_at(document, place)
    following = _places_of_letters(document).get((letter[0], chr(ord(letter[1]) + 1)), []) if letter else []
    at = bisect_right(following, place)
    return at < len(following) and following[at] <= number


@kept_with_document
def _places_of_letters(document: Document) -> dict[tuple[str, str], list[int]]:
    """The blocks that begin with each letter, set in one way."""
    found: dict[tuple[str, str], list[int]] = {}
    for place in range(len(document.blocks)):
        if letter := _letter_at(document, place):
            found.setdefault(letter, []).append(place)
    return found


def _letter_at(document: Document, place: int) -> tuple[str, str] | None:
    """The signs around the letter that a block begins with, and that letter: of '(B) Tolls' '()' and 'B'."""
    found = _LETTER.match(document.source(place))
    return (found["before"] + found["behind"], found["letter"]) if found else None

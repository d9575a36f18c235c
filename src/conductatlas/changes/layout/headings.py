"""Which title each block of a text stands under: the nearest line above it that is one.

Where the nearest line that may be a title may be none, none is told, rather than one farther up. Nor is one above a
thematic break that stands behind text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductatlas.changes.layout.breaks import last_break
from conductatlas.changes.layout.furniture import SAYING_WORDS, is_page_phrase
from conductatlas.changes.layout.reach import Reach, is_beyond_run_in, reach, title_of_item
from conductatlas.changes.layout.title_lines import (
    LOWEST_HEADING,
    RUN_IN,
    Title,
    bare_title,
    begins_in_bold,
    is_counted,
    is_item,
    names_items,
    number_at,
    titles_ahead,
    titles_in,
)
from conductatlas.changes.layout.titles import title_place, titles_of_whole
from conductatlas.reading import BlockKind, Document, kept_with_document, words

# A title stands over so many blocks at most, beside items: farther down another one was not seen to be one. What only
# begins a paragraph stands over fewer.
_FARTHEST, _FARTHEST_RUN_IN = 30, 6
# What joins an item to the one above it, in a line of its own.
_JOINING = frozenset(("or", "and", "and or", "and/or"))
# An item that ends so is joined to the next one; so many are, below what leads into them in a list of both.
_JOINS, _MOST_JOINED = (";", ",", " or", " and"), 8
# 'Name:', 'Address: the street and the town'.
_LABEL = re.compile(r"[^:]{1,60}:\s|[^:]*:\Z")
# What tells titles of one level from others: capitals throughout, or a Roman number.
_LOOKS = (str.isupper, re.compile(r"[IVXLC]{1,6}\. ").match)
# A number of one figure, and another.
_BOTH = 2
# So many figures has the number of a part of a section.
_FEWEST_OF_PART = 2
# What leads into a list and stands so often in the text, in so many words, parts it as titles do.
_OFTEN, _FEWEST_PARTING = 3, 8
# What ends so breaks off within a sentence.
_BREAKING_OFF = frozenset(("that", "which", "who", "if", "when", "where", "unless", "for", "by", "to", "of", "as"))


def stands_under(document: Document, number: int, sentence: str = "") -> tuple[str, str]:
    """The title that a block stands under and what leads into it, as a reader sees them; either may be empty.

    The title of the whole text is none of a part of it. What a block begins with is the title of its sentences, but not
    of the one that it is a part of.
    """
    above = announcer(document, number)
    leads_in = above is not None and _leads_in(document, above) and not _has_ended_below(document, above, number)
    lead_in = lead_in_of(document, above) if above is not None and leads_in else ""
    heading = _title_over(document, number, sentence)
    if bare_title(lead_in) == heading or _is_of_its_own(sentence, document.visible[number], lead_in):
        return heading, ""
    # 'Oxen > You may not' over a list below 'You may not:' says that twice.
    return heading.removesuffix(f" > {bare_title(lead_in)}"), lead_in


def lead_in_of(document: Document, place: int) -> str:
    """A block that leads into a list, as a reader sees it, without a title over it in a line of its own."""
    visible = document.visible[place]
    over = (one for one in titles_ahead(document.source(place)) if visible.startswith(f"{one} "))
    return visible.removeprefix(next(over, "")).lstrip()


def _is_of_its_own(sentence: str, item: str, lead_in: str) -> bool:
    """Whether what leads into a list goes on in the first sentence of an item alone, and not in a later one.

    'You may come in if:' goes on in 'you are of age. The bar is not for children.' up to the first full stop.
    """
    ahead = item[: max(0, item.find(sentence))].rstrip()
    if not ahead.endswith((".", "!", "?")) or not sentence[:1].isupper():
        return False
    breaks_off = ahead[:1].islower() or lead_in.rstrip(": ").rpartition(" ")[2].lower() in _BREAKING_OFF
    return breaks_off and not SAYING_WORDS.isdisjoint(words(sentence))


def section_over(document: Document, number: int, title: str) -> str:
    """The title over the one that a block itself begins with; empty where it begins with another than `title`, or none.

    Of 'Liability. We owe …' in a section on moving house that is the title of this section. One of the same look is of
    another section, set with a line break or without.
    """
    own = titles_in(document)[number]
    over = _title_over(document, number, own.text) if own and own.runs_in and own.text == title else ""
    return "" if any(is_so(over) and is_so(title) for is_so in _LOOKS) else over


def announcer(document: Document, number: int) -> int | None:
    """The block that leads into the list of an item: below a mere 'or', what leads into the first one."""
    above = document.blocks[number].lead_in
    while above and document.word_lines[above] in _JOINING:
        above = document.blocks[above - 1].lead_in
    return _announcer_in_list(document, number, above)


def _announcer_in_list(document: Document, number: int, above: int | None) -> int | None:
    """What leads into an item where the markup has all levels of numbers in one list: the item above the first.

    That is 'You may not:' in '2. You may not: 1. keep geese 2. sell eggs'; else `above`, which leads into the list.
    """
    known = _announcers(document)
    passed: list[int] = []
    place: int | None = number
    found = above
    while place is not None:
        if (place, above) in known:
            found = known[place, above]
            break
        passed.append(place)
        place, found = _counted_above(document, place, above)
    known.update({(one, above): found for one in passed})
    return found


@kept_with_document
def _announcers(document: Document) -> dict[tuple[int, int | None], int | None]:
    """What is known to lead into items: a list may have thousands of them, and each is asked for by the one below."""
    return {}


def _counted_above(document: Document, place: int, above: int | None) -> tuple[int | None, int | None]:
    """The item above with the number before that of a block, if that leads on, and else what leads into the item."""
    if not is_counted(document, place):
        return None, _led_into_beside(document, place, above)
    figure, before = int(number_at(document, place)[0]), place - 1
    while before > 0 and document.blocks[before].lead_in not in (None, above):
        before -= 1
    if before < 0 or not is_counted(document, before) or document.blocks[before].lead_in != above:
        return None, above
    if figure == 1:
        return None, before if document.visible[before].endswith(":") else above
    return (before if number_at(document, before) == (str(figure - 1),) else None), above


def _led_into_beside(document: Document, place: int, above: int | None) -> int | None:
    """What leads into an item where its list has none below its own lead-in: 'Tell others about:', set as an item.

    So it is from that one on, as long as the items join each other. Of a label, or beside one, nothing is told.
    """
    is_item_alone = document.blocks[place].kind is BlockKind.LIST_ITEM and not _LABEL.match(document.visible[place])
    if above is None or not is_item_alone:
        return above
    for before in range(place - 1, max(above, place - _MOST_JOINED), -1):
        if document.blocks[before].lead_in != above:
            return above
        if document.visible[before].endswith(":"):
            return above if all(document.visible[one].startswith("(") for one in (before, place)) else before
        if not document.visible[before].rstrip().endswith(_JOINS):
            return above
    return above


def title_over(document: Document, number: int) -> str:
    """The nearest title over a block, that of its list or of the whole text too; empty where none surely is one."""
    above = document.blocks[number].lead_in
    if above is not None and names_items(document, above):
        return bare_title(document.visible[above])
    return _title_over(document, number, of_part=False)


def _title_over(document: Document, number: int, sentence: str = "", *, of_part: bool = True) -> str:
    """The nearest title over a sentence of a block, as a reader sees it; empty where none surely is one.

    One that stands often in the text comes with the nearest one over it that does not, as far as there is one.
    `of_part`: the title of the whole text is none of a part of it.
    """
    titles = titles_in(document)
    items = _items_above(document, number)
    far, level, beside = 0, RUN_IN + 1, 0
    own, label, parent = titles[number], None, None
    if own and own.runs_in and not sentence.startswith(own.text):
        if not own.often:
            return own.text
        label, level = own, own.level
    elif own and own.sure and not own.runs_in:
        # A title stands under none of its own level.
        level = own.level
    passed = [own._replace(number=number_at(document, number))] if own and own.runs_in else []
    above = _telling_above(document)
    farthest = last_break(document, number)
    is_parted = False
    begun, ended = {_number_of_part(document, number)}, tuple[str, ...]()
    place = number
    while (place := max(above[place], *(one for one in items if one < place), -1)) >= farthest:
        title = titles[place] or (title_of_item(document, place) if place in items else None)
        begun.add(_number_of_part(document, place))
        # '5.1.2' stands over nothing below a paragraph with the number '5.1.3' or '5.2', nor is that a part of '4'.
        if title is not None and any(_ends_number(one, title.number) for one in begun):
            ended = title.number
            title = None
        elif title and title.number and ended and ended[: len(title.number)] != title.number:
            break
        reaches = reach(document, title, number, items) if title else Reach.NOT_OVER
        # With a title those beside it have ended, but a number may be of a section farther out.
        if title and reaches is Reach.ENDED:
            beside = title.level
        if title and (reaches is not Reach.STANDS_OVER or (title.level == beside and not title.number)):
            title = None
        is_parted = is_parted or place in _parting(document)
        far += not is_item(document.blocks[place])
        # Which section a marked heading is a part of does not depend on how long that is.
        if far > _FARTHEST and (label is None or label.level >= LOWEST_HEADING):
            break
        # What begins a block stands over what follows it, unless that begins so as well; some over their own alone.
        if title is None or (
            title.runs_in
            and (
                own is not None
                or title.is_of_its_block
                or (place not in items and is_beyond_run_in(document, title, number))
            )
        ):
            passed += [title._replace(number=number_at(document, place))] if title else []
            continue
        # Below what parts the text no line or label above that stands over anything.
        if title.level >= level or (is_parted and title.level >= LOWEST_HEADING):
            continue
        # A title that only begins a block stands over the next few, where none of these begins in bold.
        below = range(place + 1, number + 1)
        if title.level == RUN_IN and (far > _FARTHEST_RUN_IN or any(begins_in_bold(document, one) for one in below)):
            break
        # The section of a number ends where one with the next begins; the parts of one begin again with the first.
        numbered = _counted_alike(document, [one for one in passed if one.number])
        if numbered and _has_ended(title, numbered):
            if label:
                break
            return numbered[0].text if numbered[0].place != number else ""
        # What has a number is the first section, and not the title of the whole.
        if not title.sure or (of_part and not title.number and _is_of_whole(document, place)):
            break
        level = title.level
        if label is None:
            label = title
        elif title.text == label.text:
            # A farther one of the same words, set otherwise, is of another section and no parent of this one.
            break
        elif parent is None or not title.often:
            parent = title
        if not (parent or label).often:
            break
    if label is None:
        return ""
    return f"{parent.text} > {label.text}" if parent else label.text


def _is_of_whole(document: Document, place: int) -> bool:
    """Whether a title is that of the whole text, or says it once more."""
    return place == title_place(document) or document.word_lines[place] in titles_of_whole(document)


@kept_with_document
def _parting(document: Document) -> frozenset[int]:
    """The blocks below one list that lead into another by a sentence that others in the text do by, too.

    Each ends the part above it. Lists that begin alike are one, in copies of a part of the text.
    """
    lead_ins = {block.lead_in for block in document.blocks if block.lead_in is not None}
    begun: dict[str, set[str]] = {}
    for place in lead_ins:
        if document.word_counts[place] >= _FEWEST_PARTING and not is_item(document.blocks[place]):
            begun.setdefault(document.word_lines[place], set()).add(document.word_lines[place + 1])
    often = {line for line, lists in begun.items() if len(lists) >= _OFTEN}
    return frozenset(
        place
        for place in lead_ins
        if place and document.word_lines[place] in often and is_item(document.blocks[place - 1])
    )


@kept_with_document
def _telling_above(document: Document) -> list[int]:
    """For each block the nearest one above it that is more than an item without a title; -1 where there is none.

    Items without a title tell nothing of what stands over others, and a list may have thousands.
    """
    found: list[int] = []
    last = -1
    for place, (block, title) in enumerate(zip(document.blocks, titles_in(document), strict=True)):
        found.append(last)
        last = place if title is not None or not is_item(block) else last
    return found


def _counted_alike(document: Document, passed: Sequence[Title]) -> list[Title]:
    """Those of some titles with numbers, the nearest first, that are items, or are none, as the nearest one is.

    The sections of a text may be paragraphs and their parts items, which are counted anew in each.
    """
    return [one for one in passed if is_item(document.blocks[one.place]) == is_item(document.blocks[passed[0].place])]


def _has_ended(title: Title, passed: Sequence[Title]) -> bool:
    """Whether the nearest of the numbers below a title follows its own, and the others do, or are of its parts.

    Parts that are counted anew are far below its own: '1' to '4' in '33', before '34'.
    """
    return _follows(passed[0], title) and all(
        _follows(one, title) or _is_part(one, title) or _is_far_below(one, title) for one in passed
    )


def _is_far_below(inner: Title, title: Title) -> bool:
    """Whether a number is one of parts that did not reach that of a title, and so are not counted on by the next."""
    figures = *inner.number, *title.number
    return len(figures) == _BOTH and all(map(str.isdigit, figures)) and int(figures[0]) < int(figures[1]) - 1


def _is_part(inner: Title, title: Title) -> bool:
    """Whether a title has the number of a part of another one: '10.2' in '10'."""
    depth = len(title.number)
    return len(inner.number) > depth and inner.number[:depth] == title.number


def _number_of_part(document: Document, place: int) -> tuple[str, ...]:
    """The number that a block without a title begins with, if it is one of a part of a section: '5.1'."""
    number = number_at(document, place) if titles_in(document)[place] is None else ()
    return number if len(number) >= _FEWEST_OF_PART else ()


def _follows(later: Title, title: Title) -> bool:
    """Whether a title has a later number of the kind of another one's."""
    return _follows_number(later.number, title.number)


def _follows_number(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a number is a later one of the kind of another one."""
    if not one or len(one) != len(other) or one[:-1] != other[:-1]:
        return False
    return one[-1].isdigit() and other[-1].isdigit() and int(one[-1]) > int(other[-1])


def _ends_number(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the part of a number has ended where another one begins: '3.1.4' at '3.1.5', and at '3.2'."""
    return _follows_number(one, other[: len(one)])


def _leads_in(document: Document, place: int) -> bool:
    """Whether a block above a list says what its items are: titles and controls of the page do not."""
    visible, title = document.visible[place], titles_in(document)[place]
    is_title = title is not None and title.sure and not title.runs_in and not visible.endswith(":")
    return not (is_title or is_page_phrase(visible))


def _has_ended_below(document: Document, above: int, number: int) -> bool:
    """Whether a list had ended above an item, with a title that is an item of a list of the other kind.

    '2. Tolls' ends a list with bullets, though the markup goes on with both as one.
    """
    begun = document.source(above + 1)[:1].isdigit()
    titles = titles_in(document)[above + 1 : number]
    return any(
        one is not None
        and one.sure
        and not one.runs_in
        and document.blocks[one.place].kind is BlockKind.LIST_ITEM
        and document.source(one.place)[:1].isdigit() != begun
        for one in titles
    )


def _items_above(document: Document, number: int) -> set[int]:
    """The blocks that an item hangs on."""
    found: set[int] = set()
    above = document.blocks[number].lead_in
    while above is not None and above not in found:
        found.add(above)
        above = document.blocks[above].lead_in
    return found

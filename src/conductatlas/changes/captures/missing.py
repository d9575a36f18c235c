"""What one of two versions may lack because of how its page was captured: a part, a section, a page, a number.

Each is told by the texts alone: what a platform withdraws or adds leaves other traces than what a capture missed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

from conductatlas.changes.layout.titles import names_document, title_of
from conductatlas.english import short_series
from conductatlas.reading import BlockKind, Document, kept_with_document, word_line

# A text that lost so many words, and this share of them, may lack a part; …
_FEWEST_LOST, _LOST = 300, 0.1
# … where it names another day than before, this share.
_LOST_DATED_ANEW = 0.2
# So many words that came, while next to none went for them, may have been missing before.
_FEWEST_GAINED, _GAINED, _NEXT_TO_NONE = 200, 0.05, 0.05
# … but not where so much of it stands in sections whose numbers later ones had.
_NUMBERED_IN = 0.5
# The number that a heading begins with: '4.3. Carts', 'Section 5 Carts'.
_TITLE_NUMBER = re.compile(r"(?:(?:section|article|part|clause) )?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s", re.IGNORECASE)
# A section was emptied where under its heading this share of its words is left at most.
_EMPTIED = 0.1
# The heading of the texts of former times on a page, which no longer hold, or only for who agreed to them then; so many
# words stand under it, and less than half of all.
_FORMER = re.compile(
    r"\b(?:previous|prior|earlier|past|former|older?|archived?|superseded)(?: [\w'’]+){0,3}"
    r" (?:versions?|terms|polic(?:y|ies)|agreements?|notices?|conditions|editions?)\b"
    r"|\b(?:before|until|prior to|up to)\b.{1,20}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_FEWEST_OF_FORMER, _MOST_OF_FORMER = 300, 0.5
# A line set as a heading that has more words is a sentence.
_LONGEST_HEADING = 12
# 'VIII. Your rights', '4.2 Payment', 'Section 5'
_SECTION = re.compile(r"(?:(?:section|article|part) )?(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.):]?\s", re.IGNORECASE)
# A text that is divided by headings has so many, with so many words under each.
_FEWEST_HEADINGS, _FEWEST_UNDER = 3, 20
# A list is one of contents where it names so many sections that the text has.
_FEWEST_IN_CONTENTS = 2
# So many of these are named.
_MOST_NAMED = 3
# What is said of sections that one version only names in its contents, and of all that differs in a version that its
# collection records as a technical one: the page is the same, and was only captured otherwise.
CAME_OR_WAS_NOT_CAPTURED = "The program can't tell whether they were added, or the capture before lacks them."
WENT_OR_WAS_NOT_CAPTURED = "The program can't tell whether they were withdrawn, or this capture lacks them."
CAPTURED_OTHERWISE = (
    "The collection records that from this version on it captures the page otherwise: what came may have stood before, "
    "and what went may still stand."
)
_TECHNICAL = re.compile(r"\btechnical\b.{0,40}\bupgrade\b|\Arefilter\b", re.IGNORECASE)
# The number of a clause within a section: '1.4', '12.3.1'.
_NUMBER = re.compile(r"((?:\d{1,3}\.)+)(\d{1,3})\.?\s")


def lost_part(old: Document, new: Document, *, dated_anew: bool) -> int:
    """How many words of a text went where it came to be much shorter; 0 where that is not so.

    A platform may have withdrawn a part, or the page was captured without it: a section that opens on a click, one of
    several pages. Under another day than before more may have been withdrawn.
    """
    before, after = sum(old.word_counts), sum(new.word_counts)
    share = _LOST_DATED_ANEW if dated_anew else _LOST
    return before - after if before - after >= max(_FEWEST_LOST, share * before) else 0


def gained_part(old: Document, new: Document) -> int:
    """How many words a large part has that came to a text while next to nothing of it was edited; else 0.

    What was missing before does that, but not what later sections were numbered anew for.
    """
    before, after = sum(old.word_counts), sum(new.word_counts)
    came, gone = after - stayed(old, new), before - stayed(new, old)
    large = after - before >= max(_FEWEST_GAINED, _GAINED * before) and gone <= _NEXT_TO_NONE * came
    return came if large and _words_numbered_in(old, new) < _NUMBERED_IN * came else 0


def _words_numbered_in(old: Document, new: Document) -> int:
    """How many words stand in sections that came under a number whose section has a higher one now."""
    stood, stands = _numbered_titles(old), _numbered_titles(new)
    by_number = {number: (title, place) for title, (number, place) in stands.items()}
    words = 0
    for title, (number, place) in stands.items():
        was = stood.get(title, (number, 0))[0]
        in_its_place, start = by_number.get(was, (title, place))
        if was[:-1] == number[:-1] and was < number and in_its_place not in stood and start < place:
            words = max(words, sum(new.word_counts[start:place]))
    return words


def _numbered_titles(document: Document) -> dict[str, tuple[tuple[int, ...], int]]:
    """The headings with numbers by their words, each with its number and place; none that stands twice."""
    found: dict[str, tuple[tuple[int, ...], int]] = {}
    twice = set()
    for place, block in enumerate(document.blocks):
        number = _TITLE_NUMBER.match(document.visible[place]) if block.kind is BlockKind.HEADING else None
        if number:
            title = word_line(document.visible[place][number.end() :])
            twice.update({title} & found.keys())
            found[title] = (tuple(map(int, number[1].split("."))), place)
    return {title: one for title, one in found.items() if title and title not in twice}


def stayed(old: Document, new: Document) -> int:
    """How many words of a text stand in blocks that stood before."""
    return words_known(set(old.word_lines), new.word_lines, new.word_counts)


def words_known(known: Collection[Hashable], blocks: Iterable[Hashable], counts: Iterable[int]) -> int:
    """How many words stand in blocks that are known; `counts` are those of all."""
    return sum(words for block, words in zip(blocks, counts, strict=True) if block in known)


def skips_number(document: Document, other: Document) -> bool:
    """Whether the clauses of a text, and not those of the other one, are numbered as if one of them were missing."""
    return bool(set(_skipped(document)).difference(_skipped(other)))


def _skipped(document: Document) -> Iterator[str]:
    """The numbers that are left out where a text goes from 1.4 to 1.6, say, and that stand nowhere else in it."""
    found = [number for number in map(_NUMBER.match, document.visible) if number]
    stand = {(number[1], int(number[2])) for number in found}
    last: dict[str, int] = {}
    for number in found:
        section, place = number[1], int(number[2])
        if last.get(section) == place - 2 and (section, place - 1) not in stand:
            yield f"{section}{place - 1}"
        last[section] = place


def stands_on_page_of_its_own(document: Document, block: int, other: Document) -> bool:
    """Whether a block stands under the title of a document that the other version lacks, and which has another one.

    Several pages are recorded as one document, one after the other: one that is not captured takes all along.
    """
    above = document.headings_above(block)
    lines = set(document.word_lines)
    title = word_line(title_of(other))
    if not above or not title or title not in lines:
        return False
    own = document.word_lines[above[0]]
    return names_document(own) and own not in set(other.word_lines)


def stands_in_emptied_section(document: Document, block: int, other: Document) -> bool:
    """Whether the heading above a block stands in the other version too, with next to nothing under it.

    So looks a section that opens on a click, and was not opened.
    """
    above = document.headings_above(block)
    if not above:
        return False
    heading, lines = above[-1], document.word_lines
    end = _next_heading(document, heading)
    following = lines[end] if end < len(lines) else ""
    begun = [place for place, line in enumerate(other.word_lines) if line and line == lines[heading]]
    if not begun:
        return False
    whole = sum(document.word_counts[heading + 1 : end])
    left = max(_words_under(other, place, following) for place in begun)
    return left <= _EMPTIED * whole


def breaks_off(document: Document, other: Document) -> bool:
    """Whether a text ends with the heading of a section, which the other version does not: the capture lost its end.

    It is on the level of the heading before it, which has words under it, and the other version has words under it, or
    none such, and it is numbered: a menu at the foot of a page has others.
    """
    headings = [place for place, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING]
    counts, lines = document.word_counts, document.word_lines
    last = next((place for place in reversed(range(len(counts))) if counts[place]), None)
    if len(headings) < _FEWEST_HEADINGS or last != headings[-1] or counts[last] > _LONGEST_HEADING:
        return False
    before = headings[-2]
    if document.blocks[before].level != document.blocks[last].level or sum(counts[before + 1 : last]) < _FEWEST_UNDER:
        return False
    begun = [place for place, line in enumerate(other.word_lines) if line == lines[last]]
    if not begun:
        return _SECTION.match(document.visible[last]) is not None
    return any(_words_under(other, place, "") for place in begun)


def lists_section_that_it_lacks(document: Document, block: int, other: Document) -> bool:
    """Whether the other version names the section of a block in a list, as of its contents, and has no such section."""
    above = document.headings_above(block)
    line = document.word_lines[above[-1]] if above else ""
    places = [place for place, one in enumerate(other.word_lines) if line and one == line]
    kinds = {other.blocks[place].kind for place in places}
    listed = [place for place in places if other.blocks[place].kind is not BlockKind.PARAGRAPH]
    return bool(listed) and BlockKind.HEADING not in kinds and line not in _numbered_lines(other)


def told_of_contents(old: Document, new: Document) -> Iterator[str]:
    """What is said of the sections that one version has, and the other one only names in its contents."""
    came, went = sections_only_named(new, old), sections_only_named(old, new)
    if came:
        yield f"The text before only names {_quoted(came)} in its contents. {CAME_OR_WAS_NOT_CAPTURED}"
    if went:
        yield f"The text only names {_quoted(went)} in its contents. {WENT_OR_WAS_NOT_CAPTURED}"


def sections_only_named(document: Document, other: Document) -> tuple[str, ...]:
    """The titles of sections of a text that the contents of the other version name, and that this one lacks."""
    its, listed = _lines_of_titles_and_items(other)
    if len(listed & its) < _FEWEST_IN_CONTENTS:
        return ()
    lines, blocks = document.word_lines, document.blocks
    headings = [place for place, one in enumerate(blocks) if one.kind is BlockKind.HEADING and lines[place]]
    stood = frozenset(other.word_lines)
    # A line by itself may be the title of the section.
    its = its | _numbered_lines(other) | _paragraphs(other)
    return tuple(
        document.visible[place]
        for place in headings
        if lines[place] in listed - its
        and (under := [line for line in lines[place + 1 : _next_heading(document, place)] if line])
        and stood.isdisjoint(under)
    )


@kept_with_document
def _lines_of_titles_and_items(document: Document) -> tuple[frozenset[str], frozenset[str]]:
    """The words of each heading of a text, and those of each item of its lists."""
    lines = list(zip(document.word_lines, document.blocks, strict=True))
    titles, items = (
        frozenset([line for line, one in lines if one.kind is kind])
        for kind in (BlockKind.HEADING, BlockKind.LIST_ITEM)
    )
    return titles, items


def _paragraphs(document: Document) -> frozenset[str]:
    """The words of each paragraph of a text."""
    lines = zip(document.word_lines, document.blocks, strict=True)
    return frozenset([line for line, one in lines if one.kind is BlockKind.PARAGRAPH])


@kept_with_document
def _numbered_lines(document: Document) -> frozenset[str]:
    """The words of each heading of a text that has a number, without it: its contents may be a list with numbers."""
    headings = [
        visible
        for visible, block in zip(document.visible, document.blocks, strict=True)
        if block.kind is BlockKind.HEADING
    ]
    numbered = filter(None, map(_TITLE_NUMBER.match, headings))
    return frozenset([word_line(number.string[number.end() :]) for number in numbered])


def is_technical(note: str) -> bool:
    """Whether a collection says of a version that how it captures the page changed, and not the page."""
    return _TECHNICAL.search(note) is not None


def _quoted(titles: Sequence[str]) -> str:
    return short_series([f"“{title}”" for title in titles], _MOST_NAMED)


def stands_among_former_texts(document: Document, block: int) -> bool:
    """Whether a block stands under the heading of the texts of former times that a page keeps below the one of now.

    What comes or goes there was withdrawn, or promised, long before.
    """
    blocks, counts = document.blocks, document.word_counts
    for heading in document.headings_above(block):
        if _FORMER.search(document.visible[heading]):
            level = blocks[heading].level
            ends = (
                one
                for one in range(heading + 1, len(blocks))
                if blocks[one].kind is BlockKind.HEADING and blocks[one].level <= level
            )
            under = sum(counts[heading + 1 : next(ends, len(blocks))])
            if _FEWEST_OF_FORMER <= under <= _MOST_OF_FORMER * sum(counts):
                return True
    return False


def _words_under(document: Document, heading: int, following: str) -> int:
    """How many words stand between a block and the one with the words of `following`, or else the next heading."""
    lines = document.word_lines
    ends = (place for place in range(heading + 1, len(lines)) if following and lines[place] == following)
    return sum(document.word_counts[heading + 1 : next(ends, _next_heading(document, heading))])


def _next_heading(document: Document, block: int) -> int:
    """The first heading after a block; where there is none, how many blocks there are."""
    blocks = document.blocks
    return next((one for one in range(block + 1, len(blocks)) if blocks[one].kind is BlockKind.HEADING), len(blocks))

"""Titles of sections in a text: those that are marked as headings, and lines that only look like them."""

from __future__ import annotations

import re

from conductatlas.changes import names_no_section
from conductatlas.reading import Block, BlockKind, visible_text
from conductatlas.reading import Document as ReadDocument

# A line that is bold from end to end, in an item or by itself: how some pages mark the headings of their sections.
_BOLD = re.compile(r"(?:(?:[*+-]|\d{1,3}[.)])[ \t]+)?(\*\*|__)(?=\S)[^\n]{1,120}(?<=\S)\1\.?[ \t]*")
# Within a list a heading is read as a paragraph, or stands in an item with a line under it.
_MARKED_WITHIN = re.compile(r"#{1,6}[ \t]+[^\n]{1,120}")
_UNDERLINED_ITEM = re.compile(r"(?:[*+-]|\d{1,3}[.)])[ \t]+[^\n]{1,120}\n[ \t]*(?:-{3,}|={3,})[ \t]*")
# An entry of a table of contents: all of an item is a link to a place in the text.
_LINK_WITHIN = re.compile(r"[ \t]*(?:[*+-]|\d{1,3}[.)])[ \t]+\[[^\[\]]{1,300}\]\([^()\s]{0,300}#[^()\s]{1,300}\)\s*")
# '6. Links to other sites', as a paragraph of its own.
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}[.)]?\s+[A-Z].{0,90}")
# **9. Submissions:** or **Security**. at the beginning of a paragraph, which goes on in the same line.
_RUN_IN = re.compile(r"(?P<mark>\*\*|__)(?=\S)[^\n*]{1,120}?(?:[.:]\s?(?P=mark)|(?P=mark)[.:])[ \t\u00a0]+(?=[^\s*])")
_MOST_WORDS, _FEWEST_WORDS_UNNUMBERED, _MOST_WORDS_UNNUMBERED = 12, 2, 8
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "our", "the", "to", "with", "your")
)
_WORD = re.compile(r"[^\W_]+")
# With which documents of all types call themselves.
_DOCUMENTS = frozenset(("terms", "conditions", "agreement", "policy", "policies", "notice", "guidelines"))
_WORDS_OF_TITLES = _SMALL_WORDS | _DOCUMENTS | frozenset(("service", "services", "use", "user", "privacy"))
_CONTENTS = re.compile(r"\W*(?:table of )?contents\W*", re.IGNORECASE)
# 'To mend the gates'
_BEGINS_A_SENTENCE = re.compile(r"\W*[Tt]o [a-z]+ [a-z]")
# A numbered item that is bold from end to end, and a heading that bears a number itself.
_NUMBERED_BOLD = re.compile(r"\d{1,3}[.)][ \t]+(\*\*|__)(?=\S)[^\n]{1,120}(?<=\S)\1\.?[ \t]*")
_COUNTED = re.compile(r"\W{0,3}(?:\d|[IVXLC]{1,5}[.)]|[A-Za-z][.)])")
_FEWEST_CONTENTS = 3
_BELOW = " > "
_LONGEST_LABEL = 120
_ENDS_A_SENTENCE = ".,;:!?"
# So many blocks above a clause are looked at.
_MOST_BLOCKS = 300


def is_contents(heading: str) -> bool:
    """Whether a heading is that of a table of contents, under which no clause stands."""
    return _CONTENTS.fullmatch(heading) is not None


def is_counted(heading: str) -> bool:
    """Whether a heading bears a number or a letter of its own."""
    return _COUNTED.match(heading) is not None


def only_names(heading: str, platform: str, terms_type: str) -> bool:
    """Whether a heading says no more than which document it stands in: its platform and its type, in any words."""
    known = {*_WORD.findall(platform.lower()), *_WORD.findall(terms_type.lower()), *_WORDS_OF_TITLES}
    words = _WORD.findall(heading.lower())
    return known.issuperset(words) and not _DOCUMENTS.isdisjoint(words)


def of_sections(title: str) -> str:
    """A title, or several below each other, without those that name no section."""
    told = (one for one in title.split(_BELOW) if not names_no_section(one))
    return _BELOW.join(one for one in told if not _BEGINS_A_SENTENCE.match(one))


def run_in_title(words: str) -> str:
    """The title that a passage begins with in the line of its first sentence, in bold; empty where it has none.

    It has a number, or capitals like a title: what is bold may also be part of what is said.
    """
    found = _RUN_IN.match(words)
    # Without its mark a number would be read as that of a list.
    label = visible_text(found.group()).rstrip(".: ") if found else ""
    numbered = _NUMBERED.fullmatch(label) and len(label.split()) <= _MOST_WORDS
    few = 0 < len(label.split()) <= _MOST_WORDS_UNNUMBERED
    return label if numbered or (few and _has_capitals(label)) else ""


def label_of_item(read: ReadDocument, ordinal: int) -> str:
    """An item as a reader sees it where it is a title, or a short line that ends as no sentence does; else empty.

    What hangs on such an item stands under it.
    """
    line = visible_text(read.source(ordinal))
    is_item = read.blocks[ordinal].kind is BlockKind.LIST_ITEM
    short = is_item and len(line) <= _LONGEST_LABEL and line[-1:] not in _ENDS_A_SENTENCE
    return title_of_block(read, ordinal) or (line if short else "")


def title_of_block(read: ReadDocument, ordinal: int) -> str:
    """A block as a reader sees it where it is set as a title, or is numbered like one; else empty."""
    source, block = read.source(ordinal), read.blocks[ordinal]
    line = visible_text(source)
    if block.kind is BlockKind.LIST_ITEM:
        return _as_title(line) if _BOLD.fullmatch(source) or _UNDERLINED_ITEM.fullmatch(source) else ""
    if block.kind is not BlockKind.PARAGRAPH:
        return ""
    if _MARKED_WITHIN.fullmatch(source) or _BOLD.fullmatch(source):
        return _as_title(line.lstrip("# "))
    numbered = _NUMBERED.fullmatch(line) and len(line.split()) <= _MOST_WORDS
    return line if numbered and line[-1] not in _ENDS_A_SENTENCE else ""


def unmarked_title_above(read: ReadDocument, ordinal: int, farthest: int) -> str:
    """The nearest line above a block, in its section and its list, that is set or numbered as a title; else empty.

    A line right above it that has capitals like a title is one too. `farthest` is the first block that is looked at.
    """
    block = read.blocks[ordinal]
    for above in range(ordinal - 1, max(farthest - 1, ordinal - 1 - _MOST_BLOCKS), -1):
        other = read.blocks[above]
        if above == block.heading or other.kind is BlockKind.HEADING:
            return ""
        underlined = other.kind is BlockKind.LIST_ITEM and _UNDERLINED_ITEM.fullmatch(read.source(above))
        if (underlined or other.kind is BlockKind.PARAGRAPH) and other.lead_in == block.lead_in:
            found = title_of_block(read, above) or (_unnumbered(read, other, above) if above == ordinal - 1 else "")
            if found and not _heads_contents(read, above):
                return found
    return ""


def is_section_in_list(read: ReadDocument, ordinal: int) -> bool:
    """Whether a block is a section of a numbered list that stands behind what its heading is about.

    '2. **Fees**' in a list of all sections, below 'Our address', a few lines with the address and a full stop.
    """
    block, source = read.blocks[ordinal], read.source(ordinal)
    if block.heading is None or block.lead_in is not None or not _NUMBERED_BOLD.fullmatch(source):
        return False
    below = block.heading + 1
    first = next(one for one in range(below, ordinal + 1) if read.blocks[one].kind is BlockKind.LIST_ITEM)
    counted = is_counted(visible_text(read.source(block.heading)))
    return first > below and not counted and not visible_text(read.source(first - 1)).endswith(":")


def is_line_of_contents(read: ReadDocument, title: str, before: int) -> bool:
    """Whether a title is one of the lines of a paragraph above a block that all are numbered titles: its contents."""
    for block in range(before if _NUMBERED.fullmatch(title) else 0):
        lines = [visible_text(one) for one in read.source(block).split("\n")]
        if len(lines) >= _FEWEST_CONTENTS and title in lines and all(map(_NUMBERED.fullmatch, lines)):
            return True
    return False


def _heads_contents(read: ReadDocument, ordinal: int) -> bool:
    """Whether a table of contents begins right below a line, so that this is no title of what stands further down."""
    below = ordinal + 1
    return below < len(read.blocks) and _LINK_WITHIN.fullmatch(read.source(below)) is not None


def _as_title(line: str) -> str:
    """A line without its full stop; empty where it is a sentence that leads on."""
    line = line.removesuffix(".").rstrip()
    return line if any(map(str.isalnum, line)) and line[-1] not in _ENDS_A_SENTENCE else ""


def _unnumbered(read: ReadDocument, block: Block, ordinal: int) -> str:
    line = visible_text(read.source(ordinal))
    words = line.split()
    if not _FEWEST_WORDS_UNNUMBERED <= len(words) <= _MOST_WORDS_UNNUMBERED or line[-1] in _ENDS_A_SENTENCE:
        return ""
    return line if block.lead_in is None and _has_capitals(line) else ""


def _has_capitals(line: str) -> bool:
    """Whether a line has capitals like a title."""
    return line[:1].isupper() and all(word[0].isupper() or word.lower() in _SMALL_WORDS for word in line.split())

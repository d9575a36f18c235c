"""What a document calls itself: its first heading, and that of each page where several are recorded as one.

A title may be set as any line: one above the first sentences counts where it says of which kind the document is.
"""

from __future__ import annotations

import re

from conductatlas.changes.layout.furniture import announces_update
from conductatlas.reading import BlockKind, Document, kept_with_document, word_line

# A title that says which document it is, and of which kind: a page on something else has another one. 'Policies' by
# itself stands over a whole site.
_KIND = re.compile(
    r"\w (?:polic(?:y|ies)|terms|conditions|agreement|notice|statement|guidelines|rules|licen[cs]e|addendum)\b"
    r"|\b(?:terms|conditions|rules) (?:of|and)\b"
)
# 'Notice for residents of Elbonia' at the head of a text.
_KIND_FIRST = re.compile(
    r"(?:policy|agreement|notice|statement|guidelines|rules|licen[cs]e|addendum) (?:for|on|of|to)\b"
)
# A title is no longer than this, in words.
_LONGEST = 12
# What a text calls itself stands among so many of its first lines, and ends as no sentence does.
_HEAD = 8
_ENDS_SENTENCE = (".", ":", ";", "!", "?", ",")
# 'Changes to this policy', 'Our terms', 'About the agreement': sections, not documents.
_ON_A_DOCUMENT = re.compile(r"\b(?:this|these|our|your|the|to|about|how|what|why|when|of (?:this|these|our))\b")
# What leads to another text is no title of this one.
_LEADS_ON = re.compile(r"(?:view|see|read|download|print|click)\b", re.IGNORECASE)


@kept_with_document
def title_place(document: Document) -> int | None:
    """The block that is the first heading of a text; None where it has none."""
    return next((place for place, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING), None)


def title_of(document: Document) -> str:
    """The first heading of a text; empty where it has none."""
    place = title_place(document)
    return "" if place is None else document.visible[place]


@kept_with_document
def titles_of_whole(document: Document) -> frozenset[str]:
    """What a text as a whole is called, as lines of words: its first heading, and its first line, if that is short."""
    first = next((place for place, words in enumerate(document.word_counts) if words), None)
    heads = [place for place in (title_place(document), first) if place is not None]
    return frozenset(document.word_lines[place] for place in heads if document.word_counts[place] <= _LONGEST)


def titles_at_head(document: Document) -> tuple[str, ...]:
    """The lines at the head of a text that are the title of a document of some kind, set as headings or not.

    With the first line that is too long for a title the text itself begins, unless it tells of an update.
    """
    found: list[str] = []
    lines = [place for place, words in enumerate(document.word_counts) if words][:_HEAD]
    for place in lines:
        kind, visible = document.blocks[place].kind, document.visible[place]
        if announces_update(visible):
            continue
        if document.word_counts[place] > _LONGEST:
            break
        if kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or _LEADS_ON.match(visible):
            continue
        title = visible.rstrip(" .") if kind is BlockKind.HEADING else visible
        line = document.word_lines[place]
        if not title.endswith(_ENDS_SENTENCE) and (names_document(line) or _KIND_FIRST.match(line)):
            found.append(title)
    return tuple(dict.fromkeys(found))


def names_document(title: str) -> bool:
    """Whether a heading, as a line of words, is the title of a document of some kind; a numbered section's is none."""
    return not title[:1].isdigit() and title.count(" ") < _LONGEST and _KIND.search(title) is not None


def is_title_of_its_own(title: str) -> bool:
    """Whether a heading, as a line of words, is the title of a document, and none of a section on one."""
    return names_document(title) and _ON_A_DOCUMENT.search(title) is None


def have_kindred_titles(one: Document, other: Document) -> bool:
    """Whether the title of one of two texts is that of the other, or has all its words but for some that were left out.

    'Corvid Boat Rules' and 'Overview of the Corvid Boat Rules': a page was written anew, and its title with it.
    """
    short, long = sorted((word_line(title_of(document)) for document in (one, other)), key=len)
    return _KIND.search(short) is not None and set(short.split()) <= set(long.split())


def have_one_title(one: Document, other: Document) -> bool:
    """Whether two texts have the same title, and it says of which kind the document is: one was written anew."""
    title = word_line(title_of(one))
    return _KIND.search(title) is not None and title == word_line(title_of(other))

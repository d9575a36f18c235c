"""The lines without which an item of a list, or a clause that speaks of what stands above, can't be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from conductatlas.reading import BlockKind, sentences, visible_text
from conductatlas.reading import Document as ReadDocument
from conductatlas.records.titles import label_of_item, title_of_block

_LONGEST_LINE, _LONGEST_LIST = 300, 600
# What leads into a list says so, best at its end; other sentences above it speak of something else.
_LEADS_IN = re.compile(r"(?::|\.\.\.|…)\W*\Z")
_ANNOUNCES = re.compile(r"\b(?:below|following|as follows)\b", re.IGNORECASE)
LEFT_OUT = "[…]"
# Items that are paragraphs of their own, by what they are counted with: 'a.', '(ii)', '3)'. A section such as '7.1' is
# none.
_COUNTED = re.compile(
    r"\W{0,3}?\(?(?:(?P<letter>[a-zA-Z])|(?P<roman>[ivxIVX]{2,5})|(?P<figure>\d{1,2}))\\?[.)](?!\d)\s"
)
_LATER_FIGURE = re.compile(r"\s*(?!1\D)\d{1,3}[.)]\s")
_BULLET = re.compile(r"\s*[*+•-]\s")
_FIGURE = re.compile(r"\W{0,3}(\d{1,2})[.)](?!\d)\s")
# A date, or a few words without a verb that leads on, stand above a list and lead into nothing.
_DATED = re.compile(
    r"\W*(?:(?:last|date of last) )?(?:updated?|modified|revised|revision|effective)\b.{0,60}\d{4}\W*\Z", re.I
)
_MOST_WORDS_OF_A_TITLE = 6
# Of a list of which no paragraph says that it leads into it, so much may stand before this item.
_MOST_ITEMS = 40
# 'Notwithstanding the foregoing' goes against what stands above, and is read without it.
_OF_THE_ABOVE = re.compile(
    r"\b(?:any|all|none|some|one|each|either) of (?:the (?:above|foregoing)\b|(?:these|those)"
    r"(?= (?:rights|purposes|acts|activities|cases|reasons|ways|conditions|is|are|may|can|apply)\b|[.,;:)]))"
    r"|(?<!notwithstanding )(?<!prejudice to )(?<!limiting )(?<!generality of )\bthe (?:above|foregoing)\b"
    r"|\babove[- ](?:mentioned|listed|named)\b",
    re.IGNORECASE,
)
# What an item says that only goes on with a sentence: it begins in small letters or with a word that leads on …
_GOES_ON = re.compile(r"\W*(?:[a-z]|(?:(?:When|Where|If|As|To|For|By|With|Unless|Because|That|Through)\b[^,]*\Z))")
# … or is short, begins with nobody who does something, and does not end as sentences do.
_BEGINS_A_SENTENCE = re.compile(r"(?:We|You|I|It|They|This|These|There)\b")
_MOST_WORDS = 40
_ENDS = re.compile(r"[.!?:][\"”’')*_]{0,3}\Z")
_LEADS_ON = re.compile(
    r"\bexamples?\b|\b(?:to|that|you|we|not|by|for|if|when|where|or|and|may|must|will|should|cannot)\Z", re.IGNORECASE
)
_MARKER = re.compile(r"\W*(?:\(?[a-zA-Z]{1,5}\\?[.)]|\(?\d{1,3}\\?[.)])\s+")
_HALF_A_SENTENCE = re.compile(
    r"(?:\s\w+){2}.*\b(?:includ(?:e|es|ing)|following(?: \w+)?|such as|that|to|(?:helps?|allows?|enables?|lets?) us"
    r"|we(?: may| will| must)?|you (?:may|will|must))\s?:\Z|\bthat (?:you|we)\Z|\bagree that\Z",
    re.IGNORECASE,
)
_FIRST_WORDS = 200
# 'Content that:' by itself: whom or what, and nothing of what is said of it.
_FRAGMENT = re.compile(r"(?:\A|[.:!?] )[A-Z][\w’'-]*(?: \w+){0,2} (?:that|which|who)\s?:\Z")
_MOST_ABOVE_TITLES = 2


def leads_on(heading: str) -> bool:
    """Whether a heading, as a reader sees it, is the beginning of a sentence that what stands under it goes on with."""
    return len(heading) <= _LONGEST_LINE and _HALF_A_SENTENCE.search(heading) is not None


def lead_ins_above(read: ReadDocument, block: int, hung_on: Sequence[int]) -> tuple[str, ...]:
    """The sentences that lead into the lists which a block is an item of, the outermost first, as a reader sees them.

    `hung_on` are the blocks that it hangs on, by `hung_on_above`. What is left out of them, or between them and the
    item, is marked there. Titles of lists lead into nothing.
    """
    lines = [visible_text(read.source(one)) for one in _heading_that_leads_in(read, block)]
    for above, following in pairwise((*hung_on, block)):
        line = "" if label_of_item(read, above) else _announcement(visible_text(read.source(above)))
        if line:
            between = any(visible_text(read.source(one)) for one in range(above + 1, following))
            lines.append(f"{line} {LEFT_OUT}" if between and not line.endswith(LEFT_OUT) else line)
    return tuple(lines)


def _heading_that_leads_in(read: ReadDocument, block: int) -> tuple[int, ...]:
    """The heading above a list that what stands in it goes on with, if there is one."""
    heading = read.blocks[block].heading
    if heading is None or not leads_on(visible_text(read.source(heading))):
        return ()
    return (heading,) if all(_is_item(read, one) for one in range(heading + 1, block + 1)) else ()


def hung_on_above(read: ReadDocument, block: int) -> list[int]:
    """The blocks that an item of a list hangs on, as far as they show words, the outermost first."""
    found: list[int] = []
    lead_in = _lead_in(read, block)
    while lead_in is not None and visible_text(read.source(lead_in)):
        found.insert(0, lead_in)
        lead_in = _lead_in(read, lead_in)
    return [*_over_titled_lists(read, found[0] if found else block), *found]


def _over_titled_lists(read: ReadDocument, first: int) -> list[int]:
    """The paragraphs that lead into a list which is one of several, each under a title in bold; mostly none.

    They stand right above the first of these titles, and the list only goes on with them: 'We do not allow:' over
    'Loans', 'Games' and 'Shares', each with 'Content that:' and its items.
    """
    title = read.blocks[first].heading
    line = visible_text(read.source(first))
    if title is None or not _is_bold_title(read, title) or not (_goes_on(line) or _FRAGMENT.search(line)):
        return []
    if not all(_is_item(read, one) or _FRAGMENT.search(read.visible[one]) for one in range(title + 1, first + 1)):
        return []
    section = read.blocks[title].heading
    above = title - 1
    while above >= 0 and (read.blocks[above].heading != section or _is_bold_title(read, above)):
        above -= 1
    found: list[int] = []
    while above >= 0 and _leads_into_titled(read, above, section) and len(found) < _MOST_ABOVE_TITLES:
        found.insert(0, above)
        above -= 1
    return found


def _leads_into_titled(read: ReadDocument, block: int, section: int | None) -> bool:
    other = read.blocks[block]
    is_line = other.kind is BlockKind.PARAGRAPH and other.heading == section
    return is_line and read.visible[block].endswith(":") and not title_of_block(read, block)


def _is_bold_title(read: ReadDocument, block: int) -> bool:
    """Whether a heading is a line in bold, which has no level of its own."""
    return read.blocks[block].kind is BlockKind.HEADING and read.source(block).startswith(("**", "__"))


def said_above(read: ReadDocument, block: int) -> tuple[str, ...]:
    """The list right above a block that speaks of it as 'any of the above': its lead-in and its items, as far as short.

    Empty where the block does not, or no list stands right above it.
    """
    if not block or not _OF_THE_ABOVE.search(visible_text(read.source(block))[:_FIRST_WORDS]):
        return ()
    first = last = block - 1
    while first > 0 and _is_item(read, first) and read.blocks[first].heading == read.blocks[block].heading:
        first -= 1
    first = first if _is_item(read, first) else first + 1
    lead_ins = lead_ins_above(read, first, hung_on_above(read, first)) if first < last else ()
    if not lead_ins:
        return ()
    items = " ".join(visible_text(read.source(one)) for one in range(first, last + 1))
    shown = items if len(items) <= _LONGEST_LIST else f"{items[:_LONGEST_LIST].rpartition(' ')[0]} {LEFT_OUT}"
    return (*lead_ins, shown)


def _lead_in(read: ReadDocument, block: int) -> int | None:
    """The block that leads into a list; for what only goes on with it also where the text does not mark it as such."""
    own = read.blocks[block]
    if own.lead_in is not None:
        return _marked_lead_in(read, block, own.lead_in)
    counted = _counted(read, block)
    if (own.kind is not BlockKind.LIST_ITEM and not counted) or not _goes_on(visible_text(read.source(block))):
        return None
    for above in range(block - 1, max(-1, block - 1 - _MOST_ITEMS), -1):
        other = read.blocks[above]
        if other.kind in (BlockKind.HEADING, BlockKind.TABLE) or other.heading != own.heading:
            return None
        if title_of_block(read, above):
            return None
        line = visible_text(read.source(above))
        if _LEADS_IN.search(line) and not (counted and _counted(read, above) == counted):
            return above
        if line and not (_is_like(read, above, own.kind, counted) and (_goes_on(line) or not _ENDS.search(line))):
            return None
    return None


def _marked_lead_in(read: ReadDocument, block: int, lead_in: int) -> int | None:
    """The block that leads into a list, where the markup says that `lead_in` does.

    Markup that puts '4.' below '3.' makes a list of what are sections in a row: '4.' hangs on what '3.' hangs on, and
    what stands below '4.' on that alone, if on anything. A '12.' below bullets is the next section, and hangs on
    nothing.
    """
    if (line := _line_below_title(read, block, lead_in)) is not None:
        return line
    first = next(one for one in range(lead_in + 1, block + 1) if read.blocks[one].lead_in == lead_in)
    if _LATER_FIGURE.match(read.source(block)) and _BULLET.match(read.source(first)):
        return None
    figure = _figure(read, lead_in)
    below = (one for one in range(lead_in + 1, block + 1) if read.blocks[one].lead_in == lead_in)
    numbered = [one for one in below if _figure(read, one)] if figure else []
    if not numbered or _figure(read, numbered[0]) != figure + 1:
        return lead_in
    if numbered[-1] == block:
        return _lead_in(read, lead_in)
    return numbered[-1] if _LEADS_IN.search(visible_text(read.source(numbered[-1]))) else None


def _line_below_title(read: ReadDocument, block: int, title: int) -> int | None:
    """The paragraph that leads into the items below an item that is their title: 'You may not:' below 'Uses'."""
    if read.blocks[block].kind is not BlockKind.LIST_ITEM or not label_of_item(read, title):
        return None
    for above in range(block - 1, title, -1):
        other = read.blocks[above]
        if other.lead_in == title and other.kind is not BlockKind.LIST_ITEM:
            return above if _LEADS_IN.search(read.visible[above]) else None
    return None


def _figure(read: ReadDocument, block: int) -> int:
    """With which figure a block is counted as a section or an item, as '3.' or '(3)'; 0 where with none."""
    found = _FIGURE.match(visible_text(read.source(block)))
    return int(found[1]) if found else 0


def _goes_on(line: str) -> bool:
    """Whether an item, as a reader sees it, only goes on with a sentence that another line begins."""
    said = _MARKER.sub("", line, count=1)
    if _GOES_ON.match(said):
        return True
    return not _ENDS.search(line) and len(said.split()) <= _MOST_WORDS and not _BEGINS_A_SENTENCE.match(said)


def _is_like(read: ReadDocument, block: int, kind: BlockKind, counted: str) -> bool:
    """Whether a block may be another item of the list, or hang on one."""
    other = read.blocks[block]
    return (other.kind is kind and _counted(read, block) == counted) or other.lead_in is not None


def _is_item(read: ReadDocument, block: int) -> bool:
    other = read.blocks[block]
    return other.kind is BlockKind.LIST_ITEM or other.lead_in is not None or bool(_counted(read, block))


def _counted(read: ReadDocument, block: int) -> str:
    """With what a paragraph is counted as an item: `letter`, `roman` or `figure`; empty where it is none."""
    if read.blocks[block].kind is not BlockKind.PARAGRAPH:
        return ""
    found = _COUNTED.match(read.source(block))
    return (found.lastgroup or "") if found else ""


def _is_title(line: str) -> bool:
    few = len(line.split()) <= _MOST_WORDS_OF_A_TITLE
    return few and not (
        _ENDS.search(line) or _LEADS_IN.search(line) or _ANNOUNCES.search(line) or _LEADS_ON.search(line)
    )


def _announcement(line: str) -> str:
    """The sentence of a paragraph that leads into the list below it; empty where none does."""
    if _DATED.match(line) or _is_title(line):
        return ""
    said_here = sentences(line)
    announcing = [at for at, one in enumerate(said_here) if _ANNOUNCES.search(one)]
    at = len(said_here) - 1 if len(said_here) == 1 or _LEADS_IN.search(line) else next(iter(announcing), None)
    if at is None or len(line) <= _LONGEST_LINE:
        return "" if at is None else line
    said = said_here[at]
    if len(said) > _LONGEST_LINE:
        return f"{LEFT_OUT} {said[-_LONGEST_LINE:].partition(' ')[2]}"
    return f"{LEFT_OUT} " * (at > 0) + said + f" {LEFT_OUT}" * (at < len(said_here) - 1)

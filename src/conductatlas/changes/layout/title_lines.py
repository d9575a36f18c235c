"""Which lines of a text may be titles, marked as headings or not.

A title may be a heading, a line in bold, a short line by itself, numbered or not, or what a paragraph begins with.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from conductatlas.changes.layout.furniture import (
    LANGUAGE,
    LITTLE_WORDS,
    SAYING_WORDS,
    is_page_phrase,
    title_taken_twice,
)
from conductatlas.changes.layout.itself import is_date_line, is_pointer
from conductatlas.changes.names.entitled import COMPANY_FORMS
from conductatlas.reading import (
    BLOCKS_IN_MEMORY,
    Block,
    BlockKind,
    Document,
    kept_with_document,
    visible_text,
    word_count,
    word_line,
    words,
)

# Below the levels of headings, which are 1 to 6, are a line by itself, and what a paragraph begins with.
LOWEST_HEADING, OF_LINE, RUN_IN = 6, 7, 8
# A line that stands so often in a text is a label of parts that are alike.
_FEWEST_LABELS = 3
# A title has no more words, marked as a heading within a list, with a number or in bold, or else by itself; …
_MOST_WORDS_MARKED, _MOST_WORDS, _MOST_BY_ITSELF, _MOST_WITH_COLON = 20, 14, 10, 6
# … and a sentence without its full stop may have no more.
_MOST_IN_DOUBT = 8
# A heading that is longer is a paragraph, and a first line that is shorter an item's sign.
_LONGEST_HEADING, _SHORTEST_FIRST_LINE = 160, 4
# What ends so goes on below.
_GOES_ON = frozenset(
    ("that", "which", "who", "whom", "whose", "and", "or", "the", "a", "an", "if", "when", "unless", "because", "may")
)
# So many lines by themselves below each other are an address.
_FEWEST_OF_AN_ADDRESS = 3
_NUMBER = (
    r"(?:(?:section|article|part|chapter|schedule|annex|appendix) )?"
    r"(?:(?P<figures>\d{1,3}(?:\.\d{1,3})*(?:\.[a-z](?=[.) ]))?)|(?-i:[IVXLC]{1,6}|[A-Za-z]))"
)
# '17. Indemnity', '17A. Indemnity', '4.3 Security', 'Part B: Fees', 'VII – Gates'.
_NUMBERED = re.compile(
    rf"\(?{_NUMBER}(?:(?<=\d)(?-i:[A-Z]))?(?:\\?[.):]|\s[–—-])+\s*(?P<title>(?-i:[A-Z\"“(]).*)"
    rf"|{_NUMBER.replace('figures', 'plain')}\s+(?P<named>(?-i:[A-Z]).*)",
    re.IGNORECASE,
)
_FIGURES_FIRST = re.compile(
    r"\W*(?:section |article |part )?(\d{1,3}(?:\.\d{1,3})*(?:\.[a-z](?=[.) ]))?)(?![\d,%])", re.IGNORECASE
)
# 'b. Oars', '(iv) Oars'.
_LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,5})[.)]\s")
_ALL_BOLD = re.compile(r"(?:\W*\d[\d.]*\\?[.)]?\s*)?(\*\*|__)(?=\S)(?:(?!\1)[^\n])+\1[.:?]?")
_ALL_ITALICS = re.compile(r"([_*])(?![_*\s])(?:(?!\1)[^\n])+\1:?")
_MARKED = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<title>[^\n]{1,120})")
_UNDERLINED_ITEM = re.compile(r"(?P<title>(?:[*+-]|\d{1,3}[.)])[ \t]+[^\n]{1,120})\n[ \t]*(?P<sign>-{3,}|={3,})[ \t]*")
# '**Fees.** You pay …', '**1\. Fees:** You pay …', '**1.2 Fees.** You pay …'
_RUN_IN = re.compile(
    r"(?P<number>(?:\*\*)?\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z])\\?[.)]?(?:\*\*)?\s+)?"
    r"\*\*(?P<title>(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z])\\?[.)]\s*|\d{1,3}(?:\.\d{1,3})+\s+)?[A-Z][^*\n]{2,90}?)"
    r"(?:[.:]\s?\*\*|\*\*\s?[.:])\s*(?=[^\s*])"
)
# '_To mend the gates_: we …', '*Logs.* We keep …': the same in italics.
_RUN_IN_ITALICS = re.compile(
    r"(?P<mark>[_*])(?P<title>[A-Z][^*_\n]{2,90}?)(?:[.:]\s?(?P=mark)|(?P=mark)\s?[.:])\s*(?=[^\s*_])"
)
# 'd. Rules for Gates. A gate …', '17. Indemnity. You agree …': words with capitals ahead of a sentence.
_PLAIN_RUN_IN = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{2,4})\\?[.)]\s+(?P<title>[A-Z][^.:;!?*\[\]\n]{2,80})\.\s+(?=[A-Z\"“(])"
)
# 'Fees  \nYou pay …', '**Fees** <br>You pay …': the first line of a paragraph, an item or a cell.
_FIRST_LINE = re.compile(
    r"(?:\A|\|)\s*(?:[*+-]\s+)?(?P<title>[^\s|][^\n|]{2,90}?)(?: {2,}\n|\\\n| *<br ?/?> *)(?=\s*[^\s|<])"
)
# '**Billing** For yearly plans, …', '7. **Feedback** Letters are read.': in bold, where a sentence of its own follows.
_FIGURES = r"\(?\d{1,3}(?:\.\d{1,3})*\\?[.)]?\s+"
_AHEAD = re.compile(
    rf"(?:[*+-]\s+)?(?P<title>(?P<number>{_FIGURES})?\*\*(?!(?:We|You|They|It|If|When|This|These)\b)"
    rf"(?:{_FIGURES})?[A-Z][^*\n.:!?,]{{2,80}}?\s?\*\*)\s+(?:"
    r"(?=(?:You|Your|We|Our|If|When|The|This|These|All|Any|Each|By|In|For(?= [a-z]))\s)"
    # Behind a number any word with a capital begins a sentence.
    r"|(?(number)(?=\*{0,2}[A-Z][A-Za-z]*\s)|(?!)))"
)
_CONTENTS = re.compile(r"\W*(?:(?:table of )?contents|on this page|in this article)\W*", re.IGNORECASE)
# What begins a remark on the text beside it.
_REMARK = re.compile(
    r"(?:(?:the |in )?short(?:er)?(?: version| form| summary)?|in (?:brief|summary|plain \w+)|plain \w+"
    r"|(?:quick )?summary|tl;?dr|(?:please )?note|n\.?b|important(?: note)?|(?:for )?examples?|tip|hint)",
    re.IGNORECASE,
)
# What a page offers in a line by itself.
_OF_PAGE = re.compile(rf"(?:English|{LANGUAGE.pattern})(?: \(.{{2,20}}\))?|Yes ?No")
_UNSEEN = " \t\r\n\xa0\u200b\u200c\u200d\u2060\ufeff"
# A link that shows something.
_LINK = re.compile(r"\[[^\[\]]+\]\((?:[^()]|\([^()]*\))*\)")
_BOLD = ("**", "__")
_BULLET = re.compile(r"\A[*+-][ \t]")
_ASKS = re.compile(
    r"\W*(?:who|what|how|when|where|why|which|whose|can|do|does|did|is|are|am|will|should|may|must|have|has)\b",
    re.IGNORECASE,
)
_ASKS_INDIRECTLY = re.compile(r"(?:Who|What|How|When|Where|Why|Which)\b")
_ENDS = (".", ";", ",", "!")
# A paragraph of Chinese or Japanese sentences is one word by its spaces.
_STOP_OF_SIGNS = "。"
_ENDED = (".", ";", ":", "!", "?", ")", "”", '"')


class Title(NamedTuple):
    """A line that may be a title: its block, what it says, and its level, by its marks and its number.

    `sure`: whether it is one. `runs_in`: it is only the beginning of its block; `in_line`: and stands in the line of
    its first sentence. `often`: it stands often in the text.
    """

    place: int
    text: str
    level: int
    number: tuple[str, ...] = ()
    sure: bool = True
    runs_in: bool = False
    often: bool = False
    in_line: bool = False

    @property
    def label(self) -> bool:
        """Whether it labels one of many parts that are alike, and nothing marks it as a heading of a level."""
        return self.often and self.level >= LOWEST_HEADING

    @property
    def is_of_its_block(self) -> bool:
        """Whether it is of its own block alone, as 'Note:' and 'Short version:' are."""
        return self.runs_in and _REMARK.fullmatch(self.text) is not None


@kept_with_document
def titles_in(document: Document) -> tuple[Title | None, ...]:
    """For each block of a text the title that it is, or begins with; None for one that is nothing of the kind."""
    found = [_title_at(document, place) for place in range(len(document.blocks))]
    times = Counter(word_line(one.text) for one in found if one and not one.number)
    often = {line for line, number in times.items() if number >= _FEWEST_LABELS}
    return tuple(
        [
            one._replace(often=word_line(one.text) in often) if one else _label_at(document, place, often)
            for place, one in enumerate(found)
        ]
    )


def _label_at(document: Document, place: int, often: Collection[str]) -> Title | None:
    """The title that a line is which leads into a list, and of which the like stand `often` over what is no list."""
    block, visible = document.blocks[place], document.visible[place]
    if block.kind is not BlockKind.PARAGRAPH or not visible.endswith(":") or document.word_lines[place] not in often:
        return None
    return Title(place, bare_title(visible), OF_LINE, often=True)


def lies_in(inner: Title, outer: Title) -> bool:
    """Whether the section of one title surely is a part of that of another one, which stands above it."""
    if inner.label != outer.label:
        return inner.label
    if not inner.sure and outer.level < OF_LINE:
        return True
    if inner.number and outer.number:
        return inner.number[: len(outer.number)] == outer.number and len(inner.number) > len(outer.number)
    if outer.level < LOWEST_HEADING:
        return inner.level > outer.level and (inner.level != OF_LINE or bool(inner.number))
    return inner.level == RUN_IN > outer.level


def is_item(block: Block) -> bool:
    """Whether a block is an item of a list, or belongs to one."""
    return block.kind is BlockKind.LIST_ITEM or block.lead_in is not None


def names_items(document: Document, place: int) -> bool:
    """Whether what leads into a list is its title: a few words with capitals."""
    visible = document.visible[place]
    few = 0 < len(visible.split()) <= _MOST_WITH_COLON
    return few and visible.endswith(":") and has_capitals(visible) and states_nothing(visible)


def number_at(document: Document, place: int) -> tuple[str, ...]:
    """The number that a block begins with, that of an item of a list too."""
    return _figures(_source(document, place))


def is_counted(document: Document, place: int) -> bool:
    """Whether a block is an item of a numbered list."""
    numbers = number_at(document, place)
    return document.blocks[place].kind is BlockKind.LIST_ITEM and len(numbers) == 1 and numbers[0].isdigit()


def begins_in_bold(document: Document, place: int) -> bool:
    """Whether a block is a paragraph that begins with words in bold, which may be a title."""
    return not is_item(document.blocks[place]) and _source(document, place).startswith(_BOLD)


def _title_at(document: Document, place: int) -> Title | None:
    block, visible = document.blocks[place], document.visible[place]
    if not document.word_counts[place] or block.kind in (BlockKind.TABLE, BlockKind.PREFORMATTED):
        return None
    # Most lines are the same in all versions, and only what stands beside them differs.
    title, perhaps = _by_its_words(document.source(place), visible, block.kind, block.level)
    if title is not None:
        return title._replace(place=place)
    if not perhaps:
        return None
    source = _source(document, place)
    # A line that is a link may be one of a menu.
    by_itself = _is_by_itself(document, place) and not _LINK.search(source)
    if by_itself is None:
        return None
    level = LOWEST_HEADING if _ALL_BOLD.fullmatch(source) else OF_LINE
    number = _figures(visible) or (_figures(source) if block.kind is BlockKind.LIST_ITEM else ())
    return Title(place, bare_title(visible), level, number, by_itself)


@lru_cache(maxsize=BLOCKS_IN_MEMORY)
def _by_its_words(source: str, visible: str, kind: BlockKind, level: int) -> tuple[Title | None, bool]:
    """The title that a block is, or begins with, whatever stands beside it, as in the first place of a text.

    And where it is none so, whether it may be one by what stands beside it.
    """
    source = source.strip(_UNSEEN)
    is_heading = kind is BlockKind.HEADING
    run_in = "" if is_heading else _run_in(source, visible)
    if run_in:
        figures = _figures(run_in)
        in_line = not first_lines(source)
        return Title(0, run_in, OF_LINE if figures else RUN_IN, figures, runs_in=True, in_line=in_line), False
    if not is_heading and word_count(visible) > _MOST_WORDS_MARKED:
        return None, False
    if _CONTENTS.fullmatch(visible):
        return Title(0, visible, RUN_IN, sure=False), False
    in_bold = level == LOWEST_HEADING and not source.startswith("#")
    is_marked = is_heading and not in_bold
    if is_date_line(visible) or (not is_marked and (is_pointer(visible) or _leads_elsewhere(source))):
        return None, False
    if not is_marked and _STOP_OF_SIGNS in visible:
        return None, False
    if is_heading:
        if len(visible) > _LONGEST_HEADING:
            return None, False
        sure = not is_page_phrase(visible) and not (in_bold and _may_say_something(visible))
        return Title(0, bare_title(visible), level, _figures(visible), sure), False
    marked = _MARKED.fullmatch(source) or _UNDERLINED_ITEM.fullmatch(source)
    if marked:
        level = len(marked["level"]) if "level" in marked.groupdict() else 1 + (marked["sign"][0] == "-")
        title = bare_title(visible_text(marked["title"]).lstrip("# "))
        return Title(0, title, level, _figures(title)), False
    twice = title_taken_twice(visible) if kind is BlockKind.PARAGRAPH and not _LINK.search(source) else ""
    if twice:
        return Title(0, twice, LOWEST_HEADING), False
    return None, _may_be_by_itself(source, visible)


def _may_be_by_itself(source: str, visible: str) -> bool:
    """Whether a line that nothing marks may be a title by its words alone."""
    shown = visible.split()
    if len(shown) > _MOST_WORDS or is_page_phrase(visible) or "@" in visible:
        return False
    # So many lines in one block are an address, too.
    if len(source.splitlines()) >= _FEWEST_OF_AN_ADDRESS:
        return False
    return shown[-1].lower() not in _GOES_ON or _ALL_BOLD.fullmatch(source) is not None


def _source(document: Document, place: int) -> str:
    """A block as it stands, without the signs around it that nobody sees."""
    return document.source(place).strip(_UNSEEN)


def bare_title(visible: str) -> str:
    """A title without what it ends with, and without marks of bold that were left unread: '4**. Deposits**'."""
    return visible.replace("**", "").rstrip(" .:")


def _figures(visible: str) -> tuple[str, ...]:
    found = _FIGURES_FIRST.match(visible)
    return tuple(found[1].split(".")) if found else ()


def _leads_elsewhere(source: str) -> bool:
    """Whether a line has a link, and words beside it."""
    beside = _LINK.sub(" ", source)
    return beside != source and not LITTLE_WORDS.issuperset(words(visible_text(beside)))


def _may_say_something(visible: str) -> bool:
    """Whether a line in bold may be a sentence: it is long, or asks for something."""
    return len(visible.split()) > _MOST_WORDS or visible.lower().startswith("please ")


def first_lines(source: str) -> tuple[str, ...]:
    """The titles that a block, or the cells of a table, begin with in a line of their own, as a reader sees them."""
    if "<br" not in source and "\n" not in source:
        return ()
    found = (one["title"].strip(_UNSEEN) for one in _FIRST_LINE.finditer(source))
    shown = ((visible_text(f"**{one.strip('*_ ')}**"), one.startswith(_BOLD)) for one in found)
    return tuple(title for title, bold in shown if _is_first_line(title.rstrip(".:") if bold else title))


def titles_ahead(source: str) -> tuple[str, ...]:
    """The titles that no stop parts from what follows, as a reader sees them: in a line of their own, or in bold."""
    ahead = _AHEAD.match(source.strip(_UNSEEN)) if "**" in source else None
    return first_lines(source) or ((visible_text(ahead["title"]),) if ahead else ())


def _is_first_line(title: str) -> bool:
    """Whether the first line of a block is a title: a few words with capitals that end as no sentence does.

    In bold it may end as one.
    """
    few = len(title.split()) <= _MOST_BY_ITSELF and len(title) >= _SHORTEST_FIRST_LINE
    ends = title.endswith((*_ENDED, ",")) or _STOP_OF_SIGNS in title or ": " in title or "@" in title
    named = _FIGURES_FIRST.sub("", title, count=1)
    is_address = any(map(str.isdigit, named)) or not COMPANY_FORMS.isdisjoint(words(title))
    return few and bool(named) and not (ends or is_address) and has_capitals(title)


def _run_in(source: str, visible: str) -> str:
    """The title that a block begins with, as a reader sees it; empty where it begins with none."""
    above = first_lines(source) if not source.startswith("|") else ()
    if above:
        return bare_title(above[0])
    bare = _BULLET.sub("", source, count=1)
    bold = _RUN_IN.match(bare)
    if bold:
        # Beside its mark a number is not read as that of a list.
        number, title = bold["number"] or "", bold["title"]
        return bare_title(visible_text(f"{number}**{title}**"))
    in_italics = _RUN_IN_ITALICS.match(bare)
    if in_italics:
        return bare_title(visible_text(in_italics["title"]))
    plain = _PLAIN_RUN_IN.match(bare) or _PLAIN_RUN_IN.match(visible)
    if plain is None:
        return next(map(bare_title, titles_ahead(source)), "")
    title = plain["title"]
    # Capitals throughout are those of a title where what follows has others.
    if (
        not (title.isupper() and plain.string[plain.end() :].isupper())
        and has_capitals(title)
        and len(title.split()) <= _MOST_BY_ITSELF
    ):
        return bare_title(visible_text(f"**{plain.group().strip()}**"))
    return ""


def _is_by_itself(document: Document, place: int) -> bool | None:
    """Whether a line that may be a title by its words is one where it stands; None where it surely is none."""
    block, source, visible = document.blocks[place], _source(document, place), document.visible[place]
    numbered = _NUMBERED.fullmatch(visible)
    bold = _ALL_BOLD.fullmatch(source) is not None
    if block.kind is BlockKind.LIST_ITEM:
        return _of_item(document, place, numbered=numbered is not None, bold=bold)
    title = (numbered["title"] or numbered["named"]) if numbered else visible
    if numbered and not bold:
        return _of_numbered(document, place, title)
    if not title[:1].isupper() and not bold:
        return None
    if visible.endswith(":"):
        few = len(visible.split()) <= (_MOST_BY_ITSELF if _ALL_ITALICS.fullmatch(source) else _MOST_WITH_COLON)
        return True if bold or (few and not _announces(document, place)) else None
    if visible.endswith("?"):
        return bold or _ASKS.match(visible) is not None
    if bold:
        if numbered or not visible.endswith(_ENDS):
            return True
        # 'What we get from others.' may be a title all the same.
        return states_nothing(title) or (False if _may_entitle(document, place) else None)
    return None if visible.endswith(_ENDS) else _of_words(document, place, visible)


def _may_entitle(document: Document, place: int) -> bool:
    """Whether a line that ends as a sentence does, and says something, is as short as a title, above a paragraph."""
    few = len(document.visible[place].split()) <= _MOST_IN_DOUBT and document.visible[place].endswith(".")
    return few and place + 1 < len(document.blocks) and document.blocks[place + 1].kind is BlockKind.PARAGRAPH


def _of_item(document: Document, place: int, *, numbered: bool, bold: bool) -> bool | None:
    """A numbered item is a title where none of its list stands right beside it, one in bold where a paragraph follows.

    Where the markup has all levels of numbers in one list, the item above may be the last of the part before.
    """
    source, visible = document.source(place), document.visible[place]
    if _BULLET.match(source):
        below = place + 1 < len(document.blocks) and document.blocks[place + 1]
        return True if bold and below and below.kind is BlockKind.PARAGRAPH and below.lead_in is None else None
    if not (numbered or source[:1].isdigit()) or visible.endswith(_ENDS[1:]):
        return None
    title = visible.split(" ", 1)[-1] if numbered else visible
    if not title[:1].isupper():
        return None
    beside = [one for one in (place - 1, place + 1) if _is_numbered_item(document, one)]
    if not beside:
        return has_capitals(title) or bold or states_nothing(title)
    if not has_capitals(title) or not all(_is_long_item(document, one) for one in beside):
        return None
    if bold:
        return True
    number = number_at(document, place)
    begins = place + 1 in beside and number_at(document, place + 1) == ("1",)
    # The number of an item may be a year, by which nothing is counted.
    if not number or (place + 1 in beside and not begins):
        return None
    # Whether it goes on the list above it, or another one, is sure only where its own parts begin below it.
    return begins or place - 1 not in beside or number_at(document, place - 1) != (str(int(number[0]) - 1),)


def _is_numbered_item(document: Document, place: int) -> bool:
    within = 0 <= place < len(document.blocks) and document.blocks[place].kind is BlockKind.LIST_ITEM
    return within and bool(number_at(document, place)) and document.source(place).removeprefix("(")[:1].isdigit()


def _is_long_item(document: Document, place: int) -> bool:
    """Whether an item is no title, by its length or by what it ends with."""
    return document.word_counts[place] > _MOST_WORDS or document.visible[place].endswith((*_ENDS, ":"))


def _of_numbered(document: Document, place: int, title: str) -> bool | None:
    """A line with a number is a title, but for one of several in a row, which are items or the contents of the text."""
    if title.endswith((*_ENDS[1:], ":")):
        return None
    if any(_has_number_alike(document, place, beside) for beside in (place - 1, place + 1)):
        return None
    if _goes_on_items(document, place):
        return None
    if title.endswith("."):
        return (has_capitals(title) and states_nothing(title)) or None
    return has_capitals(title) or states_nothing(title) or title.endswith("?")


def _goes_on_items(document: Document, place: int) -> bool:
    """Whether a line with a letter goes on items that are paragraphs, of which the one right above is no title."""
    lettered = _LETTER.match(document.visible[place])
    above = _LETTER.match(document.visible[place - 1]) if lettered and place else None
    return (
        above is not None and not begins_in_bold(document, place - 1) and document.word_counts[place - 1] > _MOST_WORDS
    )


def _has_number_alike(document: Document, place: int, beside: int) -> bool:
    """Whether the line beside a numbered one is as short and numbered in the same depth."""
    if not 0 <= beside < len(document.blocks) or document.blocks[beside].kind is not BlockKind.PARAGRAPH:
        return False
    other = document.visible[beside]
    short = len(other.split()) <= _MOST_WORDS and _NUMBERED.fullmatch(other) is not None
    return short and len(_figures(other)) == len(_figures(document.visible[place]))


def _of_words(document: Document, place: int, visible: str) -> bool | None:
    """A line of a few words that does not end as sentences do."""
    shown = visible.split()
    if (
        _OF_PAGE.fullmatch(visible)
        or shown[-1].lower() in _GOES_ON
        or LITTLE_WORDS.issuperset(words(visible))
        or len(shown) > _MOST_BY_ITSELF
        or any(map(str.isdigit, visible))
        or ": " in visible
    ):
        return None
    if not COMPANY_FORMS.isdisjoint(words(visible)) or not _ends_before(document, place):
        return None
    if _is_of_address(document, place):
        return False
    followed = place + 1 < len(document.blocks) and (
        is_item(document.blocks[place + 1]) or document.word_counts[place + 1] > len(shown)
    )
    if has_capitals(visible) or states_nothing(visible) or _ASKS_INDIRECTLY.match(visible):
        return bool(followed)
    return False if len(shown) <= _MOST_IN_DOUBT and not _announces(document, place) else None


def _ends_before(document: Document, place: int) -> bool:
    """Whether what stands above a line does not go on in it, as lines do that were broken."""
    if not place:
        return True
    above = document.blocks[place - 1]
    whole = above.kind is not BlockKind.PARAGRAPH or document.visible[place - 1].rstrip().endswith(_ENDED)
    return whole or len(document.visible[place - 1].split()) <= _MOST_BY_ITSELF or not document.visible[place - 1]


def _is_of_address(document: Document, place: int) -> bool:
    """Whether right above and below a line stand others that are as short, and end as no sentence does."""
    found = 1
    for step in (-1, 1):
        beside = place + step
        while found < _FEWEST_OF_AN_ADDRESS and 0 <= beside < len(document.blocks) and _is_short_line(document, beside):
            found += 1
            beside += step
    return found >= _FEWEST_OF_AN_ADDRESS


def _is_short_line(document: Document, place: int) -> bool:
    visible = document.visible[place]
    is_line = document.blocks[place].kind is BlockKind.PARAGRAPH and 0 < len(visible.split()) <= _MOST_BY_ITSELF
    numbered = _NUMBERED.fullmatch(visible)
    # '10 Willow Lane' is a line of an address, '10. Willows' is none.
    return is_line and not visible.endswith(_ENDED) and (numbered is None or bool(numbered["plain"]))


def _announces(document: Document, place: int) -> bool:
    return place + 1 < len(document.blocks) and document.blocks[place + 1].lead_in == place


def has_capitals(title: str) -> bool:
    """Whether all words of a title but the little ones begin with a capital."""
    return all(word.lower() in LITTLE_WORDS or not word[:1].islower() for word in title.split())


def states_nothing(title: str) -> bool:
    return SAYING_WORDS.isdisjoint(words(title))
